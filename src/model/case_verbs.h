#pragma once

#include "model/edit.h"

/// How a boundary dispute may go on (Permendagri 45/2016 art. 18–19; domain.md §3.5): who
/// facilitates follows from where the villages lie, facilitation ends in an agreement or in none,
/// and only a regulation of the Bupati ends what was not agreed.
namespace antardesa::model {

/// Who facilitates: the Camat when all villages on the case's lines lie in one kecamatan, the
/// Bupati within one kabupaten, else nobody under village law. None while a village's place is not
/// known.
Facilitator facilitator_of(const TableSet& tables, const BoundaryDispute& dispute);
/// The states that a case may take next, in the order of the law; those that reopen it last. Empty
/// when it was handed over to the rules on district boundaries.
std::vector<DisputeState> next_states(const TableSet& tables, const BoundaryDispute& dispute);
/// The local step (`LocalStep`) that a case in its state still has to meet for; null: none. While
/// there is one the case has no next state.
const LocalStep* due_step(const TableSet& tables, const BoundaryDispute& dispute);
/// " (Perbup 12/2024 ps. 9)", to follow the step's name; empty where no basis is recorded.
std::string basis_in_brackets(const LocalStep& step);
/// Why the case cannot go on while it has a due step ("model.case.local_step"); nothing: it has
/// none.
std::optional<Refusal> waits_for_step(const TableSet& tables, const BoundaryDispute& dispute);
/// Whether going from one state to the other takes up again what was over: that needs a document.
bool reopens(DisputeState from, DisputeState to);

/// Why an edit may not be applied to these tables: it takes a case that they hold into a state that
/// is no lawful next one ("model.case.…"), past a local step that was not met for, to `sepakat`
/// without a berita acara or to `selesai_perbup` without its regulation (`paper_faults`), or
/// reopens one without a document. What ended a case changes only to another paper of the kind; it
/// is never taken away. Rows that are new are taken as they are: what happened before the register
/// was kept is not a step. Of the tables only the cases and what belongs to them are looked at:
/// their segments, meetings and local steps, villages, districts and documents.
std::optional<Refusal> unlawful_step(const TableSet& tables, const Edit& edit);

/// Takes a case to a next state.
struct AdvanceDispute {
    Id<BoundaryDispute> dispute;
    DisputeState state = DisputeState::reported;
    Id<Document> document;  ///< what ends or reopens it; may be none where the law asks for none
    std::optional<Date> on; ///< when facilitation began; with facilitation only
    std::optional<Date> today = {}; ///< none: no date is held to be in the future
};
/// `edit.advance_dispute`. A reopened case has no outcome and no start until one is named. The
/// segments go along in the same edit: `sepakat` and `perbup` on the paper that the case ends on,
/// `sengketa` on the one that reopens it. Facilitation that begins on a Perbup or a ruling also
/// opens a line that an earlier Perbup fixed. Refused as `unlawful_step` and `set_segment_state`,
/// for unknown cases and documents, a start or a paper after today, and a Perbup older than the
/// berita acara that it follows ("model.case.date").
Result<Edit> advance_dispute(const Atlas& atlas, const AdvanceDispute& request);

/// Keeps a line that is on the table as a scenario of its case; one without a name takes the next
/// free letter. Refused: an unknown case, a name that another line of the case has, no line.
Result<Edit> keep_proposal(const Atlas& atlas, Proposal proposal);
Result<Edit> drop_proposal(const Atlas& atlas, Id<Proposal> proposal);
/// Of a case, in the order of their ids.
std::vector<const Proposal*> proposals_of(const Atlas& atlas, Id<BoundaryDispute> dispute);

} // namespace antardesa::model
