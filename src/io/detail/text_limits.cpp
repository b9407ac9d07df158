#include "io/detail/text_limits.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/row_label.h"

#include <algorithm>

namespace antardesa::io::detail {

namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

std::size_t character_count(std::string_view text) {
    return text.size() -
           static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues));
}

std::string_view first_characters(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return text;
    std::size_t at = 0;
    for (std::size_t count = 0; count < most && at < text.size(); ++count)
        // No character of UTF-8 has more than three bytes that continue it.
        for (std::size_t more = 0; ++at < text.size() && continues(text[at]) && more < 3; ++more)
            ;
    return text.substr(0, at);
}

std::string kept_name(std::string_view name) {
    return std::string(first_characters(name, longest_value));
}

std::string_view TextMeter::kept(std::string_view text, std::size_t column,
                                 const FeatureTable& table) {
    const std::string_view result = first_characters(text, longest_value);
    if (result.size() < text.size())
        cuts_.push_back({column, character_count(text)});
    total_ += result.size();
    if (total_ > most_text)
        throw Error({"io.too_much_text", {table.layer, std::to_string(most_text >> 20)}});
    return result;
}

void TextMeter::report(const FeatureTable& table, FindingList& findings) {
    for (const Cut& cut : cuts_) {
        const std::string label =
            row_label(table, table.features.size() - 1, table.features.back().fid);
        // Long descriptions are common; what no spreadsheet can hold is not.
        findings.add(cut.characters > longest_cell ? Severity::warning : Severity::information,
                     "text_cut", label,
                     {label, table.layer, shown_on_one_line(table.columns[cut.column].name()),
                      std::to_string(cut.characters), std::to_string(longest_value)});
    }
    cuts_.clear();
}

} // namespace antardesa::io::detail
