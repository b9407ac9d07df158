#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Two villages agreed on their line while the first reached some metres into the second along the
/// middle of it: there the line was open.
class OpenAgreedLine : public ::testing::Test {
  protected:
    void SetUp() override {
        Progress progress;
        carry_out(plan_of(file("desa.geojson", 0.0001)), folder_ / "proyek.gpkg",
                  test_environment(), progress);
        app_.act(OpenFile{folder_ / "proyek.gpkg"});
        for (const auto& segment : atlas().segments())
            if (segment.first == atlas().villages()[0].id &&
                segment.second == atlas().villages()[1].id)
                segment_ = segment.id;
        ASSERT_TRUE(segment_);
        ASSERT_EQ(atlas().find(segment_)->geometry->size(), at_the_end_ ? 1U : 2U);
        RecordState request{segment_, model::SegmentState::agreed};
        request.entered = model::Document{};
        request.entered->kind = "berita_acara";
        request.entered->number = "3/2026";
        request.entered->title = "Kesepakatan batas";
        request.entered->date = Date{std::chrono::year{2026} / 3 / 4};
        app_.act(RecordSegmentState{request});
    }
    /// The first village reaches so far into the second; at 0 their line is closed.
    fs::path file(const char* name, double degrees) const {
        io::VectorFile file = grid_layer(grid(2));
        const auto outer = [&](std::size_t row) -> geo::Ring& {
            return std::get<geo::PolygonSet>(file.rows[row].geometry).polygons[0].outer;
        };
        const geo::Point south = outer(0)[1];
        const geo::Point north = outer(0)[2];
        const geo::Point low = south * 0.75 + north * 0.25;
        const geo::Point high = at_the_end_ ? north : south * 0.25 + north * 0.75;
        std::vector<geo::Point> east{low, high};
        if (degrees > 0)
            east.insert(east.begin() + 1, (low + high) * 0.5 + geo::Point{degrees, 0});
        if (at_the_end_)
            east.pop_back(); // a corner already
        outer(0).insert(outer(0).begin() + 2, east.begin(), east.end());
        outer(1).insert(outer(1).end() - 1, low);
        if (!at_the_end_)
            outer(1).insert(outer(1).end() - 2, high);
        EXPECT_TRUE(io::write_vector(folder_ / name, file, io::Existing::replace));
        return folder_ / name;
    }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    const model::Table<model::BoundaryFinding>& findings() const {
        return atlas().table<model::BoundaryFinding>();
    }

    TemporaryFolder folder_;
    Running app_;
    Id<model::BoundarySegment> segment_;
    bool at_the_end_ = false;
};

/// The same, open from somewhere to the line's end.
class AgreedLineOpenAtItsEnd : public OpenAgreedLine {
  protected:
    AgreedLineOpenAtItsEnd() { at_the_end_ = true; }
};

TEST_F(OpenAgreedLine, IsMovedByAnImportThatClosesIt) {
    app_.act(ImportInto{file("baru.geojson", 0)});
    ASSERT_TRUE(app_.workspace.import());
    bool said = false;
    for (std::size_t i = 0; i < app_.workspace.import()->findings; ++i)
        said = said || app_.workspace.import()->row(i).sentence.find("bergeser sampai 11,0 m") !=
                           std::string::npos;
    EXPECT_TRUE(said) << "before anything is written";
    app_.act(AcceptImport{});
    EXPECT_EQ(atlas().find(segment_)->state, model::SegmentState::agreed);
    ASSERT_THAT(findings(), SizeIs(1)) << "the first village lost what both had claimed";
    EXPECT_EQ(findings()[0].kind, model::FlawKind::moved_line);
    EXPECT_NEAR(*findings()[0].width_m, 11, 0.5) << "where the first village's side was";
    EXPECT_THAT(std::get<geo::LineSet>(*findings()[0].geometry).lines, SizeIs(4))
        << "the agreed pieces and what each village had between them";
}

TEST_F(OpenAgreedLine, IsNotMovedByAnImportThatLeavesItOpen) {
    app_.act(ImportInto{file("baru.geojson", 0)});
    app_.act(AcceptImport{});
    app_.act(ImportInto{file("lagi.geojson", 0.0001)});
    app_.act(AcceptImport{});
    EXPECT_THAT(findings(), SizeIs(0)) << "open again as it was agreed";
}

TEST_F(AgreedLineOpenAtItsEnd, IsMovedByTheWidthOfTheStripAndNotByItsLength) {
    app_.act(ImportInto{file("baru.geojson", 0)});
    app_.act(AcceptImport{});
    ASSERT_THAT(findings(), SizeIs(1));
    EXPECT_EQ(findings()[0].kind, model::FlawKind::moved_line);
    EXPECT_NEAR(*findings()[0].width_m, 11, 0.5);
    EXPECT_THAT(std::get<geo::LineSet>(*findings()[0].geometry).lines, SizeIs(3))
        << "what was agreed, and what each village had beyond";
}

TEST_F(AgreedLineOpenAtItsEnd, IsNotMovedWhenItIsOpenAgain) {
    app_.act(ImportInto{file("baru.geojson", 0)});
    app_.act(AcceptImport{});
    app_.act(ImportInto{file("lagi.geojson", 0.0001)});
    app_.act(AcceptImport{});
    EXPECT_THAT(findings(), SizeIs(0));
}

} // namespace
} // namespace antardesa::workspace
