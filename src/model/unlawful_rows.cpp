#include "model/unlawful_rows.h"

#include "model/case_verbs.h"
#include "model/disputed_lines.h"
#include "model/state_papers.h"

#include <algorithm>

namespace antardesa::model {

namespace {

template<class Row>
const Table<Row>& rows(const TableSet& tables) {
    return std::get<Table<Row>>(tables);
}

/// Who facilitates in a state; none where nobody is bound to.
Facilitator facilitator_in(DisputeState state) {
    switch (state) {
    case DisputeState::district_facilitation:
        return Facilitator::district_head;
    case DisputeState::regency_facilitation:
        return Facilitator::regent;
    case DisputeState::handed_over:
        return Facilitator::outside_village_law;
    default:
        return Facilitator::none;
    }
}

/// What the villages agreed or did not they did in a facilitation, which began one day.
bool came_of_nothing(const BoundaryDispute& dispute) {
    const bool facilitated = dispute.state == DisputeState::agreed ||
                             dispute.state == DisputeState::not_agreed ||
                             dispute.state == DisputeState::regent_decision;
    return facilitated && !dispute.facilitation_start;
}

bool is_of_others(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto* segment = rows<BoundarySegment>(tables).find(dispute.segment);
    return segment && std::minmax(segment->first, segment->second) !=
                          std::minmax(dispute.first, dispute.second);
}

/// A line of the case that was moved since, and is not what was agreed any more.
bool has_a_loose_line(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto loose = [&](Id<BoundarySegment> id) {
        const auto* segment = rows<BoundarySegment>(tables).find(id);
        return segment && segment->state != SegmentState::agreed &&
               segment->state != SegmentState::technical_verification &&
               segment->state != SegmentState::enacted;
    };
    if (dispute.state != DisputeState::agreed && dispute.state != DisputeState::enacted)
        return false;
    const auto& further = rows<CaseSegment>(tables);
    return loose(dispute.segment) ||
           std::any_of(further.begin(), further.end(), [&](const CaseSegment& one) {
               return one.dispute == dispute.id && loose(one.segment);
           });
}

/// A further line of a case that goes on, of which nobody would know that it is disputed.
bool has_an_undisputed_line(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto& further = rows<CaseSegment>(tables);
    return goes_on(dispute.state) &&
           std::any_of(further.begin(), further.end(), [&](const CaseSegment& one) {
               const auto* segment = rows<BoundarySegment>(tables).find(one.segment);
               const SegmentGroup group = segment ? group_of(segment->state) : SegmentGroup::agreed;
               return one.dispute == dispute.id &&
                      (group == SegmentGroup::untraced || group == SegmentGroup::indicative);
           });
}

/// "model.case.row.minutes"; nothing where the paper is there.
std::optional<std::string> without_paper(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto lacks = [&](SegmentState state) {
        return !paper_faults(state, rows<Document>(tables).find(dispute.outcome)).empty();
    };
    if (dispute.state == DisputeState::agreed && lacks(SegmentState::agreed))
        return "minutes";
    if (dispute.state == DisputeState::enacted && lacks(SegmentState::enacted))
        return "regulation";
    return std::nullopt;
}

std::optional<std::string> flaw_of(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto& villages = rows<Village>(tables);
    if (dispute.first == dispute.second || !villages.find(dispute.first) ||
        !villages.find(dispute.second))
        return "villages";
    const Facilitator lawful = facilitator_of(tables, dispute);
    const Facilitator bound = facilitator_in(dispute.state);
    if (lawful != Facilitator::none && bound != Facilitator::none && bound != lawful)
        return "facilitator";
    const bool settled =
        dispute.state == DisputeState::agreed || dispute.state == DisputeState::not_agreed ||
        dispute.state == DisputeState::regent_decision || dispute.state == DisputeState::enacted;
    if (settled && lawful == Facilitator::outside_village_law)
        return "regional";
    if (is_of_others(tables, dispute))
        return "segment";
    if (came_of_nothing(dispute))
        return "start";
    if (auto lacking = without_paper(tables, dispute))
        return lacking;
    if (has_a_loose_line(tables, dispute))
        return "line";
    return has_an_undisputed_line(tables, dispute) ? std::optional<std::string>("undisputed")
                                                   : std::nullopt;
}

std::string name_of(const TableSet& tables, Id<Village> id) {
    const Village* village = rows<Village>(tables).find(id);
    return village ? village->name : "#" + std::to_string(id.value);
}

} // namespace

std::vector<Finding> unlawful_rows(const TableSet& tables) {
    std::vector<Finding> findings;
    for (const BoundaryDispute& dispute : rows<BoundaryDispute>(tables)) {
        const auto flaw = flaw_of(tables, dispute);
        if (!flaw)
            continue;
        const std::string label =
            dispute.number.empty() ? "#" + std::to_string(dispute.id.value) : dispute.number;
        Finding finding;
        finding.code = "unlawful_case";
        finding.subject = label;
        finding.message = {"model.case.row." + *flaw,
                           {label, name_of(tables, dispute.first), name_of(tables, dispute.second),
                            std::string(code_of(dispute.state))}};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace antardesa::model
