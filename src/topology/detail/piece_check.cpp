#include "topology/detail/piece_check.h"

#include "geo/box_index.h"
#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

struct Segment {
    geo::Point a;
    geo::Point b;
    geo::Box box() const {
        geo::Box box;
        box.extend(a);
        box.extend(b);
        return box;
    }
};

enum class Relation { apart, near, crossing };

double distance_to(const Segment& segment, geo::Point p) {
    return geo::distance(p, geo::nearest_on_segment(segment.a, segment.b, p));
}

bool crosses(const Segment& s, const Segment& t) {
    const double a = geo::cross(s.b - s.a, t.a - s.a);
    const double b = geo::cross(s.b - s.a, t.b - s.a);
    const double c = geo::cross(t.b - t.a, s.a - t.a);
    const double d = geo::cross(t.b - t.a, s.b - t.a);
    return ((a > 0) != (b > 0)) && ((c > 0) != (d > 0));
}

/// Segments that leave the same place: near when one lies along the other.
Relation relation_at(geo::Point shared, geo::Point p, geo::Point q, double clearance) {
    const bool along =
        distance_to({shared, q}, p) < clearance || distance_to({shared, p}, q) < clearance;
    return along ? Relation::near : Relation::apart;
}

Relation relation(const Segment& s, const Segment& t, double clearance) {
    if (s.a == t.a)
        return s.b == t.b ? Relation::crossing : relation_at(s.a, s.b, t.b, clearance);
    if (s.a == t.b)
        return s.b == t.a ? Relation::crossing : relation_at(s.a, s.b, t.a, clearance);
    if (s.b == t.a)
        return relation_at(s.b, s.a, t.b, clearance);
    if (s.b == t.b)
        return relation_at(s.b, s.a, t.a, clearance);
    if (crosses(s, t))
        return Relation::crossing;
    const bool near = distance_to(t, s.a) < clearance || distance_to(t, s.b) < clearance ||
                      distance_to(s, t.a) < clearance || distance_to(s, t.b) < clearance;
    return near ? Relation::near : Relation::apart;
}

std::vector<Segment> segments_of(std::span<const ArcPiece> pieces,
                                 const geo::Line ArcPiece::*line) {
    std::vector<Segment> segments;
    for (const ArcPiece& piece : pieces)
        for (std::size_t i = 1; i < (piece.*line).size(); ++i)
            segments.push_back({(piece.*line)[i - 1], (piece.*line)[i]});
    return segments;
}

/// Segments to be compared with many others.
class SegmentSet {
  public:
    SegmentSet(std::vector<Segment> segments, double clearance)
        : segments_(std::move(segments)), clearance_(clearance) {
        std::vector<geo::Box> boxes;
        for (const Segment& segment : segments_) {
            boxes.push_back(segment.box().grown(clearance));
            box_.extend(boxes.back());
        }
        index_ = geo::BoxIndex(boxes);
    }

    const geo::Box& box() const { return box_; }
    std::span<const Segment> segments() const { return segments_; }

    /// The worst that a segment does to this set.
    Relation worst(const Segment& other) const {
        const geo::Box box = other.box();
        Relation found = Relation::apart;
        if (!box.intersects(box_))
            return found;
        index_.visit(box, [&](std::uint32_t i) {
            if (found != Relation::crossing)
                found = std::max(found, relation(segments_[i], other, clearance_));
        });
        return found;
    }

    /// Whether this very segment is in the set, whichever way it runs.
    bool holds(const Segment& other) const {
        bool found = false;
        if (!other.box().intersects(box_))
            return found;
        index_.visit(other.box(), [&](std::uint32_t i) {
            const Segment& own = segments_[i];
            found |=
                (own.a == other.a && own.b == other.b) || (own.a == other.b && own.b == other.a);
        });
        return found;
    }

    /// The place of the first two segments of the set that meet where they should not.
    std::optional<geo::Point> own_conflict() const {
        for (std::uint32_t i = 0; i < segments_.size(); ++i) {
            if (geo::distance(segments_[i].a, segments_[i].b) < clearance_)
                return segments_[i].a;
            std::optional<geo::Point> place;
            index_.visit(segments_[i].box(), [&](std::uint32_t j) {
                if (j > i && relation(segments_[i], segments_[j], clearance_) != Relation::apart)
                    place = segments_[j].a;
            });
            if (place)
                return place;
        }
        return std::nullopt;
    }

  private:
    std::vector<Segment> segments_;
    double clearance_;
    geo::Box box_;
    geo::BoxIndex index_;
};

bool is_replaced(std::span<const ArcPiece> pieces, std::uint32_t arc, std::uint32_t segment,
                 std::uint32_t segments) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const ArcPiece& piece) {
        return piece.arc == arc && (segment + segments - piece.first) % segments < piece.segments;
    });
}

class Check {
  public:
    Check(const Coverage& coverage, std::span<const ArcPiece> pieces,
          std::span<const geo::Line> loops, double clearance)
        : coverage_(coverage), pieces_(pieces), loops_(loops),
          now_(segments_of(pieces, &ArcPiece::after), clearance),
          before_(segments_of(pieces, &ArcPiece::before), clearance) {}

    PieceFault run() {
        if (const PieceFault fault = claimed_again(); fault.fault != ArcEditFault::none)
            return fault;
        if (const auto place = now_.own_conflict())
            return {ArcEditFault::touches_itself, *place, 0};
        for (std::uint32_t i = 0; i < coverage_.arcs.size(); ++i)
            if (coverage_.arcs[i].box.intersects(now_.box()))
                if (const PieceFault fault = against(i); fault.fault != ArcEditFault::none)
                    return fault;
        return swept();
    }

  private:
    bool is_edited(std::uint32_t arc) const {
        return std::any_of(pieces_.begin(), pieces_.end(),
                           [&](const ArcPiece& piece) { return piece.arc == arc; });
    }

    /// Who runs along the old line without being it would be left behind.
    PieceFault claimed_again() const {
        for (std::uint32_t index = 0; index < coverage_.arcs.size(); ++index) {
            const Arc& arc = coverage_.arcs[index];
            if (!arc.box.intersects(before_.box()))
                continue;
            const std::span<const geo::Point> points = coverage_.points(arc);
            const auto segments = static_cast<std::uint32_t>(points.size() - 1);
            for (std::uint32_t i = 0; i < segments; ++i)
                if (!is_replaced(pieces_, index, i, segments) &&
                    before_.holds({points[i], points[i + 1]}))
                    return {ArcEditFault::claimed_again, points[i], index};
        }
        return claimed_again_by_pieces();
    }

    /// Of a node's arcs two may run along each other.
    PieceFault claimed_again_by_pieces() const {
        for (const ArcPiece& piece : pieces_) {
            if (pieces_.size() == 1)
                break;
            const SegmentSet own(segments_of(std::span(&piece, 1), &ArcPiece::before), 0);
            for (const ArcPiece& other : pieces_)
                for (std::size_t i = 1; other.arc != piece.arc && i < other.before.size(); ++i)
                    if (own.holds({other.before[i - 1], other.before[i]}))
                        return {ArcEditFault::claimed_again, other.before[i], other.arc};
        }
        return {};
    }

    PieceFault against(std::uint32_t index) {
        const std::span<const geo::Point> points = coverage_.points(coverage_.arcs[index]);
        const bool edited = is_edited(index);
        const auto segments = static_cast<std::uint32_t>(points.size() - 1);
        for (std::uint32_t i = 0; i < segments; ++i) {
            const Segment other{points[i], points[i + 1]};
            if (!other.box().intersects(now_.box()) ||
                (edited && is_replaced(pieces_, index, i, segments)))
                continue;
            const Relation found = now_.worst(other);
            if (found == Relation::apart || found <= relation_before(index))
                continue;
            return {fault_against(index), other.a, index};
        }
        return {};
    }

    /// What the old line did to an arc: on overlapping outlines it may cross it already.
    Relation relation_before(std::uint32_t index) const {
        const std::span<const geo::Point> points = coverage_.points(coverage_.arcs[index]);
        const auto segments = static_cast<std::uint32_t>(points.size() - 1);
        Relation found = Relation::apart;
        for (std::uint32_t i = 0; i < segments && found != Relation::crossing; ++i)
            if (!is_replaced(pieces_, index, i, segments))
                found = std::max(found, before_.worst({points[i], points[i + 1]}));
        return found;
    }

    ArcEditFault fault_against(std::uint32_t index) const {
        const Arc& other = coverage_.arcs[index];
        for (const ArcPiece& piece : pieces_) {
            const Arc& arc = coverage_.arcs[piece.arc];
            if (std::minmax(arc.left, arc.right) == std::minmax(other.left, other.right))
                return ArcEditFault::touches_itself;
        }
        return ArcEditFault::crosses_boundary;
    }

    /// Nothing may come to lie on the other side of the line.
    PieceFault swept() const {
        for (const geo::Line& loop : loops_) {
            const geo::Box box = geo::bounds(loop);
            for (const ArcPiece& piece : pieces_)
                if (const auto place = place_outside_pieces(piece.arc);
                    place && winding_number(loop, *place) != 0)
                    return {ArcEditFault::village_vanishes, *place, piece.arc};
            for (std::uint32_t i = 0; i < coverage_.arcs.size(); ++i)
                if (box.contains(coverage_.arcs[i].box) && !is_edited(i) &&
                    winding_number(loop, place_on(i)) != 0 &&
                    relation_before(i) != Relation::crossing)
                    return {ArcEditFault::crosses_boundary, place_on(i), i};
        }
        return {};
    }

    geo::Point place_on(std::uint32_t index) const {
        const std::span<const geo::Point> points = coverage_.points(coverage_.arcs[index]);
        const std::size_t middle = points.size() / 2;
        return (points[middle - 1] + points[middle]) * 0.5;
    }

    std::optional<geo::Point> place_outside_pieces(std::uint32_t index) const {
        const std::span<const geo::Point> points = coverage_.points(coverage_.arcs[index]);
        const auto segments = static_cast<std::uint32_t>(points.size() - 1);
        for (std::uint32_t k = 0; k < segments; ++k) {
            const std::uint32_t i = (segments / 2 + k) % segments;
            if (!is_replaced(pieces_, index, i, segments))
                return (points[i] + points[i + 1]) * 0.5;
        }
        return std::nullopt;
    }

    const Coverage& coverage_;
    std::span<const ArcPiece> pieces_;
    std::span<const geo::Line> loops_;
    SegmentSet now_;
    SegmentSet before_;
};

} // namespace

int winding_number(std::span<const geo::Point> loop, geo::Point p) {
    int turns = 0;
    for (std::size_t i = 0; i < loop.size(); ++i) {
        const geo::Point a = loop[i];
        const geo::Point b = loop[i + 1 == loop.size() ? 0 : i + 1];
        if ((a.y > p.y) == (b.y > p.y))
            continue;
        const double side = geo::cross(b - a, p - a);
        if (a.y <= p.y && side > 0)
            ++turns;
        else if (a.y > p.y && side < 0)
            --turns;
    }
    return turns;
}

} // namespace antardesa::topology::detail

namespace antardesa::topology {

std::optional<std::uint32_t> claimed_again(const Coverage& coverage,
                                           std::span<const std::uint32_t> arcs) {
    std::vector<detail::Segment> segments;
    for (const std::uint32_t index : arcs) {
        const auto points = coverage.points(coverage.arcs[index]);
        for (std::size_t i = 1; i < points.size(); ++i)
            segments.push_back({points[i - 1], points[i]});
    }
    const detail::SegmentSet line(std::move(segments), 0);
    for (std::uint32_t index = 0; index < coverage.arcs.size(); ++index) {
        const Arc& arc = coverage.arcs[index];
        if (!arc.box.intersects(line.box()) ||
            std::find(arcs.begin(), arcs.end(), index) != arcs.end())
            continue;
        const auto points = coverage.points(arc);
        for (std::size_t i = 1; i < points.size(); ++i)
            if (line.holds({points[i - 1], points[i]}))
                return index;
    }
    return std::nullopt;
}

} // namespace antardesa::topology

namespace antardesa::topology::detail {

PieceFault find_piece_fault(const Coverage& coverage, std::span<const ArcPiece> pieces,
                            std::span<const geo::Line> loops, double clearance) {
    return Check(coverage, pieces, loops, clearance).run();
}

} // namespace antardesa::topology::detail
