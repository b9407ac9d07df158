#include "cartography/district_link.h"
#include "cartography/scene.h"
#include "sample_atlas.h"

#include <gmock/gmock.h>

#include <set>

namespace antardesa::cartography {
namespace {

/// Six by four villages in two kecamatan.
class Themes : public testing::Test {
  protected:
    Scene compose() {
        geometry_ = maker.geometry();
        Progress progress;
        options.today = *parse_date("2026-11-23");
        return compose_scene(*geometry_, sample::whole_view(*geometry_), options, styles_,
                             typesetter_, progress);
    }
    std::vector<std::string> legend(const Scene& scene, LegendKey key) const {
        std::vector<std::string> texts;
        for (const LegendEntry& entry : scene.legend)
            if (entry.key == key)
                texts.push_back(entry.text.arguments.empty() ? entry.text.key
                                                             : entry.text.arguments[0]);
        return texts;
    }
    std::size_t colours(const Scene& scene) const {
        std::set<std::array<int, 3>> found;
        for (const AreaMark& mark : sample::marks<AreaMark>(scene, "fills"))
            found.insert({mark.fill.red, mark.fill.green, mark.fill.blue});
        return found.size();
    }
    sample::AtlasMaker maker;
    MapOptions options;
    style::StyleSheet styles_ = sample::styles();
    text::Typesetter typesetter_;
    std::shared_ptr<const MapGeometry> geometry_;
};

TEST_F(Themes, PartnersAreCountedOnceHoweverOftenOneMeetsThem) {
    maker.agree({1, 2});
    maker.agree({1, 2});
    maker.agree({1, 3, 4});
    options.theme = Theme::partners;
    const Scene scene = compose();
    EXPECT_EQ(colours(scene), 3U) << "none; one or two; three";
    EXPECT_THAT(legend(scene, LegendKey::partner_class),
                testing::ElementsAre("0", "1–2", "3–4", "5–9", "≥ 10"));
    options.filter.fields.reset();
    EXPECT_EQ(colours(compose()), 1U) << "the one filter";
}

TEST_F(Themes, ValueIsThatOfTheAgreementsThatPass) {
    model::Agreement dear = maker.agree({1, 2});
    dear.value_rupiah = 2e9;
    maker.put(dear);
    model::Agreement cheap = maker.agree({5, 6});
    cheap.value_rupiah = 5e6;
    maker.put(cheap);
    options.theme = Theme::value;
    const Scene scene = compose();
    EXPECT_EQ(colours(scene), 3U);
    EXPECT_EQ(legend(scene, LegendKey::value_class).size(), 5U);
}

TEST_F(Themes, TheVillageBetweenTwoGroupsStandsOut) {
    maker.agree({1, 2});
    maker.agree({2, 3});
    options.theme = Theme::brokerage;
    const Scene scene = compose();
    EXPECT_EQ(colours(scene), 2U) << "the second alone lies between others";
    EXPECT_EQ(legend(scene, LegendKey::brokerage_class).back(), "≥ 10 %");
}

TEST_F(Themes, IsolatedAreDesaAndNeverKelurahan) {
    maker.agree({1, 2});
    for (int id = 3; id <= 24; ++id) {
        auto village = maker.take<model::Village>(id);
        village.kind = model::VillageKind::urban_village;
        maker.put(village);
    }
    options.theme = Theme::isolated;
    const Scene scene = compose();
    EXPECT_EQ(colours(scene), 2U) << "tied, and what cannot be a party";
    auto third = maker.take<model::Village>(3);
    third.kind = model::VillageKind::village;
    maker.put(third);
    EXPECT_EQ(colours(compose()), 3U);
    EXPECT_THAT(legend(scene, LegendKey::isolated_class),
                testing::ElementsAre("cartography.legend.isolated_class.tied",
                                     "cartography.legend.isolated_class.alone"));
}

TEST_F(Themes, ByKecamatanTheLinksAreOneForEachPairWithItsCount) {
    maker.agree({1, 4}); // the fourth column lies in the other kecamatan
    maker.agree({2, 5});
    maker.agree({1, 2});
    options.by_district = true;
    const Scene scene = compose();
    EXPECT_TRUE(sample::has_legend(scene, LegendKey::district_link));
    EXPECT_FALSE(sample::has_legend(scene, LegendKey::agreement_running));
    int of_districts = 0;
    int counts = 0;
    for (const PointMark& mark : sample::marks<PointMark>(scene, "symbols")) {
        of_districts += mark.subject.kind == SubjectKind::district;
        counts += !mark.content.empty();
        EXPECT_NE(mark.subject.kind, SubjectKind::agreement);
    }
    EXPECT_EQ(of_districts, 2);
    EXPECT_EQ(scene.villages_labelled, 0) << "kecamatan speak";
    EXPECT_EQ(scene.villages_in_view, 24);
    int named = 0;
    for (const PlacedLabel& label : scene.labels)
        named += label.subject.kind == SubjectKind::district;
    EXPECT_EQ(named, 2);
    EXPECT_EQ(counts, 3) << "two kecamatan and the one link between them";
    const auto lines = sample::marks<LineMark>(scene, "links");
    ASSERT_EQ(lines.size(), 2U) << "casing and stroke of one link";
    const Subject link = district_link({1}, {2});
    EXPECT_EQ(lines[1].subject, link);
    const auto middle = lines[1].lines.part(0)[lines[1].lines.part(0).size() / 3];
    const auto hits = pick(*geometry_, scene, middle, 1);
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().subject, link) << "what lies under the pointer";
    options.selection = {link};
    EXPECT_NE(sample::marks<LineMark>(compose(), "links")[1].colour, lines[1].colour);
}

TEST(DistrictLinkSubject, IsTheSameFromBothSides) {
    const Subject link = district_link({7}, {3});
    EXPECT_EQ(link, district_link({3}, {7}));
    EXPECT_EQ(linked_districts(link), std::pair(Id<model::District>{3}, Id<model::District>{7}));
}

} // namespace
} // namespace antardesa::cartography
