#include "io/inspect.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/archive.h"
#include "io/detail/dbf_table.h"
#include "io/detail/finding_list.h"
#include "io/detail/raster_reader.h"
#include "io/detail/source.h"
#include "io/detail/table_checks.h"
#include "io/detail/xlsx.h"
#include "io/table_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace antardesa::io {

namespace {

using namespace detail;

void report(FileSummary& summary, const Error& error, const std::string& shown) {
    FindingList(summary.findings).add(error, shown);
}

void inspect_layers(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    summary.layers = checked_layers(inputs, progress, summary.findings);
    summary.kind = FileKind::vector;
}

void append(std::vector<Finding>& target, const std::vector<Finding>& more) {
    target.insert(target.end(), more.begin(), more.end());
}

void take_table(FileSummary& summary, Table table) {
    check_table(table);
    if (summary.columns.empty()) {
        summary.columns = std::move(table.columns);
        summary.rows = static_cast<std::int64_t>(table.rows.size());
    }
    append(summary.findings, table.findings);
}

void inspect_table(FileSummary& summary, const Inputs& inputs) {
    Table table = read_csv(inputs);
    summary.kind = FileKind::table;
    take_table(summary, std::move(table));
}

void inspect_workbook(FileSummary& summary, const Inputs& inputs) {
    Workbook book = read_workbook(inputs.bytes(), inputs.shown());
    append(summary.findings, inputs.findings());
    append(summary.findings, book.findings);
    summary.kind = FileKind::table;
    summary.entries = book.names;
    if (book.sheets.empty())
        summary.findings.push_back({Severity::warning,
                                    "no_rows",
                                    inputs.shown(),
                                    std::nullopt,
                                    {"io.no_rows", {inputs.shown()}}});
    for (Table& sheet : book.sheets)
        take_table(summary, std::move(sheet));
}

void inspect_dbf(FileSummary& summary, const Inputs& inputs) {
    append(summary.findings, inputs.findings());
    take_table(summary, read_dbf(inputs));
    summary.kind = FileKind::table;
}

void inspect_raster(FileSummary& summary, const Inputs& inputs) {
    summary.findings = inputs.findings();
    summary.raster = read_raster(inputs, summary.findings);
    summary.kind = FileKind::raster;
}

bool is_readable(const std::string& name) {
    static constexpr std::array<std::string_view, 7> others{".csv",  ".txt",  ".tsv", ".tif",
                                                            ".tiff", ".xlsx", ".dbf"};
    const std::string lower = lower_case(name);
    return std::any_of(others.begin(), others.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

void inspect_archive(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    const Archive archive(inputs.bytes(), inputs.shown());
    bool vectors = false;
    bool others = false;
    for (const ArchiveEntry& entry : archive.entries()) {
        summary.entries.push_back(shown_on_one_line(repaired_utf8(entry.name)));
        vectors = vectors || format_by_extension(entry.name).has_value() ||
                  lower_case(entry.name).find(".gdb/") != std::string::npos;
        others = others || is_readable(entry.name);
    }
    if (vectors)
        inspect_layers(summary, inputs, progress);
    else if (archive.any_locked() || !others)
        throw Error({archive.any_locked() ? "io.archive_locked" : "io.nothing_in_archive",
                     {inputs.shown()}});
    else {
        append(summary.findings, inputs.findings());
        append(summary.findings, archive.findings());
    }
    summary.kind = FileKind::archive;
}

void inspect_by_kind(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    const std::string extension =
        lower_case(std::filesystem::path(inputs.path()).extension().string());
    if (extension == ".csv" || extension == ".txt" || extension == ".tsv")
        inspect_table(summary, inputs);
    else if (is_workbook(inputs.path()))
        inspect_workbook(summary, inputs);
    else if (extension == ".dbf")
        inspect_dbf(summary, inputs);
    else if (extension == ".tif" || extension == ".tiff")
        inspect_raster(summary, inputs);
    else if (extension == ".zip")
        inspect_archive(summary, inputs, progress);
    else
        inspect_layers(summary, inputs, progress);
}

} // namespace

const char* file_kind_name(FileKind kind) {
    switch (kind) {
    case FileKind::vector:
        return "vector";
    case FileKind::raster:
        return "raster";
    case FileKind::table:
        return "table";
    case FileKind::archive:
        return "archive";
    case FileKind::unknown:
        break;
    }
    return "unknown";
}

FileSummary inspect_file(const Inputs& inputs, Progress& progress) {
    FileSummary summary;
    try {
        inspect_by_kind(summary, inputs, progress);
    } catch (const Error& failure) {
        summary.kind = FileKind::unknown;
        summary.layers.clear();
        summary.raster.reset();
        report(summary, failure, inputs.shown());
    }
    return summary;
}

RasterSummary read_raster_summary(const Inputs& inputs) {
    std::vector<Finding> findings;
    return read_raster(inputs, findings);
}

} // namespace antardesa::io
