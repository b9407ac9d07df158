#include "workspace/shown.h"

#include "analysis/turning_points.h"
#include "crs/ellipsoid.h"

#include <algorithm>

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

/// Whether the segment and its points lie as they lay: their figures are the same then.
bool lies_still(const model::Atlas& atlas, const Shown& previous,
                const model::BoundarySegment& segment) {
    if (!previous || !previous.points)
        return false;
    const auto* old = previous.atlas->find(segment.id);
    const auto now = atlas.points_of(segment.id);
    const auto before = previous.atlas->points_of(segment.id);
    return old && old->geometry == segment.geometry &&
           std::equal(now.begin(), now.end(), before.begin(), before.end(),
                      [](const auto* a, const auto* b) {
                          return a->id == b->id && a->position == b->position && a->kind == b->kind;
                      });
}

std::shared_ptr<const PointTable> measure_points(const model::Atlas& atlas, const Shown& previous,
                                                 Progress& progress) {
    auto table = std::make_shared<PointTable>();
    std::map<std::string, crs::Transformer> zones;
    for (const model::BoundarySegment& segment : atlas.segments()) {
        const auto points = atlas.points_of(segment.id);
        if (points.empty())
            continue;
        progress.check();
        const bool still = lies_still(atlas, previous, segment);
        for (const model::TurningPoint* point : points) {
            if (still) {
                table->emplace(point->id, previous.points->at(point->id));
                continue;
            }
            const crs::UtmZone zone = crs::utm_zone(point->position);
            const std::string name = crs::utm_zone_name(zone);
            auto at = zones.find(name);
            if (at == zones.end())
                at = zones.emplace(name, crs::Transformer(crs::wgs84(), crs::utm(zone))).first;
            (*table)[point->id] = {0, at->second(point->position).value_or(geo::Point{}), zone};
        }
        if (!still)
            for (const analysis::StrayPoint& stray : analysis::stray_points(atlas, segment.id))
                (*table)[stray.point].off_m = stray.off_m;
    }
    return table;
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
    shown.boundaries = std::make_shared<const analysis::BoundaryRollUp>(analysis::roll_up(*atlas));
    shown.points = measure_points(*atlas, previous, progress);
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
