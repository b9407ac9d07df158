#include "model/disputed_lines.h"

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

} // namespace antardesa::model
