#include "i18n/catalogue.h"

#include "i18n/figures.h"

#include "base/result.h"

#include <boost/locale/gnu_gettext.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <locale>

namespace antardesa::i18n {
namespace {

namespace gettext = boost::locale::gnu_gettext;
using Facet = boost::locale::message_format<char>;

[[noreturn]] void cannot_read(const std::filesystem::path& file, const std::string& detail) {
    // No catalogue, no sentence: this key is the one that is shown as it stands.
    throw Error({"i18n.cannot_read", {file.string()}}, detail);
}

std::vector<char> content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        cannot_read(file, "cannot be opened");
    std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    if (stream.bad())
        cannot_read(file, "cannot be read");
    return bytes;
}

unsigned number_at(const std::vector<char>& bytes, std::size_t offset) {
    unsigned value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

/// The reader trusts the tables of a file (little-endian, as msgfmt writes them here), so they
/// are looked at before it sees them: every string within the file and ended by a zero.
void check_tables(const std::filesystem::path& file, const std::vector<char>& bytes) {
    constexpr std::size_t header = 28;
    if (bytes.size() < header || number_at(bytes, 0) != 0x950412deU)
        cannot_read(file, "not a compiled catalogue");
    const std::size_t count = number_at(bytes, 8);
    const std::size_t tables[] = {number_at(bytes, 12), number_at(bytes, 16)};
    for (const std::size_t table : tables) {
        if (table + count * 8 > bytes.size())
            cannot_read(file, "cut short");
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t end = static_cast<std::size_t>(number_at(bytes, table + i * 8)) +
                                    number_at(bytes, table + i * 8 + 4);
            if (end >= bytes.size() || bytes[end] != '\0')
                cannot_read(file, "cut short");
        }
    }
}

std::locale with_messages(const std::filesystem::path& file, std::string_view language) {
    gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.domains.emplace_back("antardesa");
    info.paths.emplace_back("memory");
    info.callback = [&](const std::string&, const std::string&) {
        auto bytes = content_of(file);
        check_tables(file, bytes);
        return bytes;
    };
    try {
        return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
    } catch (const Error&) {
        throw;
    } catch (const std::exception& problem) {
        cannot_read(file, problem.what());
    }
}

constexpr FigureForm indonesian_form{'.', ',', true};
constexpr FigureForm english_form{',', '.', false};

} // namespace

std::string_view language_code(Language language) {
    return language == Language::indonesian ? "id" : "en";
}

struct Catalogue::State {
    State(Language spoken, const std::filesystem::path& folder)
        : language(spoken), form(spoken == Language::indonesian ? indonesian_form : english_form),
          locale(with_messages(folder / (std::string(language_code(spoken)) + ".mo"),
                               language_code(spoken))),
          messages(std::use_facet<Facet>(locale)) {
        for (unsigned month = 1; month <= 12; ++month)
            months.push_back(find("i18n.month." + std::to_string(month)));
    }

    const char* look_up(const std::string& key) const {
        // The entry of the empty key is the catalogue's own header.
        return key.empty() ? nullptr : messages.get(0, nullptr, key.c_str());
    }
    std::string find(const std::string& key) const {
        const char* found = look_up(key);
        return found ? found : key;
    }

    /// "7,43" as the language writes it. Messages bring figures in the Indonesian form.
    std::string figure(std::string text) const {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        for (std::size_t at = 1; at + 1 < text.size(); ++at)
            if (text[at] == ',' && is_digit(text[at - 1]) && is_digit(text[at + 1]))
                text[at] = form.decimal;
        return text;
    }

    /// "fasilitasi_camat, sepakat" as the language says those codes; an unknown one stays.
    std::string spoken(const std::string& family, const std::string& codes) const {
        if (family == "figure")
            return figure(codes);
        if (const std::size_t bar = family.find('|'); bar != std::string::npos)
            return codes == "1" ? family.substr(0, bar) : family.substr(bar + 1);
        std::string text;
        for (std::size_t at = 0; at <= codes.size();) {
            const std::size_t end = std::min(codes.find(", ", at), codes.size());
            const std::string code = codes.substr(at, end - at);
            const char* found =
                look_up(std::string("code.").append(family).append(".").append(code));
            text.append(at == 0 ? "" : ", ").append(found ? std::string(found) : code);
            at = end + 2;
        }
        return text;
    }

    /// A sentence that says "{2:dispute_state}" gets the words of that list for the stored code in
    /// its argument, for "{1:figure}" its decimals, and for "{0:is|are}" the word that goes with
    /// one or with several: as one more argument, so that no argument is read as a pattern.
    std::string with_codes_spoken(std::string_view pattern,
                                  std::vector<std::string>& arguments) const {
        const std::size_t given = arguments.size();
        std::string plain;
        std::size_t told = 0; // of the pattern
        for (std::size_t at = pattern.find('{'); at < pattern.size();
             at = pattern.find('{', at + 1)) {
            if (at + 2 >= pattern.size())
                break;
            const std::size_t index = static_cast<std::size_t>(pattern[at + 1] - '0');
            const std::size_t end = pattern.find('}', at);
            if (pattern[at + 2] != ':' || index >= given || end == std::string_view::npos)
                continue;
            plain += pattern.substr(told, at - told);
            plain += "{" + std::to_string(arguments.size()) + "}";
            arguments.push_back(
                spoken(std::string(pattern.substr(at + 3, end - at - 3)), arguments[index]));
            told = end + 1;
        }
        plain += pattern.substr(told);
        return plain;
    }

    Language language;
    FigureForm form;
    std::locale locale;
    const Facet& messages;
    std::vector<std::string> months;
};

Catalogue::Catalogue(Language language, const std::filesystem::path& folder)
    : state_(std::make_unique<State>(language, folder)) {
}
Catalogue::~Catalogue() = default;

Language Catalogue::language() const {
    return state_->language;
}

std::string Catalogue::text(std::string_view key) const {
    return state_->find(std::string(key));
}

std::string Catalogue::text(const Message& message) const {
    const char* pattern = state_->look_up(message.key);
    if (!pattern)
        return message.arguments.empty() ? message.key : debug_text(message);
    std::vector<std::string> arguments = message.arguments;
    const std::string plain = state_->with_codes_spoken(pattern, arguments);
    return fill_placeholders(plain, arguments);
}

std::string Catalogue::plural(std::string_view key, long long count,
                              const std::vector<std::string>& arguments) const {
    std::vector<std::string> all{number(static_cast<double>(count))};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const std::string id(key);
    // The facet takes an int; what decides between forms is the small numbers.
    const long long reduced = count < 0 ? -count : count;
    const int form = static_cast<int>(reduced > 1000 ? 1000 + reduced % 1000 : reduced);
    const char* pattern = id.empty() ? nullptr : state_->messages.get(0, nullptr, id.c_str(), form);
    if (!pattern)
        pattern = state_->look_up(id);
    return pattern ? fill_placeholders(pattern, all) : debug_text({id, all});
}

bool Catalogue::has(std::string_view key) const {
    return state_->look_up(std::string(key)) != nullptr;
}

std::string Catalogue::number(double value, int decimals) const {
    return figure_text(value, decimals, state_->form);
}

std::string Catalogue::date(Date date) const {
    const auto month = static_cast<unsigned>(date.month());
    if (!date.ok())
        return "—";
    return std::to_string(static_cast<unsigned>(date.day())) + " " + state_->months[month - 1] +
           " " + std::to_string(static_cast<int>(date.year()));
}

std::string Catalogue::short_date(Date date) const {
    if (!date.ok())
        return "—";
    const auto two = [](unsigned part) { return (part < 10 ? "0" : "") + std::to_string(part); };
    return two(static_cast<unsigned>(date.day())) + "-" + two(static_cast<unsigned>(date.month())) +
           "-" + std::to_string(static_cast<int>(date.year()));
}

std::string Catalogue::hectares(double square_metres, int decimals) const {
    return number(square_metres / 10'000, decimals) + " ha";
}

std::string Catalogue::distance(double metres) const {
    // 999,6 m is said as a kilometre, not as 1.000 m.
    if (std::fabs(metres) < 999.5)
        return number(metres) + " m";
    return number(metres / 1000, 1) + " km";
}

std::string Catalogue::rupiah(double amount) const {
    const std::string digits = number(std::fabs(amount));
    return (std::isfinite(amount) && amount <= -0.5 ? "−Rp" : "Rp") + digits;
}

std::string Catalogue::percent(double share, int decimals) const {
    return number(share * 100, decimals) + (state_->form.space_before_percent ? " %" : "%");
}

} // namespace antardesa::i18n
