#include "workspace/overlap_case.h"

#include "analysis/contested_land.h"
#include "geo/measure.h"
#include "model/verbs.h"
#include "workspace/coverage_repair.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

using namespace overlap;

namespace {

double away_from(const model::Village& village, geo::Point p) {
    double least = std::numeric_limits<double>::infinity();
    for (const geo::Polygon& polygon : *village.geometry) {
        least = std::min(least, geo::distance_to_line(polygon.outer, p));
        for (const geo::Ring& hole : polygon.holes)
            least = std::min(least, geo::distance_to_line(hole, p));
    }
    return least;
}

/// A place inside of a ring: some three corners in a row have the middle between their outer two in
/// it.
std::optional<geo::Point> place_in(const geo::Ring& ring) {
    const std::size_t edges = ring.size() - 1;
    for (std::size_t i = 0; i < edges; ++i)
        if (const geo::Point middle = (ring[i] + ring[(i + 2) % edges]) * 0.5;
            geo::contains(ring, middle) && geo::distance_to_line(ring, middle) > 0)
            return middle;
    return std::nullopt;
}

/// Runs of a ring's edges that lie on the outline of one village, each village's apart.
class Sides {
  public:
    Sides(const model::Village& first, const model::Village& second)
        : first_(first), second_(second) {}

    void add(const geo::Ring& ring) {
        rings_.push_back(ring);
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
    /// Land inside that this side leaves to the other.
    void leave(std::size_t side, const geo::Ring& hole) { left_out_[side].push_back(hole); }
    bool parts_them() const { return !one_sided_ && !lines_[0].empty() && !lines_[1].empty(); }
    /// None of a village that claims all of what the other's outline encloses.
    model::SharedLines line(std::size_t side) const {
        return lines_[side].empty() ? nullptr : with_left_out(side, lines_[side]);
    }
    /// The ring parted at the ends of the line in force: of each village the way round that runs
    /// along its outline more than the other does. Nothing where there is more than one of either.
    std::optional<std::array<model::SharedLines, 2>> led_to(const geo::MultiLine& force) const {
        if (rings_.size() != 1 || force.size() != 1)
            return std::nullopt;
        geo::Ring ring = rings_.front();
        ring.pop_back();
        const auto nearest = [&](geo::Point end) {
            return std::min_element(ring.begin(), ring.end(), [end](geo::Point a, geo::Point b) {
                return geo::distance(a, end) < geo::distance(b, end);
            });
        };
        const geo::Point begin = force.front().front();
        const geo::Point end = force.front().back();
        std::rotate(ring.begin(), nearest(begin), ring.end());
        const auto middle = nearest(end);
        if (middle == ring.begin())
            return std::nullopt;
        geo::Line one(ring.begin(), middle + 1);
        geo::Line other(middle, ring.end());
        other.push_back(ring.front());
        one.front() = other.back() = begin;
        one.back() = other.front() = end;
        if (along_first(one) < along_first(other))
            std::swap(one, other);
        return std::array{with_left_out(0, {std::move(one)}), with_left_out(1, {std::move(other)})};
    }
    /// Whose outline encloses the land, before the other.
    std::array<std::size_t, 2> order() const {
        return lines_[0].empty() ? std::array<std::size_t, 2>{1, 0}
                                 : std::array<std::size_t, 2>{0, 1};
    }

  private:
    model::SharedLines with_left_out(std::size_t side, geo::MultiLine lines) const {
        lines.insert(lines.end(), left_out_[side].begin(), left_out_[side].end());
        return std::make_shared<const geo::MultiLine>(std::move(lines));
    }

    /// The share of the line that runs along the first village's outline.
    double along_first(const geo::Line& line) const {
        double along = 0;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const geo::Point at = (line[i] + line[i + 1]) * 0.5;
            if (away_from(first_, at) <= away_from(second_, at))
                along += geo::distance(line[i], line[i + 1]);
        }
        return along / geo::length(line);
    }

    std::vector<geo::Ring> rings_;
    const model::Village& first_;
    const model::Village& second_;
    std::array<geo::MultiLine, 2> lines_;
    std::array<geo::MultiLine, 2> left_out_;
    bool one_sided_ = false;
};

/// A hole in what both claim is one's alone, which the other leaves out, or a third village's,
/// which no claim tells of. Refused: one that is nobody's.
std::optional<Refusal> leave_holes(const model::Atlas& atlas, const geo::MultiPolygon& land,
                                   const std::array<const model::Village*, 2>& villages,
                                   Sides& sides) {
    const auto owns = [](const model::Village& village, geo::Point p) {
        return village.geometry && geo::contains(*village.geometry, p);
    };
    for (const geo::Polygon& piece : land)
        for (const geo::Ring& hole : piece.holes) {
            const auto place = place_in(hole);
            if (!place)
                continue;
            const bool of_first = owns(*villages[0], *place);
            if (of_first != owns(*villages[1], *place))
                sides.leave(of_first ? 1 : 0, hole);
            else if (std::none_of(
                         atlas.villages().begin(), atlas.villages().end(),
                         [&](const model::Village& village) { return owns(village, *place); }))
                return refused("hole_of_nobody", {villages[0]->name, villages[1]->name});
        }
    return std::nullopt;
}

/// What is in force until the two agree.
struct Meanwhile {
    model::Edit edit;
    const model::Village* holder = nullptr; ///< of all the land; none: they meet on a line
};

/// The outlines meet on a line half-way, as a repair by that rule would have it. Where there is no
/// such line, as between outlines that cross or of which one lies in the other, one village holds
/// the land: the enclosed one, else the first that may.
Result<Meanwhile> meanwhile(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                            const Sides& sides, Date today, Progress& progress) {
    auto edit = mended(atlas, finding, topology::RepairRule::midline, {}, today, progress);
    if (edit)
        return Meanwhile{std::move(edit).value(), nullptr};
    if (edit.refusal().message.key != "workspace.repair.no_middle")
        return edit.refusal();
    for (const std::size_t side : sides.order()) {
        const Id<model::Village> holder = finding.villages[side];
        edit = mended(atlas, finding, topology::RepairRule::to_owner, holder, today, progress);
        if (edit)
            return Meanwhile{std::move(edit).value(), atlas.find(holder)};
    }
    return edit.refusal();
}

struct Claims {
    const model::BoundaryFinding& finding;
    const OverlapCase& request;
    const Sides& sides;
    Id<model::BoundaryDispute> dispute;
    Id<model::Claim> first;

    model::Claim of(std::size_t side, model::SharedLines line) const {
        return {{first.value + static_cast<std::int64_t>(side)},
                dispute,
                finding.villages[side],
                request.basis[side],
                request.document,
                std::move(line),
                request.author};
    }
};

/// Both claims and the land between them: as the outlines run, else led to the line's ends. Where
/// one village holds the land all of it is contested, whatever the claims enclose.
std::optional<Refusal> add_claims(const model::Atlas& atlas, const Claims& claims,
                                  const model::SharedLines& line, const model::Village* holder,
                                  model::Edit& result, Progress& progress) {
    std::vector<std::array<model::SharedLines, 2>> ways{
        {claims.sides.line(0), claims.sides.line(1)}};
    if (const auto led = line ? claims.sides.led_to(*line) : std::nullopt)
        ways.push_back(*led);
    std::optional<Refusal> refusal;
    for (const auto& lines : ways) {
        model::Edit edit = result;
        for (std::size_t side = 0; side < 2; ++side)
            edit.writes.push_back(model::Put<model::Claim>{claims.of(side, lines[side])});
        const auto claimed = model::Atlas::build(
            atlas.identity(), model::applied(atlas.tables(), edit), atlas.revision(), progress);
        const auto told = analysis::contested_land(*claimed, claims.dispute, progress);
        if (!told && !holder) {
            refusal = refusal.value_or(told.refusal());
            continue;
        }
        keep_contested(*claimed->find(claims.dispute),
                       told ? told.value().land_of_parties()
                            : std::get<geo::PolygonSet>(*claims.finding.geometry).polygons,
                       edit);
        result = std::move(edit);
        return std::nullopt;
    }
    return refusal;
}

} // namespace

namespace overlap {

Refusal refused(const char* why, std::vector<std::string> arguments) {
    return {{std::string("workspace.overlap.") + why, std::move(arguments)}};
}

Result<model::Edit> mended(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                           topology::RepairRule rule, Id<model::Village> owner, Date today,
                           Progress& progress) {
    RepairOrder order;
    order.request.rule = rule;
    if (owner)
        order.request.owner = static_cast<std::uint32_t>(atlas.villages().index_of(owner));
    order.request.settled_answered = true;
    order.request.target = analysis::target_of(atlas, finding);
    order.basis.falls_back = true;
    order.basis.today = today;
    RepairPlan plan = plan_repair(atlas, order, progress);
    if (auto why = why_not_repaired(plan.repair))
        return Refusal{*std::move(why)};
    return std::move(plan.edit);
}

const model::BoundarySegment* segment_between(const model::Atlas& atlas, Id<model::Village> first,
                                              Id<model::Village> second) {
    for (const model::BoundarySegment* segment : atlas.segments_of(first))
        if (segment->first == second || segment->second == second)
            return segment;
    return nullptr;
}

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

} // namespace overlap

Result<model::Edit> case_of_overlap(const model::Atlas& atlas, const OverlapCase& request,
                                    Progress& progress) {
    const model::BoundaryFinding* finding = atlas.find(request.finding);
    const auto* land = finding ? std::get_if<geo::PolygonSet>(finding->geometry.get()) : nullptr;
    if (!finding || finding->kind != model::FlawKind::overlap || !land)
        return refused("no_overlap", {std::to_string(request.finding.value)});
    if (finding->villages.size() == 3 && finding->special_areas.empty())
        return case_of_three(atlas, *finding, request, progress);
    if (request.holder)
        return refused("only_three");
    const model::Village* first =
        finding->villages.size() == 2 ? atlas.find(finding->villages[0]) : nullptr;
    const model::Village* second = first ? atlas.find(finding->villages[1]) : nullptr;
    if (!second || !finding->special_areas.empty())
        return refused("not_two");
    Sides sides(*first, *second);
    for (const geo::Polygon& piece : land->polygons)
        sides.add(piece.outer);
    if (auto refusal = leave_holes(atlas, land->polygons, {first, second}, sides))
        return *std::move(refusal);
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
    const Claims claims{*finding, request, sides, dispute, after->table<model::Claim>().next_id()};
    if (auto refusal = add_claims(atlas, claims, segment->geometry, holder, result, progress))
        return *std::move(refusal);
    result.name = {"edit.claim_overlap", {first->name, second->name}};
    if (holder)
        result.name = {"edit.claim_overlap_held", {first->name, second->name, holder->name}};
    result.document = request.document;
    return result;
}

} // namespace antardesa::workspace
