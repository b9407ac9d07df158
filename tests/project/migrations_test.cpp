#include "project/detail/schema.h"
#include "project/project_sample.h"

#include <gtest/gtest.h>

#include <array>

namespace antardesa::project::detail {

namespace {

constexpr auto with_a_next_step = std::to_array<Migration>({
    {1, create_schema_1},
    {2, create_schema_2},
    {3, create_schema_3},
    {4, [](sqlite::Database& database,
           const std::string&) { database.execute("ALTER TABLE desa ADD COLUMN catatan TEXT"); }},
});

TEST(Migrations, LeadFromNothingToTheNewestSchemaOneByOne) {
    auto database = sqlite::Database::in_memory();
    EXPECT_EQ(stored_version(database), 0);
    int version = 0;
    for (const Migration& step : migrations())
        EXPECT_EQ(step.version, ++version);
    EXPECT_EQ(version, schema_version);
    database.trust_schema();
    migrate(database, migrations(), "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(stored_version(database), schema_version);
    EXPECT_EQ(database.text("SELECT DISTINCT last_change FROM gpkg_contents"),
              "2026-11-23T00:00:00.000Z");
}

TEST(Migrations, ApplyOnlyTheStepsThatAreMissing) {
    auto database = sqlite::Database::in_memory();
    database.trust_schema();
    migrate(database, std::span(with_a_next_step).first(1), "t");
    migrate(database, with_a_next_step, "t");
    migrate(database, with_a_next_step, "t");
    EXPECT_EQ(stored_version(database), 4);
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_table_info('desa')"
                               " WHERE name = 'catatan'"),
              1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM antardesa_skema"), 4);
}

TEST(Migrations, RecordEveryLayerAndNothingThatTriggersKeep) {
    auto database = sqlite::Database::in_memory();
    database.trust_schema();
    migrate(database, migrations(), "t");
    for (const char* table : recorded_tables()) {
        EXPECT_EQ(std::string(table).find("rtree_"), std::string::npos);
        EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_table_info('" + std::string(table) +
                                   "') WHERE name = 'id' AND pk = 1"),
                  1)
            << table;
    }
}

} // namespace

} // namespace antardesa::project::detail
