#include "io/detail/xlsx.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/finding_list.h"
#include "io/detail/text_encoding.h"
#include "io/detail/text_limits.h"
#include "io/detail/xml_walk.h"

#include <algorithm>
#include <set>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t most_sheets = 200;
constexpr std::size_t most_columns = 2000;

std::string normal_path(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

/// Opens the parts of one workbook.
class WorkbookReader {
  public:
    WorkbookReader(std::string_view bytes, const std::string& shown)
        : shown_(shown), archive_(bytes, shown) {
        book_.findings = archive_.findings();
    }

    Workbook read() {
        FindingList findings(book_.findings);
        read_shared();
        note_outside(findings);
        for (const auto& [name, path] : sheet_paths())
            if (const ArchiveEntry* entry = part(path))
                add_sheet(name, scan_sheet(archive_.bytes(*entry), shared_, shown_));
            else
                findings.add(Severity::warning, "sheet_missing", shown_,
                             {shown_, shown_on_one_line(name)});
        findings.finish();
        if (book_.names.empty())
            throw Error({"io.no_sheet", {shown_}});
        return std::move(book_);
    }

  private:
    const ArchiveEntry* part(const std::string& path) const {
        for (const ArchiveEntry& entry : archive_.entries())
            if (lower_case(entry.name) == lower_case(path))
                return &entry;
        return nullptr;
    }

    void walk(const std::string& path, const XmlEvents& events) const {
        if (const ArchiveEntry* entry = part(path))
            require_sound(walk_xml(archive_.bytes(*entry), events), shown_);
    }

    void read_shared() {
        XmlEvents events;
        std::string text;
        bool in_text = false;
        int phonetic = 0;
        events.open = [&](const std::string& name, const auto&) {
            if (name == "si")
                text.clear();
            phonetic += name == "rPh";
            in_text = name == "t" && phonetic == 0;
        };
        events.text = [&](std::string_view piece) {
            if (in_text)
                text += piece;
        };
        events.close = [&](const std::string& name) {
            in_text = false;
            phonetic -= name == "rPh";
            if (name == "si")
                shared_.push_back(repaired_utf8(text));
        };
        walk("xl/sharedStrings.xml", events);
    }

    void note_outside(FindingList& findings) const {
        for (const ArchiveEntry& entry : archive_.entries()) {
            const std::string name = lower_case(entry.name);
            if (name.find("externallinks/") != std::string::npos ||
                name.find("connections.xml") != std::string::npos ||
                name.find("vbaproject") != std::string::npos)
                return findings.add(Severity::warning, "workbook_reaches_out", shown_,
                                    {shown_, shown_on_one_line(entry.name)});
        }
    }

    /// Name and path of each sheet, in the workbook's order.
    std::vector<std::pair<std::string, std::string>> sheet_paths() const {
        std::map<std::string, std::string> targets;
        XmlEvents relations;
        relations.open = [&](const std::string& name, const auto& attributes) {
            if (name == "Relationship" && attributes.contains("Id") &&
                attributes.contains("Target") && !attributes.contains("TargetMode"))
                targets[attributes.at("Id")] = normal_path(attributes.at("Target"));
        };
        walk("xl/_rels/workbook.xml.rels", relations);
        std::vector<std::pair<std::string, std::string>> sheets;
        XmlEvents book;
        book.open = [&](const std::string& name, const auto& attributes) {
            const auto id = attributes.find("id");
            const auto label = attributes.find("name");
            if (name == "sheet" && id != attributes.end() && label != attributes.end() &&
                sheets.size() < most_sheets)
                sheets.emplace_back(label->second, targets[id->second]);
        };
        if (!part("xl/workbook.xml"))
            throw Error({"io.unreadable", {shown_, "XLSX"}});
        walk("xl/workbook.xml", book);
        return sheets;
    }

    void add_sheet(const std::string& name, const SheetScan& scan) {
        Table table;
        table.source = shown_ + ": " + repaired_utf8(name);
        table.separator = '\0';
        FindingList findings(table.findings);
        report(scan, table.source, findings);
        fill(table, scan, findings);
        findings.finish();
        book_.names.push_back(repaired_utf8(name));
        if (!table.columns.empty() || !table.findings.empty())
            book_.sheets.push_back(std::move(table));
    }

    static void report(const SheetScan& scan, const std::string& source, FindingList& findings) {
        const auto note = [&](Severity severity, const char* code, std::size_t count) {
            if (count > 0)
                findings.add(severity, code, source, {source, std::to_string(count)});
        };
        note(Severity::warning, "cells_out_of_sheet", scan.impossible_addresses);
        note(Severity::warning, "cells_without_text", scan.missing_texts);
        note(Severity::warning, "cells_in_error", scan.errors);
        note(Severity::warning, "numbers_rounded", scan.rounded);
        note(Severity::information, "formulas_not_computed", scan.formulas);
        note(Severity::warning, "formulas_reach_out", scan.outside);
        note(Severity::warning, "cells_repeated", scan.repeated_cells);
        note(Severity::warning, "long_cells", scan.long_texts);
        note(Severity::warning, "sheet_too_large", scan.too_many ? 1 : 0);
    }

    // Titles stand above the heading: lines with a single cell before one with several.
    static std::size_t heading_of(const SheetScan& scan) {
        constexpr std::size_t looked_at = 15;
        for (std::size_t i = 0; i < std::min(scan.rows.size(), looked_at); ++i)
            if (scan.rows[i].cells.size() > 1)
                return i;
        return 0;
    }

    /// The title in the row that spans this column and others; null when none does.
    static const MergedCells* spanning(const SheetScan& scan, std::uint32_t row,
                                       std::uint32_t column) {
        for (const MergedCells& merged : scan.merged)
            if (merged.first_row == row && merged.last_row == row &&
                merged.first_column < merged.last_column && merged.first_column <= column &&
                column <= merged.last_column)
                return &merged;
        return nullptr;
    }

    /// Whether the row below has the titles of the columns that titles above it span: words,
    /// several under one of them, none as wide as the title itself, and nothing under a title that
    /// spans none.
    static bool has_second_titles(const SheetScan& scan, std::size_t heading) {
        if (heading + 1 >= scan.rows.size() ||
            scan.rows[heading + 1].row != scan.rows[heading].row + 1)
            return false;
        const SheetRow& below = scan.rows[heading + 1];
        std::map<std::uint32_t, int> under;
        for (const SheetCell& cell : below.cells) {
            const MergedCells* title = spanning(scan, scan.rows[heading].row, cell.column);
            if (!title || parse_number(trimmed(cell.text)) ||
                spanning(scan, below.row, cell.column))
                return false;
            ++under[title->first_column];
        }
        return std::any_of(under.begin(), under.end(),
                           [](const auto& one) { return one.second > 1; });
    }

    static std::vector<SheetCell> joined_titles(const SheetScan& scan, std::size_t heading) {
        const SheetRow& above = scan.rows[heading];
        std::vector<SheetCell> titles = scan.rows[heading + 1].cells;
        for (SheetCell& title : titles) {
            const std::uint32_t first = spanning(scan, above.row, title.column)->first_column;
            for (const SheetCell& cell : above.cells)
                if (cell.column == first)
                    title.text = trimmed(cell.text) + " / " + trimmed(title.text);
        }
        for (const SheetCell& cell : above.cells)
            if (std::none_of(titles.begin(), titles.end(),
                             [&](const SheetCell& one) { return one.column == cell.column; }))
                titles.push_back(cell);
        std::sort(titles.begin(), titles.end(),
                  [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
        return titles;
    }

    static void fill(Table& table, const SheetScan& scan, FindingList& findings) {
        if (scan.rows.empty())
            return;
        const std::size_t heading = heading_of(scan);
        if (heading > 0)
            findings.add(Severity::information, "title_lines", table.source,
                         {table.source, std::to_string(heading)});
        const bool two_rows = has_second_titles(scan, heading);
        std::map<std::uint32_t, std::size_t> places;
        std::set<std::string> seen;
        for (const SheetCell& cell :
             two_rows ? joined_titles(scan, heading) : scan.rows[heading].cells) {
            if (table.columns.size() == most_columns || places.contains(cell.column))
                continue;
            places[cell.column] = table.columns.size();
            table.columns.push_back(kept_name(trimmed(cell.text)));
            if (!seen.insert(lower_case(table.columns.back())).second)
                findings.add(Severity::warning, "duplicate_column", table.source,
                             {table.source, shown_on_one_line(table.columns.back())});
        }
        for (std::size_t i = heading + (two_rows ? 2 : 1); i < scan.rows.size(); ++i) {
            const SheetRow& row = scan.rows[i];
            Table::Row& target = table.rows.emplace_back();
            target.line = row.row;
            target.cells.resize(table.columns.size());
            std::size_t beside = 0;
            for (const SheetCell& cell : row.cells)
                if (const auto place = places.find(cell.column); place != places.end())
                    target.cells[place->second] = cell.text;
                else
                    ++beside;
            if (beside > 0)
                findings.add(Severity::warning, "cells_beside", "row " + std::to_string(row.row),
                             {table.source, std::to_string(row.row), std::to_string(beside)});
        }
    }

    std::string shown_;
    Archive archive_;
    std::vector<std::string> shared_;
    Workbook book_;
};

} // namespace

Workbook read_workbook(std::string_view bytes, const std::string& shown) {
    return WorkbookReader(bytes, shown).read();
}

bool is_workbook(std::string_view path) {
    const std::string lower = lower_case(path);
    return lower.ends_with(".xlsx") || lower.ends_with(".xlsm");
}

} // namespace antardesa::io::detail
