#include "sqlite/database.h"

#include "base/job.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <stop_token>

#include <stdlib.h>

namespace antardesa::sqlite {

namespace {

/// The bytes of a database that these statements made.
std::vector<std::uint8_t> bytes_after(const std::string& sql) {
    std::string folder = (std::filesystem::temp_directory_path() / "antardesa-XXXXXX").string();
    const std::filesystem::path path = std::filesystem::path(::mkdtemp(folder.data())) / "x.db";
    Database::open(path, Access::create).execute(sql);
    std::ifstream file(path, std::ios::binary);
    const std::vector<std::uint8_t> bytes((std::istreambuf_iterator<char>(file)),
                                          std::istreambuf_iterator<char>());
    std::filesystem::remove_all(folder);
    return bytes;
}

constexpr const char* villages =
    "CREATE TABLE desa(id INTEGER PRIMARY KEY, nama TEXT);"
    "INSERT INTO desa VALUES(1,'A'),(2,'B');"
    "CREATE VIEW semua AS SELECT * FROM desa;"
    "CREATE VIRTUAL TABLE kotak USING rtree(id, a, b);"
    "CREATE TRIGGER t AFTER UPDATE ON desa BEGIN DELETE FROM desa; END;";

Database opened(const std::vector<std::uint8_t>& bytes) {
    return Database::open_bytes(bytes, [] { return false; });
}

bool allowed(const Database& database, const std::string& sql) {
    try {
        Statement statement = database.prepare(sql);
        statement.run();
    } catch (const DatabaseError&) {
        return false;
    }
    return true;
}

std::optional<Trouble> trouble_of(const std::vector<std::uint8_t>& bytes) {
    try {
        opened(bytes);
    } catch (const DatabaseError& error) {
        return error.trouble();
    }
    return std::nullopt;
}

} // namespace

TEST(ForeignDatabase, LetsOrdinaryTablesBeReadAndNothingElse) {
    const auto bytes = bytes_after(villages);
    const Database database = opened(bytes);
    EXPECT_EQ(database.integer("SELECT count(*) FROM desa"), 2);
    EXPECT_TRUE(allowed(database, "PRAGMA table_xinfo(\"desa\")"));
    for (const char* refused :
         {"SELECT * FROM semua", "SELECT * FROM kotak", "UPDATE desa SET nama='x'",
          "INSERT INTO desa VALUES(3,'C')", "DELETE FROM desa", "CREATE TABLE x(y)",
          "ATTACH ':memory:' AS b", "PRAGMA writable_schema=1", "PRAGMA trusted_schema=1",
          "SELECT load_extension('x')", "SELECT randomblob(9)",
          "SELECT * FROM pragma_database_list",
          "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT "
          "n+1 FROM r) SELECT nama, hex(n) FROM r, desa",
          "VACUUM", "BEGIN"})
        EXPECT_FALSE(allowed(database, refused)) << refused;
}

TEST(ForeignDatabase, TakesTheMainFileAsItIs) {
    auto bytes = bytes_after(villages);
    bytes[18] = bytes[19] = 2; // says that a write-ahead log belongs to it
    EXPECT_EQ(opened(bytes).integer("SELECT count(*) FROM desa"), 2);
}

TEST(ForeignDatabase, RefusesDamageBeforeAnyRow) {
    const auto whole = bytes_after(villages);
    EXPECT_EQ(trouble_of({}), Trouble::not_a_database);
    EXPECT_TRUE(trouble_of(std::vector<std::uint8_t>(4096, 'x')).has_value());
    EXPECT_TRUE(trouble_of({whole.begin(), whole.begin() + 8192}).has_value());
    auto zeroed = whole;
    std::fill(zeroed.begin() + 4096, zeroed.begin() + 8192, std::uint8_t{0});
    EXPECT_TRUE(trouble_of(zeroed).has_value());
}

TEST(ForeignDatabase, EndsWhenAskedTo) {
    const auto bytes =
        bytes_after("CREATE TABLE a(x); WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL "
                    "SELECT n+1 FROM r WHERE n<3000) INSERT INTO a SELECT n FROM r;");
    bool stop = false;
    const Database database = Database::open_bytes(bytes, [&] { return stop; });
    stop = true;
    try {
        database.integer("SELECT count(*) FROM a, a AS b, a AS c");
        FAIL() << "ran to its end";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.trouble(), Trouble::interrupted);
    }
}

TEST(Stoppable, EndsAStatementThatWouldNotEnd) {
    const auto database = Database::in_memory();
    std::stop_source stop;
    const Progress progress(stop.get_token());
    const char* endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                          " SELECT count(*) FROM n";
    {
        const Stoppable stoppable(database, progress);
        EXPECT_EQ(database.integer("SELECT 1"), 1);
        stop.request_stop();
        try {
            database.integer(endless);
            FAIL() << "it ended by itself";
        } catch (const DatabaseError& error) {
            EXPECT_EQ(error.trouble(), Trouble::interrupted);
        }
    }
    EXPECT_EQ(database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                               " WHERE i < 200000) SELECT count(*) FROM n"),
              200000)
        << "afterwards nothing asks any more";
}

TEST(QuotedName, HoldsAnyName) {
    EXPECT_EQ(quoted_name("a\"; DROP TABLE b;--"), "\"a\"\"; DROP TABLE b;--\"");
}

} // namespace antardesa::sqlite
