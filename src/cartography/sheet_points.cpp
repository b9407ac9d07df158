#include "analysis/turning_points.h"
#include "cartography/detail/sheet_plan.h"
#include "crs/coordinate_text.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

/// How a list of titik kartometrik looks (Permendagri 45/2016; domain.md §3.3, §3.6).
enum class Form {
    plain,      ///< number, latitude, longitude, easting, northing under the names of the segment
    whole_code, ///< NO, TITIK KARTOMETRIK, LINTANG, BUJUR, X, Y
    short_code  ///< the same under the names of the segment, where the code has no room
};

struct PointRow {
    text::GlyphRun heading; ///< of a segment, in place of the cells
    std::vector<text::GlyphRun> cells;
    bool is_heading = false;
    bool is_point = false;
};

std::vector<const model::BoundarySegment*> segments_in_focus(const SheetFacts& facts) {
    if (facts.subject.has_boundaries())
        return facts.subject.segments;
    return subject_of(facts.atlas(), facts.request.focus).segments;
}

std::string name_of(const SheetFacts& facts, Id<model::Village> id) {
    const model::Village* village = facts.atlas().find(id);
    return village ? village->name : std::string("–");
}

class PointTable {
  public:
    PointTable(const SheetFacts& facts, const SheetType& type, double width)
        : facts_(facts), type_(type), strong_(type.font(type.small, Weight::semibold)),
          width_(width) {
        lay(has_boundary_margin(facts.request) ? Form::whole_code : Form::plain, type.small);
        if (form_ == Form::whole_code && natural_width() > width_)
            lay(Form::short_code, type.small);
        // On a narrow sheet smaller letters, rather than figures beyond its edge.
        if (natural_width() > width_)
            lay(form_, type.small * 0.99 * (width_ - gaps()) / (natural_width() - gaps()));
    }

    std::vector<PointRow> rows;

    bool is_empty() const {
        return std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.is_point; });
    }

    /// So many of the first rows, or fewer: a head without a point under it says nothing.
    std::size_t told_by(std::size_t count) const {
        while (count > 0 && !rows[count - 1].is_point)
            --count;
        return count;
    }

    /// The row with its baseline at `y`; figures end where their column ends.
    void draw(Furniture& f, const PointRow& row, double left, double y) const {
        if (row.is_heading)
            return f.write({left, y}, row.heading);
        const double room = std::max(0.0, width_ - natural_width()) / double(widths_.size() - 1);
        double x = left;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool ends = i + 2 >= row.cells.size();
            f.write({ends ? x + widths_[i] : x, y}, row.cells[i], Furniture::ink,
                    ends ? Align::right : Align::left);
            x += widths_[i] + least_gap + room;
        }
    }

  private:
    static constexpr double least_gap = 0.8;
    double gaps() const { return least_gap * double(std::max<std::size_t>(widths_.size(), 1) - 1); }

    void lay(Form form, double size) {
        form_ = form;
        size_ = size;
        number_ = 0;
        rows.clear();
        if (form != Form::plain)
            add_head();
        for (const model::BoundarySegment* segment : segments_in_focus(facts_))
            add(*segment);
        widths_.assign(form == Form::plain ? 5 : 6, 0);
        for (const PointRow& row : rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                widths_[i] = std::max(widths_[i], row.cells[i].width);
    }

    double natural_width() const {
        double sum = gaps();
        for (const double width : widths_)
            sum += width;
        return sum;
    }

    void add_head() {
        const auto& words = facts_.language;
        const auto font = type_.font(size_, Weight::semibold);
        const std::string name = words.text(form_ == Form::whole_code ? "sheet.column_point"
                                                                      : "sheet.column_point_short");
        PointRow row;
        for (const std::string& text :
             {words.text("sheet.column_number"), name, words.text("sheet.column_latitude"),
              words.text("sheet.column_longitude"), std::string("X (M)"), std::string("Y (M)")})
            row.cells.push_back(facts_.typesetter.shape(text, font));
        rows.push_back(std::move(row));
    }

    /// A boundary sheet lists what lies on it.
    bool is_listed(const model::TurningPoint& point) const {
        return form_ == Form::plain ||
               facts_.world.contains(facts_.geometry.to_map(point.position));
    }

    void add(const model::BoundarySegment& segment) {
        const auto points = facts_.atlas().points_of(segment.id);
        const bool any = std::any_of(points.begin(), points.end(),
                                     [&](const auto* point) { return is_listed(*point); });
        if (any && form_ != Form::whole_code) {
            PointRow heading;
            heading.is_heading = true;
            heading.heading = facts_.typesetter.elided(name_of(facts_, segment.first) + " – " +
                                                           name_of(facts_, segment.second),
                                                       strong_, {width_});
            rows.push_back(std::move(heading));
        }
        for (const model::TurningPoint* point : points) {
            ++number_;
            if (is_listed(*point))
                add(*point);
        }
    }

    void add(const model::TurningPoint& point) {
        const Point metres = facts_.geometry.to_map(point.position);
        const bool numbered = point.kind == "TK" && form_ != Form::whole_code;
        // As on the annex, so that the two can be laid beside each other.
        const int decimals = form_ == Form::plain ? 1 : 2;
        std::vector<std::string> texts{
            numbered ? point.kind + " " + point.number
                     : analysis::point_code(facts_.atlas(), point),
            crs::latitude_text(point.position.y), crs::longitude_text(point.position.x),
            crs::grouped_metres(metres.x, decimals), crs::grouped_metres(metres.y, decimals)};
        if (form_ != Form::plain)
            texts.insert(texts.begin(), std::to_string(number_));
        PointRow row;
        row.is_point = true;
        for (const std::string& text : texts)
            row.cells.push_back(facts_.typesetter.shape(text, type_.font(size_)));
        rows.push_back(std::move(row));
    }

    const SheetFacts& facts_;
    SheetType type_;
    text::FontStyle strong_;
    double width_;
    Form form_ = Form::plain;
    double size_ = 0;
    int number_ = 0; ///< of the last point of all that the sheet is about
    std::vector<double> widths_;
};

std::string heading_of(const SheetFacts& facts) {
    return facts.language.text(
        Message{"sheet.points", {crs::utm_zone_name(facts.geometry.zone())}});
}

void write_heading(Furniture& f, const Box& box, const std::string& heading,
                   const SheetType& type) {
    f.write({box.min.x, box.max.y - type.heading * 1.45},
            f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
}

/// Instead of a list that has nothing in it.
Block no_points(const SheetFacts& facts, const SheetType& type) {
    const double height = type.head + type.small * 1.3;
    const std::string heading = heading_of(facts);
    const std::string said = facts.language.text("sheet.no_points");
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                write_heading(f, box, heading, type);
                f.write({box.min.x, box.max.y - type.head - type.small},
                        f.fitted(said, type.font(type.small), box.width()), Furniture::muted);
            }};
}

} // namespace

Block points_block(const SheetFacts& facts, const SheetType& type, double width) {
    const PointTable table(facts, type, width);
    const bool boundary = has_boundary_margin(facts.request);
    if (table.is_empty())
        return boundary ? no_points(facts, type) : Block{};
    const double row = type.small * 1.3;
    const double all = double(table.rows.size()) * row;
    const double least = boundary ? row : std::min(all, 4 * row);
    const std::string heading = heading_of(facts);
    const i18n::Catalogue* words = &facts.language;
    int* told = facts.points_left_out;
    if (told) // until it is drawn
        *told = static_cast<int>(std::count_if(table.rows.begin(), table.rows.end(),
                                               [](const auto& one) { return one.is_point; }));
    Block block{
        type.head + least, type.head + all, boundary ? 0 : 1, false,
        [=](Furniture& f, const Box& box) {
            write_heading(f, box, heading, type);
            const auto fit =
                static_cast<std::size_t>(std::floor((box.height() - type.head) / row + 1e-6));
            const bool whole = fit >= table.rows.size();
            const std::size_t shown =
                whole ? table.rows.size() : table.told_by(fit > 0 ? fit - 1 : 0);
            double y = box.max.y - type.head - type.small;
            for (std::size_t i = 0; i < shown; ++i, y -= row)
                table.draw(f, table.rows[i], box.min.x, y);
            const auto left_out =
                std::count_if(table.rows.begin() + static_cast<std::ptrdiff_t>(shown),
                              table.rows.end(), [](const PointRow& one) { return one.is_point; });
            if (told)
                *told = static_cast<int>(left_out);
            if (!whole)
                f.write(
                    {box.min.x, y},
                    f.fitted(words->plural(boundary ? "sheet.annexed_points" : "sheet.more_points",
                                           left_out),
                             type.font(type.small), box.width()),
                    Furniture::muted);
        }};
    block.eager = boundary;
    return block;
}

} // namespace antardesa::cartography
