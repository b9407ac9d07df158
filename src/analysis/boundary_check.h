#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "crs/crs.h"
#include "model/rows.h"
#include "topology/flaws.h"

#include <string>

namespace antardesa::analysis {

/// One village, or special area, of what is checked.
struct CheckedShape {
    const geo::MultiPolygon* polygons = nullptr; ///< never null; may be empty
    std::string code;     ///< Kemendagri code; empty where there is none to compare
    std::string district; ///< what tells its kecamatan from others; empty: unknown
};

using model::FlawKind;
/// "overlap", …: the form used in JSON.
const char* flaw_kind_name(FlawKind kind);

/// Something for a person to settle, with where and how much.
struct BoundaryFlaw {
    FlawKind kind = FlawKind::overlap;
    Severity severity = Severity::error;
    std::vector<std::uint32_t> shapes; ///< indexes of the checked shapes, ascending
    double area_m2 = 0;                ///< planar in projected coordinates, else ellipsoidal
    double ellipsoid_m2 = 0;
    double width_m = 0; ///< twice the area by the perimeter, on the ellipsoid; of a near miss the
                        ///< distance
    bool sliver = false;
    topology::RingFault fault = topology::RingFault::self_crossing; ///< of an invalid ring
    Id<model::BoundaryException> outgrown;                          ///< see set_aside_allowed
    int count = 1;             ///< pieces of a strip, places of a ring fault
    geo::Point place;          ///< inside it, in the coordinates of the shapes
    Place position;            ///< the same in degrees
    geo::MultiPolygon outline; ///< in degrees; of strips, equal shapes and enclosed land
    geo::MultiPoint places;    ///< in degrees; of near misses, each one
};

/// Metres. A near miss of less is a vertex that stands on the other's line, which has none there.
inline constexpr double unshared_m = 0.0005;

/// Which strips a person wants to see. Other flaws are always listed.
struct CheckLimits {
    double min_area_m2 = 0;
    double max_area_m2 = std::numeric_limits<double>::infinity();
    double max_width_m = std::numeric_limits<double>::infinity();
    double sliver_width_m = 1; ///< strips narrower than this are slivers: technical, not disputed
    double near_miss_m = 0.1;  ///< corners nearer than this should be one; 0: not looked for
};

struct BoundaryCheck {
    std::vector<BoundaryFlaw> flaws; ///< ranked: severity, then kind, then area, then shapes
    int holes = 0;                   ///< lakes within one village: no flaw
    int hidden = 0;                  ///< strips that the limits leave out
};

/// Checks shapes given in `crs` against each other (see topology::find_flaws). What is too tangled
/// to be compared is a flaw, and the rest is checked without it; a gap where it lies is not told,
/// for it may be its land. Throws `Error` "crs.no_transformation", `Cancelled`.
BoundaryCheck check_boundaries(std::span<const CheckedShape> shapes, const crs::Crs& crs,
                               const CheckLimits& limits, Progress& progress);

/// After an edit: the flaws in which one of the `changed` shapes takes part, from the neighbourhood
/// alone (see topology::find_flaws_around). `strips`: who takes part in each strip known before.
/// Land outside its kecamatan is not looked for.
BoundaryCheck check_boundaries_around(std::span<const CheckedShape> shapes,
                                      std::span<const std::uint32_t> changed,
                                      std::span<const std::vector<std::uint32_t>> strips,
                                      const crs::Crs& crs, const CheckLimits& limits,
                                      Progress& progress);

} // namespace antardesa::analysis
