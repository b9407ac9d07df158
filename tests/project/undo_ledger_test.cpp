#include "project/detail/undo_ledger.h"

#include <gtest/gtest.h>

namespace antardesa::project::detail {

namespace {

TEST(UndoLedger, NeverOffersTheImport) {
    UndoLedger ledger;
    ledger.add(0, 0);
    EXPECT_EQ(ledger.undoable(), std::nullopt);
    EXPECT_EQ(ledger.redoable(), std::nullopt);
}

TEST(UndoLedger, WalksBackAndForth) {
    UndoLedger ledger;
    ledger.add(0, 0);
    ledger.add(1, 0);
    ledger.add(2, 0);
    EXPECT_EQ(ledger.undoable(), 2);
    ledger.add(3, 2);
    EXPECT_EQ(ledger.undoable(), 1);
    EXPECT_EQ(ledger.redoable(), 3);
    ledger.add(4, 1);
    EXPECT_EQ(ledger.undoable(), std::nullopt);
    EXPECT_EQ(ledger.redoable(), 4);
    ledger.add(5, 4);
    EXPECT_EQ(ledger.undoable(), 5) << "edit 1 again, by its redo";
    EXPECT_EQ(ledger.redoable(), 3);
    EXPECT_FALSE(ledger.undone(1));
    EXPECT_TRUE(ledger.undone(2));
    EXPECT_EQ(ledger.origin(5), 1);
    EXPECT_EQ(ledger.origin(2), 2);
}

TEST(UndoLedger, ANewEditEndsWhatCouldBeRedone) {
    UndoLedger ledger;
    ledger.add(1, 0);
    ledger.add(2, 1);
    ledger.add(3, 0);
    EXPECT_EQ(ledger.redoable(), std::nullopt);
    EXPECT_EQ(ledger.undoable(), 3);
    EXPECT_TRUE(ledger.undone(1));
    ledger.add(4, 3);
    EXPECT_EQ(ledger.undoable(), std::nullopt) << "edit 1 is undone already";
    EXPECT_EQ(ledger.redoable(), 4);
}

TEST(UndoLedger, KnowsWhatIsInForceAfterManyTurns) {
    UndoLedger ledger;
    ledger.add(1, 0);
    std::int64_t revision = 1;
    for (int turn = 0; turn < 20; ++turn) {
        const auto target = turn % 2 == 0 ? ledger.undoable() : ledger.redoable();
        ASSERT_TRUE(target);
        ledger.add(++revision, *target);
        EXPECT_EQ(ledger.undone(1), turn % 2 == 0);
        EXPECT_EQ(ledger.origin(revision), 1);
    }
}

} // namespace

} // namespace antardesa::project::detail
