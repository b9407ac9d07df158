#include "analysis/detail/claim_line.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/led_line.h"

#include <algorithm>

namespace antardesa::analysis::detail {

namespace {

constexpr double reach_m = 1;

/// A place of a line: an edge and how far along, in vertices.
struct Station {
    double along = 0;
    double away_m = std::numeric_limits<double>::infinity();
    geo::Point at;
};

/// Where a line of a claim leaves the line in force, and where it comes back.
struct Branch {
    Station from;
    Station to;
    geo::Line line;
};

/// The line in force, asked for the place nearest to another. Its ends draw.
class Guide {
  public:
    explicit Guide(const geo::Line& line)
        : line_(line), metric_(metres_of_degrees(line[line.size() / 2])) {}

    Station nearest(geo::Point p) const {
        const auto last = static_cast<double>(line_.size() - 1);
        for (const auto& [end, along] : {std::pair{line_.front(), 0.0}, {line_.back(), last}})
            if (const double away = metres(end, p); away <= reach_m)
                return {along, away, end};
        Station found;
        for (std::size_t i = 1; i < line_.size(); ++i)
            consider(i, p, found);
        return found;
    }

  private:
    double metres(geo::Point a, geo::Point b) const {
        return std::hypot((a.x - b.x) * metric_.x, (a.y - b.y) * metric_.y);
    }

    void consider(std::size_t i, geo::Point p, Station& found) const {
        const geo::Point a = line_[i - 1];
        const geo::Point b = line_[i];
        const geo::Point along{(b.x - a.x) * metric_.x, (b.y - a.y) * metric_.y};
        const geo::Point to{(p.x - a.x) * metric_.x, (p.y - a.y) * metric_.y};
        const double square = geo::dot(along, along);
        const double part = square > 0 ? std::clamp(geo::dot(along, to) / square, 0.0, 1.0) : 0;
        const geo::Point at = part < 1 ? a + (b - a) * part : b;
        if (const double away = metres(at, p); away < found.away_m)
            found = {static_cast<double>(i - 1) + part, away, at};
    }

    const geo::Line& line_;
    geo::Point metric_;
};

bool is_ring(const geo::Line& line) {
    return line.size() > 3 && line.front() == line.back();
}

/// "13": so many metres, never none.
std::string whole_metres(double metres) {
    return std::to_string(static_cast<long long>(std::max(1.0, std::ceil(metres))));
}

void append(geo::Line& line, geo::Point p) {
    if (line.empty() || line.back() != p)
        line.push_back(p);
}

void append_in_force(geo::Line& line, const geo::Line& in_force, double from, double to) {
    for (auto i = static_cast<std::size_t>(std::ceil(from)); static_cast<double>(i) <= to; ++i)
        append(line, in_force[i]);
}

geo::Line led_along(const geo::Line& in_force, const std::vector<Branch>& branches) {
    geo::Line line;
    double at = 0;
    for (const Branch& branch : branches) {
        append_in_force(line, in_force, at, branch.from.along);
        append(line, branch.from.at);
        for (std::size_t i = 1; i + 1 < branch.line.size(); ++i)
            append(line, branch.line[i]);
        append(line, branch.to.at);
        at = branch.to.along;
    }
    append_in_force(line, in_force, at, static_cast<double>(in_force.size() - 1));
    return line;
}

} // namespace

geo::Point metres_of_degrees(geo::Point place) {
    constexpr double step = 0.001;
    return {
        crs::ellipsoidal_distance(place, {place.x + step, place.y}) / step,
        crs::ellipsoidal_distance({place.x, place.y - step / 2}, {place.x, place.y + step / 2}) /
            step};
}

Result<topology::ClaimedLine> claim_along(const geo::Line& in_force,
                                          std::span<const geo::MultiLine* const> claimed,
                                          const std::string& village) {
    const Guide guide(in_force);
    topology::ClaimedLine result;
    std::vector<Branch> branches;
    geo::MultiLine lines;
    for (const geo::MultiLine* each : claimed)
        for (geo::Line& line : topology::joined(*each)) // not two claims to a ring
            lines.push_back(std::move(line));
    for (geo::Line& line : lines) {
        if (is_ring(line)) {
            result.rings.push_back(std::move(line));
            continue;
        }
        Branch branch{guide.nearest(line.front()), guide.nearest(line.back()), std::move(line)};
        if (const double away = std::max(branch.from.away_m, branch.to.away_m); away > reach_m)
            return Refusal{{"analysis.contested.off_line", {village, whole_metres(away)}}};
        if (branch.from.along > branch.to.along) {
            std::swap(branch.from, branch.to);
            std::reverse(branch.line.begin(), branch.line.end());
        }
        branches.push_back(std::move(branch));
    }
    std::sort(branches.begin(), branches.end(),
              [](const Branch& a, const Branch& b) { return a.from.along < b.from.along; });
    for (std::size_t i = 1; i < branches.size(); ++i)
        if (branches[i].from.along < branches[i - 1].to.along - 1e-9)
            return Refusal{{"analysis.contested.twice", {village}}};
    result.line = led_along(in_force, branches);
    return result;
}

} // namespace antardesa::analysis::detail
