#include "workspace/shown.h"

#include "crs/ellipsoid.h"

namespace antardesa::workspace {

namespace {

std::shared_ptr<const Figures> measure(const model::Atlas& atlas, Progress& progress) {
    auto figures = std::make_shared<Figures>();
    figures->village_area.reserve(atlas.villages().size());
    for (const model::Village& village : atlas.villages()) {
        progress.check();
        figures->village_area.push_back(village.geometry ? crs::ellipsoidal_area(*village.geometry)
                                                         : 0);
    }
    return figures;
}

/// Returns whether both tables hold the same rows with the same vertices.
template<class Row>
bool share_rows(model::Table<Row>& rows, const model::Table<Row>& old) {
    bool same = rows.size() == old.size();
    std::vector<Row> changed;
    for (const Row& row : rows) {
        const Row* before = old.find(row.id);
        if (!before || !before->geometry || !row.geometry || *before->geometry != *row.geometry) {
            same = false;
            continue;
        }
        Row shared = row;
        shared.geometry = before->geometry;
        changed.push_back(std::move(shared));
    }
    for (Row& row : changed)
        rows.put(std::move(row));
    return same;
}

} // namespace

Shown make_shown(std::shared_ptr<const model::Atlas> atlas, const Shown& previous,
                 Progress& progress) {
    Shown shown;
    const bool same_coverage =
        previous && previous.atlas->shared_coverage() == atlas->shared_coverage();
    shown.geometry = cartography::MapGeometry::build(
        atlas, same_coverage ? previous.geometry : nullptr, progress);
    shown.figures = same_coverage ? previous.figures : measure(*atlas, progress);
    shown.atlas = std::move(atlas);
    return shown;
}

bool share_geometry(model::TableSet& tables, const model::Atlas& before) {
    using namespace model;
    const bool villages = share_rows(std::get<Table<Village>>(tables), before.table<Village>());
    const bool areas =
        share_rows(std::get<Table<SpecialArea>>(tables), before.table<SpecialArea>());
    share_rows(std::get<Table<ReferenceLine>>(tables), before.table<ReferenceLine>());
    share_rows(std::get<Table<BoundarySegment>>(tables), before.table<BoundarySegment>());
    return villages && areas;
}

} // namespace antardesa::workspace
