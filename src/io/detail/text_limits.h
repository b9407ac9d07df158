#pragma once

#include "io/detail/finding_list.h"
#include "io/feature_table.h"

namespace antardesa::io::detail {

/// What is kept of a text, in characters. The longest name of a village in Indonesia has some 50;
/// a spreadsheet's cell holds 32,767.
inline constexpr std::size_t longest_value = 1000; ///< of a feature's attribute, of any name
inline constexpr std::size_t longest_cell = 32767; ///< of a table's cell
/// All attributes of a layer together, in bytes.
inline constexpr std::size_t most_text = std::size_t{256} << 20;

/// Characters of UTF-8; of other encodings at least as many as half the bytes.
std::size_t character_count(std::string_view text);
/// The first characters, whole ones.
std::string_view first_characters(std::string_view text, std::size_t most);
/// A table's, layer's or column's name as it is kept.
std::string kept_name(std::string_view name);

/// Cuts what a row's attributes hold too much, and says so: row, column, length.
class TextMeter {
  public:
    /// What is kept of one value of the row at hand. Throws `Error` "io.too_much_text".
    std::string_view kept(std::string_view text, std::size_t column, const FeatureTable& table);
    /// Once the row's values stand in the table: the findings about the last feature.
    void report(const FeatureTable& table, FindingList& findings);

  private:
    struct Cut {
        std::size_t column;
        std::size_t characters;
    };
    std::vector<Cut> cuts_;
    std::size_t total_ = 0;
};

} // namespace antardesa::io::detail
