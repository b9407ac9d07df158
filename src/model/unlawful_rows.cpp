#include "model/unlawful_rows.h"

#include "model/case_verbs.h"
#include "model/state_papers.h"

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
    return without_paper(tables, dispute);
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
