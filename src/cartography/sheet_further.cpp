#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using text::Weight;

constexpr double between = 5; ///< columns

/// "Lanjutan lembar 1 dari 2", of which map and of which lines.
Block heading_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    std::vector<text::GlyphRun> lines;
    const auto add = [&](const std::string& text, double size, Weight weight) {
        for (auto& run : wrapped(facts.typesetter, text, type.font(size, weight), width, 6))
            lines.push_back(std::move(run));
    };
    add(facts.title, type.subtitle * 1.1, Weight::bold);
    add(facts.subject.name(), type.subtitle, Weight::bold);
    add(words.text(Message{"sheet.continuation",
                           {words.number(facts.request.page), words.number(facts.request.pages)}}),
        type.body, Weight::regular);
    const double leading = type.subtitle * 1.5;
    const double height = double(lines.size()) * leading;
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                double y = box.max.y + leading * 0.3;
                for (const text::GlyphRun& line : lines)
                    f.write({box.min.x, y -= leading}, line);
            }};
}

Box column_at(const SheetPlan& plan, std::size_t column) {
    const double width = plan.columns.front().width();
    const double left = plan.page.min.x + double(column) * (width + between);
    return {{left, plan.page.min.y}, {left + width, plan.page.max.y}};
}

/// Each below the other, in as many columns as they need and the page has.
std::vector<std::vector<Block>> in_columns(const SheetPlan& plan, const Block& heading,
                                           const Block& print, std::vector<Block> moved) {
    const double width = plan.columns.front().width();
    const auto most =
        static_cast<std::size_t>(std::floor((plan.page.width() + between) / (width + between)));
    const double room = plan.page.height() - print.least - plan.type.gap;
    std::vector<std::vector<Block>> columns{{heading}};
    for (Block& block : moved) {
        block.at_bottom = false;
        columns.back().push_back(block);
        if (columns.size() < most && least_height(columns.back(), plan.type) > room) {
            columns.back().pop_back();
            columns.push_back({std::move(block)});
        }
    }
    columns.front().push_back(print);
    return columns;
}

} // namespace

Block moved_note(const SheetFacts& facts, const SheetType& type, double width) {
    const auto lines = wrapped(facts.typesetter, facts.language.text("sheet.moved_on"),
                               type.font(type.small, Weight::semibold), width, 3);
    const double leading = type.small * 1.3;
    const double height = type.small * 0.4 + double(lines.size()) * leading;
    return {height, height, 0, true, [=](Furniture& f, const Box& box) {
                double y = box.max.y;
                for (const text::GlyphRun& line : lines)
                    f.write({box.min.x, y -= leading}, line);
            }};
}

Drawing further_page(const SheetFacts& facts, const SheetPlan& plan, std::vector<Block> moved) {
    Drawing page;
    page.width = plan.width;
    page.height = plan.height;
    if (facts.is_draft()) {
        SheetPlan whole = plan;
        whole.frame = plan.page;
        page.groups.push_back(draft_group(facts, whole));
    }
    Group group{"furniture", {}, std::nullopt, {}};
    Furniture furniture(group, facts.typesetter);
    const double width = plan.columns.front().width();
    auto columns = in_columns(plan, heading_block(facts, plan.type, width),
                              print_block(facts, plan.type, width), std::move(moved));
    for (std::size_t i = 0; i < columns.size(); ++i)
        fill_column(furniture, column_at(plan, i), std::move(columns[i]), plan.type);
    page.groups.push_back(std::move(group));
    return page;
}

} // namespace antardesa::cartography
