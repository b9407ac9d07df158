#pragma once

#include "cartography/detail/level_store.h"
#include "model/atlas.h"

#include <cstdint>
#include <vector>

namespace antardesa::cartography {

/// What a stretch of boundary separates. Ordered: a higher one is drawn over a lower one.
enum class BoundaryClass : std::uint8_t {
    village,  ///< two villages of one kecamatan
    shore,    ///< a village and a special area, or the rim of a gap or overlap
    district, ///< two kecamatan
    regency,  ///< two kabupaten
    outer     ///< the kabupaten and what no village of the data has: no segment, so no state
};

struct ArcFact {
    BoundaryClass kind = BoundaryClass::village;
    model::SegmentGroup group = model::SegmentGroup::untraced;
    Id<model::BoundarySegment> segment;
};

inline constexpr std::size_t no_district = static_cast<std::size_t>(-1);
inline constexpr int district_colours = 12;

/// What drawing and picking want to know of an atlas again and again, found once. Immutable.
struct AtlasFacts {
    std::vector<ArcFact> arcs;                 ///< by arc of the coverage
    std::vector<std::size_t> district_of;      ///< by village: index of its kecamatan
    std::vector<std::uint8_t> district_colour; ///< by kecamatan: 0 … 11, neighbours differ
    std::vector<geo::Box> district_boxes;      ///< by kecamatan, metres
    std::vector<std::vector<std::uint32_t>> villages_of; ///< by kecamatan: village indexes
    std::vector<double> areas;                           ///< by claimant, square metres, roughly
    bool has_states = false;                             ///< some segment is beyond "untraced"
};

AtlasFacts gather_facts(const model::Atlas& atlas, LevelStore& levels);

/// Colours 0 … `colours` - 1 so that neighbours differ (smallest-last order after Matula & Beck
/// 1983; on a planar map six would do), spread evenly, and neighbours apart in lightness and print
/// hatch where there is a choice. Depends on the input alone.
std::vector<std::uint8_t> coloured(const std::vector<std::vector<std::uint32_t>>& neighbours,
                                   int colours);

} // namespace antardesa::cartography
