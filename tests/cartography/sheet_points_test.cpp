#include "sheet_world.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::cartography {
namespace {

using namespace test;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path languages =
    std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";

class SheetPoints : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(languages / "id.mo"))
            GTEST_SKIP() << "target languages is not built";
        language_.emplace(i18n::Language::indonesian, languages);
        request_.options.today = std::chrono::year(2026) / 11 / 23;
    }
    std::vector<std::string> words() const {
        Progress progress;
        const Sheet sheet =
            compose_sheet(*geometry_, request_, styles_, typesetter_, *language_, progress);
        std::vector<std::string> words;
        for (const Group& group : sheet.drawing.groups)
            for (const Mark& mark : group.marks)
                if (const auto* text = std::get_if<TextMark>(&mark);
                    text && group.name == "furniture")
                    words.push_back(text->run.text);
        return words;
    }
    style::StyleSheet styles_ =
        style::parse_style_sheet(file_text(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json"));
    text::Typesetter typesetter_;
    std::optional<i18n::Catalogue> language_;
    std::shared_ptr<const MapGeometry> geometry_;
    SheetRequest request_;
};

TEST_F(SheetPoints, OfASegmentAreListedWithTheirCoordinates) {
    Progress progress;
    geometry_ = MapGeometry::build(with_points(4), nullptr, progress);
    EXPECT_THAT(words(), Not(Contains(HasSubstr("titik kartometrik (")))) << "no focus";
    request_.focus = {SubjectKind::segment, 1};
    request_.kind = SheetKind::meeting;
    const auto said = words();
    EXPECT_THAT(said, Contains(HasSubstr("UTM 49S")));
    EXPECT_THAT(said, Contains("Sumberrejo 1 – Sumberrejo 2"));
    EXPECT_THAT(said, Contains("TK 001"));
    EXPECT_THAT(said, Contains("07°36'00,00\" LS"));
    EXPECT_THAT(said, Contains("109°07'12,00\" BT"));
    EXPECT_EQ(std::count(said.begin(), said.end(), "TK 000"), 2);
}

TEST_F(SheetPoints, ThatDoNotFitAreCounted) {
    Progress progress;
    geometry_ = MapGeometry::build(with_points(90), nullptr, progress);
    request_.focus = {SubjectKind::village, 1};
    request_.paper = Paper::a4;
    const auto said = words();
    EXPECT_THAT(said, Contains(HasSubstr("titik lain")));
}

TEST_F(SheetPoints, StayOnANarrowSheet) {
    Progress progress;
    geometry_ = MapGeometry::build(with_points(4), nullptr, progress);
    request_.focus = {SubjectKind::segment, 1};
    request_.paper = Paper::a4;
    request_.landscape = false;
    const Sheet sheet =
        compose_sheet(*geometry_, request_, styles_, typesetter_, *language_, progress);
    int figures = 0;
    for (const Group& group : sheet.drawing.groups)
        for (const Mark& mark : group.marks)
            if (const auto* text = std::get_if<TextMark>(&mark);
                text && text->run.text.find(',') != std::string::npos &&
                (text->run.text.ends_with(" BT") || text->run.text.starts_with("9 "))) {
                ++figures;
                EXPECT_LT(text->position.x + text->offset.x + text->run.width, 210 - 5)
                    << text->run.text;
            }
    EXPECT_GE(figures, 8);
}

} // namespace
} // namespace antardesa::cartography
