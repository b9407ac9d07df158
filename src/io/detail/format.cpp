#include "io/detail/format.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/archive.h"
#include "io/detail/disarm.h"
#include "io/detail/exif_scan.h"
#include "io/detail/text_encoding.h"
#include "io/vector_reader.h"

#include <algorithm>
#include <array>
#include <map>
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

struct Ending {
    std::string_view text;
    Format format;
};
constexpr std::array<Ending, 9> endings{{{".shp", Format::shapefile},
                                         {".gpkg", Format::geopackage},
                                         {".geojson", Format::geojson},
                                         {".json", Format::geojson},
                                         {".kml", Format::kml},
                                         {".kmz", Format::kml},
                                         {".gdb", Format::file_gdb},
                                         {".fgb", Format::flatgeobuf},
                                         {".gpx", Format::gpx}}};

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
        const bool wide = start.starts_with("\xff\xfe") || start.starts_with("\xfe\xff");
        return wide || (!text.empty() && text.front() == '{');
    }
    case Format::photo:
        return is_jpeg(start);
    case Format::gpx: // its reader decides
    case Format::kml: // in UTF-16 its words cannot be found like this; its own check decides
    case Format::file_gdb:
        return true;
    }
    return false;
}

void add_source(LocatedSources& located, VectorSource source) {
    if (source.format != Format::file_gdb &&
        !content_agrees(source.format, first_bytes(source.path, 4096)))
        throw Error({"io.unreadable", {source.shown, driver_name(source.format)}});
    std::optional<std::string> text;
    if (source.format == Format::kml)
        text = disarm_kml(memory_bytes(source.path), source);
    if (source.format == Format::geojson)
        text = disarm_geojson(memory_bytes(source.path), source);
    if (text) {
        if (!located.memory)
            located.memory = std::make_unique<MemoryFolder>();
        source.path = located.memory->put(
            "disarmed/" + std::filesystem::path(source.path).filename().string(), *text);
    }
    located.sources.push_back(std::move(source));
}

// What a Mac writes beside the files of an archive: no data, though they carry the same endings.
bool is_mac_extra(const std::string& name) {
    const std::size_t slash = name.rfind('/');
    return lower_case(name).starts_with("__macosx/") ||
           name.substr(slash == std::string::npos ? 0 : slash + 1).starts_with("._");
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

/// "data/desa" for each file of a shapefile, else what GDAL opens: the files that are one set.
std::string set_of(const std::string& name) {
    const std::string whole = lower_case(openable(name));
    const bool alone = format_by_extension(whole).value_or(Format::shapefile) != Format::shapefile;
    return alone ? whole : whole.substr(0, whole.rfind('.'));
}

/// Adds the set, or what is wrong with it, so that the other sets of the archive come in.
void add_set(LocatedSources& located, VectorSource source, const std::optional<Message>& damage) {
    source.refused = damage;
    if (!damage) {
        try {
            return add_source(located, source);
        } catch (const Error& error) {
            source.refused = error.message();
        }
    }
    located.sources.push_back(std::move(source));
}

/// Damaged entries of no set that can be opened would pass unseen otherwise.
void note_stray_damage(LocatedSources& located, const std::map<std::string, Message>& damaged,
                       const std::set<std::string>& found) {
    std::set<std::string> sets;
    for (const std::string& name : found)
        sets.insert(set_of(name));
    for (const auto& [set, message] : damaged)
        if (sets.count(set) == 0)
            located.findings.push_back(
                {Severity::warning, "damaged_entry", {}, std::nullopt, message});
}

void locate_in_archive(LocatedSources& located, const Inputs& inputs) {
    const Archive archive(inputs.bytes(), inputs.shown());
    located.findings.insert(located.findings.end(), archive.findings().begin(),
                            archive.findings().end());
    located.memory = std::make_unique<MemoryFolder>();
    std::set<std::string> found;
    std::map<std::string, Message> damaged;
    int extras = 0;
    for (const ArchiveEntry& entry : archive.entries()) {
        extras += is_mac_extra(entry.name);
        if (is_mac_extra(entry.name) || !belongs_to_vector(entry.name))
            continue;
        try {
            located.memory->put(entry.name, archive.bytes(entry));
        } catch (const Error& error) {
            damaged.emplace(set_of(entry.name), error.message());
        }
        if (format_by_extension(openable(entry.name)))
            found.insert(openable(entry.name));
    }
    if (extras > 0)
        located.findings.push_back(
            {Severity::information,
             "archive_mac_extras",
             inputs.shown(),
             std::nullopt,
             {"io.archive_mac_extras", {inputs.shown(), std::to_string(extras)}}});
    for (const std::string& name : found) {
        const auto damage = damaged.find(set_of(name));
        add_set(located,
                {*format_by_extension(name),
                 located.memory->path_of(name),
                 shown_on_one_line(repaired_utf8(name)),
                 false,
                 {},
                 0,
                 std::nullopt},
                damage == damaged.end() ? std::nullopt : std::optional(damage->second));
    }
    note_stray_damage(located, damaged, found);
    if (located.sources.empty())
        throw Error({archive.any_locked() ? "io.archive_locked" : "io.nothing_in_archive",
                     {inputs.shown()}});
    if (located.sources.size() > 1)
        located.findings.push_back(
            {Severity::warning,
             "several_sets",
             inputs.shown(),
             std::nullopt,
             {"io.several_sets",
              {inputs.shown(), joined_names({found.begin(), found.end()}),
               shown_on_one_line(repaired_utf8(*std::next(found.begin())))}}});
}

// A file that has no ending, or only a dot, is what it begins like.
std::optional<Format> format_without_ending(const Inputs& inputs) {
    if (extension_of(inputs.path()).size() > 1 || inputs.is_folder())
        return std::nullopt;
    for (const Format format : {Format::geopackage, Format::geojson})
        if (content_agrees(format, inputs.bytes().substr(0, 4096)))
            return format;
    return std::nullopt;
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
    case Format::gpx:
        return "GPX";
    case Format::photo:
        return "JPEG";
    case Format::flatgeobuf:
        break;
    }
    return "FlatGeobuf";
}

void register_driver(Format format) {
    if (format == Format::gpx || format == Format::photo ||
        GDALGetDriverByName(driver_name(format)))
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
    case Format::gpx:
    case Format::photo:
        break;
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
    const bool photo = extension == ".jpg" || extension == ".jpeg";
    const auto format = photo ? std::optional(Format::photo) : format_by_extension(inputs.path());
    LocatedSources located;
    located.findings = inputs.findings();
    if (inputs.is_folder() != (format == Format::file_gdb))
        throw Error({"io.unknown_format", {inputs.shown()}});
    if (extension == ".zip" || extension == ".kmz")
        locate_in_archive(located, inputs);
    else if (const auto by_content = format ? format : format_without_ending(inputs))
        add_source(located,
                   {*by_content, inputs.path(), inputs.shown(), false, {}, 0, std::nullopt});
    else
        throw Error({"io.unknown_format", {inputs.shown()}});
    return located;
}

} // namespace detail

const std::vector<std::string>& vector_extensions() {
    static const std::vector<std::string> extensions{".shp", ".gpkg", ".geojson", ".json", ".kml",
                                                     ".kmz", ".gdb",  ".fgb",     ".gpx",  ".zip"};
    return extensions;
}

} // namespace antardesa::io
