#pragma once

#include "analysis/boundary_check.h"
#include "model/atlas.h"
#include "model/finding_verbs.h"

#include <set>

/// Between what a check found and what a project has recorded. Shape number c of the check is
/// village number c in table order; those after the villages are the special areas.
namespace antardesa::analysis {

/// A strip that may stay, and the exception that says so.
struct AllowedFlaw {
    BoundaryFlaw flaw;
    Id<model::BoundaryException> exception;
};
/// Takes out of the check what is allowed: a strip of the same kind between the same villages
/// that lies to 90 % within an exception, so that it is known again after a newer boundary file;
/// near misses that all lie within a metre of allowed ones.
/// One that has grown beyond that stays, and names the exception that it has outgrown.
std::vector<AllowedFlaw> set_aside_allowed(const model::TableSet& tables, BoundaryCheck& check,
                                           Progress& progress);

/// The flaw as a row without id.
model::BoundaryFinding finding_row(const model::TableSet& tables, const BoundaryFlaw& flaw,
                                   std::int64_t revision);

/// Who was looked at again after an edit; also villages that the edit took away.
struct LookedAt {
    std::set<Id<model::Village>> villages;
    std::set<Id<model::SpecialArea>> special_areas;
};

/// What recording the flaws changes. A finding is the one recorded before when the fingerprint is
/// the same or, failing that, when kind and villages are and the boxes meet: it keeps its id.
/// `around`: null after a whole check. Else only findings in which one of those takes part are
/// touched, and `flaws` are those of the neighbourhood; what lies outside its kecamatan is found by
/// whole checks only and stays as it was. Lines that moved are left alone (see moved_lines.h).
model::RecordFindings finding_changes(const model::TableSet& tables,
                                      std::span<const BoundaryFlaw> flaws, std::int64_t revision,
                                      const LookedAt* around = nullptr);

} // namespace antardesa::analysis
