#include "analysis/contested_land.h"

#include "analysis/detail/claim_line.h"
#include "analysis/line_edit.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"

#include <algorithm>

namespace antardesa::analysis {

namespace {

/// About a millimetre.
constexpr double same_place = 1e-8;

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
                                      const model::BoundaryDispute& dispute) {
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

class Contest {
  public:
    Contest(const model::Atlas& atlas, const model::BoundaryDispute& dispute)
        : atlas_(atlas), dispute_(dispute) {}

    Result<ContestedLand> run() {
        result_.dispute = dispute_.id;
        result_.segment = segment_of(atlas_, dispute_);
        const std::array villages{dispute_.first, dispute_.second};
        for (std::size_t side = 0; side < 2; ++side)
            gather(side, villages[side]);
        if (lines_[0].empty() && lines_[1].empty())
            return Refusal{{"analysis.contested.no_claims", {names_[0], names_[1]}}};
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
            in_force->first_is_left == (atlas_.find(result_.segment)->first == dispute_.first);
        return between_claims();
    }

  private:
    void gather(std::size_t side, Id<model::Village> village) {
        const model::Village* row = atlas_.find(village);
        names_[side] = row ? row->name : std::string();
        result_.claims[side].village = village;
        for (const model::Claim* claim : atlas_.claims(dispute_.id)) {
            if (claim->village != village || !claim->line || claim->line->empty())
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
        return std::move(result_);
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
    std::array<std::string, 2> names_;
    std::array<std::vector<const geo::MultiLine*>, 2> lines_;
    ContestedLand result_;
};

} // namespace

geo::MultiPolygon ContestedLand::land() const {
    geo::MultiPolygon all;
    for (const ContestedPart& part : parts)
        all.push_back(part.land);
    return all;
}

Result<ContestedLand> contested_land(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                     Progress& progress) {
    progress.check();
    const model::BoundaryDispute* row = atlas.find(dispute);
    if (!row)
        return Refusal{{"analysis.contested.unknown", {std::to_string(dispute.value)}}};
    return Contest(atlas, *row).run();
}

} // namespace antardesa::analysis
