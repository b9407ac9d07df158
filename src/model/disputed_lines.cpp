#include "model/disputed_lines.h"

#include "model/case_verbs.h"

#include <algorithm>

namespace antardesa::model {

namespace {

template<class Row>
const Table<Row>& rows(const TableSet& tables) {
    return std::get<Table<Row>>(tables);
}

bool has_segment(const TableSet& tables, const CaseSegment& added) {
    const auto& stored = rows<CaseSegment>(tables);
    return std::any_of(stored.begin(), stored.end(), [&](const CaseSegment& one) {
        return one.dispute == added.dispute && one.segment == added.segment;
    });
}

bool writes_segment(const Edit& edit, Id<BoundarySegment> id) {
    return std::any_of(edit.writes.begin(), edit.writes.end(), [&](const RowWrite& write) {
        const auto* put = std::get_if<Put<BoundarySegment>>(&write);
        return put && put->row.id == id;
    });
}

std::string name_of(const TableSet& tables, Id<Village> id) {
    const Village* village = rows<Village>(tables).find(id);
    return village ? village->name : "#" + std::to_string(id.value);
}

} // namespace

bool goes_on(DisputeState state) {
    return state != DisputeState::agreed && state != DisputeState::enacted &&
           state != DisputeState::handed_over;
}

Edit with_disputed_lines(const TableSet& tables, Edit edit) {
    std::vector<BoundarySegment> disputed;
    for (const RowWrite& write : edit.writes) {
        const auto* put = std::get_if<Put<CaseSegment>>(&write);
        if (!put || has_segment(tables, put->row))
            continue;
        const auto* dispute = rows<BoundaryDispute>(tables).find(put->row.dispute);
        const auto* segment = rows<BoundarySegment>(tables).find(put->row.segment);
        if (!dispute || !goes_on(dispute->state) || !segment ||
            segment->state == SegmentState::enacted || segment->state == SegmentState::disputed ||
            writes_segment(edit, segment->id))
            continue;
        disputed.push_back(*segment);
        disputed.back().state = SegmentState::disputed;
        disputed.back().document = {};
    }
    for (BoundarySegment& segment : disputed)
        edit.writes.emplace_back(Put<BoundarySegment>{std::move(segment)});
    return edit;
}

std::optional<Refusal> outside_facilitation(const TableSet& tables, const Edit& edit) {
    for (const RowWrite& write : edit.writes) {
        const auto* put = std::get_if<Put<CaseSegment>>(&write);
        const auto* dispute = put ? rows<BoundaryDispute>(tables).find(put->row.dispute) : nullptr;
        const auto* segment = put ? rows<BoundarySegment>(tables).find(put->row.segment) : nullptr;
        if (!dispute || !segment || has_segment(tables, put->row) ||
            (dispute->state != DisputeState::district_facilitation &&
             dispute->state != DisputeState::regency_facilitation))
            continue;
        const Facilitator before = facilitator_of(tables, *dispute);
        const Facilitator after = facilitator_of(applied(tables, edit), *dispute);
        if (before != Facilitator::none && after != before)
            return Refusal{{"model.case.segment_elsewhere",
                            {name_of(tables, segment->first), name_of(tables, segment->second),
                             std::string(code_of(dispute->state))}}};
    }
    return std::nullopt;
}

} // namespace antardesa::model
