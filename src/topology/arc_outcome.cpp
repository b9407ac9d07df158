#include "topology/arc_edit.h"

#include <algorithm>
#include <cassert>

namespace antardesa::topology {

namespace {

/// Where a stretch stands in a closed ring: it begins at `first` and ends at `last`, which is
/// beyond the ring's end when the stretch runs past its start.
struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Matches from one vertex on; vertices that the ring repeats are passed over.
std::optional<std::size_t> match_from(const geo::Ring& ring, std::size_t first,
                                      const geo::Line& stretch) {
    const std::size_t around = ring.size() - 1;
    std::size_t at = first;
    for (std::size_t i = 1; i < stretch.size(); ++i) {
        do
            ++at;
        while (at < first + 2 * around && ring[at % around] == stretch[i - 1]);
        if (ring[at % around] != stretch[i])
            return std::nullopt;
    }
    return at;
}

std::optional<Found> find_stretch(const geo::Ring& ring, const geo::Line& stretch) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        if (ring[i] == stretch.front())
            if (const auto last = match_from(ring, i, stretch))
                return Found{i, *last};
    return std::nullopt;
}

geo::Ring replaced(const geo::Ring& ring, Found found, const geo::Line& by) {
    const std::size_t around = ring.size() - 1;
    geo::Ring result;
    const auto at = [&](std::size_t i) { return ring.begin() + static_cast<std::ptrdiff_t>(i); };
    if (found.last <= around) {
        result.insert(result.end(), at(0), at(found.first));
        result.insert(result.end(), by.begin(), by.end());
        result.insert(result.end(), at(found.last + 1 > ring.size() ? ring.size() : found.last + 1),
                      ring.end());
        return result;
    }
    // The ring's first vertex lies within the stretch: it now begins where the stretch does.
    result = by;
    if (found.last - around + 1 <= found.first)
        result.insert(result.end(), at(found.last - around + 1), at(found.first));
    if (result.back() != result.front())
        result.push_back(result.front());
    return result;
}

void splice(geo::Ring& ring, const ArcPiece& piece) {
    if (ring.size() < 2)
        return;
    if (ring.front() != ring.back())
        ring.push_back(ring.front());
    if (const auto found = find_stretch(ring, piece.before)) {
        ring = replaced(ring, *found, piece.after);
        return;
    }
    const geo::Line before(piece.before.rbegin(), piece.before.rend());
    const auto found = find_stretch(ring, before);
    assert(found);
    if (found)
        ring = replaced(ring, *found, {piece.after.rbegin(), piece.after.rend()});
}

geo::Ring& ring_number(geo::MultiPolygon& outline, std::size_t number) {
    for (geo::Polygon& part : outline) {
        if (number == 0)
            return part.outer;
        if (number <= part.holes.size())
            return part.holes[number - 1];
        number -= 1 + part.holes.size();
    }
    assert(false);
    return outline.front().outer;
}

class Writer {
  public:
    Writer(const Coverage& coverage, const ArcEditCheck& check)
        : coverage_(coverage), check_(check) {}

    geo::MultiPolygon outline(Claimant claimant, const geo::MultiPolygon& old) const {
        geo::MultiPolygon outline = old;
        const auto rings = coverage_.rings_of(claimant);
        for (std::size_t number = 0; number < rings.size(); ++number)
            for (const ArcPiece& piece : check_.pieces)
                if (holds(rings[number], piece.arc))
                    write(ring_number(outline, number), piece);
        return outline;
    }

    geo::Line arc(std::uint32_t index) const {
        const auto points = coverage_.points(coverage_.arcs[index]);
        geo::Line line(points.begin(), points.end());
        const bool closed = line.front() == line.back();
        for (const ArcPiece& piece : check_.pieces)
            if (piece.arc == index)
                closed ? write(line, piece) : splice_open(line, piece);
        return line;
    }

  private:
    /// How often the arc stands in the ring does not matter: `write` finds its vertices.
    bool holds(const RingOfArcs& ring, std::uint32_t arc) const {
        const auto references = std::span(coverage_.ring_arcs).subspan(ring.first, ring.count);
        return std::any_of(references.begin(), references.end(), [&](std::int32_t reference) {
            return static_cast<std::uint32_t>(reference < 0 ? ~reference : reference) == arc;
        });
    }

    /// One moved vertex is replaced where it stands, so that the ring still starts where it did; a
    /// moved tip too, since its arcs' pieces overlap in it.
    void write(geo::Ring& ring, const ArcPiece& piece) const {
        if (piece.before.size() == 3 && piece.after.size() == 3)
            std::replace(ring.begin(), ring.end(), piece.before[1], piece.after[1]);
        else if (piece.before.front() != piece.after.front())
            std::replace(ring.begin(), ring.end(), piece.before.front(), piece.after.front());
        else if (piece.before.back() != piece.after.back())
            std::replace(ring.begin(), ring.end(), piece.before.back(), piece.after.back());
        else
            splice(ring, piece);
    }

    static void splice_open(geo::Line& line, const ArcPiece& piece) {
        const auto from = line.begin() + piece.first;
        const auto to = from + piece.segments + 1;
        geo::Line result(line.begin(), from);
        result.insert(result.end(), piece.after.begin(), piece.after.end());
        result.insert(result.end(), to, line.end());
        line = std::move(result);
    }

    const Coverage& coverage_;
    const ArcEditCheck& check_;
};

template<class Value>
void sort_once(std::vector<Value>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

ArcEditOutcome carry_out(const Coverage& coverage,
                         std::span<const geo::MultiPolygon* const> claimants,
                         const ArcEditCheck& check) {
    std::vector<std::uint32_t> arcs;
    std::vector<Claimant> touched;
    for (const ArcPiece& piece : check.pieces) {
        arcs.push_back(piece.arc);
        touched.push_back(coverage.arcs[piece.arc].left);
        if (coverage.arcs[piece.arc].right != nobody)
            touched.push_back(coverage.arcs[piece.arc].right);
    }
    sort_once(arcs);
    sort_once(touched);
    const Writer writer(coverage, check);
    ArcEditOutcome outcome;
    for (const Claimant claimant : touched)
        outcome.outlines.emplace_back(claimant, writer.outline(claimant, *claimants[claimant]));
    for (const std::uint32_t arc : arcs)
        outcome.arcs.emplace_back(arc, writer.arc(arc));
    return outcome;
}

geo::MultiLine boundary_lines_after(const Coverage& coverage, std::span<const std::uint32_t> arcs,
                                    std::span<const std::pair<std::uint32_t, geo::Line>> changed) {
    Coverage part; // these arcs alone, numbered anew
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t index : arcs) {
        const auto fresh = std::find_if(changed.begin(), changed.end(),
                                        [&](const auto& entry) { return entry.first == index; });
        const auto points = fresh == changed.end() ? coverage.points(coverage.arcs[index])
                                                   : std::span<const geo::Point>(fresh->second);
        Arc arc = coverage.arcs[index];
        arc.first = static_cast<std::uint32_t>(part.vertices.size());
        arc.count = static_cast<std::uint32_t>(points.size());
        part.vertices.insert(part.vertices.end(), points.begin(), points.end());
        numbers.push_back(static_cast<std::uint32_t>(part.arcs.size()));
        part.arcs.push_back(arc);
    }
    return boundary_lines(part, numbers);
}

} // namespace antardesa::topology
