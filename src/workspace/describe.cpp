#include "analysis/turning_points.h"
#include "cartography/district_link.h"
#include "crs/coordinate_text.h"
#include "model/village_law.h"
#include "workspace/spoken_position.h"
#include "workspace/words.h"

namespace antardesa::workspace {

namespace {

template<class Row>
const Row* row_of(const model::Atlas& atlas, Subject subject) {
    return atlas.find(Id<Row>{subject.id});
}

SubjectText village_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto* village = row_of<model::Village>(atlas, subject);
    if (!village)
        return {};
    const auto* district = atlas.find(village->district);
    std::string detail = village->code;
    if (district && !district->name.empty())
        detail +=
            (detail.empty() ? "" : " · ") + words.say("workspace.district_short", {district->name});
    return {village->name, detail};
}

SubjectText district_link_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto [one, other] = cartography::linked_districts(subject);
    const auto* first = atlas.find(one);
    const auto* second = atlas.find(other);
    if (!first || !second)
        return {};
    return {first->name + " – " + second->name, words.say("workspace.between_districts")};
}

SubjectText agreement_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto* agreement = row_of<model::Agreement>(atlas, subject);
    if (!agreement)
        return {};
    const auto parties = atlas.parties(agreement->id);
    std::string detail = words.name("field", agreement->field);
    detail += " · " + words.count("workspace.parties", static_cast<long long>(parties.size()));
    return {agreement->title, detail};
}

SubjectText dispute_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto* dispute = row_of<model::BoundaryDispute>(atlas, subject);
    if (!dispute)
        return {};
    return {pair_name(atlas, dispute->first, dispute->second),
            words.name("dispute_state", dispute->state)};
}

SubjectText asset_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto* asset = row_of<model::SharedAsset>(atlas, subject);
    if (!asset)
        return {};
    return {asset->name, words.name("asset_kind", asset->kind)};
}

SubjectText segment_text(const model::Atlas& atlas, Subject subject, const Words& words) {
    const auto* segment = row_of<model::BoundarySegment>(atlas, subject);
    if (!segment)
        return {};
    return {pair_name(atlas, segment->first, segment->second),
            words.segment_tag(segment->state).text + " · " +
                words.language().distance(segment->length_m)};
}

std::string finding_detail(const model::BoundaryFinding& finding, const Words& words) {
    std::string detail = words.name("flaw_kind", finding.kind);
    if (finding.area_m2)
        detail += " · " + words.say("workspace.square_metres", {words.number(*finding.area_m2, 2)});
    if (finding.width_m)
        detail +=
            " · " + words.say(finding.kind == model::FlawKind::moved_line ? "workspace.moved_by"
                              : finding.kind == model::FlawKind::stray_points
                                  ? "workspace.off_line_by"
                                  : "workspace.wide",
                              {words.number(*finding.width_m, 2)});
    return detail;
}

} // namespace

std::string village_name(const model::Atlas& atlas, Id<model::Village> village) {
    const auto* row = atlas.find(village);
    return row ? row->name : std::string();
}

std::string regency_title(const model::Atlas& atlas, const Words& words) {
    const std::string& name = atlas.identity().regency;
    if (name.empty())
        return words.say("workspace.untitled");
    if (!model::regency_word(name).empty())
        return name;
    return words.say(model::is_city(atlas) ? "workspace.city" : "workspace.regency", {name});
}

std::string pair_name(const model::Atlas& atlas, Id<model::Village> first,
                      Id<model::Village> second) {
    return village_name(atlas, first) + " – " + village_name(atlas, second);
}

namespace {

template<class Row>
std::string names_of(const model::Atlas& atlas, const Row& row) {
    std::string names;
    const auto add = [&](const auto& ids) {
        for (const auto id : ids)
            if (const auto* found = atlas.find(id))
                names += (names.empty() ? "" : " – ") + found->name;
    };
    add(row.villages);
    add(row.special_areas);
    return names.empty() ? row.names : names;
}

} // namespace

std::string participants_name(const model::Atlas& atlas, const model::BoundaryFinding& finding) {
    return names_of(atlas, finding);
}

std::string participants_name(const model::Atlas& atlas,
                              const model::BoundaryException& exception) {
    return names_of(atlas, exception);
}

std::string document_text(const model::Atlas& atlas, Id<model::Document> id) {
    const auto* document = atlas.find(id);
    if (!document)
        return {};
    const char* between = document->number.empty() || document->title.empty() ? "" : " · ";
    return document->number + between + document->title;
}

std::string document_kind_name(std::string_view kind, const i18n::Catalogue& language) {
    const std::string key = "code.document_kind." + std::string(kind);
    return language.has(key) ? language.text(key) : std::string(kind);
}

SubjectText describe(const model::Atlas& atlas, Subject subject, const Words& words) {
    switch (subject.kind) {
    case SubjectKind::village:
        return village_text(atlas, subject, words);
    case SubjectKind::agreement:
        return agreement_text(atlas, subject, words);
    case SubjectKind::dispute:
        return dispute_text(atlas, subject, words);
    case SubjectKind::asset:
        return asset_text(atlas, subject, words);
    case SubjectKind::segment:
        return segment_text(atlas, subject, words);
    case SubjectKind::district:
        if (const auto* district = row_of<model::District>(atlas, subject))
            return {
                words.say("workspace.district_long", {model::name_without_kind(district->name)}),
                district->code};
        return {};
    case SubjectKind::district_link:
        return district_link_text(atlas, subject, words);
    case SubjectKind::special_area:
        if (const auto* area = row_of<model::SpecialArea>(atlas, subject))
            return {area->name, words.name("special_area_kind", area->kind)};
        return {};
    case SubjectKind::third_party:
        if (const auto* party = row_of<model::ThirdParty>(atlas, subject))
            return {party->name, words.name("third_party_kind", party->kind)};
        return {};
    case SubjectKind::claim:
        if (const auto* claim = row_of<model::Claim>(atlas, subject))
            return {words.say("workspace.claim_of", {village_name(atlas, claim->village)}),
                    claim->basis};
        return {};
    case SubjectKind::reference_line:
        if (const auto* line = row_of<model::ReferenceLine>(atlas, subject))
            return {line->name, words.name("reference_kind", line->kind)};
        return {};
    case SubjectKind::finding:
        if (const auto* finding = row_of<model::BoundaryFinding>(atlas, subject))
            return {participants_name(atlas, *finding), finding_detail(*finding, words)};
        return {};
    case SubjectKind::exception:
        if (const auto* exception = row_of<model::BoundaryException>(atlas, subject))
            return {participants_name(atlas, *exception),
                    words.name("exception_reason", exception->reason)};
        return {};
    case SubjectKind::turning_point:
        if (const auto* point = row_of<model::TurningPoint>(atlas, subject))
            return {analysis::point_code(atlas, *point),
                    spoken_position(crs::dms_text(point->position), words.language().language())};
        return {};
    case SubjectKind::none:
    case SubjectKind::furniture:
        break;
    }
    return {};
}

} // namespace antardesa::workspace
