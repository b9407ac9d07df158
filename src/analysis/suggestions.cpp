#include "analysis/suggestions.h"

#include "analysis/contested_land.h"
#include "analysis/segments.h"
#include "analysis/summary.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

using model::Agreement;
using model::Atlas;
using model::BoundaryDispute;
using model::Field;
using model::SharedAsset;
using model::Village;
using VillageIds = std::vector<Id<Village>>;

/// What several rules ask again and again.
class Facts {
  public:
    Facts(const Atlas& atlas, Date today) : atlas_(atlas), today_(today) {
        for (const Agreement& agreement : atlas.agreements())
            if (in_force(agreement, today))
                bound_[agreement.id] = villages_of(agreement.id);
    }
    const Atlas& atlas() const { return atlas_; }
    Date today() const { return today_; }

    bool can_be_party(Id<Village> id) const {
        const Village* village = atlas_.find(id);
        return village && village->kind != model::VillageKind::urban_village;
    }
    /// Villages bound by each agreement in force, ascending.
    const std::map<Id<Agreement>, VillageIds>& in_force_agreements() const { return bound_; }

    /// What binds the village now, with everyone whom it binds.
    std::vector<std::pair<Id<Agreement>, const VillageIds*>> binding(Id<Village> village) const {
        std::vector<std::pair<Id<Agreement>, const VillageIds*>> found;
        for (const Agreement* agreement : atlas_.agreements_of(village))
            if (const auto bound = bound_.find(agreement->id); bound != bound_.end())
                found.emplace_back(agreement->id, &bound->second);
        return found;
    }
    bool bind_together(const VillageIds& villages) const {
        const auto binding_first = binding(villages.front());
        return std::any_of(binding_first.begin(), binding_first.end(), [&](const auto& agreement) {
            return std::includes(agreement.second->begin(), agreement.second->end(),
                                 villages.begin(), villages.end());
        });
    }
    bool cooperates(Id<Village> village) const {
        const auto bound = binding(village);
        return std::any_of(bound.begin(), bound.end(),
                           [](const auto& agreement) { return agreement.second->size() > 1; });
    }
    VillageIds villages_of(Id<Agreement> agreement) const {
        VillageIds ids;
        for (const model::AgreementParty* party : atlas_.parties(agreement))
            if (party->village)
                ids.push_back(party->village);
        return ascending(std::move(ids));
    }
    VillageIds holders(Id<SharedAsset> asset) const {
        VillageIds ids;
        for (const model::AssetShare* share : atlas_.shares(asset))
            if (share->village && can_be_party(share->village))
                ids.push_back(share->village);
        return ascending(std::move(ids));
    }
    static VillageIds ascending(VillageIds ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }

  private:
    const Atlas& atlas_;
    Date today_;
    std::map<Id<Agreement>, VillageIds> bound_;
};

Field field_of(model::AssetKind kind) {
    using model::AssetKind;
    switch (kind) {
    case AssetKind::market:
    case AssetKind::tourism:
    case AssetKind::equipment:
        return Field::economy;
    case AssetKind::school:
        return Field::education;
    case AssetKind::health_post:
        return Field::health;
    case AssetKind::mosque:
        return Field::social_culture;
    case AssetKind::land:
    case AssetKind::spring:
    case AssetKind::forest:
        return Field::natural_resources;
    case AssetKind::road:
    case AssetKind::bridge:
    case AssetKind::irrigation:
    case AssetKind::building:
    case AssetKind::waste_site:
        return Field::public_works;
    case AssetKind::other:
        break;
    }
    return Field::other;
}

/// The first two of them that border on each other.
std::optional<std::pair<Id<Village>, Id<Village>>> first_neighbours(const Atlas& atlas,
                                                                    const VillageIds& villages) {
    for (const Id<Village> village : villages) {
        const auto neighbours = neighbours_of(atlas, village);
        for (const Id<Village> other : villages)
            if (village < other && std::binary_search(neighbours.begin(), neighbours.end(), other))
                return std::pair(village, other);
    }
    return std::nullopt;
}

void add_shared_assets(std::vector<Suggestion>& all, const Facts& known) {
    for (const SharedAsset& asset : known.atlas().assets()) {
        const VillageIds holders = known.holders(asset.id);
        if (holders.size() < 2 || known.bind_together(holders))
            continue;
        const auto border = first_neighbours(known.atlas(), holders);
        if (!border)
            continue;
        Suggestion suggestion{SuggestionRule::shared_asset, holders, {}, field_of(asset.kind), {}};
        for (const Id<Village> holder : holders)
            suggestion.facts.push_back(
                {.kind = FactKind::holds, .village = holder, .asset = asset.id});
        suggestion.facts.push_back(
            {.kind = FactKind::neighbours, .village = border->first, .other = border->second});
        suggestion.facts.push_back({.kind = FactKind::not_bound});
        all.push_back(std::move(suggestion));
    }
}

void add_disputed_assets(std::vector<Suggestion>& all, const Facts& known) {
    for (const BoundaryDispute& dispute : known.atlas().disputes()) {
        if (!is_open(dispute.state) || !known.can_be_party(dispute.first) ||
            !known.can_be_party(dispute.second))
            continue;
        const VillageIds sides = Facts::ascending({dispute.first, dispute.second});
        Suggestion suggestion{
            SuggestionRule::disputed_asset, sides, {}, Field::village_boundary, {}};
        suggestion.facts.push_back({.kind = FactKind::disputed, .dispute = dispute.id});
        for (const SharedAsset& asset : known.atlas().assets()) {
            const VillageIds holders = known.holders(asset.id);
            if (lies_in(asset, dispute))
                suggestion.facts.push_back({.kind = FactKind::in_contested_area,
                                            .asset = asset.id,
                                            .dispute = dispute.id});
            else if (std::includes(holders.begin(), holders.end(), sides.begin(), sides.end()))
                for (const Id<Village> side : sides)
                    suggestion.facts.push_back(
                        {.kind = FactKind::holds, .village = side, .asset = asset.id});
        }
        if (suggestion.facts.size() > 1)
            all.push_back(std::move(suggestion));
    }
}

void add_expiring(std::vector<Suggestion>& all, const Facts& known,
                  const SuggestionLimits& limits) {
    for (const Agreement* agreement :
         expiring_within(known.atlas(), known.today(), limits.ends_within_days)) {
        const int days = days_between(known.today(), *agreement->ends);
        Suggestion suggestion{SuggestionRule::expiring_in_use,
                              known.villages_of(agreement->id),
                              {},
                              agreement->field,
                              agreement->id};
        suggestion.facts.push_back(
            {.kind = FactKind::ends, .agreement = agreement->id, .days = days});
        for (const SharedAsset& asset : known.atlas().assets())
            if (asset.agreement == agreement->id)
                suggestion.facts.push_back(
                    {.kind = FactKind::rests_on, .agreement = agreement->id, .asset = asset.id});
        if (agreement->last_report) {
            const int age = days_between(*agreement->last_report, known.today());
            if (age >= 0 && age <= limits.reported_within_days)
                suggestion.facts.push_back(
                    {.kind = FactKind::reported, .agreement = agreement->id, .days = age});
        }
        if (suggestion.facts.size() > 1)
            all.push_back(std::move(suggestion));
    }
}

/// The agreement in force that most of the neighbours are in.
Id<Agreement> common_agreement(const Facts& known, const VillageIds& neighbours) {
    std::map<Id<Agreement>, int> members;
    for (const Id<Village> neighbour : neighbours)
        for (const auto& [agreement, bound] : known.binding(neighbour))
            if (bound->size() > 1)
                ++members[agreement];
    const auto most =
        std::max_element(members.begin(), members.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == members.end() ? Id<Agreement>() : most->first;
}

void add_isolated(std::vector<Suggestion>& all, const Facts& known) {
    for (const Village& village : known.atlas().villages()) {
        if (!known.can_be_party(village.id) || known.cooperates(village.id))
            continue;
        Suggestion suggestion{SuggestionRule::isolated, {village.id}, {}, Field::other, {}};
        suggestion.facts.push_back({.kind = FactKind::alone, .village = village.id});
        const VillageIds neighbours = neighbours_of(known.atlas(), village.id);
        if (neighbours.empty())
            suggestion.facts.push_back({.kind = FactKind::no_neighbour, .village = village.id});
        const Id<Agreement> near = common_agreement(known, neighbours);
        if (near)
            suggestion.field = known.atlas().find(near)->field;
        for (const Id<Village> other : neighbours) {
            suggestion.facts.push_back(
                {.kind = FactKind::neighbours, .village = village.id, .other = other});
            const auto bound = near ? known.villages_of(near) : VillageIds{};
            if (!std::binary_search(bound.begin(), bound.end(), other))
                continue;
            suggestion.villages.push_back(other);
            suggestion.facts.push_back(
                {.kind = FactKind::cooperates, .village = other, .agreement = near});
        }
        suggestion.villages = Facts::ascending(std::move(suggestion.villages));
        all.push_back(std::move(suggestion));
    }
}

/// Per village and field the first agreement in force; `Field::other` says nothing in common.
using FieldsOfVillages = std::map<Id<Village>, std::map<Field, Id<Agreement>>>;

FieldsOfVillages fields_of_villages(const Facts& known) {
    FieldsOfVillages fields;
    for (const auto& [id, bound] : known.in_force_agreements()) {
        const Field field = known.atlas().find(id)->field;
        if (field == Field::other)
            continue;
        for (const Id<Village> village : bound)
            fields[village].try_emplace(field, id);
    }
    return fields;
}

bool linked_in(const Facts& known, Field field, Id<Village> first, Id<Village> second) {
    const auto bound = known.binding(first);
    return std::any_of(bound.begin(), bound.end(), [&](const auto& agreement) {
        return known.atlas().find(agreement.first)->field == field &&
               std::binary_search(agreement.second->begin(), agreement.second->end(), second);
    });
}

void add_same_field(std::vector<Suggestion>& all, const Facts& known, Progress& progress) {
    const FieldsOfVillages fields = fields_of_villages(known);
    for (const auto& [village, own] : fields) {
        progress.check();
        if (!known.can_be_party(village))
            continue;
        for (const Id<Village> other : neighbours_of(known.atlas(), village)) {
            const auto theirs = fields.find(other);
            if (other < village || theirs == fields.end() || !known.can_be_party(other))
                continue;
            for (const auto& [field, agreement] : own) {
                const auto same = theirs->second.find(field);
                if (same == theirs->second.end() || linked_in(known, field, village, other))
                    continue;
                all.push_back(
                    {SuggestionRule::same_field,
                     {village, other},
                     {{.kind = FactKind::neighbours, .village = village, .other = other},
                      {.kind = FactKind::cooperates, .village = village, .agreement = agreement},
                      {.kind = FactKind::cooperates, .village = other, .agreement = same->second}},
                     field,
                     {}});
            }
        }
    }
}

} // namespace

std::string_view code_of(SuggestionRule rule) {
    switch (rule) {
    case SuggestionRule::shared_asset:
        return "aset_bersama";
    case SuggestionRule::disputed_asset:
        return "aset_dalam_sengketa";
    case SuggestionRule::expiring_in_use:
        return "akan_berakhir";
    case SuggestionRule::isolated:
        return "terisolasi";
    case SuggestionRule::same_field:
        break;
    }
    return "bidang_sama";
}

std::vector<Suggestion> suggest(const Atlas& atlas, Date today, const SuggestionLimits& limits,
                                Progress& progress) {
    const Facts known(atlas, today);
    std::vector<Suggestion> all;
    add_shared_assets(all, known);
    progress.check();
    add_disputed_assets(all, known);
    progress.check();
    add_expiring(all, known, limits);
    progress.check();
    add_isolated(all, known);
    add_same_field(all, known, progress);
    return all;
}

bool lies_in(const model::SharedAsset& asset, const model::BoundaryDispute& dispute) {
    return asset.geometry && dispute.contested && meets(*dispute.contested, *asset.geometry);
}

std::vector<Suggestion> of_village(std::vector<Suggestion> suggestions, Id<Village> village) {
    std::erase_if(suggestions, [&](const Suggestion& suggestion) {
        return !std::binary_search(suggestion.villages.begin(), suggestion.villages.end(), village);
    });
    return suggestions;
}

} // namespace antardesa::analysis
