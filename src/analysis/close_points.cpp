#include "analysis/close_points.h"

#include "analysis/turning_points.h"
#include "crs/ellipsoid.h"

namespace antardesa::analysis {

std::optional<CloseTwin> close_twin(const model::Atlas& atlas, const model::TurningPoint& point) {
    std::optional<CloseTwin> twin;
    for (const model::TurningPoint* other : atlas.points_of(point.segment)) {
        if (other->id == point.id || other->kind != point.kind)
            continue;
        const double metres = crs::ellipsoidal_distance(point.position, other->position);
        if (metres <= (twin ? twin->metres : on_line_m))
            twin = CloseTwin{other, metres};
    }
    return twin;
}

} // namespace antardesa::analysis
