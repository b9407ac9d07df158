#include "crs/detail/coordinate_scan.h"
#include "base/text.h"

#include <cctype>

namespace antardesa::crs::detail {

namespace {

std::string with_plain_marks(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> replacements[] = {
        {"\u00b0", "d"},  {"\u00ba", "d"},  {"\u2032", "'"}, {"\u2019", "'"},
        {"\u2033", "\""}, {"\u201d", "\""}, {"''", "\""},    {"\u2212", "-"},
        {"\u00a0", " "},  {"\u202f", " "},  {"\u2009", " "}};
    std::string result(text);
    for (const auto& [from, to] : replacements)
        for (std::size_t at = result.find(from); at != std::string::npos;
             at = result.find(from, at + to.size()))
            result.replace(at, from.size(), to);
    return result;
}

// "TM-3", "TM3" and "TM 3" become one word, since what follows is a zone such as 49.1.
std::string with_tm3_as_word(std::string text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if ((text[at] != 't' && text[at] != 'T') || (text[at + 1] != 'm' && text[at + 1] != 'M'))
            continue;
        const std::size_t digit = text[at + 2] == '3' ? at + 2 : at + 3;
        const bool separated = digit == at + 2 || text[at + 2] == '-' || text[at + 2] == ' ';
        if (separated && digit < text.size() && text[digit] == '3')
            text.replace(at, digit + 1 - at, std::string(" ") + tm3_word + " ");
    }
    return text;
}

class Scanner {
  public:
    explicit Scanner(std::string text) : text_(std::move(text)) {}

    /// Nothing when a character has no meaning in coordinates.
    std::optional<std::vector<Group>> groups() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_digit(c) || c == '-' || c == '+') {
                if (!number())
                    return std::nullopt;
            } else if (c == 'd' || c == '\'' || c == '"') {
                if (!mark(c))
                    return std::nullopt;
            } else if (std::isalpha(static_cast<unsigned char>(c))) {
                letters();
            } else if (c == ' ' || c == '\t' || c == ',' || c == ';') {
                ++at_;
            } else {
                return std::nullopt;
            }
        }
        return std::move(groups_);
    }

  private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    char peek(std::size_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    bool number() {
        Number number;
        if (text_[at_] == '-' || text_[at_] == '+')
            number.negative = text_[at_++] == '-';
        const std::size_t start = at_;
        while (is_digit(peek(0)))
            ++at_;
        number.digits = at_ - start;
        std::string digits = text_.substr(start, at_ - start);
        if ((peek(0) == ',' || peek(0) == '.') && is_digit(peek(1))) {
            number.whole = false;
            digits += '.';
            for (++at_; is_digit(peek(0)); ++at_)
                digits += text_[at_];
        }
        const auto value = parse_number(digits);
        if (!value)
            return false;
        number.value = *value;
        if (groups_.empty() || !groups_.back().letters.empty())
            groups_.emplace_back();
        groups_.back().numbers.push_back(number);
        return true;
    }

    bool mark(char c) {
        ++at_;
        if (groups_.empty() || groups_.back().numbers.empty() || !groups_.back().letters.empty())
            return false;
        Number& last = groups_.back().numbers.back();
        if (last.mark != Mark::none)
            return false;
        last.mark = c == 'd' ? Mark::degree : c == '\'' ? Mark::minute : Mark::second;
        return true;
    }

    void letters() {
        std::string word;
        while (std::isalpha(static_cast<unsigned char>(peek(0))) && peek(0) != 'd')
            word += static_cast<char>(std::toupper(static_cast<unsigned char>(text_[at_++])));
        if (groups_.empty() || !groups_.back().letters.empty())
            groups_.emplace_back();
        groups_.back().letters = word;
    }

    std::string text_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
};

} // namespace

std::optional<std::vector<Group>> scan_coordinates(std::string_view text) {
    return Scanner(with_tm3_as_word(with_plain_marks(text))).groups();
}

} // namespace antardesa::crs::detail
