#pragma once

#include "cartography/map_geometry.h"
#include "cartography/mark.h"

#include <string>
#include <vector>

namespace antardesa::cartography {

/// The boundaries that a sheet is about: of a segment, a case or a village. Of anything else there
/// are none.
struct SheetSubject {
    std::vector<const model::Village*> villages;   ///< both sides, the lower code first, then those
                                                   ///< of a case's further segments; or the one
    std::vector<const model::Village*> neighbours; ///< of the one, in its kabupaten, by code
    std::vector<const model::BoundarySegment*> segments;
    const model::BoundaryDispute* dispute = nullptr;
    std::size_t regional = 0; ///< of the segments, those between two kabupaten: batas daerah
    /// The segment or case is one of batas daerah as a whole: no village signs it, and no sheet of
    /// it is a Peta Batas Desa.
    bool is_outside_village_law = false;
    bool is_of_another_regency =
        false; ///< the one village: its kabupaten makes its Peta Batas Desa

    bool is_under_two_laws() const { return dispute && regional > 0 && regional < segments.size(); }
    bool has_boundaries() const { return !villages.empty(); }
    bool is_village() const { return villages.size() == 1; }
    /// "Sumberrejo Hulu", "Batutengah – Bumikencana".
    std::string name() const;
};
/// Points into the atlas.
SheetSubject subject_of(const model::Atlas& atlas, Subject focus);

/// Whether a case is over, so that its claims are history.
bool is_settled(const model::BoundaryDispute& dispute);

/// Lines that a boundary sheet about it must show whole, map metres: the segments, and while a case
/// is open its claims and what they contest.
std::vector<geo::Line> lines_of(const MapGeometry& geometry, const SheetSubject& subject);
/// The village's rings; none for a segment or a case.
std::vector<geo::Line> rings_of(const MapGeometry& geometry, const SheetSubject& subject);

} // namespace antardesa::cartography
