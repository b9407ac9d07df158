#pragma once

#include "geo/geometry.h"

#include <functional>
#include <unordered_set>

namespace antardesa::topology::detail {

/// Stretches between two vertices, whichever way they are walked, told by their coordinates.
class EdgeSet {
  public:
    void add(const geo::MultiPolygon& polygons);
    /// False when it was there already.
    bool insert(geo::Point a, geo::Point b) { return edges_.insert(key(a, b)).second; }
    bool contains(geo::Point a, geo::Point b) const { return edges_.count(key(a, b)) > 0; }

  private:
    struct Key {
        geo::Point low;
        geo::Point high;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };
    static Key key(geo::Point a, geo::Point b);

    std::unordered_set<Key, Hash> edges_;
};

/// Appends the parts of a line whose edges are wanted, as long as they hang together.
void append_stretches(geo::MultiLine& lines, std::span<const geo::Point> line,
                      const std::function<bool(geo::Point, geo::Point)>& is_wanted);

} // namespace antardesa::topology::detail
