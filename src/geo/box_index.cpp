#include "geo/box_index.h"

#include <numeric>

namespace antardesa::geo {

namespace {

constexpr std::uint32_t curve_cells = 1U << 16;

/// Position along a Hilbert curve of order 16.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) {
    std::uint32_t along = 0;
    for (std::uint32_t s = curve_cells / 2; s > 0; s /= 2) {
        const std::uint32_t right = (x & s) != 0;
        const std::uint32_t up = (y & s) != 0;
        along += s * s * ((3 * right) ^ up);
        if (up == 0) {
            if (right == 1) {
                x = curve_cells - 1 - x;
                y = curve_cells - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return along;
}

std::uint32_t cell(double value, double from, double extent) {
    if (!(extent > 0))
        return 0;
    const double scaled = (value - from) / extent * (curve_cells - 1);
    // Also catches what infinite boxes make of the division.
    return scaled > 0 && scaled < curve_cells ? static_cast<std::uint32_t>(scaled) : 0;
}

/// Places along the curve and item index, sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> along_curve(std::span<const Box> boxes) {
    Box all;
    for (const Box& box : boxes)
        if (!box.empty())
            all.extend(box);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    order.reserve(boxes.size());
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].empty())
            continue;
        const Point centre = boxes[i].centre();
        order.emplace_back(hilbert(cell(centre.x, all.min.x, all.width()),
                                   cell(centre.y, all.min.y, all.height())),
                           i);
    }
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace

BoxIndex::BoxIndex(std::span<const Box> boxes) {
    const auto order = along_curve(boxes);
    item_count_ = order.size();
    if (order.empty())
        return;
    nodes_.reserve(order.size() + order.size() / (node_size - 1) + 8);
    for (const auto& [place, item] : order)
        nodes_.push_back({boxes[item], item});
    std::size_t level_start = 0;
    level_starts_.push_back(0);
    while (nodes_.size() - level_start > 1) {
        const std::size_t level_end = nodes_.size();
        level_starts_.push_back(level_end);
        for (std::size_t first = level_start; first < level_end; first += node_size) {
            Node parent{{}, static_cast<std::uint32_t>(first)};
            for (std::size_t i = first; i < std::min(first + node_size, level_end); ++i)
                parent.box.extend(nodes_[i].box);
            nodes_.push_back(parent);
        }
        level_start = level_end;
    }
}

std::vector<std::uint32_t> BoxIndex::find(const Box& query) const {
    std::vector<std::uint32_t> found;
    visit(query, [&](std::uint32_t index) { found.push_back(index); });
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace antardesa::geo
