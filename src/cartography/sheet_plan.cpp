#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::cartography {
namespace {

struct PaperEntry {
    Paper paper;
    std::string_view code;
    double width;
    double height;
    double column; ///< of a landscape sheet
    double below;  ///< height of the columns of a portrait sheet
    double unit;   ///< size of type against A3
};
constexpr std::array<PaperEntry, 5> papers{{{Paper::a4, "a4", 210, 297, 76, 112, 0.88},
                                            {Paper::a3, "a3", 297, 420, 84, 126, 1.0},
                                            {Paper::a2, "a2", 420, 594, 100, 150, 1.2},
                                            {Paper::a1, "a1", 594, 841, 122, 180, 1.45},
                                            {Paper::a0, "a0", 841, 1189, 150, 224, 1.8}}};

const PaperEntry& entry(Paper paper) {
    return *std::find_if(papers.begin(), papers.end(),
                         [&](const PaperEntry& e) { return e.paper == paper; });
}

constexpr double margin = 10;
constexpr double between = 5; ///< the map and its columns
constexpr double wide = 148;  ///< a boundary sheet's column, in units
constexpr double deep = 1.4;  ///< of columns below the map, with more in them
constexpr double point = 25.4 / 72;

SheetType type_of(double unit) {
    SheetType type;
    type.unit = unit;
    for (double* size :
         {&type.body, &type.heading, &type.subtitle, &type.row, &type.gap, &type.head})
        *size *= unit;
    type.title *= unit < 1 ? 0.76 : unit;
    type.small = std::max(2.9, type.small * unit);
    type.body = std::max(2.95, type.body);
    return type;
}

/// Perban BIG 15/2019 in Arial, whose measures Liberation Sans has: title bold 32, code bold 16;
/// less on A4, which holds no more than a working copy.
SheetType boundary_type(double unit) {
    SheetType type = type_of(unit);
    const double share = unit < 1 ? 0.75 : 1;
    type.title = 32 * point * share;
    type.code = 16 * point * share;
    type.family = text::Family::sheet;
    return type;
}

geo::Box shrunk(const geo::Box& box, double x, double y) {
    return {{box.min.x + x, box.min.y + y}, {box.max.x - x, box.max.y - y}};
}

} // namespace

std::optional<Paper> paper_from_code(std::string_view code) {
    for (const PaperEntry& e : papers)
        if (e.code == code)
            return e.paper;
    return std::nullopt;
}

std::string_view paper_code(Paper paper) {
    return entry(paper).code;
}

PaperSize paper_size(Paper paper) {
    return {{entry(paper).width}, {entry(paper).height}};
}

SheetPlan plan_sheet(Paper paper, bool landscape, bool boundary) {
    const PaperEntry& e = entry(paper);
    SheetPlan plan;
    plan.width = {landscape ? e.height : e.width};
    plan.height = {landscape ? e.width : e.height};
    plan.type = boundary ? boundary_type(e.unit) : type_of(e.unit);
    const geo::Box page{{margin, margin}, {plan.width.value - margin, plan.height.value - margin}};
    plan.page = page;
    plan.rim = page;
    if (landscape) {
        const double column = boundary ? wide * e.unit : e.column;
        plan.columns = {{{page.max.x - column, page.min.y}, page.max}};
        plan.rim.max.x = page.max.x - column - between;
    } else {
        const double below = boundary ? e.below * deep : e.below;
        plan.rim.min.y = page.min.y + below + between;
        const int count = boundary ? 2 : 3;
        const double width = (page.width() - (count - 1) * between) / count;
        for (int i = 0; i < count; ++i) {
            const double left = page.min.x + i * (width + between);
            plan.columns.push_back({{left, page.min.y}, {left + width, page.min.y + below}});
        }
    }
    // Room for a line of grid labels on every side, and of the graticule's outside the thin line.
    const double degrees = boundary ? plan.type.small * 1.9 : 0;
    plan.outer = shrunk(plan.rim, degrees, degrees);
    const double band = plan.type.small * 2.2;
    plan.frame = shrunk(plan.outer, band, band);
    return plan;
}

MapScale round_scale_at_least(double denominator) {
    constexpr std::array<double, 10> steps{1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10};
    if (!(denominator > 1))
        return {1};
    double power = std::pow(10, std::floor(std::log10(denominator)));
    for (const double step : steps)
        if (step * power >= denominator * (1 - 1e-9))
            return {step * power};
    return {10 * power};
}

double grid_step(MapScale scale) {
    constexpr std::array<double, 14> steps{100,     200,     250,     500,      1'000,
                                           2'000,   5'000,   10'000,  20'000,   50'000,
                                           100'000, 200'000, 500'000, 1'000'000};
    const double metre = scale.metres_per_millimetre();
    double finest = 0;
    for (const double step : steps) {
        const double paper = step / metre;
        if (paper >= 80 && paper <= 120)
            return step;
        if (finest == 0 && paper >= 45)
            finest = step;
    }
    return finest > 0 ? finest : steps.back();
}

double bar_length(MapScale scale, double longest) {
    const double ground = longest * scale.metres_per_millimetre();
    const double power = std::pow(10, std::floor(std::log10(ground)));
    for (const double step : {5.0, 4.0, 2.0})
        if (step * power <= ground * (1 + 1e-9))
            return step * power;
    return power;
}

double half_width(double width, const SheetType& type) {
    return (width - 6 * type.unit) / 2;
}

Block beside(Block left, Block right, const SheetType& type) {
    if (!left.draw || !right.draw)
        return left.draw ? left : right;
    Block both;
    both.least = std::max(left.least, right.least);
    both.best = std::max({left.best, right.best, both.least});
    both.draw = [left, right, type](Furniture& f, const geo::Box& box) {
        const double half = half_width(box.width(), type);
        const auto part = [&](const Block& block, double from) {
            const double high = std::min(box.height(), std::max(block.least, block.best));
            block.draw(f, {{from, box.max.y - high}, {from + half, box.max.y}});
        };
        part(left, box.min.x);
        part(right, box.max.x - half);
    };
    return both;
}

Block stacked(Block upper, Block lower, const SheetType& type) {
    if (!upper.draw || !lower.draw)
        return upper.draw ? upper : lower;
    Block both;
    both.least = upper.least + type.gap + lower.least;
    both.best = upper.best + type.gap + lower.best;
    both.draw = [upper, lower, type](Furniture& f, const geo::Box& box) {
        const double extra = std::max(0.0, box.height() - upper.least - type.gap - lower.least);
        const double above = std::min(upper.best, upper.least + extra);
        upper.draw(f, {{box.min.x, box.max.y - above}, box.max});
        const double at = box.max.y - above - type.gap;
        f.rule(box.min.x, box.max.x, at, 0.4 * type.unit);
        lower.draw(f, {box.min, {box.max.x, at}});
    };
    return both;
}

namespace {

/// Without those that give way, until the rest fits or nothing gives way any more.
std::vector<Block> given_way(std::vector<Block> blocks, double height, const SheetType& type) {
    while (least_height(blocks, type) > height) {
        const auto least_needed =
            std::max_element(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
                return a.sacrifice < b.sacrifice;
            });
        if (least_needed == blocks.end() || least_needed->sacrifice == 0)
            break;
        blocks.erase(least_needed);
    }
    return blocks;
}

/// One right below the other, without a rule.
Block led_by(const Block& upper, Block lower) {
    Block both = lower;
    both.least += upper.least;
    both.best += upper.least;
    both.draw = [upper, lower](Furniture& f, const geo::Box& box) {
        const double at = box.max.y - upper.least;
        upper.draw(f, {{box.min.x, at}, box.max});
        lower.draw(f, {box.min, {box.max.x, at}});
    };
    return both;
}

/// Indices of what can move on, in the order in which it does.
std::vector<std::size_t> moving_order(const std::vector<Block>& blocks) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (blocks[i].moves_on > 0)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return blocks[a].moves_on < blocks[b].moves_on;
    });
    return order;
}

} // namespace

double least_height(const std::vector<Block>& blocks, const SheetType& type) {
    double sum = -type.gap;
    for (const Block& block : blocks)
        sum += block.least + type.gap;
    return sum;
}

bool has_room(const std::vector<Block>& blocks, double height, const SheetType& type) {
    return least_height(given_way(blocks, height, type), type) <= height;
}

std::vector<Block> take_what_moves_on(std::vector<Block>& blocks, const Block& note, double height,
                                      const SheetType& type) {
    std::vector<Block> moved;
    if (least_height(given_way(blocks, height, type), type) <= height)
        return moved;
    if (!blocks.empty() && blocks.back().at_bottom && blocks.back().moves_on == 0)
        blocks.back() = led_by(note, std::move(blocks.back()));
    else
        blocks.insert(std::find_if(blocks.begin(), blocks.end(),
                                   [](const Block& block) { return block.at_bottom; }),
                      note);
    std::vector<bool> stays(blocks.size(), true);
    const auto order = moving_order(blocks);
    double missing = least_height(blocks, type) - height;
    for (auto at = order.begin(); at != order.end() && missing > 0; ++at) {
        stays[*at] = false;
        missing -= blocks[*at].least + type.gap;
    }
    // Of those before a large one some may have moved for nothing.
    for (auto at = order.rbegin(); at != order.rend(); ++at)
        if (const double back = blocks[*at].least + type.gap; !stays[*at] && missing + back <= 0) {
            stays[*at] = true;
            missing += back;
        }
    std::vector<Block> staying;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        (stays[i] ? staying : moved).push_back(std::move(blocks[i]));
    blocks = std::move(staying);
    return moved;
}

void fill_column(Furniture& furniture, const geo::Box& column, std::vector<Block> blocks,
                 const SheetType& type) {
    const double lead = type.gap; // space above each rule
    blocks = given_way(std::move(blocks), column.height(), type);
    double extra = std::max(0.0, column.height() - least_height(blocks, type));
    double bottom = 0;
    for (const bool eager : {true, false})
        for (Block& block : blocks) {
            if (block.eager != eager)
                continue;
            const double wish = std::max(0.0, block.best - block.least);
            const double more = wish <= extra ? wish : block.all_or_least ? 0 : extra;
            block.least += more;
            extra -= more;
            bottom += block.at_bottom ? block.least + lead : 0;
        }
    double top = column.max.y;
    bool first = true;
    bool reached_bottom = false;
    for (const Block& block : blocks) {
        if (block.at_bottom && !reached_bottom) {
            reached_bottom = true;
            top = std::min(top, column.min.y + bottom - lead);
        }
        if (!first)
            furniture.rule(column.min.x, column.max.x, top, 0.4 * type.unit);
        first = false;
        block.draw(furniture, {{column.min.x, top - block.least}, {column.max.x, top}});
        top -= block.least + lead;
    }
}

} // namespace antardesa::cartography
