#include "cartography/map_geometry.h"

#include "cartography/detail/atlas_facts.h"
#include "cartography/detail/level_store.h"

#include <mutex>
#include <optional>

namespace antardesa::cartography {

struct MapGeometry::State {
    std::shared_ptr<const model::Atlas> atlas;
    std::shared_ptr<LevelStore> levels;
    geo::Box box;
    std::once_flag facts_once;
    std::optional<AtlasFacts> facts;
    std::mutex network_lock;
    analysis::Filter network_filter;
    Date network_day{};
    std::shared_ptr<const analysis::CooperationNetwork> network;
};

MapGeometry::MapGeometry(std::unique_ptr<State> state) : state_(std::move(state)) {
}
MapGeometry::~MapGeometry() = default;

std::shared_ptr<const MapGeometry> MapGeometry::build(std::shared_ptr<const model::Atlas> atlas,
                                                      std::shared_ptr<const MapGeometry> previous,
                                                      Progress& progress) {
    progress.check();
    auto state = std::make_unique<State>();
    const auto coverage = atlas->shared_coverage();
    if (previous && previous->state_->levels->source() == coverage)
        state->levels = previous->state_->levels;
    else
        state->levels = std::make_shared<LevelStore>(coverage, atlas->box());
    const auto& boxes = state->levels->claimant_boxes();
    for (std::size_t i = 0; i < std::min(boxes.size(), atlas->villages().size()); ++i)
        state->box.extend(boxes[i]);
    state->atlas = std::move(atlas);
    progress.check();
    return std::shared_ptr<const MapGeometry>(new MapGeometry(std::move(state)));
}

const model::Atlas& MapGeometry::atlas() const {
    return *state_->atlas;
}
std::shared_ptr<const model::Atlas> MapGeometry::shared_atlas() const {
    return state_->atlas;
}
crs::UtmZone MapGeometry::zone() const {
    return state_->levels->projection().zone();
}
const crs::Crs& MapGeometry::map_crs() const {
    return state_->levels->projection().crs();
}
const geo::Box& MapGeometry::box() const {
    return state_->box;
}
geo::Point MapGeometry::to_map(geo::Point degrees) const {
    return state_->levels->projection().exact(degrees);
}
geo::Point MapGeometry::to_degrees(geo::Point map) const {
    return state_->levels->projection().to_degrees(map);
}
geo::Line MapGeometry::to_map(std::span<const geo::Point> degrees) const {
    geo::Line line(degrees.begin(), degrees.end());
    state_->levels->projection().apply(line, 1e-3);
    return line;
}

std::shared_ptr<const topology::Coverage> MapGeometry::coverage(double tolerance) const {
    return state_->levels->coverage(tolerance);
}
std::shared_ptr<const topology::Coverage> MapGeometry::coverage_near(double tolerance,
                                                                     const geo::Box& view) const {
    return state_->levels->coverage_near(tolerance, view);
}
const geo::BoxIndex& MapGeometry::arc_index() const {
    return state_->levels->arc_index();
}
const geo::BoxIndex& MapGeometry::claimant_index() const {
    return state_->levels->claimant_index();
}
const geo::Box& MapGeometry::claimant_box(topology::Claimant claimant) const {
    return state_->levels->claimant_boxes()[claimant];
}

geo::Point MapGeometry::anchor(std::size_t village_index) const {
    return state_->levels->anchor(static_cast<topology::Claimant>(village_index)).position;
}
double MapGeometry::anchor_radius(std::size_t village_index) const {
    return state_->levels->anchor(static_cast<topology::Claimant>(village_index)).radius;
}

std::shared_ptr<const analysis::CooperationNetwork>
MapGeometry::network(const analysis::Filter& filter, Date today, Progress& progress) const {
    const std::lock_guard lock(state_->network_lock);
    if (!state_->network || state_->network_filter != filter || state_->network_day != today) {
        state_->network = std::make_shared<const analysis::CooperationNetwork>(
            analysis::cooperation_network(*state_->atlas, filter, today, progress));
        state_->network_filter = filter;
        state_->network_day = today;
    }
    return state_->network;
}

const AtlasFacts& MapGeometry::facts() const {
    std::call_once(state_->facts_once,
                   [this] { state_->facts = gather_facts(*state_->atlas, *state_->levels); });
    return *state_->facts;
}

} // namespace antardesa::cartography
