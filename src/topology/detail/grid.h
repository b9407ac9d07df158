#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <functional>

namespace antardesa::topology::detail {

/// A cell of the analysis grid: whole numbers up to 2^50, held as doubles, so that differences
/// are exact and signs of determinants can be decided without error.
struct Cell {
    double x = 0;
    double y = 0;
    friend bool operator==(Cell, Cell) = default;
};

struct CellHash {
    std::size_t operator()(Cell c) const {
        const auto x = static_cast<std::uint64_t>(static_cast<std::int64_t>(c.x));
        const auto y = static_cast<std::uint64_t>(static_cast<std::int64_t>(c.y));
        const std::uint64_t both = x * 0x9E3779B97F4A7C15 + (y ^ (y >> 23)) * 0xC2B2AE3D27D4EB4F;
        return both ^ (both >> 32);
    }
};

/// The grid on which boundaries are noded by snap rounding (Hobby 1999, "Practical segment
/// intersection with finite precision output"): some 10 nm for coordinates in metres or
/// degrees. Only the analysis is rounded, never what was imported.
class Grid {
  public:
    /// `degrees` as in FlawOptions.
    explicit Grid(const geo::Box& box, bool degrees = false) : degrees_(degrees) {
        const double reach = std::max({std::abs(box.min.x), std::abs(box.min.y),
                                       std::abs(box.max.x), std::abs(box.max.y), 1e-300});
        int exponent = 0;
        std::frexp(std::isfinite(reach) ? reach : 1.0, &exponent);
        unit_ = std::ldexp(1.0, exponent - 50);
        scale_ = 1 / unit_;
    }

    Cell of(geo::Point p) const { return {rounded(p.x * scale_), rounded(p.y * scale_)}; }
    geo::Point centre(Cell c) const { return {c.x * unit_, c.y * unit_}; }
    double unit() const { return unit_; }
    bool degrees() const { return degrees_; }

    static double rounded(double value) {
        // Adding the constant leaves no room for a fraction; much cheaper than a call.
        constexpr double no_fraction = 6755399441055744.0; // 1.5 * 2^52
        return (value + no_fraction) - no_fraction;
    }

  private:
    double unit_ = 1;
    double scale_ = 1;
    bool degrees_ = false;
};

/// Sign of u × v, exact for differences of cells.
inline int cross_sign(Cell u, Cell v) {
    const double left = u.x * v.y;
    const double right = u.y * v.x;
    const double difference = left - right;
    const double doubt = (std::abs(left) + std::abs(right)) * 4e-16;
    if (difference > doubt)
        return 1;
    if (difference < -doubt)
        return -1;
    __extension__ using Wide = __int128;
    const Wide exact = static_cast<Wide>(u.x) * static_cast<Wide>(v.y) -
                       static_cast<Wide>(u.y) * static_cast<Wide>(v.x);
    return exact > 0 ? 1 : exact < 0 ? -1 : 0;
}

inline Cell operator-(Cell a, Cell b) {
    return {a.x - b.x, a.y - b.y};
}

/// 1: p lies left of a → b, -1: right, 0: on the line.
inline int side(Cell a, Cell b, Cell p) {
    return cross_sign(b - a, p - a);
}

/// Whether the segment ab passes through the cell's square, of whose sides and corners the left,
/// the lower and the one between them belong to it: each place lies in one cell only. Exact, as
/// snap rounding needs it: a line bent over a cell that it only passes by may end up on the wrong
/// side of a vertex in the next one.
inline bool passes_through(Cell a, Cell b, Cell p) {
    if (p.x < std::min(a.x, b.x) || p.x > std::max(a.x, b.x) || p.y < std::min(a.y, b.y) ||
        p.y > std::max(a.y, b.y))
        return false;
    const Cell along = b - a;
    const Cell to = p - a;
    const double left = along.x * to.y;
    const double right = along.y * to.x;
    const double beside = 2 * std::abs(left - right);
    const double reach = std::abs(along.x) + std::abs(along.y);
    const double doubt = (std::abs(left) + std::abs(right)) * 1e-15;
    if (beside < reach - doubt)
        return true;
    if (beside > reach + doubt)
        return false;
    __extension__ using Wide = __int128;
    const Wide exact = 2 * (static_cast<Wide>(along.x) * static_cast<Wide>(to.y) -
                            static_cast<Wide>(along.y) * static_cast<Wide>(to.x));
    const Wide most = static_cast<Wide>(reach);
    if (exact != most && exact != -most)
        return -most < exact && exact < most;
    // It touches one corner: the lower left one where it falls and the cell is above it.
    return along.x * along.y < 0 && (exact > 0) == (along.x > 0);
}

} // namespace antardesa::topology::detail
