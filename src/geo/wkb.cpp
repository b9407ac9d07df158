#include "geo/wkb.h"

#include <bit>
#include <cstring>

namespace antardesa::geo {

namespace {

enum Kind : std::uint32_t {
    point = 1,
    line_string = 2,
    polygon = 3,
    multi_point = 4,
    multi_line_string = 5,
    multi_polygon = 6,
    collection = 7,
};

constexpr int deepest_nesting = 8;
constexpr std::uint32_t ewkb_z = 0x80000000;
constexpr std::uint32_t ewkb_m = 0x40000000;
constexpr std::uint32_t ewkb_srid = 0x20000000;

class Writer {
  public:
    void header(Kind kind) {
        bytes_.push_back(1);
        put(static_cast<std::uint32_t>(kind));
    }
    void count(std::size_t n) { put(static_cast<std::uint32_t>(n)); }
    void points(std::span<const Point> points) {
        for (const Point p : points)
            position(p);
    }
    void counted(std::span<const Point> line) {
        count(line.size());
        points(line);
    }
    Bytes take() && { return std::move(bytes_); }

  private:
    void position(Point p) {
        put(std::bit_cast<std::uint64_t>(p.x));
        put(std::bit_cast<std::uint64_t>(p.y));
    }
    template<class Unsigned>
    void put(Unsigned value) {
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
            bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
    Bytes bytes_;
};

void write(Writer& out, const PointSet& set) {
    if (set.points.size() == 1) {
        out.header(Kind::point);
        return out.points(set.points);
    }
    out.header(Kind::multi_point);
    out.count(set.points.size());
    for (const Point& p : set.points) {
        out.header(Kind::point);
        out.points({&p, 1});
    }
}

void write(Writer& out, const LineSet& set) {
    out.header(Kind::multi_line_string);
    out.count(set.lines.size());
    for (const Line& line : set.lines) {
        out.header(Kind::line_string);
        out.counted(line);
    }
}

void write(Writer& out, const PolygonSet& set) {
    out.header(Kind::multi_polygon);
    out.count(set.polygons.size());
    for (const Polygon& part : set.polygons) {
        out.header(Kind::polygon);
        out.count(1 + part.holes.size());
        out.counted(part.outer);
        for (const Ring& hole : part.holes)
            out.counted(hole);
    }
}

void write(Writer& out, const std::monostate&) {
    out.header(Kind::collection);
    out.count(0);
}

/// Walks the bytes and puts every part into one of three sets. A fault is sticky: after the first
/// nothing more is read.
class Reader {
  public:
    explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    WkbReading read() {
        read_geometry(0);
        WkbReading reading;
        reading.fault = fault_;
        if (failed())
            return reading;
        reading.mixed = saw_points_ + saw_lines_ + saw_polygons_ > 1;
        if (saw_polygons_)
            reading.geometry.emplace<PolygonSet>().polygons = std::move(polygons_);
        else if (saw_lines_)
            reading.geometry.emplace<LineSet>().lines = std::move(lines_);
        else if (saw_points_)
            reading.geometry.emplace<PointSet>().points = std::move(points_);
        return reading;
    }

  private:
    struct Header {
        std::uint32_t kind = 0;
        std::size_t ordinates = 2;
    };

    std::size_t left() const { return bytes_.size() - at_; }
    bool failed() const { return fault_ != WkbFault::none; }
    void fail(WkbFault fault) {
        if (!failed())
            fault_ = fault;
    }

    template<class Unsigned>
    Unsigned take() {
        if (left() < sizeof(Unsigned))
            fail(WkbFault::truncated);
        if (failed())
            return 0;
        Unsigned value = 0;
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
            const std::size_t shift = 8 * (big_endian_ ? sizeof(Unsigned) - 1 - i : i);
            value |= static_cast<Unsigned>(static_cast<Unsigned>(bytes_[at_ + i]) << shift);
        }
        at_ += sizeof(Unsigned);
        return value;
    }

    Header take_header() {
        const auto order = take<std::uint8_t>();
        if (order > 1)
            fail(WkbFault::byte_order);
        big_endian_ = order == 0;
        const auto code = take<std::uint32_t>();
        Header header;
        header.ordinates += (code & ewkb_z) != 0;
        header.ordinates += (code & ewkb_m) != 0;
        if (code & ewkb_srid)
            take<std::uint32_t>();
        const std::uint32_t plain = code & ~(ewkb_z | ewkb_m | ewkb_srid);
        const std::uint32_t thousands = plain / 1000;
        if (thousands > 3)
            fail(WkbFault::unknown_type);
        header.ordinates += thousands == 3 ? 2 : thousands != 0;
        header.kind = plain % 1000;
        return header;
    }

    /// A count that the remaining bytes can really hold, so that nothing is reserved on trust.
    std::size_t take_count(std::size_t smallest_item) {
        const std::size_t n = take<std::uint32_t>();
        if (n > left() / smallest_item)
            fail(WkbFault::truncated);
        return failed() ? 0 : n;
    }

    Point take_point(std::size_t ordinates) {
        Point p;
        p.x = std::bit_cast<double>(take<std::uint64_t>());
        p.y = std::bit_cast<double>(take<std::uint64_t>());
        for (std::size_t i = 2; i < ordinates; ++i)
            take<std::uint64_t>();
        return p;
    }

    Line take_line(std::size_t ordinates) {
        Line line(take_count(8 * ordinates));
        for (Point& p : line)
            p = take_point(ordinates);
        return line;
    }

    void read_polygon(std::size_t ordinates) {
        const std::size_t rings = take_count(4);
        if (failed() || rings == 0)
            return;
        Polygon part;
        part.outer = take_line(ordinates);
        for (std::size_t i = 1; i < rings && !failed(); ++i)
            part.holes.push_back(take_line(ordinates));
        polygons_.push_back(std::move(part));
    }

    void read_parts(int depth) {
        constexpr std::size_t smallest_geometry = 9;
        const std::size_t parts = take_count(smallest_geometry);
        for (std::size_t i = 0; i < parts && !failed(); ++i)
            read_geometry(depth + 1);
    }

    void read_geometry(int depth) {
        if (depth > deepest_nesting)
            return fail(WkbFault::too_deep);
        const Header header = take_header();
        if (failed())
            return;
        note_kind(header.kind);
        switch (header.kind) {
        case Kind::point: {
            // POINT EMPTY has no count; it is written as NaN.
            const Point p = take_point(header.ordinates);
            if (!failed() && !(std::isnan(p.x) && std::isnan(p.y)))
                points_.push_back(p);
            break;
        }
        case Kind::line_string: {
            Line line = take_line(header.ordinates);
            if (!line.empty())
                lines_.push_back(std::move(line));
            break;
        }
        case Kind::polygon:
            read_polygon(header.ordinates);
            break;
        case Kind::multi_point:
        case Kind::multi_line_string:
        case Kind::multi_polygon:
        case Kind::collection:
            read_parts(depth);
            break;
        default:
            fail(is_curve(header.kind) ? WkbFault::curve : WkbFault::unknown_type);
        }
    }

    // 8 circular string … 17 triangle; the abstract ones between are no geometries.
    static bool is_curve(std::uint32_t kind) {
        return (kind >= 8 && kind <= 12) || (kind >= 15 && kind <= 17);
    }

    void note_kind(std::uint32_t kind) {
        saw_points_ = saw_points_ || kind == Kind::point || kind == Kind::multi_point;
        saw_lines_ = saw_lines_ || kind == Kind::line_string || kind == Kind::multi_line_string;
        saw_polygons_ = saw_polygons_ || kind == Kind::polygon || kind == Kind::multi_polygon;
    }

    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    bool big_endian_ = false;
    WkbFault fault_ = WkbFault::none;
    bool saw_points_ = false;
    bool saw_lines_ = false;
    bool saw_polygons_ = false;
    MultiPoint points_;
    MultiLine lines_;
    MultiPolygon polygons_;
};

} // namespace

Bytes to_wkb(const Geometry& geometry) {
    Writer out;
    std::visit([&](const auto& set) { write(out, set); }, geometry);
    return std::move(out).take();
}

std::optional<Geometry> from_wkb(std::span<const std::uint8_t> bytes) {
    WkbReading reading = Reader(bytes).read();
    if (reading.fault != WkbFault::none || reading.mixed)
        return std::nullopt;
    return std::move(reading.geometry);
}

WkbReading read_wkb(std::span<const std::uint8_t> bytes) {
    return Reader(bytes).read();
}

} // namespace antardesa::geo
