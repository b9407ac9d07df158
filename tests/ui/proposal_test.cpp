#include "proposed_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

struct Opened : Glass {
    Opened() : Glass(i18n::Language::indonesian, {1366, 1200}) { start_proposal(state, {4}); }
};

TEST(ProposalPanel, AsksForTheMidlineOnceWhenItIsOpened) {
    Opened glass;
    const auto actions = glass.draw(ready_views());
    ASSERT_TRUE(asked<PreviewProposal>(actions));
    EXPECT_EQ(asked<PreviewProposal>(actions)->dispute.value, 4);
    EXPECT_EQ(asked<PreviewProposal>(actions)->way, ProposalWay::midline);
    EXPECT_FALSE(asked<PreviewProposal>(glass.draw(ready_views())));
}

TEST(ProposalPanel, ShowsBothVillagesTheSumAndTheScenarios) {
    Opened glass;
    glass.draw(ready_views());
    glass.draw(ready_views());
    for (const char* text : {"Batutengah – Sukamaju", "+6,94 ha", "−6,94 ha", "0,00 ha",
                             "Garis tengah · Camat", "Dibagi luas 50:50"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

TEST(ProposalPanel, AnotherWayAndAScenarioAreAskedFor) {
    Opened glass;
    const auto& words = glass.language();
    glass.draw(ready_views());
    const auto straight = glass.click(ready_views(), words.text("ui.proposal.straight"));
    ASSERT_TRUE(asked<PreviewProposal>(straight));
    EXPECT_EQ(asked<PreviewProposal>(straight)->way, ProposalWay::straight);
    const auto scenario = glass.click(ready_views(), "A");
    ASSERT_TRUE(asked<PreviewProposal>(scenario));
    EXPECT_EQ(asked<PreviewProposal>(scenario)->way, ProposalWay::scenario);
    EXPECT_EQ(asked<PreviewProposal>(scenario)->scenario.value, 7);
}

TEST(ProposalPanel, KeepsAndAgreesOnlyOnAReadyLine) {
    Opened glass;
    const auto& words = glass.language();
    glass.draw(ready_views());
    EXPECT_TRUE(asked<KeepProposal>(glass.click(ready_views(), words.text("ui.proposal.keep"))));
    FakeViews unbalanced = ready_views();
    unbalanced.proposal.balanced = false;
    glass.click(unbalanced, words.text("ui.proposal.agree"));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    glass.click(ready_views(), words.text("ui.proposal.agree"));
    EXPECT_EQ(glass.state.dialog, Dialog::accept_line);
}

TEST(ProposalPanel, CallsAScenarioByItsNameAndTakesNoShareThatIsNone) {
    Opened glass;
    FakeViews views = ready_views();
    views.proposal.scenarios[0].name = "Ñandu";
    views.proposal.scenarios[0].author.clear();
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Ñandu · Garis tengah"));
    EXPECT_TRUE(glass.shows("Ñ"));
    glass.state.proposal.way = 1; // by shares
    glass.state.proposal.share = "150";
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(glass.language().text("ui.proposal.bad_share")));
    EXPECT_FALSE(
        asked<KeepProposal>(glass.click(views, glass.language().text("ui.proposal.keep"))));
}

struct Meeting : Opened {
    Meeting() { state.meeting = true; }
    FakeViews views = [] {
        FakeViews made = ready_views();
        made.proposal.evidence = {{"Peta desa 1987", "BIG · 1:10.000", 0}};
        made.proposal.meetings = {{"3 Maret 2026 · Balai desa", "Lanjut", {}}};
        made.proposal.open_points = {"V12 · Tanda tangan belum dicatat"};
        return made;
    }();
};

TEST(MeetingScreen, ShowsTheCaseBehindItsTabs) {
    Meeting glass;
    const auto& words = glass.language();
    glass.draw(glass.views);
    glass.click(glass.views, words.text("ui.meeting.evidence") + " 1");
    glass.draw(glass.views);
    EXPECT_TRUE(glass.shows("Peta desa 1987"));
    EXPECT_FALSE(glass.shows("0,00 ha")) << "the ledger stands behind another tab";
    glass.click(glass.views, words.text("ui.meeting.meetings") + " 1");
    glass.draw(glass.views);
    EXPECT_TRUE(glass.shows("3 Maret 2026 · Balai desa"));
    glass.click(glass.views, words.text("ui.meeting.minutes"));
    glass.draw(glass.views);
    EXPECT_TRUE(glass.shows("V12 · Tanda tangan belum dicatat"));
    glass.click(glass.views, words.text("ui.meeting.all_papers"));
    EXPECT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::case_papers);
    EXPECT_EQ(glass.state.files.dispute.value, 4);
}

TEST(MeetingScreen, TellsWhatEachClaimRestsOnAndGoesToFullScreen) {
    Meeting glass;
    FakeViews views = glass.views;
    views.proposal.claims[0] = {{{-200, -200}, {-200, 200}}};
    views.proposal.claims[1] = {{{200, -200}, {200, 200}}};
    views.proposal.claim_sources = {"Peta desa 1987, skala 1:10.000", "Peta blok PBB 1994"};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Peta desa 1987, skala 1:10.000"));
    EXPECT_TRUE(glass.shows("Peta blok PBB 1994"));
    const auto& words = glass.language();
    glass.click(views, words.text("ui.meeting.full_screen") + "  F11");
    EXPECT_TRUE(glass.state.full_screen);
    views.proposal.can_step_forward = true;
    EXPECT_TRUE(asked<StepForwardProposal>(
        glass.click(views, words.text("ui.meeting.step_forward") + "  Ctrl+Y")));
}

TEST(MeetingScreen, AgreementTakesTheNumbersOfBothVillages) {
    Meeting glass;
    FakeViews views = glass.views;
    views.proposal.villages = {Id<model::Village>{3}, Id<model::Village>{5}};
    glass.draw(views);
    glass.click(views, glass.language().text("ui.proposal.agree"));
    ASSERT_EQ(glass.state.dialog, Dialog::accept_line);
    glass.state.accept.numbers = {"1/BA", "7/BA"};
    glass.state.accept.document.title = "Kesepakatan";
    glass.draw(views);
    const auto actions = glass.click(views, glass.language().text("ui.accept.save"));
    ASSERT_TRUE(asked<AcceptProposal>(actions));
    const auto* accepted = asked<AcceptProposal>(actions);
    ASSERT_EQ(accepted->numbers.size(), 2u);
    EXPECT_EQ(accepted->numbers[1].first.value, 5);
    EXPECT_EQ(accepted->numbers[1].second, "7/BA");
    ASSERT_TRUE(accepted->document.entered);
    EXPECT_EQ(accepted->document.entered->number, "1/BA / 7/BA");
}

TEST(MeetingScreen, FillsTheWindowAndHidesTheTools) {
    Glass glass(i18n::Language::indonesian, {1920, 1080});
    start_proposal(glass.state, {4});
    glass.state.meeting = true;
    glass.draw(ready_views());
    glass.draw(ready_views());
    for (const char* text :
         {"Meja Runding · Batutengah – Sukamaju", "Perkara SB-03 · Fasilitasi camat",
          "Sisa 71 hari dari 6 bulan", "+6,94 ha", "−6,94 ha", "0,00 ha", "menjadi 699,33 ha",
          "Aset bersama", "Dibagi luas 50:50"})
        EXPECT_TRUE(glass.shows(text)) << text;
    EXPECT_FALSE(glass.shows(glass.language().text("ui.rail.history"))) << "no rail";
    glass.click(ready_views(), "A");
    EXPECT_EQ(glass.state.proposal.scenario.value, 7);
}

TEST(MeetingScreen, NothingIsCutAtTheSmallestSize) {
    Glass glass(i18n::Language::indonesian, {1366, 768});
    start_proposal(glass.state, {4});
    glass.state.meeting = true;
    glass.draw(ready_views());
    glass.draw(ready_views());
    for (const char* text : {"+6,94 ha", "−6,94 ha", "0,00 ha", "menjadi 699,33 ha",
                             "Jumlah kedua desa", "Sisa 71 hari dari 6 bulan"})
        EXPECT_TRUE(glass.shows(text)) << text;
}

} // namespace
} // namespace antardesa::ui
