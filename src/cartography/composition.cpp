#include "cartography/detail/composition.h"

#include "geo/shape.h"

#include <algorithm>

namespace antardesa::cartography {

bool Composition::is_selected(SubjectKind kind, std::int64_t id) const {
    return std::find(options.selection.begin(), options.selection.end(), Subject{kind, id}) !=
           options.selection.end();
}

bool Composition::is_faded(std::size_t village) const {
    const Subject focus = options.focus;
    const model::Village& row = atlas.villages()[village];
    switch (focus.kind) {
    case SubjectKind::district:
        return row.district.value != focus.id;
    case SubjectKind::village:
        return row.id.value != focus.id;
    case SubjectKind::agreement:
        for (const model::AgreementParty* party : atlas.parties({focus.id}))
            if (party->village == row.id)
                return false;
        return true;
    default:
        return false;
    }
}

geo::Line Composition::shown_line(std::span<const geo::Point> degrees) const {
    const geo::Line line = geometry.to_map(degrees);
    return line.size() > 2 ? geo::simplified(line, view.detail.value * metre) : line;
}

Group& Composition::start_group(std::string name) {
    Group group;
    group.name = std::move(name);
    group.placement = placement;
    group.clip = geo::Box{{0, 0}, {view.width.value, view.height.value}};
    scene.drawing.groups.push_back(std::move(group));
    return scene.drawing.groups.back();
}

std::string ink_name(std::string_view family, std::string_view code) {
    return std::string(family) + "." + std::string(code);
}

text::Weight text_weight(int weight) {
    if (weight >= 700)
        return text::Weight::bold;
    if (weight >= 600)
        return text::Weight::semibold;
    return weight >= 500 ? text::Weight::medium : text::Weight::regular;
}

text::FontStyle font_style(const style::LabelInk& ink) {
    return {text::Family::sans, text_weight(ink.weight), ink.size, ink.letter_spacing};
}

Colour faded(const Composition& composition, Colour colour) {
    constexpr double share_of_paper = 0.72; // ui.md §4
    return style::mixed(colour, composition.inks.colour("paper"), share_of_paper);
}

PointMark icon_symbol(const Composition& composition, geo::Point at, const IconSymbol& symbol,
                      Subject subject) {
    const style::Inks& inks = composition.inks;
    PointMark mark;
    mark.position = at;
    mark.shape = symbol.shape;
    const double scale = composition.symbol_scale;
    mark.size = {inks.number(symbol.family + ".size", 5) * scale};
    mark.fill = symbol.fill;
    mark.stroke = symbol.stroke;
    mark.stroke_width = {inks.number(symbol.family + ".stroke", 0.3)};
    mark.content_colour = symbol.content;
    mark.subject = subject;
    const Millimetres icon{inks.number(symbol.family + ".icon", 3.5) * scale};
    text::GlyphRun run = composition.typesetter.icon(composition.styles.icon(symbol.icon), icon);
    if (!run.glyphs.empty())
        mark.content.push_back(std::move(run));
    return mark;
}

void put_symbol(Composition& composition, PointMark mark) {
    composition.yielding.push_back(ink_box(composition, mark));
    composition.symbols.emplace_back(std::move(mark));
}

geo::Box ink_box(const Composition& composition, const PointMark& mark) {
    const geo::Point at = composition.to_millimetres(mark.position);
    const double height = mark.size.value + mark.stroke_width.value;
    const double width = (mark.shape == Shape::capsule ? mark.width.value : mark.size.value) +
                         mark.stroke_width.value;
    return {{at.x - width / 2, at.y - height / 2}, {at.x + width / 2, at.y + height / 2}};
}

geo::Point whole_in_frame(const Composition& composition, const PointMark& mark) {
    const geo::Box ink = ink_box(composition, mark);
    const geo::Box& extent = composition.extent;
    const auto kept = [&](double at, double least, double most, double ink_mm) {
        const double half = ink_mm / 2 * composition.metre;
        return most - least < 2 * half ? at : std::clamp(at, least + half, most - half);
    };
    return {kept(mark.position.x, extent.min.x, extent.max.x, ink.width()),
            kept(mark.position.y, extent.min.y, extent.max.y, ink.height())};
}

} // namespace antardesa::cartography
