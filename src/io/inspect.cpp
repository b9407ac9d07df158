#include "io/inspect.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/archive.h"
#include "io/detail/format.h"
#include "io/table_reader.h"

#include <algorithm>

namespace antardesa::io {

namespace {

using namespace detail;

void report(FileSummary& summary, const Error& error, const std::filesystem::path& path) {
    summary.findings.push_back({Severity::error, error.message().key.substr(3), path.string(),
                                std::nullopt, error.message()});
}

// Reading each layer once costs what opening it would, and gives counts and findings that are
// true instead of those that the file claims.
void inspect_layers(FileSummary& summary, const std::filesystem::path& path, Progress& progress) {
    summary.layers = inspect_vector(path, progress);
    summary.kind = FileKind::vector;
    for (LayerSummary& layer : summary.layers) {
        ReadOptions options;
        options.layer = layer.name;
        const FeatureTable table = read_vector(path, options, progress);
        layer.features = static_cast<std::int64_t>(table.features.size());
        layer.box = bounds(table);
        layer.findings = table.findings;
        summary.findings.insert(summary.findings.end(), table.findings.begin(),
                                table.findings.end());
    }
}

void inspect_table(FileSummary& summary, const std::filesystem::path& path) {
    const Table table = read_csv(path);
    summary.kind = FileKind::table;
    summary.columns = table.columns;
    summary.rows = static_cast<std::int64_t>(table.rows.size());
    summary.findings = table.findings;
}

void inspect_raster(FileSummary& summary, const std::filesystem::path& path) {
    summary.raster = read_raster_summary(path);
    summary.kind = FileKind::raster;
}

void inspect_archive(FileSummary& summary, const std::filesystem::path& path, Progress& progress) {
    const Archive archive(std::filesystem::absolute(path).string());
    summary.kind = FileKind::archive;
    bool vectors = false;
    for (const ArchiveEntry& entry : archive.entries()) {
        summary.entries.push_back(shown_on_one_line(entry.name));
        vectors = vectors || format_by_extension(entry.name).has_value() ||
                  lower_case(entry.name).find(".gdb/") != std::string::npos;
    }
    summary.findings = archive.findings();
    if (!vectors)
        return;
    inspect_layers(summary, path, progress);
    summary.kind = FileKind::archive;
}

void inspect_by_kind(FileSummary& summary, const std::filesystem::path& path, Progress& progress) {
    const std::string extension = lower_case(path.extension().string());
    if (extension == ".csv" || extension == ".txt" || extension == ".tsv")
        inspect_table(summary, path);
    else if (extension == ".tif" || extension == ".tiff")
        inspect_raster(summary, path);
    else if (extension == ".zip")
        inspect_archive(summary, path, progress);
    else
        inspect_layers(summary, path, progress);
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

FileSummary inspect_file(const std::filesystem::path& path, Progress& progress) {
    std::error_code error;
    if (!std::filesystem::exists(path, error) || error)
        throw Error({"io.not_found", {path.string()}});
    FileSummary summary;
    try {
        inspect_by_kind(summary, path, progress);
    } catch (const Error& failure) {
        report(summary, failure, path);
    }
    return summary;
}

RasterSummary read_raster_summary(const std::filesystem::path& path) {
    const Session session;
    const std::string whole = std::filesystem::absolute(path).string();
    std::error_code ignored;
    const bool plain = std::filesystem::is_regular_file(path, ignored);
    if (!plain || !is_tiff(first_bytes(whole, 4)))
        throw Error({"io.unreadable", {path.string(), "GeoTIFF"}});
    if (!GDALGetDriverByName("GTiff"))
        GDALRegister_GTiff();
    const Strings drivers = strings({"GTiff"});
    // No sidecars: an .aux.xml or .ovr of a stranger has no say.
    const Strings siblings = strings({path.filename().string()});
    const Dataset dataset(GDALOpenEx(whole.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY,
                                     drivers.get(), nullptr, siblings.get()));
    if (!dataset)
        throw Error({"io.unreadable", {path.string(), shown_on_one_line(session.last_failure())}});
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
