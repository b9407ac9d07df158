#include "cartography/sheet_set.h"

#include "cartography/detail/sheet_plan.h"
#include "geo/measure.h"
#include "geo/shape.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Line;
using geo::Point;

/// Everything that the set must show, map metres.
struct Ground {
    std::vector<Line> lines;
    std::vector<Line> rings; ///< their inside belongs to it too
    Box box;
};

Ground ground_of(const MapGeometry& geometry, const SheetSubject& subject) {
    Ground ground{lines_of(geometry, subject), rings_of(geometry, subject), {}};
    for (const auto* lines : {&ground.lines, &ground.rings})
        for (const Line& line : *lines)
            ground.box.extend(geo::bounds(std::span<const Point>(line)));
    return ground;
}

/// Room around it, as a sheet for itself has.
Box with_room(const Box& box) {
    return box.grown(std::max(100.0, 0.015 * std::max(box.width(), box.height())));
}

struct Tiling {
    int columns = 1;
    int rows = 1;
    Point tile; ///< width and height, metres
    int count() const { return columns * rows; }
};

Tiling tiling_of(const Box& box, const Box& frame, double scale) {
    Tiling tiling;
    tiling.tile = {frame.width() * scale / 1000, frame.height() * scale / 1000};
    const auto needed = [](double length, double each) {
        return static_cast<int>(std::min(1000.0, std::ceil(length / each - 1e-9)));
    };
    tiling.columns = std::max(1, needed(box.width(), tiling.tile.x));
    tiling.rows = std::max(1, needed(box.height(), tiling.tile.y));
    return tiling;
}

bool is_inside(const std::vector<Line>& rings, Point p) {
    return std::count_if(rings.begin(), rings.end(),
                         [&](const Line& ring) { return geo::contains(ring, p); }) %
               2 ==
           1;
}

bool holds_any(const Box& box, const Ground& ground) {
    const auto touched = [&](const Line& line) { return !geo::clipped(line, box).empty(); };
    return std::any_of(ground.lines.begin(), ground.lines.end(), touched) ||
           std::any_of(ground.rings.begin(), ground.rings.end(), touched) ||
           is_inside(ground.rings, box.centre());
}

std::vector<Box> tiles_of(const Ground& ground, const Tiling& tiling) {
    const Point middle = ground.box.centre();
    const Point corner{middle.x - tiling.tile.x * tiling.columns / 2,
                       middle.y + tiling.tile.y * tiling.rows / 2};
    std::vector<Box> tiles;
    for (int row = 0; row < tiling.rows; ++row)
        for (int column = 0; column < tiling.columns; ++column) {
            const Point upper_left{corner.x + tiling.tile.x * column,
                                   corner.y - tiling.tile.y * row};
            const Box tile{{upper_left.x, upper_left.y - tiling.tile.y},
                           {upper_left.x + tiling.tile.x, upper_left.y}};
            if (tiling.count() == 1 || holds_any(tile, ground))
                tiles.push_back(tile);
        }
    return tiles;
}

std::string upper(std::string_view code) {
    std::string text(code);
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// No lawful scale: which paper would do at the smallest of them.
Message wrong_scale(const SheetRequest& request, const Box& box) {
    const std::string asked = std::to_string(std::llround(request.scale->denominator));
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a2, Paper::a1, Paper::a0})
        for (const bool landscape : {request.landscape, !request.landscape})
            if (tiling_of(box, plan_sheet(paper, landscape, true).frame, boundary_scales.back())
                    .count() == 1)
                return {landscape ? "sheet.refused.scale_landscape"
                                  : "sheet.refused.scale_portrait",
                        {asked, upper(paper_code(paper))}};
    const Tiling on_a0 = tiling_of(box, plan_sheet(Paper::a0, request.landscape, true).frame,
                                   boundary_scales.back());
    return {"sheet.refused.scale_several", {asked, std::to_string(on_a0.count())}};
}

double chosen_scale(const SheetRequest& request, const Box& box, const Box& frame) {
    if (request.scale)
        return request.scale->denominator;
    for (const double scale : boundary_scales)
        if (tiling_of(box, frame, scale).count() == 1)
            return scale;
    return boundary_scales.back();
}

Result<std::vector<SheetRequest>> boundary_set(const Ground& ground, const SheetRequest& request,
                                               const std::string& name) {
    const Box box = with_room(ground.box);
    if (request.scale && !is_boundary_scale(*request.scale))
        return Refusal{wrong_scale(request, box)};
    const Box frame = plan_sheet(request.paper, request.landscape, true).frame;
    const double scale = chosen_scale(request, box, frame);
    const Tiling tiling = tiling_of(box, frame, scale);
    // A line that winds through many tiles may need few of them; far too many are not looked at.
    const std::vector<Box> tiles = tiling.count() > 40 * static_cast<int>(most_sheets)
                                       ? std::vector<Box>(most_sheets + 1)
                                       : tiles_of(ground, tiling);
    if (tiles.size() > most_sheets)
        return Refusal{{"sheet.refused.too_many",
                        {name, std::to_string(std::llround(scale)),
                         upper(paper_code(request.paper)), std::to_string(most_sheets)}}};
    std::vector<SheetRequest> sheets(tiles.size(), request);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        sheets[i].kind = SheetKind::boundary;
        sheets[i].extent = tiles[i];
        sheets[i].scale = MapScale{scale};
        sheets[i].page = static_cast<int>(i + 1);
        sheets[i].pages = static_cast<int>(tiles.size());
        sheets[i].set = tiles;
    }
    return sheets;
}

} // namespace

bool is_boundary_scale(MapScale scale) {
    return std::find(boundary_scales.begin(), boundary_scales.end(), scale.denominator) !=
           boundary_scales.end();
}

Result<std::vector<SheetRequest>> sheet_set(const MapGeometry& geometry,
                                            const SheetRequest& request) {
    if (!has_boundary_margin(request))
        return std::vector{request};
    const SheetSubject subject = subject_of(geometry.atlas(), request.focus);
    if (!subject.has_boundaries())
        return Refusal{{"sheet.refused.subject", {}}};
    const Ground ground = ground_of(geometry, subject);
    if (ground.box.empty())
        return Refusal{{"sheet.refused.no_place", {subject.name()}}};
    if (subject.is_under_two_laws() && request.kind == SheetKind::boundary)
        return Refusal{{"sheet.refused.two_laws", {subject.name()}}};
    if (subject.is_outside_village_law && request.kind == SheetKind::boundary)
        return Refusal{{"sheet.refused.outside_village_law", {subject.name()}}};
    if (subject.is_of_another_regency && request.kind == SheetKind::boundary)
        return Refusal{{"sheet.refused.other_regency", {subject.name()}}};
    if (kind_of(request) == SheetKind::boundary && !subject.is_outside_village_law)
        return boundary_set(ground, request, subject.name());
    SheetRequest whole = request;
    whole.kind = SheetKind::working;
    whole.extent = ground.box;
    return std::vector{std::move(whole)};
}

} // namespace antardesa::cartography
