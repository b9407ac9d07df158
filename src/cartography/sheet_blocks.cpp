#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

void write_lines(Furniture& f, Point first, const std::vector<text::GlyphRun>& lines,
                 double leading) {
    for (const text::GlyphRun& line : lines) {
        f.write(first, line);
        first.y -= leading;
    }
}

/// With spaces at which no line is broken.
std::string unbroken(const std::string& text) {
    std::string whole;
    for (const char c : text)
        whole += c == ' ' ? "\u00a0" : std::string(1, c);
    return whole;
}

/// Four pieces, black and white in turn, over labels at both ends and the middle.
void draw_bar(Furniture& f, const SheetFacts& facts, const SheetType& type, Point left,
              double longest) {
    const double ground = bar_length(facts.scale, longest);
    const double length = ground / facts.scale.metres_per_millimetre();
    const double high = 1.5 * type.unit;
    for (const double start : {0.0, 0.5})
        f.fill(
            {{left.x + length * start, left.y}, {left.x + length * (start + 0.25), left.y + high}},
            Furniture::ink);
    f.frame({left, {left.x + length, left.y + high}}, 0.25);
    const bool kilometres = ground >= 2000;
    const double unit = kilometres ? 1000 : 1;
    const auto label = [&](double metres) {
        const double value = metres / unit;
        return facts.language.number(value, value == std::floor(value) ? 0 : 1);
    };
    const auto font = type.font(type.small);
    const double y = left.y - type.small * 1.15;
    f.write({left.x, y}, f.typesetter().shape("0", font));
    f.write({left.x + length / 2, y}, f.typesetter().shape(label(ground / 2), font), Furniture::ink,
            Align::centre);
    const auto end = f.typesetter().shape(label(ground), font);
    f.write({left.x + length - end.width / 2, y},
            f.typesetter().shape(label(ground) + (kilometres ? " km" : " m"), font));
}

} // namespace

std::string in_capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

double fitting_size(const text::Typesetter& typesetter, const std::string& text,
                    text::FontStyle style, double smallest, double width) {
    const double size = style.size.value;
    const double wide = typesetter.shape(text, style).width;
    return wide <= width ? size : std::max(smallest, size * width / wide * 0.999);
}

void draw_north(Furniture& f, const SheetType& type, Point foot, double height,
                const std::string& letter) {
    const double half = height * 0.3;
    const Point tip{foot.x, foot.y + height};
    const Point notch{foot.x, foot.y + height * 0.24};
    f.polygon({tip, notch, {foot.x - half, foot.y}}, Furniture::ink);
    f.polygon({tip, {foot.x + half, foot.y}, notch}, {255, 255, 255, 255});
    f.line(tip, {foot.x + half, foot.y}, 0.25);
    f.line({foot.x + half, foot.y}, notch, 0.25);
    const auto run = f.typesetter().shape(letter, type.font(height * 0.36, Weight::bold));
    f.write({foot.x, foot.y - height * 0.36}, run, Furniture::ink, Align::centre);
}

Block title_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& setter = facts.typesetter;
    const std::string office =
        facts.regency().empty()
            ? std::string()
            : in_capitals(facts.language.text(Message{"sheet.government", {facts.regency()}}));
    const double size = fitting_size(setter, facts.title, type.font(type.title, Weight::bold),
                                     type.title * 0.62, width);
    const auto title =
        wrapped(facts.typesetter, facts.title, type.font(size, Weight::bold), width, 2);
    const auto subtitle =
        whole_lines(facts.typesetter, facts.subtitle, type.font(type.subtitle, Weight::semibold),
                    type.small, width, 2, 4);
    std::string place = facts.subtitle == facts.regency() ? std::string() : facts.regency();
    if (const std::string& province = facts.atlas().identity().province; !province.empty())
        place += (place.empty() ? "" : ", ") + province_title(facts, province);
    const double height =
        (office.empty() ? 0 : type.small * 1.5) + double(title.size()) * size * 1.12 +
        double(subtitle.size()) * type.subtitle * 1.25 + (place.empty() ? 0 : type.body * 1.45);
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                Point at{box.min.x, box.max.y};
                if (!office.empty()) {
                    auto font = type.font(type.small, Weight::semibold);
                    font.letter_spacing = {0.22 * type.unit};
                    f.write({at.x, at.y - type.small * 0.8}, f.fitted(office, font, box.width()));
                    at.y -= type.small * 1.5;
                }
                at.y -= size * 0.86;
                write_lines(f, at, title, size * 1.12);
                at.y -= double(title.size()) * size * 1.12 - size * 1.12 + type.subtitle * 1.3;
                write_lines(f, at, subtitle, type.subtitle * 1.25);
                at.y -= double(subtitle.size()) * type.subtitle * 1.25 - type.subtitle * 1.25 +
                        type.body * 1.4;
                if (!place.empty())
                    f.write(at, f.fitted(place, type.font(type.body), box.width()));
            }};
}

Block scale_block(const SheetFacts& facts, const SheetType& type, double) {
    const double height = 16.5 * type.unit;
    return {height, height, 0, false, [&facts, type](Furniture& f, const Box& box) {
                const double u = type.unit;
                draw_north(f, type, {box.min.x + 5 * u, box.max.y - 12.2 * u}, 10 * u,
                           facts.language.text("sheet.north"));
                const double left = box.min.x + 14 * u;
                const std::string words = facts.language.text(
                    Message{"sheet.scale", {facts.language.number(facts.scale.denominator)}});
                const double size = fitting_size(
                    f.typesetter(), words, type.font(4.8 * u, Weight::bold), 3.2, box.max.x - left);
                f.write({left, box.max.y - 6.2 * u},
                        f.typesetter().shape(words, type.font(size, Weight::bold)));
                draw_bar(f, facts, type, {left, box.max.y - 10.2 * u},
                         std::min(box.max.x - left - 11 * u, 64 * u));
            }};
}

void draw_scale(Furniture& f, const SheetFacts& facts, const SheetType& type, Point upper_left,
                double width) {
    const double u = type.unit;
    const auto words = facts.typesetter.shape(
        facts.language.text(
            Message{"sheet.scale", {facts.language.number(facts.scale.denominator)}}),
        type.font(5 * u, Weight::bold));
    f.write({upper_left.x, upper_left.y - 4.4 * u}, words);
    draw_bar(f, facts, type, {upper_left.x, upper_left.y - 8 * u},
             std::min(width - 12 * u, 64 * u));
}

Block system_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto lines =
        wrapped(facts.typesetter,
                facts.language.text(Message{"sheet.system",
                                            {crs::utm_zone_name(facts.geometry.zone()),
                                             facts.language.number(facts.grid_step)}}),
                type.font(type.body), width, 2);
    const double height = type.head + double(lines.size() - 1) * type.row + type.body * 0.9;
    const std::string heading = facts.language.text("sheet.system_heading");
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
                write_lines(f, {box.min.x, box.max.y - type.head - type.body * 0.6}, lines,
                            type.row * 0.92);
            }};
}

Block source_block(const SheetFacts& facts, const SheetType& type, double width) {
    std::vector<std::string> said;
    if (const std::string& source = facts.atlas().identity().source; !source.empty())
        said.push_back(facts.language.text(Message{"sheet.source_boundaries", {source}}));
    const Date today = facts.request.options.today;
    if (facts.atlas().agreements().size() > 0 && today.ok())
        said.push_back(
            facts.language.text(Message{"sheet.source_agreements", {facts.language.date(today)}}));
    if (said.empty())
        said.push_back(facts.language.text("sheet.source_unknown"));
    std::vector<text::GlyphRun> lines;
    for (const std::string& one : said)
        for (auto& run : wrapped(facts.typesetter, one, type.font(type.body), width, 3))
            lines.push_back(std::move(run));
    const double leading = type.row * 0.88;
    const double height = type.head + double(lines.size() - 1) * leading + type.body * 0.9;
    const std::string heading = facts.language.text("sheet.source_heading");
    return {
        height, height, 0, false, [=](Furniture& f, const Box& box) {
            f.write({box.min.x, box.max.y - type.heading * 1.45},
                    f.typesetter().shape(heading, type.font(type.heading, Weight::semibold)));
            write_lines(f, {box.min.x, box.max.y - type.head - type.body * 0.6}, lines, leading);
        }};
}

Block framed_block(const SheetFacts& facts, const SheetType& type, double width,
                   const std::string& said) {
    const double pad = 2.4 * type.unit;
    const auto lines = wrapped(facts.typesetter, said, type.font(type.small, Weight::semibold),
                               width - 2 * pad, 9);
    const double leading = type.small * 1.38;
    const double text_height = double(lines.size()) * leading;
    const double height = text_height + 2 * pad + type.gap * 0.4;
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                // The box takes the place of the rule above it.
                const Box frame{{box.min.x, box.max.y - text_height - 2 * pad}, box.max};
                f.frame(frame, 0.4 * type.unit);
                write_lines(f, {frame.min.x + pad, frame.max.y - pad - type.small * 0.86}, lines,
                            leading);
            }};
}

Block notice_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const SheetSubject subject = subject_of(facts.atlas(), facts.request.focus);
    std::string said = words.text("sheet.rights");
    if (const std::string regional = regional_words(facts, subject); !regional.empty())
        said = regional + " " + said;
    if (!subject.is_outside_village_law && facts.is_draft())
        said = (facts.segments.all == 0 ? words.text("sheet.draft_unknown")
                                        : words.text(Message{"sheet.draft",
                                                             {words.number(facts.segments.open),
                                                              words.number(facts.segments.all)}})) +
               " " + said;
    return framed_block(facts, type, width, said);
}

Block signature_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    if (subject_of(facts.atlas(), facts.request.focus).is_outside_village_law)
        return {};
    const bool district = facts.request.focus.kind == SubjectKind::district ||
                          facts.request.focus.kind == SubjectKind::village;
    const Date today = facts.request.options.today;
    const std::string year = today.ok() ? std::to_string(static_cast<int>(today.year())) : "20…";
    const std::string heading =
        words.text(Message{"sheet.sign_heading", {facts.atlas().identity().regency, year}});
    const std::array<std::string, 4> names{
        words.text(district ? "sheet.sign_camat" : "sheet.sign_dpmd"),
        words.text("sheet.sign_name_nip"), words.text("sheet.sign_bkad"),
        words.text("sheet.sign_name")};
    const auto lines =
        wrapped(facts.typesetter, heading, type.font(type.heading, Weight::semibold), width, 2);
    const double more = double(lines.size() - 1) * type.heading * 1.3;
    const double height = 25 * type.unit + more;
    return {
        height, height, 1, true, [=](Furniture& f, const Box& box) {
            const double u = type.unit;
            write_lines(f, {box.min.x, box.max.y - type.heading * 1.45}, lines, type.heading * 1.3);
            const double half = box.width() / 2;
            for (std::size_t i = 0; i < 2; ++i) {
                const double left = box.min.x + double(i) * half;
                const double wide = half - 4 * u;
                f.write({left, box.max.y - 10 * u - more},
                        f.fitted(names[2 * i], type.font(type.body), wide));
                f.rule(left, left + wide, box.min.y + 4.4 * u, 0.2, Furniture::muted);
                f.write({left, box.min.y + 0.9 * u},
                        f.fitted(names[2 * i + 1], type.font(type.small), wide), Furniture::muted);
            }
        }};
}

Block print_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const Date today = facts.request.options.today;
    const std::string page = words.text(Message{
        "sheet.page", {words.number(facts.request.page), words.number(facts.request.pages)}});
    std::string said = today.ok()
                           ? words.text(Message{"sheet.printed", {words.short_date(today)}}) + " · "
                           : std::string();
    if (facts.atlas().revision() > 0)
        said += words.text(Message{"sheet.revision", {std::to_string(facts.atlas().revision())}}) +
                " · ";
    if (facts.check && !facts.check->history.empty())
        said += words.text(Message{"sheet.history", {unbroken(facts.check->history)}}) + " · ";
    said += page;
    const auto lines = wrapped(facts.typesetter, said, type.font(type.small), width, 3);
    const double leading = type.small * 1.3;
    const double height = type.small * 1.6 + double(lines.size() - 1) * leading;
    return {height, height, 0, true, [=](Furniture& f, const Box& box) {
                Point at{box.min.x, box.max.y - type.small * 1.3};
                for (const text::GlyphRun& line : lines) {
                    f.write(at, line, Furniture::muted);
                    at.y -= leading;
                }
            }};
}

} // namespace antardesa::cartography
