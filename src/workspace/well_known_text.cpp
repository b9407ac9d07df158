#include "workspace/well_known_text.h"

#include "base/text.h"

#include <cctype>

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

} // namespace antardesa::workspace
