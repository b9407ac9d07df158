#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <array>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

/// The two villages of the line that the sheet is about, the lower code first.
struct Pair {
    const model::Village* first = nullptr;
    const model::Village* second = nullptr;
};

Pair pair_of(const SheetFacts& facts) {
    const model::Atlas& atlas = facts.atlas();
    const Subject focus = facts.request.focus;
    Pair pair;
    const auto take = [&](Id<model::Village> first, Id<model::Village> second) {
        pair = {atlas.find(first), atlas.find(second)};
    };
    if (focus.kind == SubjectKind::dispute) {
        if (const auto* dispute = atlas.find(Id<model::BoundaryDispute>{focus.id}))
            take(dispute->first, dispute->second);
    } else if (const auto* segment = atlas.find(Id<model::BoundarySegment>{focus.id})) {
        take(segment->first, segment->second);
    }
    if (pair.first && pair.second && pair.second->code < pair.first->code)
        std::swap(pair.first, pair.second);
    return pair;
}

bool is_urban(const model::Village& village) {
    return village.kind == model::VillageKind::urban_village;
}

std::string title_of(const SheetFacts& facts, const model::Village* village) {
    if (!village)
        return facts.language.text("sheet.blank");
    return facts.language.text(
        Message{is_urban(*village) ? "sheet.urban_village" : "sheet.village", {village->name}});
}

std::string or_blank(const SheetFacts& facts, const std::string& text) {
    return text.empty() ? facts.language.text("sheet.blank") : text;
}

std::string districts_of(const SheetFacts& facts, const Pair& pair) {
    std::string names;
    for (const model::Village* village : {pair.first, pair.second}) {
        const auto* district = village ? facts.atlas().find(village->district) : nullptr;
        if (district && names.find(district->name) == std::string::npos)
            names += (names.empty() ? "" : ", ") + district->name;
    }
    return or_blank(facts, names);
}

std::string codes_of(const SheetFacts& facts, const Pair& pair) {
    std::string codes;
    for (const model::Village* village : {pair.first, pair.second})
        codes +=
            (codes.empty() ? "" : " · ") + or_blank(facts, village ? village->code : std::string());
    return codes;
}

std::string year_of(const SheetFacts& facts) {
    const Date today = facts.request.options.today;
    return today.ok() ? std::to_string(static_cast<int>(today.year())) : "20…";
}

struct Line {
    std::string label;
    std::vector<text::GlyphRun> value;
};

constexpr double label_part = 0.38;

double leading_of(const SheetType& type) {
    return type.small * 1.42;
}

Block lines_block(const SheetFacts& facts, const SheetType& type, double width,
                  const std::string& heading,
                  const std::vector<std::pair<const char*, std::string>>& said) {
    std::vector<Line> lines;
    std::size_t rows = 0;
    for (const auto& [label, value] : said) {
        lines.push_back(
            {facts.language.text(label),
             wrapped(facts.typesetter, value, Furniture::font(type.small, Weight::semibold),
                     width * (1 - label_part), 2)});
        rows += std::max<std::size_t>(1, lines.back().value.size());
    }
    const double head = heading.empty() ? type.small * 0.6 : type.head;
    const double height = head + double(rows) * leading_of(type) + type.small * 0.4;
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                if (!heading.empty())
                    f.write({box.min.x, box.max.y - type.heading * 1.45},
                            f.fitted(heading, Furniture::font(type.heading, Weight::semibold),
                                     box.width()));
                double y = box.max.y - head - type.small * 0.95;
                for (const Line& line : lines) {
                    f.write({box.min.x, y},
                            f.fitted(line.label, Furniture::font(type.small),
                                     box.width() * label_part - 1),
                            Furniture::muted);
                    for (const text::GlyphRun& run : line.value) {
                        f.write({box.min.x + box.width() * label_part, y}, run);
                        y -= leading_of(type);
                    }
                }
            }};
}

/// A place to sign: who above, a rule, and what is written under it.
struct Place {
    std::vector<text::GlyphRun> who;
    std::string under;
};

void draw_places(Furniture& f, Point upper_left, double width, double height,
                 const std::vector<Place>& places, const SheetType& type) {
    const double wide = width / double(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double left = upper_left.x + double(i) * wide;
        const double room = wide - 3 * type.unit;
        double y = upper_left.y - type.small;
        for (const text::GlyphRun& line : places[i].who) {
            f.write({left, y}, line);
            y -= type.small * 1.15;
        }
        const double foot = upper_left.y - height + type.small * 1.5;
        f.rule(left, left + room, foot, 0.2, Furniture::muted);
        f.write({left, foot - type.small * 1.05},
                f.fitted(places[i].under, Furniture::font(type.small), room), Furniture::muted);
    }
}

/// Who is recorded to sign in a role, in the order of the register; of one village where named.
std::vector<std::string> names_of(const SheetFacts& facts, model::SignatoryRole role,
                                  Id<model::Village> village = {}) {
    std::vector<std::string> names;
    if (facts.request.focus.kind != SubjectKind::dispute)
        return names;
    for (const model::Signatory* one :
         facts.atlas().signatories(Id<model::BoundaryDispute>{facts.request.focus.id}))
        if (one->role == role && (!village || one->village == village))
            names.push_back(one->employee_number.empty()
                                ? one->name
                                : one->name + ", NIP " + one->employee_number);
    return names;
}

} // namespace

bool is_boundary_sheet(const SheetRequest& request) {
    return request.focus.kind == SubjectKind::segment || request.focus.kind == SubjectKind::dispute;
}

Block identity_block(const SheetFacts& facts, const SheetType& type, double width) {
    const Pair pair = pair_of(facts);
    const auto& words = facts.language;
    const std::string sheet = words.text(Message{
        "sheet.page", {words.number(facts.request.page), words.number(facts.request.pages)}});
    return lines_block(
        facts, type, width, {},
        {{"sheet.label_village", title_of(facts, pair.first) + ", " + title_of(facts, pair.second)},
         {"sheet.label_district", districts_of(facts, pair)},
         {"sheet.label_regency", or_blank(facts, facts.atlas().identity().regency)},
         {"sheet.label_province", or_blank(facts, facts.atlas().identity().province)},
         {"sheet.label_code", codes_of(facts, pair)},
         {"sheet.label_sheet", sheet},
         {"sheet.label_edition", words.text(Message{"sheet.edition", {year_of(facts)}})}});
}

Block reference_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    return lines_block(
        facts, type, width, words.text("sheet.system_heading"),
        {{"sheet.label_projection", "Transverse Mercator"},
         {"sheet.label_grid", words.text(Message{"sheet.grid",
                                                 {crs::utm_zone_name(facts.geometry.zone()),
                                                  words.number(facts.grid_step)}})},
         {"sheet.label_datum", "SRGI2013"}});
}

Block publisher_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const double logo = 13 * type.unit;
    const std::string office = facts.regency().empty()
                                   ? words.text("sheet.blank")
                                   : words.text(Message{"sheet.government", {facts.regency()}});
    const Block lines =
        lines_block(facts, type, width - logo - 3 * type.unit, words.text("sheet.publisher"),
                    {{"sheet.label_office", office},
                     {"sheet.label_address", words.text("sheet.blank")},
                     {"sheet.label_contact", words.text("sheet.blank")}});
    const double foot = type.small * 1.5;
    const double height = std::max(lines.least, logo + type.small) + foot;
    const std::string rights = words.text("sheet.copyright");
    const std::string place = words.text("sheet.logo");
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                const double top = box.max.y - type.small * 0.6;
                f.frame({{box.min.x, top - logo}, {box.min.x + logo, top}}, 0.2);
                f.write({box.min.x + logo / 2, top - logo / 2 - type.small * 0.36},
                        f.fitted(place, Furniture::font(type.small), logo - 2), Furniture::muted,
                        Align::centre);
                lines.draw(f, {{box.min.x + logo + 3 * type.unit, box.min.y}, box.max});
                f.write({box.min.x, box.min.y + type.small * 0.4},
                        f.fitted(rights, Furniture::font(type.small), box.width()));
            }};
}

Block approval_block(const SheetFacts& facts, const SheetType& type, double width) {
    using model::SignatoryRole;
    const auto& words = facts.language;
    const Pair pair = pair_of(facts);
    const auto head_of = [&](const model::Village* village) {
        if (!village)
            return words.text("sheet.blank");
        return words.text(Message{is_urban(*village) ? "sheet.urban_head" : "sheet.village_head",
                                  {village->name}});
    };
    const auto place = [&](const std::string& who, const std::vector<std::string>& names,
                           std::size_t number, const char* blank) {
        return Place{wrapped(facts.typesetter, who, Furniture::font(type.small),
                             width / 2 - 3 * type.unit, 2),
                     number < names.size() ? names[number] : words.text(blank)};
    };
    const auto head_place = [&](const model::Village* village) {
        return place(head_of(village),
                     village ? names_of(facts, SignatoryRole::village_head, village->id)
                             : std::vector<std::string>{},
                     0, "sheet.sign_name");
    };
    const auto two = [&](const char* label, SignatoryRole role, const char* blank) {
        const auto names = names_of(facts, role);
        return std::vector<Place>{place(words.text(label) + " 1", names, 0, blank),
                                  place("2", names, 1, blank)};
    };
    const std::vector<Place> heads{head_place(pair.first), head_place(pair.second)};
    const auto team = two("sheet.team", SignatoryRole::regency_team, "sheet.sign_name_nip");
    const auto witnesses = two("sheet.witness", SignatoryRole::witness, "sheet.sign_name");
    const auto lines = wrapped(
        facts.typesetter,
        words.text(Message{"sheet.approved", {facts.atlas().identity().regency, year_of(facts)}}),
        Furniture::font(type.heading, Weight::semibold), width, 2);
    const double head = type.head + double(lines.size() - 1) * type.heading * 1.3;
    const double row = 17 * type.unit;
    const double height = head + 3 * row;
    return {height, height, 0, true, [=](Furniture& f, const Box& box) {
                Point at{box.min.x, box.max.y - type.heading * 1.45};
                for (const text::GlyphRun& line : lines) {
                    f.write(at, line);
                    at.y -= type.heading * 1.3;
                }
                double top = box.max.y - head;
                for (const auto* places : {&heads, &team, &witnesses}) {
                    draw_places(f, {box.min.x, top}, box.width(), row, *places, type);
                    top -= row;
                }
            }};
}

} // namespace antardesa::cartography
