#pragma once

#include "base/date.h"
#include "base/finding.h"
#include "io/table_reader.h"
#include "workspace/import_draft.h"

#include <optional>
#include <string_view>
#include <vector>

/// Registers as they come from an office: one CSV per table, rows that name villages by their
/// Kemendagri code and other registers' rows by the `id` written there. The columns of each stand
/// in data/sample/README.md.
namespace antardesa::workspace {

/// The registers, in the order in which they can be laid without dangling references.
enum class Register {
    document,
    legal_basis,
    segment,
    third_party,
    body,
    body_member,
    enterprise,
    enterprise_capital,
    agreement,
    agreement_party,
    dispute,
    claim,
    asset,
    asset_share,
    proposal,
    boundary_subject,
    local_step,
    meeting,
    funding,
    report,
    problem,
    evaluation,
    body_activity,
    asset_care,
    case_segment,
    signatory,
    evidence,
    attachment,
    village_alias,
    column_meaning
};

/// By the file's name without folder and ending: "kerja_sama.csv" → agreement.
std::optional<Register> register_of(std::string_view source);

/// Lays registers over the draft, in whatever order they come. Pre-condition: villages and
/// segments are in the draft. A row that stands for one already there (same document number,
/// agreement number, dispute number, name of a body …) replaces it and keeps its id. What a row is
/// made of is replaced as a set when it comes again: parties, members, capital, shares, who signs,
/// the segments of a case or agreement; how many went is a warning "register_rows_erased". Where a
/// row of such a set was refused, it may be any of the old ones, and none goes
/// ("register_rows_unsure"). A column that a file lacks is left as it was; where it would have told
/// which row is meant, and several may be, the row is refused ("register_ambiguous_row"). What
/// happened and was brought forward (meetings, reports, funding, problems, evaluations, activities,
/// care, evidence, claims, proposals) only gains by a file; how many old rows of its parents it
/// does not tell again is an information "register_rows_stay". A row that cannot be used is left
/// out with an error finding that names file, line, value and what to do; a value that cannot be
/// read is left empty with a warning, and so is a day after `today` on which a paper was made,
/// somebody signed or a meeting was held ("register_date_to_come"; none: no day is). Never silent:
/// rows in the files = rows laid + error findings "register_…". A register with an unknown name is
/// one finding "register_unknown". What reading a table found is not repeated here.
std::vector<Finding> lay_registers(ImportDraft& draft, const std::vector<io::Table>& registers,
                                   std::optional<Date> today = {});

/// The land between two claims: the first line and the second one walked back, as one ring under
/// the even-odd rule, cut into simple rings where the lines cross. Empty unless both are single
/// lines whose ends meet within `tolerance` (degrees), in either direction.
geo::MultiPolygon land_between(const geo::MultiLine& first, const geo::MultiLine& second,
                               double tolerance = 0.0005);

} // namespace antardesa::workspace
