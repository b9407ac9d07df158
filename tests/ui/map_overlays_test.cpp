#include "fake_views.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

int offers(const Glass& glass, const std::string& name) {
    int count = 0;
    for (const Witness::Item& item : glass.witness().items)
        count += item.clickable && item.text == name;
    return count;
}

TEST(MapOverlays, OfferKecamatanWhereLinksLieOnEachOther) {
    Glass glass;
    FakeViews views = typical_views();
    const std::string name = glass.language().text("ui.layers.by_district");
    views.filter.counts.matching = 33;
    glass.draw(views);
    const int usual = offers(glass, name);
    views.filter.counts.matching = 2000;
    glass.draw(views);
    ASSERT_EQ(offers(glass, name), usual + 1) << "beside the choice in the left panel";
    bool asked_for = false;
    const std::vector<Witness::Item> items = glass.witness().items;
    for (const Witness::Item& item : items)
        if (item.clickable && item.text == name && item.window == "##peta")
            asked_for = asked<ShowByDistrict>(glass.click_at(views, item.rect.centre())) != nullptr;
    EXPECT_TRUE(asked_for);
}

} // namespace
} // namespace antardesa::ui
