#include "project/detail/beside.h"
#include "project/detail/fresh_file.h"
#include "project/detail/holder.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"
#include "project/detail/stored_rows.h"

#include "sqlite/transaction.h"

namespace antardesa::project {

namespace detail {

// A journal in memory: one on disk would stay behind, and OFF is refused to a connection that is
// defensive.
sqlite::Database open_fresh(const std::filesystem::path& path) {
    auto database = sqlite::Database::open(path, sqlite::Access::create);
    database.execute("PRAGMA page_size=4096; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"
                     "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;"
                     "PRAGMA application_id=0x47504B47; PRAGMA user_version=10300;");
    database.trust_schema();
    register_functions(database);
    return database;
}

void without_spatial_triggers(sqlite::Database& database, const std::string& time,
                              const std::function<void()>& insert) {
    for (const Layer& layer : layers())
        if (layer.geometry_type)
            drop_spatial_triggers(database, layer.table);
    insert();
    for (const Layer& layer : layers()) {
        if (!layer.geometry_type)
            continue;
        fill_spatial_index(database, layer.table);
        create_spatial_triggers(database, layer.table);
        update_contents(database, layer.table, time);
    }
}

} // namespace detail

namespace {

namespace fs = std::filesystem;

/// All rows of one table. One statement and one buffer for all.
template<class Row>
void insert_rows(sqlite::Database& database, const model::Table<Row>& rows, Progress& progress) {
    auto statement = database.prepare(detail::insert_sql<Row>());
    geo::Bytes buffer;
    for (const Row& row : rows) {
        progress.check();
        detail::bind_row(statement, row, buffer);
        statement.run();
        progress.advance();
    }
}

std::int64_t row_count(const model::TableSet& tables) {
    return std::apply(
        [](const auto&... table) { return static_cast<std::int64_t>((table.size() + ...)); },
        tables);
}

void insert_tables(sqlite::Database& database, const model::TableSet& tables,
                   const std::string& time, Progress& progress) {
    progress.start(row_count(tables));
    detail::without_spatial_triggers(database, time, [&] {
        std::apply([&](const auto&... table) { (insert_rows(database, table, progress), ...); },
                   tables);
        progress.check();
    });
}

constexpr std::uint64_t page_size = 4096; ///< of `open_fresh`

struct Content {
    const model::ProjectIdentity& identity;
    const model::TableSet& tables;
    const Message& name;
};

/// `size` becomes that of the whole file as soon as it is known.
void write_fresh(const fs::path& path, const Content& content, const Authorship& by,
                 std::uint64_t& size, Progress& progress) {
    auto database = detail::open_fresh(path);
    const std::string time = detail::time_of(by);
    sqlite::Transaction transaction(database);
    const sqlite::Stoppable stoppable(database, progress);
    detail::migrate(database, detail::migrations(), time);
    detail::write_identity(database, content.identity);
    insert_tables(database, content.tables, time, progress);
    detail::append_entry(database, {0, content.name, by.author, time, {}, 0}, {});
    detail::hash_all_rows(database, schema_version, progress);
    size = static_cast<std::uint64_t>(database.integer("PRAGMA page_count")) * page_size;
    transaction.commit();
}

/// An existing project is opened for writing first: that finds out whether it is ours and free,
/// and clears away the journal of an interrupted write, which must not fall on the new file.
std::optional<detail::WriterLock> clear_way(const fs::path& path, bool replace) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
        if (!replace)
            throw Error({"project.exists", {path.string()}});
        static_cast<void>(ProjectFile::open(path, OpenMode::write));
        auto lock = detail::WriterLock::take(path);
        if (!lock)
            detail::refuse_in_use(path, detail::find_holder(path));
        return lock;
    }
    if (detail::look_beside(path) != detail::Beside::nothing)
        throw Error({"project.foreign_journal", {path.string()}});
    return std::nullopt;
}

} // namespace

ProjectFile ProjectFile::create_with(const fs::path& given, const model::ProjectIdentity& identity,
                                     const model::TableSet& tables, const Message& name,
                                     const Authorship& by, bool replace, Progress& progress) {
    // Replaced is what a link names, never the link.
    const fs::path path = detail::true_path(given);
    {
        const auto held = clear_way(path, replace);
        detail::FreshFile fresh(path);
        std::uint64_t size = 0;
        try {
            write_fresh(fresh.path(), {identity, tables, name}, by, size, progress);
        } catch (const sqlite::DatabaseError& error) {
            if (error.trouble() == sqlite::Trouble::full ||
                error.trouble() == sqlite::Trouble::interrupted)
                detail::rethrow(error, {path, fresh.path(), size});
            throw Error({"project.cannot_create", {path.string()}}, error.said());
        }
        fresh.put_in_place(replace);
    }
    return open(path, OpenMode::write);
}

ProjectFile ProjectFile::create(const fs::path& path, const model::ProjectIdentity& identity,
                                const Authorship& by) {
    Progress progress;
    return create_with(path, identity, {}, {"edit.create_project", {}}, by, false, progress);
}

} // namespace antardesa::project
