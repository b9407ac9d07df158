#include "workspace/well_known_text.h"

#include "base/text.h"

#include <array>
#include <cctype>
#include <charconv>

namespace antardesa::workspace {

namespace {

/// Walks the text once; `failed` stays set from the first thing that does not fit.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::string word() {
        skip_spaces();
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])))
            ++at_;
        return lower_case(text_.substr(begin, at_ - begin));
    }

    bool take(char expected) {
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != expected)
            return false;
        ++at_;
        return true;
    }
    void need(char expected) { failed_ = failed_ || !take(expected); }

    bool at_end() {
        skip_spaces();
        return at_ == text_.size();
    }
    bool failed() const { return failed_; }

    geo::Point position() {
        const geo::Point p{number(), number()};
        skip_spaces();
        while (!failed_ && at_ < text_.size() && text_[at_] != ',' && text_[at_] != ')')
            number();
        return p;
    }

    /// "( item, item, … )"
    template<class Item, class Read>
    std::vector<Item> list(Read read) {
        std::vector<Item> items;
        need('(');
        while (!failed_) {
            items.push_back(read());
            if (!take(','))
                break;
        }
        need(')');
        return items;
    }

    geo::Line line() {
        auto points = list<geo::Point>([this] { return position(); });
        failed_ = failed_ || points.size() < 2;
        return points;
    }
    geo::Polygon polygon() {
        auto rings = list<geo::Ring>([this] { return line(); });
        for (const geo::Ring& ring : rings)
            failed_ = failed_ || ring.size() < 4 || ring.front() != ring.back();
        if (failed_)
            return {};
        geo::Polygon result{std::move(rings.front()), {}};
        result.holes.assign(std::make_move_iterator(rings.begin() + 1),
                            std::make_move_iterator(rings.end()));
        return result;
    }
    /// Points of a MULTIPOINT may stand in brackets of their own.
    geo::Point bracketed_position() {
        const bool bracket = take('(');
        const geo::Point p = position();
        if (bracket)
            need(')');
        return p;
    }

  private:
    void skip_spaces() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
            ++at_;
    }
    double number() {
        skip_spaces();
        const std::size_t begin = at_;
        while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) ||
                                      text_[at_] == '.' || text_[at_] == '-' || text_[at_] == '+'))
            ++at_;
        const auto value = parse_number(text_.substr(begin, at_ - begin));
        failed_ = failed_ || !value || !std::isfinite(*value);
        return value.value_or(0);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

std::optional<geo::Geometry> body(Reader& reader, const std::string& kind) {
    const auto line = [&reader] { return reader.line(); };
    const auto polygon = [&reader] { return reader.polygon(); };
    const auto point = [&reader] { return reader.bracketed_position(); };
    if (kind == "point" || kind == "multipoint")
        return geo::PointSet{reader.list<geo::Point>(point)};
    if (kind == "linestring")
        return geo::LineSet{{line()}};
    if (kind == "multilinestring")
        return geo::LineSet{reader.list<geo::Line>(line)};
    if (kind == "polygon")
        return geo::PolygonSet{{polygon()}};
    if (kind == "multipolygon")
        return geo::PolygonSet{reader.list<geo::Polygon>(polygon)};
    return std::nullopt;
}

} // namespace

std::optional<geo::Geometry> from_well_known_text(std::string_view text) {
    Reader reader(text);
    const std::string kind = reader.word();
    reader.word(); // Z, M or ZM
    auto geometry = body(reader, kind);
    if (!geometry || reader.failed() || !reader.at_end())
        return std::nullopt;
    return geometry;
}

namespace {

std::string position_text(geo::Point p) {
    std::array<char, 64> buffer{};
    auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), p.x);
    *end.ptr++ = ' ';
    end = std::to_chars(end.ptr, buffer.data() + buffer.size(), p.y);
    return {buffer.data(), end.ptr};
}

/// "(a, b, …)" of what `part` writes of each.
template<class Items, class Part>
std::string list_text(const Items& items, Part part) {
    std::string text = "(";
    for (const auto& item : items)
        text += (text.size() == 1 ? "" : ", ") + part(item);
    return text + ")";
}

std::string line_text(const std::vector<geo::Point>& points) {
    return list_text(points, position_text);
}

std::string polygon_text(const geo::Polygon& polygon) {
    std::vector<geo::Ring> rings{polygon.outer};
    rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    return list_text(rings, line_text);
}

} // namespace

std::string to_well_known_text(const geo::Geometry& geometry) {
    if (const auto* points = std::get_if<geo::PointSet>(&geometry))
        return points->points.size() == 1
                   ? "POINT (" + position_text(points->points.front()) + ")"
                   : "MULTIPOINT " + list_text(points->points, [](geo::Point point) {
                         return "(" + position_text(point) + ")";
                     });
    if (const auto* lines = std::get_if<geo::LineSet>(&geometry))
        return "MULTILINESTRING " + list_text(lines->lines, line_text);
    if (const auto* polygons = std::get_if<geo::PolygonSet>(&geometry))
        return "MULTIPOLYGON " + list_text(polygons->polygons, polygon_text);
    return {};
}

} // namespace antardesa::workspace
