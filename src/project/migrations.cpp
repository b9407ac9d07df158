#include "project/detail/schema.h"
#include "project/detail/state.h"

#include <array>

namespace antardesa::project {

const int schema_version = 8;

namespace detail {

namespace {

constexpr auto all_migrations = std::to_array<Migration>({
    {1, create_schema_1},
    {2, create_schema_2},
    {3, create_schema_3},
    {4, create_schema_4},
    {5, create_schema_5},
    {6, create_schema_6},
    {7, create_schema_7},
    {8, create_schema_8},
});

} // namespace

std::span<const Migration> migrations() {
    return all_migrations;
}

void migrate(sqlite::Database& database, std::span<const Migration> steps,
             const std::string& time) {
    const int before = stored_version(database);
    register_functions(database); // steps write rows, and the triggers of R-trees look at them
    for (const Migration& step : steps) {
        if (step.version <= before)
            continue;
        step.apply(database, time);
        auto note = database.prepare("INSERT INTO antardesa_skema (versi) VALUES (?1)");
        note.bind(1, std::int64_t{step.version});
        note.run();
    }
}

int stored_version(const sqlite::Database& database) {
    if (database.integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND"
                         " rootpage <> 0 AND name IN ('antardesa_skema', 'riwayat', 'proyek')") !=
        3)
        return 0;
    return static_cast<int>(database.integer("SELECT max(versi) FROM antardesa_skema"));
}

} // namespace detail

} // namespace antardesa::project
