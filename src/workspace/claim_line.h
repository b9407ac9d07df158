#pragma once

#include "workspace/line_snap.h"

namespace antardesa::workspace {

/// A village's claim while it is drawn on the map, point by point. Positions in EPSG:4326; nothing
/// is changed by it.
class ClaimLine {
  public:
    ClaimLine(const std::shared_ptr<const model::Atlas>& atlas, Id<model::BoundaryDispute> dispute,
              Id<model::Village> village);

    Id<model::BoundaryDispute> dispute() const { return dispute_; }
    Id<model::Village> village() const { return village_; }
    const geo::Line& line() const { return line_; }
    /// Within `reach` metres the line in force draws a point, then what guides lines (LineSnapper);
    /// 0: nothing does. A place a second time in a row is none.
    void add(geo::Point at, double reach);
    void step_back();

  private:
    Id<model::BoundaryDispute> dispute_;
    Id<model::Village> village_;
    std::vector<LineSnapper> snappers_; ///< of the case's segments
    geo::Line line_;
};

} // namespace antardesa::workspace
