#include "analysis/cooperation_charts.h"
#include "analysis/partners.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

std::vector<Id<model::Village>> villages_of(const model::Atlas& atlas,
                                            const model::Agreement& agreement) {
    std::vector<Id<model::Village>> villages;
    for (const model::AgreementParty* party : atlas.parties(agreement.id))
        if (party->village)
            villages.push_back(party->village);
    std::sort(villages.begin(), villages.end());
    villages.erase(std::unique(villages.begin(), villages.end()), villages.end());
    return villages;
}

template<class Visit>
void for_matching(const model::Atlas& atlas, const Filter& filter, Date today, Visit visit) {
    for (const model::Agreement& agreement : atlas.agreements())
        if (makes_partners(agreement) && matches(filter, agreement, atlas, today))
            visit(agreement);
}

} // namespace

FieldMatrix field_matrix(const model::Atlas& atlas, const Filter& filter, Date today) {
    FieldMatrix matrix;
    for (const model::District& district : atlas.districts())
        matrix.rows.push_back({district.id, {}, 0});
    for_matching(atlas, filter, today, [&](const model::Agreement& agreement) {
        const auto field = static_cast<std::size_t>(agreement.field);
        ++matrix.by_field[field];
        std::set<std::size_t> districts;
        for (const Id<model::Village> id : villages_of(atlas, agreement))
            if (const model::Village* village = atlas.find(id); village && village->district)
                districts.insert(atlas.districts().index_of(village->district));
        for (const std::size_t district : districts) {
            if (district >= matrix.rows.size())
                continue;
            ++matrix.rows[district].agreements;
            matrix.most = std::max(matrix.most, ++matrix.rows[district].by_field[field]);
        }
    });
    return matrix;
}

std::vector<Validity> validities(const model::Atlas& atlas, const Filter& filter, Date today) {
    std::vector<Validity> all;
    for_matching(atlas, filter, today, [&](const model::Agreement& agreement) {
        all.push_back({agreement.id, agreement.starts, agreement.ends,
                       agreement.ends ? days_between(today, *agreement.ends) : 0,
                       stage_group(agreement, today)});
    });
    std::stable_sort(all.begin(), all.end(), [](const Validity& a, const Validity& b) {
        if (a.ends && b.ends)
            return a.days_left < b.days_left;
        return a.ends.has_value() && !b.ends;
    });
    return all;
}

std::array<int, 3> ending_within(const std::vector<Validity>& validities) {
    constexpr std::array<int, 3> limits{30, 90, 180};
    std::array<int, 3> counts{};
    for (const Validity& one : validities) {
        if (one.group == model::StageGroup::draft || one.group == model::StageGroup::ended)
            continue;
        for (std::size_t i = 0; i < limits.size(); ++i)
            counts[i] += one.ends && one.days_left <= limits[i];
    }
    return counts;
}

namespace {

/// Looked for only among the sets of the village that is in the fewest of them.
void count_supersets(std::vector<PartnerSet>& sets) {
    std::map<Id<model::Village>, std::vector<const PartnerSet*>> of_village;
    for (const PartnerSet& set : sets)
        for (const Id<model::Village> village : set.villages)
            of_village[village].push_back(&set);
    for (PartnerSet& set : sets) {
        const auto rarest =
            std::min_element(set.villages.begin(), set.villages.end(), [&](auto a, auto b) {
                return of_village.at(a).size() < of_village.at(b).size();
            });
        for (const PartnerSet* other : of_village.at(*rarest))
            if (std::includes(other->villages.begin(), other->villages.end(), set.villages.begin(),
                              set.villages.end()))
                set.at_least += static_cast<int>(other->agreements.size());
    }
}

} // namespace

std::vector<PartnerSet> partner_sets(const model::Atlas& atlas, const Filter& filter, Date today) {
    std::map<std::vector<Id<model::Village>>, std::vector<Id<model::Agreement>>> found;
    for_matching(atlas, filter, today, [&](const model::Agreement& agreement) {
        auto villages = villages_of(atlas, agreement);
        if (villages.size() > 1)
            found[std::move(villages)].push_back(agreement.id);
    });
    std::vector<PartnerSet> sets;
    sets.reserve(found.size());
    for (auto& [villages, agreements] : found)
        sets.push_back({villages, std::move(agreements)});
    count_supersets(sets);
    std::stable_sort(sets.begin(), sets.end(), [](const PartnerSet& a, const PartnerSet& b) {
        if (a.agreements.size() != b.agreements.size())
            return a.agreements.size() > b.agreements.size();
        return a.villages.size() < b.villages.size();
    });
    return sets;
}

std::vector<PartnerVillage> partner_villages(const std::vector<PartnerSet>& sets) {
    std::map<Id<model::Village>, std::size_t> place;
    std::vector<PartnerVillage> villages;
    for (const PartnerSet& set : sets)
        for (const Id<model::Village> village : set.villages) {
            if (place.try_emplace(village, villages.size()).second)
                villages.push_back({village, 0});
            villages[place.at(village)].agreements += static_cast<int>(set.agreements.size());
        }
    std::stable_sort(villages.begin(), villages.end(),
                     [](const auto& a, const auto& b) { return a.agreements > b.agreements; });
    return villages;
}

} // namespace antardesa::analysis
