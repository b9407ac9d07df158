#pragma once

#include "analysis/boundary_repair.h"
#include "analysis/point_following.h"
#include "model/edit.h"
#include "workspace/cited_document.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// What a repair rests on; for lines that were agreed before, what becomes of them: they fall back
/// to pelacakan, else are agreed anew with the document (model::settled_anew).
struct RepairBasis {
    CitedDocument document = {}; ///< none for technical repairs
    bool falls_back = false;     ///< also with a document, which then is the edit's alone
    std::optional<Date> today = {};
    bool answers() const { return document.known || document.entered || falls_back; }
};
/// What is asked for: the repair, and what it rests on.
struct RepairOrder {
    analysis::RepairRequest request;
    RepairBasis basis = {};
};

/// A repair, seen before it is done: what every village gains or loses, and the one edit that
/// does it (the segments between the villages with it).
struct RepairPlan {
    analysis::BoundaryRepair repair;
    model::Edit edit;       ///< without writes when there is nothing to repair
    bool puts_back = false; ///< a settled line goes back to where it was agreed (put_back_plan)
    std::vector<analysis::PointFate> points = {}; ///< then: what becomes of the line's points
    /// Agreed lines that it changes: it may be carried out with a basis only (`resting_on`).
    std::vector<Id<model::BoundarySegment>> settled = {};
};
/// Throws `Error` "workspace.repair.unbalanced" when more than 1 mm² would appear or vanish: a flaw
/// of this program that no one may carry out.
void require_balance(const topology::Ledger& ledger);

/// The plan's edit with its document and what becomes of agreed lines. Refused: as `citing` and
/// `model::settled_anew` refuse.
Result<model::Edit> resting_on(const model::Atlas& atlas, const RepairPlan& plan,
                               const RepairBasis& basis);

/// With a basis the edit rests on it, else it says nothing of agreed lines. Throws `Error` as
/// `require_balance`, "model.village_would_vanish", and with the sentence of a refusal of
/// `resting_on`.
RepairPlan plan_repair(const model::Atlas& atlas, const RepairOrder& order, Progress& progress);

/// Opens the project for writing, plans against what it holds and applies the edit. The plan comes
/// back as it was done. Throws `Error` as opening and applying do.
RepairPlan repair_project(const std::filesystem::path& project, const RepairOrder& order,
                          const Environment& environment, Progress& progress);

/// Why the one case asked for was not repaired, in a sentence; nothing when it was.
std::optional<Message> why_not_repaired(const analysis::BoundaryRepair& repair);
/// "Sukamaju, Batutengah": villages and special areas by their names.
std::string shape_names(const model::Atlas& atlas, const std::vector<topology::Claimant>& shapes);
/// As the check calls it: of topology::RefusedStrip or MendedStrip.
template<class Case>
model::FlawKind flaw_kind_of(const Case& one) {
    return one.copy                                ? model::FlawKind::duplicate_shape
           : one.fault                             ? model::FlawKind::invalid_ring
           : !one.kind                             ? model::FlawKind::near_miss
           : *one.kind == topology::StripKind::gap ? model::FlawKind::gap
                                                   : model::FlawKind::overlap;
}
/// Why a strip or near miss stays, in a sentence that says what can be done.
Message why_it_stays(const topology::RefusedStrip& strip);
/// What else a repair does to villages as a whole: splinters that become a neighbour's, and who
/// falls into more parts.
std::vector<Message> parts_messages(const model::Atlas& atlas, const topology::Repair& repair,
                                    const i18n::Catalogue& language);
/// "12 diperbaiki", "3 tersisa", …: each count by itself, in the order of RepairCounts.
std::vector<Message> count_messages(const analysis::RepairCounts& counts);

} // namespace antardesa::workspace
