#include "io/detail/format.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/archive.h"
#include "io/detail/geojson_crs.h"
#include "io/vector_reader.h"

#include <array>
#include <set>

extern "C" {
// GDAL's registration functions; its C++ header would bring its class hierarchy along.
void CPL_DLL RegisterOGRShape();
void CPL_DLL RegisterOGRGeoPackage();
void CPL_DLL RegisterOGRGeoJSON();
void CPL_DLL RegisterOGRLIBKML();
void CPL_DLL RegisterOGROpenFileGDB();
void CPL_DLL RegisterOGRFlatGeobuf();
}

namespace antardesa::io {

namespace detail {

namespace {

constexpr std::size_t geojson_limit = std::size_t{1} << 30;

struct Ending {
    std::string_view text;
    Format format;
};
constexpr std::array<Ending, 8> endings{{{".shp", Format::shapefile},
                                         {".gpkg", Format::geopackage},
                                         {".geojson", Format::geojson},
                                         {".json", Format::geojson},
                                         {".kml", Format::kml},
                                         {".kmz", Format::kml},
                                         {".gdb", Format::file_gdb},
                                         {".fgb", Format::flatgeobuf}}};

std::string extension_of(const std::string& path) {
    return lower_case(std::filesystem::path(path).extension().string());
}

bool content_agrees(Format format, std::string_view start) {
    switch (format) {
    case Format::shapefile:
        return start.substr(0, 4) == std::string_view("\0\0\x27\x0a", 4);
    case Format::geopackage:
        return start.substr(0, 16) == std::string_view("SQLite format 3\0", 16);
    case Format::flatgeobuf:
        return start.substr(0, 3) == "fgb";
    case Format::geojson: {
        const std::string text =
            trimmed(start.substr(0, 3) == "\xef\xbb\xbf" ? start.substr(3) : start);
        return !text.empty() && text.front() == '{';
    }
    case Format::kml:
        return start.find("<kml") != std::string_view::npos ||
               start.find("<Document") != std::string_view::npos ||
               start.find("<Folder") != std::string_view::npos;
    case Format::file_gdb:
        return true;
    }
    return false;
}

// GeoJSON may carry an address or a PROJ text as its system, which GDAL would follow.
void disarm_geojson(VectorSource& source, LocatedSources& located) {
    auto bytes = file_bytes(source.path, geojson_limit);
    if (!bytes)
        throw Error({"io.unreadable", {source.shown, ""}});
    if (!hide_unsafe_crs(*bytes))
        return;
    source.crs_refused = true;
    if (!located.memory)
        located.memory = std::make_unique<MemoryFolder>();
    source.path = located.memory->put(
        "disarmed/" + std::filesystem::path(source.path).filename().string(), *bytes);
}

void add_source(LocatedSources& located, VectorSource source) {
    if (source.format != Format::file_gdb &&
        !content_agrees(source.format, first_bytes(source.path, 4096)))
        throw Error({"io.unreadable", {source.shown, driver_name(source.format)}});
    if (source.format == Format::geojson)
        disarm_geojson(source, located);
    located.sources.push_back(std::move(source));
}

bool belongs_to_vector(const std::string& name) {
    static const std::set<std::string> sidecars{".shx", ".dbf", ".prj", ".cpg", ".cst"};
    const std::string lower = lower_case(name);
    return format_by_extension(lower) || sidecars.count(extension_of(lower)) != 0 ||
           lower.find(".gdb/") != std::string::npos;
}

// What GDAL shall open of an entry: the entry itself, or the .gdb folder that it lies in.
std::string openable(const std::string& name) {
    const std::size_t folder = lower_case(name).find(".gdb/");
    return folder == std::string::npos ? name : name.substr(0, folder + 4);
}

void locate_in_archive(LocatedSources& located, const Inputs& inputs) {
    const Archive archive(inputs.bytes(), inputs.shown());
    located.findings.insert(located.findings.end(), archive.findings().begin(),
                            archive.findings().end());
    located.memory = std::make_unique<MemoryFolder>();
    std::set<std::string> found;
    for (const ArchiveEntry& entry : archive.entries()) {
        if (!belongs_to_vector(entry.name))
            continue;
        located.memory->put(entry.name, archive.bytes(entry));
        if (format_by_extension(openable(entry.name)))
            found.insert(openable(entry.name));
    }
    for (const std::string& name : found)
        add_source(located,
                   {*format_by_extension(name), located.memory->path_of(name), name, false, {}});
    if (located.sources.empty())
        throw Error({"io.unknown_format", {inputs.shown()}});
}

} // namespace

const char* driver_name(Format format) {
    switch (format) {
    case Format::shapefile:
        return "ESRI Shapefile";
    case Format::geopackage:
        return "GPKG";
    case Format::geojson:
        return "GeoJSON";
    case Format::kml:
        return "LIBKML";
    case Format::file_gdb:
        return "OpenFileGDB";
    case Format::flatgeobuf:
        break;
    }
    return "FlatGeobuf";
}

void register_driver(Format format) {
    if (GDALGetDriverByName(driver_name(format)))
        return;
    switch (format) {
    case Format::shapefile:
        return RegisterOGRShape();
    case Format::geopackage:
        return RegisterOGRGeoPackage();
    case Format::geojson:
        return RegisterOGRGeoJSON();
    case Format::kml:
        return RegisterOGRLIBKML();
    case Format::file_gdb:
        return RegisterOGROpenFileGDB();
    case Format::flatgeobuf:
        return RegisterOGRFlatGeobuf();
    }
}

std::optional<Format> format_by_extension(const std::string& path) {
    const std::string extension = extension_of(path);
    for (const Ending& ending : endings)
        if (ending.text == extension)
            return ending.format;
    return std::nullopt;
}

LocatedSources locate(const Inputs& inputs) {
    const std::string extension = extension_of(inputs.path());
    const auto format = format_by_extension(inputs.path());
    LocatedSources located;
    located.findings = inputs.findings();
    if (inputs.is_folder() != (format == Format::file_gdb))
        throw Error({"io.unknown_format", {inputs.shown()}});
    if (extension == ".zip" || extension == ".kmz")
        locate_in_archive(located, inputs);
    else if (format)
        add_source(located, {*format, inputs.path(), inputs.shown(), false, {}});
    else
        throw Error({"io.unknown_format", {inputs.shown()}});
    return located;
}

} // namespace detail

const std::vector<std::string>& vector_extensions() {
    static const std::vector<std::string> extensions{".shp", ".gpkg", ".geojson", ".json", ".kml",
                                                     ".kmz", ".gdb",  ".fgb",     ".zip"};
    return extensions;
}

} // namespace antardesa::io
