#include "workspace/line_session.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

/// How long one move of the mouse takes while a vertex of a segment of 2,000 vertices is dragged:
/// the check of the edit and both villages' areas. Argument: a project; its segment with the most
/// vertices is taken and given 2,000.
namespace antardesa {
namespace {

constexpr std::size_t wanted_vertices = 2000;
constexpr int moves = 1000;

Id<model::BoundarySegment> longest(const model::Atlas& atlas) {
    Id<model::BoundarySegment> best;
    std::size_t most = 0;
    for (const model::BoundarySegment& segment : atlas.segments())
        if (segment.geometry && segment.geometry->size() == 1 &&
            segment.geometry->front().size() > most) {
            most = segment.geometry->front().size();
            best = segment.id;
        }
    return best;
}

/// The same course with enough vertices.
geo::Line with_vertices(const geo::Line& line) {
    const auto parts = (wanted_vertices + line.size() - 2) / (line.size() - 1);
    geo::Line dense;
    for (std::size_t i = 1; i < line.size(); ++i)
        for (std::size_t k = 0; k < parts; ++k)
            dense.push_back(line[i - 1] + (line[i] - line[i - 1]) * (static_cast<double>(k) /
                                                                     static_cast<double>(parts)));
    dense.push_back(line.back());
    return dense;
}

std::shared_ptr<const model::Atlas>
densified(const model::Atlas& atlas, Id<model::BoundarySegment> segment, Progress& progress) {
    workspace::StretchRequest request;
    request.segment = segment;
    request.line = {with_vertices(atlas.find(segment)->geometry->front())};
    const auto edit = workspace::line_edit(atlas, request);
    if (!edit)
        throw Error(edit.refusal().message);
    const auto plan = workspace::plan_line(atlas, edit.value());
    if (!plan)
        throw Error(plan.refusal().message);
    return model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), plan.value().edit),
                               atlas.revision() + 1, progress);
}

void measure(const char* path) {
    Progress progress;
    const auto loaded = workspace::load_project(path, progress).atlas;
    const Id<model::BoundarySegment> segment = longest(*loaded);
    const auto atlas = densified(*loaded, segment, progress);
    const auto shown = workspace::make_shown(atlas, {}, progress);
    auto session = workspace::LineSession::begin(shown, segment);
    const auto middle = static_cast<int>(session->line()->vertices.size() / 2);
    const geo::Point start = shown.geometry->to_map(session->position(middle));
    session->press(start, 1e-3);
    std::vector<double> times;
    for (int i = 0; i < moves; ++i) {
        const geo::Point at = start + geo::Point{0.02 * i, 0.01 * (i % 50)};
        const auto before = std::chrono::steady_clock::now();
        session->drag(at, 5);
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - before;
        times.push_back(spent.count());
    }
    std::sort(times.begin(), times.end());
    std::printf("  %zu vertices, %zu villages: one move %.3f ms median, %.3f p99, %.3f worst "
                "(target 16)\n",
                session->line()->vertices.size(), atlas->villages().size(), times[times.size() / 2],
                times[times.size() * 99 / 100], times.back());
}

} // namespace
} // namespace antardesa

int main(int count, char** arguments) {
    try {
        if (count == 2)
            antardesa::measure(arguments[1]);
        return count == 2 ? 0 : 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_line: %s\n", error.what());
        return 1;
    }
}
