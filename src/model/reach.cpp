#include "model/reach.h"

#include "base/text.h"

#include <set>

namespace antardesa::model {

namespace {

/// The first groups of a code "99.01.10.2003"; empty when it has fewer.
std::string groups_of(const std::string& code, int count) {
    std::size_t end = 0;
    for (int group = 0; group < count; ++group) {
        if (end == std::string::npos || end >= code.size())
            return {};
        end = code.find('.', end + (group > 0 ? 1 : 0));
    }
    return code.substr(0, end);
}

/// A kabupaten by its code and its name, as far as they are known.
struct Regency {
    std::string code;
    std::string name;
};

bool differ(const Regency& one, const Regency& other) {
    if (!one.code.empty() && !other.code.empty())
        return one.code != other.code;
    return !one.name.empty() && !other.name.empty() && one.name != other.name;
}

Regency regency_of(const Atlas& atlas, const Village& village) {
    const District* district = atlas.find(village.district);
    std::string code = groups_of(village.code, 2);
    if (code.empty() && district)
        code = groups_of(district->code, 2);
    return {std::move(code), district ? lower_case(district->regency) : std::string()};
}

bool is_outside_village(const AgreementParty& party) {
    return !party.village && !party.third_party;
}

/// The kecamatan of each village that is no stranger; whether all of them are known.
struct Districts {
    std::set<std::string> known;
    std::size_t villages = 0;
    bool all_known = true;

    void add(const std::string& district) {
        ++villages;
        if (district.empty())
            all_known = false;
        else
            known.insert(district);
    }
};

std::string district_key(const Atlas& atlas, const Village& village) {
    const District* district = atlas.find(village.district);
    if (!district)
        return groups_of(village.code, 3);
    return district->code.empty() ? "#" + std::to_string(district->id.value) : district->code;
}

} // namespace

std::vector<const AgreementParty*> beyond_regency(const Atlas& atlas, Id<Agreement> agreement) {
    std::vector<const AgreementParty*> beyond;
    Regency home;
    for (const AgreementParty* party : atlas.parties(agreement)) {
        const Village* village = atlas.find(party->village);
        if (!village)
            continue;
        const Regency own = regency_of(atlas, *village);
        if (home.code.empty() && home.name.empty())
            home = own;
        else if (differ(home, own))
            beyond.push_back(party);
    }
    for (const AgreementParty* party : atlas.parties(agreement))
        if (is_outside_village(*party)) {
            const std::string code = groups_of(party->outside_code, 2);
            if (code.empty() || code != home.code)
                beyond.push_back(party);
        }
    return beyond;
}

Reach reach_of(const Atlas& atlas, Id<Agreement> agreement) {
    if (!beyond_regency(atlas, agreement).empty())
        return Reach::beyond_regency;
    Districts districts;
    for (const AgreementParty* party : atlas.parties(agreement)) {
        if (const Village* village = atlas.find(party->village))
            districts.add(district_key(atlas, *village));
        else if (is_outside_village(*party))
            districts.add(groups_of(party->outside_code, 3));
    }
    if (districts.known.size() > 1)
        return Reach::across_districts;
    if (districts.villages == 0 || !districts.all_known)
        return Reach::unknown;
    return Reach::one_district;
}

} // namespace antardesa::model
