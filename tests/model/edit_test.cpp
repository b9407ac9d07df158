#include "model/edit.h"

#include "model/sample.h"

#include <gtest/gtest.h>

namespace antardesa::model {

namespace {

Village changed(const TableSet& tables, std::int64_t id) {
    Village row = *std::get<Table<Village>>(tables).find({id});
    row.name += " Baru";
    return row;
}

TEST(Edit, PutsReplacesAndErasesWithoutTouchingTheOriginal) {
    const TableSet before = sample_tables();
    Village added = village(3, "Tambahan", 1, 5, 5);
    const Edit edit{{"edit.test", {}},
                    {Put<Village>{changed(before, 1)}, Put<Village>{added}, Erase<Agreement>{{3}},
                     Put<ProjectIdentity>{{"Lain", "", ""}}},
                    {}};
    const TableSet after = applied(before, edit);
    EXPECT_EQ(std::get<Table<Village>>(after).find({1})->name, "Mekarsari Baru");
    EXPECT_EQ(std::get<Table<Village>>(after).size(), 5u);
    EXPECT_EQ(std::get<Table<Village>>(after)[2].name, "Tambahan");
    EXPECT_EQ(std::get<Table<Agreement>>(after).find({3}), nullptr);
    EXPECT_EQ(std::get<Table<Village>>(before).find({1})->name, "Mekarsari");
    EXPECT_EQ(std::get<Table<Agreement>>(before).size(), 2u);
}

TEST(Edit, AppliesWritesInOrder) {
    const TableSet before = sample_tables();
    const Edit edit{{}, {Erase<Village>{{1}}, Put<Village>{changed(before, 1)}}, {}};
    EXPECT_NE(std::get<Table<Village>>(applied(before, edit)).find({1}), nullptr);
}

TEST(Edit, KnowsWhetherArcsMustBeDerivedAnew) {
    const TableSet before = sample_tables();
    const auto touches = [&](RowWrite write) {
        return touches_coverage(before, {{}, {std::move(write)}, {}});
    };
    EXPECT_FALSE(touches(Put<Village>{changed(before, 1)})) << "only the name";
    Village same_shape = changed(before, 1);
    same_shape.geometry = square(0, 0);
    EXPECT_FALSE(touches(Put<Village>{same_shape})) << "another copy of the same vertices";
    Village moved = changed(before, 1);
    moved.geometry = square(0.5, 0);
    EXPECT_TRUE(touches(Put<Village>{moved}));
    EXPECT_TRUE(touches(Put<Village>{village(99, "Baru", 1, 4, 4)}));
    EXPECT_TRUE(touches(Erase<Village>{{1}}));
    EXPECT_FALSE(touches(Erase<Village>{{99}})) << "was never there";
    EXPECT_TRUE(touches(Erase<SpecialArea>{{1}}));
    EXPECT_FALSE(touches(Erase<Agreement>{{1}}));
    EXPECT_FALSE(touches_coverage(before, {}));
}

} // namespace

} // namespace antardesa::model
