#pragma once

#include "geo/geometry.h"

#include <optional>
#include <vector>

namespace antardesa::workspace {

/// A proposed line while hands lead it: a few of its vertices are held, and what lies between two
/// of them keeps its course until one of the two moves; then it is straight. A value; positions in
/// EPSG:4326.
class ProposalHand {
  public:
    ProposalHand() = default;
    /// Holds the ends and the vertices that matter most, twelve at most. `metric`: metres of a
    /// degree to the east and to the north there.
    ProposalHand(const geo::Line& line, geo::Point metric);

    const std::vector<geo::Point>& handles() const { return handles_; }
    /// From handle n to the next.
    bool is_locked(std::size_t piece) const { return locked_[piece]; }
    /// An end, or a handle beside an agreed piece.
    bool is_fixed(std::size_t handle) const;
    geo::Line line() const;
    bool empty() const { return handles_.size() < 2; }

    /// Nothing happens to a fixed one.
    void move(std::size_t handle, geo::Point to);
    /// A handle where the line passes nearest to a point; its number. In an agreed piece: the
    /// number of the piece's first handle, and nothing changes.
    std::size_t insert(geo::Point at);
    void lock(std::size_t piece, bool agreed);
    /// The handle within `reach` metres of a point; -1: none.
    int near(geo::Point at, double reach) const;
    /// The piece whose course passes within `reach` metres of a point; at a handle the one after
    /// it, at the last handle the one before.
    std::optional<std::size_t> piece_at(geo::Point at, double reach) const;

    friend bool operator==(const ProposalHand&, const ProposalHand&) = default;

  private:
    struct OnLine {
        std::size_t piece = 0;
        std::size_t before = 0; ///< vertices of the piece that stay in front
        geo::Point place;
        double away_m = 0;
    };
    OnLine nearest(geo::Point at) const;
    double metres(geo::Point a, geo::Point b) const;

    geo::Point metric_{1, 1};
    std::vector<geo::Point> handles_;
    std::vector<geo::Line> between_; ///< vertices strictly between a handle and the next
    std::vector<bool> locked_;
};

} // namespace antardesa::workspace
