#pragma once

#include "analysis/contested_land.h"

#include <memory>

namespace antardesa::analysis {

/// How a line through contested land is drawn.
enum class ProposalMethod {
    midline,    ///< everywhere equally far from both claims, within 0.1 m
    equal_area, ///< along a direction, so that each has its share of the land
    straight,   ///< from node to node, by way of the places where the claims meet
    points,     ///< straight from one titik kartometrik of the segment, or given place, to the next
    follow,     ///< along a river or road that runs through the land
    drawn       ///< a given line
};

struct ProposalRequest {
    ProposalMethod method = ProposalMethod::midline;
    /// What the dispute's first village gets, between 0 and 1: with `equal_area`, and with others
    /// when they are `shifted`. Else they have the shares that come of them.
    double first_share = 0.5;
    /// With `equal_area`: azimuth of the dividing line, degrees clockwise from north; none: from
    /// node to node.
    std::optional<double> direction_deg = std::nullopt;
    /// With `follow` and `drawn`; EPSG:4326. Lines that end on each other are one.
    std::shared_ptr<const geo::MultiLine> line = nullptr;
    /// The line is moved aside as a whole, but for its first and last tenth, which lead to the
    /// nodes, until the first village has its share. Not with `equal_area`, which has it anyway.
    bool shifted = false;
    /// With `points`, in any order: they are led through as the line in force passes them. None:
    /// the segment's titik kartometrik in the land.
    std::vector<geo::Point> points = {};
};

/// One side of the ledger, in square metres on the ellipsoid.
struct ProposalRow {
    Id<model::Village> village;
    double contested_m2 = 0; ///< what its own claim would win for it
    double before_m2 = 0;    ///< of the contested land, by the line in force
    double after_m2 = 0;     ///< by the proposed line
    double delta_m2 = 0;
};

/// A line through contested land, looked at before anybody agrees to it. What one side gains the
/// other loses.
struct Proposal {
    geo::Line line; ///< from node to node as the segment runs, inside the contested land; simple
    double length_m = 0;
    std::array<ProposalRow, 2> ledger;      ///< in the order of the dispute's villages
    std::array<geo::MultiPolygon, 2> parts; ///< of the contested land that each gets
    /// What the line does that was not asked for: where it had to leave its own way.
    std::vector<Message> remarks;
};

/// Pure; times stand in scripts/bench. A midline passes land inside that is not contested on its
/// owner's side, and says so. Refused ("analysis.proposal.…") where no such line leads from node to
/// node inside the land: `no_share` (no line along that direction, or moved aside, has it),
/// `nothing_to_follow`, `no_points` (no titik kartometrik lies in the land), `off_nodes` (a drawn
/// line that ends elsewhere), `crosses_itself`, `no_way`, `beside_third` (every line that was found
/// parts the shares along another village's border, or less than a metre from it), `share` (not
/// between 0 and 1). Throws `Cancelled`.
Result<Proposal> propose(const ContestedLand& land, const ProposalRequest& request,
                         Progress& progress);
/// The same for a dispute, with its refusals.
Result<Proposal> propose(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                         const ProposalRequest& request, Progress& progress);

} // namespace antardesa::analysis
