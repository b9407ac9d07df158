#include "project/detail/spatial_index.h"

#include "base/text.h"
#include "project/detail/schema.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace antardesa::project::detail {

namespace {

std::string index_name(const char* table) {
    return std::string("rtree_") + table + "_geom";
}

/// Other programs make R-trees too, and write them with quotes and spaces of their own.
std::string without_quotes_and_spaces(std::string_view sql) {
    std::string bare = lower_case(sql);
    constexpr std::string_view left_out = "\"`[]' \t\r\n";
    std::erase_if(bare, [&](char c) { return left_out.find(c) != std::string_view::npos; });
    return bare;
}

/// Geometries that a search by the index would miss, and entries that lead nowhere. The index
/// holds boxes rounded outwards to single precision: about 0.00001 degrees here.
std::string index_query(const char* table) {
    std::string sql =
        "SELECT (SELECT count(*) FROM {t} LEFT JOIN rtree_{t}_geom AS box ON box.id = {t}.id"
        " WHERE geom NOTNULL AND NOT ST_IsEmpty(geom) AND (box.id IS NULL"
        " OR minx NOT BETWEEN ST_MinX(geom) - 0.001 AND ST_MinX(geom)"
        " OR maxx NOT BETWEEN ST_MaxX(geom) AND ST_MaxX(geom) + 0.001"
        " OR miny NOT BETWEEN ST_MinY(geom) - 0.001 AND ST_MinY(geom)"
        " OR maxy NOT BETWEEN ST_MaxY(geom) AND ST_MaxY(geom) + 0.001))"
        " + (SELECT count(*) FROM rtree_{t}_geom WHERE id NOT IN (SELECT id FROM {t}))";
    for (std::size_t at = sql.find("{t}"); at != std::string::npos; at = sql.find("{t}", at))
        sql.replace(at, 3, table);
    return sql;
}

std::uint64_t big_endian(std::span<const std::uint8_t> bytes) {
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = number << 8 | byte;
    return number;
}

/// The nodes below one another (https://sqlite.org/src/file/ext/rtree/rtree.c: two bytes depth,
/// in the root alone, two bytes number of cells, cells of a key and four singles).
class Nodes {
  public:
    Nodes(const sqlite::Database& database, const std::string& index)
        : data_(database.prepare("SELECT data FROM " + sqlite::quoted_name(index + "_node") +
                                 " WHERE nodeno = ?1")) {}

    /// False when a node is reached twice. What is missing or lies about its size ends a branch:
    /// the R-tree names that itself.
    bool form_a_tree() {
        constexpr std::int64_t root = 1;
        std::vector<std::int64_t> level = children(root, true);
        std::set<std::int64_t> reached{root};
        for (std::uint64_t left = std::min(depth_, deepest); left > 0; --left) {
            std::vector<std::int64_t> below;
            for (const std::int64_t node : level) {
                if (!reached.insert(node).second)
                    return false;
                if (left == 1)
                    continue;
                const auto more = children(node, false);
                below.insert(below.end(), more.begin(), more.end());
            }
            level = std::move(below);
        }
        return true;
    }

  private:
    static constexpr std::size_t head = 4;
    static constexpr std::size_t key = 8;
    static constexpr std::size_t cell = key + 4 * sizeof(float);
    static constexpr std::uint64_t deepest = 40; ///< SQLite refuses more

    std::vector<std::int64_t> children(std::int64_t node, bool is_root) {
        std::vector<std::int64_t> found;
        data_.reset();
        data_.bind(1, node);
        if (!data_.step() || !data_.is_blob(0) || data_.blob(0).size() < head)
            return found;
        const auto bytes = data_.blob(0);
        if (is_root)
            depth_ = big_endian(bytes.first(2));
        const std::size_t cells =
            std::min<std::size_t>(big_endian(bytes.subspan(2, 2)), (bytes.size() - head) / cell);
        for (std::size_t i = 0; i < cells; ++i)
            found.push_back(
                static_cast<std::int64_t>(big_endian(bytes.subspan(head + i * cell, key))));
        return found;
    }

    sqlite::Statement data_;
    std::uint64_t depth_ = 0;
};

bool has_table(const sqlite::Database& database, const std::string& name) {
    auto row = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND"
                                " rootpage <> 0 AND name = ?1 COLLATE NOCASE");
    row.bind(1, std::string_view(name));
    return row.step();
}

} // namespace

std::optional<std::string> disguised_index(const sqlite::Database& database) {
    auto row = database.prepare("SELECT type, sql FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE"
                                " AND (type = 'view' OR (type = 'table' AND rootpage = 0))");
    const auto look_for = [&](const std::string& name) {
        row.reset();
        row.bind(1, std::string_view(name));
        return row.step();
    };
    for (const Layer& layer : layers()) {
        if (!layer.geometry_type)
            continue;
        const std::string index = index_name(layer.table);
        if (look_for(index) &&
            (row.text(0) == "view" ||
             without_quotes_and_spaces(row.text(1)) !=
                 "createvirtualtable" + index + "usingrtree(id,minx,maxx,miny,maxy)"))
            return index;
        for (const char* behind : {"_node", "_parent", "_rowid"})
            if (look_for(index + behind))
                return index + behind;
    }
    return std::nullopt;
}

bool is_index_endless(const sqlite::Database& database, const char* table) {
    const std::string index = index_name(table);
    return has_table(database, index + "_node") && !Nodes(database, index).form_a_tree();
}

std::optional<std::string> endless_index(const sqlite::Database& database, int version) {
    for (const Layer& layer : layers(version))
        if (layer.geometry_type && is_index_endless(database, layer.table))
            return layer.table;
    return std::nullopt;
}

bool index_agrees(const sqlite::Database& database, const char* table) {
    return database.integer(index_query(table)) == 0 &&
           database.text("SELECT rtreecheck('" + index_name(table) + "')") == "ok";
}

} // namespace antardesa::project::detail
