#include "cartography/detail/sheet_plan.h"

#include "crs/coordinate_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;

constexpr Colour grid_colour{84, 120, 130, 110};

/// Grid values within [from, to].
std::vector<double> grid_values(double from, double to, double step) {
    std::vector<double> values;
    for (double value = std::ceil(from / step) * step; value <= to; value += step)
        values.push_back(value);
    return values;
}

/// Middle of a label `wide` millimetres long that belongs at `at`, kept within the frame's side;
/// nothing when it would have to move further than it is long.
std::optional<double> label_place(double at, double wide, double from, double to) {
    const double place = std::clamp(at, from + wide / 2, std::max(from + wide / 2, to - wide / 2));
    if (std::fabs(place - at) > wide / 2)
        return std::nullopt;
    return place;
}

class GridLabels {
  public:
    GridLabels(Furniture& f, const SheetFacts& facts, const SheetPlan& plan)
        : f_(f), facts_(facts), plan_(plan), font_(plan.type.font(plan.type.small)),
          metre_(1 / facts.scale.metres_per_millimetre()) {}

    void draw() {
        const Box& world = facts_.world;
        for (const double x : grid_values(world.min.x, world.max.x, facts_.grid_step))
            easting(plan_.frame.min.x + (x - world.min.x) * metre_, x);
        for (const double y : grid_values(world.min.y, world.max.y, facts_.grid_step))
            northing(plan_.frame.min.y + (y - world.min.y) * metre_, y);
    }

  private:
    text::GlyphRun label(const char* key, double metres) const {
        return f_.typesetter().shape(
            facts_.language.text(Message{key, {crs::grouped_metres(metres)}}), font_);
    }

    void easting(double at, double metres) {
        const auto run = label("sheet.easting", metres);
        const auto place = label_place(at, run.width, plan_.frame.min.x, plan_.frame.max.x);
        if (!place)
            return;
        const double band = plan_.outer.max.y - plan_.frame.max.y;
        const double drop = plan_.type.small * 0.36;
        f_.write({*place, plan_.frame.max.y + band / 2 - drop}, run, Furniture::ink, Align::centre);
        f_.write({*place, plan_.outer.min.y + band / 2 - drop}, run, Furniture::ink, Align::centre);
        ticks({at, plan_.frame.max.y}, {at, plan_.frame.min.y}, {0, 1});
    }

    void northing(double at, double metres) {
        const auto run = label("sheet.northing", metres);
        const auto place = label_place(at, run.width, plan_.frame.min.y, plan_.frame.max.y);
        if (!place)
            return;
        const double band = plan_.frame.min.x - plan_.outer.min.x;
        const double drop = plan_.type.small * 0.36;
        f_.write_upwards({plan_.outer.min.x + band / 2 + drop, *place}, run);
        f_.write_upwards({plan_.frame.max.x + band / 2 + drop, *place}, run);
        ticks({plan_.frame.max.x, at}, {plan_.frame.min.x, at}, {1, 0});
    }

    /// Short strokes outwards, from the first place along `out` and from the second against it.
    void ticks(Point a, Point b, Point out) {
        const double length = plan_.type.small * 0.35;
        f_.line(a, a + out * length, 0.2);
        f_.line(b, b - out * length, 0.2);
    }

    Furniture& f_;
    const SheetFacts& facts_;
    const SheetPlan& plan_;
    text::FontStyle font_;
    double metre_;
};

std::vector<Block> present(std::vector<Block> blocks) {
    std::erase_if(blocks, [](const Block& block) { return !block.draw; });
    return blocks;
}

/// Half a column that is narrower cuts what stands in it.
constexpr double narrowest_half = 55;

/// How a boundary sheet's margin makes room for those who sign: they sign where the map is.
struct Arrangement {
    bool across = false;  ///< in a strip below both columns, which is wide
    bool without = false; ///< the diagram of the location goes on to the further page
    double spared_mm = 0; ///< of the room to sign
};
constexpr std::array arrangements{Arrangement{},
                                  Arrangement{true, false, 0},
                                  Arrangement{false, true, 0},
                                  Arrangement{false, true, 2},
                                  Arrangement{false, true, 4},
                                  Arrangement{true, true, 2},
                                  Arrangement{true, true, 4}};

/// Of what moves on the last.
constexpr int signing = 4;

/// Legend, location, index of the set, reference system and sources. A4 holds of location and index
/// the one that says more.
std::vector<Block> map_blocks(const SheetFacts& facts, const SheetType& type, double width,
                              const Arrangement& as) {
    const double half = half_width(width, type);
    const bool small = facts.request.paper == Paper::a4;
    Block place = small && facts.request.set.size() > 1 ? index_block(facts, type)
                                                        : location_block(facts, type);
    std::vector<Block> blocks;
    if (half < narrowest_half || as.without) {
        place.moves_on = as.without ? 1 : 0;
        blocks = {legend_block(facts, type, width), place};
    } else {
        blocks = {beside(legend_block(facts, type, half), place, type)};
    }
    if (half < narrowest_half) {
        blocks.insert(blocks.end(),
                      {reference_block(facts, type, width), record_block(facts, type, width)});
        blocks[blocks.size() - 2].moves_on = as.without || as.across ? 3 : 0;
    } else {
        const Block reference = reference_block(facts, type, half);
        const Block record = record_block(facts, type, half);
        blocks.push_back(
            small ? beside(reference, record, type)
                  : beside(stacked(reference, record, type), index_block(facts, type), type));
    }
    blocks.back().moves_on = 3;
    return blocks;
}

/// Segments, points, who publishes and approves, and the code. Who publishes and what ties the
/// sheet to its line never leave it.
std::vector<Block> paper_blocks(const SheetFacts& facts, const SheetType& type, double width,
                                const Arrangement& as) {
    const double half = half_width(width, type);
    std::vector<Block> blocks{segments_block(facts, type, width), points_block(facts, type, width)};
    blocks.front().sacrifice = facts.request.paper == Paper::a4 ? 1 : 0;
    blocks.front().moves_on = 1;
    blocks.back().moves_on = 2;
    if (half < narrowest_half) {
        Block code = code_block(facts, type, width);
        code.at_bottom = false; // what follows is not
        blocks.insert(blocks.end(), {publisher_block(facts, type, width), code});
    } else {
        blocks.push_back(
            beside(publisher_block(facts, type, half), code_block(facts, type, half), type));
    }
    blocks.push_back(caution_block(facts, type, width));
    if (!as.across) {
        blocks.push_back(approval_block(facts, type, width, as.spared_mm));
        blocks.back().moves_on = signing;
    }
    blocks.push_back(print_block(facts, type, width));
    return blocks;
}

/// What stands in the columns and below them, and what they have no room for.
struct Margin {
    std::vector<std::vector<Block>> columns;
    std::vector<Block> moved;
    std::optional<Block> strip;
    bool fits = true;

    bool is_signed_here() const {
        return fits && std::none_of(moved.begin(), moved.end(),
                                    [](const Block& block) { return block.moves_on == signing; });
    }
};

Margin margin_as(const Arrangement& as, const SheetFacts& facts, const SheetPlan& plan) {
    const SheetType& type = plan.type;
    const double width = plan.columns.front().width();
    Margin margin;
    double room = plan.columns.front().height();
    if (Block strip;
        as.across && (strip = approval_block(facts, type, plan.page.width(), as.spared_mm)).draw) {
        room -= strip.least + type.gap;
        margin.strip = std::move(strip);
    }
    std::vector<Block> first = map_blocks(facts, type, width, as);
    first.insert(first.begin(), identity_block(facts, type, width));
    std::vector<Block> second = paper_blocks(facts, type, width, as);
    if (plan.columns.size() == 1)
        first.insert(first.end(), second.begin(), second.end());
    margin.columns.push_back(present(std::move(first)));
    if (plan.columns.size() > 1)
        margin.columns.push_back(present(std::move(second)));
    // Of two columns the second one's come first on the further page.
    const Block note = moved_note(facts, type, width);
    for (auto column = margin.columns.rbegin(); column != margin.columns.rend(); ++column) {
        for (Block& moved : take_what_moves_on(*column, note, room, type))
            margin.moved.push_back(std::move(moved));
        margin.fits = margin.fits && has_room(*column, room, type);
    }
    return margin;
}

/// One wide column with half blocks beside each other, or two below the map. Handed back: what they
/// have no room for.
std::vector<Block> fill_boundary_columns(Furniture& f, const SheetFacts& facts,
                                         const SheetPlan& plan) {
    Margin margin = margin_as({}, facts, plan);
    for (const Arrangement& as : arrangements) {
        if (margin.is_signed_here())
            break;
        if (as.across && plan.columns.size() < 2)
            continue;
        if (Margin other = margin_as(as, facts, plan); other.is_signed_here())
            margin = std::move(other);
    }
    const double strip = margin.strip ? margin.strip->least + plan.type.gap : 0;
    for (std::size_t i = 0; i < margin.columns.size(); ++i) {
        Box column = plan.columns[i];
        column.min.y += strip;
        fill_column(f, column, std::move(margin.columns[i]), plan.type);
    }
    if (margin.strip) {
        const Box& page = plan.page;
        const double top = page.min.y + margin.strip->least;
        f.rule(page.min.x, page.max.x, top, 0.4 * plan.type.unit);
        margin.strip->draw(f, {page.min, {page.max.x, top}});
    }
    return std::move(margin.moved);
}

void fill_columns(Furniture& f, const SheetFacts& facts, const SheetPlan& plan) {
    const SheetType& type = plan.type;
    const double width = plan.columns.front().width();
    const auto put = [&](std::size_t column, std::vector<Block> blocks) {
        fill_column(f, plan.columns[column], present(std::move(blocks)), type);
    };
    if (plan.columns.size() == 1)
        return put(0, {title_block(facts, type, width), scale_block(facts, type, width),
                       legend_block(facts, type, width), points_block(facts, type, width),
                       agreement_block(facts, type, width), location_block(facts, type),
                       system_block(facts, type, width), source_block(facts, type, width),
                       notice_block(facts, type, width), signature_block(facts, type, width),
                       code_block(facts, type, width), print_block(facts, type, width)});
    put(0, {title_block(facts, type, width), scale_block(facts, type, width),
            notice_block(facts, type, width), signature_block(facts, type, width),
            code_block(facts, type, width), print_block(facts, type, width)});
    put(1, {legend_block(facts, type, width), location_block(facts, type)});
    put(2, {points_block(facts, type, width), agreement_block(facts, type, width),
            system_block(facts, type, width), source_block(facts, type, width)});
}

} // namespace

std::vector<Block> draw_furniture(Furniture& furniture, const SheetFacts& facts,
                                  const SheetPlan& plan) {
    furniture.frame(plan.outer, 0.2);
    furniture.frame(plan.frame, 0.5);
    GridLabels(furniture, facts, plan).draw();
    if (has_boundary_margin(facts.request)) {
        draw_graticule(furniture, facts, plan);
        return fill_boundary_columns(furniture, facts, plan);
    }
    fill_columns(furniture, facts, plan);
    return {};
}

Group grid_group(const SheetFacts& facts, const SheetPlan& plan) {
    Group group{"grid",
                {facts.world.min, plan.frame.min, 1 / facts.scale.metres_per_millimetre()},
                plan.frame,
                {}};
    LineMark mark;
    const Box& w = facts.world;
    for (const double x : grid_values(w.min.x, w.max.x, facts.grid_step))
        mark.lines.add(std::vector<Point>{{x, w.min.y}, {x, w.max.y}});
    for (const double y : grid_values(w.min.y, w.max.y, facts.grid_step))
        mark.lines.add(std::vector<Point>{{w.min.x, y}, {w.max.x, y}});
    mark.colour = grid_colour;
    mark.width = {0.13};
    mark.round = false;
    if (mark.lines.size() > 0)
        group.marks.emplace_back(std::move(mark));
    return group;
}

Group draft_group(const SheetFacts& facts, const SheetPlan& plan) {
    Group group{"draft", {}, plan.frame, {}};
    const std::string words = facts.language.text(
        has_boundary_margin(facts.request) ? "sheet.watermark_boundary" : "sheet.watermark");
    text::FontStyle font = plan.type.font(10, text::Weight::bold);
    font.letter_spacing = {1.2};
    const double per_size = facts.typesetter.shape(words, font).width / 10;
    const double size = std::min(plan.frame.width() * 0.66 / per_size, plan.frame.height() * 0.12);
    font.size = {size};
    font.letter_spacing = {size * 0.12};
    TextMark mark;
    mark.run = facts.typesetter.shape(words, font);
    mark.position = {plan.frame.centre().x - mark.run.width / 2, plan.frame.min.y + size * 0.9};
    mark.colour = {40, 52, 58, 38};
    group.marks.emplace_back(std::move(mark));
    return group;
}

} // namespace antardesa::cartography
