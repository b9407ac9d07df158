#include "analysis/turning_points.h"
#include "cartography/detail/sheet_plan.h"
#include "crs/coordinate_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

/// Number, latitude, longitude, easting, northing: what a list of titik kartometrik holds
/// (Permendagri 45/2016; domain.md §3.3, §3.6).
constexpr std::size_t cell_count = 5;

struct PointRow {
    text::GlyphRun heading; ///< of a segment, in place of the cells
    std::array<text::GlyphRun, cell_count> cells;
    bool is_heading = false;
};

std::vector<const model::BoundarySegment*> segments_in_focus(const SheetFacts& facts) {
    const Subject focus = facts.request.focus;
    if (focus.kind == SubjectKind::segment) {
        const auto* segment = facts.atlas().find(Id<model::BoundarySegment>{focus.id});
        return segment ? std::vector{segment} : std::vector<const model::BoundarySegment*>{};
    }
    if (focus.kind == SubjectKind::dispute)
        if (const auto* dispute = facts.atlas().find(Id<model::BoundaryDispute>{focus.id}))
            return facts.atlas().segments_of(*dispute);
    if (focus.kind != SubjectKind::village)
        return {};
    const auto of_village = facts.atlas().segments_of(Id<model::Village>{focus.id});
    return {of_village.begin(), of_village.end()};
}

std::string name_of(const SheetFacts& facts, Id<model::Village> id) {
    const model::Village* village = facts.atlas().find(id);
    return village ? village->name : std::string("–");
}

class PointTable {
  public:
    PointTable(const SheetFacts& facts, const SheetType& type, double width)
        : facts_(facts), strong_(Furniture::font(type.small, Weight::semibold)), width_(width) {
        lay(type.small);
        // On a narrow sheet smaller letters, rather than figures beyond its edge.
        if (natural_width() > width_)
            lay(type.small * 0.99 * (width_ - gaps) / (natural_width() - gaps));
    }

    std::vector<PointRow> rows;

    /// The row with its baseline at `y`; numbers end where their column ends.
    void draw(Furniture& f, const PointRow& row, double left, double y) const {
        if (row.is_heading)
            return f.write({left, y}, row.heading);
        const double room = std::max(0.0, width_ - natural_width()) / double(cell_count - 1);
        double x = left;
        for (std::size_t i = 0; i < cell_count; ++i) {
            const bool ends = i >= 3;
            f.write({ends ? x + widths_[i] : x, y}, row.cells[i], Furniture::ink,
                    ends ? Align::right : Align::left);
            x += widths_[i] + least_gap + room;
        }
    }

  private:
    static constexpr double least_gap = 1.2;
    static constexpr double gaps = least_gap * double(cell_count - 1);

    void lay(double size) {
        font_ = Furniture::font(size);
        rows.clear();
        for (const model::BoundarySegment* segment : segments_in_focus(facts_))
            add(*segment);
        for (std::size_t i = 0; i < cell_count; ++i) {
            widths_[i] = 0;
            for (const PointRow& row : rows)
                widths_[i] = std::max(widths_[i], row.cells[i].width);
        }
    }

    double natural_width() const {
        double sum = gaps;
        for (std::size_t i = 0; i < cell_count; ++i)
            sum += widths_[i];
        return sum;
    }

    void add(const model::BoundarySegment& segment) {
        const auto points = facts_.atlas().points_of(segment.id);
        if (points.empty())
            return;
        PointRow heading;
        heading.is_heading = true;
        heading.heading = facts_.typesetter.elided(name_of(facts_, segment.first) + " – " +
                                                       name_of(facts_, segment.second),
                                                   strong_, {width_});
        rows.push_back(std::move(heading));
        for (const model::TurningPoint* point : points)
            add(*point);
    }

    void add(const model::TurningPoint& point) {
        const Point metres = facts_.geometry.to_map(point.position);
        const bool numbered = point.kind == "TK";
        const std::array<std::string, cell_count> texts{
            numbered ? point.kind + " " + point.number
                     : analysis::point_code(facts_.atlas(), point),
            crs::latitude_text(point.position.y), crs::longitude_text(point.position.x),
            crs::grouped_metres(metres.x, 1), crs::grouped_metres(metres.y, 1)};
        PointRow row;
        for (std::size_t i = 0; i < cell_count; ++i)
            row.cells[i] = facts_.typesetter.shape(texts[i], font_);
        rows.push_back(std::move(row));
    }

    const SheetFacts& facts_;
    text::FontStyle font_;
    text::FontStyle strong_;
    double width_;
    std::array<double, cell_count> widths_{};
};

} // namespace

Block points_block(const SheetFacts& facts, const SheetType& type, double width) {
    const PointTable table(facts, type, width);
    if (table.rows.empty())
        return {};
    const double row = type.small * 1.3;
    const double all = double(table.rows.size()) * row;
    const double least = std::min(all, 4 * row);
    const std::string heading =
        facts.language.text(Message{"sheet.points", {crs::utm_zone_name(facts.geometry.zone())}});
    const i18n::Catalogue* words = &facts.language;
    return {type.head + least, type.head + all, 1, false, [=](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, Furniture::font(type.heading, Weight::semibold),
                                 box.width()));
                const auto fit =
                    static_cast<std::size_t>(std::floor((box.height() - type.head) / row + 1e-6));
                const bool whole = fit >= table.rows.size();
                const std::size_t shown = whole ? table.rows.size() : fit - 1;
                double y = box.max.y - type.head - type.small;
                for (std::size_t i = 0; i < shown; ++i, y -= row)
                    table.draw(f, table.rows[i], box.min.x, y);
                const auto left_out = std::count_if(
                    table.rows.begin() + static_cast<std::ptrdiff_t>(shown), table.rows.end(),
                    [](const PointRow& one) { return !one.is_heading; });
                if (!whole)
                    f.write({box.min.x, y},
                            f.fitted(words->plural("sheet.more_points", left_out),
                                     Furniture::font(type.small), box.width()),
                            Furniture::muted);
            }};
}

} // namespace antardesa::cartography
