#include "io/detail/geopackage.h"

#include "base/result.h"
#include "base/text.h"
#include "crs/crs_text.h"
#include "io/detail/bytes.h"
#include "io/detail/layer_limit.h"
#include "io/detail/text_encoding.h"
#include "io/detail/text_limits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

namespace antardesa::io::detail {

namespace {

using sqlite::quoted_name;

// quick_check of 300 MB takes a second; only a file made to be slow takes this long.
constexpr std::chrono::seconds time_limit{20};

std::function<bool()> until_stopped(const Progress& progress) {
    const auto end = std::chrono::steady_clock::now() + time_limit;
    return [&progress, end] {
        return progress.stop_requested() || std::chrono::steady_clock::now() > end;
    };
}

std::span<const std::uint8_t> as_span(std::string_view bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::string shown_name(std::string_view name) {
    return shown_on_one_line(kept_name(repaired_utf8(name)));
}

std::string geometry_word(const std::string& type) {
    const std::string lower = lower_case(type);
    for (const char* word : {"polygon", "surface"})
        if (lower.find(word) != std::string::npos)
            return "polygon";
    for (const char* word : {"line", "curve"})
        if (lower.find(word) != std::string::npos)
            return "line";
    return lower.find("point") != std::string::npos ? "point" : "mixed";
}

FieldType type_of(std::string_view declared) {
    const std::string type = lower_case(declared);
    if (type.find("int") != std::string::npos || type.starts_with("bool"))
        return FieldType::integer;
    for (const char* word : {"real", "double", "float", "numeric", "decimal"})
        if (type.find(word) != std::string::npos)
            return FieldType::real;
    return FieldType::text;
}

} // namespace

GeoPackage::GeoPackage(std::string_view bytes, const std::string& shown, const Progress& progress)
    : shown_(shown),
      database_(sqlite::Database::open_bytes(as_span(bytes), until_stopped(progress))) {
    sqlite::Statement tables =
        database_.prepare("SELECT name FROM sqlite_schema WHERE type='table' AND rootpage>0");
    while (tables.step())
        tables_.emplace(tables.text(0));
    check_header(bytes);
    check_identity();
    check_metadata_tables();
    check_other_objects();
    check_extensions();
    check_indexes();
    find_stated_layers();
    if (layers_.empty())
        find_unstated_layers();
    if (layers_.empty())
        throw Error({"io.no_geopackage", {shown_}});
}

void GeoPackage::note(Severity severity, const char* code, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), shown_);
    findings_.push_back(
        {severity, code, shown_, std::nullopt, {std::string("io.") + code, std::move(arguments)}});
}

void GeoPackage::check_header(std::string_view bytes) {
    const std::uint32_t encoding = big_endian_32(bytes, 56);
    if (encoding < 1 || encoding > 3)
        note(Severity::warning, "database_header_odd", {std::to_string(encoding)});
    const std::uint64_t page = big_endian_16(bytes, 16) == 1 ? 65536 : big_endian_16(bytes, 16);
    const std::uint64_t pages = big_endian_32(bytes, 28);
    const bool count_valid = big_endian_32(bytes, 24) == big_endian_32(bytes, 92);
    if (bytes.size() % page != 0 || (count_valid && pages * page != bytes.size()))
        note(Severity::warning, "database_size_differs",
             {std::to_string(pages * page), std::to_string(bytes.size())});
}

void GeoPackage::check_identity() {
    constexpr std::array<std::int64_t, 4> known{0, 0x47504B47, 0x47503130, 0x47503131};
    constexpr std::int64_t newest = 10499; // 1.4.x
    const std::int64_t id = database_.integer("PRAGMA application_id");
    if (std::find(known.begin(), known.end(), id) == known.end())
        note(Severity::warning, "gpkg_other_program", {std::to_string(id)});
    const std::int64_t version = database_.integer("PRAGMA user_version");
    if (version > newest)
        note(Severity::warning, "gpkg_newer", {std::to_string(version)});
}

void GeoPackage::check_metadata_tables() {
    for (const char* name : {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"})
        if (!is_table(name))
            note(Severity::warning, "gpkg_table_missing", {name});
}

// Triggers of the R-tree and of GDAL's feature count are part of nearly every GeoPackage.
void GeoPackage::check_other_objects() {
    sqlite::Statement object = database_.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE rootpage=0 OR rootpage IS NULL");
    std::vector<std::string> triggers;
    std::vector<std::string> others;
    while (object.step()) {
        const std::string type(object.text(0));
        const std::string name(object.text(1));
        const std::string sql = lower_case(object.text(2));
        const bool usual_trigger = name.starts_with("rtree_") || name.starts_with("gpkg_") ||
                                   name.starts_with("trigger_insert_feature_count_") ||
                                   name.starts_with("trigger_delete_feature_count_");
        if (type == "trigger" && !usual_trigger)
            triggers.push_back(name);
        else if (type == "table" && sql.find("using rtree") == std::string::npos)
            others.push_back(name);
    }
    if (!triggers.empty())
        note(Severity::warning, "gpkg_triggers_ignored", {joined_names(triggers)});
    if (!others.empty())
        note(Severity::warning, "gpkg_virtual_ignored", {joined_names(others)});
}

void GeoPackage::check_extensions() {
    if (!is_table("gpkg_extensions"))
        return;
    constexpr std::array<std::string_view, 12> known{
        "gpkg_rtree_index", "gpkg_schema",   "gpkg_metadata",       "gpkg_crs_wkt",
        "gpkg_crs_wkt_1_1", "gpkg_webp",     "gpkg_zoom_other",     "gpkg_related_tables",
        "related_tables",   "gdal_aspatial", "gpkg_srs_id_trigger", "gpkg_geometry_type_trigger"};
    sqlite::Statement row = database_.prepare("SELECT extension_name FROM gpkg_extensions");
    std::set<std::string> unknown;
    while (row.step()) {
        const std::string name(row.text(0));
        if (std::find(known.begin(), known.end(), name) == known.end() &&
            !name.starts_with("gpkg_geom_"))
            unknown.insert(repaired_utf8(name));
    }
    if (!unknown.empty())
        note(Severity::warning, "gpkg_unknown_extension",
             {joined_names({unknown.begin(), unknown.end()})});
    if (is_table("gpkg_contents")) {
        sqlite::Statement other =
            database_.prepare("SELECT table_name FROM gpkg_contents WHERE data_type='attributes'");
        std::vector<std::string> tables;
        while (other.step())
            tables.push_back(repaired_utf8(other.text(0)));
        if (!tables.empty())
            note(Severity::warning, "gpkg_tables_not_read", {joined_names(tables)});
    }
}

// Never used to find rows, but a person may want to know that other programs stumble over it.
void GeoPackage::check_indexes() {
    for (const std::string& name : tables_) {
        if (!name.starts_with("rtree_") || !name.ends_with("_node"))
            continue;
        sqlite::Statement node = database_.prepare("SELECT data FROM " + quoted_name(name));
        bool damaged = false;
        while (!damaged && node.step()) {
            constexpr std::size_t cell = 24;
            const auto data = node.blob(0);
            damaged = data.size() < 4 + cell ||
                      std::size_t{data[2]} * 256 + data[3] > (data.size() - 4) / cell;
        }
        if (damaged)
            note(Severity::warning, "gpkg_index_damaged", {name});
    }
}

void GeoPackage::find_stated_layers() {
    if (!is_table("gpkg_contents") || !is_table("gpkg_geometry_columns"))
        return;
    sqlite::Statement row = database_.prepare(
        "SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_contents c "
        "LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name "
        "WHERE c.data_type = 'features'");
    std::map<std::string, int> times; // that a table is named
    std::vector<std::string> no_tables;
    while (row.step()) {
        GeoPackageLayer layer;
        layer.table = std::string(row.text(0));
        if (++times[layer.table] > 1)
            continue;
        if (static_cast<int>(times.size()) > most_layers)
            continue;
        layer.geometry_column = std::string(row.text(1));
        layer.geometry = geometry_word(std::string(row.text(2)));
        layer.srs_id = row.integer(3);
        if (is_table(layer.table))
            add_layer(std::move(layer));
        else
            no_tables.push_back(repaired_utf8(layer.table));
    }
    if (!no_tables.empty())
        note(Severity::warning, "gpkg_layer_not_table", {joined_names(no_tables)});
    std::vector<std::string> repeated;
    for (const auto& [table, count] : times)
        if (count > 1)
            repeated.push_back(repaired_utf8(table));
    if (!repeated.empty())
        note(Severity::warning, "gpkg_layer_repeated", {joined_names(repeated)});
    if (static_cast<int>(times.size()) > most_layers)
        findings_.push_back(layers_not_read(shown_, static_cast<int>(times.size())));
}

void GeoPackage::find_unstated_layers() {
    int looked_at = 0;
    for (const std::string& name : tables_)
        if (!name.starts_with("gpkg_") && !name.starts_with("rtree_") &&
            !name.starts_with("sqlite_") && ++looked_at <= most_layers)
            add_layer({name, {}, {}, "mixed", 0, false, std::nullopt, {}, {}});
    if (looked_at > most_layers)
        findings_.push_back(layers_not_read(shown_, looked_at));
}

bool GeoPackage::holds_blobs(const std::string& table, const std::string& column) const {
    constexpr int rows_looked_at = 5;
    sqlite::Statement row =
        database_.prepare("SELECT " + quoted_name(column) + " FROM " + quoted_name(table) +
                          " LIMIT " + std::to_string(rows_looked_at));
    while (row.step()) {
        const auto blob = row.blob(0);
        if (row.is_blob(0) && blob.size() > 8 && blob[0] == 'G' && blob[1] == 'P')
            return true;
    }
    return false;
}

void GeoPackage::describe_columns(GeoPackageLayer& layer) const {
    sqlite::Statement column =
        database_.prepare("PRAGMA table_xinfo(" + quoted_name(layer.table) + ")");
    bool stated_found = false;
    std::string instead;
    while (column.step()) {
        const std::string name(column.text(1));
        const bool generated = column.integer(6) > 1;
        if (generated) {
            layer.findings.push_back(
                {Severity::warning,
                 "gpkg_generated_column",
                 kept_name(name),
                 std::nullopt,
                 {"io.gpkg_generated_column", {shown_name(layer.table), shown_name(name)}}});
            continue;
        }
        if (name == layer.geometry_column) {
            stated_found = true;
            continue;
        }
        if (column.integer(5) == 1 && lower_case(column.text(2)) == "integer")
            layer.key_column = name;
        else
            layer.fields.push_back({name, type_of(column.text(2))});
    }
    if (stated_found)
        return;
    const auto found = std::find_if(layer.fields.begin(), layer.fields.end(), [&](const auto& f) {
        return holds_blobs(layer.table, f.name);
    });
    const std::string stated = layer.geometry_column;
    layer.geometry_column = found == layer.fields.end() ? std::string() : found->name;
    if (found != layer.fields.end())
        layer.fields.erase(found);
    layer.findings.push_back(
        {Severity::warning,
         "gpkg_geometry_column",
         kept_name(layer.table),
         std::nullopt,
         {"io.gpkg_geometry_column",
          {shown_name(layer.table), shown_name(stated), shown_name(layer.geometry_column)}}});
}

void GeoPackage::add_layer(GeoPackageLayer layer) {
    const bool stated = !layer.geometry_column.empty();
    describe_columns(layer);
    if (!stated && layer.geometry_column.empty())
        return;
    find_crs(layer);
    layers_.push_back(std::move(layer));
}

void GeoPackage::find_crs(GeoPackageLayer& layer) const {
    if (!is_table("gpkg_spatial_ref_sys") || layer.srs_id == 0 || layer.srs_id == -1)
        return;
    sqlite::Statement row = database_.prepare(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys "
        "WHERE srs_id = ?1");
    row.bind(1, layer.srs_id);
    layer.crs_named = true;
    if (!row.step())
        return;
    const std::string definition(row.text(2));
    const std::int64_t code = row.integer(1);
    const bool refused = crs::judge_text(definition) == crs::TextVerdict::refused;
    constexpr std::int64_t largest_code = 999999;
    const bool epsg = lower_case(row.text(0)) == "epsg" && code > 0 && code <= largest_code;
    if (refused)
        layer.findings.push_back({Severity::warning,
                                  "crs_not_obeyed",
                                  layer.table,
                                  std::nullopt,
                                  {"io.crs_not_obeyed", {shown_name(layer.table)}}});
    else if (epsg)
        layer.crs = crs::Crs::from_epsg(static_cast<int>(code));
    else
        layer.crs = crs::Crs::from_wkt(definition);
}

std::int64_t GeoPackage::count(const GeoPackageLayer& layer) const {
    return database_.integer("SELECT count(*) FROM " + quoted_name(layer.table));
}

} // namespace antardesa::io::detail
