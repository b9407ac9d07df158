#include "cartography/detail/edge_boxes.h"

#include "cartography/detail/label_block.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antardesa::cartography {
namespace {

constexpr double inset = 1.2; ///< millimetres between box and rim

const char* arrow(geo::Point direction) {
    static constexpr const char* arrows[] = {"→", "↗", "↑", "↖", "←", "↙", "↓", "↘"};
    const double turn = std::atan2(direction.y, direction.x) / (std::numbers::pi / 4);
    return arrows[(static_cast<int>(std::lround(turn)) + 8) % 8];
}

std::string words(const Composition& c, std::string_view name, geo::Point direction) {
    const std::string text = fill_placeholders(c.options.outside_words, {std::string(name)});
    const std::string pointer = arrow(direction);
    return direction.x < -0.3 * norm(direction) ? pointer + " " + text : text + " " + pointer;
}

} // namespace

EdgeBoxes::EdgeBoxes(Composition& composition)
    : composition_(composition),
      space_(composition.view.width.value, composition.view.height.value),
      rim_(composition.extent.grown(-composition.inks.number("outside.height", 6) / 2 *
                                    composition.metre)) {
}

geo::Point EdgeBoxes::add(std::string_view name, geo::Point at, geo::Point direction,
                          Subject subject) {
    Composition& c = composition_;
    const style::LabelInk& ink = c.inks.label("outside");
    const std::string text = words(c, name, direction);
    if (const auto known = known_.find(text); known != known_.end())
        return known->second;
    PointMark mark;
    mark.shape = Shape::capsule;
    mark.size = {c.inks.number("outside.height", 6)};
    mark.fill = c.inks.colour("panel");
    mark.stroke = c.inks.colour("fg");
    mark.stroke_width = {c.inks.number("outside.stroke", 0.25)};
    mark.content_colour = ink.colour;
    mark.content.push_back(c.typesetter.shape(text, font_style(ink)));
    mark.width = {mark.content[0].width + mark.size.value};
    mark.subject = subject;

    const geo::Point half{mark.width.value / 2 + inset, mark.size.value / 2 + inset};
    const double width = c.view.width.value;
    const double height = c.view.height.value;
    const auto on_surface = [&](geo::Point p) {
        return geo::Point{
            std::clamp(p.x, std::min(half.x, width / 2), std::max(width - half.x, width / 2)),
            std::clamp(p.y, std::min(half.y, height / 2), std::max(height - half.y, height / 2))};
    };
    const geo::Point wanted = c.to_millimetres(at);
    const bool upright =
        std::min(wanted.x, width - wanted.x) < std::min(wanted.y, height - wanted.y);
    geo::Point place = on_surface(wanted);
    for (int attempt = 1; attempt < 60; ++attempt) {
        const geo::Box box{place - half, place + half};
        if (space_.is_free(box.grown(-inset / 2)))
            break;
        const double shift =
            (attempt % 2 == 0 ? -1 : 1) * ((attempt + 1) / 2) * (upright ? 2 * half.y : half.y);
        place = on_surface(wanted + (upright ? geo::Point{0, shift} : geo::Point{2 * shift, 0}));
    }
    space_.take({place - half, place + half});
    mark.position = c.placement.from_millimetres(place);
    const geo::Point result = mark.position;
    known_.emplace(text, result);
    c.taken.push_back(ink_box(c, mark));
    c.symbols.emplace_back(std::move(mark));
    c.drawn.insert(LegendKey::outside_village);
    return result;
}

} // namespace antardesa::cartography
