#pragma once

#include "cartography/map_geometry.h"
#include "model/atlas.h"

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

/// What is on display at one revision. Immutable, replaced as a whole; empty pointers: nothing.
struct Shown {
    std::shared_ptr<const model::Atlas> atlas;
    std::shared_ptr<const cartography::MapGeometry> geometry;
    std::shared_ptr<const Figures> figures;

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
