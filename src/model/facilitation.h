#pragma once

#include "model/atlas.h"

/// What belongs to the facilitation of a case that runs now or ran last, and what to one before:
/// a case may be opened again (Permendagri 45/2016 art. 18–19; domain.md §3.5).
namespace antardesa::model {

/// Whether the day is before facilitation began, where both are known.
bool is_before_facilitation(const BoundaryDispute& dispute, const std::optional<Date>& day);

/// Of a case that was opened again after an agreement: when that was, before facilitation began
/// anew. Where the villages never agreed before it, none: then what they discussed among
/// themselves is part of the case.
std::optional<Date> earlier_agreement(const Atlas& atlas, const BoundaryDispute& dispute);
/// Whether a meeting of the case was held up to that day.
bool is_of_earlier_agreement(const Atlas& atlas, const BoundaryDispute& dispute,
                             const Meeting& meeting);

/// Whether the villages agreed on what a Perbup then enacted; another one decides what they did
/// not (art. 19). The newest meeting of this facilitation in which they agreed or refused tells.
/// False unless a Perbup ended the case.
bool was_agreed_before_enactment(const Atlas& atlas, const BoundaryDispute& dispute);

/// Who is named in a role, in the order of the register; of one village where it is named. Those
/// who signed before facilitation began are left out while there are others.
std::vector<const Signatory*> named_signatories(const Atlas& atlas, const BoundaryDispute& dispute,
                                                SignatoryRole role, Id<Village> village = {});

/// Whether the signature, or the number that a village gave its paper, may be of this facilitation:
/// not of a day before it. A number without a day is an earlier agreement's where there was one,
/// until the villages agree again.
bool may_be_of_this_facilitation(const Atlas& atlas, const BoundaryDispute& dispute,
                                 const Signatory& signatory);

} // namespace antardesa::model
