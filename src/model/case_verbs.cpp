#include "model/case_verbs.h"

#include "model/state_papers.h"
#include "model/verbs.h"
#include "model/village_law.h"

#include <algorithm>

namespace antardesa::model {

namespace {

template<class Row>
const Table<Row>& rows(const TableSet& tables) {
    return std::get<Table<Row>>(tables);
}

/// Where facilitation begins; all of them where the districts are not known.
std::vector<DisputeState> beginnings(Facilitator facilitator) {
    switch (facilitator) {
    case Facilitator::district_head:
        return {DisputeState::district_facilitation};
    case Facilitator::regent:
        return {DisputeState::regency_facilitation};
    case Facilitator::outside_village_law:
        return {DisputeState::handed_over};
    case Facilitator::none:
        break;
    }
    return {DisputeState::district_facilitation, DisputeState::regency_facilitation,
            DisputeState::handed_over};
}

std::string village_name(const TableSet& tables, Id<Village> id) {
    const Village* village = rows<Village>(tables).find(id);
    return village ? village->name : "#" + std::to_string(id.value);
}

std::vector<std::string> names_of(const TableSet& tables, const BoundaryDispute& dispute) {
    return {village_name(tables, dispute.first), village_name(tables, dispute.second)};
}

std::string code_text(DisputeState state) {
    return std::string(code_of(state));
}

std::string codes_text(const std::vector<DisputeState>& states) {
    std::string text;
    for (const DisputeState state : states)
        text += (text.empty() ? "" : ", ") + code_text(state);
    return text;
}

/// The document as it will be: of the edit, else of the tables.
const Document* document_after(const TableSet& tables, const Edit& edit, Id<Document> id) {
    for (const RowWrite& write : edit.writes)
        if (const auto* put = std::get_if<Put<Document>>(&write); put && put->row.id == id)
            return &put->row;
    return rows<Document>(tables).find(id);
}

/// The paper that a state of a case rests on, by the state of the line that it brings about.
std::optional<SegmentState> paper_state(DisputeState state) {
    if (state == DisputeState::agreed)
        return SegmentState::agreed;
    if (state == DisputeState::enacted)
        return SegmentState::enacted;
    return std::nullopt;
}

Refusal refuse(const TableSet& tables, const char* why, const BoundaryDispute& dispute,
               std::vector<std::string> more) {
    std::vector<std::string> arguments = names_of(tables, dispute);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return {{std::string("model.case.") + why, std::move(arguments)}};
}

/// The paper that the state after the edit rests on is not there, or is another.
std::optional<Refusal> without_paper(const TableSet& tables, const Edit& edit,
                                     const BoundaryDispute& before, const BoundaryDispute& after) {
    const auto needed = paper_state(after.state);
    if (!needed)
        return std::nullopt;
    const auto faults = paper_faults(*needed, document_after(tables, edit, after.outcome));
    if (faults.empty())
        return std::nullopt;
    return refuse(tables, *needed == SegmentState::agreed ? "needs_minutes" : "needs_regulation",
                  before, {paper_fault_name(faults.front())});
}

/// What was over is taken up again by a paper that is not older than what ended it; what a Perbup
/// ended only by another one or by a court's ruling.
std::optional<Refusal> without_reopening_paper(const TableSet& tables, const Edit& edit,
                                               const BoundaryDispute& before) {
    if (!edit.document)
        return refuse(tables, "reopening", before, {code_text(before.state)});
    const Document* paper = document_after(tables, edit, edit.document);
    const Document* earlier = rows<Document>(tables).find(before.outcome);
    if (before.state == DisputeState::enacted && paper && !undoes_regulation(paper))
        return refuse(tables, "reopening_enacted", before, {});
    if (paper && paper->date && earlier && earlier->date && *paper->date < *earlier->date)
        return refuse(tables, "date", before, {iso_text(*paper->date)});
    return std::nullopt;
}

/// An agreement that is older than the facilitation it comes of.
std::optional<Refusal> minutes_before_facilitation(const TableSet& tables, const Edit& edit,
                                                   const BoundaryDispute& before,
                                                   const BoundaryDispute& after) {
    const Document* paper = document_after(tables, edit, after.outcome);
    if (after.state != DisputeState::agreed || !paper || !paper->date ||
        !before.facilitation_start || !(*paper->date < *before.facilitation_start))
        return std::nullopt;
    return refuse(tables, "date", before, {iso_text(*paper->date)});
}

std::optional<Refusal> unlawful(const TableSet& tables, const Edit& edit,
                                const BoundaryDispute& before, const BoundaryDispute& after) {
    if (before.state == after.state && before.outcome == after.outcome)
        return std::nullopt;
    if (before.state == after.state)
        return without_paper(tables, edit, before, after);
    if (auto refusal = waits_for_step(tables, before))
        return refusal;
    const std::vector<DisputeState> next = next_states(tables, before);
    if (std::find(next.begin(), next.end(), after.state) == next.end())
        return refuse(tables, next.empty() ? "handed_over" : "no_step", before,
                      {code_text(before.state), code_text(after.state), codes_text(next)});
    if (reopens(before.state, after.state)) {
        if (auto refusal = without_reopening_paper(tables, edit, before))
            return refusal;
    }
    if (auto refusal = minutes_before_facilitation(tables, edit, before, after))
        return refusal;
    return without_paper(tables, edit, before, after);
}

/// The dates of a step that cannot be.
std::optional<Refusal> impossible_date(const Atlas& atlas, const BoundaryDispute& before,
                                       const AdvanceDispute& request) {
    const Document* paper = atlas.find(request.document);
    const Document* earlier = atlas.find(before.outcome);
    const auto refused = [&](Date date) {
        return refuse(atlas.tables(), "date", before, {iso_text(date)});
    };
    if (request.today && request.on && *request.today < *request.on)
        return refused(*request.on);
    if (request.today && paper && paper->date && *request.today < *paper->date)
        return refused(*paper->date);
    if (request.state == DisputeState::enacted && paper && paper->date && earlier &&
        earlier->date && *paper->date < *earlier->date)
        return refused(*paper->date);
    return std::nullopt;
}

bool begins(DisputeState state) {
    return state == DisputeState::district_facilitation ||
           state == DisputeState::regency_facilitation;
}

/// The state that a segment of the case comes into with it; nothing where it stays.
std::optional<SegmentState> segment_state(const Atlas& atlas, const BoundaryDispute& before,
                                          const AdvanceDispute& request,
                                          const BoundarySegment& segment) {
    if (const auto carried = paper_state(request.state))
        return carried;
    const bool opens = begins(request.state) && segment.state == SegmentState::enacted &&
                       undoes_regulation(atlas.find(request.document));
    if (opens || reopens(before.state, request.state))
        return SegmentState::disputed;
    return std::nullopt;
}

/// What the paper says of the case it says of each of its lines (art. 18(4), 19).
std::optional<Refusal> take_along(const Atlas& atlas, const BoundarySegment* segment,
                                  const BoundaryDispute& before, const AdvanceDispute& request,
                                  Edit& edit) {
    const auto state = segment_state(atlas, before, request, *segment);
    if (!state || (segment->state == *state && segment->document == request.document))
        return std::nullopt;
    auto moved = set_segment_state(atlas, {segment->id, *state, request.document, request.today});
    if (!moved)
        return moved.refusal();
    for (const RowWrite& write : moved.value().writes)
        edit.writes.push_back(write);
    return std::nullopt;
}

/// Minutes stay with the case as those of the meeting that came to this.
void keep_minutes(const Atlas& atlas, const BoundaryDispute& dispute, const Document* minutes,
                  MeetingOutcome outcome, Edit& edit) {
    if (!minutes)
        return;
    Meeting kept;
    for (const Meeting* meeting : atlas.meetings(dispute.id)) {
        if (meeting->document == minutes->id)
            return;
        if (!meeting->document && meeting->date == minutes->date &&
            (meeting->outcome == outcome || meeting->outcome == MeetingOutcome::none))
            kept = *meeting;
    }
    if (!kept.id) {
        kept.id = atlas.table<Meeting>().next_id();
        kept.kind = MeetingKind::dispute;
        kept.dispute = dispute.id;
        kept.date = minutes->date;
    }
    kept.outcome = outcome;
    kept.document = minutes->id;
    edit.writes.emplace_back(Put<Meeting>{std::move(kept)});
}

} // namespace

Facilitator facilitator_of(const TableSet& tables, const BoundaryDispute& dispute) {
    const District* one = nullptr;
    bool together = true;
    bool in_regency = true;
    for (const Id<Village> id : villages_of(tables, dispute)) {
        const Village* village = rows<Village>(tables).find(id);
        const District* district =
            village ? rows<District>(tables).find(village->district) : nullptr;
        if (!district)
            return Facilitator::none;
        one = one ? one : district;
        together = together && district == one;
        in_regency = in_regency && district->regency == one->regency;
    }
    if (together)
        return Facilitator::district_head;
    return in_regency ? Facilitator::regent : Facilitator::outside_village_law;
}

const LocalStep* due_step(const TableSet& tables, const BoundaryDispute& dispute) {
    const auto met_for = [&](Id<LocalStep> step) {
        const auto& meetings = rows<Meeting>(tables);
        return std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
            return meeting.dispute == dispute.id && meeting.step == step && meeting.date;
        });
    };
    for (const LocalStep& step : rows<LocalStep>(tables))
        if (step.after == dispute.state && !met_for(step.id))
            return &step;
    return nullptr;
}

std::string basis_in_brackets(const LocalStep& step) {
    const bool blank = step.basis.find_first_not_of(" \t\r\n") == std::string::npos;
    return blank ? std::string() : " (" + step.basis + ")";
}

std::optional<Refusal> waits_for_step(const TableSet& tables, const BoundaryDispute& dispute) {
    const LocalStep* step = due_step(tables, dispute);
    if (!step)
        return std::nullopt;
    return refuse(tables, "local_step", dispute, {step->name, basis_in_brackets(*step)});
}

std::vector<DisputeState> next_states(const TableSet& tables, const BoundaryDispute& dispute) {
    if (due_step(tables, dispute))
        return {};
    const Facilitator facilitator = facilitator_of(tables, dispute);
    // Between two kabupaten villages settle nothing, however far a case has been brought.
    if (facilitator == Facilitator::outside_village_law)
        return dispute.state == DisputeState::handed_over ? std::vector<DisputeState>{}
                                                          : std::vector{DisputeState::handed_over};
    std::vector<DisputeState> next;
    switch (dispute.state) {
    case DisputeState::reported:
        return beginnings(facilitator);
    case DisputeState::district_facilitation:
    case DisputeState::regency_facilitation:
        return {DisputeState::agreed, DisputeState::not_agreed};
    case DisputeState::handed_over:
        return {};
    case DisputeState::agreed:
    case DisputeState::regent_decision:
        next = {DisputeState::enacted};
        break;
    case DisputeState::not_agreed:
        next = {DisputeState::regent_decision};
        break;
    case DisputeState::enacted:
        break;
    }
    for (const DisputeState state : beginnings(facilitator))
        if (state != DisputeState::handed_over)
            next.push_back(state);
    return next;
}

bool reopens(DisputeState from, DisputeState to) {
    return begins(to) && from != DisputeState::reported;
}

std::optional<Refusal> unlawful_step(const TableSet& tables, const Edit& edit) {
    for (const RowWrite& write : edit.writes)
        if (const auto* put = std::get_if<Put<BoundaryDispute>>(&write))
            if (const BoundaryDispute* before = rows<BoundaryDispute>(tables).find(put->row.id))
                if (auto refusal = unlawful(tables, edit, *before, put->row))
                    return refusal;
    return std::nullopt;
}

Result<Edit> advance_dispute(const Atlas& atlas, const AdvanceDispute& request) {
    const BoundaryDispute* before = atlas.find(request.dispute);
    if (!before)
        return Refusal{{"model.unknown_dispute", {std::to_string(request.dispute.value)}}};
    if (request.document && !atlas.find(request.document))
        return Refusal{{"model.unknown_document", {std::to_string(request.document.value)}}};
    if (auto refusal = impossible_date(atlas, *before, request))
        return *std::move(refusal);
    // Another regulation is the end of another round.
    if (before->state == DisputeState::enacted && request.state == DisputeState::enacted &&
        before->outcome && before->outcome != request.document)
        return refuse(atlas.tables(), "reopening", *before, {code_text(before->state)});
    BoundaryDispute after = *before;
    after.state = request.state;
    if (paper_state(request.state))
        after.outcome = request.document;
    if (reopens(before->state, request.state))
        after.outcome = {};
    if (begins(request.state)) {
        after.facilitation_start = request.on;
        after.facilitator = request.state == DisputeState::district_facilitation
                                ? Facilitator::district_head
                                : Facilitator::regent;
    }
    std::vector<std::string> arguments = names_of(atlas.tables(), *before);
    arguments.push_back(code_text(request.state));
    Edit edit{{"edit.advance_dispute", std::move(arguments)},
              {Put<BoundaryDispute>{std::move(after)}},
              request.document};
    if (auto refusal = unlawful_step(atlas.tables(), edit))
        return *std::move(refusal);
    for (const BoundarySegment* segment : atlas.segments_of(*before))
        if (auto refusal = take_along(atlas, segment, *before, request, edit))
            return *std::move(refusal);
    // The outcome names one paper: what was signed stays when a Perbup ends the case or a letter
    // reopens it. Where they did not agree no paper is the outcome.
    if (before->state == DisputeState::agreed && before->outcome != request.document)
        keep_minutes(atlas, *before, atlas.find(before->outcome), MeetingOutcome::agreed, edit);
    const Document* paper = atlas.find(request.document);
    if (request.state == DisputeState::not_agreed && paper && paper->kind == "berita_acara")
        keep_minutes(atlas, *before, paper, MeetingOutcome::refused, edit);
    return edit;
}

std::vector<const Proposal*> proposals_of(const Atlas& atlas, Id<BoundaryDispute> dispute) {
    std::vector<const Proposal*> found;
    for (const Proposal& proposal : atlas.table<Proposal>())
        if (proposal.dispute == dispute)
            found.push_back(&proposal);
    return found;
}

Result<Edit> keep_proposal(const Atlas& atlas, Proposal proposal) {
    const BoundaryDispute* dispute = atlas.find(proposal.dispute);
    if (!dispute)
        return Refusal{{"model.unknown_dispute", {std::to_string(proposal.dispute.value)}}};
    if (!proposal.line || proposal.line->empty())
        return Refusal{{"model.case.no_line", names_of(atlas.tables(), *dispute)}};
    const auto others = proposals_of(atlas, proposal.dispute);
    const auto taken = [&](const std::string& name) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Proposal* other) { return other->name == name; });
    };
    for (char letter = 'A'; proposal.name.empty() && letter <= 'Z'; ++letter)
        if (!taken({letter}))
            proposal.name = {letter};
    if (proposal.name.empty() || taken(proposal.name))
        return Refusal{{"model.case.name_taken", {proposal.name}}};
    proposal.id = atlas.table<Proposal>().next_id();
    std::vector<std::string> arguments = names_of(atlas.tables(), *dispute);
    arguments.insert(arguments.begin(), proposal.name);
    return Edit{
        {"edit.keep_proposal", std::move(arguments)}, {Put<Proposal>{std::move(proposal)}}, {}};
}

Result<Edit> drop_proposal(const Atlas& atlas, Id<Proposal> id) {
    const Proposal* proposal = atlas.find(id);
    if (!proposal)
        return Refusal{{"model.case.no_proposal", {std::to_string(id.value)}}};
    std::vector<std::string> arguments{proposal->name};
    if (const BoundaryDispute* dispute = atlas.find(proposal->dispute)) {
        const auto names = names_of(atlas.tables(), *dispute);
        arguments.insert(arguments.end(), names.begin(), names.end());
    }
    return Edit{{"edit.drop_proposal", std::move(arguments)}, {Erase<Proposal>{id}}, {}};
}

} // namespace antardesa::model
