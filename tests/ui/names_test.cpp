// Names are shown as they are written, with marks for what would act, and never mean anything.
#include "base/file_name.h"
#include "base/text.h"
#include "fake_views.h"
#include "ui/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace antardesa::ui {
namespace {

using namespace workspace;

std::string repeated(const char* text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::vector<std::string> hostile_names() {
    return {"%s%s%n%x %d",
            "Suka##Maju",
            "Suka###Maju",
            "##",
            "###sama",
            "###sama",
            "{0} {1} {{",
            "baris\nbaru",
            "tab\tdi sini",
            "\x1B[31mmerah\x1B[0m",
            "kiri\u202Ekanan\u202C",
            "nol\u200Blebar\uFEFF",
            "Z" + repeated("\u0300", 300),
            repeated("Sumberrejo", 40),
            "<b>tebal</b> &amp; \"kutip\"",
            "'; DROP TABLE desa; --",
            "=HYPERLINK(\"http://127.0.0.1\")",
            "\xFF\xFE bukan teks",
            "",
            "sama",
            "sama"};
}

FakeViews villages_named(const std::vector<std::string>& names) {
    FakeViews views = typical_views();
    views.list.columns = {{"Kode", 1, 60, false}, {"Nama", 2, 60, false}};
    views.list.rows.clear();
    std::int64_t id = 100;
    for (const std::string& name : names) {
        ListRow row;
        row.subject = {SubjectKind::village, ++id};
        row.cells.resize(2);
        row.cells[0].text = name;
        row.cells[1].text = name;
        views.list.rows.push_back(row);
    }
    return views;
}

TEST(Names, StandInTheTableAsWrittenOrMarked) {
    const auto names = hostile_names();
    Glass glass(i18n::Language::indonesian, {1920, 1080});
    for (const std::string& name : names) {
        const FakeViews views = villages_named({name});
        glass.draw(views);
        glass.draw(views);
        const std::string shown = shown_on_one_line(name);
        bool stands = false;
        for (const Witness::Item& item : glass.witness().items) {
            const bool cut = item.text.ends_with("…") && item.text.size() > 3 &&
                             shown.starts_with(item.text.substr(0, item.text.size() - 3));
            stands = stands || (!item.clickable && (item.text == shown || cut));
        }
        EXPECT_TRUE(stands || name.empty()) << shown;
    }
}

TEST(Names, OfTheListsOfAJobAreWholeAtTheUsualSize) {
    Glass glass(i18n::Language::indonesian, {1366, 768});
    FakeViews views = typical_views();
    using enum ListKind;
    views.list.kind = agreements;
    views.list.tabs = {{agreements, "Kerja sama", "48"}, {districts, "Kecamatan", "12"},
                       {villages, "Desa", "141"},        {compliance, "Kepatuhan", "41"},
                       {suggestions, "Saran", "60"},     {documents, "Dokumen", "120"},
                       {assets, "Aset", "68"},           {disputes, "Sengketa", "14"}};
    glass.draw(views);
    glass.draw(views);
    for (const ListTab& tab : views.list.tabs) {
        const auto& items = glass.witness().items;
        EXPECT_TRUE(std::any_of(items.begin(), items.end(), [&](const Witness::Item& item) {
            return !item.clickable && item.text == tab.title;
        })) << tab.title;
    }
}

TEST(Names, NothingThatIsDrawnActs) {
    Glass glass(i18n::Language::indonesian, {1920, 1080});
    FakeViews views = villages_named(hostile_names());
    for (const std::string& name : hostile_names()) {
        views.card.title = views.card.subtitle = views.top_bar.title = name;
        views.map.live_sentence = views.map.hover_title = name;
        views.notices = {{1, Severity::warning, name, name, false, 5}};
        views.history.rows = {{2, name, name, false}};
        glass.draw(views);
        glass.draw(views);
        for (const Witness::Item& item : glass.witness().items)
            if (!item.clickable) {
                EXPECT_EQ(item.text, shown_on_one_line(item.text));
            }
    }
}

TEST(Names, EveryRowActsOnItsOwn) {
    const FakeViews views = villages_named(hostile_names());
    Glass glass(i18n::Language::indonesian, {1920, 1080});
    glass.state.bottom_height = 900;
    glass.draw(views);
    glass.draw(views);
    std::vector<ImVec2> places;
    for (const Witness::Item& item : glass.witness().items)
        if (item.clickable && item.window.find("baris") != std::string::npos &&
            item.rect.max.y <= item.clip.max.y)
            places.push_back(item.rect.centre());
    ASSERT_GE(places.size(), 8U);
    std::set<std::int64_t> acted;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto actions = glass.click_at(views, places[i]);
        const auto* select = asked<Select>(actions);
        ASSERT_TRUE(select) << i;
        EXPECT_EQ(select->subject.id, views.list.rows[i].subject.id);
        acted.insert(select->subject.id);
    }
    EXPECT_EQ(acted.size(), places.size());
}

TEST(Names, AMegabyteIsCutWithoutMeasuringIt) {
    Glass glass;
    const std::string name(1'000'000, 'x');
    const std::string shown = elided(Role::body, name, 200);
    EXPECT_TRUE(shown.ends_with("…"));
    EXPECT_LT(shown.size(), 200U);
    EXPECT_LE(text_width(Role::body, shown), 200.0F);
}

TEST(Names, ALongWordIsBrokenWhereItIsWrapped) {
    Glass glass;
    const std::string name = repeated("Sumberrejo", 40);
    EXPECT_GT(wrapped_height(Role::body, 300, 18, name), 18 * 5);
}

TEST(Names, AProposedFileNameIsOneOnEveryFileSystem) {
    for (const std::string& name : hostile_names()) {
        UiState state;
        open_files(state, FilePurpose::save_report, name + ".txt");
        EXPECT_EQ(state.files.typed, safe_file_name(name + ".txt"));
        EXPECT_EQ(state.files.typed.find('/'), std::string::npos);
    }
    UiState state;
    open_files(state, FilePurpose::open);
    EXPECT_EQ(state.files.typed, "") << "nothing is proposed for opening";
}

} // namespace
} // namespace antardesa::ui
