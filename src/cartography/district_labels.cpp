#include "cartography/detail/district_labels.h"

#include "cartography/detail/label_block.h"
#include "cartography/detail/regions.h"

#include "geo/measure.h"

#include <algorithm>
#include <array>

namespace antardesa::cartography {
namespace {

class DistrictLabel {
  public:
    DistrictLabel(Composition& composition, LabelSpace& space, std::size_t district)
        : c_(composition), space_(space), district_(district),
          ink_(composition.inks.label("district")) {
        // Over a province letters stand closer, and the abbreviation costs more than it tells.
        if (over_a_province())
            ink_.letter_spacing = ink_.letter_spacing * 0.4;
    }

    /// Within its land, in the letters of a kecamatan.
    bool place(Group& group) {
        const std::string& name = row().name;
        if (name.empty())
            return false;
        const std::string full = over_a_province() ? name : "Kec. " + name;
        return place_inside(group, ink_.capitals ? capitals(full) : full);
    }

    /// Where kecamatan are all that is named none stays without: smaller and closer set inside,
    /// else beside its number as a village's name stands beside its node.
    bool place_close(Group& group) {
        const std::string& name = row().name;
        if (name.empty())
            return false;
        ink_.letter_spacing = {};
        ink_.size = {std::min(ink_.size.value, c_.inks.number("label.smallest", 2.5))};
        return place_inside(group, name) || place_beside(group, name);
    }

  private:
    const model::District& row() const { return c_.atlas.districts()[district_]; }

    std::array<LabelBlock, 2> blocks(const std::string& name) const {
        return {one_line(c_, name, ink_), two_lines(c_, name, ink_)};
    }

    bool place_inside(Group& group, const std::string& name) {
        geo::Box room = c_.facts.district_boxes[district_];
        room.min = {std::max(room.min.x, c_.extent.min.x), std::max(room.min.y, c_.extent.min.y)};
        room.max = {std::min(room.max.x, c_.extent.max.x), std::min(room.max.y, c_.extent.max.y)};
        for (const LabelBlock& block : blocks(name)) {
            if (block.lines.empty() || room.width() < block.width * c_.metre)
                continue;
            if (const auto middle = find_middle(block, room)) {
                put(group, block, *middle);
                return true;
            }
        }
        return false;
    }

    bool place_beside(Group& group, const std::string& name) {
        const auto anchor = district_anchor(c_, row().id);
        if (!anchor || !c_.extent.contains(*anchor))
            return false;
        const geo::Point node = c_.to_millimetres(*anchor);
        const double gap = c_.inks.number("badge.capsule.height", 5) * 0.7 + 0.6;
        for (const LabelBlock& block : blocks(name)) {
            const double x = gap + block.width / 2;
            const double y = gap + block.height / 2;
            for (const geo::Point off : {geo::Point{0, -y}, {0, y}, {x, 0}, {-x, 0}}) {
                const geo::Point middle = node + off;
                if (block.lines.empty() || !space_.is_free(block.box_at(middle).grown(0.3)))
                    continue;
                put(group, block, middle);
                return true;
            }
        }
        return false;
    }

    bool over_a_province() const {  // or where kecamatan are all that is named
        constexpr double roomy = 9; // millimetres of a village
        return c_.options.by_district || c_.village_width < roomy;
    }

    /// The free place inside that lies nearest to the middle of the area in view.
    std::optional<geo::Point> find_middle(const LabelBlock& block, const geo::Box& room) {
        constexpr int steps = 14;
        std::vector<geo::Point> places;
        for (int i = 1; i < steps; ++i)
            for (int j = 1; j < steps; ++j)
                places.push_back({room.min.x + room.width() * i / steps,
                                  room.min.y + room.height() * j / steps});
        const geo::Point centre = room.centre();
        std::sort(places.begin(), places.end(), [&](geo::Point a, geo::Point b) {
            return geo::distance(a, centre) < geo::distance(b, centre);
        });
        for (const geo::Point place : places) {
            const geo::Box box = block.box_at(c_.to_millimetres(place)).grown(0.6);
            if (space_.is_free(box) && is_clear(box) && is_inside(box))
                return c_.to_millimetres(place);
        }
        return std::nullopt;
    }

    /// Where kecamatan are what one looks at, their names lie over other symbols.
    bool is_clear(const geo::Box& box) const {
        return c_.options.by_district ||
               std::none_of(c_.yielding.begin(), c_.yielding.end(),
                            [&](const geo::Box& symbol) { return symbol.intersects(box); });
    }

    bool is_inside(const geo::Box& box) {
        if (outline_.empty())
            find_outline();
        for (int i = 0; i <= 8; ++i)
            for (const double y : {box.min.y, box.max.y}) {
                const geo::Point p{box.min.x + box.width() * i / 8, y};
                if (!geo::contains(outline_, c_.placement.from_millimetres(p)))
                    return false;
            }
        return true;
    }

    void find_outline() {
        const auto& villages = c_.facts.villages_of[district_];
        const auto rings =
            region_rings({*c_.coverage, villages, [](topology::Claimant) { return 0; }, 1,
                          c_.extent.grown(c_.metre), 0});
        for (std::size_t i = 0; i < rings[0].size(); ++i) {
            const auto part = rings[0].part(i);
            outline_.push_back({geo::Ring(part.begin(), part.end()), {}});
        }
        if (outline_.empty())
            outline_.emplace_back();
    }

    void put(Group& group, const LabelBlock& block, geo::Point middle) {
        TextMark look;
        look.position = c_.placement.from_millimetres(middle);
        look.colour = ink_.colour;
        look.halo = ink_.halo;
        look.halo_width = ink_.halo_width;
        look.subject = {SubjectKind::district, c_.atlas.districts()[district_].id.value};
        put_block(group, block, look, {});
        space_.take(block.box_at(middle));
        c_.scene.labels.push_back({look.subject, block.box_at(middle)});
    }

    Composition& c_;
    LabelSpace& space_;
    std::size_t district_;
    style::LabelInk ink_;
    geo::MultiPolygon outline_;
};

} // namespace

std::optional<geo::Point> district_anchor(const Composition& composition, Id<model::District> id) {
    const std::size_t district = composition.atlas.districts().index_of(id);
    const auto& of_district = composition.facts.villages_of;
    if (district >= of_district.size() || of_district[district].empty())
        return std::nullopt;
    const auto& villages = of_district[district];
    const auto centre = [&](std::uint32_t village) {
        return composition.geometry.claimant_box(village).centre();
    };
    geo::Point mean;
    for (const std::uint32_t village : villages)
        mean = mean + centre(village) * (1.0 / static_cast<double>(villages.size()));
    const auto nearest = std::min_element(villages.begin(), villages.end(), [&](auto a, auto b) {
        return geo::distance(centre(a), mean) < geo::distance(centre(b), mean);
    });
    return composition.geometry.anchor(*nearest);
}

void place_district_labels(Composition& composition, LabelSpace& space, Group& group) {
    std::vector<std::size_t> left;
    for (std::size_t d = 0; d < composition.atlas.districts().size(); ++d) {
        const geo::Box& box = composition.facts.district_boxes[d];
        if (box.empty() || !box.intersects(composition.extent))
            continue;
        composition.progress.check();
        if (!DistrictLabel(composition, space, d).place(group))
            left.push_back(d);
    }
    if (composition.options.by_district)
        for (const std::size_t d : left)
            DistrictLabel(composition, space, d).place_close(group);
}

} // namespace antardesa::cartography
