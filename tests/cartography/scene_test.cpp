#include "cartography/scene.h"

#include "geo/measure.h"
#include "sample_atlas.h"

#include <gmock/gmock.h>

#include <set>

namespace antardesa::cartography {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

struct SceneTest : testing::Test {
    sample::AtlasMaker maker;
    style::StyleSheet styles = sample::styles();
    text::Typesetter typesetter;
    MapOptions options;
    std::shared_ptr<const MapGeometry> geometry;
    View view;

    SceneTest() { options.today = *parse_date("2026-11-23"); }

    Scene compose() {
        if (!geometry) {
            geometry = maker.geometry();
            view = sample::whole_view(*geometry);
        }
        return again();
    }
    Scene again() {
        Progress progress;
        return compose_scene(*geometry, view, options, styles, typesetter, progress);
    }
    void zoom_to_village(std::size_t index, double denominator) {
        geometry = maker.geometry();
        view = sample::whole_view(*geometry);
        view.centre = geometry->anchor(index);
        view.scale = {denominator};
    }
};

int overlaps(const Scene& scene) {
    int count = 0;
    for (std::size_t i = 0; i < scene.labels.size(); ++i)
        for (std::size_t j = i + 1; j < scene.labels.size(); ++j)
            count += scene.labels[i].box.intersects(scene.labels[j].box);
    return count;
}

TEST_F(SceneTest, GroupsComeInTheOrderOfMeaning) {
    const Scene scene = compose();
    std::vector<std::string> names;
    for (const Group& group : scene.drawing.groups)
        names.push_back(group.name);
    EXPECT_THAT(names,
                testing::ElementsAre("fills", "hatches", "references", "boundaries", "disputes",
                                     "findings", "selection", "links", "symbols", "labels"));
}

TEST_F(SceneTest, EveryVillageIsNamedAndNoNamesTouch) {
    for (const Medium medium : {Medium::screen_light, Medium::print}) {
        options.medium = medium;
        const Scene scene = compose();
        EXPECT_EQ(scene.villages_in_view, 24);
        EXPECT_EQ(scene.villages_labelled, 24);
        EXPECT_EQ(overlaps(scene), 0);
        for (const PlacedLabel& label : scene.labels)
            EXPECT_TRUE((geo::Box{{0, 0}, {300, 200}}.contains(label.box)));
    }
}

// As on a sheet of one short segment, where both neighbours reach far beyond the frame.
TEST_F(SceneTest, NoNameIsPutBelowWhatFloatsOverTheMap) {
    const int named = compose().villages_labelled;
    options.covered = {{{-150, 20}, {0, 100}}};
    const Scene scene = again();
    for (const PlacedLabel& label : scene.labels)
        EXPECT_FALSE((geo::Box{{0, 120}, {150, 200}}.intersects(label.box)));
    EXPECT_LT(scene.villages_labelled, named);
    EXPECT_GT(scene.villages_labelled, named / 2) << "the others keep theirs";
}

TEST_F(SceneTest, VillagesAreNamedInTheirVisiblePartWhenTheirMiddleIsOutside) {
    compose();
    view.scale = {view.scale.denominator / 12};
    const Scene scene = again();
    EXPECT_GE(scene.villages_in_view, 2);
    EXPECT_EQ(scene.villages_labelled, scene.villages_in_view);
    EXPECT_EQ(overlaps(scene), 0);
    for (const PlacedLabel& label : scene.labels)
        EXPECT_TRUE((geo::Box{{0, 0}, {300, 200}}.contains(label.box)));
}

TEST_F(SceneTest, CrowdedNamesAreDroppedAndNeverOverlap) {
    compose();
    view.scale = {view.scale.denominator * 9};
    const Scene scene = again();
    EXPECT_EQ(scene.villages_in_view, 24);
    EXPECT_LT(scene.villages_labelled, 24);
    EXPECT_EQ(overlaps(scene), 0);
}

TEST_F(SceneTest, TheSelectedVillageIsNamedFirst) {
    maker = sample::AtlasMaker(12, 8);
    compose();
    view.scale = {view.scale.denominator * 3};
    options.selection = {{SubjectKind::village, 30}};
    const Scene scene = again();
    EXPECT_THAT(scene.labels, Contains(Field(&PlacedLabel::subject, options.selection[0])));
    EXPECT_FALSE(sample::group(scene, "selection")->marks.empty());
}

TEST_F(SceneTest, OverAProvinceKecamatanSpeak) {
    maker = sample::AtlasMaker(24, 12, 0.02);
    compose();
    view.scale = {view.scale.denominator * 1.36};
    const Scene scene = again();
    EXPECT_EQ(scene.villages_labelled, 0);
    EXPECT_THAT(scene.labels, Not(IsEmpty()));
    for (const PlacedLabel& label : scene.labels)
        EXPECT_EQ(label.subject.kind, SubjectKind::district);
}

TEST_F(SceneTest, PaperLettersAreNeverSmallerThanAllowed) {
    options.medium = Medium::print;
    compose();
    view.scale = {view.scale.denominator * 3};
    for (const TextMark& text : sample::marks<TextMark>(again(), "labels"))
        EXPECT_GE(text.run.style.size.value, 2.5);
}

TEST_F(SceneTest, NeighbouringDistrictsHaveDifferentFills) {
    const auto fills = sample::marks<AreaMark>(compose(), "fills");
    ASSERT_EQ(fills.size(), 2U);
    EXPECT_NE(fills[0].fill, fills[1].fill);
    EXPECT_EQ(fills[0].subject.kind, SubjectKind::district);
}

TEST_F(SceneTest, WhatLiesOutsideTheFocusIsPale) {
    const auto plain = sample::marks<AreaMark>(compose(), "fills");
    options.focus = {SubjectKind::district, 1};
    const auto focused = sample::marks<AreaMark>(again(), "fills");
    EXPECT_EQ(focused[0].fill, plain[0].fill);
    EXPECT_EQ(focused[1].fill, style::mixed(plain[1].fill, {255, 255, 255, 255}, 0.72));
}

TEST_F(SceneTest, CountsOfAgreementsColourVillages) {
    maker.agree({1, 2});
    options.theme = Theme::agreement_count;
    const Scene scene = compose();
    EXPECT_EQ(sample::marks<AreaMark>(scene, "fills").size(), 2U);
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::agreement_count_class));
    EXPECT_FALSE(sample::has_legend(scene, LegendKey::district_fill));
}

TEST_F(SceneTest, HatchesForGreyCopiersOnlyWhenAsked) {
    maker = sample::AtlasMaker(12, 4);
    compose();
    EXPECT_TRUE(sample::marks<LineMark>(again(), "fills").empty());
    options.hatch_fills = true;
    EXPECT_FALSE(sample::marks<LineMark>(again(), "fills").empty());
}

/// Length of ink in a group, millimetres.
double ink(const Scene& scene, const LineMark& mark) {
    double sum = 0;
    for (std::size_t i = 0; i < mark.lines.size(); ++i)
        sum += geo::length(mark.lines.part(i));
    return sum / scene.view.scale.metres_per_millimetre();
}

TEST_F(SceneTest, AnOuterLineIsDrawnOnceAndDashed) {
    const Scene scene = compose();
    const Colour regency = styles.screen_light.line("boundary.regency").colour;
    const auto marks = sample::marks<LineMark>(scene, "boundaries");
    const double around = 2 * (geometry->box().width() + geometry->box().height()) /
                          scene.view.scale.metres_per_millimetre();
    double inked = 0;
    for (const LineMark& mark : marks)
        if (mark.colour == regency &&
            mark.width == styles.screen_light.line("boundary.regency").width)
            inked += ink(scene, mark);
    EXPECT_GT(inked, around * 0.4);
    EXPECT_LT(inked, around * 0.85);
}

TEST_F(SceneTest, StatesColourVillageLinesOnceAnyIsKnown) {
    EXPECT_TRUE(sample::has_legend(compose(), LegendKey::village_boundary));
    EXPECT_FALSE(sample::has_legend(again(), LegendKey::agreed_boundary));
    maker.segment(1, 2, model::SegmentState::agreed);
    maker.segment(2, 3, model::SegmentState::enacted);
    geometry = nullptr;
    EXPECT_TRUE(sample::has_legend(compose(), LegendKey::agreed_boundary));
    EXPECT_TRUE(sample::has_legend(again(), LegendKey::definitive_boundary));
    options.segment_states = false;
    EXPECT_FALSE(sample::has_legend(again(), LegendKey::agreed_boundary));
}

/// Words of the legend's entries for boundaries.
std::set<std::string> boundary_words_of(const Scene& scene) {
    std::set<std::string> words;
    for (const LegendEntry& entry : scene.legend)
        if (entry.key <= LegendKey::disputed_boundary)
            words.insert(entry.text.key);
    return words;
}

TEST_F(SceneTest, LinesOfAKecamatanShowTheirStateToo) {
    maker = sample::AtlasMaker(9, 2);
    maker.segment(3, 4, model::SegmentState::documents);
    maker.segment(6, 7, model::SegmentState::enacted);
    maker.segment(12, 13, model::SegmentState::agreed);
    maker.segment(15, 16, model::SegmentState::disputed);
    for (const Medium medium : {Medium::screen_light, Medium::print}) {
        options.medium = medium;
        geometry = nullptr;
        EXPECT_THAT(boundary_words_of(compose()),
                    testing::IsSupersetOf({"cartography.legend.district_boundary.indicative",
                                           "cartography.legend.district_boundary.agreed",
                                           "cartography.legend.district_boundary.definitive",
                                           "cartography.legend.district_boundary.disputed"}));
    }
}

TEST_F(SceneTest, WhatNobodyRecordedOfTheOuterLineIsSaid) {
    maker.segment(1, 2, model::SegmentState::enacted);
    for (const Medium medium : {Medium::screen_light, Medium::print}) {
        options.medium = medium;
        geometry = nullptr;
        options.segment_states = true;
        const auto words = boundary_words_of(compose());
        EXPECT_TRUE(words.contains("cartography.legend.regency_boundary.unrecorded"));
        EXPECT_FALSE(words.contains("cartography.legend.regency_boundary"));
        options.segment_states = false;
        EXPECT_TRUE(boundary_words_of(again()).contains("cartography.legend.regency_boundary"));
    }
    for (const style::Inks* inks : {&styles.screen_light, &styles.screen_dark, &styles.print})
        for (const char* other : {".definitive", ".untraced", ".agreed"})
            EXPECT_NE(inks->line("boundary.regency.unrecorded").pattern,
                      inks->line(std::string("boundary.regency") + other).pattern);
}

TEST_F(SceneTest, NoOtherStateLooksLikeAnEnactedLineOnAnyLevel) {
    for (const style::Inks* inks : {&styles.screen_light, &styles.screen_dark, &styles.print})
        for (const std::string level : {"boundary.district", "boundary.regency"}) {
            const style::LineInk enacted = inks->line(level + ".definitive");
            EXPECT_EQ(enacted.pattern, inks->line(level).pattern) << "the level's own";
            for (const char* state : {".untraced", ".indicative", ".agreed", ".disputed"})
                EXPECT_NE(inks->line(level + state).pattern, enacted.pattern) << level << state;
        }
}

TEST_F(SceneTest, TwoVillagesAreJoinedByOneCurveWithABadge) {
    maker.agree({1, 9}, model::Field::health);
    const Scene scene = compose();
    ASSERT_EQ(scene.agreements.size(), 1U);
    const Subject subject{SubjectKind::agreement, 1};
    int lines = 0;
    for (const LineMark& mark : sample::marks<LineMark>(scene, "links"))
        lines += mark.subject == subject;
    EXPECT_EQ(lines, 2); // halo and line
    int badges = 0;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        badges += mark.subject == subject;
    EXPECT_EQ(badges, 1);
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::agreement_running));
    EXPECT_TRUE(sample::marks<LineMark>(scene, "hatches").empty());
}

TEST_F(SceneTest, SeveralBetweenTheSameTwoDoNotCoincide) {
    maker.agree({1, 9});
    maker.agree({9, 1});
    maker.agree({1, 9});
    std::set<double> middles;
    for (const LineMark& mark : sample::marks<LineMark>(compose(), "links"))
        middles.insert(mark.lines.part(0)[mark.lines.part(0).size() / 2].y);
    EXPECT_EQ(middles.size(), 3U);
}

TEST_F(SceneTest, ThreeVillagesAreAStarWithHatchedMembers) {
    maker.agree({1, 9, 14});
    const Scene scene = compose();
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::many_villages));
    EXPECT_FALSE(sample::marks<LineMark>(scene, "hatches").empty());
    for (const LineMark& mark : sample::marks<LineMark>(scene, "links"))
        EXPECT_EQ(mark.lines.size(), 3U);
}

TEST_F(SceneTest, DraftsAreDashedAndEndedOnesPale) {
    maker.agree({1, 9}, model::Field::economy, model::Stage::drafting);
    maker.agree({2, 10}, model::Field::economy, model::Stage::ended);
    const Scene scene = compose();
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::agreement_draft));
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::agreement_ended));
    const Colour full = styles.screen_light.palette("field")[0];
    std::set<bool> exact;
    for (const LineMark& mark : sample::marks<LineMark>(scene, "links"))
        if (mark.lines.size() > 1)
            exact.insert(mark.colour == full);
    EXPECT_THAT(exact, testing::ElementsAre(false, true));
}

TEST_F(SceneTest, TheSelectedLinkHasTheSelectionsHaloAndLiesOnTop) {
    maker.agree({1, 9});
    maker.agree({1, 9, 14});
    options.selection = {{SubjectKind::agreement, 1}};
    const auto marks = sample::marks<LineMark>(compose(), "links");
    ASSERT_GE(marks.size(), 4U);
    EXPECT_EQ(marks.back().subject.id, 1) << "drawn last";
    const Colour selected = styles.screen_light.colour("selection");
    double halo = 0;
    for (const LineMark& mark : marks)
        if (mark.colour == selected) {
            EXPECT_EQ(mark.subject.id, 1);
            halo = mark.width.value;
        }
    EXPECT_GT(halo, 2 * marks.back().width.value) << "seen on both sides of the line";
}

TEST_F(SceneTest, WhatIsChosenMovesNoCurve) {
    maker.agree({1, 9});
    maker.agree({9, 1});
    const auto middles = [&] {
        std::map<std::int64_t, double> result;
        for (const LineMark& mark : sample::marks<LineMark>(compose(), "links"))
            result[mark.subject.id] = mark.lines.part(0)[mark.lines.part(0).size() / 2].y;
        return result;
    };
    const auto before = middles();
    options.selection = {{SubjectKind::agreement, 1}};
    EXPECT_NEAR(middles().at(2), before.at(2), 1e-6);
}

TEST_F(SceneTest, ACrowdOfLinksLeavesRoomForNames) {
    for (int i = 0; i < 500; ++i)
        maker.agree({1 + i % 15, 1 + (i * 7 + 3) % 15}, model::Field::economy,
                    i % 2 == 0 ? model::Stage::ended : model::Stage::execution);
    const Scene scene = compose();
    std::vector<PointMark> badges;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        if (mark.subject.kind == SubjectKind::agreement)
            badges.push_back(mark);
    EXPECT_FALSE(badges.empty());
    for (const PointMark& badge : badges)
        EXPECT_EQ(badge.subject.id % 2, 0) << "what has ended has none in a crowd";
    options.selection = {{SubjectKind::agreement, 1}};
    const Scene chosen = compose();
    const auto symbols = sample::marks<PointMark>(chosen, "symbols");
    EXPECT_TRUE(std::any_of(symbols.begin(), symbols.end(), [](const PointMark& mark) {
        return mark.subject == Subject{SubjectKind::agreement, 1};
    })) << "but the one that is chosen";
}

TEST_F(SceneTest, AnExpiringOneCarriesAClock) {
    model::Agreement agreement = maker.agree({1, 9});
    agreement.ends = parse_date("2026-12-31");
    maker.put(agreement);
    const Scene scene = compose();
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::agreement_expiring));
    int symbols = 0;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        symbols += mark.subject.kind == SubjectKind::agreement;
    EXPECT_EQ(symbols, 2);
}

TEST_F(SceneTest, SheetsNumberTheBadges) {
    maker.agree({1, 9});
    maker.agree({2, 10, 12});
    options.number_agreements = true;
    options.medium = Medium::print;
    const Scene scene = compose();
    ASSERT_EQ(scene.agreements.size(), 2U);
    EXPECT_EQ(scene.agreements[0].number, 1);
    EXPECT_EQ(scene.agreements[1].number, 2);
    int capsules = 0;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        capsules += mark.shape == Shape::capsule;
    EXPECT_EQ(capsules, 2);
}

TEST_F(SceneTest, AVillageOfAnotherKabupatenStandsAtTheRim) {
    const model::Agreement agreement = maker.agree({1});
    model::AgreementParty party = maker.new_party(agreement.id);
    party.outside_village = "Ranupani";
    maker.put(party);
    const Scene scene = compose();
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::outside_village));
    bool named = false;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        for (const text::GlyphRun& run : mark.content)
            named = named || run.text.find("ke Ranupani") != std::string::npos;
    EXPECT_TRUE(named);
}

TEST_F(SceneTest, OnPaperMembersBeyondTheFrameAreNamedAtItsRim) {
    maker.agree({1, 24});
    zoom_to_village(0, 40000);
    EXPECT_FALSE(sample::has_legend(again(), LegendKey::outside_village));
    options.medium = Medium::print;
    EXPECT_TRUE(sample::has_legend(again(), LegendKey::outside_village));
}

TEST_F(SceneTest, ThirdPartiesHaveASquareAndCanBeHidden) {
    const model::Agreement agreement = maker.agree({8});
    maker.put(model::ThirdParty{{1}, "PT Contoh", model::ThirdPartyKind::private_company, "", {}});
    model::AgreementParty party = maker.new_party(agreement.id);
    party.third_party = {1};
    maker.put(party);
    EXPECT_TRUE(sample::has_legend(compose(), LegendKey::third_party));
    options.hidden = {MapLayer::third_parties};
    EXPECT_FALSE(sample::has_legend(again(), LegendKey::third_party));
}

TEST_F(SceneTest, ADisputeIsHatchedWithBothClaims) {
    model::BoundaryDispute dispute;
    dispute.id = {1};
    dispute.first = {1};
    dispute.second = {2};
    const geo::Point a = maker.corner(1, 0);
    const geo::Point b = maker.corner(1, 1);
    const geo::Point west = maker.middle(0, 0);
    const geo::Point east = maker.middle(1, 0);
    dispute.contested =
        std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{{a, east, b, west, a}, {}}});
    maker.put(dispute);
    for (std::int64_t id : {1, 2})
        maker.put(model::Claim{
            {id},
            {1},
            {id},
            "Peta desa",
            {},
            std::make_shared<const geo::MultiLine>(geo::MultiLine{{a, id == 1 ? east : west, b}})});
    const Scene scene = compose();
    EXPECT_EQ(sample::marks<AreaMark>(scene, "disputes").size(), 1U);
    std::set<std::int64_t> claims;
    for (const LineMark& mark : sample::marks<LineMark>(scene, "disputes"))
        if (mark.subject.kind == SubjectKind::claim)
            claims.insert(mark.subject.id);
    EXPECT_THAT(claims, testing::ElementsAre(1, 2));
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::contested_area));
    options.hidden = {MapLayer::disputes};
    EXPECT_FALSE(sample::has_legend(again(), LegendKey::contested_area));
}

TEST_F(SceneTest, AssetsOfEveryShapeHaveASymbol) {
    const geo::Point p = maker.middle(2, 2);
    const geo::Point q = p + geo::Point{0.005, 0.003};
    const geo::Geometry shapes[] = {geo::PointSet{{p}}, geo::LineSet{{{p, q}}},
                                    geo::PolygonSet{{{{p, q, p + geo::Point{0, 0.006}, p}, {}}}},
                                    std::monostate{}};
    for (std::int64_t id = 1; id <= 4; ++id) {
        model::SharedAsset asset;
        asset.id = {id};
        asset.kind = model::AssetKind::spring;
        asset.geometry = std::make_shared<const geo::Geometry>(shapes[id - 1]);
        maker.put(asset);
    }
    std::set<std::int64_t> drawn;
    for (const PointMark& mark : sample::marks<PointMark>(compose(), "symbols"))
        drawn.insert(mark.subject.id);
    EXPECT_THAT(drawn, testing::ElementsAre(1, 2, 3));
}

TEST_F(SceneTest, HiddenLayersLeaveNothing) {
    maker.agree({1, 9, 14});
    options.hidden = {MapLayer::agreements, MapLayer::labels, MapLayer::village_boundaries,
                      MapLayer::district_fill};
    const Scene scene = compose();
    EXPECT_THAT(sample::group(scene, "links")->marks, IsEmpty());
    EXPECT_THAT(sample::group(scene, "labels")->marks, IsEmpty());
    EXPECT_THAT(scene.labels, IsEmpty());
    EXPECT_FALSE(sample::has_legend(scene, LegendKey::village_boundary));
    EXPECT_EQ(sample::marks<AreaMark>(scene, "fills").size(), 1U);
}

TEST_F(SceneTest, LegendSamplesFitTheirBox) {
    maker.agree({1, 9, 14});
    maker.agree({1, 2}, model::Field::economy, model::Stage::drafting);
    const Scene scene = compose();
    ASSERT_FALSE(scene.legend.empty());
    const geo::Box box = geo::Box{{0, 0}, {11, 4}};
    for (const LegendEntry& entry : scene.legend) {
        EXPECT_FALSE(entry.sample.empty()) << entry.text.key;
        for (const Mark& mark : entry.sample)
            if (const auto* line = std::get_if<LineMark>(&mark)) {
                for (const geo::Point p : line->lines.points)
                    EXPECT_TRUE(box.contains(p)) << entry.text.key;
            }
    }
}

TEST_F(SceneTest, AFarAwayViewIsEmptyButWhole) {
    compose();
    view.centre = view.centre + geo::Point{1e6, 0};
    const Scene scene = again();
    EXPECT_EQ(scene.villages_in_view, 0);
    EXPECT_THAT(scene.labels, IsEmpty());
    EXPECT_EQ(scene.drawing.groups.size(), 10U);
}

TEST_F(SceneTest, SameInputSameScene) {
    maker.agree({1, 9, 14});
    const Scene a = compose();
    const Scene b = again();
    ASSERT_EQ(a.labels.size(), b.labels.size());
    for (std::size_t i = 0; i < a.labels.size(); ++i)
        EXPECT_EQ(a.labels[i].box, b.labels[i].box);
}

TEST_F(SceneTest, StopsWhenAsked) {
    compose();
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(compose_scene(*geometry, view, options, styles, typesetter, progress), Cancelled);
}

TEST_F(SceneTest, PickFindsSymbolsBeforeLinesBeforeAreas) {
    maker.segment(1, 2, model::SegmentState::agreed);
    maker.agree({1, 9});
    const Scene scene = compose();
    geo::Point badge;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols"))
        if (mark.subject.kind == SubjectKind::agreement)
            badge = mark.position;
    const auto hits = pick(*geometry, scene, badge, 50);
    ASSERT_GE(hits.size(), 2U);
    EXPECT_EQ(hits.front().subject, (Subject{SubjectKind::agreement, 1}));
    EXPECT_EQ(hits.back().subject.kind, SubjectKind::village);
}

TEST_F(SceneTest, PickFindsTheVillageAndTheLineUnderThePointer) {
    maker.segment(1, 2, model::SegmentState::agreed);
    const Scene scene = compose();
    const auto inside = pick(*geometry, scene, geometry->anchor(7), 100);
    ASSERT_EQ(inside.size(), 1U);
    EXPECT_EQ(inside[0].subject, (Subject{SubjectKind::village, 8}));
    const geo::Point on_line = geometry->to_map((maker.corner(1, 0) + maker.corner(1, 1)) * 0.5);
    EXPECT_EQ(pick(*geometry, scene, on_line, 200).front().subject,
              (Subject{SubjectKind::segment, 1}));
    EXPECT_THAT(pick(*geometry, scene, {0, 0}, 100), IsEmpty());
}

TEST(ThemeCodes, ComeBack) {
    for (int i = 0; i < theme_count; ++i)
        EXPECT_EQ(theme_from_code(theme_code(static_cast<Theme>(i))), static_cast<Theme>(i));
    EXPECT_FALSE(theme_from_code("warna-warni"));
}

} // namespace
} // namespace antardesa::cartography
