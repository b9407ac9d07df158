#include "workspace/line_restore.h"

#include "analysis/moved_lines.h"
#include "workspace/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace antardesa::workspace {

namespace {

using analysis::SegmentLine;
using model::BoundaryFinding;
using model::BoundarySegment;

/// Nearer than this a vertex is where it should be (a hundredth of a millimetre).
constexpr double same_place_degrees = 1e-10;

const geo::MultiLine* agreed_line(const BoundaryFinding* finding) {
    if (!finding || finding->kind != model::FlawKind::moved_line || !finding->geometry)
        return nullptr;
    const auto* set = std::get_if<geo::LineSet>(finding->geometry.get());
    return set && !set->lines.empty() ? &set->lines : nullptr;
}

const BoundarySegment* segment_between(const model::Atlas& atlas, const BoundaryFinding& finding) {
    for (const BoundarySegment& segment : atlas.segments())
        if (finding.villages.size() == 2 &&
            std::min(segment.first, segment.second) ==
                std::min(finding.villages[0], finding.villages[1]) &&
            std::max(segment.first, segment.second) ==
                std::max(finding.villages[0], finding.villages[1]))
            return &segment;
    return nullptr;
}

/// The connected run of a boundary that a piece of the agreed line takes the place of.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    bool backwards = false; ///< the piece runs the other way
};

Run run_for(const SegmentLine& line, const geo::Line& piece) {
    Run best;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t first = 0; first < line.vertices.size();) {
        std::size_t last = first;
        while (last + 1 < line.vertices.size() &&
               line.vertices[last + 1].line == line.vertices[first].line)
            ++last;
        const geo::Point start = line.vertices[first].position;
        const geo::Point end = line.vertices[last].position;
        const auto off = [&](geo::Point front, geo::Point back) {
            return geo::distance(start, front) + geo::distance(end, back);
        };
        for (const bool backwards : {false, true}) {
            const double sum =
                backwards ? off(piece.back(), piece.front()) : off(piece.front(), piece.back());
            if (sum < nearest) {
                nearest = sum;
                best = {first, last, backwards};
            }
        }
        first = last + 1;
    }
    return best;
}

enum class Step { course, start, end };

/// Several edits of a line as one.
class Restoring {
  public:
    Restoring(const model::Atlas& atlas, const BoundarySegment& segment, Progress& progress)
        : before_(atlas), now_(&atlas), segment_(segment), progress_(progress) {}

    /// Nothing: it is done.
    std::optional<Refusal> lay(const geo::Line& piece, const std::array<Step, 3>& order) {
        for (const Step step : order)
            if (auto refusal = take(step, piece))
                return refusal;
        return std::nullopt;
    }

    bool changed() const { return !plan_.edit.writes.empty(); }

    LinePlan plan() && {
        plan_.edit.name = {"edit.restore_line",
                           {pair_name(before_, segment_.first, segment_.second)}};
        plan_.edit.document = segment_.document;
        keep_last_writes();
        return std::move(plan_);
    }

  private:
    std::optional<Refusal> take(Step step, const geo::Line& piece) {
        const auto line = analysis::line_of(*now_, segment_.id);
        if (!line)
            return Refusal{{"workspace.line.no_line", {}}};
        const Run run = run_for(*line, piece);
        geo::Line course = piece;
        if (run.backwards)
            std::reverse(course.begin(), course.end());
        if (step == Step::course)
            return lay_course(*line, run, std::move(course));
        const std::size_t vertex = step == Step::start ? run.first : run.last;
        const geo::Point to = step == Step::start ? course.front() : course.back();
        if (geo::distance(line->vertices[vertex].position, to) < same_place_degrees)
            return std::nullopt;
        return carry_out(line_edit(
            *now_, *line,
            VertexRequest{
                segment_.id, static_cast<int>(vertex) + 1, VertexRequest::Deed::move, to, {}}));
    }

    std::optional<Refusal> lay_course(const SegmentLine& line, const Run& run, geo::Line course) {
        std::vector<geo::Point> inside;
        for (std::size_t i = run.first + 1; i < run.last; ++i)
            inside.push_back(line.vertices[i].position);
        const bool is_same = inside.size() + 2 == course.size() &&
                             std::equal(inside.begin(), inside.end(), course.begin() + 1);
        if (is_same || run.first == run.last)
            return std::nullopt;
        // Its ends are the line's own, where they are now; `take` moves them.
        course.front() = line.vertices[run.first].position;
        course.back() = line.vertices[run.last].position;
        return carry_out(line_edit(*now_, line,
                                   StretchRequest{segment_.id,
                                                  static_cast<int>(run.first) + 1,
                                                  static_cast<int>(run.last) + 1,
                                                  {std::move(course)},
                                                  false,
                                                  {}}));
    }

    std::optional<Refusal> carry_out(Result<model::EditLine> request) {
        if (!request)
            return request.refusal();
        model::EditLine wanted = std::move(request).value();
        wanted.restored = segment_.id;
        auto planned = plan_line(*now_, wanted);
        if (!planned)
            return planned.refusal();
        LinePlan step = std::move(planned).value();
        after_ = model::Atlas::build(before_.identity(), model::applied(now_->tables(), step.edit),
                                     before_.revision(), progress_);
        now_ = after_.get();
        std::move(step.edit.writes.begin(), step.edit.writes.end(),
                  std::back_inserter(plan_.edit.writes));
        plan_.check.moves_node = plan_.check.moves_node || step.check.moves_node;
        plan_.check.one_sided = plan_.check.one_sided || step.check.one_sided;
        for (const LinePlan::Row& row : step.ledger)
            add(row);
        plan_.points.insert(plan_.points.end(), step.points.begin(), step.points.end());
        return std::nullopt;
    }

    void add(const LinePlan::Row& row) {
        const auto known =
            std::find_if(plan_.ledger.begin(), plan_.ledger.end(),
                         [&](const auto& other) { return other.claimant == row.claimant; });
        if (known != plan_.ledger.end())
            known->delta_m2 += row.delta_m2;
        else
            plan_.ledger.push_back(row);
    }

    /// A row that several steps wrote is written once, as it is at the end.
    void keep_last_writes() {
        std::set<std::pair<std::size_t, std::int64_t>> seen;
        const auto is_older = [&](const model::RowWrite& write) {
            const std::int64_t id = std::visit(
                [](const auto& one) -> std::int64_t {
                    if constexpr (requires { one.row.id; })
                        return one.row.id.value;
                    else if constexpr (requires { one.id; })
                        return one.id.value;
                    else
                        return 0;
                },
                write);
            return !seen.insert({write.index(), id}).second;
        };
        auto& writes = plan_.edit.writes;
        std::reverse(writes.begin(), writes.end());
        std::erase_if(writes, is_older);
        std::reverse(writes.begin(), writes.end());
    }

    const model::Atlas& before_;
    const model::Atlas* now_;
    std::shared_ptr<const model::Atlas> after_;
    const BoundarySegment& segment_;
    Progress& progress_;
    LinePlan plan_;
};

Result<LinePlan> restored(const model::Atlas& atlas, const BoundarySegment& segment,
                          const geo::MultiLine& kept, Progress& progress) {
    if (segment.geometry && analysis::closes_open_stretch(kept, *segment.geometry))
        return Refusal{
            {"workspace.line.was_open", {pair_name(atlas, segment.first, segment.second)}}};
    const geo::MultiLine agreed = analysis::agreed_pieces(kept);
    // Either way may cross something in between: the course first, or the ends.
    std::optional<Refusal> refusal;
    for (const auto& order : {std::array{Step::course, Step::start, Step::end},
                              std::array{Step::start, Step::end, Step::course}}) {
        Restoring restoring(atlas, segment, progress);
        std::optional<Refusal> failed;
        for (const geo::Line& piece : agreed)
            if (piece.size() >= 2 && !failed)
                failed = restoring.lay(piece, order);
        if (!failed && restoring.changed())
            return std::move(restoring).plan();
        if (!refusal)
            refusal = failed;
    }
    if (refusal)
        return *refusal;
    return Refusal{{"workspace.line.not_moved", {}}};
}

} // namespace

Result<LinePlan> restore_line(const model::Atlas& atlas, Id<BoundaryFinding> id,
                              Progress& progress) {
    const BoundaryFinding* finding = atlas.find(id);
    const geo::MultiLine* agreed = agreed_line(finding);
    if (!agreed)
        return Refusal{{"workspace.line.not_moved", {}}};
    const BoundarySegment* segment = segment_between(atlas, *finding);
    if (!segment)
        return Refusal{{"workspace.line.no_line", {}}};
    return restored(atlas, *segment, *agreed, progress);
}

Result<LinePlan> restore_line(const model::Atlas& atlas, Id<BoundarySegment> id,
                              Progress& progress) {
    const BoundarySegment* segment = atlas.find(id);
    if (!segment)
        return Refusal{{"model.unknown_segment", {std::to_string(id.value)}}};
    for (const BoundaryFinding& finding : atlas.table<BoundaryFinding>())
        if (const geo::MultiLine* agreed = agreed_line(&finding);
            agreed && segment_between(atlas, finding) == segment)
            return restored(atlas, *segment, *agreed, progress);
    return Refusal{{"workspace.line.not_moved", {}}};
}

} // namespace antardesa::workspace
