#include "analysis/compliance.h"

#include "lawful_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

TEST(Compliance, V01WantsBothSidesOfABoundaryAmongTheParties) {
    LawfulRegency regency;
    const auto about = regency.put(
        model::BoundarySubject{{}, regency.agreement_id, regency.segment, regency.dispute});
    EXPECT_THAT(regency.found(), IsEmpty());
    regency.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
        if (party.village == regency.south_east)
            party.village = regency.north_east;
    });
    const auto says = [&regency] {
        const auto found = regency.found();
        return std::count(found.begin(), found.end(), "V01.batas");
    };
    EXPECT_EQ(says(), 1);
    regency.change(about, [&](auto& subject) { subject.segment = {}; });
    EXPECT_EQ(says(), 1) << "of the case";
    regency.change(regency.south_east,
                   [](model::Village& one) { one.kind = model::VillageKind::urban_village; });
    EXPECT_EQ(says(), 0) << "a kelurahan cannot be a party";
    regency.change(regency.south_east,
                   [](model::Village& one) { one.kind = model::VillageKind::village; });
    regency.change(regency.agreement_id, [](Agreement& one) { one.stage = Stage::refused; });
    EXPECT_EQ(says(), 0) << "binds nobody";
    regency.change(about, [&](auto& subject) { subject.agreement = regency.with_company; });
    EXPECT_EQ(says(), 0) << "of a third party";
}

TEST(Compliance, V12WhatIsAgreedIsSignedByBothSidesAndTheFacilitator) {
    LawfulRegency regency;
    regency.change(regency.dispute, [&](BoundaryDispute& one) {
        one.state = model::DisputeState::agreed;
        one.outcome = regency.minutes;
    });
    const BoundaryDispute dispute =
        *std::get<model::Table<BoundaryDispute>>(regency.tables).find(regency.dispute);
    const auto signs = [&](model::SignatoryRole role, Id<model::Village> village,
                           std::optional<Date> on) {
        model::Signatory one;
        one.dispute = regency.dispute;
        one.role = role;
        one.village = village;
        one.signed_on = on;
        return regency.put(one);
    };
    signs(model::SignatoryRole::village_head, dispute.first, day(2026, 5, 24));
    const auto second = signs(model::SignatoryRole::village_head, dispute.second, std::nullopt);
    signs(model::SignatoryRole::facilitator, {}, day(2026, 5, 24));
    EXPECT_THAT(regency.found(), ElementsAre("V12.tanda_tangan")) << "a name is no signature";
    for (const Date impossible : {day(2026, 5, 1), day(2027, 1, 1)}) {
        regency.change(second, [=](model::Signatory& one) { one.signed_on = impossible; });
        EXPECT_THAT(regency.found(), ElementsAre("V12.tanda_tangan"))
            << "before facilitation, or still to come";
    }
    regency.change(second, [](model::Signatory& one) { one.signed_on = day(2026, 5, 23); });
    EXPECT_THAT(regency.found(), IsEmpty());
}

TEST(Compliance, V12WhatIsAgreedIsSignedByEveryVillageOfTheCase) {
    LawfulRegency regency;
    const BoundaryDispute dispute =
        *std::get<model::Table<BoundaryDispute>>(regency.tables).find(regency.dispute);
    regency.change(regency.dispute, [&](BoundaryDispute& one) {
        one.state = model::DisputeState::agreed;
        one.outcome = regency.minutes;
    });
    const auto signs = [&](Id<model::Village> village) {
        model::Signatory one;
        one.dispute = regency.dispute;
        one.role = model::SignatoryRole::village_head;
        one.village = village;
        one.signed_on = day(2026, 5, 24);
        regency.put(one);
    };
    signs(dispute.first);
    signs(dispute.second);
    EXPECT_THAT(regency.found(), Not(Contains("V12.tanda_tangan")));
    BoundarySegment north;
    north.first = dispute.second;
    north.second = regency.north_west;
    model::CaseSegment further;
    further.dispute = regency.dispute;
    further.segment = regency.put(north);
    regency.put(further);
    EXPECT_THAT(regency.found(), Contains("V12.tanda_tangan"));
    signs(regency.north_west);
    EXPECT_THAT(regency.found(), Not(Contains("V12.tanda_tangan")));
}

TEST(Compliance, V13PenetapanIsForVillagesFormedAfterTheRegulation) {
    LawfulRegency regency;
    const auto formed = [&](std::optional<Date> west, std::optional<Date> east) {
        regency.change(regency.south_west, [&](model::Village& one) { one.formed = west; });
        regency.change(regency.south_east, [&](model::Village& one) { one.formed = east; });
        return regency.found();
    };
    const auto by = [&](model::BoundaryWorkflow workflow) {
        regency.change(regency.segment, [&](BoundarySegment& one) { one.workflow = workflow; });
    };
    by(model::BoundaryWorkflow::delimitation);
    EXPECT_THAT(formed({}, {}), ElementsAre("V13.tanggal"));
    EXPECT_THAT(formed(day(1981, 1, 1), {}), ElementsAre("V13.tanggal"));
    EXPECT_THAT(formed(day(1981, 1, 1), day(2016, 6, 30)), ElementsAre("V13.penetapan"));
    EXPECT_THAT(formed(day(1981, 1, 1), day(2016, 7, 1)), IsEmpty());
    EXPECT_THAT(formed({}, day(2016, 7, 1)), IsEmpty());
    by(model::BoundaryWorkflow::demarcation);
    EXPECT_THAT(formed(day(1981, 1, 1), day(1981, 1, 1)), IsEmpty());
    EXPECT_THAT(formed(day(2019, 1, 1), day(2019, 1, 1)), IsEmpty()) << "penegasan is for all";
}

TEST(Compliance, V13FollowsTheDayInTheRules) {
    LawfulRegency regency;
    regency.change(regency.segment, [](BoundarySegment& one) {
        one.workflow = model::BoundaryWorkflow::delimitation;
    });
    for (const auto village : {regency.south_west, regency.south_east})
        regency.change(village, [](model::Village& one) { one.formed = day(2018, 5, 2); });
    EXPECT_THAT(regency.found(), IsEmpty());
    auto rules = all_rules();
    for (ComplianceRule& rule : rules)
        if (rule.code == "V13")
            rule.since = day(2020, 1, 1);
    EXPECT_THAT(regency.found(rules), ElementsAre("V13.penetapan"));
}

TEST(Compliance, V14ASegmentLiesBetweenTwoVillages) {
    LawfulRegency regency;
    regency.change(regency.segment, [](BoundarySegment& one) { one.second = one.first; });
    EXPECT_THAT(regency.found(), Contains("V14.dua_desa"));
}

TEST(Compliance, V14WantsNoGapAndNoOverlapButWhatIsKeptWithAReason) {
    LawfulRegency regency;
    model::BoundaryFinding flaw;
    flaw.kind = model::FlawKind::overlap;
    flaw.villages = {regency.south_west, regency.south_east};
    flaw.area_m2 = 12.5;
    const auto id = regency.put(flaw);
    EXPECT_THAT(regency.found(), ElementsAre("V14.tumpang_tindih"));
    regency.change(id, [](auto& one) { one.kind = model::FlawKind::gap; });
    EXPECT_THAT(regency.found(), ElementsAre("V14.celah"));
    regency.change(id, [](auto& one) { one.kind = model::FlawKind::near_miss; });
    EXPECT_THAT(regency.found(), IsEmpty());
}

TEST(Compliance, V14PointsAreNumberedAlongTheirLine) {
    LawfulRegency ends;
    ends.change(Id<model::TurningPoint>{3}, [](model::TurningPoint& one) { one.number = "002"; });
    EXPECT_THAT(ends.found(), ElementsAre("V14.titik_ujung"));
    LawfulRegency gap;
    gap.change(Id<model::TurningPoint>{2}, [](model::TurningPoint& one) { one.number = "002"; });
    EXPECT_THAT(gap.found(), ElementsAre("V14.urutan"));
    LawfulRegency off;
    off.change(Id<model::TurningPoint>{2},
               [](model::TurningPoint& one) { one.position.x += 0.0001; });
    EXPECT_THAT(off.found(), ElementsAre("V14.di_luar_garis"));
}

TEST(Compliance, V14StatesWantTheirPapers) {
    LawfulRegency regency;
    const auto with = [&](model::SegmentState state, Id<model::Document> paper) {
        regency.change(regency.segment, [&](BoundarySegment& one) {
            one.state = state;
            one.document = paper;
        });
        return regency.found();
    };
    EXPECT_THAT(with(model::SegmentState::enacted, regency.minutes), ElementsAre("V14.perbup"));
    EXPECT_THAT(with(model::SegmentState::agreed, {}), ElementsAre("V14.berita_acara"));
    EXPECT_THAT(with(model::SegmentState::agreed, regency.minutes), IsEmpty());
    for (const char* kind : {"perbup", "perwali", "peraturan_wali_kota"}) {
        regency.change(regency.minutes, [&](model::Document& one) { one.kind = kind; });
        EXPECT_THAT(with(model::SegmentState::enacted, regency.minutes), IsEmpty()) << kind;
    }
    regency.change(regency.minutes, [](model::Document& one) { one.kind = "berita_acara"; });
    regency.change(regency.minutes, [](model::Document& one) { one.date.reset(); });
    EXPECT_THAT(with(model::SegmentState::agreed, regency.minutes), ElementsAre("V14.berita_acara"))
        << "a paper without its date";
}

} // namespace
} // namespace antardesa::analysis
