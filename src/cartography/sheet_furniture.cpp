#include "cartography/detail/furniture.h"

namespace antardesa::cartography {
namespace {

void move_path(Path& path, geo::Point by) {
    for (geo::Point& p : path.points)
        p = p + by;
}

} // namespace

void Furniture::write(geo::Point at, const text::GlyphRun& run, Colour colour, Align align) {
    TextMark mark;
    const double share = align == Align::left ? 0 : align == Align::centre ? 0.5 : 1;
    mark.position = {at.x - run.width * share, at.y};
    mark.run = run;
    mark.colour = colour;
    mark.subject = {SubjectKind::furniture, 0};
    group_.marks.emplace_back(std::move(mark));
}

void Furniture::write_upwards(geo::Point at, const text::GlyphRun& run, Colour colour) {
    TextMark mark;
    mark.position = {at.x, at.y - run.width / 2};
    mark.angle = 90;
    mark.run = run;
    mark.colour = colour;
    mark.subject = {SubjectKind::furniture, 0};
    group_.marks.emplace_back(std::move(mark));
}

text::GlyphRun Furniture::fitted(std::string_view text, const text::FontStyle& style,
                                 double width) const {
    return typesetter_.elided(text, style, {width});
}

void Furniture::rule(double left, double right, double y, double width, Colour colour) {
    line({left, y}, {right, y}, width, colour);
}

void Furniture::line(geo::Point a, geo::Point b, double width, Colour colour) {
    LineMark mark;
    mark.lines.add(std::vector{a, b});
    mark.colour = colour;
    mark.width = {width};
    mark.round = false;
    group_.marks.emplace_back(std::move(mark));
}

void Furniture::frame(const geo::Box& box, double width, Colour colour) {
    LineMark mark;
    mark.lines.add(std::vector<geo::Point>{box.min,
                                           {box.max.x, box.min.y},
                                           box.max,
                                           {box.min.x, box.max.y},
                                           box.min,
                                           {box.max.x, box.min.y}});
    mark.colour = colour;
    mark.width = {width};
    mark.round = false;
    group_.marks.emplace_back(std::move(mark));
}

void Furniture::fill(const geo::Box& box, Colour colour) {
    polygon({box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}}, colour);
}

void Furniture::polygon(std::vector<geo::Point> ring, Colour colour) {
    AreaMark mark;
    ring.push_back(ring.front());
    mark.rings.add(ring);
    mark.fill = colour;
    group_.marks.emplace_back(std::move(mark));
}

std::vector<text::GlyphRun> wrapped(const text::Typesetter& typesetter, std::string_view text,
                                    const text::FontStyle& style, double width, std::size_t lines) {
    auto runs = typesetter.wrap(text, style, {width});
    if (runs.size() > lines) {
        std::string rest;
        for (std::size_t i = lines - 1; i < runs.size(); ++i)
            rest += (rest.empty() ? "" : " ") + runs[i].text;
        runs.resize(lines);
        runs.back() = typesetter.elided(rest, style, {width});
    }
    for (text::GlyphRun& run : runs)
        if (run.width > width)
            run = typesetter.elided(run.text, style, {width});
    return runs;
}

std::vector<text::GlyphRun> whole_lines(const text::Typesetter& typesetter, std::string_view text,
                                        text::FontStyle style, double smallest, double width,
                                        std::size_t lines, std::size_t most) {
    constexpr double step = 0.1; // millimetres
    const double largest = std::max(style.size.value, smallest);
    for (double size = largest; size > smallest - step; size -= step) {
        style.size = {std::max(size, smallest)};
        auto runs = typesetter.wrap(text, style, {width});
        if (runs.size() <= lines && std::all_of(runs.begin(), runs.end(), [&](const auto& run) {
                return run.width <= width;
            }))
            return runs;
    }
    return wrapped(typesetter, text, style, width, most);
}

Mark moved(Mark mark, geo::Point by) {
    if (auto* area = std::get_if<AreaMark>(&mark))
        move_path(area->rings, by);
    if (auto* line = std::get_if<LineMark>(&mark))
        move_path(line->lines, by);
    if (auto* symbol = std::get_if<PointMark>(&mark))
        symbol->position = symbol->position + by;
    if (auto* text = std::get_if<TextMark>(&mark))
        text->position = text->position + by;
    if (auto* image = std::get_if<ImageMark>(&mark))
        image->box = {image->box.min + by, image->box.max + by};
    return mark;
}

} // namespace antardesa::cartography
