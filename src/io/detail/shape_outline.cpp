#include "io/detail/shape_outline.h"

#include "io/detail/bytes.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace antardesa::io::detail {

namespace {

enum Shape : std::uint32_t {
    none = 0,
    point = 1,
    line = 3,
    polygon = 5,
    multi_point = 8,
    multi_patch = 31
};

constexpr std::size_t point_size = 16;
constexpr std::size_t type_and_box = 36;

geo::Line points_at(std::string_view content, std::size_t at, std::size_t count) {
    static_assert(sizeof(geo::Point) == point_size && std::endian::native == std::endian::little);
    geo::Line points(count);
    if (count > 0)
        std::memcpy(points.data(), content.data() + at, count * point_size);
    return points;
}

// Parts of a line or polygon: where each begins, and one end more. Empty when they make no sense.
std::vector<std::size_t> part_starts(std::string_view content, std::size_t parts,
                                     std::size_t points) {
    std::vector<std::size_t> starts(parts + 1, points);
    for (std::size_t i = 0; i < parts; ++i)
        starts[i] = little_endian_32(content, type_and_box + 8 + 4 * i);
    const bool sound =
        starts.front() == 0 &&
        std::adjacent_find(starts.begin(), starts.end(), std::greater_equal<>()) == starts.end();
    if (!sound)
        starts.clear();
    return starts;
}

std::vector<geo::Line> read_parts(std::string_view content, GeometryFlaws& flaws) {
    std::vector<geo::Line> lines;
    flaws.damaged = content.size() < type_and_box + 8;
    if (flaws.damaged)
        return lines;
    const std::size_t parts = little_endian_32(content, type_and_box);
    const std::size_t points = little_endian_32(content, type_and_box + 4);
    if (parts == 0 && points == 0)
        return lines;
    const std::size_t left = content.size() - type_and_box - 8;
    flaws.damaged = parts > left / 4 || points > (left - parts * 4) / point_size;
    if (flaws.damaged || points == 0)
        return lines;
    const std::vector<std::size_t> starts = part_starts(content, parts, points);
    flaws.damaged = starts.size() < 2;
    const std::size_t first = type_and_box + 8 + parts * 4;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        lines.push_back(
            points_at(content, first + starts[i] * point_size, starts[i + 1] - starts[i]));
    return lines;
}

geo::Geometry read_point(std::string_view content, GeometryFlaws& flaws) {
    flaws.damaged = content.size() < 4 + point_size;
    return flaws.damaged ? geo::Geometry() : geo::PointSet{points_at(content, 4, 1)};
}

geo::Geometry read_points(std::string_view content, GeometryFlaws& flaws) {
    constexpr std::size_t head = type_and_box + 4;
    const std::size_t count = content.size() < head ? 0 : little_endian_32(content, type_and_box);
    flaws.damaged = content.size() < head || count > (content.size() - head) / point_size;
    if (flaws.damaged || count == 0)
        return {};
    return geo::PointSet{points_at(content, head, count)};
}

geo::Geometry read_polygon(std::string_view content, GeometryFlaws& flaws) {
    std::vector<geo::Ring> rings = read_parts(content, flaws);
    for (geo::Ring& ring : rings) {
        check_coordinates(ring, flaws);
        check_ring(ring, flaws);
    }
    if (rings.empty() || flaws.not_finite)
        return {};
    return geo::PolygonSet{assemble_rings(std::move(rings), flaws)};
}

} // namespace

std::uint32_t flat_shape_type(std::uint32_t type) {
    constexpr std::uint32_t first_with_z = 11;
    constexpr std::uint32_t last_with_m = 28;
    return type >= first_with_z && type <= last_with_m ? type % 10 : type;
}

geo::Geometry read_shape(std::string_view content, GeometryFlaws& flaws) {
    flaws.damaged = content.size() < 4;
    if (flaws.damaged)
        return {};
    switch (flat_shape_type(little_endian_32(content, 0))) {
    case Shape::none:
        return {};
    case Shape::point:
        return read_point(content, flaws);
    case Shape::multi_point:
        return read_points(content, flaws);
    case Shape::line: {
        std::vector<geo::Line> lines = read_parts(content, flaws);
        return lines.empty() ? geo::Geometry() : geo::LineSet{std::move(lines)};
    }
    case Shape::polygon:
        return read_polygon(content, flaws);
    case Shape::multi_patch:
        flaws.unsupported = true;
        return {};
    default:
        flaws.damaged = true;
        return {};
    }
}

} // namespace antardesa::io::detail
