#include "opened_sample.h"

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

TEST_F(EnglishWindow, OneVillageIsNotSeveral) {
    const i18n::Catalogue english(i18n::Language::english, test_environment().languages_folder);
    EXPECT_EQ(english.plural("workspace.live_free", 1), "1 village has none yet");
    EXPECT_EQ(english.plural("workspace.live_free", 1240), "1,240 villages have none yet");
    EXPECT_EQ(english.plural("workspace.live", 1, {"2 villages", "none", "0"}),
              "1 agreement binds 2 villages; none.");
}

} // namespace
} // namespace antardesa::workspace
