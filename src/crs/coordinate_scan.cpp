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

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Whole words, whatever stands beside them: "UTM49S", "zona 49S", "lintang selatan".
std::string with_plain_words(std::string text) {
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"lintang selatan", "LS"},
        {"lintang utara", "LU"},
        {"bujur timur", "BT"},
        {"bujur barat", "BB"},
        {"selatan", "S"},
        {"utara", "N"},
        {"utm", " "},
        {"zona", " "},
        {"zone", " "}};
    for (const auto& [word, plain] : words) {
        const std::string lower = lower_case(text);
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = at + word.size();
            const bool whole = lower.compare(at, word.size(), word) == 0 &&
                               (at == 0 || !is_letter(text[at - 1])) &&
                               (end >= text.size() || !is_letter(text[end]));
            if (whole)
                result += plain;
            else
                result += text[at];
            at = whole ? end : at + 1;
        }
        text = std::move(result);
    }
    return text;
}

// "TM-3", "TM3" and "TM 3" become one word, since what follows is a zone such as 49.1.
std::string with_tm3_as_word(std::string text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if ((text[at] != 't' && text[at] != 'T') || (text[at + 1] != 'm' && text[at + 1] != 'M'))
            continue;
        const std::size_t digit = text[at + 2] == '3' ? at + 2 : at + 3;
        const bool separated = digit == at + 2 || text[at + 2] == '-' || text[at + 2] == ' ';
        if (!separated || digit >= text.size() || text[digit] != '3')
            continue;
        // Some write the degrees of its zones: "TM-3°".
        const std::size_t end = digit + 1 < text.size() && text[digit + 1] == 'd' ? 2 : 1;
        text.replace(at, digit + end - at, std::string(" ") + tm3_word + " ");
    }
    return text;
}

class Scanner {
  public:
    Scanner(std::string text, bool grouped) : text_(std::move(text)), grouped_(grouped) {}

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
        std::string digits = text_.substr(start, at_ - start);
        if (grouped_)
            take_thousands(digits);
        number.digits = digits.size();
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

    /// ".000" again and again, by the same mark.
    void take_thousands(std::string& digits) {
        const char part = peek(0);
        if ((part != '.' && part != ',') || digits.size() > 3)
            return;
        while (peek(0) == part && is_digit(peek(1)) && is_digit(peek(2)) && is_digit(peek(3)) &&
               !is_digit(peek(4))) {
            digits += text_.substr(at_ + 1, 3);
            at_ += 4;
        }
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
    bool grouped_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
};

} // namespace

std::optional<std::vector<Group>> scan_coordinates(std::string_view text, bool grouped) {
    return Scanner(with_tm3_as_word(with_plain_words(with_plain_marks(text))), grouped).groups();
}

} // namespace antardesa::crs::detail
