#include "cartography/detail/regions.h"

#include "geo/shape.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using topology::Arc;
using topology::Claimant;

/// Where the walk along an arc begins that some class still has to do, its land on the left.
struct Loose {
    std::int32_t kind;
    std::uint32_t node;
    std::uint32_t arc;
    bool backwards = false;
    friend bool operator<(const Loose& a, const Loose& b) {
        return std::tie(a.kind, a.node, a.arc) < std::tie(b.kind, b.node, b.arc);
    }
};

class Outliner {
  public:
    explicit Outliner(const RegionRequest& request)
        : request_(request), class_of_(request.coverage.claimant_count(), -1),
          result_(static_cast<std::size_t>(request.classes)) {}

    std::vector<Path> run() {
        for (const Claimant c : request_.claimants)
            class_of_[c] = request_.class_of(c);
        for (const Claimant c : request_.claimants)
            if (class_of_[c] >= 0)
                collect(c);
        std::sort(loose_.begin(), loose_.end());
        used_.assign(loose_.size(), false);
        for (std::size_t i = 0; i < loose_.size(); ++i)
            if (!used_[i])
                walk(i);
        return std::move(result_);
    }

  private:
    int class_at(Claimant c) const { return c < class_of_.size() ? class_of_[c] : -1; }

    void collect(Claimant c) {
        const topology::Coverage& coverage = request_.coverage;
        for (const topology::RingOfArcs& ring : coverage.rings_of(c))
            for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
                const std::int32_t reference = coverage.ring_arcs[i];
                const auto index =
                    static_cast<std::uint32_t>(reference < 0 ? ~reference : reference);
                const Arc& arc = coverage.arcs[index];
                const Claimant other = arc.left == c ? arc.right : arc.left;
                if (class_at(other) == class_of_[c])
                    continue;
                // A ring has its claimant on the left, whichever way it runs.
                loose_.push_back({class_of_[c], reference < 0 ? arc.end_node : arc.start_node,
                                  index, reference < 0});
            }
    }

    /// First unused one of a class at a node, or loose_.size().
    std::size_t next_at(std::int32_t kind, std::uint32_t node) const {
        auto at = std::lower_bound(loose_.begin(), loose_.end(), Loose{kind, node, 0});
        for (; at != loose_.end() && at->kind == kind && at->node == node; ++at)
            if (!used_[static_cast<std::size_t>(at - loose_.begin())])
                return static_cast<std::size_t>(at - loose_.begin());
        return loose_.size();
    }

    void walk(std::size_t at) {
        ring_.clear();
        const std::int32_t kind = loose_[at].kind;
        while (at < loose_.size()) {
            const Loose here = loose_[at];
            used_[at] = true;
            const Arc& arc = request_.coverage.arcs[here.arc];
            const auto points = request_.coverage.points(arc);
            const bool forward = !here.backwards;
            const std::uint32_t onward = forward ? arc.end_node : arc.start_node;
            if (forward)
                ring_.insert(ring_.end(), points.begin(), points.end());
            else
                ring_.insert(ring_.end(), points.rbegin(), points.rend());
            if (arc.start_node == arc.end_node)
                break;
            at = next_at(kind, onward);
        }
        finish(kind);
    }

    void finish(std::int32_t kind) {
        const geo::Box box = geo::bounds(std::span<const geo::Point>(ring_));
        if (!box.intersects(request_.clip) ||
            std::max(box.width(), box.height()) < request_.smallest)
            return;
        Path& path = result_[static_cast<std::size_t>(kind)];
        if (request_.clip.contains(box)) {
            path.add(ring_);
            return;
        }
        const geo::Ring cut = geo::clipped_ring(ring_, request_.clip);
        if (cut.size() >= 3)
            path.add(cut);
    }

    const RegionRequest& request_;
    std::vector<std::int32_t> class_of_;
    std::vector<Loose> loose_;
    std::vector<bool> used_;
    geo::Ring ring_;
    std::vector<Path> result_;
};

} // namespace

std::vector<Path> region_rings(const RegionRequest& request) {
    return Outliner(request).run();
}

} // namespace antardesa::cartography
