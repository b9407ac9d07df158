#include "cartography/detail/composition.h"
#include "cartography/detail/edge_boxes.h"
#include "cartography/detail/label_space.h"
#include "cartography/detail/link_layout.h"
#include "cartography/detail/link_parties.h"
#include "cartography/detail/participants.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace antardesa::cartography {
namespace {

using model::StageGroup;

/// From so many links in view on, badges stand apart so that names have room between them; from
/// twice as many they stand no farther, and what has ended has none.
constexpr std::size_t crowd = 400;

/// All agreements of the view: lines in the group, nodes and badges above them.
class LinkPass {
  public:
    LinkPass(Composition& composition, Group& group)
        : c_(composition), group_(group), edges_(composition),
          badges_(composition.view.width.value, composition.view.height.value) {}

    void run() {
        for (const model::Agreement* agreement : c_.agreements) {
            c_.progress.check();
            Participants parties = participants_of(c_.atlas, agreement->id);
            if (parties.size() > 0)
                add(*agreement, std::move(parties));
        }
        draw_from_below();
        // Badges know all boxes at the rim and keep clear of them.
        for (const geo::Box& box : c_.taken)
            badges_.take(box);
        for (const std::size_t index : by_importance_) {
            const geo::Point badge = put_badge(links_[index]);
            draw_third_parties(links_[index], badge);
        }
        for (PointMark& node : nodes_)
            put_symbol(c_, std::move(node));
        for (Mark& badge : badge_marks_)
            c_.symbols.push_back(std::move(badge));
    }

  private:
    /// One agreement while it is being drawn.
    struct Link {
        const model::Agreement& agreement;
        Participants parties;
        Subject subject;
        StageGroup stage;
        Colour colour;
        bool selected;
        LinkShape shape;
        geo::Box box;
    };

    /// Its shape, in table order: what is chosen or ends moves no other curve.
    void add(const model::Agreement& agreement, Participants parties) {
        Link link{agreement,
                  std::move(parties),
                  {SubjectKind::agreement, agreement.id.value},
                  model::stage_group(agreement, c_.options.today),
                  {},
                  c_.is_selected(SubjectKind::agreement, agreement.id.value),
                  {},
                  {}};
        shape(link);
        if (!link.box.intersects(c_.extent))
            return;
        c_.drawn.insert(legend_of(link.stage));
        links_.push_back(std::move(link));
    }

    /// On paper in table order, by which they are numbered.
    void draw_from_below() {
        by_importance_.resize(links_.size());
        std::iota(by_importance_.begin(), by_importance_.end(), std::size_t{0});
        const auto rank = [&](std::size_t index) {
            return importance(links_[index].stage, links_[index].selected);
        };
        if (!c_.on_paper())
            std::stable_sort(by_importance_.begin(), by_importance_.end(),
                             [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
        std::vector<std::size_t> order = by_importance_;
        if (!c_.on_paper())
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        for (const std::size_t index : order) {
            Link& link = links_[index];
            link.colour = colour_of(link);
            if (!link.shape.lines.empty())
                draw_lines(link);
        }
        for (const std::size_t index : by_importance_)
            for (const std::uint32_t village : links_[index].parties.villages)
                put_node(links_[index], village);
    }

    bool is_crowded() const { return !c_.on_paper() && links_.size() > crowd; }

    Colour colour_of(const Link& link) const {
        const auto& palette = c_.inks.palette("field");
        const auto index = static_cast<std::size_t>(link.agreement.field);
        const Colour colour = index < palette.size() ? palette[index] : c_.inks.colour("fg");
        if (link.stage != StageGroup::ended || link.selected)
            return colour;
        const double opacity = c_.inks.number("agreement.ended.opacity", 0.6);
        return style::mixed(colour, c_.inks.colour("paper"),
                            1 - (is_crowded() ? opacity / 2 : opacity));
    }

    // -- shape ------------------------------------------------------------------------------

    void shape(Link& link) {
        std::vector<geo::Point> ends;
        for (const std::uint32_t village : link.parties.villages)
            ends.push_back(c_.geometry.anchor(village));
        geo::Box villages;
        for (const geo::Point end : ends)
            villages.extend(end);
        // A village of another kabupaten has no place here: it lies outward of its partners.
        if (!link.parties.outside.empty() && !ends.empty() && villages.intersects(c_.extent))
            add_outside(link, ends);
        if (ends.size() == 2) {
            link.shape = curve_link(ends[0], ends[1], rank_between(link));
        } else if (ends.size() > 2) {
            link.shape = group_link(c_, link.parties.villages, ends);
            c_.drawn.insert(LegendKey::many_villages);
        } else if (ends.size() == 1) {
            link.shape.badge = ends[0];
        }
        for (const geo::Point end : ends)
            link.box.extend(end);
        for (const geo::Line& line : link.shape.lines)
            link.box.extend(geo::bounds(std::span<const geo::Point>(line)));
        if (!link.shape.outline.empty())
            link.box.extend(geo::bounds(link.shape.outline));
    }

    void add_outside(Link& link, std::vector<geo::Point>& ends) {
        geo::Point from = ends.front();
        for (const geo::Point end : ends)
            if (c_.extent.contains(end))
                from = end;
        geo::Point outward = from - c_.geometry.box().centre();
        if (outward == geo::Point{})
            outward = {1, 0};
        for (const std::string& name : link.parties.outside) {
            const geo::Point at = exit_point(c_.extent, from, outward);
            ends.push_back(edges_.add(name, at, outward, link.subject));
        }
    }

    int rank_between(const Link& link) {
        if (link.parties.villages.size() != 2)
            return 0;
        const auto [low, high] = std::minmax(link.parties.villages[0], link.parties.villages[1]);
        return ranks_[{low, high}]++;
    }

    // -- lines ------------------------------------------------------------------------------

    void draw_lines(Link& link) {
        style::LineInk ink = c_.inks.line(ink_name("agreement", model::code_of(link.stage)));
        ink.colour = link.colour;
        if (link.selected)
            put_halo(link, ink);
        fill_contour(link);
        // It runs on both sides of what a line would be.
        if (link.shape.style == LinkStyle::contour)
            ink.width.value *= c_.inks.number("agreement.contour.width", 0.65);
        Strokes strokes(c_, ink, link.subject);
        for (const geo::Line& line : drawn_lines(link.shape))
            strokes.add(line);
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        if (c_.on_paper())
            label_members_beyond(link);
    }

    /// The selection's own line on both sides of the link's, which keeps its colour (ui.md §8).
    void put_halo(const Link& link, style::LineInk& ink) {
        style::LineInk around = c_.inks.line("selection.line");
        ink.casing_colour = around.casing_colour;
        around.width = {ink.width.value + 2 * ink.casing + 2 * around.width.value};
        Strokes strokes(c_, around, link.subject);
        for (const geo::Line& line : drawn_lines(link.shape))
            strokes.add_solid(line);
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
    }

    void fill_contour(const Link& link) {
        if (link.shape.outline.empty())
            return;
        AreaMark fill;
        for (const geo::Line& ring : drawn_lines(link.shape))
            fill.rings.add(ring);
        fill.fill = link.colour.with_alpha(c_.inks.number("agreement.contour.opacity", 0.1));
        // Without a subject: a click within is about the village.
        group_.marks.emplace_back(std::move(fill));
    }

    /// The line that leads out of the frame to the member there; where those that end at it lie
    /// wholly beyond, straight from the member in sight that is nearest.
    geo::Line way_out(const Link& link, geo::Point beyond) const {
        for (const geo::Line& line : link.shape.lines)
            if ((line.front() == beyond || line.back() == beyond) &&
                !geo::clipped(line, edges_.rim()).empty())
                return line;
        std::optional<geo::Point> nearest;
        for (const std::uint32_t village : link.parties.villages) {
            const geo::Point anchor = c_.geometry.anchor(village);
            if (c_.extent.contains(anchor) &&
                (!nearest || geo::distance(anchor, beyond) < geo::distance(*nearest, beyond)))
                nearest = anchor;
        }
        return nearest ? geo::Line{*nearest, beyond} : geo::Line{};
    }

    /// On a sheet nobody can pan: members beyond the frame are named at its rim.
    void label_members_beyond(const Link& link) {
        const std::size_t villages = link.parties.villages.size();
        for (std::size_t i = 0; i < villages; ++i) {
            const std::uint32_t village = link.parties.villages[i];
            const geo::Point anchor = c_.geometry.anchor(village);
            if (c_.extent.contains(anchor))
                continue;
            for (const geo::Line& part : geo::clipped(way_out(link, anchor), edges_.rim())) {
                const bool at_front =
                    geo::distance(part.front(), anchor) < geo::distance(part.back(), anchor);
                const geo::Point at = at_front ? part.front() : part.back();
                edges_.add(c_.atlas.villages()[village].name, at, anchor - at,
                           {SubjectKind::village, c_.atlas.villages()[village].id.value});
                break;
            }
        }
    }

    // -- symbols ----------------------------------------------------------------------------

    void put_node(const Link& link, std::uint32_t village) {
        const geo::Point at = c_.geometry.anchor(village);
        if (c_.has_node[village] || !c_.extent.contains(at))
            return;
        c_.has_node[village] = true;
        PointMark node;
        node.position = at;
        node.shape = Shape::circle;
        node.size = {c_.inks.number("node.size", 2.2) * c_.symbol_scale};
        node.fill = c_.inks.colour("panel");
        node.stroke = link.colour;
        node.stroke_width = {c_.inks.number("node.stroke", 0.35)};
        node.subject = {SubjectKind::village, c_.atlas.villages()[village].id.value};
        nodes_.push_back(std::move(node));
    }

    /// Returns where the badge stands, or would stand.
    geo::Point put_badge(const Link& link) {
        PointMark badge = badge_of(link);
        const geo::Box inside = c_.extent.grown(-badge.size.value * c_.metre);
        geo::Point wanted = link.shape.badge;
        if (link.shape.lines.empty())
            wanted = wanted + geo::Point{0, 2.2 * badge.size.value * c_.metre};
        const auto visible = visible_badge(link.shape, wanted, inside);
        if (!visible)
            return wanted;
        const int number = static_cast<int>(c_.scene.agreements.size()) + 1;
        c_.scene.agreements.push_back(
            {link.agreement.id, c_.options.number_agreements ? number : 0});
        if (c_.options.number_agreements)
            badge.content.push_back(number_run(number));
        if (const auto place = free_place(link, *visible, badge)) {
            badge.position = *place;
            badges_.take(ink_box(c_, badge));
            c_.taken.push_back(ink_box(c_, badge));
            badge_marks_.emplace_back(badge);
            if (link.stage == StageGroup::expiring)
                put_clock(badge);
            return *place;
        }
        return *visible;
    }

    PointMark badge_of(const Link& link) const {
        PointMark badge = icon_symbol(
            c_, {},
            {Shape::circle, ink_name("field", model::code_of(link.agreement.field)), "badge",
             link.colour, c_.inks.colour(link.selected ? "selection" : "panel"),
             c_.inks.colour("badge.content")},
            link.subject);
        if (c_.options.number_agreements) {
            badge.shape = Shape::capsule;
            const double scale = std::max(c_.symbol_scale, 0.72); // the number stays legible
            badge.width = {c_.inks.number("badge.capsule.width", 9.5) * scale};
            badge.size = {c_.inks.number("badge.capsule.height", 5) * scale};
        }
        return badge;
    }

    text::GlyphRun number_run(int number) const {
        const text::FontStyle font{
            text::Family::sans,
            text::Weight::bold,
            {std::max(2.5, c_.inks.number("badge.number", 3.2) * c_.symbol_scale)},
            {}};
        return c_.typesetter.shape(" " + std::to_string(number), font);
    }

    /// Badges must not hide one another: along the curve, or a little off the hub. Where a
    /// screen is too full for all, the line remains; on paper the badge stays in any case.
    std::optional<geo::Point> free_place(const Link& link, geo::Point wanted, PointMark badge) {
        if (is_crowded() && link.stage == StageGroup::ended && !link.selected)
            return std::nullopt;
        const double many = static_cast<double>(links_.size()) / static_cast<double>(crowd);
        const bool spread = is_crowded() && !link.selected;
        const double apart = spread ? badge.size.value * std::min(2.0, many) : 0;
        for (const geo::Point place :
             badge_places(link.shape, wanted, 1.2 * badge.size.value * c_.metre)) {
            badge.position = place;
            if (badges_.is_free(ink_box(c_, badge).grown(apart)))
                return place;
        }
        if (!c_.on_paper() && !link.selected)
            return std::nullopt;
        for (const geo::Point place :
             further_badge_places(link.shape, c_.extent, wanted, badge.size.value * c_.metre)) {
            badge.position = place;
            if (badges_.is_free(ink_box(c_, badge)))
                return place;
        }
        return wanted;
    }

    void put_clock(const PointMark& badge) {
        const double reach = badge.size.value * 0.42 * c_.metre;
        const double aside =
            badge.shape == Shape::capsule ? badge.width.value / 2 * c_.metre : reach;
        PointMark clock = icon_symbol(c_, badge.position + geo::Point{aside, reach},
                                      {Shape::circle, "clock", "clock", c_.inks.colour("panel"),
                                       c_.inks.colour("amber"), c_.inks.colour("amber")},
                                      badge.subject);
        if (c_.on_paper())
            clock.position = whole_in_frame(c_, clock);
        badge_marks_.emplace_back(std::move(clock));
    }

    // -- third parties ----------------------------------------------------------------------

    void draw_third_parties(const Link& link, geo::Point badge) {
        if (!c_.shows(MapLayer::third_parties))
            return;
        int rank = 0;
        for (const Id<model::ThirdParty> id : link.parties.third_parties) {
            const model::ThirdParty* party = c_.atlas.find(id);
            if (!party)
                continue;
            const geo::Point from = link.parties.villages.size() == 1
                                        ? c_.geometry.anchor(link.parties.villages[0])
                                        : badge;
            draw_third_party(c_, group_, *party, {link.agreement.id, link.colour, from, rank++});
        }
    }

    Composition& c_;
    Group& group_;
    EdgeBoxes edges_;
    LabelSpace badges_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> ranks_;
    std::vector<Link> links_;
    std::vector<std::size_t> by_importance_; ///< most important first; on paper as they stand
    std::vector<PointMark> nodes_;
    std::vector<Mark> badge_marks_;
};

} // namespace

void draw_links(Composition& composition) {
    Group& group = composition.start_group("links");
    if (!composition.shows(MapLayer::agreements))
        return;
    if (composition.options.by_district)
        draw_district_links(composition, group);
    else
        LinkPass(composition, group).run();
}

} // namespace antardesa::cartography
