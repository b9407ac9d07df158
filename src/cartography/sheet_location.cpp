#include "cartography/detail/sheet_plan.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;

constexpr Colour land{221, 228, 231, 255};
constexpr Colour subject{11, 107, 112, 255};
constexpr Colour outline{95, 110, 117, 255};
constexpr Colour red{179, 38, 30, 255};
constexpr double finest = 0.15; ///< millimetres of ink

/// The kabupaten, small: one fill, lines between kecamatan, the focus, the map's frame.
class LocationMap {
  public:
    LocationMap(const SheetFacts& facts, const Box& box) : facts_(facts), box_(box) {
        const Box world = facts.geometry.box().grown(
            0.04 * std::max(facts.geometry.box().width(), facts.geometry.box().height()) + 1);
        const double scale = std::min(box.width() / world.width(), box.height() / world.height());
        group_.name = "location";
        group_.placement = {world.centre(), box.centre(), scale};
        group_.clip = box;
        coverage_ = facts.geometry.coverage(finest / scale);
    }

    Group draw() {
        fill([](const model::Village*) { return true; }, land);
        fill([&](const model::Village* village) { return village && in_focus(*village); }, subject);
        add_lines();
        add_frame();
        return std::move(group_);
    }

  private:
    const model::Village* village_of(topology::Claimant claimant) const {
        const auto& villages = facts_.atlas().villages();
        return claimant < villages.size() ? &villages[claimant] : nullptr;
    }

    bool in_focus(const model::Village& village) const {
        const auto& about = facts_.subject.villages;
        if (std::find(about.begin(), about.end(), &village) != about.end())
            return true;
        const Subject focus = facts_.request.focus;
        return (focus.kind == SubjectKind::district && village.district.value == focus.id) ||
               (focus.kind == SubjectKind::village && village.id.value == focus.id);
    }

    /// All rings in one even-odd path: shared edges cancel and leave no seam.
    template<class Wanted>
    void fill(const Wanted& wanted, Colour colour) {
        AreaMark mark;
        mark.fill = colour;
        for (topology::Claimant c = 0; c < coverage_->claimant_count(); ++c)
            if (wanted(village_of(c)))
                for (const topology::RingOfArcs& ring : coverage_->rings_of(c))
                    add_ring(mark.rings, ring);
        if (mark.rings.size() > 0)
            group_.marks.emplace_back(std::move(mark));
    }

    void add_ring(Path& path, const topology::RingOfArcs& ring) const {
        geo::Ring points;
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::int32_t reference = coverage_->ring_arcs[i];
            const bool backwards = reference < 0;
            const auto arc = coverage_->points(
                coverage_->arcs[static_cast<std::size_t>(backwards ? ~reference : reference)]);
            if (backwards)
                points.insert(points.end(), arc.rbegin(), arc.rend());
            else
                points.insert(points.end(), arc.begin(), arc.end());
        }
        if (points.size() >= 3)
            path.add(points);
    }

    void add_lines() {
        LineMark mark;
        mark.colour = outline;
        mark.width = {0.15};
        for (const topology::Arc& arc : coverage_->arcs) {
            const auto* left = village_of(arc.left);
            const auto* right = village_of(arc.right);
            if (left && right && left->district == right->district)
                continue;
            mark.lines.add(coverage_->points(arc));
        }
        if (mark.lines.size() > 0)
            group_.marks.emplace_back(std::move(mark));
    }

    void add_frame() {
        const Box& w = facts_.world;
        LineMark mark;
        mark.lines.add(std::vector<Point>{
            w.min, {w.max.x, w.min.y}, w.max, {w.min.x, w.max.y}, w.min, {w.max.x, w.min.y}});
        mark.colour = red;
        mark.width = {0.5};
        mark.round = false;
        group_.marks.emplace_back(std::move(mark));
    }

    const SheetFacts& facts_;
    Box box_;
    Group group_;
    std::shared_ptr<const topology::Coverage> coverage_;
};

} // namespace

Block location_block(const SheetFacts& facts, const SheetType& type) {
    const Box& whole = facts.geometry.box();
    const bool boundary = has_boundary_margin(facts.request);
    // A map of the whole kabupaten would only find itself.
    if (whole.empty() || !(whole.width() > 0) || (facts.world.contains(whole) && !boundary))
        return {};
    const std::string heading =
        facts.language.text(boundary ? "sheet.location_diagram" : "sheet.location");
    return {type.head + 20 * type.unit, type.head + 36 * type.unit, boundary ? 0 : 3, false,
            [&facts, heading, type](Furniture& f, const Box& box) {
                f.write(
                    {box.min.x, box.max.y - type.heading * 1.45},
                    f.typesetter().shape(heading, type.font(type.heading, text::Weight::semibold)));
                const Box map{box.min, {box.max.x, box.max.y - type.head}};
                f.fill(map, {255, 255, 255, 255});
                // Into the same group, so that the column is one layer: already in millimetres.
                Group drawn = LocationMap(facts, map.grown(-0.4)).draw();
                for (Mark& mark : drawn.marks) {
                    const auto to_page = [&](Path& path) {
                        for (Point& p : path.points) {
                            p = drawn.placement.to_millimetres(p);
                            p = {std::clamp(p.x, map.min.x, map.max.x),
                                 std::clamp(p.y, map.min.y, map.max.y)};
                        }
                    };
                    if (auto* area = std::get_if<AreaMark>(&mark))
                        to_page(area->rings);
                    if (auto* line = std::get_if<LineMark>(&mark))
                        to_page(line->lines);
                    f.group().marks.push_back(std::move(mark));
                }
                f.frame(map, 0.25);
            }};
}

} // namespace antardesa::cartography
