#include "cartography/detail/composition.h"
#include "cartography/detail/strokes.h"

#include "geo/shape.h"

#include <array>

namespace antardesa::cartography {
namespace {

constexpr double width = 11; ///< of a sample, millimetres
constexpr double height = 4;
constexpr double middle = height / 2;

/// In the order of LegendKey.
constexpr std::array names{"regency_boundary",
                           "district_boundary",
                           "village_boundary",
                           "indicative_boundary",
                           "agreed_boundary",
                           "definitive_boundary",
                           "disputed_boundary",
                           "contested_area",
                           "cartometric_point",
                           "pillar",
                           "mutual_claim",
                           "undefined_area",
                           "finding",
                           "allowed_strip",
                           "settled_land",
                           "lost_land",
                           "new_border",
                           "agreement_running",
                           "agreement_draft",
                           "agreement_expiring",
                           "agreement_ended",
                           "many_villages",
                           "member_hatch",
                           "district_link",
                           "third_party",
                           "asset",
                           "outside_village",
                           "special_area",
                           "river",
                           "road",
                           "agreement_count_class",
                           "partner_class",
                           "value_class",
                           "brokerage_class",
                           "isolated_class",
                           "district_fill"};
static_assert(names.size() == static_cast<std::size_t>(LegendKey::district_fill) + 1);

const char* name_of(LegendKey key) {
    return names.at(static_cast<std::size_t>(key));
}

/// Draws samples with the same inks as the map, in a box of 11 × 4 mm.
class Sampler {
  public:
    explicit Sampler(const Composition& composition) : c_(composition) {}

    std::vector<Mark> sample(LegendKey key) {
        marks_.clear();
        if (const char* ink = line_ink(key))
            line(c_.inks.line(ink));
        else if (const char* stage = stage_ink(key))
            agreement(stage, key);
        else
            other(key);
        return std::move(marks_);
    }

    /// A boundary of one level and state; above the villages' on its band.
    std::vector<Mark> boundary(BoundaryClass level, std::optional<model::SegmentGroup> state) {
        marks_.clear();
        if (level == BoundaryClass::district)
            line(c_.inks.line("band.district"));
        if (level == BoundaryClass::regency || level == BoundaryClass::outer)
            line(c_.inks.line("band.regency"));
        line(c_.inks.line(boundary_ink(level, state)));
        return std::move(marks_);
    }

    /// One class of a theme that counts.
    std::vector<Mark> count_class(std::size_t index) {
        marks_.clear();
        const auto& palette = c_.inks.palette("count");
        if (!palette.empty())
            box(class_colour(c_.options.theme, index, palette), 0, width);
        return std::move(marks_);
    }

  private:
    static const char* line_ink(LegendKey key) {
        switch (key) {
        case LegendKey::new_border:
            return "repair.border";
        case LegendKey::river:
            return "reference.river";
        case LegendKey::road:
            return "reference.road";
        default:
            return nullptr;
        }
    }
    static const char* stage_ink(LegendKey key) {
        switch (key) {
        case LegendKey::agreement_draft:
            return "agreement.rancangan";
        case LegendKey::agreement_running:
            return "agreement.berjalan";
        case LegendKey::agreement_expiring:
            return "agreement.segera_habis";
        case LegendKey::agreement_ended:
            return "agreement.berakhir";
        default:
            return nullptr;
        }
    }

    void framed(const char* fill, const char* edge) {
        area(c_.inks.area(fill));
        outline(c_.inks.line(edge));
    }
    void other(LegendKey key) {
        switch (key) {
        case LegendKey::contested_area:
            framed("dispute.contested", "dispute.claim");
            break;
        case LegendKey::mutual_claim:
            framed("exception.claim", "exception.claim");
            break;
        case LegendKey::undefined_area:
            framed("special", "exception.allowed");
            break;
        case LegendKey::settled_land:
            area(repair_area(c_.inks, "repair.gain", 0));
            break;
        case LegendKey::lost_land:
            area(repair_area(c_.inks, "repair.loss", 1));
            break;
        case LegendKey::finding:
            framed("finding.error", "finding.error");
            break;
        case LegendKey::allowed_strip:
            framed("exception.allowed", "exception.allowed");
            break;
        case LegendKey::member_hatch:
            area(c_.inks.area("agreement.member"));
            break;
        case LegendKey::special_area:
            area(c_.inks.area("special"));
            break;
        case LegendKey::many_villages:
            star();
            break;
        case LegendKey::district_link:
            stroke({{1.2, middle}, {width - 1.2, middle}}, c_.inks.line("agreement.berjalan"));
            dot(Shape::capsule, "panel", 3);
            break;
        case LegendKey::third_party:
            symbol({Shape::square, "party.third", "third_party", c_.inks.colour("panel"),
                    c_.inks.colour("fg"), c_.inks.colour("fg")});
            break;
        case LegendKey::asset:
            symbol({Shape::rounded_square, "asset.mata_air", "asset", c_.inks.colour("panel"),
                    c_.inks.colour("fg"), c_.inks.colour("fg")});
            break;
        case LegendKey::cartometric_point:
            dot(Shape::circle, "point.cartometric", 2.2);
            break;
        case LegendKey::pillar:
            dot(Shape::triangle, "point.pillar", 3);
            break;
        case LegendKey::outside_village:
            arrow();
            break;
        case LegendKey::district_fill:
            swatches();
            break;
        default:
            break;
        }
    }

    void stroke(const geo::Line& path, const style::LineInk& ink) {
        LineMark mark;
        const std::vector<double> pattern = stroke_pattern(ink, 1);
        if (pattern.empty())
            mark.lines.add(path);
        else
            for (const geo::Line& part : geo::dashed(path, pattern, 0))
                mark.lines.add(part);
        mark.colour = ink.colour;
        mark.width = ink.width;
        marks_.emplace_back(std::move(mark));
    }
    void line(const style::LineInk& ink) { stroke({{0.4, middle}, {width - 0.4, middle}}, ink); }

    void box(Colour fill, double left, double right) {
        AreaMark mark;
        mark.rings.add(rectangle(left, right));
        mark.fill = fill;
        marks_.emplace_back(std::move(mark));
    }
    static geo::Ring rectangle(double left, double right) {
        return {
            {left, 0.3}, {right, 0.3}, {right, height - 0.3}, {left, height - 0.3}, {left, 0.3}};
    }
    void area(const style::AreaInk& ink) {
        if (ink.fill.alpha > 0)
            box(ink.fill, 0, width);
        if (!ink.hatch)
            return;
        LineMark mark;
        for (const geo::Line& part : geo::hatch({{rectangle(0, width), {}}},
                                                ink.hatch->spacing.value, ink.hatch->angle, {0, 0}))
            mark.lines.add(part);
        mark.colour = ink.hatch->colour;
        mark.width = ink.hatch->width;
        mark.round = false;
        marks_.emplace_back(std::move(mark));
    }
    void outline(const style::LineInk& ink) { stroke(rectangle(0.2, width - 0.2), ink); }

    void dot(Shape shape, const char* colour, double size) {
        PointMark mark;
        mark.position = {width / 2, middle};
        mark.shape = shape;
        mark.size = {size};
        mark.fill = c_.inks.colour(colour);
        mark.stroke = c_.inks.colour("panel");
        mark.stroke_width = {c_.inks.number("point.stroke", 0.3)};
        marks_.emplace_back(std::move(mark));
    }

    void node(geo::Point at) {
        PointMark mark;
        mark.position = at;
        mark.size = {std::min(c_.inks.number("node.size", 2.2), 2.0)};
        mark.fill = c_.inks.colour("panel");
        mark.stroke = c_.inks.colour("fg");
        mark.stroke_width = {c_.inks.number("node.stroke", 0.35)};
        marks_.emplace_back(std::move(mark));
    }
    void agreement(const char* name, LegendKey key) {
        style::LineInk ink = c_.inks.line(name);
        if (key == LegendKey::agreement_ended)
            ink.colour = style::mixed(ink.colour, c_.inks.colour("paper"), 0.4);
        stroke({{1.2, middle}, {width - 1.2, middle}}, ink);
        node({1.2, middle});
        node({width - 1.2, middle});
        if (key == LegendKey::agreement_expiring)
            symbol({Shape::circle, "clock", "clock", c_.inks.colour("panel"),
                    c_.inks.colour("amber"), c_.inks.colour("amber")});
    }
    void star() {
        const style::LineInk& ink = c_.inks.line("agreement.berjalan");
        const geo::Point hub{width / 2, middle};
        for (const geo::Point end : {geo::Point{1.5, 0.9}, {width - 1.5, 0.9}, {width / 2, 3.5}}) {
            stroke({hub, end}, ink);
            node(end);
        }
    }
    void arrow() {
        stroke({{1, middle}, {width - 1.5, middle}}, c_.inks.line("agreement.berjalan"));
        stroke({{width - 3, middle + 1.2}, {width - 1.2, middle}, {width - 3, middle - 1.2}},
               c_.inks.line("agreement.berjalan"));
    }
    void symbol(const IconSymbol& symbol) {
        PointMark mark = icon_symbol(c_, {width / 2, middle}, symbol, {});
        mark.size = {std::min(mark.size.value, height)};
        marks_.emplace_back(std::move(mark));
    }
    void swatches() {
        const auto& palette = c_.inks.palette("district");
        constexpr std::size_t shown = 3;
        for (std::size_t i = 0; i < std::min(shown, palette.size()); ++i)
            box(palette[i], width * static_cast<double>(i) / shown,
                width * static_cast<double>(i + 1) / shown);
    }

    const Composition& c_;
    std::vector<Mark> marks_;
};

} // namespace

void make_legend(Composition& composition) {
    Sampler sampler(composition);
    for (const LegendKey key : composition.drawn) {
        const std::string message = std::string("cartography.legend.") + name_of(key);
        if (key <= LegendKey::disputed_boundary) {
            for (const auto& [level, state] : composition.drawn_boundaries)
                if (boundary_key(level, state) == key)
                    composition.scene.legend.push_back(
                        {key,
                         {message + boundary_words(level, state), {}},
                         sampler.boundary(level, state)});
            continue;
        }
        const Theme theme = composition.options.theme;
        if (theme_classes(theme).empty() || key != theme_key(theme)) {
            composition.scene.legend.push_back({key, {message, {}}, sampler.sample(key)});
            continue;
        }
        std::size_t index = 0;
        for (const std::string& name : theme_classes(theme)) {
            const Message text = theme == Theme::isolated
                                     ? Message{std::string(message).append(".").append(name), {}}
                                     : Message{message, {name}};
            composition.scene.legend.push_back({key, text, sampler.count_class(index++)});
        }
    }
}

} // namespace antardesa::cartography
