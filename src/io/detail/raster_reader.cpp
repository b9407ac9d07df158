#include "io/detail/raster_reader.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/gdal.h"
#include "io/detail/inputs.h"
#include "io/detail/plausibility.h"
#include "io/detail/tiff_scan.h"

#include <array>
#include <cmath>

namespace antardesa::io::detail {

namespace {

void note(std::vector<Finding>& findings, const std::string& shown, const char* code,
          std::vector<std::string> more = {}) {
    more.insert(more.begin(), shown);
    findings.push_back({Severity::warning,
                        code,
                        shown,
                        std::nullopt,
                        {std::string("io.") + code, std::move(more)}});
}

TiffScan checked_scan(const Inputs& inputs, std::vector<Finding>& findings) {
    const TiffScan scan = scan_tiff(inputs.bytes());
    const std::string& shown = inputs.shown();
    if (scan.fault == TiffFault::no_tiff || scan.fault == TiffFault::directory)
        throw Error({"io.unreadable", {shown, "GeoTIFF"}});
    if (scan.fault == TiffFault::size)
        throw Error(
            {"io.raster_size", {shown, std::to_string(scan.width), std::to_string(scan.height)}});
    if (scan.fault == TiffFault::layout)
        throw Error({"io.raster_layout", {shown, std::to_string(scan.bands)}});
    if (scan.directory_loops)
        note(findings, shown, "raster_directory_loops");
    if (scan.odd_tags > 0)
        note(findings, shown, "raster_tags_odd", {std::to_string(scan.odd_tags)});
    const int cut = scan.blocks_outside + scan.blocks_short;
    if (cut > 0)
        note(findings, shown, "raster_cut", {std::to_string(cut)});
    if (scan.placement_odd)
        note(findings, shown, "raster_placement_odd");
    if (scan.keys_odd)
        note(findings, shown, "raster_keys_odd");
    return scan;
}

// GDAL says nothing of damaged pixels until they are read: the first, the middle and the last
// block are, if they are small enough.
void decode_some(GDALDatasetH dataset) {
    constexpr std::int64_t largest_block = std::int64_t{128} << 20;
    if (GDALGetRasterCount(dataset) < 1)
        return;
    GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
    int width = 0;
    int height = 0;
    GDALGetBlockSize(band, &width, &height);
    const std::int64_t size =
        std::int64_t{width} * height * GDALGetDataTypeSizeBytes(GDALGetRasterDataType(band));
    if (width <= 0 || height <= 0 || size > largest_block)
        return;
    const int columns = (GDALGetRasterBandXSize(band) + width - 1) / width;
    const int rows = (GDALGetRasterBandYSize(band) + height - 1) / height;
    std::vector<char> block(static_cast<std::size_t>(size));
    for (const auto& [column, row] :
         {std::pair{0, 0}, std::pair{columns / 2, rows / 2}, std::pair{columns - 1, rows - 1}})
        if (GDALReadBlock(band, column, row, block.data()) != CE_None)
            return;
}

std::string_view world_file(const Inputs& inputs) {
    for (const Inputs::Member& member : inputs.members())
        if (lower_case(member.name).ends_with(".tfw"))
            return member.file.bytes();
    return {};
}

// Upper left corner, then the sides of a pixel, in GDAL's order.
std::optional<std::array<double, 6>> placement(GDALDatasetH dataset, const Inputs& inputs,
                                               std::vector<Finding>& findings) {
    std::array<double, 6> t{};
    if (GDALGetGeoTransform(dataset, t.data()) == CE_None) {
        const bool usable =
            std::all_of(t.begin(), t.end(), [](double v) { return std::isfinite(v); }) &&
            t[1] * t[5] - t[2] * t[4] != 0;
        return usable ? std::optional(t) : std::nullopt;
    }
    const std::string_view text = world_file(inputs);
    if (text.empty())
        return std::nullopt;
    const auto world = read_world_file(text);
    if (!world) {
        note(findings, inputs.shown(), "world_file_unusable");
        return std::nullopt;
    }
    // A world file speaks of the middle of the first pixel.
    const auto& [a, d, b, e, c, f] = *world;
    return std::array<double, 6>{c - (a + b) / 2, a, b, f - (d + e) / 2, d, e};
}

// Where its corners come to lie, by the same rules as those of outlines.
void check_placement(const RasterSummary& summary, const std::string& shown,
                     std::vector<Finding>& findings) {
    if (summary.box.empty())
        return;
    if (!summary.crs)
        return note(findings, shown, "raster_without_crs");
    FeatureTable corners;
    corners.layer = shown;
    corners.crs = summary.crs;
    corners.features.push_back({0, geo::PointSet{{summary.box.min, summary.box.max}}});
    check_plausibility(corners);
    findings.insert(findings.end(), corners.findings.begin(), corners.findings.end());
}

} // namespace

RasterSummary read_raster(const Inputs& inputs, std::vector<Finding>& findings) {
    const Session session;
    checked_scan(inputs, findings);
    if (!GDALGetDriverByName("GTiff"))
        GDALRegister_GTiff();
    const Strings drivers = strings({"GTiff"});
    // No sidecars: an .aux.xml or .ovr of a stranger has no say.
    const Strings siblings = strings({inputs.members().front().name});
    const Dataset dataset(GDALOpenEx(inputs.path().c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY,
                                     drivers.get(), nullptr, siblings.get()));
    if (!dataset)
        throw Error({"io.unreadable", {inputs.shown(), "GeoTIFF"}}, session.last_failure());
    RasterSummary summary;
    summary.width = GDALGetRasterXSize(dataset.get());
    summary.height = GDALGetRasterYSize(dataset.get());
    summary.bands = GDALGetRasterCount(dataset.get());
    if (summary.bands > 0)
        summary.pixel_type =
            GDALGetDataTypeName(GDALGetRasterDataType(GDALGetRasterBand(dataset.get(), 1)));
    summary.crs = crs_of(GDALGetSpatialRef(dataset.get()));
    // For a code that nobody knows GDAL gives WGS 84's figures and says so in a name only.
    if (summary.crs && summary.crs->wkt().find("unretrievable") != std::string::npos)
        summary.crs.reset();
    if (const auto t = placement(dataset.get(), inputs, findings))
        for (const double column : {0.0, double(summary.width)})
            for (const double row : {0.0, double(summary.height)})
                summary.box.extend(geo::Point{(*t)[0] + column * (*t)[1] + row * (*t)[2],
                                              (*t)[3] + column * (*t)[4] + row * (*t)[5]});
    check_placement(summary, inputs.shown(), findings);
    decode_some(dataset.get());
    const auto said = findings_of(session, inputs.shown());
    findings.insert(findings.end(), said.begin(), said.end());
    return summary;
}

} // namespace antardesa::io::detail
