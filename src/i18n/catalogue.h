#pragma once

#include "base/date.h"
#include "base/message.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::i18n {

enum class Language { indonesian, english };
std::string_view language_code(Language language); ///< "id", "en"

/// The sentences of one language and its way to write numbers and dates. Immutable, any thread.
class Catalogue {
  public:
    /// Reads `<folder>/<code>.mo` (made at build time from data/languages). Throws `Error` when it
    /// is missing or malformed.
    Catalogue(Language language, const std::filesystem::path& folder);
    ~Catalogue();

    Language language() const;
    /// The sentence of a key without arguments. A key without an entry comes back as itself.
    std::string text(std::string_view key) const;
    /// With its arguments filled in.
    std::string text(const Message& message) const;
    /// Singular or plural by `count`; {0} is the count, `arguments` follow from {1}.
    std::string plural(std::string_view key, long long count,
                       const std::vector<std::string>& arguments = {}) const;
    bool has(std::string_view key) const;

    /// 1.234,5 in Indonesian, 1,234.5 in English; rounded half away from zero.
    std::string number(double value, int decimals = 0) const;
    /// "23 November 2026".
    std::string date(Date date) const;
    /// "23-11-2026", for columns.
    std::string short_date(Date date) const;
    /// "692,4 ha".
    std::string hectares(double square_metres, int decimals = 1) const;
    /// "13,9 km" or "850 m".
    std::string distance(double metres) const;
    /// "Rp1.250.000".
    std::string rupiah(double amount) const;
    /// "37 %" for a share of 0.37.
    std::string percent(double share, int decimals = 0) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::i18n
