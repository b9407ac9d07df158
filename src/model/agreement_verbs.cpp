#include "model/verbs.h"

#include <set>

namespace antardesa::model {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"model." + std::move(key), std::move(arguments)}};
}

/// What a person knows the agreement by.
std::string title_of(const Agreement& agreement) {
    return agreement.title.empty() ? agreement.number : agreement.title;
}

std::optional<Refusal> unknown_party(const Atlas& atlas, const NewAgreement& request) {
    for (const Id<Village> village : request.villages)
        if (!atlas.find(village))
            return refused("unknown_village", {std::to_string(village.value)});
    for (const Id<ThirdParty> party : request.third_parties)
        if (!atlas.find(party))
            return refused("unknown_third_party", {std::to_string(party.value)});
    return std::nullopt;
}

} // namespace

Result<Edit> new_agreement(const Atlas& atlas, const NewAgreement& request) {
    if (auto refusal = unknown_party(atlas, request))
        return *refusal;
    const std::set<Id<Village>> villages(request.villages.begin(), request.villages.end());
    const std::set<Id<ThirdParty>> others(request.third_parties.begin(),
                                          request.third_parties.end());
    if (villages.size() + others.size() < 2)
        return refused("too_few_parties", {title_of(request.agreement)});
    Agreement agreement = request.agreement;
    agreement.id = atlas.agreements().next_id();
    Edit edit{{"edit.new_agreement", {title_of(agreement)}}, {}, agreement.document};
    edit.writes.push_back(Put<Agreement>{agreement});
    AgreementParty party;
    party.id = atlas.table<AgreementParty>().next_id();
    party.agreement = agreement.id;
    for (const Id<Village> village : villages) {
        party.village = village;
        edit.writes.push_back(Put<AgreementParty>{party});
        ++party.id.value;
    }
    party.village = {};
    for (const Id<ThirdParty> other : others) {
        party.third_party = other;
        edit.writes.push_back(Put<AgreementParty>{party});
        ++party.id.value;
    }
    return edit;
}

Result<Edit> set_agreement_stage(const Atlas& atlas, const SetAgreementStage& request) {
    const Agreement* old = atlas.find(request.agreement);
    if (!old)
        return refused("unknown_agreement", {std::to_string(request.agreement.value)});
    if (old->stage == Stage::ended && request.stage != Stage::ended)
        return refused("agreement_ended", {title_of(*old)});
    if (request.stage == Stage::ended && request.reason == EndReason::none)
        return refused("end_reason_needed", {title_of(*old)});
    Agreement agreement = *old;
    agreement.stage = request.stage;
    agreement.end_reason = request.stage == Stage::ended ? request.reason : EndReason::none;
    Message name{"edit.set_agreement_stage",
                 {title_of(agreement), std::string(code_of(request.stage))}};
    return Edit{std::move(name), {Put<Agreement>{std::move(agreement)}}, {}};
}

} // namespace antardesa::model
