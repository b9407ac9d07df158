#include "geo/measure.h"
#include "workspace/register_import.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// A place where the two claims meet: how far along each, in vertices and parts of an edge.
struct Meeting {
    double along_first = 0;
    double along_second = 0;
    geo::Point at;
};

std::optional<Meeting> meeting(const geo::Line& a, std::size_t i, const geo::Line& b,
                               std::size_t j) {
    const geo::Point d = a[i + 1] - a[i];
    const geo::Point e = b[j + 1] - b[j];
    const double across = geo::cross(d, e);
    if (across == 0)
        return std::nullopt;
    const geo::Point between = b[j] - a[i];
    const double s = geo::cross(between, e) / across;
    const double t = geo::cross(between, d) / across;
    if (s < 0 || s > 1 || t < 0 || t > 1)
        return std::nullopt;
    return Meeting{static_cast<double>(i) + s, static_cast<double>(j) + t, a[i] + d * s};
}

/// From start to end, without the same place twice (a meeting on a vertex is seen by two edges).
std::vector<Meeting> meetings(const geo::Line& a, const geo::Line& b) {
    std::vector<Meeting> found;
    for (std::size_t i = 0; i + 1 < a.size(); ++i)
        for (std::size_t j = 0; j + 1 < b.size(); ++j)
            if (const auto m = meeting(a, i, b, j))
                found.push_back(*m);
    const double end_a = static_cast<double>(a.size() - 1);
    const double end_b = static_cast<double>(b.size() - 1);
    const auto at_an_end = [&](const Meeting& m) {
        return (m.along_first < 1e-9 && m.along_second < 1e-9) ||
               (m.along_first > end_a - 1e-9 && m.along_second > end_b - 1e-9);
    };
    std::erase_if(found, at_an_end);
    found.push_back({0, 0, a.front()});
    found.push_back({end_a, end_b, a.back()});
    std::sort(found.begin(), found.end(),
              [](const Meeting& x, const Meeting& y) { return x.along_first < y.along_first; });
    const auto same = [](const Meeting& x, const Meeting& y) {
        return y.along_first - x.along_first < 1e-9;
    };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

/// The vertices strictly between two stations, forwards or backwards.
void append_between(geo::Ring& ring, const geo::Line& line, double from, double to) {
    if (from <= to) {
        for (auto k = static_cast<std::size_t>(from) + 1; static_cast<double>(k) < to; ++k)
            ring.push_back(line[k]);
        return;
    }
    for (auto k = static_cast<std::size_t>(std::ceil(from));
         k-- > 0 && static_cast<double>(k) > to;)
        ring.push_back(line[k]);
}

geo::Ring lens(const geo::Line& a, const geo::Line& b, const Meeting& from, const Meeting& to) {
    geo::Ring ring{from.at};
    append_between(ring, a, from.along_first, to.along_first);
    ring.push_back(to.at);
    append_between(ring, b, to.along_second, from.along_second);
    ring.push_back(from.at);
    return ring;
}

bool near(geo::Point a, geo::Point b, double tolerance) {
    return geo::distance(a, b) <= tolerance;
}

} // namespace

geo::MultiPolygon land_between(const geo::MultiLine& first, const geo::MultiLine& second,
                               double tolerance) {
    if (first.size() != 1 || second.size() != 1 || first[0].size() < 2 || second[0].size() < 2)
        return {};
    const geo::Line& a = first[0];
    geo::Line b = second[0];
    if (!near(a.front(), b.front(), tolerance) || !near(a.back(), b.back(), tolerance))
        std::reverse(b.begin(), b.end());
    if (!near(a.front(), b.front(), tolerance) || !near(a.back(), b.back(), tolerance))
        return {};
    const std::vector<Meeting> met = meetings(a, b);
    const bool in_step = std::is_sorted(met.begin(), met.end(), [](const auto& x, const auto& y) {
        return x.along_second < y.along_second;
    });
    geo::MultiPolygon land;
    const auto add = [&land](geo::Ring ring) {
        if (ring.size() >= 4 && geo::signed_area(ring) != 0)
            land.push_back({std::move(ring), {}});
    };
    if (!in_step) { // the lines wind round each other: one ring, read by the even-odd rule
        add(lens(a, b, met.front(), met.back()));
        return land;
    }
    for (std::size_t k = 0; k + 1 < met.size(); ++k)
        add(lens(a, b, met[k], met[k + 1]));
    return land;
}

} // namespace antardesa::workspace
