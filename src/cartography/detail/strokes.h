#pragma once

#include "cartography/detail/composition.h"

namespace antardesa::cartography {

/// The ink's pattern as lengths of strokes with round caps: a cap adds half a width at each end,
/// so ink is shortened and gaps lengthened by one width. In units of `unit` per millimetre.
std::vector<double> stroke_pattern(const style::LineInk& ink, double unit);

/// The stretches of a line that lie near `extent`. Each begins a whole number of `period`s from
/// the line's start, so that dashes stay where they are when the map is panned. 0: anywhere.
geo::MultiLine visible_stretches(std::span<const geo::Point> line, const geo::Box& extent,
                                 double period);

/// Lines collected for one ink, expanded once.
class Strokes {
  public:
    Strokes(const Composition& composition, const style::LineInk& ink, Subject subject = {});

    /// With the ink's pattern, unless the line is shorter than `solid_below` millimetres.
    void add(std::span<const geo::Point> line, double solid_below = 0);
    void add_solid(std::span<const geo::Point> line);
    bool empty() const { return inked_.size() == 0; }

    /// The casing below and the stroke above, where they have colour.
    void put_casing(Group& group) const;
    void put_stroke(Group& group) const;

  private:
    const Composition& composition_;
    style::LineInk ink_;
    Subject subject_;
    std::vector<double> pattern_;
    double period_ = 0;
    bool wants_casing_;
    Path whole_; ///< for the casing
    Path inked_;
};

} // namespace antardesa::cartography
