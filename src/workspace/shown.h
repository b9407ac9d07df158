#pragma once

#include "analysis/roll_up.h"
#include "cartography/map_geometry.h"
#include "crs/crs.h"
#include "model/atlas.h"
#include "workspace/cooperation_review.h"

#include <map>
#include <memory>
#include <vector>

namespace antardesa::workspace {

/// Measures that every list and card shows and that take time to find: made once by a job.
struct Figures {
    std::vector<double> village_area; ///< m² on the ellipsoid, by village in table order
    double area_of(const model::Atlas& atlas, Id<model::Village> village) const {
        const std::size_t index = atlas.villages().index_of(village);
        return index < village_area.size() ? village_area[index] : 0;
    }
};

/// What lists and cards show of a turning point and takes a transformation or a search to find.
struct PointFigures {
    double off_m = 0; ///< from its line when that is too far (`analysis::stray_points`); else 0
    geo::Point metres;
    crs::UtmZone zone;
};
using PointTable = std::map<Id<model::TurningPoint>, PointFigures>;

/// What is on display at one revision. Immutable, replaced as a whole; empty pointers: nothing.
struct Shown {
    std::shared_ptr<const model::Atlas> atlas;
    std::shared_ptr<const cartography::MapGeometry> geometry;
    std::shared_ptr<const Figures> figures;
    std::shared_ptr<const analysis::BoundaryRollUp> boundaries;
    std::shared_ptr<const PointTable> points;
    std::shared_ptr<const CooperationReview> cooperation; ///< null: not reviewed

    explicit operator bool() const { return atlas != nullptr; }
    bool empty() const { return !atlas || atlas->villages().empty(); }
};

/// Builds what is derived from the atlas; `previous` lends what still fits. For jobs.
Shown make_shown(std::shared_ptr<const model::Atlas> atlas, const Shown& previous,
                 Progress& progress);

/// Gives rows whose geometry did not change the old row's vertices, and says whether the
/// coverage of `before` still fits `tables`: after a re-read of a whole file.
bool share_geometry(model::TableSet& tables, const model::Atlas& before);

} // namespace antardesa::workspace
