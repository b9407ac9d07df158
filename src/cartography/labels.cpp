#include "cartography/detail/composition.h"
#include "cartography/detail/district_labels.h"
#include "cartography/detail/label_block.h"
#include "cartography/detail/label_space.h"
#include "cartography/detail/point_labels.h"

#include "geo/measure.h"
#include "geo/shape.h"
#include "topology/coverage.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antardesa::cartography {
namespace {

/// A village that wants its name on the map.
struct Candidate {
    std::uint32_t village = 0;
    geo::Point anchor; ///< millimetres
    double radius = 0; ///< of the inscribed circle, millimetres
    double area = 0;   ///< square metres
    bool selected = false;
};

bool before(const Candidate& a, const Candidate& b) {
    if (a.selected != b.selected)
        return a.selected;
    return a.area != b.area ? a.area > b.area : a.village < b.village;
}

/// Kecamatan names go first where villages are too small to be named.
bool villages_are_small(const Composition& c) {
    constexpr double small = 9; // millimetres: much narrower than most names
    return c.village_width < small;
}

/// Places village names: selection first, then the largest; below, above, right, left of the
/// anchor, then farther places inside the village, then two lines, then smaller letters.
class VillageLabels {
  public:
    VillageLabels(Composition& composition, LabelSpace& space, Group& group)
        : c_(composition), space_(space), group_(group),
          symbols_(composition.view.width.value, composition.view.height.value),
          gap_(c_.inks.number("node.size", 2.2) * c_.symbol_scale / 2 + 0.5) {
        for (const geo::Box& box : composition.yielding)
            symbols_.take(box);
    }

    void run() {
        const std::vector<Candidate> all = candidates();
        find_size();
        std::vector<const Candidate*> left;
        for (const Candidate& candidate : all) {
            c_.progress.check();
            if (place(candidate, false))
                ++c_.scene.villages_labelled;
            else
                left.push_back(&candidate);
        }
        // A name is worth more than a free symbol, but only where nothing else helps.
        for (const Candidate* candidate : left)
            if (place(*candidate, true))
                ++c_.scene.villages_labelled;
    }

  private:
    std::vector<Candidate> candidates() {
        std::vector<Candidate> result;
        c_.geometry.claimant_index().visit(c_.extent, [&](std::uint32_t claimant) {
            if (claimant >= c_.atlas.villages().size())
                return;
            const geo::Box& box = c_.geometry.claimant_box(claimant);
            Candidate candidate;
            candidate.village = claimant;
            candidate.selected =
                c_.is_selected(SubjectKind::village, c_.atlas.villages()[claimant].id.value);
            candidate.area = c_.facts.areas[claimant];
            const double size = std::max(box.width(), box.height()) / c_.metre;
            // Too small for its name anyway: its inner point is not worth the search.
            const bool tiny = size < smallest_named() && !candidate.selected;
            std::optional<geo::Inside> at = tiny ? geo::Inside{box.centre(), 0}
                                                 : geo::Inside{c_.geometry.anchor(claimant),
                                                               c_.geometry.anchor_radius(claimant)};
            if (!c_.extent.contains(at->position))
                at = middle_of_visible_part(claimant);
            if (!at)
                return;
            candidate.anchor = c_.to_millimetres(at->position);
            candidate.radius = at->radius / c_.metre;
            ++c_.scene.villages_in_view;
            if (!tiny)
                result.push_back(candidate);
        });
        std::sort(result.begin(), result.end(), before);
        return result;
    }

    /// Of a village that is larger than half the view and whose middle lies outside: on a sheet of
    /// one segment both neighbours are such, and must not stay without a name.
    std::optional<geo::Inside> middle_of_visible_part(std::uint32_t claimant) const {
        const geo::Box& box = c_.geometry.claimant_box(claimant);
        if (2 * box.width() < c_.extent.width() && 2 * box.height() < c_.extent.height())
            return std::nullopt;
        geo::MultiPolygon part = topology::polygons_of(*c_.coverage, claimant);
        for (geo::Polygon& polygon : part) {
            polygon.outer = geo::clipped_ring(polygon.outer, c_.extent);
            for (geo::Ring& hole : polygon.holes)
                hole = geo::clipped_ring(hole, c_.extent);
            std::erase_if(polygon.holes, [](const geo::Ring& ring) { return ring.empty(); });
        }
        std::erase_if(part, [](const geo::Polygon& polygon) { return polygon.outer.empty(); });
        if (geo::area(part) <= 0)
            return std::nullopt;
        return geo::pole_of_inaccessibility(part, 2 * c_.metre);
    }

    /// Where villages are narrow, all names start smaller: one size reads calmer than many.
    void find_size() {
        constexpr double em_per_width = 0.15;
        largest_ = std::max(c_.inks.number("label.smallest", 2.5), em_per_width * c_.village_width);
    }

    style::LabelInk ink_of(const Candidate& candidate) const {
        if (candidate.selected)
            return c_.inks.label("village.selected");
        style::LabelInk ink =
            c_.inks.label(c_.is_faded(candidate.village) ? "village.faded" : "village");
        ink.size = {std::min(ink.size.value, largest_)};
        return ink;
    }

    bool place(const Candidate& candidate, bool over_symbols) {
        const std::string& name = c_.atlas.villages()[candidate.village].name;
        style::LabelInk ink = ink_of(candidate);
        const double smallest = c_.inks.number("label.smallest", 2.5);
        const double step = c_.inks.number("label.step", 0);
        if (name.empty())
            return false;
        over_symbols_ = over_symbols;
        for (;;) {
            if (try_block(candidate, one_line(c_, name, ink), ink) ||
                try_block(candidate, two_lines(c_, name, ink), ink))
                return true;
            if (step <= 0 || ink.size.value <= smallest + 1e-6)
                return false;
            ink.size = {std::max(smallest, ink.size.value - step)};
        }
    }

    bool try_block(const Candidate& candidate, const LabelBlock& block,
                   const style::LabelInk& ink) {
        if (block.lines.empty())
            return false;
        const geo::Box& box = c_.geometry.claimant_box(candidate.village);
        if (!candidate.selected && block.width > widest_overhang() * box.width() / c_.metre)
            return false;
        for (const geo::Point middle : middles(candidate, block))
            if (is_free(block.box_at(middle).grown(over_symbols_ ? 0.05 : clearance))) {
                put(candidate, block, ink, middle);
                return true;
            }
        return false;
    }

    bool is_free(const geo::Box& box) const {
        return space_.is_free(box) && (over_symbols_ || symbols_.is_free(box));
    }

    /// Middles to try, best first.
    std::vector<geo::Point> middles(const Candidate& candidate, const LabelBlock& block) const {
        const geo::Point a = candidate.anchor;
        const double below = gap_ + block.height / 2;
        const double beside = gap_ + block.width / 2;
        std::vector<geo::Point> result;
        if (!c_.has_node[candidate.village])
            result.push_back(a);
        for (const geo::Point d : {geo::Point{0, -below}, {0, below}, {beside, 0}, {-beside, 0}})
            result.push_back(a + d);
        for (const double x : {0.5, -0.5, 1.0, -1.0})
            for (const double y : {-below, below})
                result.push_back(a + geo::Point{x * beside, y});
        for (const double lines : {1.5, 2.2})
            for (const double x : {0.0, 0.5, -0.5})
                for (const double sign : {-1.0, 1.0})
                    result.push_back(a + geo::Point{x * beside, sign * lines * below});
        for (const double share : {0.4, 0.7, 0.95, 1.25})
            for (int i = 0; i < 16; ++i) {
                const double angle = i * std::numbers::pi / 8;
                const double reach = share * candidate.radius;
                result.push_back(a + geo::Point{std::cos(angle), std::sin(angle)} * reach);
            }
        return result;
    }

    void put(const Candidate& candidate, const LabelBlock& block, const style::LabelInk& ink,
             geo::Point middle) {
        const Subject subject{SubjectKind::village,
                              c_.atlas.villages()[candidate.village].id.value};
        TextMark look;
        look.position = c_.placement.from_millimetres(candidate.anchor);
        look.colour = ink.colour;
        look.halo = ink.halo;
        look.halo_width = ink.halo_width;
        look.subject = subject;
        put_block(group_, block, look, middle - candidate.anchor);
        const geo::Box box = block.box_at(middle);
        space_.take(box);
        c_.scene.labels.push_back({subject, box});
    }

    /// Millimetres across below which a village has no name: nobody can pan a sheet, so there
    /// even small ones are tried.
    double smallest_named() const {
        if (c_.on_paper())
            return 3;
        // Over a province a few odd village names would only compete with the kecamatan.
        return villages_are_small(c_) ? 1e9 : 6;
    }
    /// Label width over village width.
    double widest_overhang() const {
        if (!c_.on_paper())
            return 1.8;
        return over_symbols_ ? 4.0 : 2.6;
    }

    static constexpr double clearance = 0.25; ///< millimetres between labels

    Composition& c_;
    LabelSpace& space_;
    Group& group_;
    LabelSpace symbols_;
    double gap_;
    double largest_ = 100; ///< em, millimetres
    bool over_symbols_ = false;
};

/// Those that would be named.
void count_villages(Composition& composition) {
    composition.geometry.claimant_index().visit(composition.extent, [&](std::uint32_t claimant) {
        composition.scene.villages_in_view += claimant < composition.atlas.villages().size();
    });
}

} // namespace

void draw_labels(Composition& composition) {
    LabelSpace space(composition.view.width.value, composition.view.height.value);
    for (const geo::Box& box : composition.taken)
        space.take(box);
    for (const geo::Box& box : composition.options.covered) {
        geo::Box on_surface;
        for (const geo::Point corner : {box.min, box.max})
            on_surface.extend(
                composition.to_millimetres(composition.view.centre + corner * composition.metre));
        space.take(on_surface);
    }
    Group& group = composition.start_group("labels");
    place_point_labels(composition, space, group);
    if (!composition.shows(MapLayer::labels))
        return;
    if (composition.options.by_district) {
        count_villages(composition);
        return place_district_labels(composition, space, group);
    }
    const bool districts_first = villages_are_small(composition);
    if (districts_first)
        place_district_labels(composition, space, group);
    VillageLabels(composition, space, group).run();
    if (!districts_first)
        place_district_labels(composition, space, group);
}

} // namespace antardesa::cartography
