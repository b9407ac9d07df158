#include "cli/rows_json.h"

#include "analysis/partners.h"
#include "crs/ellipsoid.h"
#include "model/reach.h"
#include "model/state_papers.h"
#include "workspace/facilitation.h"
#include "workspace/words.h"

#include <algorithm>
#include <set>

namespace antardesa::cli {

namespace {

template<class Enum>
json::Value code(Enum value) {
    return model::code_of(value);
}
json::Value date(const std::optional<Date>& day) {
    return day ? json::Value(iso_text(*day)) : json::Value();
}
json::Value number(const std::optional<double>& value) {
    return value ? json::Value(*value) : json::Value();
}
template<class Row>
json::Value id_of(Id<Row> id) {
    return id ? json::Value(id.value) : json::Value();
}
json::Value text_or_null(const std::string& text) {
    return text.empty() ? json::Value() : json::Value(text);
}

const char* geometry_name(const model::SharedGeometry& geometry) {
    if (!geometry)
        return "none";
    constexpr std::array names{"none", "point", "line", "polygon"};
    return names[geometry->index()];
}

json::Value party_json(const model::Atlas& atlas, const model::AgreementParty& party) {
    json::Value entry;
    if (party.village)
        entry.set("village", village_label(atlas, party.village));
    else if (const auto* third = atlas.find(party.third_party))
        entry.set("third_party", third->name);
    else
        entry.set("outside_village", party.outside_village)
            .set("outside_code", text_or_null(party.outside_code));
    return entry.set("role", text_or_null(party.role))
        .set("number", text_or_null(party.number))
        .set("deliberation", date(party.deliberation))
        .set("share", number(party.share_rupiah));
}

/// Villages by code, special areas as "area#" and their id.
template<class Row>
json::Array labels_of(const model::Atlas& atlas, const Row& row) {
    json::Array labels;
    for (const Id<model::Village> village : row.villages)
        labels.push_back(village_label(atlas, village));
    for (const Id<model::SpecialArea> area : row.special_areas)
        labels.push_back("area#" + std::to_string(area.value));
    return labels;
}

} // namespace

std::string village_label(const model::Atlas& atlas, Id<model::Village> village) {
    const model::Village* row = atlas.find(village);
    return row && !row->code.empty() ? row->code : "#" + std::to_string(village.value);
}

namespace {

/// Agreements that make it a partner, as everywhere.
std::size_t ties_of(const model::Atlas& atlas, Id<model::Village> village) {
    const auto all = atlas.agreements_of(village);
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const auto* one) { return analysis::makes_partners(*one); }));
}

} // namespace

json::Value json_of(const model::Atlas& atlas, const model::Village& village) {
    const model::District* district = atlas.find(village.district);
    json::Value entry;
    return entry.set("id", village.id.value)
        .set("code", text_or_null(village.code))
        .set("previous_codes", text_or_null(village.previous_codes))
        .set("name", village.name)
        .set("kind", code(village.kind))
        .set("district", district ? json::Value(district->name) : json::Value())
        .set("district_code", district ? text_or_null(district->code) : json::Value())
        .set("parts", village.geometry->size())
        .set("area_m2", crs::ellipsoidal_area(*village.geometry))
        .set("official_area_ha", number(village.official_area_ha))
        .set("formed", village.formed ? json::Value(iso_text(*village.formed)) : json::Value())
        .set("agreements", ties_of(atlas, village.id));
}

json::Value json_of(const model::Atlas& atlas, const model::District& district) {
    int villages = 0;
    for (const model::Village& village : atlas.villages())
        villages += village.district == district.id ? 1 : 0;
    json::Value entry;
    return entry.set("id", district.id.value)
        .set("code", text_or_null(district.code))
        .set("name", district.name)
        .set("regency", text_or_null(district.regency))
        .set("villages", villages);
}

json::Value json_of(const model::Atlas& atlas, const model::Agreement& agreement, Date today) {
    json::Array parties;
    json::Array villages;
    for (const model::AgreementParty* party : atlas.parties(agreement.id)) {
        parties.push_back(party_json(atlas, *party));
        if (party->village)
            villages.push_back(village_label(atlas, party->village));
    }
    json::Value entry;
    return entry.set("id", agreement.id.value)
        .set("number", text_or_null(agreement.number))
        .set("title", agreement.title)
        .set("branch", code(agreement.branch))
        .set("kind", code(agreement.kind))
        .set("reach",
             text_or_null(std::string(model::code_of(model::reach_of(atlas, agreement.id)))))
        .set("field", code(agreement.field))
        .set("current_field", code(agreement.current_field))
        .set("stage", code(agreement.stage))
        .set("stage_group", code(model::stage_group(agreement, today)))
        .set("end_reason", text_or_null(std::string(model::code_of(agreement.end_reason))))
        .set("signed_on", date(agreement.signed_on))
        .set("starts", date(agreement.starts))
        .set("ends", date(agreement.ends))
        .set("value", number(agreement.value_rupiah))
        .set("amends", agreement.amends ? json::Value(agreement.amends.value) : json::Value())
        .set("villages", std::move(villages))
        .set("parties", std::move(parties));
}

json::Value json_of(const model::Atlas& atlas, const model::BoundaryDispute& dispute) {
    json::Array claims;
    for (const model::Claim* claim : atlas.claims(dispute.id)) {
        json::Value entry;
        claims.push_back(
            entry.set("village", village_label(atlas, claim->village))
                .set("basis", claim->basis)
                .set("length_m", claim->line ? crs::ellipsoidal_length(*claim->line) : 0.0));
    }
    json::Value entry;
    return entry.set("id", dispute.id.value)
        .set("number", text_or_null(dispute.number))
        .set("villages",
             json::Array{village_label(atlas, dispute.first), village_label(atlas, dispute.second)})
        .set("segment", id_of(dispute.segment))
        .set("state", code(dispute.state))
        .set("facilitator", text_or_null(std::string(model::code_of(dispute.facilitator))))
        .set("reported", date(dispute.reported))
        .set("facilitation_start", date(dispute.facilitation_start))
        .set("facilitation_due", date(workspace::facilitation_due(dispute)))
        .set("subject", dispute.subject)
        .set("contested_m2", dispute.contested
                                 ? json::Value(crs::ellipsoidal_area(*dispute.contested))
                                 : json::Value())
        .set("claims", std::move(claims));
}

json::Value json_of(const model::Atlas& atlas, const model::SharedAsset& asset) {
    json::Array shares;
    for (const model::AssetShare* share : atlas.shares(asset.id)) {
        json::Value entry;
        shares.push_back(entry.set("holder", code(share->holder))
                             .set("village", share->village
                                                 ? json::Value(village_label(atlas, share->village))
                                                 : json::Value())
                             .set("name", text_or_null(share->holder_name))
                             .set("percent", number(share->percent)));
    }
    json::Value entry;
    return entry.set("id", asset.id.value)
        .set("name", asset.name)
        .set("kind", code(asset.kind))
        .set("code", text_or_null(asset.code))
        .set("year", asset.year ? json::Value(*asset.year) : json::Value())
        .set("value", number(asset.value_rupiah))
        .set("condition", code(asset.condition))
        .set("agreement", id_of(asset.agreement))
        .set("geometry", geometry_name(asset.geometry))
        .set("shares", std::move(shares));
}

json::Value json_of(const model::Atlas& atlas, const model::BoundarySegment& segment) {
    json::Array faults;
    if (model::paper_of(segment.state))
        for (const model::PaperFault fault :
             model::paper_faults(segment.state, atlas.find(segment.document)))
            faults.push_back(json::Value(model::paper_fault_name(fault)));
    json::Value entry;
    return entry.set("id", segment.id.value)
        .set("villages",
             json::Array{village_label(atlas, segment.first), village_label(atlas, segment.second)})
        .set("level", code(segment.level))
        .set("state", code(segment.state))
        .set("group", code(model::group_of(segment.state)))
        .set("pillars", segment.pillars)
        .set("character", code(segment.character))
        .set("workflow", code(segment.workflow))
        .set("document", id_of(segment.document))
        .set("paper_faults", std::move(faults))
        .set("length_m", segment.length_m);
}

json::Value json_of(const model::Atlas& atlas, const model::BoundaryFinding& finding) {
    json::Value entry;
    return entry.set("id", finding.id.value)
        .set("kind", code(finding.kind))
        .set("villages", labels_of(atlas, finding))
        .set("names", finding.names)
        .set("severity", code(finding.severity))
        .set("fault", finding.fault ? code(*finding.fault) : json::Value())
        .set("count", finding.count)
        .set("area_m2", number(finding.area_m2))
        .set("width_m", number(finding.width_m))
        .set("sliver", finding.sliver)
        .set("outgrown", id_of(finding.outgrown))
        .set("fingerprint", finding.fingerprint)
        .set("revision", finding.revision)
        .set("lon", finding.longitude)
        .set("lat", finding.latitude);
}

json::Value json_of(const model::Atlas& atlas, const workspace::StandingArea& area) {
    json::Array villages;
    for (const Id<model::Village> id : area.villages)
        villages.push_back(village_label(atlas, id));
    json::Value entry;
    return entry.set("id", area.id)
        .set("from", area.imported ? "special_area" : "exception")
        .set("villages", std::move(villages))
        .set("name", area.names)
        .set("reason", code(area.reason))
        .set("remark", text_or_null(area.remark))
        .set("document", id_of(area.document))
        .set("basis", text_or_null(workspace::document_text(atlas, area.document)))
        .set("since", date(area.since))
        .set("area_m2", area.area_m2);
}

json::Value json_of(const model::Atlas& atlas, const model::BoundaryException& exception) {
    json::Value entry;
    return entry.set("id", exception.id.value)
        .set("kind", code(exception.kind))
        .set("villages", labels_of(atlas, exception))
        .set("names", exception.names)
        .set("reason", code(exception.reason))
        .set("remark", text_or_null(exception.remark))
        .set("document", id_of(exception.document))
        .set("basis", text_or_null(workspace::document_text(atlas, exception.document)))
        .set("since", date(exception.date))
        .set("area_m2", exception.area_m2);
}

json::Value json_of(const model::Document& document) {
    json::Value entry;
    return entry.set("id", document.id.value)
        .set("kind", document.kind)
        .set("number", text_or_null(document.number))
        .set("date", date(document.date))
        .set("title", document.title)
        .set("issuer", text_or_null(document.issuer))
        .set("scale", text_or_null(document.scale))
        .set("citations", text_or_null(document.citations));
}

json::Value json_of(const model::Atlas& atlas, const model::Attachment& attachment) {
    json::Value entry;
    return entry.set("id", attachment.id.value)
        .set("name", attachment.name)
        .set("document", attachment.document.value)
        .set("basis", text_or_null(workspace::document_text(atlas, attachment.document)))
        .set("media_type", text_or_null(attachment.media_type))
        .set("words", text_or_null(attachment.words))
        .set("link", text_or_null(attachment.link))
        .set("bytes", attachment.content
                          ? json::Value(static_cast<std::int64_t>(attachment.content->size()))
                          : json::Value());
}

} // namespace antardesa::cli
