#pragma once

#include "topology/coverage.h"

#include <random>

namespace antardesa::topology {

/// A seeded mosaic of columns × rows cells on a bent grid; neighbours share wiggly edges vertex
/// for vertex. Cells are merged into villages at random (also across corners, so that villages
/// have several parts and holes), some cells are left out as lakes, rings run either way and
/// start anywhere.
class Mosaic {
  public:
    Mosaic(int columns, int rows, unsigned seed) : columns_(columns), rows_(rows), random_(seed) {
        for (int i = 0; i < (columns + 1) * (rows + 1); ++i)
            corners_.push_back({i % (columns + 1) + uniform(-0.2, 0.2),
                                static_cast<double>(i / (columns + 1)) + uniform(-0.2, 0.2)});
        for (int y = 0; y <= rows; ++y)
            for (int x = 0; x < columns; ++x)
                across_.push_back(wiggle(corner(x, y), corner(x + 1, y)));
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x <= columns; ++x)
                upward_.push_back(wiggle(corner(x, y), corner(x, y + 1)));
    }

    /// Every cell is one part of one of `count` villages; one in ten is left out.
    std::vector<geo::MultiPolygon> villages(std::size_t count) {
        std::vector<geo::MultiPolygon> result(count);
        for (int y = 0; y < rows_; ++y)
            for (int x = 0; x < columns_; ++x)
                if (uniform(0, 1) > 0.1)
                    result[random_() % count].push_back({cell(x, y), {}});
        return result;
    }

  private:
    double uniform(double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random_);
    }
    geo::Point corner(int x, int y) const {
        return corners_[static_cast<std::size_t>(y * (columns_ + 1) + x)];
    }
    geo::Line wiggle(geo::Point a, geo::Point b) {
        const int parts = 1 + static_cast<int>(random_() % 30);
        geo::Line line{a};
        for (int i = 1; i < parts; ++i)
            line.push_back(a + (b - a) * (static_cast<double>(i) / parts) +
                           geo::Point{uniform(-0.01, 0.01), uniform(-0.01, 0.01)});
        line.push_back(b);
        return line;
    }
    const geo::Line& across(int x, int y) const {
        return across_[static_cast<std::size_t>(y * columns_ + x)];
    }
    const geo::Line& upward(int x, int y) const {
        return upward_[static_cast<std::size_t>(y * (columns_ + 1) + x)];
    }

    geo::Ring cell(int x, int y) {
        geo::Ring ring = across(x, y);
        ring.pop_back();
        const geo::Line& east = upward(x + 1, y);
        ring.insert(ring.end(), east.begin(), east.end() - 1);
        const geo::Line& north = across(x, y + 1);
        ring.insert(ring.end(), north.rbegin(), north.rend() - 1);
        const geo::Line& west = upward(x, y);
        ring.insert(ring.end(), west.rbegin(), west.rend() - 1);
        std::rotate(ring.begin(), ring.begin() + static_cast<long>(random_() % ring.size()),
                    ring.end());
        ring.push_back(ring.front());
        if (random_() % 2)
            std::reverse(ring.begin(), ring.end());
        return ring;
    }

    int columns_;
    int rows_;
    std::mt19937 random_;
    std::vector<geo::Point> corners_;
    std::vector<geo::Line> across_;
    std::vector<geo::Line> upward_;
};

/// Every village digitised anew, up to so far off: no vertex is shared any more.
inline std::vector<geo::MultiPolygon> digitised_anew(std::vector<geo::MultiPolygon> villages,
                                                     unsigned seed, double by) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> offset(-by, by);
    for (geo::MultiPolygon& village : villages)
        for (geo::Polygon& polygon : village) {
            for (geo::Point& p : polygon.outer)
                p = p + geo::Point{offset(random), offset(random)};
            polygon.outer.back() = polygon.outer.front();
        }
    return villages;
}

} // namespace antardesa::topology
