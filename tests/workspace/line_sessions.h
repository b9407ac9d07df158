#pragma once

#include "workspace/line_session.h"

#include <gtest/gtest.h>

namespace antardesa::workspace::testing {

/// Two villages with a line of five vertices between them, a third above, a river beside.
class LineSessions : public ::testing::Test {
  protected:
    LineSessions() {
        const geo::Line shared{{109.01, -7},
                               {109.0101, -6.9975},
                               {109.0099, -6.995},
                               {109.0102, -6.9925},
                               {109.01, -6.99}};
        geo::Ring left{{109, -7}};
        left.insert(left.end(), shared.begin(), shared.end());
        left.insert(left.end(), {{109, -6.99}, {109, -7}});
        geo::Ring right(shared.rbegin(), shared.rend());
        right.insert(right.end(), {{109.02, -7}, {109.02, -6.99}, {109.01, -6.99}});
        put(1, "Asri", left);
        put(2, "Bumi", right);
        put(3, "Cita",
            {{109, -6.99},
             {109.01, -6.99},
             {109.02, -6.99},
             {109.02, -6.98},
             {109, -6.98},
             {109, -6.99}});
        segment(1, 1, 2);
        segment(2, 1, 3);
        segment(3, 2, 3);
        model::ReferenceLine river;
        river.id = {1};
        river.name = "Cikahuripan";
        river.geometry = std::make_shared<const geo::MultiLine>(
            geo::MultiLine{{{109.0104, -6.999}, {109.0106, -6.995}, {109.0104, -6.991}}});
        table<model::ReferenceLine>().put(river);
        show();
    }
    template<class Row>
    model::Table<Row>& table() {
        return std::get<model::Table<Row>>(tables_);
    }
    void put(std::int64_t id, std::string name, geo::Ring ring) {
        model::Village row;
        row.id = {id};
        row.name = std::move(name);
        row.geometry =
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{std::move(ring), {}}});
        table<model::Village>().put(row);
    }
    void segment(std::int64_t id, std::int64_t first, std::int64_t second,
                 model::SegmentState state = model::SegmentState::untraced) {
        model::BoundarySegment row;
        row.id = {id};
        row.first = {first};
        row.second = {second};
        row.state = state;
        table<model::BoundarySegment>().put(row);
    }
    void show() {
        Progress progress;
        shown_ = make_shown(model::Atlas::build({}, tables_, ++revision_, progress), {}, progress);
    }
    LineSession begin() const { return *LineSession::begin(shown_, {1}); }
    geo::Point map(geo::Point degrees) const { return shown_.geometry->to_map(degrees); }
    /// What the window does with a step: write, show, go on.
    LineSession after(const LineSession& session, const LineSession::Step& step) {
        EXPECT_TRUE(step) << debug_text(session.trouble());
        if (!step)
            return session;
        const auto plan = plan_line(*shown_.atlas, *step);
        EXPECT_TRUE(plan);
        tables_ = model::applied(tables_, plan.value().edit);
        show();
        return *session.rebind(shown_);
    }

    model::TableSet tables_;
    std::int64_t revision_ = 0;
    Shown shown_;
};

} // namespace antardesa::workspace::testing
