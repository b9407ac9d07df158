#include "topology/land_between.h"

#include "geo/measure.h"
#include "topology/detail/flat_rings.h"
#include "topology/line_meeting.h"

#include <algorithm>
#include <unordered_map>

namespace antardesa::topology {

namespace {

struct PointHash {
    std::size_t operator()(geo::Point p) const { return detail::hash_of(p); }
};

/// A vertex that both lines have.
struct Meeting {
    std::size_t one = 0;
    std::size_t other = 0;
};

std::vector<Meeting> meetings(const geo::Line& one, const geo::Line& other) {
    std::unordered_map<geo::Point, std::size_t, PointHash> at;
    for (std::size_t i = 0; i < one.size(); ++i)
        at.emplace(one[i], i);
    std::vector<Meeting> met;
    for (std::size_t j = 0; j < other.size(); ++j)
        if (const auto found = at.find(other[j]); found != at.end())
            met.push_back({found->second, j});
    return met;
}

/// Walks both lines from meeting to meeting.
class Builder {
  public:
    Builder(const geo::Line& one, const geo::Line& other) : one_(one), other_(other) {}

    void advance(const Meeting& from, const Meeting& to) {
        const std::span<const geo::Point> along_one(one_.data() + from.one, to.one - from.one + 1);
        const std::span<const geo::Point> along_other(other_.data() + from.other,
                                                      to.other - from.other + 1);
        if (along_one.size() == 2 && along_other.size() == 2) {
            append(result.left, along_one);
            append(result.right, along_one);
            return;
        }
        geo::Ring ring(along_one.begin(), along_one.end());
        ring.insert(ring.end(), along_other.rbegin() + 1, along_other.rend());
        const bool exchanged = geo::signed_area(ring) < 0;
        LandBetween::Lens lens;
        lens.exchanged = exchanged;
        lens.left_first = last_of(result.left);
        lens.right_first = last_of(result.right);
        append(result.left, exchanged ? along_one : along_other);
        append(result.right, exchanged ? along_other : along_one);
        lens.left_last = last_of(result.left);
        lens.right_last = last_of(result.right);
        result.lenses.push_back(lens);
    }

    LandBetween result;

  private:
    static std::size_t last_of(const geo::Line& line) { return line.empty() ? 0 : line.size() - 1; }
    static void append(geo::Line& line, std::span<const geo::Point> more) {
        line.insert(line.end(), more.begin() + (line.empty() ? 0 : 1), more.end());
    }

    const geo::Line& one_;
    const geo::Line& other_;
};

bool meets_any(geo::Line ring, const LandBetween& land) {
    for (const geo::Line* side : {&land.left, &land.right}) {
        geo::Line copy = *side;
        geo::Line cut = ring;
        join_where_they_meet(copy, cut, 0);
        if (!meetings(copy, cut).empty())
            return true;
    }
    for (const LandBetween::Hole& hole : land.holes) {
        geo::Line copy = hole.ring;
        geo::Line cut = ring;
        join_where_they_meet(copy, cut, 0);
        if (!meetings(copy, cut).empty())
            return true;
    }
    return false;
}

/// Whether the ring lies inside a lens and in no hole; then it is one.
bool add_hole(LandBetween& land, geo::Ring ring, bool of_one) {
    if (ring.size() < 4 || own_crossing(ring) || meets_any(ring, land))
        return false;
    if (geo::signed_area(ring) < 0)
        std::reverse(ring.begin(), ring.end());
    for (std::size_t k = 0; k < land.lenses.size(); ++k)
        if (geo::contains(geo::MultiPolygon{land_of(land, k)}, ring.front())) {
            land.holes.push_back({std::move(ring), of_one != land.lenses[k].exchanged, k});
            return true;
        }
    return false;
}

void append_lenses(geo::MultiPolygon& parts, const LandBetween& between) {
    for (std::size_t k = 0; k < between.lenses.size(); ++k)
        parts.push_back(land_of(between, k));
}

/// The land between two lines of which the first keeps left, with the holes that lie in it.
geo::MultiPolygon part_between(const geo::Line& left, const geo::Line& right,
                               const std::vector<LandBetween::Hole>& holes) {
    constexpr double rounding = 1e-11;
    geo::MultiPolygon parts;
    const auto found = land_between({right, {}}, {left, {}}, rounding);
    if (const auto* land = std::get_if<LandBetween>(&found))
        append_lenses(parts, *land);
    for (const LandBetween::Hole& hole : holes)
        for (geo::Polygon& part : parts)
            if (geo::contains(part.outer, geo::centroid({{hole.ring, {}}})))
                part.holes.push_back(hole.ring);
    return parts;
}

} // namespace

std::variant<LandBetween, NoLandBetween> land_between(ClaimedLine one, ClaimedLine other,
                                                      double near) {
    if (const auto place = own_crossing(one.line))
        return NoLandBetween{BetweenFault::one_crosses_itself, *place};
    if (const auto place = own_crossing(other.line))
        return NoLandBetween{BetweenFault::other_crosses_itself, *place};
    join_where_they_meet(one.line, other.line, near);
    const std::vector<Meeting> met = meetings(one.line, other.line);
    Builder builder(one.line, other.line);
    for (std::size_t k = 1; k < met.size(); ++k) {
        if (met[k].one <= met[k - 1].one)
            return NoLandBetween{BetweenFault::out_of_step, other.line[met[k].other]};
        builder.advance(met[k - 1], met[k]);
    }
    LandBetween land = std::move(builder.result);
    if (land.lenses.empty())
        return NoLandBetween{BetweenFault::no_land, one.line.front()};
    for (geo::Ring& ring : one.rings)
        if (!add_hole(land, ring, true))
            return NoLandBetween{BetweenFault::ring_astray, ring.front()};
    for (geo::Ring& ring : other.rings)
        if (!add_hole(land, ring, false))
            return NoLandBetween{BetweenFault::ring_astray, ring.front()};
    return land;
}

geo::Polygon land_of(const LandBetween& between, std::size_t lens) {
    const LandBetween::Lens& at = between.lenses[lens];
    geo::Polygon land;
    for (std::size_t i = at.right_first; i <= at.right_last; ++i)
        land.outer.push_back(between.right[i]);
    for (std::size_t i = at.left_last; i-- > at.left_first;)
        land.outer.push_back(between.left[i]);
    for (const LandBetween::Hole& hole : between.holes)
        if (hole.lens == lens)
            land.holes.emplace_back(hole.ring.rbegin(), hole.ring.rend());
    return land;
}

geo::MultiPolygon land_of(const LandBetween& between) {
    geo::MultiPolygon parts;
    append_lenses(parts, between);
    return parts;
}

DividedLand divided(const LandBetween& between, const geo::Line& line) {
    return {part_between(between.left, line, between.holes),
            part_between(line, between.right, between.holes)};
}

} // namespace antardesa::topology
