#pragma once

#include "running.h"

#include <gtest/gtest.h>
#include <memory>

namespace antardesa::workspace::testing {

/// The sample kabupaten, made and opened once for all tests of a suite, with nothing chosen and
/// nothing left out when a test begins.
class OpenedSample : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        Progress progress;
        build_sample(folder_->path(), test_environment(), progress);
        app_ = std::make_unique<Running>();
        app_->act(OpenFile{*folder_ / sample_file_name});
    }
    static void TearDownTestSuite() {
        app_.reset();
        folder_.reset();
    }
    void SetUp() override {
        ASSERT_TRUE(window().has_project());
        app_->act(SetFilter{});
        app_->act(SetListSearch{});
        app_->act(SetJob{Job::cooperation});
        app_->act(Select{});
    }
    static Workspace& window() { return app_->workspace; }
    static const model::Atlas& atlas() { return *window().atlas(); }

    inline static std::unique_ptr<TemporaryFolder> folder_;
    inline static std::unique_ptr<Running> app_;
};

} // namespace antardesa::workspace::testing
