#include "workspace/verbs.h"

#include "crs/ellipsoid.h"
#include "model/unlawful_rows.h"
#include "workspace/boundary_review.h"

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// The sample kabupaten holds what it is meant to show, read by the road that users take.
namespace antardesa::workspace {
namespace {

using model::Agreement;
using model::AgreementParty;

class Sample : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        Progress progress;
        ImportRequest request;
        request.source = ANTARDESA_SOURCE_DIR "/data/sample";
        plan_ = new ImportPlan(plan_import(request, nullptr, progress));
    }
    static void TearDownTestSuite() {
        delete plan_;
        plan_ = nullptr;
    }
    template<class Row>
    static const model::Table<Row>& table() {
        return std::get<model::Table<Row>>(plan_->tables);
    }
    static std::map<Id<Agreement>, int> villages_of_agreements() {
        std::map<Id<Agreement>, int> count;
        for (const AgreementParty& party : table<AgreementParty>())
            count[party.agreement] += party.village ? 1 : 0;
        return count;
    }
    static const ImportPlan* plan_;
};
const ImportPlan* Sample::plan_ = nullptr;

TEST_F(Sample, CoverageIsWholeAndNothingIsLost) {
    EXPECT_EQ(plan_->villages, 150);
    EXPECT_EQ(plan_->districts, 12);
    EXPECT_EQ(plan_->special_areas, 1);
    EXPECT_EQ(plan_->features_read, 151);
    EXPECT_EQ(plan_->skipped, 0);
    EXPECT_EQ(plan_->identity.regency, "Contoh");
    EXPECT_EQ(plan_->identity.source, "ADMINISTRASIDESA_AR_25K, TASWIL25K20261101_DATA_CONTOH");
    for (const Finding& finding : plan_->findings)
        EXPECT_NE(finding.severity, Severity::error)
            << finding.subject << " " << debug_text(finding.message);
}

TEST_F(Sample, KelurahanIslandsAndEqualNamesAreAmongTheVillages) {
    int urban = 0;
    int multi_part = 0;
    std::map<std::string, int> names;
    for (const model::Village& village : table<model::Village>()) {
        urban += village.kind == model::VillageKind::urban_village;
        multi_part += village.geometry->size() > 1;
        ++names[village.name];
        EXPECT_EQ(village.code.substr(0, 6), "99.01.");
        EXPECT_TRUE(village.official_area_ha.value_or(0) > 0) << village.name;
    }
    EXPECT_EQ(urban, 9);
    EXPECT_GE(multi_part, 8);
    EXPECT_EQ(names["Sidomulyo"], 3);
}

TEST_F(Sample, SegmentsAreInEveryStateAndBoundariesHaveNoGap) {
    std::set<model::SegmentState> states;
    for (const auto& segment : table<model::BoundarySegment>())
        states.insert(segment.state);
    EXPECT_EQ(table<model::BoundarySegment>().size(), 399U);
    EXPECT_EQ(states.size(), 7U);
}

TEST_F(Sample, ItsBordersHoldThreeFlawsToWorkOn) {
    Progress progress;
    const auto atlas = model::Atlas::build(plan_->identity, plan_->tables, 0, progress);
    const BoundaryReview review = review_boundaries(*atlas, {}, progress);
    std::multiset<std::pair<analysis::FlawKind, bool>> found;
    for (const analysis::BoundaryFlaw& flaw : review.check.flaws)
        found.emplace(flaw.kind, flaw.sliver);
    using Kind = analysis::FlawKind;
    EXPECT_THAT(found, ::testing::ElementsAre(std::pair{Kind::overlap, false},
                                              std::pair{Kind::overlap, true},
                                              std::pair{Kind::gap, false}));
}

TEST_F(Sample, AgreementsCoverAllFieldsStagesAndSizes) {
    std::set<model::Field> fields;
    std::set<model::Stage> stages;
    int ended = 0;
    int expiring = 0;
    const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
    for (const Agreement& agreement : table<Agreement>()) {
        fields.insert(agreement.field);
        stages.insert(agreement.stage);
        ended += model::stage_group(agreement, today) == model::StageGroup::ended;
        expiring += model::stage_group(agreement, today) == model::StageGroup::expiring;
    }
    EXPECT_EQ(table<Agreement>().size(), 48U);
    EXPECT_EQ(fields.size(), 10U);
    EXPECT_EQ(stages.size(), 10U);
    EXPECT_GE(ended, 5);
    EXPECT_GE(expiring, 4);
    std::set<int> sizes;
    for (const auto& [agreement, villages] : villages_of_agreements())
        sizes.insert(villages);
    EXPECT_THAT(sizes, ::testing::ElementsAre(2, 3, 5, 8, 14));
}

TEST_F(Sample, PartiesReachOutsideAndAcrossKecamatan) {
    int outside = 0;
    std::set<Id<Agreement>> with_third_party;
    std::map<Id<Agreement>, std::set<Id<model::District>>> districts;
    std::map<std::set<Id<model::Village>>, int> pairs;
    std::map<Id<Agreement>, std::set<Id<model::Village>>> members;
    for (const AgreementParty& party : table<AgreementParty>()) {
        outside += !party.outside_village.empty();
        if (party.third_party)
            with_third_party.insert(party.agreement);
        if (const auto* village = table<model::Village>().find(party.village)) {
            districts[party.agreement].insert(village->district);
            members[party.agreement].insert(village->id);
            EXPECT_NE(village->kind, model::VillageKind::urban_village);
        }
    }
    for (const auto& [agreement, villages] : members)
        ++pairs[villages];
    EXPECT_EQ(outside, 1);
    EXPECT_GE(with_third_party.size(), 8U);
    EXPECT_GE(std::count_if(districts.begin(), districts.end(),
                            [](const auto& entry) { return entry.second.size() > 1; }),
              8);
    EXPECT_TRUE(std::any_of(pairs.begin(), pairs.end(), [](const auto& entry) {
        return entry.first.size() == 2 && entry.second >= 2;
    }));
}

TEST_F(Sample, BodiesHaveAllFiveElementsAndWomen) {
    EXPECT_GE(table<model::CooperationBody>().size(), 4U);
    EXPECT_GE(table<model::JointEnterprise>().size(), 3U);
    for (const auto& body : table<model::CooperationBody>()) {
        std::set<model::BodyElement> elements;
        int women = 0;
        for (const auto& member : table<model::BodyMember>())
            if (member.body == body.id) {
                elements.insert(member.element);
                women += member.gender == model::Gender::woman;
            }
        EXPECT_EQ(elements.size(), 5U) << body.name;
        EXPECT_GE(women, 1) << body.name;
    }
    EXPECT_TRUE(std::any_of(table<model::EnterpriseCapital>().begin(),
                            table<model::EnterpriseCapital>().end(),
                            [](const auto& c) { return !c.outside_village.empty(); }));
}

TEST_F(Sample, DisputesAreInEveryStateOfTheKabupatenWithLandBetweenTheClaims) {
    std::set<model::DisputeState> states;
    for (const auto& dispute : table<model::BoundaryDispute>()) {
        states.insert(dispute.state);
        EXPECT_TRUE(dispute.segment) << dispute.number;
        ASSERT_TRUE(dispute.contested) << dispute.number;
        EXPECT_EQ(dispute.contested->size(), 1U) << dispute.number;
        const double hectares = crs::ellipsoidal_area(*dispute.contested) / 1e4;
        EXPECT_GT(hectares, 20) << dispute.number;
        EXPECT_LT(hectares, 90) << dispute.number;
    }
    EXPECT_GE(table<model::BoundaryDispute>().size(), 12U);
    // All but "dilimpahkan_batas_daerah": that takes a village of another kabupaten.
    EXPECT_EQ(states.size(), 7U);
    EXPECT_EQ(states.count(model::DisputeState::handed_over), 0U);
    EXPECT_TRUE(model::unlawful_rows(plan_->tables).empty());
    EXPECT_EQ(table<model::Claim>().size(), 2 * table<model::BoundaryDispute>().size());
}

TEST_F(Sample, AssetsAreOfEveryKindAndShapeWithOwners) {
    std::set<model::AssetKind> kinds;
    std::set<model::AssetCondition> conditions;
    std::set<std::size_t> shapes;
    std::map<Id<model::SharedAsset>, double> percent;
    for (const auto& share : table<model::AssetShare>())
        percent[share.asset] += share.percent.value_or(0);
    int whole = 0;
    for (const auto& asset : table<model::SharedAsset>()) {
        kinds.insert(asset.kind);
        conditions.insert(asset.condition);
        shapes.insert(asset.geometry->index());
        whole += percent[asset.id] == 100;
    }
    EXPECT_GE(table<model::SharedAsset>().size(), 60U);
    EXPECT_EQ(kinds.size(), 15U);
    EXPECT_EQ(conditions.size(), 4U);
    EXPECT_THAT(shapes, ::testing::ElementsAre(1U, 2U, 3U));
    EXPECT_GE(whole, 55);
}

TEST_F(Sample, LawAndPapersAreThere) {
    const auto& laws = table<model::LegalBasis>();
    const auto revoked = std::find_if(laws.begin(), laws.end(), [](const auto& law) {
        return law.kind == "PP" && law.number == "43" && law.year == 2014;
    });
    ASSERT_NE(revoked, laws.end());
    EXPECT_EQ(revoked->revoked_by, "PP 16/2026");
    EXPECT_EQ(iso_text(revoked->revoked_since.value()), "2026-03-27");
    EXPECT_GE(table<model::Document>().size(), 100U);
    std::set<model::ReferenceKind> references;
    for (const auto& line : table<model::ReferenceLine>())
        references.insert(line.kind);
    EXPECT_EQ(references.size(), 2U);
}

} // namespace
} // namespace antardesa::workspace
