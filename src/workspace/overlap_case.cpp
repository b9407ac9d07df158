#include "analysis/contested_land.h"
#include "geo/measure.h"
#include "model/verbs.h"
#include "workspace/claims.h"
#include "workspace/coverage_repair.h"
#include "workspace/words.h"

#include <algorithm>
#include <tuple>

namespace antardesa::workspace {

namespace {

Refusal refused(const char* why, std::vector<std::string> arguments = {}) {
    return {{std::string("workspace.overlap.") + why, std::move(arguments)}};
}

double away_from(const model::Village& village, geo::Point p) {
    double least = std::numeric_limits<double>::infinity();
    for (const geo::Polygon& polygon : *village.geometry) {
        least = std::min(least, geo::distance_to_line(polygon.outer, p));
        for (const geo::Ring& hole : polygon.holes)
            least = std::min(least, geo::distance_to_line(hole, p));
    }
    return least;
}

/// Runs of a ring's edges that lie on the outline of one village, each village's apart.
class Sides {
  public:
    Sides(const model::Village& first, const model::Village& second)
        : first_(first), second_(second) {}

    void add(const geo::Ring& ring) {
        const std::size_t edges = ring.size() - 1;
        std::vector<std::size_t> of(edges);
        for (std::size_t i = 0; i < edges; ++i) {
            const geo::Point middle = (ring[i] + ring[i + 1]) * 0.5;
            of[i] = away_from(first_, middle) <= away_from(second_, middle) ? 0 : 1;
        }
        std::size_t begin = 0;
        while (begin < edges && of[begin] == of[(begin + edges - 1) % edges])
            ++begin;
        if (begin == edges) { // all of it is one village's: no line leads from side to side
            one_sided_ = true;
            lines_[of[0]].push_back(ring);
            return;
        }
        for (std::size_t k = 0; k < edges; ++k) {
            const std::size_t i = (begin + k) % edges;
            geo::MultiLine& runs = lines_[of[i]];
            if (k == 0 || of[i] != of[(i + edges - 1) % edges])
                runs.push_back({ring[i]});
            runs.back().push_back(ring[i + 1]);
        }
    }
    bool parts_them() const { return !one_sided_ && !lines_[0].empty() && !lines_[1].empty(); }
    /// None of a village that claims all of what the other's outline encloses.
    model::SharedLines line(std::size_t side) const {
        return lines_[side].empty() ? nullptr
                                    : std::make_shared<const geo::MultiLine>(lines_[side]);
    }
    /// Whose outline encloses the land, before the other.
    std::array<std::size_t, 2> order() const {
        return lines_[0].empty() ? std::array<std::size_t, 2>{1, 0}
                                 : std::array<std::size_t, 2>{0, 1};
    }

  private:
    const model::Village& first_;
    const model::Village& second_;
    std::array<geo::MultiLine, 2> lines_;
    bool one_sided_ = false;
};

const model::BoundarySegment* segment_between(const model::Atlas& atlas, Id<model::Village> first,
                                              Id<model::Village> second) {
    for (const model::BoundarySegment* segment : atlas.segments_of(first))
        if (segment->first == second || segment->second == second)
            return segment;
    return nullptr;
}

/// A case that is still open between the two about their line.
const model::BoundaryDispute* open_case(const model::Atlas& atlas,
                                        const model::BoundarySegment& segment) {
    for (const model::BoundaryDispute* dispute : atlas.disputes_of(segment.first)) {
        const bool open = dispute->state == model::DisputeState::reported ||
                          dispute->state == model::DisputeState::district_facilitation ||
                          dispute->state == model::DisputeState::regency_facilitation;
        if (open && dispute->segment == segment.id)
            return dispute;
    }
    return nullptr;
}

/// The writes of another edit, instead of those of the same segments.
void append(model::Edit& edit, model::Edit more) {
    for (model::RowWrite& write : more.writes) {
        if (const auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write))
            std::erase_if(edit.writes, [id = put->row.id](const model::RowWrite& other) {
                const auto* old = std::get_if<model::Put<model::BoundarySegment>>(&other);
                return old && old->row.id == id;
            });
        edit.writes.push_back(std::move(write));
    }
}

/// The case keeps the land between its claims. It is written before them, which name it.
void keep_contested(model::BoundaryDispute row, geo::MultiPolygon land, model::Edit& edit) {
    row.contested = std::make_shared<const geo::MultiPolygon>(std::move(land));
    std::erase_if(edit.writes, [id = row.id](const model::RowWrite& write) {
        const auto* put = std::get_if<model::Put<model::BoundaryDispute>>(&write);
        return put && put->row.id == id;
    });
    const auto first_claim =
        std::find_if(edit.writes.begin(), edit.writes.end(), [](const model::RowWrite& write) {
            return std::holds_alternative<model::Put<model::Claim>>(write);
        });
    edit.writes.insert(first_claim, model::Put<model::BoundaryDispute>{std::move(row)});
}

/// What is in force until the two agree.
struct Meanwhile {
    model::Edit edit;
    const model::Village* holder = nullptr; ///< of all the land; none: they meet on a line
};

Result<model::Edit> mended(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                           RepairOrder order, Date today, Progress& progress) {
    order.request.settled_answered = true;
    order.request.target = analysis::target_of(atlas, finding);
    order.basis.falls_back = true; // what was agreed is what is disputed now
    order.basis.today = today;
    RepairPlan plan = plan_repair(atlas, order, progress);
    if (auto why = why_not_repaired(plan.repair))
        return Refusal{*std::move(why)};
    return std::move(plan.edit);
}

/// The outlines meet on a line half-way, as a repair by that rule would have it. Where there is no
/// such line, as between outlines that cross or of which one lies in the other, one village holds
/// the land: the enclosed one, else the first that may.
Result<Meanwhile> meanwhile(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                            const Sides& sides, Date today, Progress& progress) {
    RepairOrder order;
    order.request.rule = topology::RepairRule::midline;
    auto edit = mended(atlas, finding, order, today, progress);
    if (edit)
        return Meanwhile{std::move(edit).value(), nullptr};
    if (edit.refusal().message.key != "workspace.repair.no_middle")
        return edit.refusal();
    order.request.rule = topology::RepairRule::to_owner;
    for (const std::size_t side : sides.order()) {
        const Id<model::Village> holder = finding.villages[side];
        order.request.owner = static_cast<std::uint32_t>(atlas.villages().index_of(holder));
        edit = mended(atlas, finding, order, today, progress);
        if (edit)
            return Meanwhile{std::move(edit).value(), atlas.find(holder)};
    }
    return edit.refusal();
}

/// A claim that leaves the line in force beside its end, led to that end. Others stay.
model::SharedLines led_to_ends(const model::SharedLines& claim, const model::SharedLines& line) {
    constexpr double on_line = 1e-9; // degrees, 0.1 mm
    if (!claim || !line || claim->size() != 1 || line->size() != 1)
        return claim;
    const geo::Line& force = line->front();
    geo::Line led = claim->front();
    geo::Point begin = force.front();
    geo::Point end = force.back();
    if (geo::distance(led.front(), begin) + geo::distance(led.back(), end) >
        geo::distance(led.front(), end) + geo::distance(led.back(), begin))
        std::swap(begin, end);
    if (geo::distance_to_line(force, led.front()) > on_line)
        led.insert(led.begin(), begin);
    if (geo::distance_to_line(force, led.back()) > on_line)
        led.push_back(end);
    return std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(led)});
}

} // namespace

Result<model::Edit> case_of_overlap(const model::Atlas& atlas, const OverlapCase& request,
                                    Progress& progress) {
    const model::BoundaryFinding* finding = atlas.find(request.finding);
    const auto* land = finding ? std::get_if<geo::PolygonSet>(finding->geometry.get()) : nullptr;
    if (!finding || finding->kind != model::FlawKind::overlap || !land)
        return refused("no_overlap", {std::to_string(request.finding.value)});
    const model::Village* first =
        finding->villages.size() == 2 ? atlas.find(finding->villages[0]) : nullptr;
    const model::Village* second = first ? atlas.find(finding->villages[1]) : nullptr;
    if (!second || !finding->special_areas.empty())
        return refused("not_two");
    Sides sides(*first, *second);
    for (const geo::Polygon& piece : land->polygons)
        sides.add(piece.outer);
    auto now = meanwhile(atlas, *finding, sides, request.today, progress);
    if (!now)
        return now.refusal();
    const model::Village* holder = now.value().holder;
    if (!holder && !sides.parts_them())
        return refused("no_sides", {first->name, second->name});
    model::Edit result = std::move(now).value().edit;
    const auto after = model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), result),
                                           atlas.revision(), progress);
    const model::BoundarySegment* segment = segment_between(*after, first->id, second->id);
    if (!segment)
        return refused("no_sides", {first->name, second->name});
    Id<model::BoundaryDispute> dispute;
    if (const model::BoundaryDispute* open = open_case(*after, *segment)) {
        dispute = open->id;
    } else {
        auto reported = model::report_dispute(
            *after, {segment->id, request.number, request.subject, request.today});
        if (!reported)
            return reported.refusal();
        dispute = after->disputes().next_id();
        append(result, std::move(reported).value());
    }
    const auto next = after->table<model::Claim>().next_id();
    const auto claiming = [&](bool led) {
        model::Edit edit = result;
        for (std::size_t side = 0; side < 2; ++side)
            edit.writes.push_back(model::Put<model::Claim>{
                {{next.value + static_cast<std::int64_t>(side)},
                 dispute,
                 finding->villages[side],
                 request.basis[side],
                 request.document,
                 led ? led_to_ends(sides.line(side), segment->geometry) : sides.line(side),
                 request.author}});
        return edit;
    };
    model::Edit edit = claiming(false);
    const auto land_of = [&](const model::Edit& claims) {
        const auto claimed = model::Atlas::build(
            atlas.identity(), model::applied(atlas.tables(), claims), atlas.revision(), progress);
        return std::pair(analysis::contested_land(*claimed, dispute, progress),
                         *claimed->find(dispute));
    };
    auto [told, row] = land_of(edit);
    if (!told && !holder) {
        edit = claiming(true);
        std::tie(told, row) = land_of(edit);
    }
    if (!told && !holder)
        return told.refusal();
    result = std::move(edit);
    keep_contested(std::move(row), told ? told.value().land() : land->polygons, result);
    result.name = {"edit.claim_overlap", {first->name, second->name}};
    if (holder)
        result.name = {"edit.claim_overlap_held", {first->name, second->name, holder->name}};
    result.document = request.document;
    return result;
}

} // namespace antardesa::workspace
