#include "cartography/detail/label_space.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

constexpr double cell = 8; ///< millimetres: about a label's height times three

} // namespace

LabelSpace::LabelSpace(double width, double height)
    : surface_{{0, 0}, {width, height}}, columns_(std::max(1, static_cast<int>(width / cell) + 1)),
      rows_(std::max(1, static_cast<int>(height / cell) + 1)),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
}

LabelSpace::Cells LabelSpace::cells_of(const geo::Box& box) const {
    const auto clamped = [](double value, int count) {
        return static_cast<int>(std::clamp(value / cell, 0.0, count - 1.0));
    };
    return {clamped(box.min.x, columns_), clamped(box.max.x, columns_), clamped(box.min.y, rows_),
            clamped(box.max.y, rows_)};
}

void LabelSpace::take(const geo::Box& box) {
    if (box.empty() || !box.intersects(surface_))
        return;
    const auto index = static_cast<std::uint32_t>(boxes_.size());
    boxes_.push_back(box);
    const Cells at = cells_of(box);
    for (int row = at.bottom; row <= at.top; ++row)
        for (int column = at.left; column <= at.right; ++column)
            cells_[static_cast<std::size_t>(row * columns_ + column)].push_back(index);
}

bool LabelSpace::is_free(const geo::Box& box) const {
    if (!surface_.contains(box))
        return false;
    const Cells at = cells_of(box);
    for (int row = at.bottom; row <= at.top; ++row)
        for (int column = at.left; column <= at.right; ++column)
            for (const std::uint32_t index :
                 cells_[static_cast<std::size_t>(row * columns_ + column)])
                if (boxes_[index].intersects(box))
                    return false;
    return true;
}

} // namespace antardesa::cartography
