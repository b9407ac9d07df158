#include "fake_views.h"
#include "ui/layout.h"
#include "ui/placing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace antardesa::ui {
namespace {

using namespace workspace;

/// One metre of ground is ten thousand pixels wide.
FakeViews deep_views() {
    FakeViews views = typical_views();
    views.job = Job::boundaries;
    views.view = {};
    views.view.scale = {96 / 25.4 / 10};
    return views;
}

Rect map_of(const Glass& glass) {
    return lay_out(glass.state, {.width = 1366, .height = 768, .line = true}).map;
}

TEST(Placing, OfACourseFarBeyondTheGlassOnlyWhatIsOnItIsLeft) {
    Glass glass;
    const FakeViews views = deep_views();
    const Rect map = map_of(glass);
    const FrameViews frame = views.views(glass.language());
    const Placing place(frame, map);
    // Through the middle of the map, from 60 km in the west to 60 km in the east.
    const auto parts = place.parts(std::vector<geo::Point>{{-60'000, -30'000}, {60'000, 30'000}});
    ASSERT_EQ(parts.size(), 1U);
    for (const ImVec2 p : parts.front()) {
        EXPECT_LT(std::abs(p.x - map.centre().x), map.width());
        // A float at 600 million pixels is right to within 64 of them.
        EXPECT_NEAR(p.y - map.centre().y, -(p.x - map.centre().x) / 2, 0.01);
    }
    EXPECT_TRUE(place.parts(std::vector<geo::Point>{{-60'000, 9}, {60'000, 9}}).empty())
        << "it passes beside the glass";
}

/// How far from the glass anything is drawn, pixels; and how much.
struct Drawn {
    float farthest = 0;
    int vertices = 0;
};
Drawn drawn() {
    Drawn all;
    const ImDrawData& data = *ImGui::GetDrawData();
    all.vertices = data.TotalVtxCount;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer)
            all.farthest = std::max({all.farthest, std::abs(vertex.pos.x), std::abs(vertex.pos.y)});
    return all;
}

TEST(Placing, ARubberBandFromAFarPointIsDrawnOnTheGlassAlone) {
    Glass glass;
    FakeViews views = deep_views();
    views.line.active = true;
    views.line.handles = std::make_shared<const std::vector<LineHandle>>();
    views.line.tool = LineTool::draw;
    views.line.drawn = {{-4'000, 0}, {-4'000, 3'000}};
    ImGui::GetIO().MousePos = map_of(glass).centre();
    glass.draw(views);
    glass.draw(views);
    const Drawn with_band = drawn();
    EXPECT_LT(with_band.vertices, 60'000) << "no dashes where nobody sees them";
}

TEST(Placing, ALineOnTheTableIsDrawnOnTheGlassAlone) {
    Glass glass;
    FakeViews views = deep_views();
    views.proposal.stage = ProposalView::Stage::ready;
    views.proposal.line = {{-60'000, -30'000}, {60'000, 30'000}};
    glass.draw(views);
    glass.draw(views);
    EXPECT_LT(drawn().farthest, 4'000);
}

} // namespace
} // namespace antardesa::ui
