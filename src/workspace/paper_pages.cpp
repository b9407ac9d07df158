#include "workspace/paper_pages.h"

#include <cmath>

namespace antardesa::workspace {

namespace {

constexpr cartography::Colour ink{17, 17, 17, 255};

cartography::Colour grey(double darkness) {
    const auto level = static_cast<std::uint8_t>(std::lround(255 * (1 - darkness)));
    return {level, level, level, 255};
}

cartography::Mark mark_of(const documents::PageFill& fill) {
    cartography::AreaMark mark;
    mark.rings.add(std::vector<geo::Point>{fill.box.min,
                                           {fill.box.max.x, fill.box.min.y},
                                           fill.box.max,
                                           {fill.box.min.x, fill.box.max.y},
                                           fill.box.min});
    mark.fill = grey(fill.darkness);
    return mark;
}

cartography::Mark mark_of(const documents::PageRule& rule) {
    cartography::LineMark mark;
    mark.lines.add(std::vector{rule.from, rule.to});
    mark.colour = ink;
    mark.width = {rule.width};
    mark.round = false;
    return mark;
}

cartography::Mark mark_of(const documents::PageText& text) {
    cartography::TextMark mark;
    mark.position = text.at;
    mark.run = text.run;
    mark.colour = text.faint ? grey(0.6) : ink;
    return mark;
}

} // namespace

cartography::Drawing drawing_of(const documents::Page& page) {
    cartography::Drawing drawing;
    drawing.width = {page.width};
    drawing.height = {page.height};
    cartography::Group group;
    for (const auto& fill : page.fills)
        group.marks.push_back(mark_of(fill));
    for (const auto& rule : page.rules)
        group.marks.push_back(mark_of(rule));
    for (const auto& text : page.texts)
        group.marks.push_back(mark_of(text));
    drawing.groups.push_back(std::move(group));
    return drawing;
}

} // namespace antardesa::workspace
