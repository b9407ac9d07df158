#pragma once

#include "project/project_file.h"
#include "sqlite/database.h"

#include <set>
#include <span>
#include <string>

namespace antardesa::project::detail {

/// One step from version - 1 to version, inside a transaction that the caller holds.
struct Migration {
    int version;
    void (*apply)(sqlite::Database& database, const std::string& time);
};

/// Every migration, ascending, from an empty database to `schema_version`.
std::span<const Migration> migrations();

/// Applies the migrations above the version that the database has, and notes each. `time` (UTC,
/// ISO 8601) is written where GeoPackage wants to know when a layer changed.
void migrate(sqlite::Database& database, std::span<const Migration> steps, const std::string& time);

/// 0 when the database is none of ours.
int stored_version(const sqlite::Database& database);

/// A table that people see in other programs.
struct Layer {
    const char* table;
    const char* title;         ///< Indonesian, shown by QGIS
    const char* geometry_type; ///< null for a table without geometry
};

/// Every user table of a schema, owners before those that refer to them.
std::span<const Layer> layers(int version = schema_version);
/// Those tables whose changes the history keeps: all layers and the identity.
std::span<const char* const> recorded_tables(int version = schema_version);
/// Registers tables that are there: contents, R-tree with its triggers, style.
void create_layers(sqlite::Database& database, std::span<const Layer> layers,
                   const std::string& time);

/// The triggers that keep a layer's R-tree, and filling an empty R-tree from the table at once.
/// Bulk writers drop the first, write the rows, fill, and create them again.
void create_spatial_triggers(sqlite::Database& database, const char* table);
/// The texts of the first for every layer, as SQLite stores them.
std::set<std::string> spatial_trigger_texts();
void drop_spatial_triggers(sqlite::Database& database, const char* table);
void fill_spatial_index(sqlite::Database& database, const char* table);

/// Brings the time of change in gpkg_contents up to date; for layers with geometry
/// `update_contents`, which brings the box up to date as well.
void touch_contents(sqlite::Database& database, const char* table, const std::string& time);
void update_contents(sqlite::Database& database, const char* table, const std::string& time);

/// Migration 1.
void create_schema_1(sqlite::Database& database, const std::string& time);

/// Migration 2: hashes of the rows that are there.
void create_schema_2(sqlite::Database& database, const std::string& time);

/// Migration 3: findings of the boundary check, exceptions, accuracy, earlier codes.
void create_schema_3(sqlite::Database& database, const std::string& time);
/// Migration 4: what the line of a segment follows.
void create_schema_4(sqlite::Database& database, const std::string& time);
/// Migration 5: what is done about agreements, bodies, assets and cases; the chain of the history.
void create_schema_5(sqlite::Database& database, const std::string& time);
/// Migration 6: segments, signatories, evidence and local steps of cases; attachments; totals of
/// the hashes.
void create_schema_6(sqlite::Database& database, const std::string& time);
/// Migration 7: when a village was formed, by which workflow a line comes to be.
void create_schema_7(sqlite::Database& database, const std::string& time);
/// Migration 8: the law that a document cites, as it stood.
void create_schema_8(sqlite::Database& database, const std::string& time);

extern const char* const schema_1_geopackage;
extern const char* const schema_1_own;

} // namespace antardesa::project::detail
