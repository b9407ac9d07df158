#include "model/line_verbs.h"

#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

SharedPolygons ring(geo::Ring points) {
    points.push_back(points.front());
    return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{std::move(points), {}}});
}

/// Two villages below a third; the lines between them are segments 1 (below), 2 and 3.
class EditLines : public testing::Test {
  protected:
    EditLines() {
        put(1, "Asri", ring({{0, 0}, {2, 0}, {2, 1}, {2, 2}, {0, 2}}));
        put(2, "Bumi", ring({{2, 0}, {4, 0}, {4, 2}, {2, 2}, {2, 1}}));
        put(3, "Cita", ring({{0, 2}, {2, 2}, {4, 2}, {4, 4}, {0, 4}}));
        segment(1, 1, 2);
        segment(2, 1, 3);
        segment(3, 2, 3);
        Document decree;
        decree.id = {7};
        decree.kind = "perbup";
        decree.number = "12/2025";
        std::get<Table<Document>>(tables).put(decree);
    }
    void put(std::int64_t id, std::string name, SharedPolygons geometry) {
        Village row;
        row.id = {id};
        row.name = std::move(name);
        row.geometry = std::move(geometry);
        std::get<Table<Village>>(tables).put(row);
    }
    void segment(std::int64_t id, std::int64_t first, std::int64_t second) {
        BoundarySegment row;
        row.id = {id};
        row.first = {first};
        row.second = {second};
        std::get<Table<BoundarySegment>>(tables).put(row);
    }
    void make_final(std::int64_t id) {
        BoundarySegment row = *std::get<Table<BoundarySegment>>(tables).find({id});
        row.state = SegmentState::enacted;
        row.document = {7};
        std::get<Table<BoundarySegment>>(tables).put(row);
    }
    std::shared_ptr<const Atlas> atlas() const {
        Progress progress;
        return Atlas::build({}, tables, 1, progress);
    }
    static topology::ArcVertex at(const Atlas& atlas, geo::Point p) {
        const topology::Coverage& coverage = atlas.coverage();
        for (std::uint32_t i = 0; i < coverage.arcs.size(); ++i) {
            const auto points = coverage.points(coverage.arcs[i]);
            for (std::uint32_t k = 0; k < points.size(); ++k)
                if (points[k] == p)
                    return {i, k};
        }
        return {999, 0};
    }
    Result<EditedLine> moved(geo::Point from, geo::Point to, Id<Document> document = {}) const {
        const auto snapshot = atlas();
        return edit_line(*snapshot,
                         {topology::MoveVertex{at(*snapshot, from), to}, false, document});
    }

    TableSet tables;
};

TEST_F(EditLines, GiveBothVillagesTheirNewOutline) {
    const auto result = moved({2, 1}, {2.5, 1}, {7});
    ASSERT_TRUE(result);
    const Edit& edit = result.value().edit;
    EXPECT_EQ(edit.writes.size(), 2U);
    EXPECT_EQ(edit.document, Id<Document>{7});
    EXPECT_EQ(debug_text(edit.name), "edit.move_vertex(Asri–Bumi)");
    const TableSet after = applied(tables, edit);
    EXPECT_EQ(std::get<Table<Village>>(after).find({1})->geometry->front().outer[2],
              (geo::Point{2.5, 1}));
    EXPECT_EQ(std::get<Table<Village>>(after).find({3})->geometry,
              std::get<Table<Village>>(tables).find({3})->geometry)
        << "the third village's row is not touched";
}

TEST_F(EditLines, MoveThreeVillagesWithANode) {
    const auto result = moved({2, 2}, {2.2, 2.1});
    ASSERT_TRUE(result);
    EXPECT_EQ(result.value().edit.writes.size(), 3U);
    EXPECT_EQ(result.value().edit.name.key, "edit.move_node");
}

TEST_F(EditLines, LeaveFinalLinesAlone) {
    make_final(1);
    const auto result = moved({2, 1}, {2.5, 1});
    ASSERT_FALSE(result);
    EXPECT_EQ(debug_text(result.refusal().message), "model.line.final(12/2025, Asri, Bumi)");
    // The node is an end of the final line, whichever line it is taken from.
    EXPECT_FALSE(moved({2, 2}, {2.2, 2.1}));
    const auto snapshot = atlas();
    EXPECT_TRUE(is_final(*snapshot, at(*snapshot, {2, 1})));
    EXPECT_TRUE(is_final(*snapshot, at(*snapshot, {2, 2})));
    EXPECT_FALSE(is_final(*snapshot, at(*snapshot, {4, 2})));
    EXPECT_TRUE(moved({4, 2}, {4.2, 2})) << "the far end of another line";
}

TEST_F(EditLines, SayWhichBoundaryIsInTheWay) {
    const auto result = moved({2, 1}, {2.5, 3});
    ASSERT_FALSE(result);
    const std::string text = debug_text(result.refusal().message);
    EXPECT_TRUE(text == "model.line.crosses_boundary(Asri–Cita)" ||
                text == "model.line.crosses_boundary(Bumi–Cita)")
        << text;
    EXPECT_FALSE(moved({9, 9}, {1, 1})) << "no such vertex";
    const auto unknown = moved({2, 1}, {2.5, 1}, {99});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.refusal().message.key, "model.unknown_document");
}

TEST_F(EditLines, NameWhatWasDone) {
    const auto snapshot = atlas();
    const topology::ArcVertex middle = at(*snapshot, {2, 1});
    const auto name = [&](topology::ArcEdit edit, bool traced = false) {
        const auto result = edit_line(*snapshot, {std::move(edit), traced, {}});
        return result ? result.value().edit.name.key : result.refusal().message.key;
    };
    EXPECT_EQ(name(topology::DeleteVertex{middle}), "edit.delete_vertex");
    EXPECT_EQ(name(topology::InsertVertex{{middle.arc, 0}, {2.1, 0.5}}), "edit.insert_vertex");
    EXPECT_EQ(name(topology::ReshapeArc{middle.arc, 0, 2, {{2.5, 1}}}), "edit.reshape_line");
    EXPECT_EQ(name(topology::ReshapeArc{middle.arc, 0, 2, {{2.5, 1}}}, true), "edit.trace_line");
    EXPECT_EQ(name(topology::DeleteVertex{at(*snapshot, {2, 2})}), "model.line.breaks_node");
    const auto node =
        edit_line(*snapshot, {topology::DeleteVertex{at(*snapshot, {2, 2})}, false, {}});
    EXPECT_NE(node.refusal().message.arguments.at(0), "") << "which line";
}

} // namespace
} // namespace antardesa::model
