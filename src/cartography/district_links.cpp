#include "cartography/detail/composition.h"
#include "cartography/detail/link_layout.h"
#include "cartography/detail/strokes.h"

#include "analysis/district_cooperation.h"
#include "geo/measure.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

/// Kecamatan as nodes with the number of their agreements, links between them with theirs.
class DistrictLinks {
  public:
    DistrictLinks(Composition& composition, Group& group) : c_(composition), group_(group) {}

    void run() {
        const auto whole =
            analysis::district_cooperation(c_.atlas, c_.options.filter, c_.options.today);
        std::size_t most = 1;
        for (const analysis::DistrictLink& link : whole.links)
            most = std::max(most, link.agreements.size());
        for (const analysis::DistrictLink& link : whole.links)
            draw(link, most);
        for (const analysis::DistrictStanding& district : whole.districts)
            put_node(district);
        for (PointMark& badge : badges_)
            put(std::move(badge));
    }

  private:
    /// On land and near the middle: the village whose anchor is nearest to the mean of all.
    std::optional<geo::Point> anchor(Id<model::District> id) const {
        const std::size_t district = c_.atlas.districts().index_of(id);
        if (district >= c_.facts.villages_of.size() || c_.facts.villages_of[district].empty())
            return std::nullopt;
        const auto& villages = c_.facts.villages_of[district];
        geo::Point mean;
        for (const std::uint32_t village : villages)
            mean = mean + c_.geometry.claimant_box(village).centre() *
                              (1.0 / static_cast<double>(villages.size()));
        const auto nearest =
            std::min_element(villages.begin(), villages.end(), [&](auto a, auto b) {
                return geo::distance(c_.geometry.claimant_box(a).centre(), mean) <
                       geo::distance(c_.geometry.claimant_box(b).centre(), mean);
            });
        return c_.geometry.anchor(*nearest);
    }

    /// The width tells how many: from one to two and a half times the usual one.
    void draw(const analysis::DistrictLink& link, std::size_t most) {
        const auto from = anchor(link.first);
        const auto to = anchor(link.second);
        if (!from || !to)
            return;
        const LinkShape shape = curve_link(*from, *to, 0);
        if (!geo::bounds(std::span<const geo::Point>(shape.lines[0])).intersects(c_.extent))
            return;
        style::LineInk ink = c_.inks.line("agreement.berjalan");
        ink.colour = c_.inks.colour("field.batas_desa");
        ink.width.value *= 0.8 + 1.5 * static_cast<double>(link.agreements.size() - 1) /
                                     static_cast<double>(std::max<std::size_t>(1, most - 1));
        Strokes strokes(c_, ink);
        strokes.add(shape.lines[0]);
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        c_.drawn.insert(LegendKey::district_link);
        if (c_.extent.contains(shape.badge))
            badges_.push_back(number(shape.badge, link.agreements.size(), {}, false));
    }

    void put_node(const analysis::DistrictStanding& district) {
        const auto at = anchor(district.district);
        if (!at || !c_.extent.contains(*at))
            return;
        const Subject subject{SubjectKind::district, district.district.value};
        badges_.push_back(number(*at, district.agreements.size(), subject, true));
    }

    /// A count in a capsule: dark of a kecamatan, light of a link.
    PointMark number(geo::Point at, std::size_t count, Subject subject, bool filled) const {
        const Colour dark = c_.inks.colour(
            c_.is_selected(subject.kind, subject.id) ? "selection" : "field.batas_desa");
        PointMark mark;
        mark.position = at;
        mark.shape = filled ? Shape::circle : Shape::capsule;
        const double height = c_.inks.number("badge.capsule.height", 5) * (filled ? 1.15 : 0.85);
        mark.size = {height};
        mark.width = {height * 1.3};
        mark.fill = filled ? dark : c_.inks.colour("panel");
        mark.stroke = filled ? c_.inks.colour("panel") : dark;
        mark.stroke_width = {c_.inks.number("badge.stroke", 0.3)};
        mark.content_colour = filled ? c_.inks.colour("panel") : dark;
        mark.subject = subject;
        const text::FontStyle font{
            text::Family::sans,
            text::Weight::bold,
            {std::max(2.5, c_.inks.number("badge.number", 3.2) * (filled ? 1.0 : 0.9))},
            {}};
        mark.content.push_back(c_.typesetter.shape(std::to_string(count), font));
        return mark;
    }

    void put(PointMark mark) {
        c_.taken.push_back(ink_box(c_, mark));
        c_.symbols.emplace_back(std::move(mark));
    }

    Composition& c_;
    Group& group_;
    std::vector<PointMark> badges_;
};

} // namespace

void draw_district_links(Composition& composition, Group& group) {
    DistrictLinks(composition, group).run();
}

} // namespace antardesa::cartography
