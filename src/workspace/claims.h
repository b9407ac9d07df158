#pragma once

#include "base/job.h"
#include "model/edit.h"
#include "model/proceedings.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::workspace {

/// A claim of one of the villages that the case's segments lie between, `edit.add_claim`; it
/// changes no line in force. Refused: an unknown case, a village that is no party, no line, and a
/// line with which no contested land can be told any more (`analysis::contested_land`).
Result<model::Edit> add_claim(const model::Atlas& atlas, model::Claim claim);
/// What claims of one village rest on and who drew them; their lines stay, `edit.change_claim`.
/// Refused: unknown claims and documents, and what is so already ("workspace.record.unchanged").
struct ChangeClaim {
    Id<model::Claim> claim;
    std::optional<std::string> basis;
    std::optional<std::string> author;
    Id<model::Document> document; ///< none: the claim keeps its own
};
Result<model::Edit> change_claims(const model::Atlas& atlas,
                                  const std::vector<ChangeClaim>& changes);
/// Which line a claim of a case about several is about, "Batutengah – Bumikencana"; empty of a case
/// about one, and of a claim without a line.
std::string claimed_pair(const model::Atlas& atlas, const model::Claim& claim);
/// The claim goes, `edit.drop_claim`.
Result<model::Edit> drop_claim(const model::Atlas& atlas, Id<model::Claim> claim);

/// An overlap that the check found, to be settled between its villages.
struct OverlapCase {
    Id<model::BoundaryFinding> finding;
    std::array<std::string, 2> basis; ///< of the claims of two, villages by id
    std::string author;
    Id<model::Document> document; ///< that both claims name; may be none
    Date today;
    std::string number = {}; ///< of a new case
    std::string subject = {};
    Id<model::Village> holder = {}; ///< of what three claim; none: the first that can hold it
};
/// One step, `edit.claim_overlap`: both outlines' courses round the overlap become claims of a case
/// (an open one between the two, or a new one), and a line half-way between them is the boundary
/// in force, disputed, until they agree. Where the overlap reaches the end of that line the claims
/// are led to it: nobody drew their ends. Outlines that cross, or of which one lies in the other,
/// have no line half-way: then one of the two holds the land until they agree, and the edit is
/// named `edit.claim_overlap_held`. What three claim is held by one of them in the same way, who
/// has a case with each of the others (`edit.claim_overlap_three`). Refused
/// ("workspace.overlap.…"): `no_overlap` for another finding, `not_two` where more villages or a
/// special area take part, `no_sides` where no line comes to lie between two, `three_apart` where
/// no one of three (or not the one named) borders on both others there, `three_first` where a case
/// would lose its land, `not_claimant` where the one named is none of three, `only_three` where
/// one is named and not three claim it; as `why_not_repaired` and `analysis::contested_land` do.
/// Throws `Error` as `plan_repair`, `Cancelled`.
Result<model::Edit> case_of_overlap(const model::Atlas& atlas, const OverlapCase& request,
                                    Progress& progress);

} // namespace antardesa::workspace
