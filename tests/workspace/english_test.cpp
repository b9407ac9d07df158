#include "opened_sample.h"

#include "workspace/line_snap.h"
#include "workspace/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;

class EnglishWindow : public OpenedSample {};

TEST_F(EnglishWindow, AnEnglishReaderIsToldPlacesInHisLetters) {
    app_->act(SetLanguage{i18n::Language::english});
    app_->act(PointAt{{400, 300}, true});
    EXPECT_THAT(window().status().geographic, HasSubstr("\" S"));
    EXPECT_THAT(window().status().geographic, HasSubstr("\" E"));
    EXPECT_THAT(window().status().geographic, Not(HasSubstr(",")));
    EXPECT_THAT(window().status().projected, HasSubstr(" mE"));
    EXPECT_THAT(window().status().projected, HasSubstr(" mN"));
}

TEST_F(EnglishWindow, TheVertexTableIsWrittenInHisLetters) {
    app_->act(SetLanguage{i18n::Language::english});
    app_->act(BeginLineEdit{atlas().segments()[0].id});
    ASSERT_TRUE(window().line_edit().active);
    const LineVertexRow row = window().line_edit().row(0);
    EXPECT_THAT(row.cells[1], HasSubstr("\" S"));
    EXPECT_THAT(row.cells[2], HasSubstr("\" E"));
    for (const std::string& cell : row.cells)
        EXPECT_THAT(cell, Not(HasSubstr(",")));
    app_->act(EndLineEdit{});
    app_->act(SetLanguage{i18n::Language::indonesian});
}

TEST_F(EnglishWindow, FiguresInFindingsAreWrittenAsHeWritesThem) {
    const i18n::Catalogue english(i18n::Language::english, test_environment().languages_folder);
    EXPECT_THAT(english.text(Message{"workspace.finding.village_reshaped",
                                     {"Asri", "107,5829", "62,4728", "689,31"}}),
                HasSubstr("107.5829 ha becomes 62.4728 ha; its border moved 689.31 m"));
    EXPECT_THAT(english.text(Message{"workspace.finding.segment_line_moved",
                                     {"A – B", "5,5", "98,7", "3/2026"}}),
                HasSubstr("98.7% of it"));
}

TEST_F(EnglishWindow, ARiverThatSaysWhatItIsIsNotCalledOneTwice) {
    const Environment environment = test_environment();
    const i18n::Catalogue english(i18n::Language::english, environment.languages_folder);
    const Words words(english, *environment.styles, Date{}, false);
    EXPECT_EQ(snap_text({{}, LineSnap::Target::river, "Kali Tirto"}, words), "Kali Tirto");
    EXPECT_EQ(snap_text({{}, LineSnap::Target::road, "Jalan Raya"}, words), "Jalan Raya");
    EXPECT_EQ(snap_text({{}, LineSnap::Target::river, "Cikahuripan"}, words), "River Cikahuripan");
}

TEST_F(EnglishWindow, OneVillageIsNotSeveral) {
    const i18n::Catalogue english(i18n::Language::english, test_environment().languages_folder);
    EXPECT_EQ(english.plural("workspace.live_free", 1), "1 village has none yet");
    EXPECT_EQ(english.plural("workspace.live_free", 1240), "1,240 villages have none yet");
    EXPECT_EQ(english.plural("workspace.live", 1, {"2 villages", "none", "0"}),
              "1 agreement binds 2 villages; none.");
}

} // namespace
} // namespace antardesa::workspace
