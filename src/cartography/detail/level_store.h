#pragma once

#include "cartography/detail/projection.h"
#include "geo/box_index.h"
#include "topology/coverage.h"

#include <list>
#include <memory>
#include <mutex>

namespace antardesa::cartography {

/// One coverage in metres at the levels of detail that were asked for, with its boxes, indexes
/// and inner points. Depends on village geometry alone, so that an edit which moves no line keeps
/// the whole store. Any thread may ask.
class LevelStore {
  public:
    LevelStore(std::shared_ptr<const topology::Coverage> degrees, const geo::Box& box);

    const Projection& projection() const { return projection_; }
    const std::shared_ptr<const topology::Coverage>& source() const { return degrees_; }

    /// See MapGeometry::coverage. Levels are powers of two metres; the least recently used ones
    /// are dropped when more than a few are held.
    std::shared_ptr<const topology::Coverage> coverage(double tolerance);
    /// The same where only `view` (metres) will be looked at: in a large coverage, arcs of
    /// villages far from it are left as straight lines between their nodes, so that zooming into
    /// a province need not prepare the whole of it.
    std::shared_ptr<const topology::Coverage> coverage_near(double tolerance, const geo::Box& view);

    const std::vector<geo::Box>& arc_boxes() const { return arc_boxes_; }
    const std::vector<geo::Box>& claimant_boxes() const { return claimant_boxes_; }
    const geo::BoxIndex& arc_index() const { return arc_index_; }
    const geo::BoxIndex& claimant_index() const { return claimant_index_; }

    struct Anchor {
        geo::Point position;
        double radius = -1; ///< negative: not yet found
    };
    Anchor anchor(topology::Claimant claimant);

  private:
    struct Level {
        double tolerance = 0;
        geo::Box window; ///< empty: whole
        std::shared_ptr<const topology::Coverage> coverage;
    };
    void find_boxes();
    std::shared_ptr<const topology::Coverage> find_or_make(double wanted, const geo::Box& view);
    Level make_level(double tolerance, const geo::Box& view) const;
    std::vector<std::uint8_t> arcs_near(const geo::Box& window) const;
    void project(topology::Coverage& coverage, double allowed) const;
    Anchor find_anchor(topology::Claimant claimant) const;
    void prepare(geo::Ring& ring, double tolerance) const;

    std::shared_ptr<const topology::Coverage> degrees_;
    Projection projection_;
    std::vector<geo::Box> arc_boxes_;
    std::vector<geo::Box> claimant_boxes_;
    geo::BoxIndex arc_index_;
    geo::BoxIndex claimant_index_;
    std::mutex levels_mutex_;
    std::list<Level> levels_; ///< most recently used first
    std::mutex anchors_mutex_;
    std::vector<Anchor> anchors_;
};

} // namespace antardesa::cartography
