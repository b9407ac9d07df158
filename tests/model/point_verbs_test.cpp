#include "model/point_verbs.h"

#include "model/sample.h"

#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

TurningPoint point(std::int64_t id, std::string number) {
    TurningPoint row;
    row.id = {id};
    row.segment = {1};
    row.kind = "TK";
    row.number = std::move(number);
    row.position = {1, 0.5};
    return row;
}

/// The sample with two points on its first segment and one on the other.
std::shared_ptr<const Atlas> atlas_with_points() {
    TableSet tables = sample_tables();
    TurningPoint other = point(9, "000");
    other.segment = {4};
    std::get<Table<TurningPoint>>(tables) =
        Table<TurningPoint>({point(2, "000"), point(5, "001"), other});
    return sample_atlas(std::move(tables));
}

std::string key_of(const Result<Edit>& result) {
    return result ? "accepted" : result.refusal().message.key;
}

TEST(ReplacePoints, WritesWhatDiffersAndErasesWhatIsGone) {
    const auto atlas = atlas_with_points();
    TurningPoint fresh = point(0, "002");
    const auto edit =
        replace_points(*atlas, {{"edit.add_point", {}}, {1}, {point(2, "000"), fresh}, {}});
    ASSERT_TRUE(edit);
    ASSERT_EQ(edit.value().writes.size(), 2U) << "the first is as it was";
    EXPECT_EQ(std::get<Put<TurningPoint>>(edit.value().writes[0]).row.id.value, 10);
    EXPECT_EQ(std::get<Erase<TurningPoint>>(edit.value().writes[1]).id.value, 5);
    const auto after = applied(atlas->tables(), edit.value());
    EXPECT_EQ(std::get<Table<TurningPoint>>(after).size(), 3U) << "the other segment keeps its own";
}

TEST(ReplacePoints, RefusesWhatIsNoPointOfTheSegment) {
    const auto atlas = atlas_with_points();
    const auto with = [&](TurningPoint row) {
        return key_of(replace_points(*atlas, {{"edit.add_point", {}}, {1}, {row}, {}}));
    };
    EXPECT_EQ(key_of(replace_points(*atlas, {{"edit.add_point", {}}, {77}, {}, {}})),
              "model.unknown_segment");
    EXPECT_EQ(with(point(9, "000")), "model.point_of_another_segment");
    TurningPoint bad = point(0, "001");
    bad.kind.clear();
    EXPECT_EQ(with(bad), "model.point_needs_kind");
    bad = point(0, "001");
    bad.accuracy_m = 0;
    EXPECT_EQ(with(bad), "model.point_accuracy");
    bad = point(0, "001");
    bad.position = {200, 0};
    EXPECT_EQ(with(bad), "model.point_off_earth");
}

} // namespace
} // namespace antardesa::model
