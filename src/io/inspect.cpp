#include "io/inspect.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/archive.h"
#include "io/detail/source.h"
#include "io/table_reader.h"

#include <filesystem>

namespace antardesa::io {

namespace {

using namespace detail;

std::string code_of(const std::string& key) {
    return key.substr(key.find('.') + 1);
}

void report(FileSummary& summary, const Error& error, const std::string& shown) {
    summary.findings.push_back(
        {Severity::error, code_of(error.message().key), shown, std::nullopt, error.message()});
}

void inspect_layers(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    summary.layers = checked_layers(inputs, progress, summary.findings);
    summary.kind = FileKind::vector;
}

void inspect_table(FileSummary& summary, const Inputs& inputs) {
    const Table table = read_csv(inputs);
    summary.kind = FileKind::table;
    summary.columns = table.columns;
    summary.rows = static_cast<std::int64_t>(table.rows.size());
    summary.findings = table.findings;
}

void inspect_raster(FileSummary& summary, const Inputs& inputs) {
    summary.findings = inputs.findings();
    summary.raster = read_raster_summary(inputs);
    summary.kind = FileKind::raster;
}

void inspect_archive(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    const Archive archive(inputs.bytes(), inputs.shown());
    summary.kind = FileKind::archive;
    bool vectors = false;
    for (const ArchiveEntry& entry : archive.entries()) {
        summary.entries.push_back(shown_on_one_line(entry.name));
        vectors = vectors || format_by_extension(entry.name).has_value() ||
                  lower_case(entry.name).find(".gdb/") != std::string::npos;
    }
    if (!vectors) {
        summary.findings = inputs.findings();
        summary.findings.insert(summary.findings.end(), archive.findings().begin(),
                                archive.findings().end());
        return;
    }
    inspect_layers(summary, inputs, progress);
    summary.kind = FileKind::archive;
}

void inspect_by_kind(FileSummary& summary, const Inputs& inputs, Progress& progress) {
    const std::string extension =
        lower_case(std::filesystem::path(inputs.path()).extension().string());
    if (extension == ".csv" || extension == ".txt" || extension == ".tsv")
        inspect_table(summary, inputs);
    else if (extension == ".tif" || extension == ".tiff")
        inspect_raster(summary, inputs);
    else if (extension == ".zip")
        inspect_archive(summary, inputs, progress);
    else
        inspect_layers(summary, inputs, progress);
}

bool is_tiff(std::string_view start) {
    return start == std::string_view("II*\0", 4) || start == std::string_view("MM\0*", 4) ||
           start == std::string_view("II+\0", 4) || start == std::string_view("MM\0+", 4);
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
        report(summary, failure, inputs.shown());
    }
    return summary;
}

RasterSummary read_raster_summary(const Inputs& inputs) {
    const Session session;
    if (!is_tiff(inputs.bytes().substr(0, 4)))
        throw Error({"io.unreadable", {inputs.shown(), "GeoTIFF"}});
    if (!GDALGetDriverByName("GTiff"))
        GDALRegister_GTiff();
    const Strings drivers = strings({"GTiff"});
    // No sidecars: an .aux.xml or .ovr of a stranger has no say.
    const Strings siblings = strings({inputs.members().front().name});
    const Dataset dataset(GDALOpenEx(inputs.path().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY,
                                     drivers.get(), nullptr, siblings.get()));
    if (!dataset)
        throw Error({"io.unreadable", {inputs.shown(), shown_on_one_line(session.last_failure())}});
    RasterSummary summary;
    summary.width = GDALGetRasterXSize(dataset.get());
    summary.height = GDALGetRasterYSize(dataset.get());
    summary.bands = GDALGetRasterCount(dataset.get());
    if (summary.bands > 0)
        summary.pixel_type =
            GDALGetDataTypeName(GDALGetRasterDataType(GDALGetRasterBand(dataset.get(), 1)));
    summary.crs = crs_of(GDALGetSpatialRef(dataset.get()));
    double t[6];
    if (GDALGetGeoTransform(dataset.get(), t) == CE_None)
        for (const double column : {0.0, double(summary.width)})
            for (const double row : {0.0, double(summary.height)})
                summary.box.extend(geo::Point{t[0] + column * t[1] + row * t[2],
                                              t[3] + column * t[4] + row * t[5]});
    return summary;
}

} // namespace antardesa::io
