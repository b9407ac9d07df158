#include "topology/detail/cuts.h"

#include "geo/box_index.h"
#include "topology/too_tangled.h"

#include <algorithm>
#include <array>

namespace antardesa::topology::detail {

namespace {

/// Some consecutive segments of one arc.
struct Chunk {
    std::uint32_t first = 0; ///< first segment
    std::uint32_t count = 0; ///< segments
    std::uint32_t arc = 0;
};

constexpr std::uint32_t chunk_size = 12;

struct Segment {
    std::uint32_t first; ///< vertex index
    std::uint32_t arc;
    Cell start;
    Cell end;
};

struct Crossing {
    Cell at;
    geo::Point place;
};

/// The cell in which the lines from p along u and from q along v cross: the one that holds the
/// place, not one beside it, so more digits are needed than a cell's own. Halves go up, as
/// `passes_through` has it.
Cell crossing_cell(Cell p, Cell u, Cell q, Cell v) {
    __extension__ using Long = __float128; // 113 bits: the products are exact
    const Cell w = q - p;
    const Long over = Long(w.x) * Long(v.y) - Long(w.y) * Long(v.x);
    const Long under = Long(u.x) * Long(v.y) - Long(u.y) * Long(v.x);
    const auto nearest = [&](double component) {
        const Long value = over * Long(component) / under + Long(0.5);
        auto whole = static_cast<std::int64_t>(value);
        whole -= Long(whole) > value;
        return static_cast<double>(whole);
    };
    return {p.x + nearest(u.x), p.y + nearest(u.y)};
}

/// Counts cuts by claimant, and says who has too many.
class CutMeter {
  public:
    CutMeter(const Coverage& coverage, int strictness, Cuts& result)
        : coverage_(coverage), result_(result), left_(coverage.claimant_count(), 40000),
          own_(coverage.claimant_count(), 0), is_tangle_(coverage.claimant_count(), false),
          most_(1000000 + 6 * coverage.vertices.size()),
          most_looks_(50000000 + 200 * coverage.vertices.size()) {
        for (const Arc& arc : coverage.arcs)
            for_each_claimant(arc, [&](Claimant c) { left_[c] += 32 * std::int64_t{arc.count}; });
        for (std::int64_t& left : left_)
            left = std::max<std::int64_t>(left >> (3 * std::min(strictness, 16)), 1);
    }

    void count(std::uint32_t arc, Cell at) {
        result_.ended = result_.ended || result_.cuts.size() > most_;
        for_each_claimant(coverage_.arcs[arc], [&](Claimant c) {
            if (--left_[c] < 0)
                mark(c, false, at);
        });
    }
    void count_own(Claimant claimant, Cell at) {
        if (++own_[claimant] > most_own_crossings)
            mark(claimant, true, at);
    }

    /// Long lines side by side cost as much as crossings, and end the whole check.
    void count_look(geo::Point place) {
        if (++looks_ > most_looks_)
            throw TooTangled(place);
    }

    bool left_out(std::uint32_t arc) const {
        if (result_.tangles.empty())
            return false;
        const Arc& one = coverage_.arcs[arc];
        return is_tangle_[one.left] || (one.right != nobody && is_tangle_[one.right]);
    }

    Cuts sorted() {
        std::sort(result_.tangles.begin(), result_.tangles.end(),
                  [](const Tangle& a, const Tangle& b) { return a.claimant < b.claimant; });
        return std::move(result_);
    }

  private:
    template<class Visit>
    static void for_each_claimant(const Arc& arc, Visit visit) {
        visit(arc.left);
        if (arc.right != nobody && arc.right != arc.left)
            visit(arc.right);
    }

    void mark(Claimant claimant, bool own, Cell at) {
        if (is_tangle_[claimant])
            return;
        is_tangle_[claimant] = true;
        result_.tangles.push_back({claimant, own, at});
    }

    const Coverage& coverage_;
    Cuts& result_;
    std::vector<std::int64_t> left_; ///< cuts that each claimant may still have
    std::vector<int> own_;           ///< crossings of each with itself
    std::vector<bool> is_tangle_;
    std::size_t most_;
    std::size_t most_looks_;
    std::size_t looks_ = 0;
};

class CutSearch {
  public:
    CutSearch(const Coverage& coverage, const Grid& grid, int strictness)
        : coverage_(coverage), grid_(grid), pad_(2 * grid.unit()),
          meter_(coverage, strictness, result_) {}

    Cuts run(Progress& progress) {
        make_chunks();
        index_ = geo::BoxIndex(boxes_);
        for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
            if (i % 1024 == 0)
                progress.check();
            if (!meter_.left_out(chunks_[i].arc))
                inside(chunks_[i]);
            index_.visit(boxes_[i], [&](std::uint32_t j) {
                if (j > i && !result_.ended && !meter_.left_out(chunks_[i].arc) &&
                    !meter_.left_out(chunks_[j].arc))
                    between(i, j);
            });
            if (result_.ended)
                return meter_.sorted();
        }
        if (!result_.tangles.empty())
            return meter_.sorted();
        pass_crossings_through(progress);
        if (result_.ended || !result_.tangles.empty())
            return meter_.sorted();
        std::sort(result_.cuts.begin(), result_.cuts.end());
        result_.cuts.erase(std::unique(result_.cuts.begin(), result_.cuts.end()),
                           result_.cuts.end());
        return std::move(result_);
    }

  private:
    void make_chunks() {
        chunks_.reserve(coverage_.vertices.size() / chunk_size + coverage_.arcs.size());
        for (std::uint32_t arc = 0; arc < coverage_.arcs.size(); ++arc) {
            const Arc& whole = coverage_.arcs[arc];
            for (std::uint32_t from = 0; from + 1 < whole.count; from += chunk_size)
                chunks_.push_back(
                    {whole.first + from, std::min(chunk_size, whole.count - 1 - from), arc});
        }
        boxes_.reserve(chunks_.size());
        for (const Chunk& chunk : chunks_)
            boxes_.push_back(
                geo::bounds(std::span(coverage_.vertices).subspan(chunk.first, chunk.count + 1))
                    .grown(pad_));
    }

    geo::Box box_of(std::uint32_t segment) const {
        const geo::Point a = coverage_.vertices[segment];
        const geo::Point b = coverage_.vertices[segment + 1];
        return {{std::min(a.x, b.x) - pad_, std::min(a.y, b.y) - pad_},
                {std::max(a.x, b.x) + pad_, std::max(a.y, b.y) + pad_}};
    }

    void inside(const Chunk& chunk) {
        std::array<geo::Box, chunk_size> boxes;
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            boxes[i] = box_of(chunk.first + i);
            for (std::uint32_t j = 0; j < i; ++j)
                if (boxes[j].intersects(boxes[i]))
                    meet(chunk.first + j, chunk.arc, chunk.first + i, chunk.arc);
        }
    }

    void between(std::uint32_t i, std::uint32_t j) {
        const geo::Box common{{std::max(boxes_[i].min.x, boxes_[j].min.x),
                               std::max(boxes_[i].min.y, boxes_[j].min.y)},
                              {std::min(boxes_[i].max.x, boxes_[j].max.x),
                               std::min(boxes_[i].max.y, boxes_[j].max.y)}};
        std::array<std::uint32_t, chunk_size> near;
        std::array<geo::Box, chunk_size> near_boxes;
        std::size_t count = 0;
        for (std::uint32_t s = chunks_[i].first; s < chunks_[i].first + chunks_[i].count; ++s) {
            near_boxes[count] = box_of(s);
            if (near_boxes[count].intersects(common))
                near[count++] = s;
        }
        if (count == 0)
            return;
        for (std::uint32_t s = chunks_[j].first; s < chunks_[j].first + chunks_[j].count; ++s) {
            const geo::Box box = box_of(s);
            if (!box.intersects(common))
                continue;
            for (std::size_t k = 0; k < count; ++k)
                if (near_boxes[k].intersects(box))
                    meet(near[k], chunks_[i].arc, s, chunks_[j].arc);
        }
    }

    Segment segment(std::uint32_t first, std::uint32_t arc) const {
        return {first, arc, grid_.of(coverage_.vertices[first]),
                grid_.of(coverage_.vertices[first + 1])};
    }

    void meet(std::uint32_t one, std::uint32_t one_arc, std::uint32_t other,
              std::uint32_t other_arc) {
        meter_.count_look(coverage_.vertices[one]);
        const Segment p = segment(one, one_arc);
        const Segment q = segment(other, other_arc);
        if (p.start == p.end || q.start == q.end)
            return;
        if (one_arc == other_arc && other == one + 1)
            return fold(p, q);
        bool touch = touch_end(p, q, false);
        touch |= touch_end(p, q, true);
        touch |= touch_end(q, p, false);
        touch |= touch_end(q, p, true);
        if (side(p.start, p.end, q.start) * side(p.start, p.end, q.end) < 0 &&
            side(q.start, q.end, p.start) * side(q.start, q.end, p.end) < 0)
            cross(p, q, touch);
    }

    /// Two consecutive segments meet elsewhere only when the second turns back onto the first.
    void fold(const Segment& p, const Segment& q) {
        const Cell u = p.end - p.start;
        const Cell v = q.end - q.start;
        if (u.x * v.x + u.y * v.y >= 0)
            return;
        bool touch = touch_end(p, q, true);
        touch |= touch_end(q, p, false);
        if (touch)
            cut(q, {q.start, coverage_.vertices[q.first]});
    }

    /// Cuts both where one end of the other lies on the segment.
    bool touch_end(const Segment& segment, const Segment& other, bool at_end) {
        const Crossing end{at_end ? other.end : other.start,
                           coverage_.vertices[other.first + (at_end ? 1 : 0)]};
        if (!passes_through(segment.start, segment.end, end.at))
            return false;
        cut(segment, end);
        cut(other, end);
        return true;
    }

    /// Lines that also touch are cut where they cross too: a third one may bend them between.
    void cross(const Segment& p, const Segment& q, bool touch) {
        const Cell u = p.end - p.start;
        const Cell v = q.end - q.start;
        const Cell w = q.start - p.start;
        const double t = (w.x * v.y - w.y * v.x) / (u.x * v.y - u.y * v.x);
        const geo::Point from = coverage_.vertices[p.first];
        const Crossing crossing{crossing_cell(p.start, u, q.start, v),
                                from + (coverage_.vertices[p.first + 1] - from) * t};
        cut(p, crossing);
        cut(q, crossing);
        crossings_.push_back(crossing);
        const Arc& a = coverage_.arcs[p.arc];
        const Arc& b = coverage_.arcs[q.arc];
        const Claimant own = a.left == b.left || a.left == b.right ? a.left
                             : a.right != nobody && (a.right == b.left || a.right == b.right)
                                 ? a.right
                                 : nobody;
        if (own == nobody || touch)
            return;
        result_.own_crossings.push_back({p.arc, q.arc, crossing.at});
        meter_.count_own(own, crossing.at);
    }

    /// A crossing lies in a cell, not quite on the two lines: a third one through the same cell
    /// is led over the same node.
    void pass_crossings_through(Progress& progress) {
        std::size_t looked_at = 0;
        for (const Crossing& crossing : crossings_) {
            if (looked_at++ % 1024 == 0)
                progress.check();
            if (result_.ended)
                return;
            const Cell at = crossing.at;
            const geo::Point p = grid_.centre(at);
            index_.visit(geo::Box{p, p}.grown(pad_), [&](std::uint32_t i) {
                const Chunk& chunk = chunks_[i];
                for (std::uint32_t s = chunk.first; s < chunk.first + chunk.count; ++s)
                    if (box_of(s).contains(p)) {
                        const Segment near = segment(s, chunk.arc);
                        if (!(near.start == near.end) && passes_through(near.start, near.end, at))
                            cut(near, crossing);
                    }
            });
        }
        progress.check();
    }

    void cut(const Segment& segment, const Crossing& crossing) {
        const Arc& arc = coverage_.arcs[segment.arc];
        const Cell at = crossing.at;
        if (at == segment.start) {
            if (segment.first != arc.first)
                add({segment.first, 0, at, crossing.place}, segment.arc);
        } else if (at == segment.end) {
            if (segment.first + 2 != arc.first + arc.count)
                add({segment.first + 1, 0, at, crossing.place}, segment.arc);
        } else {
            // Along a line rounded to cells both coordinates grow or shrink only.
            const double along =
                std::abs(at.x - segment.start.x) + std::abs(at.y - segment.start.y);
            add({segment.first, along, at, crossing.place}, segment.arc);
        }
    }

    void add(const Cut& cut, std::uint32_t arc) {
        result_.cuts.push_back(cut);
        meter_.count(arc, cut.at);
    }

    const Coverage& coverage_;
    const Grid& grid_;
    double pad_;
    std::vector<Chunk> chunks_;
    std::vector<geo::Box> boxes_;
    geo::BoxIndex index_;
    std::vector<Crossing> crossings_;
    Cuts result_;
    CutMeter meter_;
};

} // namespace

Cuts find_cuts(const Coverage& coverage, const Grid& grid, int strictness, Progress& progress) {
    return CutSearch(coverage, grid, strictness).run(progress);
}

} // namespace antardesa::topology::detail
