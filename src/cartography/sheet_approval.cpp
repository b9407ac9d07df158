#include "cartography/detail/sheet_plan.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using model::SignatoryRole;
using text::Weight;

/// A place to sign: who above, a rule, and what is written under it.
struct Place {
    std::vector<text::GlyphRun> who;
    std::vector<text::GlyphRun> under;
};

std::size_t most_lines_under(const std::vector<Place>& places) {
    std::size_t most = 1;
    for (const Place& place : places)
        most = std::max(most, place.under.size());
    return most;
}

void draw_places(Furniture& f, const Box& box, std::size_t columns,
                 const std::vector<Place>& places, const SheetType& type) {
    const double wide = box.width() / double(columns);
    const std::size_t rows = (places.size() + columns - 1) / columns;
    const double high = box.height() / double(std::max<std::size_t>(rows, 1));
    const double under = type.small * (0.35 + 1.15 * double(most_lines_under(places)));
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double left = box.min.x + double(i % columns) * wide;
        const double room = wide - 3 * type.unit;
        const std::size_t row = i / columns;
        const double top = box.max.y - double(row) * high;
        double y = top - type.small;
        for (const text::GlyphRun& line : places[i].who) {
            f.write({left, y}, line);
            y -= type.small * 1.15;
        }
        const double foot = top - high + under;
        f.rule(left, left + room, foot, 0.2, Furniture::muted);
        y = foot - type.small * 1.05;
        for (const text::GlyphRun& line : places[i].under) {
            f.write({left, y}, line, Furniture::muted);
            y -= type.small * 1.15;
        }
    }
}

/// Who is recorded to sign in a role, in the order of the register; of one village where named.
std::vector<std::string> names_of(const SheetFacts& facts, SignatoryRole role,
                                  Id<model::Village> village = {}) {
    std::vector<std::string> names;
    if (!facts.subject.dispute)
        return names;
    for (const model::Signatory* one : facts.atlas().signatories(facts.subject.dispute->id))
        if (one->role == role && (!village || one->village == village))
            names.push_back(one->employee_number.empty()
                                ? one->name
                                : one->name + ", NIP " + one->employee_number);
    return names;
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
    Signers(const SheetFacts& facts, const SheetType& type, double width)
        : facts_(facts), type_(type), room_(width - 3 * type.unit) {}

    std::vector<Place> places() {
        for (const model::Village* village : signing_villages(facts_))
            add_head(*village);
        const std::size_t each = places_.size() > 4 || is_small(facts_) ? 1 : 2;
        add(each, "sheet.team", SignatoryRole::regency_team, "sheet.sign_name_nip");
        add(each, "sheet.witness", SignatoryRole::witness, "sheet.sign_name");
        return std::move(places_);
    }

  private:
    /// Who signs is never cut: letters are as small as they may be, so it takes the lines it needs.
    std::vector<text::GlyphRun> whole(const std::string& said) const {
        constexpr std::size_t most = 8;
        return wrapped(facts_.typesetter, said, type_.font(type_.small), room_, most);
    }
    void add(const std::string& who, const std::vector<std::string>& names, std::size_t number,
             const char* blank) {
        places_.push_back({whole(who), whole(number < names.size() ? names[number]
                                                                   : facts_.language.text(blank))});
    }
    void add_head(const model::Village& village) {
        const bool urban = village.kind == model::VillageKind::urban_village;
        add(facts_.language.text(
                Message{urban ? "sheet.urban_head" : "sheet.village_head", {village.name}}),
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
    double room_;
    std::vector<Place> places_;
};

} // namespace

Block approval_block(const SheetFacts& facts, const SheetType& type, double width) {
    const auto& words = facts.language;
    const std::size_t columns = columns_for(signing_villages(facts).size(), facts, width);
    const auto places = Signers(facts, type, width / double(columns)).places();
    const Date today = facts.request.options.today;
    const std::string year = today.ok() ? std::to_string(static_cast<int>(today.year())) : "20…";
    const auto lines =
        wrapped(facts.typesetter,
                words.text(Message{"sheet.approved", {facts.atlas().identity().regency, year}}),
                type.font(type.heading, Weight::semibold), width, 2);
    const double head = type.head + double(lines.size() - 1) * type.heading * 1.3;
    const double rows = std::ceil(double(places.size()) / double(columns));
    std::size_t most_lines = 1;
    for (const Place& place : places)
        most_lines = std::max(most_lines, place.who.size());
    const double row = type.small * (1.15 * double(most_lines + most_lines_under(places)) + 0.35);
    Block block{head + rows * (row + (rows > 2 || is_small(facts) ? 3 : 5) * type.unit),
                head + rows * (row + 12 * type.unit), 0, true, [=](Furniture& f, const Box& box) {
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
