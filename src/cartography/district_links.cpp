#include "cartography/detail/composition.h"
#include "cartography/detail/district_labels.h"
#include "cartography/detail/link_layout.h"
#include "cartography/detail/strokes.h"
#include "cartography/district_link.h"

#include "analysis/district_cooperation.h"
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
    /// The width tells how many: from one to two and a half times the usual one.
    void draw(const analysis::DistrictLink& link, std::size_t most) {
        const auto from = district_anchor(c_, link.first);
        const auto to = district_anchor(c_, link.second);
        if (!from || !to)
            return;
        const LinkShape shape = curve_link(*from, *to, 0);
        if (!geo::bounds(std::span<const geo::Point>(shape.lines[0])).intersects(c_.extent))
            return;
        const Subject subject = district_link(link.first, link.second);
        style::LineInk ink = c_.inks.line("agreement.berjalan");
        ink.colour = colour_of(subject);
        ink.width.value *= 0.8 + 1.5 * static_cast<double>(link.agreements.size() - 1) /
                                     static_cast<double>(std::max<std::size_t>(1, most - 1));
        Strokes strokes(c_, ink, subject);
        strokes.add(shape.lines[0]);
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        c_.drawn.insert(LegendKey::district_link);
        if (c_.extent.contains(shape.badge))
            badges_.push_back(number(shape.badge, link.agreements.size(), subject, false));
    }

    void put_node(const analysis::DistrictStanding& district) {
        const auto at = district_anchor(c_, district.district);
        if (!at || !c_.extent.contains(*at))
            return;
        const Subject subject{SubjectKind::district, district.district.value};
        badges_.push_back(number(*at, district.agreements.size(), subject, true));
    }

    Colour colour_of(Subject subject) const {
        return c_.inks.colour(c_.is_selected(subject.kind, subject.id) ? "selection"
                                                                       : "field.batas_desa");
    }

    /// A count in a capsule: dark of a kecamatan, light of a link.
    PointMark number(geo::Point at, std::size_t count, Subject subject, bool filled) const {
        const Colour dark = colour_of(subject);
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
        if (c_.on_paper())
            mark.position = whole_in_frame(c_, mark);
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
