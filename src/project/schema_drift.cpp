#include "project/detail/schema_drift.h"

#include "project/detail/schema.h"
#include "project/detail/spatial_index.h"

#include <set>

namespace antardesa::project::detail {

namespace {

/// Queries whose every answer of the reference must also be an answer of the file.
constexpr const char* registers[] = {
    "SELECT type || ' ' || name, sql FROM sqlite_schema"
    " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    "SELECT 'gpkg_spatial_ref_sys ' || srs_id, quote(srs_name) || quote(organization) ||"
    " quote(organization_coordsys_id) || quote(definition) FROM gpkg_spatial_ref_sys",
    "SELECT 'gpkg_contents ' || table_name, quote(data_type) || quote(srs_id) FROM gpkg_contents",
    "SELECT 'gpkg_geometry_columns ' || table_name, quote(column_name) ||"
    " quote(geometry_type_name) || quote(srs_id) || quote(z) || quote(m)"
    " FROM gpkg_geometry_columns",
    "SELECT 'gpkg_extensions ' || table_name, quote(column_name) || quote(extension_name)"
    " FROM gpkg_extensions",
};

Finding drifted(const char* code, const std::string& subject) {
    Finding finding;
    finding.code = code;
    finding.subject = subject;
    finding.message = {std::string("project.integrity.") + code, {subject}};
    return finding;
}

/// "table desa" and the like in the reader's own word; lines of the GeoPackage's registers as they
/// are named there.
Finding drifted_from_reference(const std::string& entry) {
    Finding finding = drifted("register", entry);
    for (const std::string type : {"table", "index", "trigger", "view"})
        if (entry.starts_with(type + ' '))
            finding.message = {"project.integrity.register_" + type,
                               {entry.substr(type.size() + 1)}};
    return finding;
}

using Entries = std::set<std::pair<std::string, std::string>>;

Entries entries_of(const sqlite::Database& database, const char* query) {
    Entries entries;
    auto rows = database.prepare(query);
    while (rows.step())
        entries.emplace(rows.text(0), rows.text(1));
    return entries;
}

sqlite::Database reference_of(int version) {
    auto database = sqlite::Database::in_memory();
    database.trust_schema();
    std::size_t steps = 0;
    while (steps < migrations().size() && migrations()[steps].version <= version)
        ++steps;
    migrate(database, migrations().first(steps), "");
    return database;
}

/// Tables besides the recorded ones that are asked.
constexpr const char* other_tables[] = {"riwayat",         "pemegang",
                                        "denyut",          "sidik_baris",
                                        "sidik_tabel",     "antardesa_skema",
                                        "antardesa_baca",  "layer_styles",
                                        "gpkg_contents",   "gpkg_geometry_columns",
                                        "gpkg_extensions", "gpkg_spatial_ref_sys",
                                        "sqlite_stat1"}; // SQLite's R-trees ask it

/// "type name" of everything that this program does not make and that is more than a table or an
/// index.
std::vector<std::pair<std::string, std::string>> foreign_objects(const sqlite::Database& database) {
    const auto known = spatial_trigger_texts();
    std::vector<std::pair<std::string, std::string>> found;
    auto rows = database.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') OR"
        " (type = 'table' AND rootpage = 0 AND name NOT LIKE 'rtree\\_%' ESCAPE '\\')"
        " ORDER BY name");
    while (rows.step())
        if (!known.contains(std::string(rows.text(2))))
            found.emplace_back(rows.text(0), rows.text(1));
    return found;
}

/// `check` answers whether all is well; a page that it cannot read is not.
template<class Check>
bool well(Check check) {
    try {
        return check();
    } catch (const sqlite::DatabaseError&) {
        return false;
    }
}

} // namespace

std::optional<std::string> disguised_table(const sqlite::Database& database) {
    auto row = database.prepare("SELECT name FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE AND"
                                " (type = 'view' OR (type = 'table' AND rootpage = 0))");
    const auto is_disguised = [&](const char* table) {
        row.reset();
        row.bind(1, std::string_view(table));
        return row.step();
    };
    for (const char* table : recorded_tables())
        if (is_disguised(table))
            return table;
    for (const char* table : other_tables)
        if (is_disguised(table))
            return table;
    return disguised_index(database);
}

std::optional<std::string> foreign_trigger(const sqlite::Database& database) {
    for (const auto& [type, name] : foreign_objects(database))
        if (type == "trigger")
            return name;
    return std::nullopt;
}

std::optional<std::string> table_with_action(const sqlite::Database& database) {
    auto row = database.prepare(
        "SELECT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f"
        " WHERE m.type = 'table' AND (f.on_update <> 'NO ACTION' OR f.on_delete <> 'NO ACTION')");
    return row.step() ? std::optional(std::string(row.text(0))) : std::nullopt;
}

void find_drift(const sqlite::Database& database, int version, std::vector<Finding>& findings,
                Progress& progress) {
    const auto reference = reference_of(version);
    for (const char* query : registers) {
        progress.check();
        Entries stored;
        if (!well([&] { return stored = entries_of(database, query), true; }))
            findings.push_back(drifted("register", "gpkg"));
        for (const auto& entry : entries_of(reference, query))
            if (!stored.contains(entry))
                findings.push_back(drifted_from_reference(entry.first));
    }
    for (const auto& [type, name] : foreign_objects(database))
        findings.push_back(drifted(type == "trigger" ? "foreign_trigger" : "foreign_object", name));
    if (const auto table = table_with_action(database))
        findings.push_back(drifted("foreign_action", *table));
    for (const Layer& layer : layers(version)) {
        progress.check();
        if (layer.geometry_type && !well([&] {
                return !is_index_endless(database, layer.table) &&
                       index_agrees(database, layer.table);
            }))
            findings.push_back(drifted("index", layer.table));
    }
}

} // namespace antardesa::project::detail
