#include "opened_sample.h"
#include "workspace/facilitation.h"
#include "workspace/notices.h"
#include "workspace/palette.h"
#include "workspace/recent_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Date day(int year, unsigned month, unsigned day) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

class SampleWindow : public OpenedSample {
  protected:
    void SetUp() override {
        OpenedSample::SetUp();
        app_->act(SetLanguage{i18n::Language::indonesian});
    }
    /// The sample's village that is party to most agreements.
    static const model::Village& busiest() {
        const model::Village* best = &atlas().villages()[0];
        for (const auto& village : atlas().villages())
            if (atlas().agreements_of(village.id).size() > atlas().agreements_of(best->id).size())
                best = &village;
        return *best;
    }
    static Subject subject(const model::Village& village) {
        return {SubjectKind::village, village.id.value};
    }
};

std::string all_texts(const ListView& view) {
    std::string text = view.title + view.subtitle + view.empty_text;
    for (const auto& column : view.columns)
        text += "|" + column.title;
    for (const auto& row : view.rows)
        for (const auto& cell : row.cells)
            text += "|" + cell.text + cell.tag.text;
    return text;
}

std::string all_texts(const CardView& card) {
    std::string text = card.title + card.subtitle + card.states_title;
    for (const auto& fact : card.facts)
        text += "|" + fact.value + fact.label;
    for (const auto& state : card.states)
        text += "|" + state.text;
    for (const auto& [label, value] : card.properties)
        text += "|" + label + value;
    for (const auto& section : card.sections) {
        text += "|" + section.title + section.count + section.more;
        for (const auto& row : section.rows)
            text += "|" + row.title + row.detail + row.tag.text;
    }
    return text;
}

TEST_F(SampleWindow, EveryListHasAsManyCellsAsColumnsAndNoRawKey) {
    for (const auto kind : {ListKind::agreements, ListKind::villages, ListKind::segments,
                            ListKind::disputes, ListKind::assets}) {
        app_->act(SetList{kind});
        const ListView& list = window().list();
        EXPECT_FALSE(list.rows.empty()) << list.title;
        for (const auto& row : list.rows)
            EXPECT_EQ(row.cells.size(), list.columns.size());
        EXPECT_THAT(all_texts(list), ::testing::Not(HasSubstr("workspace.")));
        EXPECT_THAT(all_texts(list), ::testing::Not(HasSubstr("code.")));
    }
}

TEST_F(SampleWindow, StatesOfCasesAreShortBesideTheNamesOfBothVillages) {
    app_->act(SetList{ListKind::disputes});
    ASSERT_FALSE(window().list().rows.empty());
    for (const auto& row : window().list().rows)
        EXPECT_LE(row.cells[2].tag.text.size(), std::string_view("menunggu Perbup").size());
}

TEST_F(SampleWindow, OneFilterForListSentenceCountsAndPicture) {
    const int pictures = app_->pictures();
    analysis::Filter filter;
    filter.fields.reset();
    filter.fields.set(static_cast<std::size_t>(model::Field::economy));
    app_->act(SetFilter{filter});
    const auto& counts = window().filter().counts;
    EXPECT_GT(counts.matching, 0);
    EXPECT_LT(counts.matching, counts.total);
    EXPECT_EQ(window().list().rows.size(), static_cast<std::size_t>(counts.matching));
    EXPECT_THAT(window().map().live_sentence,
                HasSubstr(std::to_string(counts.matching) + " kerja sama"));
    EXPECT_EQ(window().layers().rows[0].count, std::to_string(counts.matching));
    EXPECT_TRUE(window().filter().active);
    EXPECT_EQ(window().list().tabs[0].count,
              std::to_string(counts.matching) + "/" + std::to_string(counts.total));
    EXPECT_EQ(app_->pictures(), pictures + 1);
    filter.fields.reset();
    app_->act(SetFilter{filter});
    EXPECT_TRUE(window().list().rows.empty());
    EXPECT_TRUE(window().list().empty_by_filter);
    EXPECT_THAT(window().list().empty_text, HasSubstr("tersembunyi oleh saringan"));
}

TEST_F(SampleWindow, LanguageSwitchChangesEveryView) {
    app_->act(Select{subject(busiest())});
    const auto snapshot = [] {
        std::vector<std::string> texts{all_texts(window().list()), all_texts(window().card()),
                                       window().map().live_sentence, window().layers().rows[0].name,
                                       window().list().title};
        for (const auto& text : window().map().legend_texts)
            texts.back() += text;
        return texts;
    };
    const auto indonesian = snapshot();
    app_->act(SetLanguage{i18n::Language::english});
    const auto english = snapshot();
    for (std::size_t i = 0; i < indonesian.size(); ++i)
        EXPECT_NE(indonesian[i], english[i]) << i;
    EXPECT_EQ(window().language().language(), i18n::Language::english);
    EXPECT_THAT(window().map().live_sentence,
                HasSubstr("agreements (27 in force, 2 put off) involve"));
}

TEST_F(SampleWindow, CardOfAVillageHoldsWhatTheAtlasKnows) {
    const auto& village = busiest();
    app_->act(Select{subject(village)});
    const CardView& card = window().card();
    EXPECT_EQ(card.title, village.name);
    EXPECT_THAT(card.subtitle, HasSubstr(village.code));
    EXPECT_THAT(card.subtitle, HasSubstr("Kec. "));
    ASSERT_EQ(card.facts.size(), 2U);
    EXPECT_THAT(card.facts[0].value, HasSubstr(" ha"));
    double share = 0;
    for (const auto& state : card.states)
        share += state.share;
    EXPECT_NEAR(share, 1, 1e-9);
    ASSERT_FALSE(card.sections.empty());
    EXPECT_EQ(card.sections[0].title, "Kerja sama");
    EXPECT_EQ(card.sections[0].count, std::to_string(atlas().agreements_of(village.id).size()));
    EXPECT_LE(card.sections[0].rows.size(), 3U);
    EXPECT_FALSE(card.sections[0].rows[0].tag.text.empty());
}

TEST_F(SampleWindow, CardsOfTheOtherKindsAreFilled) {
    const std::vector<Subject> subjects{{SubjectKind::agreement, atlas().agreements()[0].id.value},
                                        {SubjectKind::dispute, atlas().disputes()[0].id.value},
                                        {SubjectKind::asset, atlas().assets()[0].id.value},
                                        {SubjectKind::segment, atlas().segments()[0].id.value}};
    for (const Subject& wanted : subjects) {
        app_->act(Select{wanted});
        const CardView& card = window().card();
        EXPECT_EQ(card.subject, wanted);
        EXPECT_FALSE(card.title.empty());
        EXPECT_FALSE(card.properties.empty());
        EXPECT_FALSE(card.sections.empty());
        EXPECT_THAT(all_texts(card), ::testing::Not(HasSubstr("workspace.")));
        EXPECT_THAT(all_texts(card), ::testing::Not(HasSubstr("code.")));
    }
    ASSERT_TRUE(window().card().segment);
    EXPECT_EQ(window().card().segment->documents.size(), atlas().table<model::Document>().size());
}

TEST_F(SampleWindow, BoundariesRollUpInSentenceBarAndList) {
    app_->act(SetJob{Job::boundaries});
    EXPECT_THAT(window().map().live_sentence, HasSubstr("definitif"));
    ASSERT_EQ(window().filter().boundaries.size(), 1U);
    app_->act(Select{subject(atlas().villages()[0])});
    ASSERT_EQ(window().filter().boundaries.size(), 2U) << "the selection's kecamatan beside";
    double sum = 0;
    for (const auto& share : window().filter().boundaries[0].states)
        sum += share.share;
    EXPECT_NEAR(sum, 1, 1e-9);
    analysis::Filter only_disputed;
    only_disputed.segment_groups.reset();
    only_disputed.segment_groups.set(static_cast<std::size_t>(model::SegmentGroup::disputed));
    app_->act(SetFilter{only_disputed});
    const int disputed = window().filter().counts.by_segment_group[4];
    EXPECT_GT(disputed, 0);
    EXPECT_EQ(window().list().rows.size(), static_cast<std::size_t>(disputed));
    app_->act(SetFilter{});
    app_->act(Select{});
    app_->act(SetJob{Job::cooperation});
}

TEST_F(SampleWindow, SortingFollowsNumbersAndDatesNotLetters) {
    app_->act(SetList{ListKind::segments});
    app_->act(SortList{ListKind::segments, 3, true});
    const auto& rows = window().list().rows;
    double last = std::numeric_limits<double>::infinity();
    for (const auto& row : rows) {
        const double length = atlas().find(Id<model::BoundarySegment>{row.subject.id})->length_m;
        EXPECT_LE(length, last);
        last = length;
    }
    app_->act(SortList{ListKind::segments, 99, false});
    EXPECT_EQ(window().list().sort_column, 0);
}

TEST_F(SampleWindow, ListSearchLooksIntoTextsAndFreesAgain) {
    app_->act(SetList{ListKind::villages});
    const std::string code = atlas().villages()[7].code;
    app_->act(SetListSearch{code});
    EXPECT_EQ(window().list().rows.size(), 1U);
    app_->act(SetListSearch{"zzzz"});
    EXPECT_THAT(window().list().empty_text, HasSubstr("zzzz"));
    app_->act(SetListSearch{""});
    EXPECT_EQ(window().list().rows.size(), atlas().villages().size());
}

TEST_F(SampleWindow, SelectionIsOneForMapListAndCard) {
    const auto& village = atlas().villages()[20];
    app_->act(SetList{ListKind::villages});
    app_->act(ZoomTo{subject(village)});
    const auto& geometry = *window().atlas();
    (void)geometry;
    app_->act(Select{subject(village), false, true});
    int selected = 0;
    for (const auto& row : window().list().rows)
        selected += row.selected;
    EXPECT_EQ(selected, 1);
    EXPECT_EQ(window().card().subject, subject(village));
    EXPECT_EQ(window().status().selection, "1 dipilih");
    app_->act(Select{subject(atlas().villages()[21]), true});
    EXPECT_EQ(window().status().selection, "2 dipilih");
    app_->act(Select{subject(village), true});
    EXPECT_EQ(window().card().subject, subject(atlas().villages()[21]));
    app_->act(Select{});
    EXPECT_EQ(window().card().subject.kind, SubjectKind::none);
}

TEST_F(SampleWindow, PointingNamesThePlaceAndClickingSelectsIt) {
    app_->act(ZoomTo{subject(busiest())});
    app_->act(PointAt{{400, 300}, true});
    EXPECT_THAT(window().status().geographic, HasSubstr(" LS"));
    EXPECT_THAT(window().status().projected, HasSubstr("mU"));
    EXPECT_FALSE(window().map().hover_title.empty());
    app_->act(ClickMap{{400, 300}, false});
    EXPECT_NE(window().card().subject.kind, SubjectKind::none);
    EXPECT_EQ(window().card().title, window().map().hover_title);
    app_->act(PointAt{{0, 0}, false});
    EXPECT_TRUE(window().map().hover_title.empty());
    EXPECT_TRUE(window().status().geographic.empty());
    app_->act(ZoomTo{});
}

TEST_F(SampleWindow, NextVillageGoesByCodeAndAround) {
    app_->act(SelectNextVillage{1});
    const auto first = window().card().subject;
    std::set<std::int64_t> seen{first.id};
    std::string code = atlas().find(Id<model::Village>{first.id})->code;
    for (std::size_t i = 1; i < atlas().villages().size(); ++i) {
        window().dispatch(SelectNextVillage{1});
        const auto* village = atlas().find(Id<model::Village>{window().card().subject.id});
        EXPECT_LE(code, village->code);
        code = village->code;
        seen.insert(village->id.value);
    }
    EXPECT_EQ(seen.size(), atlas().villages().size());
    app_->act(SelectNextVillage{1});
    EXPECT_EQ(window().card().subject, first);
    app_->act(SelectNextVillage{-1});
    EXPECT_NE(window().card().subject, first);
}

TEST_F(SampleWindow, PaletteFindsVillagesCodesAgreementsAndCommands) {
    const auto& village = atlas().villages()[3];
    const auto by_code = window().palette(village.code);
    ASSERT_FALSE(by_code.empty());
    EXPECT_EQ(by_code[0].title, village.name);
    ASSERT_TRUE(std::holds_alternative<Select>(by_code[0].action));
    const auto by_name = window().palette(village.name.substr(0, 4));
    EXPECT_LE(by_name.size(), palette_entries);
    const auto& agreement = atlas().agreements()[0];
    EXPECT_EQ(window().palette(agreement.title)[0].title, agreement.title);
    const auto commands = window().palette("tema gelap");
    ASSERT_EQ(commands.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<SetUiTheme>(commands[0].action));
    EXPECT_FALSE(window().palette("").empty());
    EXPECT_TRUE(window().palette("tidak ada yang begini").empty());
}

TEST_F(SampleWindow, LayersCanBeHiddenAndShown) {
    const auto visible = [] { return window().layers().rows[1].visible; };
    EXPECT_TRUE(visible());
    app_->act(ToggleLayer{cartography::MapLayer::disputes});
    EXPECT_FALSE(visible());
    app_->act(ToggleLayer{cartography::MapLayer::disputes});
    EXPECT_TRUE(visible());
    for (const auto& row : window().layers().rows)
        EXPECT_FALSE(row.sample.empty()) << row.name;
}

TEST_F(SampleWindow, SheetPreviewFollowsTheRequest) {
    app_->act(SetJob{Job::sheet});
    ASSERT_NE(window().sheet().preview, nullptr);
    EXPECT_TRUE(window().sheet().preview_current);
    EXPECT_THAT(window().sheet().scale, HasSubstr("1 : "));
    const auto before = window().sheet().preview;
    auto request = window().sheet().request;
    request.landscape = !request.landscape;
    window().dispatch(SetSheet{request});
    EXPECT_FALSE(window().sheet().preview_current);
    window().settle();
    EXPECT_TRUE(window().sheet().preview_current);
    EXPECT_NE(window().sheet().preview, before);
    EXPECT_GT(window().sheet().preview->height, window().sheet().preview->width);
}

TEST_F(SampleWindow, ExportGoesThroughAJobAndSaysSo) {
    const auto output = folder_->path() / "lembar.png";
    app_->act(ExportSheet{output, 40});
    EXPECT_TRUE(fs::exists(output));
    EXPECT_TRUE(app_->says("Lembar ditulis"));
    app_->act(ExportSheet{folder_->path() / "lembar.docx", 40});
    EXPECT_TRUE(app_->says(".pdf, .svg atau .png"));
}

TEST(Facilitation, SixMonthsRunFromItsStart) {
    model::BoundaryDispute dispute;
    dispute.state = model::DisputeState::district_facilitation;
    EXPECT_EQ(facilitation_days_left(dispute, day(2026, 11, 23)), std::nullopt);
    dispute.facilitation_start = day(2026, 8, 31);
    EXPECT_EQ(facilitation_days_left(dispute, day(2027, 2, 27)), 1) << "28 February ends it";
    EXPECT_EQ(facilitation_days_left(dispute, day(2027, 3, 2)), -2);
    dispute.state = model::DisputeState::agreed;
    EXPECT_EQ(facilitation_days_left(dispute, day(2026, 11, 23)), std::nullopt);
}

TEST(Notices, AgeByKindAndKeepErrors) {
    Notices notices;
    notices.add(Severity::information, "a", {}, true);
    notices.add(Severity::error, "b");
    notices.add(Severity::error, "b");
    EXPECT_EQ(notices.all().size(), 2U) << "the same complaint is said once";
    EXPECT_FALSE(notices.age(4.9));
    notices.withdraw_undo();
    EXPECT_FALSE(notices.all()[0].offers_undo);
    EXPECT_TRUE(notices.age(0.2));
    ASSERT_EQ(notices.all().size(), 1U);
    notices.dismiss(notices.all()[0].id);
    EXPECT_TRUE(notices.empty());
}

TEST(Notices, OfAMeetingWaitUntilItIsOver) {
    Notices notices;
    notices.add(Severity::information, "tersimpan");
    notices.add(Severity::warning, "tidak");
    EXPECT_TRUE(notices.age(60, true)) << "a warning is seen in the meeting";
    ASSERT_EQ(notices.all().size(), 1U);
    EXPECT_EQ(notices.all()[0].text, "tersimpan");
    EXPECT_FALSE(notices.age(4.9));
    EXPECT_TRUE(notices.age(0.2));
}

TEST(Notices, WhatIsSaidAgainIsTheNewest) {
    Notices notices;
    notices.add(Severity::warning, "tidak");
    notices.add(Severity::information, "ya", "/a");
    notices.add(Severity::warning, "tidak");
    ASSERT_EQ(notices.all().size(), 2U);
    EXPECT_EQ(notices.all().back().text, "tidak");
    notices.add(Severity::information, "ya", "/b");
    EXPECT_EQ(notices.all().back().detail, "/b");
}

TEST(RecentFiles, NewestFirstOnceAndBounded) {
    const TemporaryFolder folder;
    std::vector<fs::path> files;
    for (int i = 0; i < 15; ++i)
        files = with_recent(std::move(files), "/a/" + std::to_string(i));
    files = with_recent(std::move(files), "/a/9");
    EXPECT_EQ(files.size(), recent_files_kept);
    EXPECT_EQ(files[0], "/a/9");
    EXPECT_EQ(files[1], "/a/14");
    write_recent_files(folder / "baru", files);
    EXPECT_EQ(read_recent_files(folder / "baru"), files);
    EXPECT_TRUE(read_recent_files(folder / "tidak-ada").empty());
    std::ofstream(folder / "terkini.json") << "{ bukan";
    EXPECT_TRUE(read_recent_files(folder.path()).empty());
    std::ofstream(folder / "terkini.json") << R"({"files": [1, "", "/x", {}]})";
    EXPECT_THAT(read_recent_files(folder.path()), ElementsAre("/x"));
}

} // namespace
} // namespace antardesa::workspace
