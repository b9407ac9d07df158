#pragma once

#include "model/edit.h"

/// What becomes of the findings of the boundary check: recorded, allowed, taken up again.
namespace antardesa::model {

/// What a check changes in the recorded findings.
struct RecordFindings {
    std::vector<BoundaryFinding> put; ///< new ones and those that have changed
    std::vector<Id<BoundaryFinding>> gone;
    std::int64_t open = 0; ///< how many there are afterwards: what the history shows
};
/// Also without any change: that a whole check was made is worth an entry.
Edit record_findings(const RecordFindings& request);

/// Whether the boundary check finds it. The others follow from what is entered about segments and
/// lines, and no check takes them back.
bool is_of_check(FlawKind kind);

/// The reasons that a finding of this kind may stay for; none: it cannot stay.
std::vector<ExceptionReason> reasons_to_stay(FlawKind kind);

/// A finding may stay: from now on it is an exception and no finding. One that had grown out of
/// its exception replaces that. A moved line becomes the agreed one and leaves no exception; a
/// document named with it is what its segment rests on. Refused: an unknown finding or document, a
/// kind that cannot stay, a reason that does not fit (a mutual claim to land that nobody claims,
/// undefined land that somebody claims), a moved line of a settled segment without another document
/// that carries its state, "agreed for now" without a dated paper of those who agreed (a map is
/// none), "other" that neither a remark nor a document explains.
struct AllowStrip {
    Id<BoundaryFinding> finding;
    ExceptionReason reason = ExceptionReason::other;
    std::string remark;
    Id<Document> document;
    std::optional<Date> date; ///< since when it stays
};
Result<Edit> allow_strip(const Atlas& atlas, const AllowStrip& request);

/// The strip is to be settled after all: a finding again. Refused: an unknown exception.
struct WithdrawException {
    Id<BoundaryException> exception;
};
Result<Edit> withdraw_exception(const Atlas& atlas, const WithdrawException& request);

/// Kind, who takes part, and the place to about a metre, so that the next check knows it again.
std::string fingerprint_of(const BoundaryFinding& finding);

} // namespace antardesa::model
