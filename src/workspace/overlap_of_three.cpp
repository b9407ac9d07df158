#include "workspace/overlap_case.h"

#include "analysis/contested_land.h"
#include "geo/measure.h"
#include "model/verbs.h"
#include "model/village_law.h"

#include <algorithm>

namespace antardesa::workspace::overlap {

namespace {

/// About two millimetres: vertices of the ring that the repair put onto the line.
constexpr double on_line = 2e-8;

std::shared_ptr<const model::Atlas> after(const model::Atlas& atlas, const model::Edit& edit,
                                          Progress& progress) {
    return model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), edit),
                               atlas.revision(), progress);
}

std::string shown_number(const model::BoundaryDispute& dispute) {
    return dispute.number.empty() ? "#" + std::to_string(dispute.id.value) : dispute.number;
}

bool lies_on(const geo::MultiLine& line, geo::Point a, geo::Point b) {
    return std::any_of(line.begin(), line.end(), [&](const geo::Line& run) {
        return geo::distance_to_line(run, (a + b) * 0.5) < on_line;
    });
}

/// With the line's vertices that stand on its edges: one may begin or end there.
geo::Ring noded(const geo::Ring& ring, const geo::MultiLine& line) {
    geo::Ring result{ring.front()};
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        std::vector<geo::Point> inside;
        for (const geo::Line& run : line)
            for (const geo::Point p : run)
                if (geo::distance_to_line(geo::Line{ring[i], ring[i + 1]}, p) < on_line &&
                    geo::distance(p, ring[i]) > on_line && geo::distance(p, ring[i + 1]) > on_line)
                    inside.push_back(p);
        std::sort(inside.begin(), inside.end(), [from = ring[i]](geo::Point a, geo::Point b) {
            return geo::distance(from, a) < geo::distance(from, b);
        });
        result.insert(result.end(), inside.begin(), inside.end());
        result.push_back(ring[i + 1]);
    }
    return result;
}

/// Round the land from end to end of where it borders on the line; none where it does not, or all
/// around.
model::SharedLines way_round(const geo::Ring& outline, const geo::MultiLine& line) {
    const geo::Ring ring = noded(outline, line);
    const std::size_t edges = ring.size() - 1;
    std::vector<bool> along(edges);
    for (std::size_t i = 0; i < edges; ++i)
        along[i] = lies_on(line, ring[i], ring[i + 1]);
    std::size_t begin = 0; // the first edge of the longest stretch off the line
    std::size_t most = 0;
    for (std::size_t i = 0; i < edges; ++i) {
        if (along[i] || !along[(i + edges - 1) % edges])
            continue;
        std::size_t count = 0;
        while (!along[(i + count) % edges])
            ++count;
        if (count > most) {
            most = count;
            begin = i;
        }
    }
    if (most == 0)
        return nullptr;
    geo::Line way{ring[begin]};
    for (std::size_t k = 0; k < most; ++k)
        way.push_back(ring[(begin + k) % edges + 1]);
    return std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(way)});
}

/// A claim up to where it comes upon the line in force, which goes on from there.
model::SharedLines shortened(const geo::MultiLine& claim, const geo::MultiLine& line) {
    geo::MultiLine result = claim;
    for (geo::Line& run : result)
        for (int end = 0; end < 2; ++end) {
            while (run.size() > 2 && lies_on(line, run.back(), run[run.size() - 2]))
                run.pop_back();
            std::reverse(run.begin(), run.end());
        }
    return std::make_shared<const geo::MultiLine>(std::move(result));
}

/// About a millimetre.
constexpr double same_place = 1e-8;

bool meet(geo::Point a, geo::Point b) {
    return geo::distance(a, b) < same_place;
}

/// Two lines that end on each other as one: what the first leads out the second may lead back.
std::optional<geo::Line> joined_claim(geo::Line one, geo::Line other) {
    if (meet(one.front(), other.front()) || meet(one.front(), other.back()))
        std::reverse(one.begin(), one.end());
    if (meet(one.back(), other.back()))
        std::reverse(other.begin(), other.end());
    if (!meet(one.back(), other.front()))
        return std::nullopt;
    other.erase(other.begin());
    while (one.size() > 1 && !other.empty()) {
        const geo::Point turn = one.back();
        const geo::Point out = one[one.size() - 2] - turn;
        const geo::Point back = other.front() - turn;
        const bool same_way =
            geo::dot(out, back) > 0 && std::abs(geo::cross(out, back)) <
                                           same_place * std::max(geo::norm(out), geo::norm(back));
        if (!same_way)
            break;
        one.pop_back();
        if (meet(one.back(), other.front()))
            other.erase(other.begin());
        else if (geo::norm(back) < geo::norm(out)) {
            one.push_back(other.front());
            other.erase(other.begin());
            break;
        }
    }
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

/// The claim that goes on in the new one, with it; nothing where none ends on it.
std::optional<model::Claim> going_on(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                     Id<model::Village> village, const geo::MultiLine& way) {
    for (const model::Claim* claim : atlas.claims(dispute)) {
        if (claim->village != village || !claim->line || way.size() != 1)
            continue;
        geo::MultiLine lines = *claim->line;
        for (geo::Line& line : lines)
            if (auto joined = joined_claim(line, way.front())) {
                line = std::move(*joined);
                model::Claim row = *claim;
                row.line = std::make_shared<const geo::MultiLine>(std::move(lines));
                return row;
            }
    }
    return std::nullopt;
}

/// Cases of the villages whose contested land could be told, and no longer can.
std::vector<const model::BoundaryDispute*>
losing_their_land(const model::Atlas& before, const model::Atlas& now,
                  const std::vector<Id<model::Village>>& villages, Progress& progress) {
    std::vector<const model::BoundaryDispute*> lost;
    for (const Id<model::Village> village : villages)
        for (const model::BoundaryDispute* dispute : before.disputes_of(village))
            if (std::find(lost.begin(), lost.end(), dispute) == lost.end() &&
                analysis::contested_land(before, dispute->id, progress) &&
                !analysis::contested_land(now, dispute->id, progress))
                lost.push_back(dispute);
    return lost;
}

/// An overlap of two of them, which shifts what lies around the land of all three.
const model::BoundaryFinding* overlap_of_two(const model::Atlas& atlas,
                                             const model::BoundaryFinding& three) {
    for (const model::BoundaryFinding& finding : atlas.table<model::BoundaryFinding>())
        if (finding.kind == model::FlawKind::overlap && finding.villages.size() == 2 &&
            finding.special_areas.empty() &&
            std::includes(three.villages.begin(), three.villages.end(), finding.villages.begin(),
                          finding.villages.end()))
            return &finding;
    return nullptr;
}

class Three {
  public:
    Three(const model::Atlas& atlas, const model::BoundaryFinding& finding,
          const OverlapCase& request, Progress& progress)
        : atlas_(atlas), finding_(finding), request_(request), progress_(progress),
          land_(std::get<geo::PolygonSet>(*finding.geometry).polygons) {}

    Result<model::Edit> held_by(Id<model::Village> holder) const {
        auto edit = mended(atlas_, finding_, topology::RepairRule::to_owner, holder, request_.today,
                           progress_);
        if (!edit)
            return edit.refusal();
        model::Edit result = std::move(edit).value();
        result.name = {"edit.claim_overlap_three", {atlas_.find(holder)->name}};
        // First, for what three claim may join a case that has claims.
        if (auto refusal = shorten_claims(result))
            return *std::move(refusal);
        for (const Id<model::Village> other : finding_.villages)
            if (other != holder) {
                if (auto refusal = add_case(holder, other, result))
                    return *std::move(refusal);
                result.name.arguments.push_back(atlas_.find(other)->name);
            }
        result.document = request_.document;
        return result;
    }

  private:
    std::optional<Refusal> add_case(Id<model::Village> holder, Id<model::Village> other,
                                    model::Edit& result) const {
        const auto now = after(atlas_, result, progress_);
        const model::BoundarySegment* segment = segment_between(*now, holder, other);
        const model::SharedLines way = segment && segment->geometry && land_.size() == 1
                                           ? way_round(land_.front().outer, *segment->geometry)
                                           : nullptr;
        if (!way)
            return refused("three_apart", {now->find(holder)->name,
                                           model::name_without_kind(now->find(other)->name)});
        // A case of the two about this line is about all of it: two on one line would undo
        // each other.
        Id<model::BoundaryDispute> dispute = now->disputes().next_id();
        if (const model::BoundaryDispute* open = open_case(*now, *segment)) {
            dispute = open->id;
        } else {
            // A number is of one case: the office gives the next one its own.
            const auto& cases = now->disputes();
            const bool taken = std::any_of(cases.begin(), cases.end(), [&](const auto& one) {
                return one.number == request_.number;
            });
            auto reported = model::report_dispute(*now, {segment->id, taken ? "" : request_.number,
                                                         request_.subject, request_.today});
            if (!reported)
                return reported.refusal();
            append(result, std::move(reported).value());
        }
        auto claim = going_on(*now, dispute, other, *way);
        result.writes.push_back(
            model::Put<model::Claim>{claim ? *std::move(claim)
                                           : model::Claim{now->table<model::Claim>().next_id(),
                                                          dispute,
                                                          other,
                                                          {},
                                                          request_.document,
                                                          way,
                                                          request_.author}});
        const auto claimed = after(atlas_, result, progress_);
        const auto told = analysis::contested_land(*claimed, dispute, progress_);
        if (!told)
            return told.refusal();
        keep_contested(*claimed->find(dispute), told.value().land(), result);
        return std::nullopt;
    }

    /// Those that were led to an end of the line which is none any more.
    std::optional<Refusal> shorten_claims(model::Edit& result) const {
        const auto now = after(atlas_, result, progress_);
        const auto lost = losing_their_land(atlas_, *now, finding_.villages, progress_);
        for (const model::BoundaryDispute* dispute : lost) {
            const model::BoundarySegment* segment = now->find(dispute->segment);
            if (!segment || !segment->geometry)
                continue;
            for (const model::Claim* claim : now->claims(dispute->id))
                if (claim->line) {
                    model::Claim row = *claim;
                    row.line = shortened(*claim->line, *segment->geometry);
                    result.writes.push_back(model::Put<model::Claim>{std::move(row)});
                }
        }
        if (!lost.empty() && !losing_their_land(atlas_, *after(atlas_, result, progress_),
                                                finding_.villages, progress_)
                                  .empty())
            return refused("three_first", {shown_number(*lost.front())});
        return std::nullopt;
    }

    const model::Atlas& atlas_;
    const model::BoundaryFinding& finding_;
    const OverlapCase& request_;
    Progress& progress_;
    const geo::MultiPolygon& land_;
};

} // namespace

Result<model::Edit> case_of_three(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                                  const OverlapCase& request, Progress& progress) {
    if (const model::BoundaryFinding* two = overlap_of_two(atlas, finding))
        return refused("three_pairs",
                       {atlas.find(two->villages[0])->name, atlas.find(two->villages[1])->name});
    const Three three(atlas, finding, request, progress);
    if (request.holder) {
        const auto& villages = finding.villages;
        const model::Village* village = atlas.find(request.holder);
        if (std::find(villages.begin(), villages.end(), request.holder) == villages.end())
            return refused("not_claimant",
                           {village ? village->name : "#" + std::to_string(request.holder.value)});
        return three.held_by(request.holder);
    }
    std::optional<Refusal> first;
    for (const Id<model::Village> holder : finding.villages) {
        auto edit = three.held_by(holder);
        if (edit)
            return edit;
        first = first.value_or(edit.refusal());
    }
    return *std::move(first);
}

} // namespace antardesa::workspace::overlap
