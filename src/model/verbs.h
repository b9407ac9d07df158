#pragma once

#include "base/date.h"
#include "model/edit.h"

namespace antardesa::model {

/// Pure functions from a snapshot and a request to an Edit or the reason why not. Nothing is
/// written here. Each name is what the history shows.

/// Enters the legal state of a segment. Refused: an unknown segment; a state whose paper is not
/// named or does not carry it (`paper_faults`: kind, number, date, title, a date to come), or is
/// older than the paper of the stage before; leaving `enacted` (Perbup) without another document.
/// A state that is left takes its paper along: it stays with the project and in the history, and
/// carries no other state.
struct SetSegmentState {
    Id<BoundarySegment> segment;
    SegmentState state = SegmentState::untraced;
    Id<Document> document;
    std::optional<Date> today = {}; ///< none: dates to come are not looked for
};
Result<Edit> set_segment_state(const Atlas& atlas, const SetSegmentState& request);

/// What the line of a segment follows (KARKTR). Refused: an unknown segment, and one that is so.
struct SetSegmentCharacter {
    Id<BoundarySegment> segment;
    LineCharacter character = LineCharacter::none;
};
Result<Edit> set_segment_character(const Atlas& atlas, const SetSegmentCharacter& request);

/// By which workflow the line comes to be. Refused: an unknown segment, and one that is so. Whether
/// the villages may use it is the rules' word (V13), not this one's.
struct SetSegmentWorkflow {
    Id<BoundarySegment> segment;
    BoundaryWorkflow workflow = BoundaryWorkflow::none;
};
Result<Edit> set_segment_workflow(const Atlas& atlas, const SetSegmentWorkflow& request);

/// A new agreement between villages (and third parties). Refused: fewer than two parties,
/// unknown ids. A kelurahan as party is allowed here and found by the rules later.
struct NewAgreement {
    Agreement agreement; ///< id ignored
    std::vector<Id<Village>> villages;
    std::vector<Id<ThirdParty>> third_parties;
};
Result<Edit> new_agreement(const Atlas& atlas, const NewAgreement& request);

/// Moves an agreement to a stage. Refused: unknown agreement; leaving `ended`.
struct SetAgreementStage {
    Id<Agreement> agreement;
    Stage stage = Stage::preparation;
    EndReason reason = EndReason::none; ///< needed with `ended`
};
Result<Edit> set_agreement_stage(const Atlas& atlas, const SetAgreementStage& request);

/// Reports a dispute on a segment. Facilitator by geography (Permendagri 45/2016 art. 18):
/// same kecamatan camat, another kecamatan bupati, another kabupaten outside village law.
/// Refused: an unknown segment, or villages that do not touch.
struct ReportDispute {
    Id<BoundarySegment> segment;
    std::string number;
    std::string subject;
    Date reported;
};
Result<Edit> report_dispute(const Atlas& atlas, const ReportDispute& request);
Facilitator facilitator_for(const Atlas& atlas, Id<Village> first, Id<Village> second);

/// Changes name, code, kind, official area or day of formation of a village; empty optionals stay.
struct ChangeVillage {
    Id<Village> village;
    std::optional<std::string> name;
    std::optional<std::string> code;
    std::optional<VillageKind> kind;
    std::optional<double> official_area_ha;
    std::optional<Date> formed = {};
};
Result<Edit> change_village(const Atlas& atlas, const ChangeVillage& request);

} // namespace antardesa::model
