#include "workspace/proposal_hand.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antardesa::workspace {

namespace {

constexpr std::size_t most_handles = 12;

/// Of the line, in metres, the vertices that stay when it is thinned as far as needed.
std::vector<bool> held(const geo::Line& line, geo::Point metric) {
    geo::Line plane;
    plane.reserve(line.size());
    for (const geo::Point p : line)
        plane.push_back({p.x * metric.x, p.y * metric.y});
    geo::Line kept = plane;
    for (double tolerance = 1; kept.size() > most_handles; tolerance *= 1.5)
        kept = geo::simplified(plane, tolerance);
    std::vector<bool> holds(line.size(), false);
    std::size_t next = 0;
    for (std::size_t i = 0; i < plane.size() && next < kept.size(); ++i)
        if (plane[i] == kept[next]) {
            holds[i] = true;
            ++next;
        }
    return holds;
}

} // namespace

ProposalHand::ProposalHand(const geo::Line& line, geo::Point metric) : metric_(metric) {
    if (line.size() < 2)
        return;
    const std::vector<bool> holds = held(line, metric);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (holds[i] || i == 0 || i + 1 == line.size()) {
            handles_.push_back(line[i]);
            between_.emplace_back();
        } else {
            between_.back().push_back(line[i]);
        }
    }
    between_.pop_back();
    locked_.assign(between_.size(), false);
}

bool ProposalHand::is_fixed(std::size_t handle) const {
    return handle == 0 || handle + 1 >= handles_.size() || locked_[handle - 1] || locked_[handle];
}

geo::Line ProposalHand::line() const {
    geo::Line line;
    for (std::size_t i = 0; i < handles_.size(); ++i) {
        line.push_back(handles_[i]);
        if (i < between_.size())
            line.insert(line.end(), between_[i].begin(), between_[i].end());
    }
    return line;
}

void ProposalHand::move(std::size_t handle, geo::Point to) {
    if (handle >= handles_.size() || is_fixed(handle))
        return;
    handles_[handle] = to;
    between_[handle - 1].clear();
    between_[handle].clear();
}

ProposalHand::OnLine ProposalHand::nearest(geo::Point at) const {
    const auto scaled = [&](geo::Point p) { return geo::Point{p.x * metric_.x, p.y * metric_.y}; };
    OnLine nearest{0, 0, at, std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < between_.size(); ++i) {
        geo::Line run{handles_[i]};
        run.insert(run.end(), between_[i].begin(), between_[i].end());
        run.push_back(handles_[i + 1]);
        for (std::size_t k = 1; k < run.size(); ++k) {
            const geo::Point found =
                geo::nearest_on_segment(scaled(run[k - 1]), scaled(run[k]), scaled(at));
            if (const double away = geo::distance(found, scaled(at)); away < nearest.away_m)
                nearest = {i, k - 1, {found.x / metric_.x, found.y / metric_.y}, away};
        }
    }
    return nearest;
}

std::size_t ProposalHand::insert(geo::Point at) {
    const auto [piece, before, place, away] = nearest(at);
    if (between_.empty() || locked_[piece])
        return piece;
    const auto cut = between_[piece].begin() + static_cast<std::ptrdiff_t>(before);
    geo::Line rest(cut, between_[piece].end());
    between_[piece].erase(cut, between_[piece].end());
    const auto after = static_cast<std::ptrdiff_t>(piece) + 1;
    handles_.insert(handles_.begin() + after, place);
    between_.insert(between_.begin() + after, std::move(rest));
    locked_.insert(locked_.begin() + after, false);
    return piece + 1;
}

std::optional<std::size_t> ProposalHand::piece_at(geo::Point at, double reach) const {
    if (between_.empty())
        return std::nullopt;
    if (const int handle = near(at, reach); handle >= 0)
        return std::min(static_cast<std::size_t>(handle), between_.size() - 1);
    const OnLine nearest_piece = nearest(at);
    return nearest_piece.away_m <= reach ? std::optional(nearest_piece.piece) : std::nullopt;
}

void ProposalHand::lock(std::size_t piece, bool agreed) {
    if (piece < locked_.size())
        locked_[piece] = agreed;
}

double ProposalHand::metres(geo::Point a, geo::Point b) const {
    return std::hypot((a.x - b.x) * metric_.x, (a.y - b.y) * metric_.y);
}

int ProposalHand::near(geo::Point at, double reach) const {
    int found = -1;
    for (std::size_t i = 0; i < handles_.size(); ++i)
        if (const double away = metres(handles_[i], at); away <= reach) {
            reach = away;
            found = static_cast<int>(i);
        }
    return found;
}

} // namespace antardesa::workspace
