#include "base/result.h"
#include "base/text.h"
#include "io/detail/text_encoding.h"
#include "io/detail/text_limits.h"
#include "io/detail/xlsx.h"
#include "io/detail/xml_walk.h"

#include <algorithm>
#include <iterator>

namespace antardesa::io::detail {

namespace {

constexpr std::uint32_t last_column = 16384; // XFD
constexpr std::uint32_t last_row = 1048576;
constexpr std::size_t most_cells = 2'000'000;
constexpr std::size_t exact_digits = 15;

struct Address {
    std::uint32_t column = 0;
    std::uint32_t row = 0;
};

// "AB12"; nothing beyond the sheet's last cell.
std::optional<Address> parse_address(std::string_view text) {
    Address address;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        address.column = address.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
        if (address.column > last_column)
            return std::nullopt;
    }
    const auto row = parse_integer(text.substr(at));
    if (!row || *row < 1 || *row > last_row || address.column == 0)
        return std::nullopt;
    address.row = static_cast<std::uint32_t>(*row);
    return address;
}

bool is_rounded(const std::string& number) {
    const auto digits = static_cast<std::size_t>(
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
    const bool whole = number.find('.') == std::string::npos;
    return !parse_number(number) || number == "NaN" ||
           (number.find_first_of("eE") != std::string::npos && whole) ||
           (whole && digits > exact_digits);
}

/// Takes the parser's events and makes cells of them.
class SheetReader {
  public:
    SheetReader(const std::vector<std::string>& shared, SheetScan& scan)
        : shared_(shared), scan_(scan) {}

    void open(const std::string& name, const std::map<std::string, std::string>& attributes) {
        const auto attribute = [&](const char* key) {
            const auto found = attributes.find(key);
            return found == attributes.end() ? std::string() : found->second;
        };
        if (name == "mergeCell")
            add_merged(attribute("ref"));
        if (name == "row") {
            const auto row = parse_integer(attribute("r"));
            row_ =
                row && *row >= 1 && *row <= last_row ? static_cast<std::uint32_t>(*row) : row_ + 1;
            column_ = 0;
        } else if (name == "c") {
            address_ = attribute("r");
            type_ = attribute("t");
            value_.clear();
            formula_.clear();
            has_formula_ = false;
            in_cell_ = true;
        }
        has_formula_ = has_formula_ || (in_cell_ && name == "f");
        into_ = !in_cell_                    ? nullptr
                : name == "v" || name == "t" ? &value_
                : name == "f"                ? &formula_
                                             : nullptr;
        phonetic_ = phonetic_ || name == "rPh";
    }
    void text(std::string_view piece) {
        if (into_ && !phonetic_)
            *into_ += piece;
    }
    void close(const std::string& name) {
        into_ = nullptr;
        if (name == "rPh")
            phonetic_ = false;
        if (name == "c") {
            in_cell_ = false;
            add_cell();
        }
    }

  private:
    void add_merged(std::string_view range) {
        constexpr std::size_t most_merged = 10'000;
        const std::size_t colon = range.find(':');
        if (colon == std::string_view::npos || scan_.merged.size() == most_merged)
            return;
        const auto first = parse_address(range.substr(0, colon));
        const auto last = parse_address(range.substr(colon + 1));
        if (first && last)
            scan_.merged.push_back({first->row, last->row, first->column, last->column});
    }

    void add_cell() {
        std::optional<Address> address = parse_address(address_);
        if (address_.empty())
            address = Address{column_ + 1, row_};
        if (!address || address->column > last_column || address->row > last_row) {
            ++scan_.impossible_addresses;
            return;
        }
        column_ = address->column;
        note_formula();
        std::string shown = value();
        if (shown.empty())
            return;
        if (const auto kept = first_characters(shown, longest_cell); kept.size() < shown.size()) {
            ++scan_.long_texts;
            shown.resize(kept.size());
        }
        text_ += shown.size();
        if (cells_ >= most_cells || text_ > most_text) {
            scan_.too_many = true;
            return;
        }
        ++cells_;
        if (scan_.rows.empty() || scan_.rows.back().row != address->row)
            scan_.rows.push_back({address->row, {}});
        scan_.rows.back().cells.push_back({address->column, std::move(shown)});
    }

    void note_formula() {
        if (!has_formula_)
            return;
        ++scan_.formulas;
        const std::string lower = lower_case(formula_);
        scan_.outside +=
            lower.find('[') != std::string::npos || lower.find('|') != std::string::npos ||
            lower.find("://") != std::string::npos || lower.find("webservice") != std::string::npos;
    }

    std::string value() {
        if (type_ == "s") {
            const auto index = parse_integer(trimmed(value_));
            if (index && *index >= 0 && static_cast<std::size_t>(*index) < shared_.size())
                return shared_[static_cast<std::size_t>(*index)];
            ++scan_.missing_texts;
            return {};
        }
        if (type_ == "e")
            ++scan_.errors;
        if ((type_.empty() || type_ == "n") && !trimmed(value_).empty())
            scan_.rounded += is_rounded(trimmed(value_));
        return repaired_utf8(value_);
    }

    const std::vector<std::string>& shared_;
    SheetScan& scan_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::string address_;
    std::string type_;
    std::string value_;
    std::string formula_;
    std::string* into_ = nullptr;
    bool in_cell_ = false;
    bool has_formula_ = false;
    bool phonetic_ = false;
    std::size_t cells_ = 0;
    std::size_t text_ = 0; ///< bytes of all cells
};

/// Of rows with one number, and cells with one address, the first is the one.
void join_rows(SheetScan& scan) {
    std::vector<SheetRow> joined;
    for (SheetRow& row : scan.rows) {
        if (joined.empty() || joined.back().row != row.row) {
            joined.push_back({row.row, {}});
            joined.back().cells.reserve(row.cells.size());
        }
        std::move(row.cells.begin(), row.cells.end(), std::back_inserter(joined.back().cells));
    }
    for (SheetRow& row : joined) {
        std::stable_sort(
            row.cells.begin(), row.cells.end(),
            [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
        const auto end = std::unique(
            row.cells.begin(), row.cells.end(),
            [](const SheetCell& a, const SheetCell& b) { return a.column == b.column; });
        scan.repeated_cells += static_cast<std::size_t>(row.cells.end() - end);
        row.cells.erase(end, row.cells.end());
    }
    scan.rows = std::move(joined);
}

} // namespace

SheetScan scan_sheet(std::string_view xml, const std::vector<std::string>& shared,
                     const std::string& shown) {
    SheetScan scan;
    SheetReader reader(shared, scan);
    XmlEvents events;
    events.open = [&](const std::string& name, const auto& attributes) {
        reader.open(name, attributes);
    };
    events.close = [&](const std::string& name) { reader.close(name); };
    events.text = [&](std::string_view piece) { reader.text(piece); };
    require_sound(walk_xml(xml, events), shown);
    std::stable_sort(scan.rows.begin(), scan.rows.end(),
                     [](const SheetRow& a, const SheetRow& b) { return a.row < b.row; });
    join_rows(scan);
    return scan;
}

} // namespace antardesa::io::detail
