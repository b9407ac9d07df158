#include "sqlite/session.h"

#include "sqlite/trouble_of.h"

#include <gtest/gtest.h>

namespace antardesa::sqlite {

namespace {

Database with_villages() {
    Database database = Database::in_memory();
    database.execute("CREATE TABLE desa (id INTEGER PRIMARY KEY, nama TEXT, luas REAL, geom BLOB);"
                     "CREATE TABLE aset (id INTEGER PRIMARY KEY, nama TEXT);"
                     "INSERT INTO desa VALUES (1, 'Mekarsari', 1.5, x'00ff'),"
                     " (2, 'Sukamaju', NULL, NULL); INSERT INTO aset VALUES (1, 'Pasar')");
    return database;
}

/// Inserts, updates and deletes in two tables.
Changeset of_every_kind(Database& database) {
    Session session(database);
    session.attach("desa");
    session.attach("aset");
    database.execute("INSERT INTO desa VALUES (3, 'Wonosari', 2.5, zeroblob(300));"
                     "UPDATE desa SET nama = 'Mekarjaya', geom = NULL WHERE id = 1;"
                     "DELETE FROM desa WHERE id = 2; DELETE FROM aset");
    return session.changeset();
}

TEST(ChangesetForm, IsWhatSessionsWriteAndTheirInverse) {
    Database database = with_villages();
    const Changeset changes = of_every_kind(database);
    EXPECT_TRUE(has_changeset_form(changes));
    EXPECT_TRUE(has_changeset_form(inverted(changes)));
    EXPECT_TRUE(has_changeset_form({}));
}

// SQLite's own inversion of nine bytes of one goes on for ever.
TEST(ChangesetForm, IsNotThereWhenItIsCutInsideAChange) {
    Database database = with_villages();
    Session session(database);
    session.attach("desa");
    database.execute("UPDATE desa SET nama = 'X' WHERE id = 1");
    const Changeset changes = session.changeset();
    std::size_t whole = 0;
    for (std::size_t size = 1; size < changes.size(); ++size) {
        const std::span<const std::uint8_t> part(changes.data(), size);
        whole += has_changeset_form(part);
        if (!has_changeset_form(part)) {
            EXPECT_EQ(trouble([&] { inverted(part); }), Trouble::corrupt) << size;
            EXPECT_EQ(trouble([&] { tables_of(part); }), Trouble::corrupt) << size;
            EXPECT_EQ(trouble([&] { apply_changeset(database, part); }), Trouble::corrupt) << size;
        }
    }
    EXPECT_EQ(whole, 1u) << "only a table's head without a change";
}

TEST(ChangesetForm, OfFlippedBitsAlwaysComesToAnEnd) {
    Database database = with_villages();
    const Changeset changes = of_every_kind(database);
    int without = 0;
    for (std::size_t bit = 0; bit < changes.size() * 8; ++bit) {
        Changeset flipped = changes;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        if (!has_changeset_form(flipped)) {
            ++without;
            continue;
        }
        // SQLite may refuse it, but must answer.
        trouble([&] { changed_rows(inverted(flipped)); });
    }
    EXPECT_GT(without, 100);
}

TEST(ChangedBlobs, SayWhatStoodInOneColumnBeforeAndAfter) {
    Database database = with_villages();
    const Changeset changes = of_every_kind(database);
    const auto blobs = changed_blobs(changes, "desa", 3);
    // The village without geometry says nothing; the assets are another table.
    ASSERT_EQ(blobs.size(), 2U);
    for (const ChangedBlob& blob : blobs) {
        ASSERT_TRUE(blob.key == 1 || blob.key == 3);
        EXPECT_EQ(blob.before, blob.key == 1 ? (std::vector<std::uint8_t>{0x00, 0xFF})
                                             : std::vector<std::uint8_t>());
        EXPECT_EQ(blob.after.size(), blob.key == 3 ? 300U : 0U);
    }
    const auto back = changed_blobs(inverted(changes), "desa", 3);
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].before.size() + back[1].before.size(), 300U);
    EXPECT_TRUE(changed_blobs(changes, "aset", 3).empty());
    EXPECT_TRUE(changed_blobs(changes, "desa", 99).empty());
    EXPECT_TRUE(changed_blobs({}, "desa", 3).empty());
}

} // namespace

} // namespace antardesa::sqlite
