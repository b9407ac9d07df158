#include "grid_file.h"
#include "model/verbs.h"
#include "project/project_file.h"
#include "workspace/project_desk.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

/// A desk whose answers are kept.
class Desk : public ::testing::Test {
  protected:
    Desk()
        : path_(make_project(folder_, grid(2))),
          desk_(
              test_environment(),
              [this](const Shown& shown, const ProjectState& state) {
                  shown_ = shown;
                  state_ = state;
              },
              [this](const Message& message, Severity) { complaints_.push_back(message.key); }) {
        desk_.open(path_, [] {});
        settle();
    }
    void settle() {
        for (int quiet = 0; quiet < 2; ++quiet) {
            desk_.wait_idle();
            if (desk_.deliver() > 0)
                quiet = 0;
        }
    }
    void cancel_all() {
        for (const auto& job : desk_.active())
            job->cancel();
    }
    /// Names the village anew; somebody cancels while that is under way.
    Result<model::Edit> rename(const model::Atlas& atlas, const std::string& name) {
        cancel_all();
        model::ChangeVillage change;
        change.village = atlas.villages()[0].id;
        change.name = name;
        return model::change_village(atlas, change);
    }
    std::int64_t stored_revision() const {
        return project::ProjectFile::open(path_, project::OpenMode::read).revision();
    }

    TemporaryFolder folder_;
    fs::path path_;
    Shown shown_;
    ProjectState state_;
    std::vector<std::string> complaints_;
    ProjectDesk desk_;
};

TEST_F(Desk, WhatIsWrittenIsShownThoughItWasCancelledTooLate) {
    const auto before = shown_.atlas->revision();
    desk_.edit([this](const model::Atlas& atlas) { return rename(atlas, "Uji"); });
    settle();
    EXPECT_EQ(shown_.atlas->revision(), stored_revision());
    EXPECT_EQ(shown_.atlas->revision(), before + 1);
    EXPECT_EQ(shown_.atlas->villages()[0].name, "Uji");
    EXPECT_TRUE(state_.can_undo);
    EXPECT_EQ(state_.history.front().name, "edit.change_village");
}

TEST_F(Desk, ARefusalIsToldThoughItWasCancelled) {
    desk_.edit([this](const model::Atlas&) -> Result<model::Edit> {
        cancel_all();
        return Refusal{{"uji.tidak", {}}};
    });
    settle();
    EXPECT_EQ(complaints_, std::vector<std::string>{"uji.tidak"});
}

} // namespace
} // namespace antardesa::workspace
