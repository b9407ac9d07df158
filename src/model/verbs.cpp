#include "model/verbs.h"

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

} // namespace

Result<Edit> set_segment_state(const Atlas& atlas, const SetSegmentState& request) {
    const BoundarySegment* old = atlas.find(request.segment);
    if (!old)
        return refused("unknown_segment", {std::to_string(request.segment.value)});
    const std::string first = name_of(atlas, old->first);
    const std::string second = name_of(atlas, old->second);
    if (request.document && !atlas.find(request.document))
        return refused("unknown_document", {std::to_string(request.document.value)});
    const bool was_enacted = old->state == SegmentState::enacted;
    const bool becomes_enacted = request.state == SegmentState::enacted;
    if (was_enacted && !becomes_enacted && (!request.document || request.document == old->document))
        return refused("segment_enacted", {first, second});
    if (becomes_enacted && !was_enacted && !request.document)
        return refused("enacted_needs_document", {first, second});
    BoundarySegment segment = *old;
    segment.state = request.state;
    if (request.document)
        segment.document = request.document;
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
    if (village.name.empty())
        return refused("village_needs_name", {old->code});
    Message name{"edit.change_village", {village.name}};
    return Edit{std::move(name), {Put<Village>{std::move(village)}}, {}};
}

} // namespace antardesa::model
