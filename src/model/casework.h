#pragma once

#include "model/edit.h"

#include <string_view>

/// What is recorded of a case besides its state: who signs, and when people met.
namespace antardesa::model {

/// A NIP: 18 digits without spaces, the day of birth, year and month of entry (21 to 29 instead
/// of a month for a PPPK, who has a contract), 1 or 2 for man or woman, and three of a number
/// (domain.md §6.1).
bool is_employee_number(std::string_view text);

/// What is odd about somebody who signs; it keeps no row from being saved.
enum class SignatoryDoubt {
    no_village,      ///< of a team or head of whom it is not said which village they speak for
    other_village,   ///< one that lies on none of the case's lines
    employee_number, ///< no NIP; a Kepala Desa mostly has none, and needs none
};
/// In the order of the list; of an unknown case nothing is said of villages.
std::vector<SignatoryDoubt> doubts_about(const TableSet& tables, const Signatory& signatory);

/// Whether it says who came or what was decided: one that is only planned does not.
bool was_held(const Meeting& meeting);

/// Why the edit may not be applied: it says that somebody signed after today
/// ("model.case.signed_later", {0}: who, {1}: when), or who came to a meeting and what was decided
/// there on a day after today ("model.case.held_later", {0}: when). A meeting that is only planned
/// may lie ahead.
std::optional<Refusal> not_yet_happened(const Edit& edit, Date today);

} // namespace antardesa::model
