#pragma once

#include "base/units.h"
#include "geo/geometry.h"
#include "style/ink.h"
#include "text/typesetter.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace antardesa::cartography {

using style::Colour;

/// What a mark stands for, so that picking and legends can answer.
enum class SubjectKind : std::uint8_t {
    none,
    village,
    district,
    special_area,
    segment,
    agreement,
    third_party,
    dispute,
    claim,
    asset,
    reference_line,
    turning_point,
    finding,
    exception,
    district_link, ///< between two kecamatan: `district_link` of district_link.h
    furniture
};
struct Subject {
    SubjectKind kind = SubjectKind::none;
    std::int64_t id = 0;
    friend auto operator<=>(Subject, Subject) = default;
};

/// Many lines or rings in one buffer: part i is points[starts[i] .. starts[i+1]) (the last one to
/// the end). Coordinates are in the units of the group the mark stands in.
struct Path {
    std::vector<geo::Point> points;
    std::vector<std::uint32_t> starts;

    void add(std::span<const geo::Point> part) {
        starts.push_back(static_cast<std::uint32_t>(points.size()));
        points.insert(points.end(), part.begin(), part.end());
    }
    std::size_t size() const { return starts.size(); }
    std::span<const geo::Point> part(std::size_t i) const {
        const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : points.size();
        return {points.data() + starts[i], end - starts[i]};
    }
};

/// Which places rings fill: `non_zero` also those that several rings go around the same way.
enum class FillRule { even_odd, non_zero };
struct AreaMark {
    Path rings;
    Colour fill;
    Subject subject;
    FillRule rule = FillRule::even_odd;
};

/// Strokes. Dashes are already expanded; a part of two equal points is a dot. Round caps and
/// joins, or butt caps and mitred joins.
struct LineMark {
    Path lines;
    Colour colour;
    Millimetres width;
    bool round = true;
    Subject subject;
};

enum class Shape : std::uint8_t { circle, square, rounded_square, triangle, capsule };

/// A symbol of fixed ink size at a map position, optionally with an icon or number inside,
/// centred. Capsules use `width`; all others are `size` wide and high.
struct PointMark {
    geo::Point position;
    Shape shape = Shape::circle;
    Millimetres size{2.2};
    Millimetres width{0};
    Colour fill;
    Colour stroke;
    Millimetres stroke_width{0};
    std::vector<text::GlyphRun> content; ///< left to right, centred as a whole
    Colour content_colour;
    Subject subject;
};

/// A shaped text. The run's origin is `offset` (ink millimetres, y upwards) from `position`,
/// turned by `angle` degrees counter-clockwise about it.
struct TextMark {
    geo::Point position;
    geo::Point offset;
    double angle = 0;
    text::GlyphRun run;
    Colour colour;
    Colour halo{255, 255, 255, 0}; ///< transparent: none
    Millimetres halo_width{0};
    Subject subject;
};

/// A picture: base map tile or logo. Pixels are RGBA, rows from the top, straight alpha.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};
struct ImageMark {
    geo::Box box; ///< in group units
    std::shared_ptr<const Image> image;
};

using Mark = std::variant<AreaMark, LineMark, PointMark, TextMark, ImageMark>;

/// Takes group coordinates to millimetres on the page or glass: mm = origin + scale · (p − from),
/// y upwards in both. (The renderer turns y over if its surface runs downwards.)
struct Placement {
    geo::Point from;   ///< group coordinates
    geo::Point origin; ///< millimetres from the lower left corner
    double scale = 1;  ///< millimetres per group unit
    geo::Point to_millimetres(geo::Point p) const { return origin + (p - from) * scale; }
    geo::Point from_millimetres(geo::Point mm) const { return from + (mm - origin) * (1 / scale); }
};

/// Marks that share a placement and a clip, drawn in order. `name` becomes a layer in SVG.
struct Group {
    std::string name;
    Placement placement;
    std::optional<geo::Box> clip; ///< millimetres
    std::vector<Mark> marks;
};

/// Everything on one surface, bottom group first.
struct Drawing {
    Millimetres width;
    Millimetres height;
    Colour background{255, 255, 255, 255};
    std::vector<Group> groups;
};

} // namespace antardesa::cartography
