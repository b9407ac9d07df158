#include "cartography/detail/participants.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

template<class Value>
void add_once(std::vector<Value>& list, const Value& value) {
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

} // namespace

Participants participants_of(const model::Atlas& atlas, Id<model::Agreement> agreement) {
    Participants result;
    for (const model::AgreementParty* party : atlas.parties(agreement)) {
        const std::size_t village = atlas.villages().index_of(party->village);
        if (village < atlas.villages().size())
            add_once(result.villages, static_cast<std::uint32_t>(village));
        else if (party->third_party)
            add_once(result.third_parties, party->third_party);
        else if (!party->outside_village.empty())
            add_once(result.outside, party->outside_village);
    }
    return result;
}

} // namespace antardesa::cartography
