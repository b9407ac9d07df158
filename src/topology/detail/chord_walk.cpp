#include "topology/detail/chord_walk.h"

#include <algorithm>
#include <array>

namespace antardesa::topology::detail {

namespace {

geo::Point point_at(const geo::Line& line, double position) {
    const auto edge = static_cast<std::size_t>(position);
    const double part = position - static_cast<double>(edge);
    return part > 0 ? line[edge] + (line[edge + 1] - line[edge]) * part : line[edge];
}

} // namespace

ChordWalk::ChordWalk(geo::Line left, geo::Line right, std::vector<LandBetween::Hole> holes,
                     Frame frame)
    : holes_(std::move(holes)), frame_(frame) {
    borders_.push_back({std::move(left), {}});
    borders_.push_back({std::move(right), {}});
    for (const LandBetween::Hole& hole : holes_)
        borders_.push_back({hole.ring, {}});
    for (Border& border : borders_)
        measure(border);
    least_ = greatest_ = borders_[0].heights.front();
    for (std::size_t k = 0; k < 2; ++k)
        for (const double height : borders_[k].heights) {
            least_ = std::min(least_, height);
            greatest_ = std::max(greatest_, height);
        }
}

void ChordWalk::measure(Border& border) {
    border.heights.clear();
    for (const geo::Point p : border.points)
        border.heights.push_back(frame_.height(p));
}

std::vector<ChordWalk::Crossing> ChordWalk::crossings(double level) const {
    std::vector<Crossing> found;
    for (std::size_t k = 0; k < borders_.size(); ++k) {
        const auto& [points, heights] = borders_[k];
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if ((heights[i] < level) == (heights[i + 1] < level))
                continue;
            const double part = (level - heights[i]) / (heights[i + 1] - heights[i]);
            const geo::Point at = points[i] + (points[i + 1] - points[i]) * part;
            found.push_back({k, i, part, frame_.along(at), at});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Crossing& a, const Crossing& b) { return a.along < b.along; });
    return found;
}

/// Goes from tip to tip: along the right side through low land, along the left one through high
/// land, and across on chords, which always lead in the frame's direction.
class ChordWalk::Walker {
  public:
    Walker(const ChordWalk& lens, double level)
        : lens_(lens), level_(level), crossings_(lens.crossings(level)) {
        on_edge_.resize(lens.borders_.size());
        for (std::size_t c = 0; c < crossings_.size(); ++c)
            on_edge_[crossings_[c].border].emplace_back(crossings_[c].edge, c);
        for (auto& edges : on_edge_)
            std::sort(edges.begin(), edges.end());
    }

    std::optional<Way> run() {
        std::size_t border = lens_.borders_[0].heights.front() < level_ ? 1 : 0;
        double position = 0;
        way_.line.push_back(lens_.left().front());
        for (std::size_t steps = 0; steps <= 2 * crossings_.size() + 1; ++steps) {
            const auto reached = border < 2 ? along_side(border, position) : round_hole(border);
            if (!reached)
                return border < 2 ? std::optional(std::move(way_)) : std::nullopt;
            if (*reached % 2 != 0 || *reached + 1 >= crossings_.size())
                return std::nullopt;
            const Crossing& out = crossings_[*reached];
            const Crossing& in = crossings_[*reached + 1];
            append(out.at);
            append(in.at);
            border = in.border;
            arrived_ = *reached + 1;
            const double next = static_cast<double>(in.edge) + in.part;
            if (border < 2 && next < passed_[border])
                return std::nullopt;
            position = next;
        }
        return std::nullopt;
    }

  private:
    void append(geo::Point p) {
        if (way_.line.back() != p)
            way_.line.push_back(p);
    }

    /// To the next crossing of the side, or to its end: nothing.
    std::optional<std::size_t> along_side(std::size_t border, double position) {
        const geo::Line& points = lens_.borders_[border].points;
        const auto& edges = on_edge_[border];
        std::optional<std::size_t> reached;
        auto next = std::find_if(edges.begin(), edges.end(), [&](const auto& entry) {
            return position_of(entry.second) > position;
        });
        if (next != edges.end())
            reached = next->second;
        const double to = reached ? position_of(*reached) : static_cast<double>(points.size() - 1);
        for (auto i = static_cast<std::size_t>(position) + 1;
             static_cast<double>(i) <= to && i < points.size(); ++i)
            append(points[i]);
        (border == 0 ? way_.left : way_.right).push_back({position, to});
        passed_[border] = to;
        return reached;
    }

    /// Keeps the hole on its owner's side: to the next crossing of its ring.
    std::optional<std::size_t> round_hole(std::size_t border) {
        const auto& [points, heights] = lens_.borders_[border];
        const bool of_right = lens_.holes_[border - 2].of_right;
        const std::size_t size = points.size() - 1;
        way_.holes.push_back(border - 2);
        std::size_t edge = crossings_[arrived_].edge;
        const bool forwards = (heights[edge + 1] < level_) == of_right;
        for (std::size_t steps = 0; steps <= size; ++steps) {
            append(points[forwards ? (edge + 1) % size : edge]);
            edge = forwards ? (edge + 1) % size : (edge + size - 1) % size;
            for (const auto& [on, crossing] : on_edge_[border])
                if (on == edge)
                    return crossing;
        }
        return std::nullopt;
    }

    double position_of(std::size_t crossing) const {
        return static_cast<double>(crossings_[crossing].edge) + crossings_[crossing].part;
    }

    const ChordWalk& lens_;
    double level_;
    std::vector<Crossing> crossings_;
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> on_edge_;
    std::array<double, 2> passed_{0, 0};
    std::size_t arrived_ = 0;
    Way way_;
};

std::optional<ChordWalk::Way> ChordWalk::at(double level) const {
    return Walker(*this, level).run();
}

void ChordWalk::cut_off(bool of_left, Stretch stretch) {
    Border& border = borders_[of_left ? 0 : 1];
    const geo::Line& points = border.points;
    const auto keep = static_cast<std::ptrdiff_t>(stretch.from) + 1;
    geo::Line shorter(points.begin(), points.begin() + keep);
    for (const double end : {stretch.from, stretch.to})
        if (const geo::Point p = point_at(points, end); shorter.back() != p)
            shorter.push_back(p);
    for (auto i = static_cast<std::size_t>(stretch.to) + 1; i < points.size(); ++i)
        shorter.push_back(points[i]);
    border.points = std::move(shorter);
    measure(border);
}

} // namespace antardesa::topology::detail
