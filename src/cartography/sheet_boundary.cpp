#include "cartography/detail/sheet_plan.h"

#include "model/village_law.h"

#include <algorithm>
#include <array>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

constexpr Colour cretan_blue{31, 111, 168, 255};

std::string title_of(const SheetFacts& facts, const model::Village& village) {
    return facts.language.text(
        Message{model::is_kelurahan(village) ? "sheet.urban_village" : "sheet.village",
                {model::name_without_kind(village.name)}});
}

std::string or_blank(const SheetFacts& facts, const std::string& text) {
    return text.empty() ? facts.language.text("sheet.blank") : text;
}

/// All that there are: "A", "A dan B", "A, B, dan C".
std::string together(const SheetFacts& facts, const std::vector<std::string>& texts) {
    if (texts.empty())
        return facts.language.text("sheet.blank");
    std::string before;
    for (std::size_t i = 0; i + 1 < texts.size(); ++i)
        before += (before.empty() ? "" : ", ") + texts[i];
    if (texts.size() > 2)
        before += ",";
    return before.empty() ? texts.back()
                          : facts.language.text(Message{"sheet.both", {before, texts.back()}});
}

std::string villages_of(const SheetFacts& facts) {
    std::vector<std::string> names;
    for (const model::Village* village : facts.subject.villages)
        names.push_back(title_of(facts, *village));
    return together(facts, names);
}

std::string districts_of(const SheetFacts& facts) {
    std::vector<std::string> names;
    for (const model::Village* village : facts.subject.villages) {
        const auto* district = facts.atlas().find(village->district);
        const std::string name = facts.language.text(
            Message{"sheet.district", {district ? model::name_without_kind(district->name) : ""}});
        if (district && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    if (names.empty())
        names.push_back(
            facts.language.text(Message{"sheet.district", {facts.language.text("sheet.blank")}}));
    return together(facts, names);
}

std::string place_name(const SheetFacts& facts, const char* key, const std::string& name) {
    return facts.language.text(Message{key, {or_blank(facts, name)}});
}

/// Those that the sheet's villages lie in, the project's first.
std::string regencies_of(const SheetFacts& facts) {
    const std::string own = facts.regency();
    std::vector<std::string> names;
    const auto add = [&](std::string name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.insert(name == own ? names.begin() : names.end(), std::move(name));
    };
    for (const model::Village* village : facts.subject.villages) {
        const auto* district = facts.atlas().find(village->district);
        add(district && !district->regency.empty()
                ? regency_title(facts, district->regency, model::is_city(facts.atlas(), *district))
                : own);
    }
    return names.empty() ? place_name(facts, "sheet.regency", "") : together(facts, names);
}

/// "Kode Wilayah : 99.01.10.2003", each further code below the first.
std::vector<text::GlyphRun> code_lines(const SheetFacts& facts, const SheetType& type,
                                       double width) {
    std::string codes;
    for (const model::Village* village : facts.subject.villages)
        codes += (codes.empty() ? "" : ", ") + or_blank(facts, village->code);
    const std::string text =
        facts.language.text(Message{"sheet.code_of", {or_blank(facts, codes)}});
    return wrapped(facts.typesetter, text, type.font(type.code, Weight::bold), width, 2);
}

std::string year_of(const SheetFacts& facts) {
    const Date today = facts.request.options.today;
    return today.ok() ? std::to_string(static_cast<int>(today.year())) : "20…";
}

/// On one line, a little smaller where that does it; else on two.
std::vector<text::GlyphRun> title_lines(const SheetFacts& facts, const SheetType& type,
                                        double width) {
    const auto wanted = type.font(type.title, Weight::bold);
    const double size =
        fitting_size(facts.typesetter, facts.title, wanted, type.title * 0.8, width);
    return wrapped(facts.typesetter, facts.title, type.font(size, Weight::bold), width, 2);
}

/// Lines of text below each other, each with its own size.
struct Stack {
    std::vector<text::GlyphRun> lines;
    std::vector<Colour> colours;
    std::vector<double> leadings;

    void add(std::vector<text::GlyphRun> runs, double leading, Colour colour = Furniture::ink) {
        for (text::GlyphRun& run : runs) {
            lines.push_back(std::move(run));
            colours.push_back(colour);
            leadings.push_back(leading);
        }
    }
    double height() const {
        double sum = 0;
        for (const double leading : leadings)
            sum += leading;
        return sum;
    }
    void draw(Furniture& f, Point upper_left) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            upper_left.y -= leadings[i];
            const double drop = lines[i].style.size.value * 0.26;
            f.write({upper_left.x, upper_left.y + drop}, lines[i], colours[i]);
        }
    }
};

/// Number of the sheet and edition, right of the code or below it.
std::string edition_words(const SheetFacts& facts) {
    const auto& words = facts.language;
    return words.text(Message{
        "sheet.number",
        {words.number(facts.request.page), words.number(facts.request.pages), year_of(facts)}});
}

std::string state_words(const SheetFacts& facts, const model::BoundarySegment& segment) {
    const auto& words = facts.language;
    const auto group = model::code_of(model::group_of(segment.state));
    const bool told =
        facts.subject.is_under_two_laws() && model::is_outside_village_law(facts.atlas(), segment);
    return (told ? words.text("sheet.regional") + " · " : std::string()) +
           words.text("code.segment_group." + std::string(group)) + " · " +
           words.distance(segment.length_m);
}

/// "Bumikencana" on the sheet of a village; else both.
std::string pair_words(const SheetFacts& facts, const model::BoundarySegment& segment) {
    std::string names;
    for (const Id<model::Village> id : {segment.first, segment.second}) {
        const model::Village* village = facts.atlas().find(id);
        if (facts.subject.is_village() && id == facts.subject.villages.front()->id)
            continue;
        names += (names.empty() ? "" : " – ") + (village ? village->name : std::string("–"));
    }
    return names;
}

} // namespace

Block identity_block(const SheetFacts& facts, const SheetType& type, double width) {
    const double arrow = 13 * type.unit;
    const double room = width - arrow - 6 * type.unit;
    const bool small = facts.request.paper == Paper::a4; // it has no room to spare
    const auto line = [&](const std::string& text, double size, Weight weight) {
        return wrapped(facts.typesetter, text, type.font(size, weight), room, small ? 2 : 4);
    };
    const double leading = type.body * 1.32;
    const double half = half_width(width, type);
    // Beside these lines stands the scale.
    const auto short_line = [&](const std::string& text) {
        return wrapped(facts.typesetter, text, type.font(type.body), half - 2 * type.unit,
                       small ? 1 : 3);
    };
    Stack stack;
    stack.add(title_lines(facts, type, room), type.title * 1.08);
    const double large = type.subtitle * 1.1;
    const auto villages =
        whole_lines(facts.typesetter, villages_of(facts), type.font(large, Weight::bold),
                    type.small, room, small ? 2 : 4, small ? 4 : 6);
    const double size = villages.empty() ? large : villages.front().style.size.value;
    stack.add(villages, size < large ? size * 1.15 : type.subtitle * 1.45);
    const double above = stack.height() + type.body * 0.3;
    stack.add(short_line(districts_of(facts)), leading);
    stack.add(short_line(regencies_of(facts)), leading);
    stack.add(short_line(province_title(facts, or_blank(facts, facts.atlas().identity().province))),
              leading);
    stack.add(code_lines(facts, type, width), type.code * 1.36, cretan_blue);
    stack.add(line(edition_words(facts), type.body, Weight::semibold), leading * 1.05);
    const std::string north = facts.language.text("sheet.north");
    const double height = stack.height();
    return {height, height, 0, false, [=, &facts](Furniture& f, const Box& box) {
                stack.draw(f, {box.min.x, box.max.y});
                draw_north(f, type, {box.max.x - arrow * 0.4, box.max.y - arrow}, arrow, north);
                draw_scale(f, facts, type, {box.max.x - half, box.max.y - above}, half);
            }};
}

Block segments_block(const SheetFacts& facts, const SheetType& type, double width) {
    struct Row {
        text::GlyphRun names;
        text::GlyphRun state;
    };
    const double gap = 2 * type.unit;
    const auto is_whole_in = [&](double room, const model::BoundarySegment* segment) {
        const auto wide = [&](const std::string& text, Weight weight) {
            return facts.typesetter.shape(text, type.font(type.small, weight)).width;
        };
        return wide(pair_words(facts, *segment), Weight::semibold) + gap +
                   wide(state_words(facts, *segment), Weight::regular) <=
               room;
    };
    // A few stand one below the other rather than cut.
    const auto& all = facts.subject.segments;
    const double narrow = half_width(width, type);
    const bool two =
        all.size() > 4 ||
        (all.size() > 1 && std::all_of(all.begin(), all.end(), [&](const auto* segment) {
             return is_whole_in(narrow, segment);
         }));
    const double column = two ? narrow : width;
    std::vector<Row> rows;
    for (const model::BoundarySegment* segment : all) {
        const auto state = facts.typesetter.elided(state_words(facts, *segment),
                                                   type.font(type.small), {column * 0.62});
        rows.push_back({facts.typesetter.elided(pair_words(facts, *segment),
                                                type.font(type.small, Weight::semibold),
                                                {column - state.width - gap}),
                        state});
    }
    if (rows.empty())
        return {};
    const double leading = type.small * 1.36;
    const std::size_t half = two ? (rows.size() + 1) / 2 : rows.size();
    const double height = type.head + double(half) * leading;
    const std::string heading = facts.language.text("sheet.segments");
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    const double left = i < half ? box.min.x : box.max.x - column;
                    const double y =
                        box.max.y - type.head - type.small * 0.95 - double(i % half) * leading;
                    f.write({left, y}, rows[i].names);
                    f.write({left + column, y}, rows[i].state, Furniture::ink, Align::right);
                }
            }};
}

Block reference_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const int seconds = graticule_step(facts.scale);
    const std::string degrees =
        seconds % 60 == 0 ? std::to_string(seconds / 60) + "'" : std::to_string(seconds) + "\"";
    return lines_block(
        facts, type, width, words.text("sheet.system_heading"),
        {{"sheet.label_projection", "Transverse Mercator"},
         {"sheet.label_grid", words.text(Message{"sheet.grid",
                                                 {crs::utm_zone_name(facts.geometry.zone()),
                                                  words.number(facts.grid_step), degrees}})},
         {"sheet.label_datum", "SRGI 2013"}});
}

std::string regional_words(const SheetFacts& facts, const SheetSubject& subject) {
    const auto& words = facts.language;
    const auto counted = [&](const char* key) {
        return words.text(Message{key,
                                  {words.number(double(subject.regional)),
                                   words.number(double(subject.segments.size()))}});
    };
    if (subject.is_under_two_laws())
        return counted("sheet.two_laws");
    if (subject.is_outside_village_law)
        return words.text("sheet.outside_village_law");
    return subject.regional > 0 ? counted("sheet.regional_segments") : std::string();
}

Block caution_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    std::string said = words.text("sheet.rights");
    if (const std::string regional = regional_words(facts, facts.subject); !regional.empty())
        said = regional + " " + said;
    if (facts.subject.is_outside_village_law)
        return framed_block(facts, type, width, said);
    if (facts.segments.all == 0)
        said = words.text("sheet.indicative_unknown") + " " + said;
    else if (facts.segments.open > 0)
        said = words.text(Message{
                   model::is_city(facts.atlas()) ? "sheet.indicative_city" : "sheet.indicative",
                   {words.number(facts.segments.open), words.number(facts.segments.all)}}) +
               " " + said;
    return framed_block(facts, type, width, said);
}

Block publisher_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const double logo = 13 * type.unit;
    const std::string office = facts.regency().empty()
                                   ? words.text("sheet.blank")
                                   : words.text(Message{"sheet.government", {facts.regency()}});
    const Block lines =
        lines_block(facts, type, width - logo - 3 * type.unit, words.text("sheet.publisher"),
                    {{"sheet.label_address", words.text("sheet.blank")},
                     {"sheet.label_contact", words.text("sheet.blank")}},
                    office);
    const double foot = type.small * 1.5;
    const double height = std::max(lines.least, logo + type.small) + foot;
    const std::string rights = words.text("sheet.copyright");
    const std::string place = words.text("sheet.logo");
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                const double top = box.max.y - type.small * 0.6;
                f.frame({{box.min.x, top - logo}, {box.min.x + logo, top}}, 0.2);
                f.write({box.min.x + logo / 2, top - logo / 2 - type.small * 0.36},
                        f.fitted(place, type.font(type.small), logo - 2), Furniture::muted,
                        Align::centre);
                lines.draw(f, {{box.min.x + logo + 3 * type.unit, box.min.y}, box.max});
                f.write({box.min.x, box.max.y - height + type.small * 0.4},
                        f.fitted(rights, type.font(type.small), box.width()));
            }};
}

} // namespace antardesa::cartography
