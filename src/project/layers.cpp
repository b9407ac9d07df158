#include "project/detail/layer_styles.h"
#include "project/detail/schema.h"

#include <array>

namespace antardesa::project::detail {

namespace {

constexpr auto all_layers = std::to_array<Layer>({
    {"dokumen", "Dokumen", nullptr},
    {"dasar_hukum", "Dasar hukum", nullptr},
    {"kecamatan", "Kecamatan", nullptr},
    {"desa", "Desa", "MULTIPOLYGON"},
    {"area_khusus", "Area khusus", "MULTIPOLYGON"},
    {"unsur_acuan", "Sungai dan jalan", "MULTILINESTRING"},
    {"segmen_batas", "Segmen batas desa", "MULTILINESTRING"},
    {"titik_batas", "Titik batas", "POINT"},
    {"pihak_ketiga", "Pihak ketiga", "POINT"},
    {"bkad", "BKAD", nullptr},
    {"bkad_anggota", "Anggota BKAD", nullptr},
    {"bum_desa_bersama", "BUM Desa Bersama", nullptr},
    {"bum_desa_modal", "Modal BUM Desa Bersama", nullptr},
    {"kerja_sama", "Kerja sama desa", nullptr},
    {"kerja_sama_pihak", "Pihak kerja sama", nullptr},
    {"sengketa_batas", "Sengketa batas", "MULTIPOLYGON"},
    {"klaim_batas", "Klaim batas", "MULTILINESTRING"},
    {"usulan_batas", "Usulan batas", "MULTILINESTRING"},
    {"aset_bersama", "Aset bersama", "GEOMETRY"},
    {"aset_bersama_hak", "Hak atas aset bersama", nullptr},
    {"pengecualian_batas", "Pengecualian batas", "MULTIPOLYGON"},
    {"temuan_batas", "Temuan batas", "GEOMETRY"},
    {"kerja_sama_batas", "Batas dalam kerja sama", nullptr},
    {"musyawarah", "Musyawarah", nullptr},
    {"kerja_sama_dana", "Pendanaan kerja sama", nullptr},
    {"laporan", "Laporan", nullptr},
    {"masalah", "Masalah kerja sama", nullptr},
    {"evaluasi", "Evaluasi kerja sama", nullptr},
    {"bkad_kegiatan", "Kegiatan BKAD", nullptr},
    {"aset_perawatan", "Perawatan aset bersama", nullptr},
    {"langkah_daerah", "Langkah daerah", nullptr},
    {"sengketa_segmen", "Segmen sengketa", nullptr},
    {"penanda_tangan", "Penanda tangan", nullptr},
    {"lampiran", "Lampiran dokumen", nullptr},
    {"nama_lain", "Nama lain desa", nullptr},
    {"arti_kolom", "Arti kolom daftar", nullptr},
    {"bukti_sengketa", "Bukti sengketa", "POINT"},
});
constexpr std::size_t layers_of_schema_1 = 20;
constexpr std::size_t layers_of_schema_3 = 22;
constexpr std::size_t layers_of_schema_5 = 30;

constexpr auto with_identity = [] {
    std::array<const char*, all_layers.size() + 1> names{"proyek"};
    for (std::size_t i = 0; i < all_layers.size(); ++i)
        names[i + 1] = all_layers[i].table;
    return names;
}();

/// The triggers of OGC 12-128r18 annex F.3, {t} being the table. Every geometry column is
/// called geom and every key id.
constexpr const char* spatial_triggers = R"sql(
CREATE TRIGGER rtree_{t}_geom_insert AFTER INSERT ON {t}
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.id,
    ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_{t}_geom_update1 AFTER UPDATE OF geom ON {t}
  WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.id,
    ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_{t}_geom_update2 AFTER UPDATE OF geom ON {t}
  WHEN OLD.id = NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_{t}_geom WHERE id = OLD.id;
END;
CREATE TRIGGER rtree_{t}_geom_update3 AFTER UPDATE ON {t}
  WHEN OLD.id != NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_{t}_geom WHERE id = OLD.id;
  INSERT OR REPLACE INTO rtree_{t}_geom VALUES (NEW.id,
    ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_{t}_geom_update4 AFTER UPDATE ON {t}
  WHEN OLD.id != NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_{t}_geom WHERE id IN (OLD.id, NEW.id);
END;
CREATE TRIGGER rtree_{t}_geom_delete AFTER DELETE ON {t} WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_{t}_geom WHERE id = OLD.id;
END;
)sql";

constexpr const char* spatial_trigger_drops = R"sql(
DROP TRIGGER rtree_{t}_geom_insert;
DROP TRIGGER rtree_{t}_geom_update1;
DROP TRIGGER rtree_{t}_geom_update2;
DROP TRIGGER rtree_{t}_geom_update3;
DROP TRIGGER rtree_{t}_geom_update4;
DROP TRIGGER rtree_{t}_geom_delete;
)sql";

/// Table names come from the list above, never from a file.
std::string for_table(std::string sql, const char* table) {
    constexpr std::string_view mark = "{t}";
    for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark, at))
        sql.replace(at, mark.size(), table);
    return sql;
}

void register_layer(sqlite::Database& database, const Layer& layer, const std::string& time) {
    auto contents = database.prepare(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        " VALUES (?1, ?2, ?3, ?4, ?5)");
    contents.bind(1, std::string_view(layer.table));
    contents.bind(2, std::string_view(layer.geometry_type ? "features" : "attributes"));
    contents.bind(3, std::string_view(layer.title));
    contents.bind(4, std::string_view(time));
    layer.geometry_type ? contents.bind(5, std::int64_t{4326}) : contents.bind_null(5);
    contents.run();
    if (!layer.geometry_type)
        return;
    auto column =
        database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?1, 'geom', ?2, 4326, 0, 0)");
    column.bind(1, std::string_view(layer.table));
    column.bind(2, std::string_view(layer.geometry_type));
    column.run();
    auto extension =
        database.prepare("INSERT INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index',"
                         " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
    extension.bind(1, std::string_view(layer.table));
    extension.run();
    database.execute(for_table("CREATE VIRTUAL TABLE rtree_{t}_geom USING"
                               " rtree(id, minx, maxx, miny, maxy);",
                               layer.table));
    create_spatial_triggers(database, layer.table);
}

void add_style(sqlite::Database& database, const Layer& layer, const std::string& time) {
    const std::string style = layer_style(layer.table);
    if (style.empty())
        return;
    auto row = database.prepare(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?1, 'geom', ?2, ?3, '', 1, ?2, '', ?4)");
    row.bind(1, std::string_view(layer.table));
    row.bind(2, std::string_view(layer.title));
    row.bind(3, std::string_view(style));
    row.bind(4, std::string_view(time));
    row.run();
}

} // namespace

std::span<const Layer> layers(int version) {
    return std::span(all_layers)
        .first(version < 3   ? layers_of_schema_1
               : version < 5 ? layers_of_schema_3
               : version < 6 ? layers_of_schema_5
                             : all_layers.size());
}

std::span<const char* const> recorded_tables(int version) {
    return std::span(with_identity).first(layers(version).size() + 1);
}

void create_layers(sqlite::Database& database, std::span<const Layer> layers,
                   const std::string& time) {
    for (const Layer& layer : layers) {
        register_layer(database, layer, time);
        if (layer.geometry_type)
            add_style(database, layer, time);
    }
}

void create_spatial_triggers(sqlite::Database& database, const char* table) {
    database.execute(for_table(spatial_triggers, table));
}

std::set<std::string> spatial_trigger_texts() {
    constexpr std::string_view beginning = "CREATE TRIGGER ";
    constexpr std::string_view end = "END";
    std::set<std::string> texts;
    for (const Layer& layer : layers()) {
        if (!layer.geometry_type)
            continue;
        const std::string all = for_table(spatial_triggers, layer.table);
        for (std::size_t at = all.find(beginning); at != std::string::npos;
             at = all.find(beginning, at + 1))
            texts.insert(all.substr(at, all.find(end, at) + end.size() - at));
    }
    return texts;
}

void drop_spatial_triggers(sqlite::Database& database, const char* table) {
    database.execute(for_table(spatial_trigger_drops, table));
}

void fill_spatial_index(sqlite::Database& database, const char* table) {
    database.execute(for_table("INSERT INTO rtree_{t}_geom SELECT id, ST_MinX(geom),"
                               " ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom) FROM {t}"
                               " WHERE geom NOTNULL AND NOT ST_IsEmpty(geom)",
                               table));
}

void update_contents(sqlite::Database& database, const char* table, const std::string& time) {
    auto statement = database.prepare(
        for_table("UPDATE gpkg_contents SET last_change = ?1, (min_x, min_y, max_x, max_y) ="
                  " (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_{t}_geom)"
                  " WHERE table_name = '{t}'",
                  table));
    statement.bind(1, std::string_view(time));
    statement.run();
}

void touch_contents(sqlite::Database& database, const char* table, const std::string& time) {
    auto statement =
        database.prepare("UPDATE gpkg_contents SET last_change = ?1 WHERE table_name = ?2");
    statement.bind(1, std::string_view(time));
    statement.bind(2, std::string_view(table));
    statement.run();
}

void create_schema_1(sqlite::Database& database, const std::string& time) {
    database.execute(schema_1_geopackage);
    database.execute(schema_1_own);
    create_layers(database, layers(1), time);
    for (const char* table : {"proyek", "riwayat", "layer_styles"})
        register_layer(database, {table, table, nullptr}, time);
}

} // namespace antardesa::project::detail
