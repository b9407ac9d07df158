#include "crs/detail/coordinate_scan.h"

#include "base/text.h"
#include "crs/detail/coordinate_spelling.h"

#include <cctype>

namespace antardesa::crs::detail {

namespace {

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
    return Scanner(plain_spelling(text), grouped).groups();
}

} // namespace antardesa::crs::detail
