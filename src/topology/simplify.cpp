#include "topology/coverage.h"

namespace antardesa::topology {

namespace {

geo::Point scaled(geo::Point p, geo::Point metric) {
    return {p.x * metric.x, p.y * metric.y};
}

/// Index (relative to the arc) of the vertex farthest from the chord first…last, if any is
/// farther than the root of `squared`; otherwise `first`. `squared` becomes its distance.
std::uint32_t farthest(std::span<const geo::Point> arc, std::uint32_t first, std::uint32_t last,
                       geo::Point metric, double& squared) {
    const geo::Point a = scaled(arc[first], metric);
    const geo::Point chord = scaled(arc[last], metric) - a;
    const double length = geo::dot(chord, chord);
    const double inverse = length > 0 ? 1 / length : 0;
    std::uint32_t worst = first;
    for (std::uint32_t i = first + 1; i < last; ++i) {
        const geo::Point d = scaled(arc[i], metric) - a;
        const double t = std::clamp(geo::dot(d, chord) * inverse, 0.0, 1.0);
        const geo::Point off = d - chord * t;
        const double distance = geo::dot(off, off);
        if (distance > squared) {
            squared = distance;
            worst = i;
        }
    }
    return worst;
}

class Simplifier {
  public:
    Simplifier(const Coverage& coverage, const SimplifyOptions& options)
        : coverage_(coverage), options_(options), kept_(coverage.vertices.size(), 0) {}

    Coverage run() {
        for (const Arc& arc : coverage_.arcs)
            choose(arc);
        if (options_.keep_small)
            for (const RingOfArcs& ring : coverage_.rings)
                if (vanishes(ring))
                    restore_triangle(ring);
        return write();
    }

  private:
    const Arc& arc_of(std::int32_t reference) const {
        return coverage_.arcs[static_cast<std::uint32_t>(reference < 0 ? ~reference : reference)];
    }
    std::span<const std::int32_t> references(const RingOfArcs& ring) const {
        return std::span(coverage_.ring_arcs).subspan(ring.first, ring.count);
    }

    void keep(const Arc& arc, std::uint32_t index) { kept_[arc.first + index] = 1; }

    /// Douglas-Peucker with a stack of its own.
    void choose(const Arc& arc) {
        keep(arc, 0);
        keep(arc, arc.count - 1);
        const geo::Point size = scaled({arc.box.width(), arc.box.height()}, options_.metric);
        if (arc.count == 2 || geo::norm(size) <= options_.tolerance)
            return;
        const std::span<const geo::Point> points = coverage_.points(arc);
        open_.assign(1, {0, arc.count - 1});
        while (!open_.empty()) {
            const auto [first, last] = open_.back();
            open_.pop_back();
            double squared = options_.tolerance * options_.tolerance;
            const std::uint32_t split = farthest(points, first, last, options_.metric, squared);
            if (split == first)
                continue;
            keep(arc, split);
            if (last - split > 1)
                open_.push_back({split, last});
            if (split - first > 1)
                open_.push_back({first, split});
        }
    }

    std::uint32_t kept_count(const Arc& arc) const {
        std::uint32_t count = 0;
        for (std::uint32_t i = 0; i < arc.count; ++i)
            count += kept_[arc.first + i];
        return count;
    }

    /// Fewer than three different corners are left.
    bool vanishes(const RingOfArcs& ring) const {
        std::uint32_t segments = 0;
        for (const std::int32_t reference : references(ring))
            segments += kept_count(arc_of(reference)) - 1;
        return segments < 3;
    }

    void restore_triangle(const RingOfArcs& ring) {
        const Arc* longest = nullptr;
        for (const std::int32_t reference : references(ring))
            if (longest == nullptr || arc_of(reference).count > longest->count)
                longest = &arc_of(reference);
        if (longest == nullptr)
            return;
        const std::uint32_t corner = keep_farthest(*longest, 0, longest->count - 1);
        if (!vanishes(ring) || corner == 0)
            return;
        // A closed arc needs two corners beside its node.
        if (keep_farthest(*longest, 0, corner) == 0)
            keep_farthest(*longest, corner, longest->count - 1);
    }

    std::uint32_t keep_farthest(const Arc& arc, std::uint32_t first, std::uint32_t last) {
        double squared = 0;
        const std::uint32_t corner =
            farthest(coverage_.points(arc), first, last, options_.metric, squared);
        keep(arc, corner);
        return corner;
    }

    Coverage write() const {
        Coverage result;
        result.arcs = coverage_.arcs;
        result.nodes = coverage_.nodes;
        result.claimant_rings = coverage_.claimant_rings;
        result.vertices.reserve(
            static_cast<std::size_t>(std::count(kept_.begin(), kept_.end(), 1)));
        for (Arc& arc : result.arcs)
            write(arc, result.vertices);
        result.ring_arcs.reserve(coverage_.ring_arcs.size());
        result.rings.reserve(coverage_.rings.size());
        for (const RingOfArcs& ring : coverage_.rings)
            write(ring, result);
        return result;
    }

    void write(Arc& arc, std::vector<geo::Point>& out) const {
        const std::uint32_t from = arc.first;
        arc.first = static_cast<std::uint32_t>(out.size());
        arc.box = {};
        for (std::uint32_t i = from; i < from + arc.count; ++i)
            if (kept_[i]) {
                out.push_back(coverage_.vertices[i]);
                arc.box.extend(out.back());
            }
        arc.count = static_cast<std::uint32_t>(out.size()) - arc.first;
    }

    void write(const RingOfArcs& ring, Coverage& result) const {
        RingOfArcs copy = ring;
        copy.first = static_cast<std::uint32_t>(result.ring_arcs.size());
        copy.count = vanishes(ring) ? 0 : ring.count;
        const auto all = references(ring).first(copy.count);
        result.ring_arcs.insert(result.ring_arcs.end(), all.begin(), all.end());
        result.rings.push_back(copy);
    }

    const Coverage& coverage_;
    const SimplifyOptions& options_;
    std::vector<std::uint8_t> kept_; ///< one per vertex of the coverage
    struct Open {
        std::uint32_t first;
        std::uint32_t last;
    };
    std::vector<Open> open_;
};

} // namespace

Coverage simplified(const Coverage& coverage, const SimplifyOptions& options) {
    if (!(options.tolerance > 0))
        return coverage;
    return Simplifier(coverage, options).run();
}

} // namespace antardesa::topology
