#include "fake_views.h"

#include "ui/panels.h"

#include <gtest/gtest.h>

namespace antardesa::ui {
namespace {

using namespace workspace;

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

TEST(VillageForm, TakesTheDayTheVillageWasFormed) {
    Glass glass;
    FakeViews views = typical_views();
    start_village_edit(views.views(glass.language()), glass.state);
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.village.formed")));
    glass.state.village.formed = "31-02-2018";
    EXPECT_FALSE(asked<EditVillage>(glass.click(views, text(glass, "ui.village.save"))))
        << "there is no such day";
    glass.state.village.formed = "02-05-2018";
    glass.draw(views);
    const auto saved = glass.click(views, text(glass, "ui.village.save"));
    ASSERT_TRUE(asked<EditVillage>(saved));
    EXPECT_EQ(asked<EditVillage>(saved)->change.formed, parse_date("2018-05-02"));
    EXPECT_FALSE(asked<EditVillage>(saved)->change.name) << "what was not touched stays";
}

TEST(SegmentForm, TakesTheWorkflow) {
    Glass glass;
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {SubjectKind::segment, 12};
    views.card.segment = SegmentDeeds{};
    views.card.segment->workflow = model::BoundaryWorkflow::demarcation;
    start_segment_state(views.views(glass.language()), glass.state);
    EXPECT_EQ(glass.state.segment.workflow, static_cast<int>(model::BoundaryWorkflow::demarcation));
    glass.draw(views);
    EXPECT_TRUE(glass.shows(text(glass, "ui.segment.workflow")));
    EXPECT_TRUE(glass.shows(text(glass, "code.boundary_workflow.penegasan")));
    glass.state.segment.workflow = static_cast<int>(model::BoundaryWorkflow::delimitation);
    glass.draw(views);
    const auto saved = glass.click(views, text(glass, "ui.segment.save"));
    ASSERT_TRUE(asked<RecordSegmentState>(saved));
    EXPECT_EQ(asked<RecordSegmentState>(saved)->request.workflow,
              model::BoundaryWorkflow::delimitation);
}

} // namespace
} // namespace antardesa::ui
