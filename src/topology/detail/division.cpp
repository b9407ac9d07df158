#include "topology/detail/division.h"

#include "geo/measure.h"
#include "topology/detail/midline.h"
#include "topology/detail/split.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

/// How far a midline may be from the middle.
constexpr double equally_far_m = 0.1;

/// Whose land lies beyond each half-edge. Where that is nobody's (a coast at the end of the
/// strip) the stretch is shared between those before and after it.
std::vector<Claimant> beyond_each(const RepairBench& bench, const Strip& strip,
                                  const std::vector<std::uint32_t>& halves) {
    const std::size_t size = halves.size();
    std::vector<Claimant> sides;
    for (const std::uint32_t half : halves) {
        const Claimant side = bench.beyond(half);
        const bool known = std::binary_search(strip.claimants.begin(), strip.claimants.end(), side);
        sides.push_back(known ? side : nobody);
    }
    const auto first = static_cast<std::size_t>(
        std::find_if(sides.begin(), sides.end(), [](Claimant c) { return c != nobody; }) -
        sides.begin());
    for (std::size_t i = 0; first < size && i < size; ++i) {
        const std::size_t at = (first + i) % size;
        std::size_t run = 0;
        while (sides[(at + run) % size] == nobody)
            ++run;
        const Claimant before = sides[(at + size - 1) % size];
        for (std::size_t k = 0; k < run; ++k)
            sides[(at + k) % size] = k < run / 2 ? before : sides[(at + run) % size];
    }
    return sides;
}

/// Half-edges at which the land beyond the face changes hands: both tips of its midline.
struct Tips {
    std::uint32_t from; ///< half-edge at the first
    std::uint32_t to;
    Claimant first; ///< whose land lies beyond the border that begins at `from`
    Claimant second;
};

std::optional<Tips> tips(const RepairBench& bench, const Strip& strip, std::uint32_t cycle) {
    std::vector<std::uint32_t> halves;
    bench.faces.walk(cycle, [&](std::uint32_t half) { halves.push_back(half); });
    const std::vector<Claimant> sides = beyond_each(bench, strip, halves);
    std::vector<std::size_t> changes;
    for (std::size_t i = 0; i < halves.size(); ++i)
        if (sides[i] != sides[i == 0 ? halves.size() - 1 : i - 1])
            changes.push_back(i);
    if (changes.size() != 2)
        return std::nullopt;
    return Tips{halves[changes[0]], halves[changes[1]], sides[changes[0]], sides[changes[1]]};
}

geo::Line side_of(const RepairBench& bench, std::uint32_t from, std::uint32_t to) {
    geo::Line line;
    for (std::uint32_t half = from; half != to; half = bench.faces.next[half])
        append_points(bench.fabric(), half, line);
    line.push_back(bench.arrangement.nodes[bench.arrangement.origin(to)]);
    return line;
}

} // namespace

bool has_middle(const RepairBench& bench, const Strip& strip, const StripFace& face,
                geo::Point metric) {
    if (face.islands.empty() && tips(bench, strip, face.cycle))
        return true;
    const double perimeter = geo::length(ring_of(bench.fabric(), face.cycle));
    return is_rounding(bench.fabric(), face.area, perimeter) ||
           2 * std::abs(face.area) * std::max(metric.x, metric.y) < equally_far_m * perimeter;
}

std::optional<Division> divided_at_midline(RepairBench& bench, const Strip& strip,
                                           const StripFace& face, geo::Point metric) {
    const auto ends = tips(bench, strip, face.cycle);
    if (!ends || !face.islands.empty())
        return std::nullopt;
    const auto [from, to, first, second] = *ends;
    const geo::Line one = side_of(bench, from, to);
    geo::Line other = side_of(bench, to, from);
    if (is_rounding(bench.fabric(), face.area, geo::length(one) + geo::length(other)))
        return std::nullopt;
    std::reverse(other.begin(), other.end());
    const geo::Line line = midline(one, other, metric, equally_far_m);
    if (line.size() < 2)
        return std::nullopt;
    const std::uint32_t rest =
        split_face(bench.coverage, bench.arrangement, bench.faces, from, to, line);
    const double area = std::abs(geo::signed_area(ring_of(bench.fabric(), face.cycle)));
    return Division{{face.cycle, {}, area}, first, {rest, {}, face.area - area}, second};
}

} // namespace antardesa::topology::detail
