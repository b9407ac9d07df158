#include "sheet_texts.h"
#include "sheet_world.h"

#include "cartography/detail/sheet_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace antardesa::cartography {
namespace {

using namespace test;
using geo::Box;
using geo::Point;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path languages =
    std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";

class SheetTest : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(languages / "id.mo"))
            GTEST_SKIP() << "target languages is not built";
        language_.emplace(i18n::Language::indonesian, languages);
        request_.options.today = std::chrono::year(2026) / 11 / 23;
        use({});
    }
    void use(const SheetWorld& world) {
        Progress progress;
        geometry_ = MapGeometry::build(make_atlas(world), nullptr, progress);
    }
    Sheet compose() const {
        Progress progress;
        return compose_sheet(*geometry_, request_, styles_, typesetter_, *language_, progress);
    }

    style::StyleSheet styles_ =
        style::parse_style_sheet(file_text(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json"));
    text::Typesetter typesetter_;
    std::optional<i18n::Catalogue> language_;
    std::shared_ptr<const MapGeometry> geometry_;
    SheetRequest request_;
};

TEST_F(SheetTest, SaysWhatAWorkingSheetMustSay) {
    const auto words = words_of(compose());
    for (const char* wanted : {"PEMERINTAH KABUPATEN CONTOH", "Peta Kerja Sama Desa",
                               "Kabupaten Contoh", "Provinsi Contoh", "U", "Sistem koordinat",
                               "Sumber", "UTM zona 49S, datum SRGI 2013 · grid 5.000 m",
                               "Dicetak 23-11-2026 · revisi 214 · lembar 1 dari 1"})
        EXPECT_THAT(words, Contains(HasSubstr(wanted)));
    EXPECT_THAT(words, Contains(HasSubstr("DRAF bahan rapat. 20 dari 20 segmen")));
}

TEST_F(SheetTest, ScaleIsExactAndRound) {
    const Sheet sheet = compose();
    EXPECT_EQ(sheet.scale, round_scale_at_least(sheet.scale.denominator));
    EXPECT_NEAR(sheet.frame.world.width() / sheet.frame.page.width() * 1000,
                sheet.scale.denominator, 1e-6);
    EXPECT_NEAR(sheet.frame.world.height() / sheet.frame.page.height() * 1000,
                sheet.scale.denominator, 1e-6);
    EXPECT_TRUE(sheet.frame.world.contains(geometry_->box()));
    request_.scale = MapScale{25'000};
    EXPECT_THAT(words_of(compose()), Contains("Skala 1 : 25.000"));
}

TEST_F(SheetTest, TheScaleBarIsAsLongAsItSays) {
    request_.scale = MapScale{40'000};
    const Sheet sheet = compose();
    std::vector<Box> black;
    for (const Mark& mark : group_named(sheet, "furniture").marks)
        if (const auto* area = std::get_if<AreaMark>(&mark); area && area->fill == Furniture::ink) {
            const Box box = geo::bounds(std::span<const Point>(area->rings.points));
            if (std::fabs(box.height() - 1.5) < 1e-9)
                black.push_back(box);
        }
    ASSERT_EQ(black.size(), 2U);
    // 2 km at 1 : 40.000 are 50 mm: black from 0 to 0,5 and from 1 to 1,5 km.
    EXPECT_NEAR(black[0].width(), 12.5, 1e-9);
    EXPECT_NEAR(black[1].min.x - black[0].min.x, 25, 1e-9);
    EXPECT_THAT(words_of(sheet), Contains("2 km"));
}

TEST_F(SheetTest, MapGroupsStandInTheFrame) {
    const Sheet sheet = compose();
    const Group& fills = group_named(sheet, "fills");
    const Point middle = sheet.frame.world.centre();
    EXPECT_NEAR(fills.placement.to_millimetres(middle).x, sheet.frame.page.centre().x, 1e-6);
    EXPECT_NEAR(fills.placement.to_millimetres(middle).y, sheet.frame.page.centre().y, 1e-6);
    for (const Group& group : sheet.drawing.groups)
        if (group.name != "furniture" && group.name != "ground") {
            EXPECT_TRUE(group.clip && sheet.frame.page.grown(1e-9).contains(*group.clip))
                << group.name;
        }
}

TEST_F(SheetTest, DraftUntilEverySegmentIsDefinitive) {
    EXPECT_NO_THROW(group_named(compose(), "draft"));
    SheetWorld world;
    world.definitive = true;
    use(world);
    const Sheet sheet = compose();
    EXPECT_THROW(group_named(sheet, "draft"), std::runtime_error);
    EXPECT_THAT(words_of(sheet), Not(Contains(HasSubstr("DRAF"))));
    EXPECT_THAT(words_of(sheet), Contains(HasSubstr("tidak menghapus hak atas tanah")));
}

TEST_F(SheetTest, OnlyTheSegmentsOnTheSheetMakeItADraft) {
    request_.extent = Box{geometry_->to_map(corner(1, 0)), geometry_->to_map(corner(2, 1))};
    request_.scale = MapScale{2'500};
    EXPECT_THAT(words_of(compose()), Not(Contains(HasSubstr("dari 20 segmen"))));
}

TEST_F(SheetTest, ABoundarySheetHasAScaleOfBoundaryMaps) {
    request_.paper = Paper::a0;
    request_.focus = {SubjectKind::segment, 1};
    const Point west = geometry_->to_map(corner(1, 0));
    const auto scale_of = [&](double width) {
        request_.extent = Box{west, {west.x + width, west.y + width / 10}};
        return compose().scale.denominator;
    };
    EXPECT_EQ(scale_of(6'000), 10'000) << "not 1:7.500";
    EXPECT_GT(scale_of(40'000), 10'000) << "the line is shown whole all the same";
}

TEST_F(SheetTest, ABoundarySheetShowsNoCooperation) {
    const auto has = [&](const std::string& name) {
        const auto groups = compose().drawing.groups;
        return std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
            return group.name == name && !group.marks.empty();
        });
    };
    EXPECT_TRUE(has("links"));
    request_.focus = {SubjectKind::segment, 1};
    EXPECT_FALSE(has("links") || has("hatches"));
    EXPECT_THAT(words_of(compose()), Not(Contains(HasSubstr("register desa"))));
}

TEST_F(SheetTest, FocusNamesTheSheetAndItsSignatures) {
    request_.focus = {SubjectKind::district, 2};
    const auto words = words_of(compose());
    EXPECT_THAT(words, Contains("Kecamatan Kaliharjo 2"));
    EXPECT_THAT(words, Contains("Kabupaten Contoh, Provinsi Contoh"));
    EXPECT_THAT(words, Contains("Camat"));
}

TEST_F(SheetTest, APartIsLocatedInTheWhole) {
    EXPECT_THAT(words_of(compose()), Not(Contains("Lokasi")));
    request_.extent = geometry_->box();
    request_.extent.max.x = request_.extent.centre().x - 2000;
    request_.extent.max.y = request_.extent.centre().y - 2000;
    EXPECT_THAT(words_of(compose()), Contains("Lokasi"));
}

TEST_F(SheetTest, TooManyAgreementsAreCounted) {
    SheetWorld world;
    world.agreements = 60;
    use(world);
    const Sheet sheet = compose();
    if (sheet.legend.empty())
        GTEST_SKIP() << "the scene draws no agreements";
    EXPECT_THAT(words_of(sheet),
                Contains(testing::MatchesRegex("dan [0-9]+ kerja sama lain pada peta")));
}

TEST_F(SheetTest, WorksWithoutAnything) {
    Progress progress;
    geometry_ = MapGeometry::build(model::Atlas::build({}, {}, 0, progress), nullptr, progress);
    const Sheet sheet = compose();
    EXPECT_THAT(words_of(sheet), Contains(HasSubstr("lembar 1 dari 1")));
    EXPECT_THAT(words_of(sheet), Not(Contains(HasSubstr("revisi"))));
}

TEST_F(SheetTest, StopsWhenTold) {
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(compose_sheet(*geometry_, request_, styles_, typesetter_, *language_, progress),
                 Cancelled);
}

struct PaperCase {
    Paper paper;
    bool landscape;
};
class EveryPaper : public SheetTest, public testing::WithParamInterface<PaperCase> {
  protected:
    void SetUp() override {
        SheetTest::SetUp();
        request_.paper = GetParam().paper;
        request_.landscape = GetParam().landscape;
    }
};

TEST_P(EveryPaper, NothingOverlapsNothingIsCut) {
    const Sheet sheet = compose();
    const PaperSize size = paper_size(GetParam().paper);
    EXPECT_EQ(sheet.drawing.width, GetParam().landscape ? size.height : size.width);
    expect_tidy(sheet);
}

TEST_P(EveryPaper, NorWithLongNamesAndManyAgreements) {
    SheetWorld world;
    world.agreements = 80;
    world.regency = "Penukal Abab Lematang Ilir dan Sekitarnya Utara";
    use(world);
    request_.title = "Peta Kerja Sama Desa dan Penegasan Batas Desa Tahun Anggaran 2026–2027";
    request_.focus = {SubjectKind::district, 1};
    expect_tidy(compose());
}

TEST_P(EveryPaper, NorWithAFullLegend) {
    SheetWorld world;
    world.agreements = 40;
    use(world);
    const SheetPlan plan = plan_sheet(GetParam().paper, GetParam().landscape);
    SheetFacts facts{*geometry_,
                     request_,
                     styles_,
                     typesetter_,
                     *language_,
                     {},
                     {100'000},
                     geometry_->box().grown(-3000),
                     5000,
                     "Peta Kerja Sama Desa",
                     "Kabupaten Contoh",
                     20,
                     20};
    LineMark sample;
    sample.lines.add(std::vector<Point>{{0, 2}, {11, 2}});
    for (int i = 0; i < 22; ++i)
        facts.scene.legend.push_back(
            {LegendKey::river, {"Garis nomor " + std::to_string(i), {}}, {sample}});
    for (int i = 1; i <= 40; ++i)
        facts.scene.agreements.push_back({{i}, i});
    Sheet sheet;
    sheet.drawing.width = plan.width;
    sheet.drawing.height = plan.height;
    sheet.frame.page = plan.frame;
    Group group{"furniture", {}, std::nullopt, {}};
    Furniture furniture(group, typesetter_);
    draw_furniture(furniture, facts, plan);
    sheet.drawing.groups.push_back(group);
    expect_tidy(sheet);
    std::string all;
    for (const std::string& words : words_of(sheet))
        all += words + " ";
    EXPECT_THAT(all, HasSubstr("lembar 1 dari 1"));
    EXPECT_THAT(all, HasSubstr("Garis nomor 21"));
    EXPECT_THAT(all, HasSubstr("datum SRGI 2013"));
    if (GetParam().paper != Paper::a4) {
        EXPECT_THAT(all, HasSubstr("Pengelolaan"));
        EXPECT_THAT(all, HasSubstr("Ketua BKAD"));
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryPaper,
                         testing::Values(PaperCase{Paper::a4, true}, PaperCase{Paper::a4, false},
                                         PaperCase{Paper::a3, true}, PaperCase{Paper::a3, false},
                                         PaperCase{Paper::a2, true}, PaperCase{Paper::a2, false},
                                         PaperCase{Paper::a1, true}, PaperCase{Paper::a1, false},
                                         PaperCase{Paper::a0, true}, PaperCase{Paper::a0, false}),
                         [](const auto& tested) {
                             return std::string(paper_code(tested.param.paper)) +
                                    (tested.param.landscape ? "_landscape" : "_portrait");
                         });

TEST(SheetPlan, PapersHaveCodesAndIsoSizes) {
    EXPECT_EQ(paper_from_code("a3"), Paper::a3);
    EXPECT_EQ(paper_from_code("letter"), std::nullopt);
    EXPECT_EQ(paper_size(Paper::a0).height.value, 1189);
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a2, Paper::a1, Paper::a0}) {
        EXPECT_EQ(paper_from_code(paper_code(paper)), paper);
        const SheetPlan plan = plan_sheet(paper, true);
        EXPECT_TRUE(plan.outer.contains(plan.frame));
        EXPECT_FALSE(plan.outer.intersects(plan.columns.front()));
    }
    EXPECT_DOUBLE_EQ(plan_sheet(Paper::a3, true).columns.front().width(), 84);
}

TEST(SheetPlan, RoundScales) {
    EXPECT_EQ(round_scale_at_least(1).denominator, 1);
    EXPECT_EQ(round_scale_at_least(31'000).denominator, 40'000);
    EXPECT_EQ(round_scale_at_least(40'000).denominator, 40'000);
    EXPECT_EQ(round_scale_at_least(40'001).denominator, 50'000);
    EXPECT_EQ(round_scale_at_least(76'000).denominator, 100'000);
    EXPECT_EQ(round_scale_at_least(0).denominator, 1);
    EXPECT_EQ(round_scale_at_least(2'100).denominator, 2'500);
}

TEST(SheetPlan, GridAndBar) {
    EXPECT_EQ(grid_step({10'000}), 1'000); // 10 cm
    EXPECT_EQ(grid_step({40'000}), 2'000); // 5 cm, for 8–12 cm has no value
    EXPECT_EQ(grid_step({2'500}), 200);
    EXPECT_EQ(grid_step({200'000}), 20'000);
    EXPECT_EQ(bar_length({40'000}, 59), 2'000);
    EXPECT_EQ(bar_length({150'000}, 59), 5'000);
    EXPECT_EQ(bar_length({100'000}, 59), 5'000);
    EXPECT_EQ(bar_length({1'000}, 59), 50);
}

Block block(double least, double best, int sacrifice, bool bottom, std::vector<Box>& boxes) {
    return {least, best, sacrifice, bottom,
            [&boxes](Furniture&, const Box& box) { boxes.push_back(box); }};
}

TEST(FillColumn, GivesWhatIsLeftInOrderAndKeepsTheBottom) {
    const text::Typesetter typesetter;
    Group group;
    Furniture furniture(group, typesetter);
    SheetType type;
    type.gap = 2;
    std::vector<Box> boxes;
    fill_column(furniture, {{0, 0}, {50, 100}},
                {block(10, 10, 0, false, boxes), block(20, 30, 0, false, boxes),
                 block(10, 500, 0, false, boxes), block(8, 8, 0, true, boxes)},
                type);
    ASSERT_EQ(boxes.size(), 4U);
    EXPECT_DOUBLE_EQ(boxes[1].height(), 30);
    EXPECT_DOUBLE_EQ(boxes[2].height(), 100 - 10 - 30 - 8 - 3 * 2);
    EXPECT_DOUBLE_EQ(boxes[3].min.y, 0);
}

TEST(FillColumn, GivesUpTheLeastNeeded) {
    const text::Typesetter typesetter;
    Group group;
    Furniture furniture(group, typesetter);
    std::vector<Box> boxes;
    fill_column(furniture, {{0, 0}, {50, 40}},
                {block(20, 20, 0, false, boxes), block(21, 21, 1, false, boxes),
                 block(15, 15, 2, false, boxes)},
                {});
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_DOUBLE_EQ(boxes[0].height(), 20);
}

TEST(FillColumn, MovesOnWhatMakesRoomEnough) {
    SheetType type;
    type.gap = 2;
    std::vector<Box> boxes;
    const auto moving = [&](double height, int rank) {
        Block one = block(height, height, 0, false, boxes);
        one.moves_on = rank;
        return one;
    };
    const Block note = block(3, 3, 0, true, boxes);
    const std::vector<Block> all{block(20, 20, 0, false, boxes), moving(5, 1), moving(30, 3),
                                 moving(31, 2), block(4, 4, 0, true, boxes)};
    std::vector<Block> blocks = all;
    EXPECT_TRUE(take_what_moves_on(blocks, note, 98, type).empty());
    EXPECT_EQ(blocks.size(), 5U);
    const auto one = take_what_moves_on(blocks, note, 80, type); // five are too small to help
    ASSERT_EQ(one.size(), 1U);
    EXPECT_DOUBLE_EQ(one[0].least, 31);
    ASSERT_EQ(blocks.size(), 4U);
    EXPECT_DOUBLE_EQ(blocks[3].least, 3 + 4) << "one with what stands at the bottom";
    blocks = all;
    EXPECT_EQ(take_what_moves_on(blocks, note, 40, type).size(), 2U);
}

} // namespace
} // namespace antardesa::cartography
