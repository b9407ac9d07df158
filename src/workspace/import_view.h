#pragma once

#include "base/finding.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the window shows of a file that came in.
namespace antardesa::workspace {

/// What came of a file: a plan waiting for yes or no, or a report to read and keep.
enum class ImportStage {
    choose_crs,     ///< nothing can be placed: the systems below are offered
    choose_columns, ///< no column is known to name the villages: the columns are offered
    plan,           ///< waits for AcceptImport or RejectImport
    shown,          ///< the file is on the map; RejectImport puts the report aside
    refused         ///< it could not be opened, or not be stored: nothing came in
};
/// One file: "desa.shp", "297 dari 300 desa masuk", "3 tanpa garis batas".
struct FileRow {
    std::string name;
    std::string result;
    std::string detail;
    Severity severity = Severity::information; ///< warning: some are left out; error: all
};
/// Findings of one kind; `rows` are numbers for `ImportView::row`.
struct FindingGroupView {
    Severity severity = Severity::warning;
    std::string title;
    std::string count;
    std::vector<std::size_t> rows;
};
struct FindingRow {
    std::string subject;
    std::string sentence;
    std::optional<Place> place; ///< can be shown on the map
};
/// A way to place a file whose coordinates cannot be placed as they are.
struct CrsChoice {
    int epsg = 0;           ///< 0: the one that the file names
    bool swap_axes = false; ///< its latitude and longitude are exchanged
    std::string name;
};
/// An office's own list among the files: what its columns hold and which villages it means.
struct OfficeColumnView {
    std::string title;
    std::string sample;
    int field = 0; ///< number in `OfficeListView::fields`
};
struct OfficeNameView {
    std::string written;
    std::string district;
    std::vector<std::pair<std::string, std::string>> choices; ///< value for `OfficeChoices`, name
    int chosen = -1; ///< number of a choice: the village that is taken; -1: none
    bool open = true;
};
struct OfficeListView {
    std::string source;
    std::vector<std::pair<std::string, std::string>> kinds; ///< value for `OfficeChoices`, name
    int kind = 0;        ///< number of the one that it is read as; 0: not read
    std::string missing; ///< "Nama, Desa": to be found before it means anything
    std::vector<std::pair<std::string, std::string>> fields; ///< value for `OfficeChoices`, name
    std::vector<OfficeColumnView> columns;
    std::vector<OfficeNameView> names; ///< that are not sure by themselves
    std::size_t sure = 0;              ///< how many others are
};
/// What the file could be read as, besides what it was read as: its layers, and its columns.
struct ImportSourceView {
    std::vector<std::string> layers; ///< empty: there is one alone
    std::string layer;               ///< the one that was read
    struct Field {
        std::string value;  ///< for `ImportChoices`
        std::string name;   ///< "Nama desa"
        std::string column; ///< that was taken for it; empty: none
    };
    std::vector<Field> fields;        ///< empty: nothing to choose
    std::vector<std::string> columns; ///< of the file
};
struct ImportView {
    ImportStage stage = ImportStage::plan;
    std::string title;
    std::vector<FileRow> files;
    std::vector<std::string> summary;     ///< what the plan would change
    std::vector<FindingGroupView> groups; ///< errors first
    std::array<std::string, 3> counts;    ///< by severity: "3 kesalahan"; empty: none
    std::size_t findings = 0;
    /// A finding in words; made when it is looked at, since there may be a hundred thousand.
    std::function<FindingRow(std::size_t)> row;
    std::vector<CrsChoice> crs_choices;
    ImportSourceView source;
    std::vector<OfficeListView> office;
    std::size_t open_names = 0; ///< to be decided before the plan can be taken
    /// Names the report: another value is another one.
    std::uint64_t number = 0;
};

} // namespace antardesa::workspace
