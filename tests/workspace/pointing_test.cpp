#include "opened_sample.h"

namespace antardesa::workspace {
namespace {

using Pointing = testing::OpenedSample;

TEST_F(Pointing, WhatTheMapJumpedAwayFromIsNotPointedAtAnyMore) {
    app_->act(ZoomTo{{SubjectKind::village, atlas().villages()[0].id.value}});
    app_->act(PointAt{{400, 300}, true});
    ASSERT_FALSE(window().map().hover_title.empty());
    app_->act(PanBy{{0.25, 0}});
    EXPECT_FALSE(window().map().hover_title.empty()) << "the same still lies there";
    app_->act(PanBy{{30000, 0}});
    EXPECT_TRUE(window().map().hover_title.empty()) << "the pointer has not moved";
    app_->act(PointAt{{0, 0}, false});
    app_->act(ZoomTo{});
}

} // namespace
} // namespace antardesa::workspace
