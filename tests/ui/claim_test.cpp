#include "fake_views.h"

#include "ui/file_purpose.h"
#include "ui/panels.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

FakeViews case_views() {
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::dispute, 4};
    views.card.title = "Batutengah – Sukamaju";
    views.card.dispute = CaseDeeds{};
    CaseDeeds& deeds = *views.card.dispute;
    deeds.villages = {{{8}, "Batutengah"}, {{9}, "Sukamaju"}};
    deeds.documents = {{{3}, "Peta 12/1987"}};
    deeds.parties = {{{8},
                      "Batutengah",
                      {{{11}, {}, "Peta desa 1987", "2,3 km · BPN", false}},
                      {{{}, {21}, "Foto · Pilar lama", "2019", true}}},
                     {{9}, "Sukamaju", {{{12}, {}, "Peta blok 1994", "2,1 km", false}}, {}}};
    return views;
}

struct CaseCard : Glass {
    CaseCard() : Glass(i18n::Language::indonesian, {1366, 1000}) {
        draw(case_views());
        draw(case_views());
    }
};

TEST(CaseCard, HasClaimsAndEvidenceOfBothVillagesSideBySide) {
    CaseCard glass;
    const auto* first = glass.find("Peta desa 1987");
    const auto* second = glass.find("Peta blok 1994");
    ASSERT_TRUE(first && second);
    EXPECT_LT(first->rect.max.x, second->rect.min.x + 1);
    EXPECT_NEAR(first->rect.min.y, second->rect.min.y, 1);
    EXPECT_TRUE(glass.shows("Foto · Pilar lama"));
}

TEST(CaseCard, AClaimIsRemovedFromThere) {
    CaseCard glass;
    const auto actions = glass.click(case_views(), glass.language().text("ui.claim.drop"));
    ASSERT_TRUE(asked<DropClaim>(actions));
    EXPECT_EQ(asked<DropClaim>(actions)->claim.value, 12) << "the last one";
}

TEST(CaseCard, APhotoIsEvidenceOfTheVillageWhoseColumnItWasAddedIn) {
    CaseCard glass;
    glass.click(case_views(), glass.language().text("ui.case.add_photo"));
    ASSERT_EQ(glass.state.dialog, Dialog::files);
    EXPECT_EQ(glass.state.files.purpose, FilePurpose::photo);
    const Action action = action_of(glass.state.files, "/data/pilar.jpg");
    const auto* photo = std::get_if<AddPhotoEvidence>(&action);
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->dispute.value, 4);
    EXPECT_EQ(photo->village.value, 9) << "the last column";
    EXPECT_EQ(photo->photo, "/data/pilar.jpg");
    EXPECT_TRUE(lists(FilePurpose::photo, {"/data/a.JPG", "a.JPG", false, ""}));
    EXPECT_FALSE(lists(FilePurpose::photo, {"/data/a.shp", "a.shp", false, ""}));
}

TEST(CaseCard, TheStepToFacilitationBeginsTodayUnlessAnotherDayIsTyped) {
    CaseCard glass;
    FakeViews views = case_views();
    views.card.dispute->next = {model::DisputeState::district_facilitation};
    views.card.dispute->today =
        Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(27)};
    start_case_step(views.views(glass.language()), glass.state);
    EXPECT_EQ(glass.state.case_step.date, "27-11-2026");
    const auto sent = glass.click(views, glass.language().text("ui.case.save"));
    ASSERT_TRUE(asked<AdvanceCase>(sent));
    EXPECT_EQ(asked<AdvanceCase>(sent)->on, views.card.dispute->today);
}

TEST(CaseCard, TheStepsOfAKotaNameItsWaliKota) {
    for (const bool in_city : {false, true}) {
        CaseCard glass;
        FakeViews views = case_views();
        views.top_bar.is_city = in_city;
        views.card.dispute->next = {model::DisputeState::regent_decision};
        start_case_step(views.views(glass.language()), glass.state);
        glass.draw(views);
        EXPECT_EQ(glass.shows("menunggu Peraturan Wali Kota"), in_city);
        EXPECT_EQ(glass.shows("menunggu Peraturan Bupati"), !in_city);
    }
}

TEST(ClaimForm, IsSentWithAFileAndStaysOpenWithTheReason) {
    CaseCard glass;
    FakeViews views = case_views();
    start_claim(views.views(glass.language()), glass.state);
    glass.state.claim.line_file = "/data/jalur.gpx";
    glass.state.claim.basis = "Jalan kaki 2025";
    glass.draw(views);
    glass.draw(views);
    const auto sent = glass.click(views, glass.language().text("ui.claim.save"));
    const auto* claim = asked<AddClaim>(sent);
    ASSERT_TRUE(claim);
    EXPECT_EQ(claim->line_file, "/data/jalur.gpx");
    EXPECT_EQ(claim->village.value, 8);
    EXPECT_FALSE(claim->drawn);
    EXPECT_EQ(glass.state.dialog, Dialog::add_claim);
    views.form_answer = {claim->form, "Ujung garis jauh dari batas."};
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Ujung garis jauh dari batas."));
    EXPECT_EQ(glass.state.dialog, Dialog::add_claim);
}

TEST(ClaimForm, IsDrawnOnTheMapPointByPoint) {
    CaseCard glass;
    const auto& words = glass.language();
    FakeViews views = case_views();
    start_claim(views.views(words), glass.state);
    glass.draw(views);
    glass.draw(views);
    const auto begun = glass.click(views, words.text("ui.claim.draw"));
    ASSERT_TRUE(asked<BeginClaimLine>(begun));
    EXPECT_EQ(asked<BeginClaimLine>(begun)->village.value, 8);
    EXPECT_EQ(glass.state.dialog, Dialog::none);
    views.map.claim_line = {true, {}, "Klaim Batutengah: 0 titik", false};
    glass.draw(views);
    const auto clicked = glass.click_at(views, {600, 500});
    EXPECT_TRUE(asked<AddClaimPoint>(clicked));
    EXPECT_FALSE(asked<ClickMap>(clicked)) << "nothing else is selected meanwhile";
    EXPECT_TRUE(asked<StepBackClaimLine>(glass.press(views, 400 + ImGuiKey_Backspace)));
    glass.press(views, 400 + ImGuiKey_Enter);
    EXPECT_EQ(glass.state.dialog, Dialog::none) << "one point is no line";
    views.map.claim_line = {true, {}, "Klaim Batutengah: 3 titik, 1,2 km", true};
    glass.press(views, 400 + ImGuiKey_Enter);
    ASSERT_EQ(glass.state.dialog, Dialog::add_claim);
    glass.draw(views);
    glass.draw(views);
    EXPECT_TRUE(glass.shows("Klaim Batutengah: 3 titik, 1,2 km"));
    const auto sent = glass.click(views, words.text("ui.claim.save"));
    ASSERT_TRUE(asked<AddClaim>(sent));
    EXPECT_TRUE(asked<AddClaim>(sent)->drawn);
    views.form_answer = {asked<AddClaim>(sent)->form, {}};
    EXPECT_TRUE(asked<EndClaimLine>(glass.draw(views)));
    EXPECT_EQ(glass.state.dialog, Dialog::none);
}

/// The form of an overlap, opened from its card.
FakeViews with_overlap_form(Glass& glass, std::vector<std::string> claimants) {
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::finding, 31};
    views.card.title = "Tumpang tindih";
    views.card.finding = FindingDeeds{};
    views.card.finding->can_repair = true;
    views.card.finding->claimants = std::move(claimants);
    glass.draw(views);
    glass.draw(views);
    glass.click(views, glass.language().text("ui.finding.claim"));
    return views;
}

TEST(FindingCard, AnOverlapBecomesACase) {
    Glass glass(i18n::Language::indonesian, {1366, 900});
    const FakeViews views = with_overlap_form(glass, {"Batutengah", "Sukamaju"});
    ASSERT_EQ(glass.state.dialog, Dialog::claim_overlap);
    glass.state.overlap.basis = {"Peta 1987", "Peta 1994"};
    glass.draw(views);
    const auto sent = glass.click(views, glass.language().text("ui.overlap.save"));
    const auto* claimed = asked<ClaimOverlap>(sent);
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->finding.value, 31);
    EXPECT_EQ(claimed->basis[1], "Peta 1994");
    EXPECT_FALSE(claimed->holder);
}

TEST(FindingCard, OfThreeVillagesOneIsNamedWhoHoldsTheLand) {
    Glass glass(i18n::Language::indonesian, {1366, 900});
    const FakeViews views = with_overlap_form(glass, {"Asri Satu", "Asri Dua", "Asri Tiga"});
    ASSERT_EQ(glass.state.dialog, Dialog::claim_overlap);
    const auto is_said = [&](const char* holder, const char* one, const char* other) {
        std::string all; // as it is read over the ends of lines
        for (const Witness::Item& item : glass.witness().items)
            all += item.text + " ";
        const Message what{"ui.overlap.what_three", {holder, one, other}};
        return all.find(glass.language().text(what)) != std::string::npos;
    };
    EXPECT_TRUE(is_said("Asri Satu", "Asri Dua", "Asri Tiga"));
    glass.choose(views, "Asri Satu", "Asri Dua");
    glass.draw(views);
    EXPECT_TRUE(is_said("Asri Dua", "Asri Satu", "Asri Tiga"));
    const auto sent = glass.click(views, glass.language().text("ui.overlap.save"));
    const auto* claimed = asked<ClaimOverlap>(sent);
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->holder, std::size_t{1});
}

} // namespace
} // namespace antardesa::ui
