#include "sqlite/session.h"
#include "sqlite/transaction.h"
#include "sqlite/trouble_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace antardesa::sqlite {

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class Folder : public testing::Test {
  protected:
    Folder() {
        std::string name = (fs::temp_directory_path() / "antardesa-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() override {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path path_;
};

Database with_villages() {
    Database database = Database::in_memory();
    database.execute("CREATE TABLE desa (id INTEGER PRIMARY KEY, nama TEXT, luas REAL, geom BLOB);"
                     "INSERT INTO desa VALUES (1, 'Mekarsari', 1.5, x'00ff'), (2, 'Sukamaju', NULL,"
                     " NULL)");
    return database;
}

TEST(Statement, BindsAndReadsEveryType) {
    Database database = with_villages();
    auto insert = database.prepare("INSERT INTO desa VALUES (?1, ?2, ?3, ?4)");
    const std::string odd("a\0b", 3);
    const std::vector<std::uint8_t> bytes{1, 2, 3};
    insert.bind(1, std::int64_t{1} << 40);
    insert.bind(2, std::string_view(odd));
    insert.bind(3, 0.1);
    insert.bind(4, std::span<const std::uint8_t>(bytes));
    insert.run();
    EXPECT_EQ(database.changes(), 1);
    auto row = database.prepare("SELECT id, nama, luas, geom FROM desa ORDER BY id DESC");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), std::int64_t{1} << 40);
    EXPECT_EQ(row.text(1), odd);
    EXPECT_EQ(row.real(2), 0.1);
    EXPECT_THAT(row.blob(3), ElementsAre(1, 2, 3));
    EXPECT_EQ(row.column_count(), 4);
    EXPECT_EQ(row.column_name(1), "nama");
    ASSERT_TRUE(row.step());
    EXPECT_TRUE(row.is_null(2));
    EXPECT_TRUE(row.is_text(1));
    EXPECT_FALSE(row.is_number(1));
    EXPECT_EQ(row.text(2), "");
    EXPECT_TRUE(row.blob(3).empty());
}

TEST(Statement, KeepsAnEmptyTextApartFromNull) {
    Database database = with_villages();
    auto insert = database.prepare("INSERT INTO desa (nama, geom) VALUES (?1, ?2)");
    insert.bind(1, std::string_view());
    insert.bind(2, std::span<const std::uint8_t>());
    insert.run();
    EXPECT_EQ(database.integer("SELECT count(*) FROM desa WHERE nama = '' AND geom = x''"), 1);
}

TEST(Database, SaysWhatIsWrong) {
    Database database = with_villages();
    EXPECT_EQ(trouble([&] { database.execute("INSERT INTO desa (id) VALUES (1)"); }),
              Trouble::constraint);
    EXPECT_EQ(trouble([&] { database.execute("SELECT * FROM tidak_ada"); }), Trouble::other);
    EXPECT_EQ(trouble([&] { Database::open("/tidak/ada/p.db", Access::read_write); }),
              Trouble::cannot_open);
    try {
        database.execute("omong kosong");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "sqlite.other");
        EXPECT_THAT(error.message().arguments.at(0), testing::HasSubstr("omong"));
    }
}

TEST(Database, IsHardened) {
    Database database = with_villages();
    EXPECT_EQ(database.integer("PRAGMA trusted_schema"), 0);
    EXPECT_EQ(database.integer("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(database.integer("PRAGMA cell_size_check"), 1);
    EXPECT_TRUE(trouble([&] { database.execute("ATTACH ':memory:' AS lain"); }));
    EXPECT_TRUE(trouble([&] { database.execute("SELECT load_extension('x')"); }));
    database.execute("PRAGMA writable_schema=ON");
    EXPECT_TRUE(trouble([&] { database.execute("UPDATE sqlite_schema SET sql = 'x'"); }));
    EXPECT_TRUE(trouble([&] { database.execute("SELECT '" + std::string(2 << 20, 'x') + "'"); }))
        << "a statement of two megabytes";
}

TEST_F(Folder, TakesAPathLiterallyAndReadsWithoutATrace) {
    const fs::path file = path_ / "a?mode=rw&x=#%41.db";
    {
        Database::open(file, Access::create)
            .execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)");
    }
    EXPECT_TRUE(fs::exists(file));
    const auto time = fs::last_write_time(file);
    Database database = Database::open(file, Access::immutable);
    EXPECT_EQ(database.integer("SELECT x FROM t"), 7);
    EXPECT_EQ(trouble([&] { database.execute("INSERT INTO t VALUES (8)"); }), Trouble::read_only);
    EXPECT_EQ(fs::last_write_time(file), time);
    EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 1);
}

TEST_F(Folder, RefusesAStrangersDamagedFile) {
    const fs::path file = path_ / "a.db";
    {
        Database database = Database::open(file, Access::create);
        database.execute("CREATE TABLE t (x); CREATE INDEX i ON t (x);");
        Transaction transaction(database);
        for (int i = 0; i < 2000; ++i)
            database.execute("INSERT INTO t VALUES (" + std::to_string(i) + ")");
        transaction.commit();
    }
    EXPECT_EQ(Database::open_foreign(file).integer("SELECT count(*) FROM t"), 2000);
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(4096 * 3);
        bytes << std::string(2000, '\x7f');
    }
    EXPECT_EQ(trouble([&] { Database::open_foreign(file); }), Trouble::corrupt);
    std::ofstream(file, std::ios::trunc) << std::string(9000, 'x');
    EXPECT_EQ(trouble([&] { Database::open_foreign(file); }), Trouble::not_a_database);
}

TEST(Transaction, IsRolledBackUnlessCommitted) {
    Database database = with_villages();
    {
        Transaction transaction(database);
        database.execute("DELETE FROM desa");
        EXPECT_TRUE(database.in_transaction());
    }
    EXPECT_FALSE(database.in_transaction());
    EXPECT_EQ(database.integer("SELECT count(*) FROM desa"), 2);
    Transaction transaction(database);
    {
        Savepoint savepoint(database);
        database.execute("DELETE FROM desa");
    }
    {
        Savepoint savepoint(database);
        database.execute("DELETE FROM desa WHERE id = 2");
        savepoint.release();
    }
    transaction.commit();
    EXPECT_EQ(database.integer("SELECT count(*) FROM desa"), 1);
}

TEST_F(Folder, ASecondWriterIsToldThatTheFileIsBusy) {
    Database first = Database::open(path_ / "a.db", Access::create);
    first.execute("CREATE TABLE t (x)");
    Database second = Database::open(path_ / "a.db", Access::read_write);
    Transaction transaction(first);
    EXPECT_EQ(trouble([&] { Transaction other(second); }), Trouble::busy);
}

TEST(Session, RecordsInvertsAndApplies) {
    Database database = with_villages();
    Changeset changeset;
    {
        Session session(database);
        session.attach("desa");
        EXPECT_TRUE(session.changeset().empty());
        database.execute(
            "UPDATE desa SET nama = 'Baru' WHERE id = 1; DELETE FROM desa WHERE id = 2;"
            "INSERT INTO desa VALUES (3, 'Tiga', 3, x'03')");
        changeset = session.changeset();
    }
    EXPECT_THAT(tables_of(changeset), ElementsAre("desa"));
    EXPECT_TRUE(apply_changeset(database, inverted(changeset)));
    EXPECT_EQ(database.text("SELECT group_concat(nama) FROM desa"), "Mekarsari,Sukamaju");
    EXPECT_TRUE(apply_changeset(database, changeset));
    EXPECT_EQ(database.text("SELECT group_concat(nama) FROM desa"), "Baru,Tiga");
    EXPECT_TRUE(apply_changeset(database, {}));
    EXPECT_TRUE(inverted({}).empty());
}

TEST(Session, AConflictChangesNothing) {
    Database database = with_villages();
    Changeset changeset;
    {
        Session session(database);
        session.attach("desa");
        database.execute("UPDATE desa SET nama = 'B1' WHERE id = 1;"
                         "UPDATE desa SET nama = 'B2' WHERE id = 2");
        changeset = session.changeset();
    }
    database.execute("UPDATE desa SET nama = 'Lain' WHERE id = 2");
    EXPECT_FALSE(apply_changeset(database, inverted(changeset)));
    EXPECT_EQ(database.text("SELECT group_concat(nama) FROM desa"), "B1,Lain");
}

TEST(BoundsFunctions, AnswerWhatTheyAreTold) {
    Database database = with_villages();
    database.register_bounds_functions(
        [](std::span<const std::uint8_t> blob) -> std::optional<std::array<double, 4>> {
            if (blob.size() != 2)
                return std::nullopt;
            return std::array<double, 4>{1, 2, 3, 4};
        });
    EXPECT_EQ(database.text("SELECT ST_MinX(geom) || ST_MaxX(geom) || ST_MinY(geom) || "
                            "ST_MaxY(geom) FROM desa WHERE id = 1"),
              "1.02.03.04.0");
    EXPECT_EQ(database.integer("SELECT ST_IsEmpty(x'00')"), 1);
    EXPECT_EQ(database.integer("SELECT ST_IsEmpty(x'0000')"), 0);
    EXPECT_EQ(database.integer("SELECT ST_IsEmpty(NULL) IS NULL AND ST_MinX('text') IS NULL"), 1);
}

} // namespace

} // namespace antardesa::sqlite
