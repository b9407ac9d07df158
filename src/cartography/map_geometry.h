#pragma once

#include "analysis/cooperation_network.h"
#include "base/job.h"
#include "crs/crs.h"
#include "geo/box_index.h"
#include "model/atlas.h"

#include <memory>

namespace antardesa::cartography {

struct AtlasFacts; ///< detail/atlas_facts.h

/// One atlas in map units: metres in the UTM zone of its middle (WGS 84, same numbers as
/// SRGI2013), at several levels of detail. Simplification is per arc, so that neighbours never
/// gape. Immutable; levels are made on first use behind a lock and kept, so any thread may ask.
/// Building does only what the first picture needs.
class MapGeometry {
  public:
    /// Throws `Cancelled`. `previous` lends what an edit left untouched (same coverage).
    static std::shared_ptr<const MapGeometry> build(std::shared_ptr<const model::Atlas> atlas,
                                                    std::shared_ptr<const MapGeometry> previous,
                                                    Progress& progress);
    ~MapGeometry();

    const model::Atlas& atlas() const;
    std::shared_ptr<const model::Atlas> shared_atlas() const;
    crs::UtmZone zone() const;
    const crs::Crs& map_crs() const;
    /// Box of all villages, metres.
    const geo::Box& box() const;
    geo::Point to_map(geo::Point degrees) const;
    geo::Point to_degrees(geo::Point map) const;
    /// A whole line, quickly: within a millimetre over a province.
    geo::Line to_map(std::span<const geo::Point> degrees) const;

    /// The coverage in metres, simplified so that nothing moves by more than `tolerance` metres
    /// (rounded down to a level; 0: every vertex).
    std::shared_ptr<const topology::Coverage> coverage(double tolerance) const;
    /// The same for someone who will look at `view` (metres) only: in a large atlas villages far
    /// from it are left coarse, which makes zooming in quick.
    std::shared_ptr<const topology::Coverage> coverage_near(double tolerance,
                                                            const geo::Box& view) const;
    /// Boxes of the coverage's arcs and claimants in metres, for culling.
    const geo::BoxIndex& arc_index() const;
    const geo::BoxIndex& claimant_index() const;
    const geo::Box& claimant_box(topology::Claimant claimant) const;

    /// A point well inside the village, metres (pole of inaccessibility, found on first use).
    geo::Point anchor(std::size_t village_index) const;
    /// Radius of the inscribed circle there, metres.
    double anchor_radius(std::size_t village_index) const;

    /// The agreements that pass as a graph; the last one asked for is kept. Throws `Cancelled`.
    std::shared_ptr<const analysis::CooperationNetwork>
    network(const analysis::Filter& filter, Date today, Progress& progress) const;

    /// What the drawing passes look up: boundary classes, colours of kecamatan. Found on first
    /// use.
    const AtlasFacts& facts() const;

  private:
    struct State;
    explicit MapGeometry(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace antardesa::cartography
