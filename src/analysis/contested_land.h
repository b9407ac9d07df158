#pragma once

#include "base/finding.h"
#include "model/atlas.h"
#include "topology/land_between.h"

#include <array>

namespace antardesa::analysis {

/// A part of what two villages disagree about.
struct ContestedPart {
    geo::Polygon land;
    double area_m2 = 0;
    /// Between lines that have changed sides: neither village's claim takes it.
    bool claimed_by_neither = false;
};

/// A claim that counts: one row, or the line in force for a village that has none.
struct CountedClaim {
    Id<model::Village> village;
    std::vector<Id<model::Claim>> rows; ///< empty: the line in force
};

/// Land of a village that is no party, which the claims take in nevertheless.
struct ThirdVillage {
    Id<model::Village> village;
    model::SharedPolygons outline;
    double area_m2 = 0; ///< of it, between the claims
};

/// What lies between both claims of a dispute. Coordinates in EPSG:4326; areas on the ellipsoid
/// (crs::ellipsoidal_area). A value of its own: it holds nothing of the atlas.
struct ContestedLand {
    Id<model::BoundaryDispute> dispute;
    Id<model::BoundarySegment> segment;
    std::array<CountedClaim, 2> claims; ///< in the order of the dispute's villages
    bool first_is_left = true;          ///< of the line in force, walked from end to end
    geo::Line in_force;                 ///< from node to node
    topology::LandBetween between;      ///< from the same node to the same node
    std::vector<ContestedPart> parts;   ///< with what third villages have of them
    std::vector<ThirdVillage> third;    ///< it is nobody's here: no figure of a party counts it
    geo::MultiLine others;              ///< where it ends on the border of a village no party to it
    std::vector<geo::Point> points;     ///< the segment's titik kartometrik in it, as it runs
    double area_m2 = 0;
    /// Of that, what each village's claim would win for it.
    std::array<double, 2> claimed_m2{0, 0};
    std::array<double, 2> before_m2{0, 0}; ///< what the line in force gives each; sum: area_m2
    std::vector<Finding> findings; ///< claims that cross each other, or take in third villages

    geo::MultiPolygon land() const;
    /// Without what third villages have of it: what is told and printed, and `area_m2` is of.
    geo::MultiPolygon land_of_parties() const;
    /// What third villages have of some land, on the ellipsoid.
    double third_m2(const geo::MultiPolygon& of, Progress& progress) const;
};

/// The contested land of a dispute (Permendagri 45/2016 art. 18–19: its extent is what facilitation
/// is about). A claim may be several lines: each takes the place of the stretch of the line in
/// force between its ends, which lie on that within a metre; closed lines are land inside that it
/// leaves to the other. Refused ("analysis.contested.…") where that cannot be said without a guess:
/// no segment between the two (`no_line`), no claim at all, closed lines alone (`enclosed`: one has
/// all of an enclave, or the other), an end off the line in force, lines over the same stretch,
/// lines that cross themselves or wind round each other, claims that are one line. `segment`: which
/// one of the case, by its two villages; none: its first. Refused: a segment that is none of it
/// (`no_segment`). Throws `Cancelled`.
Result<ContestedLand> contested_land(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                     Progress& progress, Id<model::BoundarySegment> segment = {});

/// Of the segments of its case the one that the claim leaves and comes back to: whose line its ends
/// lie nearest to. Null where the case has no segment, or several and the claim no line.
const model::BoundarySegment* claimed_segment(const model::Atlas& atlas, const model::Claim& claim);

/// What lies in some land.
struct LandContents {
    struct Stretch {
        Id<model::ReferenceLine> line;
        double length_m = 0; ///< inside, on the ellipsoid
    };
    std::vector<Id<model::SharedAsset>> assets;   ///< with any part of theirs
    std::vector<Id<model::Agreement>> agreements; ///< that those assets belong to
    std::vector<Stretch> lines;                   ///< rivers and roads
    std::vector<Id<model::TurningPoint>> points;
};
LandContents contents_of(const model::Atlas& atlas, const geo::MultiPolygon& land,
                         Progress& progress);

/// Whether any part of a shape lies in some land: a point, a stretch of a line, some of an area.
bool meets(const geo::MultiPolygon& land, const geo::Geometry& shape);

/// The stretches of a line inside some land.
geo::MultiLine stretches_inside(const geo::MultiPolygon& land, const geo::Line& line);

} // namespace antardesa::analysis
