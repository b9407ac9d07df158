#include "model/verbs.h"

#include "model/state_papers.h"
#include "model/village_law.h"

namespace antardesa::model {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"model." + std::move(key), std::move(arguments)}};
}

/// Name for a message; the id for a village that is not there.
std::string name_of(const Atlas& atlas, Id<Village> id) {
    const Village* village = atlas.find(id);
    return village ? village->name : "#" + std::to_string(id.value);
}

bool has_line(const BoundarySegment& segment) {
    return segment.geometry && !segment.geometry->empty();
}

/// The three stages that rest on a paper follow each other, and so do their papers.
std::optional<Refusal> older_than_before(const Atlas& atlas, const BoundarySegment& old,
                                         SegmentState state, const Document& named) {
    const Document* before = atlas.find(old.document);
    if (!paper_of(old.state) || !paper_of(state) || !(old.state < state) || !before ||
        !before->date || !named.date || !(*named.date < *before->date))
        return std::nullopt;
    return refused("paper.before_earlier",
                   {name_of(atlas, old.first), name_of(atlas, old.second), named.number,
                    std::string(paper_of(state)->basis), iso_text(*named.date), before->number,
                    iso_text(*before->date)});
}

std::optional<Refusal> why_not(const Atlas& atlas, const BoundarySegment& old,
                               const SetSegmentState& request) {
    const Document* named = atlas.find(request.document);
    if (request.document && !named)
        return refused("unknown_document", {std::to_string(request.document.value)});
    const bool leaves_decree =
        old.state == SegmentState::enacted && request.state != SegmentState::enacted;
    if (leaves_decree && (!undoes_regulation(named) || request.document == old.document))
        return refused("segment_enacted", {name_of(atlas, old.first), name_of(atlas, old.second)});
    if (!named && request.state == old.state)
        return std::nullopt; // it stays what it was
    if (auto refusal = paper_refusal(atlas, old, request.state, named, request.today))
        return refusal;
    return named ? older_than_before(atlas, old, request.state, *named) : std::nullopt;
}

/// Evidence that is collected stays while the work goes on; what carried a state carries no other.
Id<Document> document_after(const BoundarySegment& old, const SetSegmentState& request) {
    if (request.document)
        return request.document;
    const bool goes_on = request.state < SegmentState::agreed && !(request.state < old.state);
    return request.state == old.state || goes_on ? old.document : Id<Document>{};
}

} // namespace

Result<Edit> set_segment_state(const Atlas& atlas, const SetSegmentState& request) {
    const BoundarySegment* old = atlas.find(request.segment);
    if (!old)
        return refused("unknown_segment", {std::to_string(request.segment.value)});
    if (auto refusal = why_not(atlas, *old, request))
        return *std::move(refusal);
    const std::string first = name_of(atlas, old->first);
    const std::string second = name_of(atlas, old->second);
    BoundarySegment segment = *old;
    segment.state = request.state;
    segment.document = document_after(*old, request);
    Edit edit{{"edit.set_segment_state", {first, second, std::string(code_of(request.state))}},
              {Put<BoundarySegment>{std::move(segment)}},
              request.document};
    // Whoever enters a state says it of the line as it lies.
    for (const BoundaryFinding& finding : atlas.table<BoundaryFinding>())
        if (finding.kind == FlawKind::moved_line &&
            finding.villages == std::vector<Id<Village>>{std::min(old->first, old->second),
                                                         std::max(old->first, old->second)})
            edit.writes.push_back(Erase<BoundaryFinding>{finding.id});
    return edit;
}

namespace {

/// A segment with one fact that says something else than before.
template<typename Fact>
Result<Edit> with_fact(const Atlas& atlas, Id<BoundarySegment> id, Fact BoundarySegment::*fact,
                       Fact said, const char* verb, const char* is_so) {
    const BoundarySegment* old = atlas.find(id);
    if (!old)
        return refused("unknown_segment", {std::to_string(id.value)});
    const std::string first = name_of(atlas, old->first);
    const std::string second = name_of(atlas, old->second);
    if (old->*fact == said)
        return refused(is_so, {first, second});
    BoundarySegment segment = *old;
    segment.*fact = said;
    return Edit{{verb, {first, second, std::string(code_of(said))}},
                {Put<BoundarySegment>{std::move(segment)}},
                {}};
}

} // namespace

Result<Edit> set_segment_character(const Atlas& atlas, const SetSegmentCharacter& request) {
    return with_fact(atlas, request.segment, &BoundarySegment::character, request.character,
                     "edit.set_segment_character", "character_is_so");
}

Result<Edit> set_segment_workflow(const Atlas& atlas, const SetSegmentWorkflow& request) {
    return with_fact(atlas, request.segment, &BoundarySegment::workflow, request.workflow,
                     "edit.set_segment_workflow", "workflow_is_so");
}

Facilitator facilitator_for(const Atlas& atlas, Id<Village> first, Id<Village> second) {
    const Village* a = atlas.find(first);
    const Village* b = atlas.find(second);
    const District* of_a = a ? atlas.find(a->district) : nullptr;
    const District* of_b = b ? atlas.find(b->district) : nullptr;
    if (!of_a || !of_b)
        return Facilitator::none;
    if (of_a == of_b)
        return Facilitator::district_head;
    return of_a->regency == of_b->regency ? Facilitator::regent : Facilitator::outside_village_law;
}

Result<Edit> report_dispute(const Atlas& atlas, const ReportDispute& request) {
    const BoundarySegment* segment = atlas.find(request.segment);
    if (!segment)
        return refused("unknown_segment", {std::to_string(request.segment.value)});
    const std::string first = name_of(atlas, segment->first);
    const std::string second = name_of(atlas, segment->second);
    if (!atlas.find(segment->first) || !atlas.find(segment->second) || !has_line(*segment))
        return refused("villages_do_not_touch", {first, second});
    BoundaryDispute dispute;
    dispute.id = atlas.disputes().next_id();
    dispute.number = request.number;
    dispute.segment = segment->id;
    dispute.first = segment->first;
    dispute.second = segment->second;
    dispute.facilitator = facilitator_for(atlas, segment->first, segment->second);
    dispute.reported = request.reported;
    dispute.subject = request.subject;
    Edit edit{{"edit.report_dispute", {first, second}}, {Put<BoundaryDispute>{dispute}}, {}};
    // A line that a Perbup fixed stays definitive: only another Perbup can change it.
    if (segment->state != SegmentState::enacted) {
        BoundarySegment disputed = *segment;
        disputed.state = SegmentState::disputed;
        disputed.document = {}; // what was agreed is what is disputed now
        edit.writes.push_back(Put<BoundarySegment>{std::move(disputed)});
    }
    return edit;
}

Result<Edit> change_village(const Atlas& atlas, const ChangeVillage& request) {
    const Village* old = atlas.find(request.village);
    if (!old)
        return refused("unknown_village", {std::to_string(request.village.value)});
    Village village = *old;
    village.name = request.name.value_or(old->name);
    village.code = request.code.value_or(old->code);
    village.kind = request.kind.value_or(old->kind);
    if (request.official_area_ha)
        village.official_area_ha = request.official_area_ha;
    if (request.formed)
        village.formed = request.formed;
    if (village.name.empty())
        return refused("village_needs_name", {old->code});
    Message name{"edit.change_village", {name_without_kind(village.name)}};
    return Edit{std::move(name), {Put<Village>{std::move(village)}}, {}};
}

} // namespace antardesa::model
