#include "cartography/detail/sheet_plan.h"

#include "model/facilitation.h"
#include "model/village_law.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using model::SignatoryRole;
using text::Weight;

/// A hand needs this much above its rule, millimetres.
constexpr double room_to_sign = 12;
/// In less nobody signs.
constexpr double least_room_to_sign = 8;

/// A name that takes more lines is none.
constexpr std::size_t most_lines = 8;

/// A place to sign: who above, a rule, and what is written under it.
struct Place {
    std::vector<text::GlyphRun> who;
    std::vector<text::GlyphRun> under;
};

/// Places beside each other: as high as the longest names in it need, without room to sign.
struct PlaceRow {
    std::size_t first = 0;
    std::size_t end = 0;
    double under = 0; ///< of its height, from the rule down
    double height = 0;
};

std::vector<PlaceRow> rows_of(const std::vector<Place>& places, std::size_t columns,
                              const SheetType& type) {
    std::vector<PlaceRow> rows;
    for (std::size_t first = 0; first < places.size(); first += columns) {
        std::size_t above = 1;
        std::size_t below = 1;
        const std::size_t end = std::min(first + columns, places.size());
        for (std::size_t i = first; i < end; ++i) {
            above = std::max(above, places[i].who.size());
            below = std::max(below, places[i].under.size());
        }
        const double under = type.small * (0.35 + 1.15 * double(below));
        rows.push_back({first, end, under, under + type.small * 1.15 * double(above)});
    }
    return rows;
}

void draw_places(Furniture& f, const Box& box, std::size_t columns,
                 const std::vector<Place>& places, const SheetType& type) {
    const double wide = box.width() / double(columns);
    const double room = wide - 3 * type.unit;
    const auto write_lines = [&](Point at, const std::vector<text::GlyphRun>& lines,
                                 Colour colour) {
        for (const text::GlyphRun& line : lines) {
            f.write(at, line, colour);
            at.y -= type.small * 1.15;
        }
    };
    const auto rows = rows_of(places, columns, type);
    double to_sign = box.height();
    for (const PlaceRow& row : rows)
        to_sign -= row.height;
    to_sign /= double(std::max<std::size_t>(rows.size(), 1));
    double top = box.max.y;
    for (const PlaceRow& row : rows) {
        const double bottom = top - row.height - to_sign;
        for (std::size_t i = row.first; i < row.end; ++i) {
            const double left = box.min.x + double(i - row.first) * wide;
            write_lines({left, top - type.small}, places[i].who, Furniture::ink);
            const double foot = bottom + row.under;
            f.rule(left, left + room, foot, 0.2, Furniture::muted);
            write_lines({left, foot - type.small * 1.05}, places[i].under, Furniture::muted);
        }
        top = bottom;
    }
}

/// What is written under a place: a name, and a number on lines of its own.
using Signer = std::vector<std::string>;

/// Who is recorded to sign in a role, in the order of the register; of one village where named.
std::vector<Signer> names_of(const SheetFacts& facts, SignatoryRole role,
                             Id<model::Village> village = {}) {
    std::vector<Signer> signers;
    if (!facts.subject.dispute)
        return signers;
    for (const model::Signatory* one :
         model::named_signatories(facts.atlas(), *facts.subject.dispute, role, village)) {
        signers.push_back({one->name});
        if (!one->employee_number.empty())
            signers.back().push_back("NIP " + one->employee_number);
    }
    return signers;
}

/// A4 is a working copy: of a village's neighbours nobody signs it.
bool is_small(const SheetFacts& facts) {
    return facts.request.paper == Paper::a4;
}

std::vector<const model::Village*> signing_villages(const SheetFacts& facts) {
    auto villages = facts.subject.villages;
    if (!is_small(facts))
        villages.insert(villages.end(), facts.subject.neighbours.begin(),
                        facts.subject.neighbours.end());
    return villages;
}

std::size_t columns_for(std::size_t heads, const SheetFacts& facts, double width) {
    if (is_small(facts))
        return width > 100 ? 4 : heads > 1 ? 2 : 3;
    return heads < 5 ? 3 : heads < 7 ? 4 : 5;
}

/// All who sign, in order: heads of the villages, of the team and the witnesses two each, or where
/// many heads sign or the paper is small one.
class Signers {
  public:
    Signers(const SheetFacts& facts, const SheetType& type) : facts_(facts), type_(type) {
        for (const model::Village* village : signing_villages(facts_))
            add_head(*village);
        const std::size_t each = signs_.size() > 4 || is_small(facts_) ? 1 : 2;
        add(each, model::is_city(facts_.atlas()) ? "sheet.team_city" : "sheet.team",
            SignatoryRole::regency_team, "sheet.sign_name_nip");
        add(each, "sheet.witness", SignatoryRole::witness, "sheet.sign_name");
    }

    /// Of so many or fewer beside each other as leave every word its room.
    std::size_t columns(std::size_t most, double width) const {
        double widest = 0;
        for (const Sign& sign : signs_) {
            widest = std::max(widest, widest_word(sign.who));
            for (const std::string& line : sign.under)
                widest = std::max(widest, widest_word(line));
        }
        while (most > 1 && room_of(most, width) < widest)
            --most;
        return most;
    }

    std::vector<Place> places(std::size_t columns, double width) const {
        const double room = room_of(columns, width);
        std::vector<Place> places;
        for (const Sign& sign : signs_) {
            places.push_back({lines(sign.who, room), {}});
            for (const std::string& line : sign.under)
                for (text::GlyphRun& run : lines(line, room))
                    places.back().under.push_back(std::move(run));
        }
        return places;
    }

  private:
    struct Sign {
        std::string who;
        Signer under;
    };

    double room_of(std::size_t columns, double width) const {
        return width / double(columns) - 3 * type_.unit;
    }
    std::vector<text::GlyphRun> lines(const std::string& text, double room) const {
        return wrapped(facts_.typesetter, text, type_.font(type_.small), room, most_lines);
    }
    double widest_word(const std::string& text) const {
        double widest = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            widest = std::max(widest, facts_.typesetter
                                          .shape(std::string_view(text).substr(at, end - at),
                                                 type_.font(type_.small))
                                          .width);
            at = end + 1;
        }
        return widest;
    }

    void add(const std::string& who, const std::vector<Signer>& names, std::size_t number,
             const char* blank) {
        signs_.push_back(
            {who, number < names.size() ? names[number] : Signer{facts_.language.text(blank)}});
    }
    void add_head(const model::Village& village) {
        const bool urban = model::is_kelurahan(village);
        add(facts_.language.text(Message{urban ? "sheet.urban_head" : "sheet.village_head",
                                         {model::name_without_kind(village.name)}}),
            names_of(facts_, SignatoryRole::village_head, village.id), 0, "sheet.sign_name");
    }
    void add(std::size_t count, const char* label, SignatoryRole role, const char* blank) {
        const auto names = names_of(facts_, role);
        const std::string who = facts_.language.text(label);
        for (std::size_t i = 0; i < count; ++i)
            add(count == 1 ? who : who + " " + std::to_string(i + 1), names, i, blank);
    }

    const SheetFacts& facts_;
    const SheetType& type_;
    std::vector<Sign> signs_;
};

/// What a line's own villages sign is signed on every paper; of two less room does on A4, and of a
/// village's many neighbours each has less.
double least_to_sign(std::size_t rows, const SheetFacts& facts, const SheetType& type,
                     double spared_mm) {
    if (facts.subject.is_village())
        return (rows > 2 || is_small(facts) ? 3 : 5) * type.unit;
    return std::max(least_room_to_sign,
                    (facts.subject.villages.size() > 2 ? room_to_sign : room_to_sign - 2) -
                        spared_mm);
}

double height_of(const std::vector<PlaceRow>& rows, double to_sign) {
    double height = double(rows.size()) * to_sign;
    for (const PlaceRow& row : rows)
        height += row.height;
    return height;
}

/// Of a line's own villages one more or fewer than usual where that is less high: a row less, or
/// names on fewer lines.
std::size_t columns_of(const Signers& signers, const SheetFacts& facts, const SheetType& type,
                       double width) {
    const std::size_t most = columns_for(signing_villages(facts).size(), facts, width);
    std::size_t best = signers.columns(most, width);
    if (facts.subject.is_village())
        return best;
    const auto height = [&](std::size_t columns) {
        const auto rows = rows_of(signers.places(columns, width), columns, type);
        return height_of(rows, least_to_sign(rows.size(), facts, type, 0));
    };
    for (const std::size_t other : {most + 1, most - 1})
        if (other > 0 && height(signers.columns(other, width)) < height(best))
            best = signers.columns(other, width);
    return best;
}

} // namespace

Block approval_block(const SheetFacts& facts, const SheetType& type, double width,
                     double spared_mm) {
    const auto& words = facts.language;
    if (facts.subject.is_outside_village_law || facts.subject.is_of_another_regency)
        return {};
    const Signers signers(facts, type);
    const std::size_t columns = columns_of(signers, facts, type, width);
    const auto places = signers.places(columns, width);
    const Date today = facts.request.options.today;
    const std::string year = today.ok() ? std::to_string(static_cast<int>(today.year())) : "20…";
    const auto lines =
        wrapped(facts.typesetter,
                words.text(Message{"sheet.approved", {facts.atlas().identity().regency, year}}),
                type.font(type.heading, Weight::semibold), width, 2);
    const double head = type.head + double(lines.size() - 1) * type.heading * 1.3;
    const auto rows = rows_of(places, columns, type);
    Block block{head + height_of(rows, least_to_sign(rows.size(), facts, type, spared_mm)),
                head + height_of(rows, std::max(room_to_sign, room_to_sign * type.unit)), 0, true,
                [=](Furniture& f, const Box& box) {
                    Point at{box.min.x, box.max.y - type.heading * 1.45};
                    for (const text::GlyphRun& line : lines) {
                        f.write(at, line);
                        at.y -= type.heading * 1.3;
                    }
                    draw_places(f, {box.min, {box.max.x, box.max.y - head}}, columns, places, type);
                }};
    block.eager = true;
    return block;
}

} // namespace antardesa::cartography
