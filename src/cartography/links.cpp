#include "cartography/detail/composition.h"
#include "cartography/detail/edge_boxes.h"
#include "cartography/detail/label_space.h"
#include "cartography/detail/link_layout.h"
#include "cartography/detail/participants.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace antardesa::cartography {
namespace {

using model::StageGroup;

LegendKey legend_of(StageGroup stage) {
    switch (stage) {
    case StageGroup::draft:
        return LegendKey::agreement_draft;
    case StageGroup::expiring:
        return LegendKey::agreement_expiring;
    case StageGroup::ended:
        return LegendKey::agreement_ended;
    case StageGroup::running:
        break;
    }
    return LegendKey::agreement_running;
}

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
                draw(*agreement, std::move(parties));
        }
        // Badges know all boxes at the rim and keep clear of them.
        for (const geo::Box& box : c_.taken)
            badges_.take(box);
        for (const Link& link : links_) {
            const geo::Point badge = put_badge(link);
            draw_third_parties(link, badge);
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

    void draw(const model::Agreement& agreement, Participants parties) {
        Link link{agreement,
                  std::move(parties),
                  {SubjectKind::agreement, agreement.id.value},
                  model::stage_group(agreement, c_.options.today),
                  colour_of(agreement),
                  c_.is_selected(SubjectKind::agreement, agreement.id.value),
                  {},
                  {}};
        shape(link);
        if (!link.box.intersects(c_.extent))
            return;
        if (!link.shape.lines.empty())
            draw_lines(link);
        for (const std::uint32_t village : link.parties.villages)
            put_node(link, village);
        c_.drawn.insert(legend_of(link.stage));
        links_.push_back(std::move(link));
    }

    Colour colour_of(const model::Agreement& agreement) const {
        const auto& palette = c_.inks.palette("field");
        const auto index = static_cast<std::size_t>(agreement.field);
        const Colour colour = index < palette.size() ? palette[index] : c_.inks.colour("fg");
        if (model::stage_group(agreement, c_.options.today) != StageGroup::ended)
            return colour;
        return style::mixed(colour, c_.inks.colour("paper"),
                            1 - c_.inks.number("agreement.ended.opacity", 0.6));
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
            link.shape = star_link(ends, hub_of(ends));
            c_.drawn.insert(LegendKey::many_villages);
        } else if (ends.size() == 1) {
            link.shape.badge = ends[0];
        }
        for (const geo::Point end : ends)
            link.box.extend(end);
        for (const geo::Line& line : link.shape.lines)
            link.box.extend(geo::bounds(std::span<const geo::Point>(line)));
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

    /// Centre of gravity of the ends, drawn towards the nearest end until it lies on land.
    geo::Point hub_of(const std::vector<geo::Point>& ends) const {
        geo::Point hub;
        for (const geo::Point end : ends)
            hub = hub + end * (1.0 / static_cast<double>(ends.size()));
        const auto nearest =
            std::min_element(ends.begin(), ends.end(), [&](geo::Point a, geo::Point b) {
                return geo::distance(a, hub) < geo::distance(b, hub);
            });
        for (int step = 0; step < 4 && !on_land(hub); ++step)
            hub = hub + (*nearest - hub) * 0.3;
        return hub;
    }
    bool on_land(geo::Point p) const {
        bool found = false;
        c_.geometry.claimant_index().visit({p, p}, [&](std::uint32_t claimant) {
            found = found || geo::contains(topology::polygons_of(*c_.coverage, claimant), p);
        });
        return found;
    }

    // -- lines ------------------------------------------------------------------------------

    void draw_lines(Link& link) {
        style::LineInk ink = c_.inks.line(ink_name("agreement", model::code_of(link.stage)));
        ink.colour = link.colour;
        if (link.selected) {
            ink.casing_colour = c_.inks.colour("selection");
            ink.casing *= 1.6;
        }
        Strokes strokes(c_, ink, link.subject);
        for (const geo::Line& line : link.shape.lines)
            strokes.add(line);
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        if (c_.on_paper())
            label_members_beyond(link);
    }

    /// On a sheet nobody can pan: members beyond the frame are named at its rim.
    void label_members_beyond(const Link& link) {
        const std::size_t villages = link.parties.villages.size();
        for (std::size_t i = 0; i < villages; ++i) {
            const std::uint32_t village = link.parties.villages[i];
            const geo::Point anchor = c_.geometry.anchor(village);
            if (c_.extent.contains(anchor))
                continue;
            const bool curve = link.shape.lines.size() == 1;
            const geo::Line& line = link.shape.lines[curve ? 0 : i];
            for (const geo::Line& part : geo::clipped(line, edges_.rim())) {
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
        std::vector<geo::Point> places{wanted};
        if (!link.shape.star)
            for (const geo::Line& line : link.shape.lines)
                for (const double share : {0.42, 0.58, 0.34, 0.66, 0.26, 0.74})
                    places.push_back(geo::station_at(line, share * geo::length(line)).position);
        for (int i = 0; i < 8; ++i) {
            const double angle = i * 0.7853981634;
            places.push_back(wanted + geo::Point{std::cos(angle), std::sin(angle)} *
                                          (1.2 * badge.size.value * c_.metre));
        }
        for (const geo::Point place : places) {
            badge.position = place;
            if (badges_.is_free(ink_box(c_, badge)))
                return place;
        }
        if (c_.on_paper() || link.selected)
            return wanted;
        return std::nullopt;
    }

    void put_clock(const PointMark& badge) {
        const double reach = badge.size.value * 0.42 * c_.metre;
        const double aside =
            badge.shape == Shape::capsule ? badge.width.value / 2 * c_.metre : reach;
        PointMark clock = icon_symbol(c_, badge.position + geo::Point{aside, reach},
                                      {Shape::circle, "clock", "clock", c_.inks.colour("panel"),
                                       c_.inks.colour("amber"), c_.inks.colour("amber")},
                                      badge.subject);
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
            draw_third_party(link, *party, from, rank++);
        }
    }

    void draw_third_party(const Link& link, const model::ThirdParty& party, geo::Point from,
                          int rank) {
        // Without a position: beside the village, each at its own angle.
        const double angle =
            3.6 + 1.1 * rank + 0.7 * static_cast<double>(link.agreement.id.value % 5);
        const double reach =
            2.6 * c_.inks.number("third_party.size", 5.5) * c_.symbol_scale * c_.metre;
        const geo::Point at = party.position
                                  ? c_.geometry.to_map(std::span(&*party.position, 1)).front()
                                  : from + geo::Point{std::cos(angle), std::sin(angle)} * reach;
        style::LineInk ink = c_.inks.line("party.link");
        ink.colour = link.colour;
        Strokes strokes(c_, ink, link.subject);
        strokes.add(geo::Line{from, at});
        strokes.put_casing(group_);
        strokes.put_stroke(group_);
        if (!c_.extent.contains(at))
            return;
        put_symbol(c_, icon_symbol(c_, at,
                                   {Shape::square, "party.third", "third_party",
                                    c_.inks.colour("panel"), link.colour, link.colour},
                                   {SubjectKind::third_party, party.id.value}));
        c_.drawn.insert(LegendKey::third_party);
    }

    Composition& c_;
    Group& group_;
    EdgeBoxes edges_;
    LabelSpace badges_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> ranks_;
    std::vector<Link> links_;
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
