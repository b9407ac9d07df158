#include "proposed_views.h"

#include "ui/fonts.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

/// The meeting at the smallest window, read from afar.
struct Room : Glass {
    Room() {
        start_proposal(state, {4});
        state.meeting = true;
        read_from_afar();
    }
    void expect_legible(const FakeViews& views, const char* what) {
        draw(views);
        draw(views);
        ASSERT_FALSE(witness().items.empty());
        const float least = font_of(Role::large)->FontSize - 0.01F;
        for (const Witness::Item& item : witness().items) {
            EXPECT_TRUE(item.clickable || item.rect.height() >= least) << what << ": " << item.text;
        }
    }
};

TEST(MeetingRoom, NothingIsSmallerThanSixteen) {
    Room room;
    FakeViews views = ready_views();
    views.map.metres_per_pixel = 2;
    room.expect_legible(views, "table");
    EXPECT_TRUE(room.shows("200 m")) << "the scale is there";
    room.state.meeting_tab = MeetingTab::minutes;
    room.expect_legible(views, "papers");
    room.state.meeting_tab = MeetingTab::table;
    views.notices = {{1, Severity::warning, "Berkas tidak ditulis.", {}, false, 8}};
    room.expect_legible(views, "notices");
    views.notices.clear();
    room.click(views, room.language().text("ui.proposal.agree"));
    ASSERT_EQ(room.state.dialog, Dialog::accept_line);
    room.expect_legible(views, "form");
    open_files(room.state, FilePurpose::case_papers, "berkas");
    room.expect_legible(views, "files");
}

TEST(MeetingRoom, TheMapIsDrawnLargerToo) {
    Room room;
    const auto actions = room.draw(ready_views());
    ASSERT_TRUE(asked<ResizeMap>(actions));
    EXPECT_NEAR(asked<ResizeMap>(actions)->pixels_per_millimetre, 96 / 25.4 * 4 / 3, 1e-4)
        << "names of 12 px are 16 then";
}

TEST(MeetingRoom, NamesOfVillagesAreWhole) {
    Room room;
    FakeViews views = ready_views();
    views.proposal.sides[0].name = "Gunungbakti Wetan Kaliharjo";
    room.draw(views);
    room.draw(views);
    std::string shown;
    for (const Witness::Item& item : room.witness().items)
        if (item.window.find("rapat-kanan") != std::string::npos && !item.clickable)
            shown += item.text + " ";
    EXPECT_NE(shown.find("Gunungbakti Wetan Kaliharjo"), std::string::npos) << shown;
}

TEST(MeetingRoom, SaysWhatBecameOfThePapers) {
    Room room;
    FakeViews views = ready_views();
    views.status.jobs.clear();
    room.state.meeting_tab = MeetingTab::minutes;
    const auto told = [&](const std::string& text) {
        room.draw(views);
        room.draw(views);
        const auto& items = room.witness().items;
        return std::any_of(items.begin(), items.end(), [&](const Witness::Item& item) {
            return item.text == text && item.window.find("rapat-kanan") != std::string::npos;
        });
    };
    views.notices = {{1, Severity::information, "Skenario A disimpan", {}, true, 5}};
    EXPECT_FALSE(told("Skenario A disimpan")) << "that is no news of papers";
    views.notices.push_back({2, Severity::information, "4 berkas di /a", "/a/ba.docx", false, 5});
    EXPECT_TRUE(told("4 berkas di /a"));
    views.notices.push_back({3, Severity::warning, "Folder /a berisi", {}, false, 8});
    EXPECT_TRUE(told("Folder /a berisi")) << "also when they were not made";
    EXPECT_FALSE(told("4 berkas di /a")) << "the newest alone";
    views.status.jobs = {{"Menulis berkas", -1}};
    EXPECT_TRUE(told("Menulis berkas"));
    room.state.meeting_tab = MeetingTab::table;
    EXPECT_FALSE(told("Menulis berkas"));
}

TEST(MeetingRoom, WhoWasAtAMeetingWaitsUntilItIsAskedFor) {
    Room room;
    FakeViews views = ready_views();
    views.proposal.meetings = {{"3 Maret 2026 · Balai desa", "Lanjut", {}, "Hadir: Camat Budi"}};
    room.state.meeting_tab = MeetingTab::meetings;
    const auto shows = [&](const std::string& text) {
        room.draw(views);
        room.draw(views);
        return room.shows(text);
    };
    EXPECT_FALSE(shows("Hadir: Camat Budi"));
    room.press(views, 'H', true);
    EXPECT_TRUE(shows("Hadir: Camat Budi"));
}

TEST(MeetingRoom, NamesOfPersonsWaitUntilTheyAreAskedFor) {
    Glass room(i18n::Language::indonesian, {1920, 1080});
    start_proposal(room.state, {4});
    room.state.meeting = true;
    FakeViews views = ready_views();
    views.proposal.scenarios[0].author = "Kades Sumber";
    const auto shows = [&](const std::string& text) {
        room.draw(views);
        room.draw(views);
        return room.shows(text);
    };
    EXPECT_FALSE(shows("Kades Sumber"));
    room.press(views, 'H', true);
    EXPECT_TRUE(shows("Kades Sumber"));
    views.proposal.swipe = SwipeView{};
    const std::string asked_by =
        room.language().text(Message{"ui.compare.asked_by", {"Kades Sumber"}});
    EXPECT_TRUE(shows(asked_by));
    room.press(views, 'H', true);
    EXPECT_FALSE(shows(asked_by));
    views.proposal.swipe.reset();
    room.state.meeting = false;
    room.press(views, 'H', true);
    EXPECT_FALSE(room.state.names_shown) << "elsewhere nothing is hidden";
}

} // namespace
} // namespace antardesa::ui
