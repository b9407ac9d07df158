#include "workspace/shipped_laws.h"

#include "base/result.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using model::LegalBasis;

const std::filesystem::path data = ANTARDESA_SOURCE_DIR "/data";

const model::Table<LegalBasis>& laws(const ImportPlan& plan) {
    return std::get<model::Table<LegalBasis>>(plan.tables);
}

TEST(ShippedLaws, ANewProjectKnowsWhatPapersCiteAndSinceWhen) {
    ImportPlan plan;
    add_shipped_laws(plan, data);
    bool regulation = false;
    for (const LegalBasis& law : laws(plan)) {
        EXPECT_TRUE(law.id);
        EXPECT_FALSE(law.title.empty());
        if (law.kind == "PP" && law.number == "43") {
            regulation = true;
            EXPECT_EQ(law.year, 2014);
            EXPECT_EQ(law.revoked_by, "PP 16/2026");
            EXPECT_EQ(law.revoked_since, parse_date("2026-03-27"));
        }
    }
    EXPECT_TRUE(regulation);
}

TEST(ShippedLaws, AListOfOnesOwnAndAnExistingProjectStayAsTheyAre) {
    ImportPlan own;
    std::get<model::Table<LegalBasis>>(own.tables)
        .put({{1}, "Perda", "4", 2020, "Batas", {}, {}, {}});
    add_shipped_laws(own, data);
    EXPECT_EQ(laws(own).size(), 1U);
    ImportPlan later;
    later.creates_project = false;
    add_shipped_laws(later, data);
    EXPECT_EQ(laws(later).size(), 0U);
}

TEST(ShippedLaws, AMissingListIsNamed) {
    ImportPlan plan;
    try {
        add_shipped_laws(plan, "/nowhere");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message().key, "workspace.laws.unreadable");
    }
}

} // namespace
} // namespace antardesa::workspace
