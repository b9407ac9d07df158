#include "model/outline_verbs.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

std::shared_ptr<const Atlas> two_villages() {
    TableSet tables;
    std::get<Table<District>>(tables) =
        Table<District>({District{{1}, "99.01.01", "Tanjungasri", "Contoh"}});
    std::get<Table<Village>>(tables) =
        Table<Village>({village(1, "Sukamaju", 1, 0, 0), village(2, "Sidomulyo", 1, 1, 0)});
    Progress progress;
    return Atlas::build({}, std::move(tables), 0, progress);
}

TEST(ReplaceOutlines, KeepsEverythingElseOfTheVillage) {
    const auto atlas = two_villages();
    const SharedPolygons outline = square(0, 0, 0.9);
    const auto edit =
        replace_outlines(*atlas, {{"edit.repair_midline", {"1"}}, {{{1}, outline}}, {}, {}});
    ASSERT_TRUE(edit);
    ASSERT_EQ(edit.value().writes.size(), 1U);
    const auto& put = std::get<Put<Village>>(edit.value().writes[0]);
    EXPECT_EQ(put.row.geometry, outline);
    EXPECT_EQ(put.row.name, "Sukamaju");
    EXPECT_EQ(put.row.code, atlas->villages()[0].code);
    EXPECT_EQ(edit.value().name.key, "edit.repair_midline");
}

TEST(ReplaceOutlines, NoVillageMayVanish) {
    const auto atlas = two_villages();
    for (const SharedPolygons& nothing :
         {SharedPolygons(), std::make_shared<const geo::MultiPolygon>()}) {
        const auto edit = replace_outlines(*atlas, {{}, {{{2}, nothing}}, {}, {}});
        ASSERT_FALSE(edit);
        EXPECT_EQ(edit.refusal().message.key, "model.village_would_vanish");
        EXPECT_EQ(edit.refusal().message.arguments.at(0), "Sidomulyo");
    }
}

TEST(ReplaceOutlines, RefusesWhatIsNotThere) {
    const auto atlas = two_villages();
    EXPECT_FALSE(replace_outlines(*atlas, {{}, {{{9}, square(0, 0)}}, {}, {}}));
    EXPECT_FALSE(replace_outlines(*atlas, {{}, {}, {{{9}, square(0, 0)}}, {}}));
    EXPECT_FALSE(replace_outlines(*atlas, {{}, {{{1}, square(0, 0)}}, {}, {7}}));
}

} // namespace
} // namespace antardesa::model
