#include "project/detail/geometry_blob.h"

#include <bit>
#include <cstring>

namespace antardesa::project::detail {

namespace {

static_assert(std::endian::native == std::endian::little,
              "vertices are copied as they lie in memory");
static_assert(sizeof(geo::Point) == 16);

constexpr std::size_t geopackage_header = 8;
constexpr std::size_t envelope = 32;
constexpr std::size_t part_header = 5;

std::size_t encoded_size(const geo::Line& line) {
    return 4 + sizeof(geo::Point) * line.size();
}

class Writer {
  public:
    Writer(geo::Bytes& blob, std::size_t size) : blob_(blob) { blob_.resize(size); }

    void header(const geo::Box& box, std::int32_t srs_id) {
        const bool empty = box.empty();
        const std::uint8_t start[4] = {'G', 'P', 0, static_cast<std::uint8_t>(empty ? 0x11 : 0x03)};
        raw(start, 4);
        raw(&srs_id, 4);
        if (!empty)
            for (const double bound : {box.min.x, box.max.x, box.min.y, box.max.y})
                raw(&bound, 8);
    }
    void part(std::uint32_t kind) {
        const std::uint8_t little_endian = 1;
        raw(&little_endian, 1);
        raw(&kind, 4);
    }
    void count(std::size_t n) {
        const auto stored = static_cast<std::uint32_t>(n);
        raw(&stored, 4);
    }
    void line(const geo::Line& line) {
        count(line.size());
        raw(line.data(), sizeof(geo::Point) * line.size());
    }

  private:
    void raw(const void* bytes, std::size_t size) {
        if (size != 0)
            std::memcpy(blob_.data() + at_, bytes, size);
        at_ += size;
    }
    geo::Bytes& blob_;
    std::size_t at_ = 0;
};

/// Reads what `Writer` wrote; anything else makes it `failed`, and the general reader of `geo`
/// has the word.
class Reader {
  public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {
        constexpr std::uint8_t plain[4] = {'G', 'P', 0, 0x03};
        failed_ = bytes.size() < geopackage_header || std::memcmp(bytes.data(), plain, 4) != 0;
        at_ = geopackage_header + envelope;
        failed_ = failed_ || bytes.size() < at_;
    }

    void part(std::uint32_t kind) {
        failed_ = failed_ || left() < part_header || bytes_[at_] != 1;
        if (failed_)
            return;
        ++at_;
        failed_ = number() != kind;
    }
    /// How many follow; never more than the bytes can hold.
    std::size_t count(std::size_t smallest) {
        const std::size_t n = number();
        failed_ = failed_ || n > left() / smallest;
        return failed_ ? 0 : n;
    }
    geo::Line line() {
        const std::size_t n = count(sizeof(geo::Point));
        geo::Line points(n);
        if (n != 0)
            std::memcpy(points.data(), bytes_.data() + at_, sizeof(geo::Point) * n);
        at_ += sizeof(geo::Point) * n;
        return points;
    }
    bool failed() const { return failed_; }
    bool finished() const { return !failed_ && left() == 0; }

  private:
    std::size_t left() const { return bytes_.size() - at_; }
    std::uint32_t number() {
        std::uint32_t value = 0;
        failed_ = failed_ || left() < sizeof value;
        if (failed_)
            return 0;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }

    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

constexpr std::uint32_t line_string = 2;
constexpr std::uint32_t polygon_kind = 3;
constexpr std::uint32_t multi_line_string = 5;
constexpr std::uint32_t multi_polygon = 6;
constexpr std::size_t smallest_part = part_header + 4;

std::size_t start_size(const geo::Box& box) {
    return geopackage_header + (box.empty() ? 0 : envelope) + smallest_part;
}

geo::Polygon read_polygon(Reader& reader) {
    geo::Polygon polygon;
    reader.part(polygon_kind);
    const std::size_t rings = reader.count(4);
    if (rings == 0)
        return polygon;
    polygon.outer = reader.line();
    polygon.holes.reserve(rings - 1);
    for (std::size_t i = 1; i < rings && !reader.failed(); ++i)
        polygon.holes.push_back(reader.line());
    return polygon;
}

std::optional<geo::MultiPolygon> fast_polygons(std::span<const std::uint8_t> blob) {
    Reader reader(blob);
    reader.part(multi_polygon);
    geo::MultiPolygon polygons(reader.count(smallest_part));
    for (geo::Polygon& polygon : polygons)
        polygon = read_polygon(reader);
    if (!reader.finished())
        return std::nullopt;
    return polygons;
}

std::optional<geo::MultiLine> fast_lines(std::span<const std::uint8_t> blob) {
    Reader reader(blob);
    reader.part(multi_line_string);
    geo::MultiLine lines(reader.count(smallest_part));
    for (geo::Line& line : lines) {
        reader.part(line_string);
        line = reader.line();
    }
    if (!reader.finished())
        return std::nullopt;
    return lines;
}

} // namespace

void encode(const geo::MultiPolygon& polygons, std::int32_t srs_id, geo::Bytes& blob) {
    const geo::Box box = geo::bounds(polygons);
    std::size_t size = start_size(box);
    for (const geo::Polygon& polygon : polygons) {
        size += smallest_part + encoded_size(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            size += encoded_size(hole);
    }
    Writer out(blob, size);
    out.header(box, srs_id);
    out.part(multi_polygon);
    out.count(polygons.size());
    for (const geo::Polygon& polygon : polygons) {
        out.part(polygon_kind);
        out.count(1 + polygon.holes.size());
        out.line(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            out.line(hole);
    }
}

void encode(const geo::MultiLine& lines, std::int32_t srs_id, geo::Bytes& blob) {
    const geo::Box box = geo::bounds(lines);
    std::size_t size = start_size(box);
    for (const geo::Line& line : lines)
        size += part_header + encoded_size(line);
    Writer out(blob, size);
    out.header(box, srs_id);
    out.part(multi_line_string);
    out.count(lines.size());
    for (const geo::Line& line : lines) {
        out.part(line_string);
        out.line(line);
    }
}

std::optional<geo::MultiPolygon> decode_polygons(std::span<const std::uint8_t> blob) {
    if (auto polygons = fast_polygons(blob))
        return polygons;
    auto general = geo::from_geopackage(blob);
    if (!general)
        return std::nullopt;
    if (auto* set = std::get_if<geo::PolygonSet>(&general->geometry))
        return std::move(set->polygons);
    return std::nullopt;
}

std::optional<geo::MultiLine> decode_lines(std::span<const std::uint8_t> blob) {
    if (auto lines = fast_lines(blob))
        return lines;
    auto general = geo::from_geopackage(blob);
    if (!general)
        return std::nullopt;
    if (auto* set = std::get_if<geo::LineSet>(&general->geometry))
        return std::move(set->lines);
    return std::nullopt;
}

} // namespace antardesa::project::detail
