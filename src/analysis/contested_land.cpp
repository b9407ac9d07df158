#include "analysis/contested_land.h"

#include "analysis/detail/beside_third.h"
#include "analysis/detail/claim_line.h"
#include "analysis/line_edit.h"
#include "analysis/line_match.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "model/point_verbs.h"
#include "model/village_law.h"
#include "topology/overlap_area.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

/// About a millimetre.
constexpr double same_place = 1e-8;
/// Less of a third village is the edge of it.
constexpr double no_land_m2 = 1;

double overlap_m2(const geo::MultiPolygon& land, const geo::MultiPolygon& outline,
                  Progress& progress) {
    const double degrees = geo::area(land);
    if (!(degrees > 0) || !geo::bounds(land).intersects(geo::bounds(outline)))
        return 0;
    return topology::overlap_area(land, outline, progress) *
           (crs::ellipsoidal_area(land) / degrees);
}

/// One run of the line in force, and whether the segment's first village lies on its left.
struct InForce {
    geo::Line line;
    bool first_is_left = true;
};

std::vector<InForce> lines_in_force(const model::Atlas& atlas, Id<model::BoundarySegment> segment) {
    const auto line = line_of(atlas, segment);
    std::vector<InForce> runs;
    if (!line)
        return runs;
    const auto first =
        static_cast<topology::Claimant>(atlas.villages().index_of(atlas.find(segment)->first));
    std::uint32_t run = topology::nobody;
    for (std::size_t i = 0; i < line->vertices.size(); ++i) {
        const topology::BoundaryVertex& vertex = line->vertices[i];
        if (vertex.line != run)
            runs.emplace_back();
        run = vertex.line;
        runs.back().line.push_back(vertex.position);
        if (i + 1 == line->vertices.size() || line->vertices[i + 1].line != run)
            continue;
        const topology::BoundaryVertex& next = line->vertices[i + 1];
        if (next.at.arc != vertex.at.arc)
            continue;
        const bool first_on_left = atlas.coverage().arcs[vertex.at.arc].left == first;
        runs.back().first_is_left = first_on_left == (next.at.vertex > vertex.at.vertex);
    }
    return runs;
}

Id<model::BoundarySegment> segment_of(const model::Atlas& atlas,
                                      const model::BoundaryDispute& dispute,
                                      Id<model::BoundarySegment> wanted) {
    if (wanted)
        return wanted;
    if (atlas.find(dispute.segment))
        return dispute.segment;
    for (const model::BoundarySegment* segment : atlas.segments_of(dispute.first))
        if (segment->first == dispute.second || segment->second == dispute.second)
            return segment->id;
    return {};
}

/// The run that most claims end on; runs are told apart by their distance to a claim's ends.
const InForce* run_of(const std::vector<InForce>& runs,
                      std::span<const geo::MultiLine* const> claims) {
    const InForce* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const InForce& run : runs) {
        double away = 0;
        for (const geo::MultiLine* lines : claims)
            for (const geo::Line& line : *lines)
                if (!line.empty() && line.front() != line.back())
                    away = std::max({away, geo::distance_to_line(run.line, line.front()),
                                     geo::distance_to_line(run.line, line.back())});
        if (away < least) {
            least = away;
            best = &run;
        }
    }
    return best;
}

Message why_none(const topology::NoLandBetween& none, const std::string& left,
                 const std::string& right) {
    using topology::BetweenFault;
    switch (none.fault) {
    case BetweenFault::one_crosses_itself:
        return {"analysis.contested.crosses_itself", {left}};
    case BetweenFault::other_crosses_itself:
        return {"analysis.contested.crosses_itself", {right}};
    case BetweenFault::out_of_step:
        return {"analysis.contested.out_of_step", {left, right}};
    case BetweenFault::ring_astray:
        return {"analysis.contested.ring_astray", {left, right}};
    case BetweenFault::no_land:
        break;
    }
    return {"analysis.contested.same_line", {left, right}};
}

/// One of the two would have all of an enclave: nothing leads from line to line.
bool are_closed(const std::vector<const geo::MultiLine*>& claims) {
    return std::all_of(claims.begin(), claims.end(), [](const geo::MultiLine* lines) {
        return std::all_of(lines->begin(), lines->end(), [](const geo::Line& line) {
            return line.size() > 3 && line.front() == line.back();
        });
    });
}

class Contest {
  public:
    Contest(const model::Atlas& atlas, const model::BoundaryDispute& dispute,
            Id<model::BoundarySegment> wanted, Progress& progress)
        : atlas_(atlas), dispute_(dispute), segments_(atlas.segments_of(dispute)),
          progress_(progress) {
        result_.segment = segment_of(atlas, dispute, wanted);
    }

    Result<ContestedLand> run() {
        result_.dispute = dispute_.id;
        const std::array villages = parties();
        for (std::size_t side = 0; side < 2; ++side)
            gather(side, villages[side]);
        if (lines_[0].empty() && lines_[1].empty())
            return Refusal{{"analysis.contested.no_claims", {names_[0], names_[1]}}};
        if (are_closed(lines_[0]) && are_closed(lines_[1]))
            return Refusal{{"analysis.contested.enclosed", {names_[0], names_[1]}}};
        const std::vector<InForce> runs = lines_in_force(atlas_, result_.segment);
        std::vector<const geo::MultiLine*> all = lines_[0];
        all.insert(all.end(), lines_[1].begin(), lines_[1].end());
        const InForce* in_force = run_of(runs, all);
        if (!in_force)
            return Refusal{{"analysis.contested.no_line", {names_[0], names_[1]}}};
        if (in_force->line.front() == in_force->line.back())
            return Refusal{{"analysis.contested.no_nodes", {names_[0], names_[1]}}};
        result_.in_force = in_force->line;
        result_.first_is_left =
            in_force->first_is_left == (atlas_.find(result_.segment)->first == villages[0]);
        return between_claims();
    }

  private:
    /// Of the case, or of its segment where that lies between others.
    std::array<Id<model::Village>, 2> parties() const {
        const model::BoundarySegment* segment = atlas_.find(result_.segment);
        const auto is_party = [&](Id<model::Village> village) {
            return village == dispute_.first || village == dispute_.second;
        };
        if (!segment || (is_party(segment->first) && is_party(segment->second)))
            return {dispute_.first, dispute_.second};
        return {segment->first, segment->second};
    }

    bool is_about_this(const model::Claim& claim) const {
        const model::BoundarySegment* segment = claimed_segment(atlas_, claim);
        return !segment || segment->id == result_.segment || segments_.size() < 2;
    }

    void gather(std::size_t side, Id<model::Village> village) {
        const model::Village* row = atlas_.find(village);
        names_[side] = row ? model::name_without_kind(row->name) : std::string();
        result_.claims[side].village = village;
        for (const model::Claim* claim : atlas_.claims(dispute_.id)) {
            if (claim->village != village || !claim->line || claim->line->empty() ||
                !is_about_this(*claim))
                continue;
            result_.claims[side].rows.push_back(claim->id);
            lines_[side].push_back(claim->line.get());
        }
    }

    Result<ContestedLand> between_claims() {
        std::array<topology::ClaimedLine, 2> claimed;
        for (std::size_t side = 0; side < 2; ++side) {
            auto line = detail::claim_along(result_.in_force, lines_[side], names_[side]);
            if (!line)
                return line.refusal();
            claimed[side] = std::move(line).value();
        }
        const std::size_t left = result_.first_is_left ? 0 : 1;
        auto found = topology::land_between(std::move(claimed[left]), std::move(claimed[1 - left]),
                                            same_place);
        if (const auto* none = std::get_if<topology::NoLandBetween>(&found))
            return Refusal{why_none(*none, names_[left], names_[1 - left])};
        result_.between = std::get<topology::LandBetween>(std::move(found));
        measure(left);
        leave_out_third(left);
        result_.others = detail::borders_of_others(atlas_, result_);
        find_points();
        return std::move(result_);
    }

    void leave_out_third(std::size_t left) {
        const geo::MultiPolygon land = result_.land();
        for (const model::Village& village : atlas_.villages()) {
            if (village.id == result_.claims[0].village ||
                village.id == result_.claims[1].village || !village.geometry)
                continue;
            const double area = overlap_m2(land, *village.geometry, progress_);
            if (area < no_land_m2)
                continue;
            result_.third.push_back({village.id, village.geometry, area});
            report_third(village, area);
        }
        if (result_.third.empty())
            return;
        double claimed = 0;
        for (ContestedPart& part : result_.parts) {
            const double area = result_.third_m2({part.land}, progress_);
            part.area_m2 -= area;
            claimed += part.claimed_by_neither ? 0 : area;
            result_.area_m2 -= area;
        }
        for (double& side : result_.claimed_m2)
            side -= claimed;
        const auto divided = topology::divided(result_.between, result_.in_force);
        result_.before_m2[left] -= result_.third_m2(divided.left, progress_);
        result_.before_m2[1 - left] = result_.area_m2 - result_.before_m2[left];
    }

    void find_points() {
        const NearLine along({result_.in_force});
        const geo::MultiPolygon land = result_.land();
        std::vector<std::pair<double, geo::Point>> found;
        for (const model::TurningPoint* point : atlas_.points_of(result_.segment)) {
            const geo::Point at = point->position;
            const bool inside = geo::contains(land, at) ||
                                geo::distance_to_line(result_.between.left, at) < same_place ||
                                geo::distance_to_line(result_.between.right, at) < same_place;
            const auto station = along.nearest(at);
            if (model::is_cartometric(*point) && inside && station)
                found.emplace_back(station->along_m, at);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [metres, at] : found)
            if (at != result_.in_force.front() && at != result_.in_force.back())
                result_.points.push_back(at);
    }

    void report_third(const model::Village& village, double area) {
        Finding finding;
        finding.code = "claims_third";
        finding.subject = dispute_.number;
        finding.message = {"analysis.contested.claims_third",
                           {names_[0], names_[1], model::name_without_kind(village.name),
                            std::to_string(static_cast<long long>(std::ceil(area)))}};
        result_.findings.push_back(std::move(finding));
    }

    void measure(std::size_t left) {
        const double base = result_.in_force.front().y;
        const topology::BesideMeasure beside = [base](std::span<const geo::Point> stretch) {
            return crs::ellipsoidal_area_beside(stretch, base);
        };
        result_.area_m2 = topology::area_of(result_.between, beside);
        result_.before_m2[left] = topology::area_left_of(result_.between, result_.in_force, beside);
        result_.before_m2[1 - left] = result_.area_m2 - result_.before_m2[left];
        double neither_m2 = 0;
        for (std::size_t k = 0; k < result_.between.lenses.size(); ++k) {
            ContestedPart part{topology::land_of(result_.between, k), 0,
                               result_.between.lenses[k].exchanged};
            part.area_m2 = crs::ellipsoidal_area({part.land});
            neither_m2 += part.claimed_by_neither ? part.area_m2 : 0;
            result_.parts.push_back(std::move(part));
        }
        result_.claimed_m2.fill(result_.area_m2 - neither_m2);
        if (neither_m2 > 0)
            report_crossing(neither_m2);
    }

    void report_crossing(double neither_m2) {
        Finding finding;
        finding.code = "claims_cross";
        finding.subject = dispute_.number;
        for (const ContestedPart& part : result_.parts)
            if (part.claimed_by_neither && !finding.place)
                finding.place = Place{part.land.outer.front().x, part.land.outer.front().y};
        finding.message = {
            "analysis.contested.claims_cross",
            {names_[0], names_[1], std::to_string(static_cast<long long>(std::ceil(neither_m2)))}};
        result_.findings.push_back(std::move(finding));
    }

    const model::Atlas& atlas_;
    const model::BoundaryDispute& dispute_;
    std::vector<const model::BoundarySegment*> segments_;
    Progress& progress_;
    std::array<std::string, 2> names_;
    std::array<std::vector<const geo::MultiLine*>, 2> lines_;
    ContestedLand result_;
};

double farthest_end(const model::BoundarySegment& segment, const geo::MultiLine& lines) {
    double away = 0;
    for (const geo::Line& line : lines)
        for (const geo::Point end : {line.front(), line.back()}) {
            double nearest = std::numeric_limits<double>::infinity();
            if (segment.geometry)
                for (const geo::Line& run : *segment.geometry)
                    nearest = std::min(nearest, geo::distance_to_line(run, end));
            away = std::max(away, nearest);
        }
    return away;
}

} // namespace

const model::BoundarySegment* claimed_segment(const model::Atlas& atlas,
                                              const model::Claim& claim) {
    const model::BoundaryDispute* dispute = atlas.find(claim.dispute);
    const auto segments =
        dispute ? atlas.segments_of(*dispute) : std::vector<const model::BoundarySegment*>();
    if (segments.size() < 2)
        return segments.empty() ? nullptr : segments.front();
    const model::BoundarySegment* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    if (claim.line && !claim.line->empty())
        for (const model::BoundarySegment* segment : segments)
            if (const double away = farthest_end(*segment, *claim.line); away < least) {
                least = away;
                nearest = segment;
            }
    return nearest;
}

geo::MultiPolygon ContestedLand::land() const {
    geo::MultiPolygon all;
    for (const ContestedPart& part : parts)
        all.push_back(part.land);
    return all;
}

geo::MultiPolygon ContestedLand::land_of_parties() const {
    geo::MultiPolygon all = land();
    for (const ThirdVillage& village : third)
        all = topology::without(all, *village.outline);
    return all;
}

double ContestedLand::third_m2(const geo::MultiPolygon& of, Progress& progress) const {
    double area = 0;
    for (const ThirdVillage& village : third)
        area += overlap_m2(of, *village.outline, progress);
    return area;
}

Result<ContestedLand> contested_land(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                     Progress& progress, Id<model::BoundarySegment> segment) {
    progress.check();
    const model::BoundaryDispute* row = atlas.find(dispute);
    if (!row)
        return Refusal{{"analysis.contested.unknown", {std::to_string(dispute.value)}}};
    const auto segments = atlas.segments_of(*row);
    if (segment && std::none_of(segments.begin(), segments.end(),
                                [&](const auto* each) { return each->id == segment; }))
        return Refusal{
            {"analysis.contested.no_segment", {std::to_string(segment.value), row->number}}};
    return Contest(atlas, *row, segment, progress).run();
}

} // namespace antardesa::analysis
