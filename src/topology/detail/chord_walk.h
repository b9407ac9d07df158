#pragma once

#include "topology/land_between.h"

#include <cstdint>

namespace antardesa::topology::detail {

/// One lens and its holes, seen along a direction. Land with a height below a level becomes the
/// left one's, as far as it is connected with the left side by such land.
class ChordWalk {
  public:
    /// `along` and `height` of a point: in the direction of the dividing line and to its right.
    struct Frame {
        geo::Point direction;
        geo::Point metric{1, 1};
        geo::Point origin; ///< nearby: keeps the digits
        double along(geo::Point p) const {
            return (p.x - origin.x) * metric.x * direction.x +
                   (p.y - origin.y) * metric.y * direction.y;
        }
        double height(geo::Point p) const {
            return (p.x - origin.x) * metric.x * direction.y -
                   (p.y - origin.y) * metric.y * direction.x;
        }
    };

    ChordWalk(geo::Line left, geo::Line right, std::vector<LandBetween::Hole> holes, Frame frame);

    /// A stretch of a side that the way follows: positions in vertices and parts of an edge.
    struct Stretch {
        double from = 0;
        double to = 0;
    };
    struct Way {
        geo::Line line; ///< from tip to tip
        std::vector<Stretch> left;
        std::vector<Stretch> right;
        std::vector<std::size_t> holes; ///< that it goes round
    };
    /// Nothing where corners at the very level leave it undecided: ask for another one beside it.
    std::optional<Way> at(double level) const;

    double least_height() const { return least_; }
    double greatest_height() const { return greatest_; }
    const std::vector<LandBetween::Hole>& holes() const { return holes_; }
    const geo::Line& left() const { return borders_[0].points; }
    const geo::Line& right() const { return borders_[1].points; }

    /// A stretch of a side made straight: the pocket behind it is settled once and for all.
    void cut_off(bool of_left, Stretch stretch);

  private:
    struct Border {
        geo::Line points;
        std::vector<double> heights;
    };
    struct Crossing {
        std::size_t border = 0; ///< 0 left, 1 right, from 2 on holes
        std::size_t edge = 0;
        double part = 0; ///< of the edge
        double along = 0;
        geo::Point at;
    };
    class Walker;
    std::vector<Crossing> crossings(double level) const;
    void measure(Border& border);

    std::vector<Border> borders_;
    std::vector<LandBetween::Hole> holes_;
    Frame frame_;
    double least_ = 0;
    double greatest_ = 0;
};

} // namespace antardesa::topology::detail
