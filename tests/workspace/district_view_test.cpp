#include "analysis/district_cooperation.h"
#include "cartography/district_link.h"
#include "opened_sample.h"
#include "workspace/palette.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class DistrictView : public OpenedSample {
  protected:
    void SetUp() override {
        OpenedSample::SetUp();
        app_->act(ShowByDistrict{false});
    }
    static const CardSection* section(const std::string& title) {
        for (const CardSection& one : window().card().sections)
            if (one.title == title)
                return &one;
        return nullptr;
    }
    static bool offers(const std::string& words, PaletteOpens opens) {
        const auto entries = window().palette(words);
        return std::any_of(entries.begin(), entries.end(),
                           [opens](const auto& entry) { return entry.opens == opens; });
    }
};

TEST_F(DistrictView, TheCardOfAKecamatanTellsWhatItsBodyDoes) {
    const auto& body = atlas().table<model::CooperationBody>()[0];
    app_->act(Select{{SubjectKind::district, body.district.value}});
    const CardView& card = window().card();
    EXPECT_THAT(card.title, HasSubstr(atlas().find(body.district)->name));
    ASSERT_NE(section("BKAD yang mewakili"), nullptr);
    EXPECT_EQ(section("BKAD yang mewakili")->rows[0].title, body.name);
    EXPECT_EQ(section("BKAD yang mewakili")->rows[0].record,
              (RecordKey{Register::body, body.id.value}));
    ASSERT_NE(section("Tugas BKAD"), nullptr);
    EXPECT_EQ(section("Tugas BKAD")->rows.size(), 4U) << "the four main tasks";
    for (const char* title : {"Kerja sama", "Musyawarah", "Laporan", "Desa"})
        EXPECT_NE(section(title), nullptr) << title;
    ASSERT_FALSE(card.bodies.empty()) << "its accountability report can be written";
    for (const CardSection& one : card.sections)
        for (const CardRow& row : one.rows)
            EXPECT_THAT(row.title + row.detail + row.tag.text, Not(HasSubstr("workspace.")));
}

TEST_F(DistrictView, WithoutABodyTheCardSaysSo) {
    for (const model::District& district : atlas().districts()) {
        app_->act(Select{{SubjectKind::district, district.id.value}});
        if (section("BKAD yang mewakili") == nullptr) {
            EXPECT_THAT(window().card().remarks, Contains(HasSubstr("Belum ada BKAD")));
            return;
        }
    }
    FAIL() << "the sample has a kecamatan without a body";
}

TEST_F(DistrictView, AClickMeansTheKecamatanAndTabGoesToTheNext) {
    app_->act(Select{{SubjectKind::village, atlas().villages()[0].id.value}});
    app_->act(ShowByDistrict{true});
    EXPECT_EQ(window().card().subject,
              (Subject{SubjectKind::district, atlas().villages()[0].district.value}));
    EXPECT_EQ(window().list().kind, ListKind::districts);
    EXPECT_EQ(window().list().rows.size(), atlas().districts().size());
    EXPECT_TRUE(window().layers().by_district);
    app_->act(Select{});
    app_->act(SelectNextVillage{1});
    EXPECT_EQ(window().card().subject.kind, SubjectKind::district);
    app_->act(ClickMap{{400, 300}});
    EXPECT_TRUE(window().card().subject.kind == SubjectKind::district ||
                window().card().subject.kind == SubjectKind::segment);
    app_->act(ShowByDistrict{false});
    EXPECT_EQ(window().list().kind, ListKind::agreements);
}

TEST_F(DistrictView, TheLinkBetweenTwoKecamatanTellsItsAgreements) {
    app_->act(ShowByDistrict{true});
    const auto links = analysis::district_links(atlas(), {}, Date{});
    ASSERT_FALSE(links.empty());
    const Subject link = cartography::district_link(links[0].first, links[0].second);
    app_->act(Select{link});
    EXPECT_EQ(window().card().subject, link);
    EXPECT_THAT(window().card().title, HasSubstr(atlas().find(links[0].first)->name));
    ASSERT_NE(section("Kerja sama"), nullptr);
    EXPECT_EQ(section("Kerja sama")->rows.size(), links[0].agreements.size());
    EXPECT_EQ(section("Kerja sama")->rows[0].subject,
              (Subject{SubjectKind::agreement, links[0].agreements[0].value}));
    ASSERT_NE(section("Kedua kecamatan"), nullptr);
    EXPECT_EQ(section("Kedua kecamatan")->rows.size(), 2U);
    const auto& rows = window().list().rows;
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.selected; }),
              2)
        << "both in the list";
    app_->act(Select{{SubjectKind::district, links[0].first.value}});
    ASSERT_NE(section("Terhubung dengan"), nullptr);
    EXPECT_EQ(section("Terhubung dengan")->rows[0].subject.kind, SubjectKind::district_link);
    app_->act(Select{});
}

TEST_F(DistrictView, TheDocumentsStandAmongTheListsOfTheJob) {
    const auto& tabs = window().list().tabs;
    EXPECT_TRUE(std::any_of(tabs.begin(), tabs.end(),
                            [](const auto& tab) { return tab.kind == ListKind::documents; }));
}

TEST_F(DistrictView, TheListFollowsTheFilter) {
    app_->act(ShowByDistrict{true});
    const auto agreements = [] {
        double sum = 0;
        for (const ListRow& row : window().list().rows)
            sum += std::stod(row.cells[5].text);
        return sum;
    };
    const double all = agreements();
    analysis::Filter filter;
    filter.fields.reset().set(static_cast<std::size_t>(model::Field::economy));
    app_->act(SetFilter{filter});
    EXPECT_LT(agreements(), all);
    filter = {};
    filter.district = atlas().districts()[0].id;
    app_->act(SetFilter{filter});
    EXPECT_EQ(window().list().rows.size(), 1U);
}

TEST_F(DistrictView, YearsStepThroughTheAgreements) {
    const auto counts = window().filter().counts;
    app_->act(StepYears{1});
    EXPECT_EQ(window().filter().filter.first_year, window().filter().filter.last_year)
        << "the first step shows this year alone";
    const int shown = *window().filter().filter.first_year;
    const int matching = window().filter().counts.matching;
    EXPECT_LT(matching, counts.total);
    EXPECT_EQ(window().list().rows.size(), static_cast<std::size_t>(matching));
    EXPECT_THAT(window().map().live_sentence, HasSubstr(std::to_string(matching)));
    app_->act(StepYears{-1});
    EXPECT_EQ(window().filter().filter.first_year, shown - 1);
    for (int i = 0; i < 100; ++i)
        app_->act(StepYears{-1});
    EXPECT_EQ(window().filter().filter.first_year, counts.first_year) << "not beyond the first";
    EXPECT_EQ(window().charts().bars.size(),
              static_cast<std::size_t>(window().filter().counts.matching))
        << "charts follow";
}

TEST_F(DistrictView, WhatAChartAskedForIsAChipThatCanBeTakenAway) {
    EXPECT_TRUE(window().filter().chips.empty());
    const auto charts = window().charts();
    ASSERT_FALSE(charts.partners.empty());
    analysis::Filter filter;
    for (const std::size_t member : charts.partners[0].members)
        filter.partners.push_back(charts.villages[member].village);
    std::sort(filter.partners.begin(), filter.partners.end());
    filter.partners_alone = true;
    filter.ends_within_days = 180;
    app_->act(SetFilter{filter});
    ASSERT_EQ(window().filter().chips.size(), 2U);
    EXPECT_THAT(window().filter().chips[0].text,
                HasSubstr(charts.villages[charts.partners[0].members[0]].name));
    EXPECT_EQ(window().filter().chips[1].text, "Berakhir dalam 180 hari");
    app_->act(SetFilter{window().filter().chips[1].without});
    EXPECT_EQ(window().list().rows.size(), charts.partners[0].agreements.size());
    app_->act(SetFilter{window().filter().chips[0].without});
    EXPECT_FALSE(window().filter().active);
}

TEST_F(DistrictView, ThePaletteKnowsKecamatanChartsAndThemes) {
    EXPECT_TRUE(offers("kecamatan × bidang", PaletteOpens::matrix));
    EXPECT_TRUE(offers("masa berlaku", PaletteOpens::timeline));
    EXPECT_TRUE(offers("siapa dengan", PaletteOpens::partners));
    const auto entries = window().palette(atlas().districts()[0].name);
    ASSERT_FALSE(entries.empty());
    EXPECT_TRUE(std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
        const auto* select = std::get_if<Select>(&entry.action);
        return select && select->subject.kind == SubjectKind::district;
    }));
    for (const char* words : {"penghubung", "tanpa mitra", "nilai kerja", "jumlah mitra"})
        EXPECT_TRUE(std::holds_alternative<SetMapTheme>(window().palette(words).at(0).action))
            << words;
}

TEST_F(DistrictView, DocumentsAreFoundByTheirWords) {
    const auto& documents = atlas().table<model::Document>();
    app_->act(SetList{ListKind::documents});
    EXPECT_EQ(window().list().rows.size(), documents.size());
    app_->act(SetListSearch{"tirta contoh"});
    ASSERT_FALSE(window().list().rows.empty());
    EXPECT_LT(window().list().rows.size(), documents.size());
    ASSERT_TRUE(window().list().rows[0].record.has_value());
    EXPECT_EQ(window().list().rows[0].record->kind, Register::document);
    const auto entries = window().palette("pembentukan badan tirta");
    ASSERT_FALSE(entries.empty()) << "words in any order, as in the shell";
    EXPECT_EQ(entries[0].opens, PaletteOpens::record);
    EXPECT_EQ(entries[0].record.kind, Register::document);
}

TEST_F(DistrictView, ADraftOfWhatEndsProlongsIt) {
    app_->act(SetList{ListKind::suggestions});
    const auto& rows = window().list().rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [](const ListRow& row) {
        return row.draft && row.draft->prolongs;
    });
    ASSERT_NE(found, rows.end());
    const AgreementDraft draft = *found->draft;
    EXPECT_EQ(draft.prolongs_title, atlas().find(draft.prolongs)->title);
    CreateAgreement create{draft.title, draft.field, {}, draft.prolongs};
    for (const auto& [village, name] : draft.villages)
        create.villages.push_back(village);
    app_->act(create);
    const model::Agreement made = atlas().agreements()[atlas().agreements().size() - 1];
    EXPECT_EQ(made.amends, draft.prolongs);
    app_->act(Select{{SubjectKind::agreement, made.id.value}});
    ASSERT_NE(section("Rantai perubahan"), nullptr);
    EXPECT_EQ(section("Rantai perubahan")->rows[0].subject,
              (Subject{SubjectKind::agreement, draft.prolongs.value}));
    app_->act(Select{{SubjectKind::agreement, draft.prolongs.value}});
    ASSERT_NE(section("Rantai perubahan"), nullptr) << "and the old one names the new";
    EXPECT_EQ(section("Rantai perubahan")->rows.back().subject,
              (Subject{SubjectKind::agreement, made.id.value}));
    app_->act(Undo{});
}

} // namespace
} // namespace antardesa::workspace
