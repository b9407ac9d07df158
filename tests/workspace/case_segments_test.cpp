#include "running.h"

#include "analysis/contested_land.h"
#include "analysis/sample_regency.h"
#include "analysis/segments.h"
#include "crs/ellipsoid.h"
#include "model/case_verbs.h"
#include "workspace/accept_proposal.h"
#include "workspace/card_builder.h"
#include "workspace/claims.h"
#include "workspace/proposal_review.h"
#include "workspace/record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using analysis::day;
using ::testing::SizeIs;

/// A western village and two eastern ones, one north of the other, and one case about both lines
/// between west and east.
class CaseOfTwoSegments : public ::testing::Test {
  protected:
    CaseOfTwoSegments() {
        const auto district = regency_.district("Tanjungasri");
        west_ =
            regency_.village("Barat", district, analysis::grid_box(0, 0, 1, 2), "99.01.01.2001");
        south_ =
            regency_.village("Selatan", district, analysis::grid_box(1, 0, 2, 1), "99.01.01.2002");
        north_ =
            regency_.village("Utara", district, analysis::grid_box(1, 1, 2, 2), "99.01.01.2003");
        Progress progress;
        std::get<model::Table<model::BoundarySegment>>(regency_.tables) =
            model::Table<model::BoundarySegment>(
                analysis::derive_segments(*regency_.atlas(), progress));
        model::BoundaryDispute row;
        row.first = west_;
        row.second = south_;
        row.segment = between(west_, south_);
        row.state = model::DisputeState::district_facilitation;
        row.facilitator = model::Facilitator::district_head;
        dispute_ = regency_.put(row);
        model::CaseSegment further;
        further.dispute = dispute_;
        further.segment = between(west_, north_);
        regency_.put(further);
        claim(west_, 0, 0.002);
        claim(south_, 0, -0.001);
        claim(west_, 1, 0.003);
        claim(north_, 1, -0.002);
        model::Document minutes;
        minutes.kind = "berita_acara";
        minutes.number = "9/BA/2026";
        minutes.title = "Kesepakatan batas";
        minutes.date = day(2026, 11, 20);
        minutes_ = regency_.put(minutes);
    }
    Id<model::BoundarySegment> between(Id<model::Village> first, Id<model::Village> second) const {
        for (const auto& row : std::get<model::Table<model::BoundarySegment>>(regency_.tables))
            if ((row.first == first && row.second == second) ||
                (row.first == second && row.second == first))
                return row.id;
        return {};
    }
    /// Along the line's square number `at`, bulging to the east.
    void claim(Id<model::Village> village, int at, double east) {
        model::Claim row;
        row.dispute = dispute_;
        row.village = village;
        const double south = -7 + 0.01 * at;
        row.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{
            {{109.01, south}, {109.01 + east, south + 0.005}, {109.01, south + 0.01}}});
        regency_.put(row);
    }
    static AcceptedLine accepted(Id<model::BoundaryDispute> dispute, const ReviewedProposal& review,
                                 Id<model::Document> document, Id<model::BoundarySegment> segment) {
        AcceptedLine line;
        line.dispute = dispute;
        line.line = review.proposal.line;
        line.document = {document, std::nullopt};
        line.today = analysis::today;
        line.segment = segment;
        return line;
    }

    analysis::SampleRegency regency_;
    Id<model::Village> west_;
    Id<model::Village> south_;
    Id<model::Village> north_;
    Id<model::BoundaryDispute> dispute_;
    Id<model::Document> minutes_;
    Progress progress_;
};

TEST_F(CaseOfTwoSegments, ItsCardSaysWhichLineEachClaimIsAbout) {
    Shown shown;
    shown.atlas = regency_.atlas();
    const Environment given = testing::test_environment();
    const i18n::Catalogue language(i18n::Language::indonesian, given.languages_folder);
    const Words words(language, *given.styles, analysis::today);
    const analysis::Filter filter;
    const std::vector<Subject> selection;
    const ViewContext context{shown, words, filter, selection, language};
    const auto parties = case_parties(context, *shown.atlas->find(dispute_));
    ASSERT_THAT(parties, SizeIs(3));
    ASSERT_THAT(parties[0].claims, SizeIs(2)) << "the western village's";
    EXPECT_THAT(parties[0].claims[0].detail, ::testing::StartsWith("Barat – Selatan · "));
    EXPECT_THAT(parties[0].claims[1].detail, ::testing::StartsWith("Barat – Utara · "));
}

TEST_F(CaseOfTwoSegments, TakesNoLineUnderAnotherLaw) {
    const auto other = regency_.village("Seberang", regency_.district("Jauh", "Tetangga"),
                                        analysis::grid_box(2, 0, 3, 2), "99.02.01.2001");
    model::BoundarySegment line;
    line.first = south_;
    line.second = other;
    regency_.put(line);
    RecordChange change;
    change.key = {Register::case_segment, 0, dispute_.value, Register::dispute};
    change.values = {{"kode_desa_1", "99.01.01.2002"}, {"kode_desa_2", "99.02.01.2001"}};
    const auto edit = change_record(*regency_.atlas(), change);
    ASSERT_FALSE(edit);
    EXPECT_EQ(edit.refusal().message.key, "workspace.record.other_law");
}

TEST_F(CaseOfTwoSegments, HasLandOfItsOwnOnEach) {
    const auto atlas = regency_.atlas();
    const auto first = analysis::contested_land(*atlas, dispute_, progress_);
    const auto further =
        analysis::contested_land(*atlas, dispute_, progress_, between(west_, north_));
    ASSERT_TRUE(first) << debug_text(first.refusal().message);
    ASSERT_TRUE(further) << debug_text(further.refusal().message);
    EXPECT_EQ(first.value().claims[1].village, south_);
    EXPECT_EQ(further.value().claims[0].village, west_);
    EXPECT_EQ(further.value().claims[1].village, north_);
    EXPECT_NEAR(further.value().area_m2 / first.value().area_m2, 5.0 / 3, 0.01)
        << "each claim counts on the line that it leaves";
    const auto none = analysis::contested_land(*atlas, dispute_, progress_, {77});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.refusal().message.key, "analysis.contested.no_segment");
}

TEST_F(CaseOfTwoSegments, IsAgreedSegmentBySegmentAndEndsWithTheLast) {
    auto atlas = regency_.atlas();
    for (const Id<model::BoundarySegment> segment :
         {between(west_, north_), between(west_, south_)}) {
        PreviewProposal asked{dispute_};
        asked.segment = segment;
        const ReviewedProposal review = review_proposal(*atlas, asked, progress_);
        ASSERT_FALSE(review.refused);
        auto agreement = accept_proposal(*atlas, accepted(dispute_, review, minutes_, segment));
        ASSERT_TRUE(agreement) << debug_text(agreement.refusal().message);
        atlas = model::Atlas::build(atlas->identity(),
                                    model::applied(atlas->tables(), agreement.value().edit),
                                    atlas->revision() + 1, progress_);
        EXPECT_EQ(atlas->find(segment)->state, model::SegmentState::agreed);
        const bool last = segment == between(west_, south_);
        EXPECT_EQ(atlas->find(dispute_)->state,
                  last ? model::DisputeState::agreed : model::DisputeState::district_facilitation);
    }
    double gained = 0;
    for (const model::Village& village : atlas->villages())
        gained += crs::ellipsoidal_area(*village.geometry) -
                  crs::ellipsoidal_area(*regency_.atlas()->find(village.id)->geometry);
    EXPECT_NEAR(gained, 0, 0.01);
}

TEST_F(CaseOfTwoSegments, IsAgreedOnNoPaperOfBeforeItsFacilitation) {
    auto& disputes = std::get<model::Table<model::BoundaryDispute>>(regency_.tables);
    model::BoundaryDispute row = *disputes.find(dispute_);
    row.facilitation_start = day(2026, 11, 21);
    disputes.put(row);
    const auto atlas = regency_.atlas();
    PreviewProposal asked{dispute_};
    asked.segment = between(west_, north_);
    const auto agreement =
        accept_proposal(*atlas, accepted(dispute_, review_proposal(*atlas, asked, progress_),
                                         minutes_, asked.segment));
    ASSERT_FALSE(agreement) << "the first of its segments";
    EXPECT_EQ(agreement.refusal().message.key, "model.case.date");
}

TEST_F(CaseOfTwoSegments, RestsOnOneRowOfTheSamePaper) {
    auto atlas = regency_.atlas();
    const std::size_t before = atlas->table<model::Document>().size();
    model::Document paper;
    paper.kind = "berita_acara";
    paper.number = "11/BA/2026";
    paper.title = "Kesepakatan batas";
    paper.date = day(2026, 11, 20);
    for (const Id<model::BoundarySegment> segment :
         {between(west_, north_), between(west_, south_)}) {
        PreviewProposal asked{dispute_};
        asked.segment = segment;
        AcceptedLine line =
            accepted(dispute_, review_proposal(*atlas, asked, progress_), {}, segment);
        line.document = {{}, paper};
        auto agreement = accept_proposal(*atlas, line);
        ASSERT_TRUE(agreement) << debug_text(agreement.refusal().message);
        atlas = model::Atlas::build(atlas->identity(),
                                    model::applied(atlas->tables(), agreement.value().edit),
                                    atlas->revision() + 1, progress_);
    }
    EXPECT_EQ(atlas->table<model::Document>().size(), before + 1);
    EXPECT_EQ(atlas->find(between(west_, north_))->document,
              atlas->find(between(west_, south_))->document);
}

TEST_F(CaseOfTwoSegments, TakesAClaimOfTheThirdVillageToo) {
    auto& claims = std::get<model::Table<model::Claim>>(regency_.tables);
    const Id<model::Claim> last = claims[claims.size() - 1].id;
    model::Claim again = claims[claims.size() - 1];
    claims.erase(last);
    again.id = {};
    const auto edit = add_claim(*regency_.atlas(), again);
    EXPECT_TRUE(edit) << (edit ? "" : debug_text(edit.refusal().message));
    again.village = regency_.village("Jauh", {}, analysis::grid_box(8, 8, 9, 9));
    EXPECT_FALSE(add_claim(*regency_.atlas(), again)) << "no party";
}

/// Two villages that meet along two lines, parted by a third one's land: the segment has two parts.
class SegmentOfTwoParts : public ::testing::Test {
  protected:
    SegmentOfTwoParts() {
        const auto district = regency_.district("Tanjungasri");
        west_ =
            regency_.village("Barat", district, analysis::grid_box(0, 0, 1, 3), "99.01.01.2001");
        geo::Ring ring{{109.01, -7},    {109.03, -7},    {109.03, -6.97},
                       {109.01, -6.97}, {109.01, -6.98}, {109.02, -6.98},
                       {109.02, -6.99}, {109.01, -6.99}, {109.01, -7}};
        east_ = regency_.village(
            "Timur", district,
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}}),
            "99.01.01.2002");
        regency_.village("Tengah", district, analysis::grid_box(1, 1, 2, 2), "99.01.01.2003");
        Progress progress;
        std::get<model::Table<model::BoundarySegment>>(regency_.tables) =
            model::Table<model::BoundarySegment>(
                analysis::derive_segments(*regency_.atlas(), progress));
        for (const auto& row : std::get<model::Table<model::BoundarySegment>>(regency_.tables))
            if (row.first == west_ && row.second == east_)
                segment_ = row.id;
        model::Document minutes;
        minutes.kind = "berita_acara";
        minutes.number = "9/BA/2026";
        minutes.title = "Kesepakatan batas";
        minutes.date = day(2026, 11, 20);
        minutes_ = regency_.put(minutes);
    }
    /// A case about the part that begins at a latitude.
    Id<model::BoundaryDispute> case_about(double south) {
        model::BoundaryDispute row;
        row.first = west_;
        row.second = east_;
        row.segment = segment_;
        row.state = model::DisputeState::district_facilitation;
        row.facilitator = model::Facilitator::district_head;
        const auto dispute = regency_.put(row);
        for (const auto& [village, east] : {std::pair{west_, 0.002}, {east_, -0.001}}) {
            model::Claim claim;
            claim.dispute = dispute;
            claim.village = village;
            claim.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{
                {{109.01, south}, {109.01 + east, south + 0.005}, {109.01, south + 0.01}}});
            regency_.put(claim);
        }
        return dispute;
    }

    analysis::SampleRegency regency_;
    Id<model::Village> west_;
    Id<model::Village> east_;
    Id<model::BoundarySegment> segment_;
    Id<model::Document> minutes_;
    Progress progress_;
};

TEST_F(SegmentOfTwoParts, IsAgreedPartByPart) {
    ASSERT_TRUE(segment_);
    const auto northern = case_about(-6.98);
    const auto southern = case_about(-7);
    auto atlas = regency_.atlas();
    ASSERT_THAT(*atlas->find(segment_)->geometry, SizeIs(2));
    const auto bends = [&](double latitude) {
        int count = 0;
        for (const geo::Line& line : *atlas->find(segment_)->geometry)
            for (const geo::Point p : line)
                count += std::abs(p.x - 109.01) > 1e-4 && std::abs(p.y - latitude) < 0.004;
        return count > 0;
    };
    for (const auto dispute : {northern, southern}) {
        const ReviewedProposal review = review_proposal(*atlas, {dispute}, progress_);
        ASSERT_FALSE(review.refused);
        AcceptedLine accepted;
        accepted.dispute = dispute;
        accepted.line = review.proposal.line;
        accepted.document = {minutes_, std::nullopt};
        accepted.today = analysis::today;
        auto agreement = accept_proposal(*atlas, accepted);
        ASSERT_TRUE(agreement) << debug_text(agreement.refusal().message);
        atlas = model::Atlas::build(atlas->identity(),
                                    model::applied(atlas->tables(), agreement.value().edit),
                                    atlas->revision() + 1, progress_);
        EXPECT_TRUE(bends(-6.975)) << "the northern part stays where it was agreed";
        EXPECT_EQ(bends(-6.995), dispute == southern);
        EXPECT_EQ(atlas->find(dispute)->state, model::DisputeState::agreed);
        EXPECT_EQ(atlas->find(segment_)->state, model::SegmentState::agreed);
    }
    EXPECT_THAT(*atlas->find(segment_)->geometry, SizeIs(2));
}

TEST_F(CaseOfTwoSegments, AFurtherSegmentsClaimIsCheckedWhenItIsStored) {
    auto& claims = std::get<model::Table<model::Claim>>(regency_.tables);
    const auto north = claims.next_id().value - 1; // the last two are about the northern line
    claims.erase({north});
    claims.erase({north - 1});
    model::Claim claim;
    claim.dispute = dispute_;
    claim.village = north_;
    const auto along = [&](geo::Line line) {
        claim.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(line)});
        return add_claim(*regency_.atlas(), claim);
    };
    const auto crossing = along({{109.01, -6.99},
                                 {109.013, -6.985},
                                 {109.013, -6.987},
                                 {109.011, -6.984},
                                 {109.01, -6.98}});
    ASSERT_FALSE(crossing);
    EXPECT_EQ(crossing.refusal().message.key, "analysis.contested.crosses_itself");
    EXPECT_TRUE(along({{109.01, -6.99}, {109.013, -6.985}, {109.01, -6.98}}));
}

} // namespace
} // namespace antardesa::workspace
