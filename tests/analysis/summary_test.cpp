#include "analysis/summary.h"

#include "analysis/segments.h"
#include "crs/ellipsoid.h"
#include "sample_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using model::Agreement;
using model::SegmentGroup;
using model::SegmentState;
using model::Stage;
using testing::ElementsAre;

Agreement running(std::string title, std::optional<Date> ends = std::nullopt) {
    Agreement row;
    row.title = std::move(title);
    row.stage = Stage::execution;
    row.ends = ends;
    return row;
}

/// With segments written, the southern one enacted and the western one disputed.
struct BusyRegency : SquareRegency {
    Id<Agreement> pair = agreement(running("Air", day(2026, 12, 1)), {south_west, south_east});
    Id<Agreement> wide =
        agreement(running("Wisata", day(2026, 11, 23)), {south_west, north_west, island});
    Id<Agreement> over = agreement(running("Lama", day(2026, 11, 22)), {south_west, north_east});

    BusyRegency() {
        Progress progress;
        for (model::BoundarySegment segment : derive_segments(*atlas(), progress)) {
            if (segment.first == south_west)
                segment.state =
                    segment.second == south_east ? SegmentState::enacted : SegmentState::disputed;
            put(segment);
        }
        model::AgreementParty outside;
        outside.agreement = wide;
        outside.outside_village = "Ranupani";
        put(outside);
        const auto body = put(model::CooperationBody{{}, "BKAD", lower, {}, {}});
        model::BodyMember member;
        member.body = body;
        member.village = south_west;
        put(member);
        member.id = {};
        put(member);
        const auto enterprise = put(model::JointEnterprise{});
        put(model::EnterpriseCapital{{}, enterprise, south_west, "", 5e6});
        model::SharedAsset spring;
        const auto asset = put(spring);
        put(model::AssetShare{{}, asset, model::HolderKind::village, south_west, "", 50.0});
        put(model::AssetShare{{}, asset, model::HolderKind::village, south_west, "", 50.0});
        for (const auto state : {model::DisputeState::reported, model::DisputeState::enacted}) {
            model::BoundaryDispute dispute;
            dispute.first = south_west;
            dispute.second = north_west;
            dispute.state = state;
            put(dispute);
        }
    }
};

TEST(VillageSummary, CountsWhatBelongsToTheVillage) {
    const BusyRegency sample;
    const auto atlas = sample.atlas();
    const VillageSummary one = summarise(*atlas, sample.south_west, today);
    EXPECT_NEAR(one.area_m2, crs::ellipsoidal_area(*atlas->find(sample.south_west)->geometry),
                1e-6);
    EXPECT_EQ(one.boundaries.segments, 2);
    EXPECT_EQ(one.neighbours, 2);
    EXPECT_EQ(one.agreements, 3);
    EXPECT_EQ(one.agreements_in_force, 2) << "the third ended yesterday";
    EXPECT_EQ(one.partners, 4) << "Dua, Tiga, Lima and Ranupani";
    EXPECT_EQ(one.bodies, 1);
    EXPECT_EQ(one.enterprises, 1);
    EXPECT_EQ(one.assets, 1);
    EXPECT_EQ(one.disputes, 2);
    EXPECT_EQ(one.open_disputes, 1);
}

TEST(VillageSummary, SharesOfBoundaryByState) {
    const BusyRegency sample;
    const VillageSummary one = summarise(*sample.atlas(), sample.south_west, today);
    const double definitive = one.boundaries.share(SegmentGroup::definitive);
    const double disputed = one.boundaries.share(SegmentGroup::disputed);
    EXPECT_NEAR(definitive, 0.5, 0.01);
    EXPECT_NEAR(definitive + disputed, 1, 1e-12);
    EXPECT_EQ(one.boundaries.share(SegmentGroup::agreed), 0);
    EXPECT_EQ(BoundaryLengths().share(SegmentGroup::agreed), 0);
}

TEST(VillageSummary, OfAnUnknownVillageIsEmpty) {
    EXPECT_EQ(summarise(*BusyRegency().atlas(), Id<model::Village>{99}, today).agreements, 0);
}

TEST(RegencySummary, CountsThePlaces) {
    const BusyRegency sample;
    const RegencySummary all = summarise(*sample.atlas(), Filter{}, today);
    EXPECT_EQ(all.villages, 4);
    EXPECT_EQ(all.urban_villages, 1);
    EXPECT_EQ(all.districts, 2);
    EXPECT_EQ(all.boundaries.segments, 4);
    EXPECT_EQ(all.counts.matching, 3);
    EXPECT_EQ(all.by_stage[static_cast<std::size_t>(Stage::execution)], 3);
    EXPECT_EQ(all.disputes, 2);
    EXPECT_EQ(all.open_disputes, 1);
    EXPECT_EQ(all.assets, 1);
}

TEST(RegencySummary, NarrowsToAKecamatan) {
    const BusyRegency sample;
    Filter filter;
    filter.district = sample.upper;
    const RegencySummary upper = summarise(*sample.atlas(), filter, today);
    EXPECT_EQ(upper.villages, 2);
    EXPECT_EQ(upper.urban_villages, 1);
    EXPECT_EQ(upper.districts, 1);
    EXPECT_EQ(upper.boundaries.segments, 3) << "all but the southern one";
    EXPECT_EQ(upper.counts.matching, 2);
    EXPECT_EQ(upper.assets, 0);
    EXPECT_EQ(upper.disputes, 2) << "they reach into the kecamatan";
}

TEST(Degrees, CountAgreementsAndPartnersUnderTheFilter) {
    const BusyRegency sample;
    const auto figures = [&](const Filter& filter) {
        std::vector<std::pair<int, int>> pairs;
        for (const Degree degree : degrees(*sample.atlas(), filter, today))
            pairs.emplace_back(degree.agreements, degree.partners);
        return pairs;
    };
    EXPECT_THAT(figures({}), ElementsAre(std::pair{3, 4}, std::pair{1, 1}, std::pair{1, 2},
                                         std::pair{1, 1}, std::pair{1, 2}));
    Filter live;
    live.stage_groups.reset(static_cast<std::size_t>(model::StageGroup::ended));
    EXPECT_EQ(figures(live)[0], (std::pair{2, 3}));
    EXPECT_EQ(figures(live)[3], (std::pair{0, 0}));
}

TEST(Expiring, ListsTheSoonestFirst) {
    const BusyRegency sample;
    const auto atlas = sample.atlas();
    const auto ids = [&](int days) {
        std::vector<Id<Agreement>> list;
        for (const Agreement* agreement : expiring_within(*atlas, today, days))
            list.push_back(agreement->id);
        return list;
    };
    EXPECT_THAT(ids(90), ElementsAre(sample.wide, sample.pair));
    EXPECT_THAT(ids(8), ElementsAre(sample.wide, sample.pair));
    EXPECT_THAT(ids(7), ElementsAre(sample.wide));
    EXPECT_THAT(ids(0), ElementsAre(sample.wide)) << "today is its last day";
    EXPECT_THAT(ids(-1), testing::IsEmpty());
}

TEST(Disputes, AreOpenUntilAnOutcome) {
    using model::DisputeState;
    EXPECT_TRUE(is_open(DisputeState::reported));
    EXPECT_TRUE(is_open(DisputeState::not_agreed));
    EXPECT_TRUE(is_open(DisputeState::regent_decision));
    EXPECT_FALSE(is_open(DisputeState::agreed));
    EXPECT_FALSE(is_open(DisputeState::enacted));
}

} // namespace
} // namespace antardesa::analysis
