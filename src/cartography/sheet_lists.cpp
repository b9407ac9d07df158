#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

/// LegendEntry::sample stands in a box of this size.
constexpr Point sample_size{11, 4};

struct Row {
    std::vector<Mark> sample;
    std::vector<text::GlyphRun> lines;   ///< wrapped for one column
    std::vector<text::GlyphRun> compact; ///< smaller, wrapped for half a column
};

struct RowMetrics {
    double row;       ///< height of an entry of one line
    double continued; ///< from line to line within one entry
    double body;
    double indent; ///< from the sample's left to the text
};

double height_of(const std::vector<text::GlyphRun>& lines, const RowMetrics& metrics) {
    return metrics.row + double(std::max<std::size_t>(lines.size(), 1) - 1) * metrics.continued;
}

double height_of(const std::vector<Row>& rows, const RowMetrics& metrics) {
    double height = 0;
    for (const Row& row : rows)
        height += height_of(row.lines, metrics);
    return height;
}

/// Height of one line of two columns: entry i and, beside it, entry i + half.
double compact_height(const std::vector<Row>& rows, std::size_t i, const RowMetrics& metrics) {
    const std::size_t beside = i + (rows.size() + 1) / 2;
    const double left = height_of(rows[i].compact, metrics);
    return beside < rows.size() ? std::max(left, height_of(rows[beside].compact, metrics)) : left;
}

double compact_height(const std::vector<Row>& rows, const RowMetrics& metrics) {
    double height = 0;
    for (std::size_t i = 0; i < (rows.size() + 1) / 2; ++i)
        height += compact_height(rows, i, metrics);
    return height;
}

void write_heading(Furniture& f, const Box& box, const std::string& heading,
                   const SheetType& type) {
    f.write({box.min.x, box.max.y - type.heading * 1.45},
            f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
}

/// The sample and the text beside it, both centred in a row `high` millimetres high.
void draw_row(Furniture& f, Point upper_left, const std::vector<Mark>& sample,
              const std::vector<text::GlyphRun>& lines, double high, const RowMetrics& metrics) {
    const double middle = upper_left.y - high / 2;
    for (const Mark& mark : sample)
        f.group().marks.push_back(moved(mark, {upper_left.x, middle - sample_size.y / 2}));
    const double above = double(std::max<std::size_t>(lines.size(), 1) - 1) * metrics.continued / 2;
    Point at{upper_left.x + metrics.indent, middle + above - metrics.body * 0.36};
    for (const text::GlyphRun& line : lines) {
        f.write(at, line);
        at.y -= metrics.continued;
    }
}

/// One column of entries.
void draw_list(Furniture& f, Point at, const std::vector<Row>& rows, const RowMetrics& metrics) {
    for (const Row& row : rows) {
        const double high = height_of(row.lines, metrics);
        draw_row(f, at, row.sample, row.lines, high, metrics);
        at.y -= high;
    }
}

/// Two columns, in smaller type.
void draw_compact(Furniture& f, const Box& box, const std::vector<Row>& rows,
                  const RowMetrics& metrics) {
    const std::size_t half = (rows.size() + 1) / 2;
    double top = box.max.y;
    for (std::size_t i = 0; i < half; ++i) {
        const double high = compact_height(rows, i, metrics);
        draw_row(f, {box.min.x, top}, rows[i].sample, rows[i].compact, high, metrics);
        if (i + half < rows.size())
            draw_row(f, {box.centre().x, top}, rows[i + half].sample, rows[i + half].compact, high,
                     metrics);
        top -= high;
    }
}

/// The capsule that an agreement carries on the map: icon and number on its field's colour.
Mark badge(const SheetFacts& facts, const model::Agreement& agreement, int number,
           const SheetType& type) {
    const std::string field = "field." + std::string(model::code_of(agreement.field));
    const style::Inks& inks = facts.styles.print;
    const double height = std::max(4.2, 4.4 * type.unit);
    PointMark mark{{height * 1.05, sample_size.y / 2},
                   Shape::capsule,
                   {height},
                   {height * 2.1},
                   inks.colour(field),
                   {},
                   {},
                   {},
                   inks.colour("badge.content"),
                   {}};
    const auto icon = facts.typesetter.icon(facts.styles.icon(field), {height * 0.68});
    if (!icon.glyphs.empty())
        mark.content.push_back(icon);
    const auto size = std::max(2.9, height * 0.66);
    mark.content.push_back(
        facts.typesetter.shape((icon.glyphs.empty() ? "" : " ") + std::to_string(number),
                               type.font(size, Weight::semibold)));
    return mark;
}

/// "Air bersih Kali Contoh, 4 desa". A long title is cut, the number of villages never.
text::GlyphRun agreement_words(const SheetFacts& facts, const model::Agreement& agreement,
                               const text::FontStyle& font, double width) {
    long long villages = 0;
    for (const model::AgreementParty* party : facts.atlas().parties(agreement.id))
        villages += party->third_party ? 0 : 1;
    const auto shaped = [&](const std::string& title) {
        return facts.typesetter.shape(facts.language.plural("sheet.agreement", villages, {title}),
                                      font);
    };
    const text::GlyphRun whole = shaped(agreement.title);
    if (whole.width <= width)
        return whole;
    const double rest = shaped("").width + 0.2;
    const auto title = facts.typesetter.elided(agreement.title, font, {width - rest});
    return facts.typesetter.elided(shaped(title.text).text, font, {width});
}

} // namespace

Block legend_block(const SheetFacts& facts, const SheetType& type, double width) {
    const RowMetrics metrics{std::max(4.7, type.row), type.body * 1.25, type.body,
                             sample_size.x + 2.2};
    const RowMetrics tight{4.4 * std::max(1.0, type.unit), type.small * 1.08, type.small,
                           sample_size.x + 1.6};
    std::vector<Row> rows;
    for (const LegendEntry& entry : facts.scene.legend) {
        const std::string words = facts.language.text(entry.text);
        rows.push_back(
            {entry.sample,
             wrapped(facts.typesetter, words, type.font(type.body), width - metrics.indent, 2),
             wrapped(facts.typesetter, words, type.font(type.small), width / 2 - tight.indent - 1.2,
                     3)});
    }
    if (rows.empty())
        return {};
    const double most = height_of(rows, metrics);
    const double least = std::min(most, compact_height(rows, tight));
    const std::string heading = facts.language.text("sheet.legend");
    return {type.head + least,
            type.head + most,
            0,
            false,
            [=](Furniture& f, const Box& box) {
                write_heading(f, box, heading, type);
                const Box list{box.min, {box.max.x, box.max.y - type.head}};
                if (list.height() >= most - 0.01)
                    draw_list(f, {list.min.x, list.max.y}, rows, metrics);
                else
                    draw_compact(f, list, rows, tight);
            },
            true};
}

Block agreement_block(const SheetFacts& facts, const SheetType& type, double width) {
    const double indent = std::max(4.2, 4.4 * type.unit) * 2.1 + 2 * type.unit;
    const RowMetrics metrics{std::max(5.0, type.row), 0, type.body, indent};
    const auto font = type.font(type.body);
    std::vector<Row> rows;
    for (const DrawnAgreement& drawn : facts.scene.agreements) {
        const model::Agreement* agreement = facts.atlas().find(drawn.id);
        if (!agreement)
            continue;
        const int number = drawn.number > 0 ? drawn.number : static_cast<int>(rows.size()) + 1;
        rows.push_back({{badge(facts, *agreement, number, type)},
                        {agreement_words(facts, *agreement, font, width - indent)},
                        {}});
    }
    if (rows.empty())
        return {};
    const double all = double(rows.size()) * metrics.row;
    const double least = std::min(all, 2 * metrics.row);
    const std::string heading = facts.language.text("sheet.agreements");
    const i18n::Catalogue* words = &facts.language;
    return {type.head + least, type.head + all, 2, false, [=](Furniture& f, const Box& box) {
                write_heading(f, box, heading, type);
                const double room = box.height() - type.head;
                const auto fit = static_cast<std::size_t>(std::floor(room / metrics.row + 1e-6));
                const std::size_t shown = fit >= rows.size() ? rows.size() : fit - 1;
                Point at{box.min.x, box.max.y - type.head};
                for (std::size_t i = 0; i < shown; ++i, at.y -= metrics.row)
                    draw_row(f, at, rows[i].sample, rows[i].lines, metrics.row, metrics);
                if (shown < rows.size())
                    f.write({at.x, at.y - metrics.row / 2 - type.body * 0.36},
                            f.fitted(words->plural("sheet.more_agreements",
                                                   static_cast<long long>(rows.size() - shown)),
                                     font, box.width()),
                            Furniture::muted);
            }};
}

} // namespace antardesa::cartography
