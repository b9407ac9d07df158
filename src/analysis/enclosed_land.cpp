#include "analysis/enclosed_land.h"

#include "geo/measure.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace antardesa::analysis {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// Parts of villages as things that hang together within their kecamatan.
class PartSearch {
  public:
    PartSearch(const topology::Coverage& coverage, std::span<const CheckedShape> shapes)
        : coverage_(coverage), shapes_(shapes) {}

    std::vector<EnclosedLand> run() {
        number_parts();
        join_parts();
        return enclosed(groups());
    }

  private:
    struct Part {
        topology::Claimant claimant;
        std::uint32_t polygon;
    };

    void number_parts() {
        left_.assign(coverage_.arcs.size(), none);
        right_.assign(coverage_.arcs.size(), none);
        for (topology::Claimant c = 0; c < coverage_.claimant_count(); ++c)
            for (const topology::RingOfArcs& ring : coverage_.rings_of(c)) {
                if (parts_.empty() || parts_.back().claimant != c ||
                    parts_.back().polygon != ring.polygon)
                    parts_.push_back({c, ring.polygon});
                for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
                    const std::int32_t reference = coverage_.ring_arcs[i];
                    auto& side = reference < 0 ? right_ : left_;
                    side[static_cast<std::size_t>(reference < 0 ? ~reference : reference)] =
                        static_cast<std::uint32_t>(parts_.size() - 1);
                }
            }
        root_.resize(parts_.size());
        std::iota(root_.begin(), root_.end(), 0U);
        is_open_.assign(parts_.size(), false);
    }

    const std::string& district(std::uint32_t part) const {
        return shapes_[parts_[part].claimant].district;
    }

    std::uint32_t root(std::uint32_t part) {
        while (root_[part] != part)
            part = root_[part] = root_[root_[part]];
        return part;
    }

    void join_parts() {
        for (std::size_t arc = 0; arc < left_.size(); ++arc) {
            const std::uint32_t a = left_[arc];
            const std::uint32_t b = right_[arc];
            if (a == none || b == none)
                is_open_[a == none ? b : a] = true;
            else if (district(a) == district(b))
                root_[std::max(root(a), root(b))] = std::min(root(a), root(b));
        }
    }

    struct Group {
        std::vector<std::uint32_t> parts;
        bool open = false;
    };

    /// By kecamatan, in the order of their first parts.
    std::map<std::string, std::vector<Group>> groups() {
        std::vector<Group> by_root(parts_.size());
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            Group& group = by_root[root(part)];
            group.parts.push_back(part);
            group.open = group.open || is_open_[part];
        }
        std::map<std::string, std::vector<Group>> result;
        for (Group& group : by_root)
            if (!group.parts.empty() && !district(group.parts.front()).empty())
                result[district(group.parts.front())].push_back(std::move(group));
        return result;
    }

    double area(const Group& group) const {
        double sum = 0;
        for (const std::uint32_t part : group.parts)
            sum += geo::area({polygon(part)});
        return sum;
    }

    const geo::Polygon& polygon(std::uint32_t part) const {
        return (*shapes_[parts_[part].claimant].polygons)[parts_[part].polygon];
    }

    std::vector<EnclosedLand>
    enclosed(const std::map<std::string, std::vector<Group>>& districts) const {
        std::vector<EnclosedLand> result;
        for (const auto& [name, groups] : districts) {
            if (groups.size() < 2 || std::all_of(groups.begin(), groups.end(),
                                                 [](const Group& group) { return group.open; }))
                continue;
            const auto main = std::max_element(
                groups.begin(), groups.end(),
                [this](const auto& a, const auto& b) { return area(a) < area(b); });
            for (const Group& group : groups)
                if (&group != &*main && !group.open)
                    result.push_back(described(group));
        }
        return result;
    }

    EnclosedLand described(const Group& group) const {
        EnclosedLand land;
        for (const std::uint32_t part : group.parts) {
            if (land.shapes.empty() || land.shapes.back() != parts_[part].claimant)
                land.shapes.push_back(parts_[part].claimant);
            land.outline.push_back(polygon(part));
        }
        const geo::Box box = geo::bounds(land.outline);
        const auto pole =
            geo::pole_of_inaccessibility(land.outline, std::max(box.width(), box.height()) / 100);
        land.place = pole ? pole->position : box.centre();
        return land;
    }

    const topology::Coverage& coverage_;
    std::span<const CheckedShape> shapes_;
    std::vector<Part> parts_;
    std::vector<std::uint32_t> left_; ///< part on that side of each arc
    std::vector<std::uint32_t> right_;
    std::vector<std::uint32_t> root_;
    std::vector<bool> is_open_; ///< of each part: coast, or a border without an exact neighbour
};

} // namespace

std::vector<EnclosedLand> enclosed_land(const topology::Coverage& coverage,
                                        std::span<const CheckedShape> shapes) {
    return PartSearch(coverage, shapes).run();
}

} // namespace antardesa::analysis
