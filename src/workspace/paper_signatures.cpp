#include "workspace/paper_signatures.h"

#include "model/facilitation.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using documents::Heading;
using documents::Signature;
using documents::Signatures;
using model::Signatory;
using Role = model::SignatoryRole;
using People = std::vector<const Signatory*>;

/// Of the case, in a role; of one village where it is named.
People people(const Signing& signing, Role role, Id<model::Village> village = {}) {
    People found;
    if (signing.dispute)
        for (const Signatory* one : signing.facts.atlas.signatories(signing.dispute->id))
            if (one->role == role && (!village || one->village == village))
                found.push_back(one);
    return found;
}

const Signatory* at(const People& people, std::size_t number) {
    return number < people.size() ? people[number] : nullptr;
}

Signature place(std::string role, const Signatory* who, const char* blank_note = "") {
    Signature place{std::move(role), {}, blank_note};
    if (!who)
        return place;
    place.name = who->name;
    if (!who->employee_number.empty())
        place.note = "NIP. " + who->employee_number;
    return place;
}

/// Who signs: those who are named.
People named(const Signing& signing, Role role, Id<model::Village> village = {}) {
    if (!signing.dispute)
        return {};
    return model::named_signatories(signing.facts.atlas, *signing.dispute, role, village);
}

/// Two delegates of each village at least, the villages beside each other.
Signatures village_teams(const Signing& signing) {
    const model::Atlas& atlas = signing.facts.atlas;
    std::vector<People> teams;
    std::size_t most = 2;
    for (const Id<model::Village> village : signing.villages) {
        teams.push_back(named(signing, Role::village_team, village));
        most = std::max(most, teams.back().size());
    }
    Signatures places;
    for (std::size_t i = 0; i < most; ++i) {
        places.rows.emplace_back();
        for (std::size_t k = 0; k < teams.size(); ++k)
            places.rows.back().push_back(
                place("Tim " + village_title(atlas, signing.villages[k]), at(teams[k], i)));
    }
    return places;
}

/// Three beside each other, numbered.
Signatures numbered(const People& people, std::size_t least, const char* blank_note) {
    Signatures places;
    for (std::size_t i = 0; i < std::max(least, people.size()); ++i) {
        if (i % 3 == 0)
            places.rows.emplace_back();
        const Signatory* who = at(people, i);
        const std::string office = who && !who->office.empty() ? " " + who->office : "";
        places.rows.back().push_back(place(std::to_string(i + 1) + "." + office, who, blank_note));
    }
    return places;
}

/// Nobody signs before facilitation began, nor on a day that is still to come.
bool may_be_of(const Signing& signing, const std::optional<Date>& day) {
    return !day ||
           (!(signing.facts.today < *day) && !model::is_before_facilitation(*signing.dispute, day));
}

std::string facilitator(const Signing& signing) {
    const model::Atlas& atlas = signing.facts.atlas;
    switch (signing.dispute->facilitator) {
    case model::Facilitator::district_head:
        return "Camat " + text_or_blank(district_name(atlas, signing.villages.front()));
    case model::Facilitator::regent:
        return regent_in_words(atlas);
    case model::Facilitator::outside_village_law:
    case model::Facilitator::none:
        break;
    }
    return paper_blank;
}

} // namespace

std::vector<std::string> missing_signatures(const Signing& signing) {
    std::vector<std::string> missing;
    if (!signing.dispute)
        return missing;
    const auto look_for = [&](const std::string& title, Role role, Id<model::Village> village) {
        const Signatory* other_day = nullptr;
        for (const Signatory* one : people(signing, role, village)) {
            if (!one->name.empty() && may_be_of(signing, one->signed_on))
                return;
            other_day = one->name.empty() ? other_day : one;
        }
        missing.push_back(other_day ? title + " (bertanggal " +
                                          day_or_blank(signing.facts, other_day->signed_on) +
                                          ", di luar masa fasilitasi)"
                                    : title);
    };
    for (const Id<model::Village> village : signing.villages)
        look_for(village_head_title(signing.facts.atlas, village), Role::village_head, village);
    const model::Facilitator by = signing.dispute->facilitator;
    if (by == model::Facilitator::district_head || by == model::Facilitator::regent)
        look_for(facilitator(signing), Role::facilitator, {});
    return missing;
}

std::string village_number(const Signing& signing, Id<model::Village> village) {
    for (const Role role : {Role::village_head, Role::village_team})
        for (const Signatory* one : people(signing, role, village))
            if (!one->paper_number.empty() &&
                model::may_be_of_this_facilitation(signing.facts.atlas, *signing.dispute, *one))
                return one->paper_number;
    return paper_blank;
}

std::vector<std::string> missing_numbers(const Signing& signing) {
    std::vector<std::string> missing;
    if (!signing.dispute)
        return missing;
    for (const Id<model::Village> village : signing.villages)
        if (village_number(signing, village) == paper_blank)
            missing.push_back(village_title(signing.facts.atlas, village));
    return missing;
}

Signature village_head(const Signing& signing, Id<model::Village> village) {
    return place(village_head_title(signing.facts.atlas, village),
                 at(named(signing, Role::village_head, village), 0));
}

std::vector<documents::Block> signature_blocks(const Signing& signing) {
    const model::Atlas& atlas = signing.facts.atlas;
    std::vector<documents::Block> blocks;
    const auto add = [&](std::string heading, Signatures places) {
        blocks.emplace_back(Heading{std::move(heading), 1});
        blocks.emplace_back(std::move(places));
    };
    add("Tim Penetapan dan Penegasan Batas Desa", village_teams(signing));
    Signatures heads;
    heads.rows.emplace_back();
    for (const Id<model::Village> village : signing.villages)
        heads.rows.back().push_back(village_head(signing, village));
    add("Menyetujui", std::move(heads));
    if (signing.dispute)
        add("Fasilitator",
            {{{place(facilitator(signing), at(named(signing, Role::facilitator), 0))}}});
    add("Tim Penetapan dan Penegasan Batas Desa " + regency_title(atlas),
        numbered(named(signing, Role::regency_team), 3, "NIP. …………………………"));
    if (const People witnesses = named(signing, Role::witness); !witnesses.empty())
        add("Saksi", numbered(witnesses, 0, ""));
    return blocks;
}

} // namespace antardesa::workspace
