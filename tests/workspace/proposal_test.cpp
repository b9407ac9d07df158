#include "proposed_line.h"

#include "crs/ellipsoid.h"
#include "model/case_verbs.h"
#include "workspace/case_papers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::Each;
using ::testing::SizeIs;

TEST_F(ProposedLine, SaysWhatEachVillageGetsAndChangesNothing) {
    const std::string before = bytes_of(project_);
    EXPECT_EQ(view().stage, ProposalView::Stage::none);
    running_.act(PreviewProposal{the_case});
    ASSERT_EQ(view().stage, ProposalView::Stage::ready) << view().summary;
    EXPECT_EQ(running_.workspace.job(), Job::boundaries);
    ASSERT_THAT(view().sides, SizeIs(2));
    EXPECT_EQ(view().sides[0].name, "Asri 1");
    EXPECT_EQ(view().sides[0].change.substr(0, 1), "+");
    EXPECT_EQ(view().sides[1].change.substr(0, 3), "−");
    EXPECT_EQ(view().sides[0].change.substr(1), view().sides[1].change.substr(3));
    EXPECT_TRUE(view().balanced);
    EXPECT_EQ(view().sum, "0,00 ha");
    EXPECT_THAT(view().sentence, ::testing::HasSubstr("Asri 1"));
    EXPECT_TRUE(view().can_accept);
    EXPECT_FALSE(view().clock.empty());
    EXPECT_EQ(bytes_of(project_), before);
    running_.act(DropProposal{});
    EXPECT_EQ(view().stage, ProposalView::Stage::none);
}

TEST_F(ProposedLine, WithoutPlaceAndGuestsNoMeetingIsRecorded) {
    running_.act(PreviewProposal{the_case});
    running_.act(AcceptProposal{minutes(), {}, {}, 0});
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::agreed);
    EXPECT_THAT(running_.workspace.atlas()->meetings(the_case), SizeIs(0));
}

TEST_F(ProposedLine, IsLedByHandAndTakenBack) {
    running_.act(PreviewProposal{the_case});
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    ASSERT_THAT(view().handles, SizeIs(2)) << "from node to node";
    const std::string straight = view().sides[0].change;
    const geo::Point middle = (pixels(0) + pixels(1)) * 0.5;
    running_.act(AddProposalPoint{middle});
    ASSERT_THAT(view().handles, SizeIs(3));
    EXPECT_EQ(view().sides[0].change, straight) << "a new point moves nothing";
    lead(1, 12);
    EXPECT_TRUE(view().led);
    const std::string led = view().sides[0].change;
    EXPECT_NE(led, straight);
    EXPECT_TRUE(view().balanced) << "at every move both sum to nothing";
    running_.act(PressProposal{pixels(1)});
    running_.act(ReleaseProposal{});
    running_.act(LockProposalPiece{});
    EXPECT_TRUE(view().handles[1].locked_after);
    lead(1, 20);
    EXPECT_EQ(view().sides[0].change, led) << "what is agreed stays";
    running_.act(StepBackProposal{});
    EXPECT_FALSE(view().handles[1].locked_after);
    running_.act(StepBackProposal{});
    EXPECT_EQ(view().sides[0].change, straight);
}

TEST_F(ProposedLine, WhatWasTakenBackIsDoneAgain) {
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    running_.act(AddProposalPoint{(pixels(0) + pixels(1)) * 0.5});
    lead(1, 12);
    const std::string led = view().sides[0].change;
    EXPECT_FALSE(view().can_step_forward);
    running_.act(StepBackProposal{});
    EXPECT_NE(view().sides[0].change, led);
    ASSERT_TRUE(view().can_step_forward);
    running_.act(StepForwardProposal{});
    EXPECT_EQ(view().sides[0].change, led);
    running_.act(StepBackProposal{});
    lead(1, 6);
    EXPECT_FALSE(view().can_step_forward) << "another move takes its place";
}

TEST_F(ProposedLine, ItsHandlesHaveLettersForNumbersAreOfPoints) {
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    for (int i = 0; i < 27; ++i)
        running_.act(AddProposalPoint{(pixels(0) + pixels(1)) * 0.5});
    const auto& handles = view().handles;
    ASSERT_GE(handles.size(), 3U);
    EXPECT_EQ(handles.front().label, "");
    EXPECT_EQ(handles[1].label, "a");
    if (handles.size() > 27) {
        EXPECT_EQ(handles[26].label, "z");
        EXPECT_EQ(handles[27].label, "aa");
    }
    EXPECT_EQ(handles.back().label, "");
}

TEST_F(ProposedLine, ScenariosOfACaseThatIsOverAreNotWorkedOutAnew) {
    running_.act(PreviewProposal{the_case});
    running_.act(KeepProposal{"A", "Kades"});
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    running_.act(KeepProposal{"B", "Kades"});
    ASSERT_THAT(view().scenarios, SizeIs(2));
    EXPECT_TRUE(view().scenarios[1].trouble.empty());
    running_.act(AcceptProposal{minutes(), {}, {}});
    ASSERT_THAT(view().scenarios, SizeIs(2));
    EXPECT_THAT(view().scenarios[0].trouble, ::testing::HasSubstr("Tidak dipilih"));
    EXPECT_THAT(view().scenarios[1].trouble, ::testing::HasSubstr("disepakati"));
    EXPECT_TRUE(view().scenarios[0].changes[0].empty());
}

TEST_F(ProposedLine, PointsOnTheLineAreInNeitherPart) {
    running_.act(PreviewProposal{the_case});
    running_.act(AcceptProposal{minutes(), {}, {}});
    ASSERT_FALSE(running_.workspace.atlas()
                     ->points_of(running_.workspace.atlas()->find(the_case)->segment)
                     .empty());
    for (const ProposalView::Content& content : view().contents)
        EXPECT_THAT(content.name, ::testing::Not(::testing::HasSubstr("Titik")))
            << content.in[0] << " : " << content.in[1];
}

TEST_F(ProposedLine, EachVillageGivesTheMinutesItsNumber) {
    running_.act(PreviewProposal{the_case});
    AcceptProposal accept{minutes(), {}, {}};
    accept.numbers = {{view().villages[0], "1/BA/2026"}, {view().villages[1], "7/BA/2026"}};
    running_.act(accept);
    std::vector<std::string> numbers;
    for (const model::Signatory* one : running_.workspace.atlas()->signatories(the_case)) {
        EXPECT_EQ(one->role, model::SignatoryRole::village_head);
        numbers.push_back(one->paper_number);
    }
    EXPECT_THAT(numbers, ::testing::ElementsAre("1/BA/2026", "7/BA/2026"));
}

TEST_F(ProposedLine, APerbupMovesALineThatAnEarlierOneFixed) {
    const auto decide = [&](const char* number) {
        model::Document decree;
        decree.kind = "perbup";
        decree.number = number;
        decree.title = "Batas desa";
        decree.date = Date{std::chrono::year{2026} / 10 / 1};
        running_.act(AcceptProposal{{{}, decree}, {}, {}, 9});
        return running_.workspace.form_answer().refusal;
    };
    running_.act(AdvanceCase{the_case, model::DisputeState::not_agreed, {}, {}, 1});
    running_.act(AdvanceCase{the_case, model::DisputeState::regent_decision, {}, {}, 2});
    const Id<model::BoundarySegment> line = running_.workspace.atlas()->find(the_case)->segment;
    model::Document earlier;
    earlier.kind = "perbup";
    earlier.number = "1/2020";
    earlier.title = "Batas desa";
    earlier.date = Date{std::chrono::year{2020} / 1 / 2};
    running_.act(RecordSegmentState{{line, model::SegmentState::enacted, {}, earlier}, 3});
    ASSERT_EQ(running_.workspace.atlas()->find(line)->state, model::SegmentState::enacted)
        << running_.workspace.form_answer().refusal;
    running_.act(PreviewProposal{the_case});
    EXPECT_EQ(decide("88/2026"), "");
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::enacted);
}

TEST_F(ProposedLine, TellsTheEvidenceTheMeetingsAndWhatIsStillAskedFor) {
    const auto record = [&](Register kind,
                            std::vector<std::pair<std::string, std::string>> values) {
        running_.act(
            SaveRecord{{{kind, 0, the_case.value, Register::dispute}, std::move(values)}, 4});
        ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    };
    record(Register::evidence, {{"kode_desa", "99.01.01.2001"},
                                {"jenis", "peta"},
                                {"judul", "Peta desa"},
                                {"tahun", "1987"},
                                {"skala", "1:10.000"}});
    record(Register::meeting,
           {{"tanggal", "2026-09-15"}, {"tempat", "Kantor kecamatan"}, {"keputusan", "Lanjut"}});
    running_.act(PreviewProposal{the_case});
    ASSERT_THAT(view().evidence, SizeIs(1));
    EXPECT_EQ(view().evidence[0].detail, "Asri 1 · tahun 1987 · 1:10.000") << "the year always";
    EXPECT_EQ(view().evidence[0].side, 0u);
    EXPECT_EQ(view().claim_sources[0], "Peta desa 1987, skala 1:10.000");
    EXPECT_EQ(view().claim_sources[1], "Peta 2015");
    ASSERT_THAT(view().meetings, SizeIs(1));
    EXPECT_THAT(view().meetings[0].title, ::testing::HasSubstr("Kantor kecamatan"));
    running_.act(AcceptProposal{minutes(), {}, {}});
    EXPECT_THAT(view().open_points, ::testing::Contains(::testing::HasSubstr("V12")))
        << "nobody's signature is recorded";
    EXPECT_THAT(view().open_points, ::testing::Contains(::testing::HasSubstr("masih DRAF")))
        << "what the paper itself says that it lacks";
}

TEST_F(ProposedLine, AllPapersOfTheCaseAreWrittenInOnePress) {
    const fs::path folder = folder_ / "berkas";
    running_.act(WriteCasePapers{the_case, folder});
    for (const char* name :
         {"berita-acara.docx", "berita-acara.pdf", "lampiran-koordinat.pdf", "peta-batas.pdf"})
        EXPECT_GT(fs::file_size(folder / name), 1000u) << name;
    EXPECT_TRUE(running_.says((folder / "peta-batas.pdf").string())) << "the files can be copied";
    std::ofstream(folder / "berita-acara.docx") << "disunting";
    running_.act(WriteCasePapers{the_case, folder});
    EXPECT_EQ(bytes_of(folder / "berita-acara.docx"), "disunting") << "what somebody edited stays";
}

TEST_F(ProposedLine, PapersOfACaseAreWrittenAllOrNone) {
    const fs::path folder = folder_ / "berkas";
    Progress progress;
    const auto refused = write_case_papers(running_.workspace.atlas(), {99}, folder, {},
                                           test_environment(), progress);
    EXPECT_FALSE(refused);
    EXPECT_FALSE(fs::exists(folder));
    std::stop_source stop;
    stop.request_stop();
    Progress stopped(stop.get_token());
    EXPECT_THROW(static_cast<void>(write_case_papers(running_.workspace.atlas(), the_case, folder,
                                                     {}, test_environment(), stopped)),
                 Cancelled);
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(ProposedLine, StaysInsideTheContestedLand) {
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    running_.act(AddProposalPoint{(pixels(0) + pixels(1)) * 0.5});
    const double before = pixels(1).x;
    lead(1, 5000);
    EXPECT_LT(pixels(1).x - before, 2000) << "its handle stands where the line runs";
    ASSERT_THAT(view().sides, SizeIs(2));
    EXPECT_GE(view().sides[0].share, 0);
    EXPECT_LE(view().sides[0].share, 1.0 + 1e-9);
    EXPECT_TRUE(view().balanced);
}

TEST_F(ProposedLine, ScenariosStandBesideEachOther) {
    running_.act(PreviewProposal{the_case});
    const std::string midline = view().sides[0].change;
    running_.act(KeepProposal{{}, "Camat"});
    ASSERT_THAT(view().scenarios, SizeIs(1));
    EXPECT_EQ(view().scenarios[0].name, "A");
    EXPECT_EQ(view().scenarios[0].author, "Camat");
    EXPECT_EQ(view().scenarios[0].changes[0], midline);
    PreviewProposal shares{the_case, ProposalWay::equal_area};
    shares.first_share = 0.8;
    running_.act(shares);
    running_.act(KeepProposal{});
    ASSERT_THAT(view().scenarios, SizeIs(2));
    EXPECT_NE(view().scenarios[1].changes[0], midline);
    PreviewProposal first{the_case, ProposalWay::scenario};
    first.scenario = view().scenarios[0].id;
    running_.act(first);
    EXPECT_TRUE(view().scenarios[0].shown);
    EXPECT_FALSE(view().can_keep) << "it is kept already";
    EXPECT_EQ(view().sides[0].change, midline);
    running_.act(EraseProposal{view().scenarios[1].id});
    EXPECT_THAT(view().scenarios, SizeIs(1));
    running_.act(Undo{});
    EXPECT_THAT(view().scenarios, SizeIs(2));
}

TEST_F(ProposedLine, BecomesTheBoundaryOfBothInOneStep) {
    const auto areas = [&] {
        std::vector<double> all;
        for (const model::Village& village : running_.workspace.atlas()->villages())
            all.push_back(crs::ellipsoidal_area(*village.geometry));
        return all;
    };
    const auto before = areas();
    running_.act(PreviewProposal{the_case});
    running_.act(AcceptProposal{minutes(), "Kantor Kecamatan", "Camat"});
    const auto& atlas = *running_.workspace.atlas();
    const model::BoundaryDispute& dispute = *atlas.find(the_case);
    EXPECT_EQ(dispute.state, model::DisputeState::agreed);
    const model::BoundarySegment& segment = *atlas.find(dispute.segment);
    EXPECT_EQ(segment.state, model::SegmentState::agreed) << "nothing is definitive by it";
    EXPECT_EQ(segment.document, dispute.outcome);
    const auto after = areas();
    EXPECT_GT(after[0] - before[0], 1000);
    EXPECT_NEAR(after[0] - before[0], before[1] - after[1], 0.01);
    ASSERT_THAT(atlas.meetings(the_case), SizeIs(1));
    EXPECT_EQ(atlas.meetings(the_case)[0]->place, "Kantor Kecamatan");
    EXPECT_FALSE(view().can_accept);
    running_.act(Undo{});
    EXPECT_EQ(areas(), before) << "bit for bit";
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state,
              model::DisputeState::district_facilitation);
}

TEST_F(ProposedLine, WhatWasAcceptedIsNotLedBackByHand) {
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    running_.act(AddProposalPoint{(pixels(0) + pixels(1)) * 0.5});
    lead(1, 12);
    ASSERT_TRUE(view().can_step_back);
    running_.act(AcceptProposal{minutes(), {}, {}, 7});
    ASSERT_EQ(running_.workspace.form_answer().refusal, "");
    EXPECT_TRUE(view().undoes_step) << "Ctrl+Z is about the agreement now";
    running_.act(StepBackProposal{});
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state,
              model::DisputeState::district_facilitation);
    ASSERT_TRUE(view().redoes_step);
    running_.act(StepForwardProposal{});
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::agreed);
}

TEST_F(ProposedLine, WhatWasKeptAtTheTableIsTakenBackThereAfterTheHandsOwnSteps) {
    running_.act(PreviewProposal{the_case, ProposalWay::straight});
    running_.act(AddProposalPoint{(pixels(0) + pixels(1)) * 0.5});
    lead(1, 12);
    running_.act(KeepProposal{});
    ASSERT_THAT(view().scenarios, SizeIs(1));
    EXPECT_FALSE(view().undoes_step) << "the hand's steps are first";
    while (view().can_step_back && !view().undoes_step)
        running_.act(StepBackProposal{});
    ASSERT_THAT(view().scenarios, SizeIs(1));
    ASSERT_TRUE(view().undoes_step);
    running_.act(StepBackProposal{});
    EXPECT_THAT(view().scenarios, SizeIs(0));
    EXPECT_FALSE(view().can_step_back);
}

TEST_F(ProposedLine, WhatWasWrittenElsewhereIsNotTakenBackAtTheTable) {
    running_.act(AdvanceCase{the_case, model::DisputeState::not_agreed, {}, {}, 1});
    running_.act(PreviewProposal{the_case});
    ASSERT_TRUE(running_.workspace.top_bar().can_undo);
    EXPECT_FALSE(view().can_step_back);
    running_.act(StepBackProposal{});
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::not_agreed);
}

TEST_F(ProposedLine, IsNotAcceptedWithoutMinutes) {
    running_.act(PreviewProposal{the_case});
    running_.act(AcceptProposal{{}, {}, {}, 5});
    EXPECT_EQ(running_.workspace.form_answer().form, 5u);
    EXPECT_FALSE(running_.workspace.form_answer().refusal.empty());
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state,
              model::DisputeState::district_facilitation);
}

TEST_F(ProposedLine, ACaseGoesOnInTheWindow) {
    running_.act(Select{{SubjectKind::dispute, the_case.value}});
    const CardView& card = running_.workspace.card();
    ASSERT_TRUE(card.dispute);
    EXPECT_THAT(card.dispute->next, ::testing::ElementsAre(model::DisputeState::agreed,
                                                           model::DisputeState::not_agreed));
    running_.act(AdvanceCase{the_case, model::DisputeState::not_agreed, {}, {}, 3});
    EXPECT_TRUE(running_.workspace.form_answer().refusal.empty());
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::not_agreed);
    running_.act(AdvanceCase{the_case, model::DisputeState::enacted, {}, {}, 4});
    EXPECT_FALSE(running_.workspace.form_answer().refusal.empty());
    EXPECT_EQ(running_.workspace.atlas()->find(the_case)->state, model::DisputeState::not_agreed);
}

TEST_F(ProposedLine, TheLandLiesBelowWhatIsToldOverTheMap) {
    constexpr double sentence = 64;
    running_.act(PreviewProposal{the_case});
    const double density = running_.workspace.pixels_per_millimetre();
    const auto highest = [&] {
        const auto& seen = running_.workspace.view();
        const double scale = density / seen.scale.metres_per_millimetre();
        double top = 600;
        for (const auto& lines : view().claims)
            for (const auto& line : lines)
                for (const geo::Point at : line)
                    top = std::min(top, 300 - (at.y - seen.centre.y) * scale);
        return top;
    };
    EXPECT_LT(highest(), sentence);
    running_.act(ResizeMap{800, 600, density, {{{16, 16}, {600, sentence}}}});
    EXPECT_GE(highest(), sentence);
    running_.act(ResizeMap{800, 600, density, {}});
    EXPECT_GE(highest(), sentence) << "the map does not jump when the sentence goes for a moment";
    running_.act(DropProposal{});
    running_.act(ZoomTo{{SubjectKind::dispute, the_case.value}});
    running_.act(ResizeMap{800, 600, density, {{{16, 16}, {600, 46}}}});
    running_.act(PreviewProposal{the_case});
    EXPECT_LT(highest(), sentence) << "another line begins anew";
}

TEST_F(ProposedLine, AClaimComesFromAFile) {
    std::ofstream(folder_ / "klaim.geojson")
        << R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
        << R"([[109.01,-7],[109.013,-6.995],[109.01,-6.99]]}})";
    const AddClaim claim{the_case, {1}, "Peta blok", "BPN", {}, folder_ / "klaim.geojson"};
    running_.act(claim);
    EXPECT_THAT(running_.workspace.atlas()->claims(the_case), SizeIs(2))
        << "over the same stretch it has one already";
    running_.act(ReportDisputeOn{{1}, "Dua peta lagi"});
    AddClaim other = claim;
    other.dispute = {2};
    running_.act(other);
    const auto claims = running_.workspace.atlas()->claims(other.dispute);
    ASSERT_THAT(claims, SizeIs(1));
    EXPECT_EQ(claims[0]->basis, "Peta blok");
    ASSERT_TRUE(claims[0]->line);
    EXPECT_THAT(*claims[0]->line, SizeIs(1));
}

} // namespace
} // namespace antardesa::workspace
