#pragma once

#include "base/finding.h"
#include "style/ink.h"
#include "workspace/action.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the panel of a repair shows.
namespace antardesa::workspace {

/// One side of a previewed repair.
struct RepairRow {
    std::string name;   ///< a village, or "Tumpang tindih", "Celah"
    std::string change; ///< "+0,12 m²"
    bool gains = false; ///< else it loses
    std::optional<Place> place;
    std::optional<style::Colour> colour = {}; ///< of its land on the map
};
/// One finding that a repair mends, or leaves.
struct RepairItem {
    std::string title;  ///< "Celah · Batutengah – Bumikencana"
    std::string detail; ///< "0,31 m² untuk Batutengah"; why it stays
    std::optional<Place> place;
};
/// What a repair would do, before it is done; the map shows where.
struct RepairView {
    enum class Stage {
        none,    ///< nothing was asked for
        working, ///< the preview is being made
        ready,
        refused ///< `summary` says why
    };
    Stage stage = Stage::none;
    std::string title;              ///< of one case: "Batutengah – Bumikencana"
    std::vector<std::string> sides; ///< of one case: whom it may go to
    /// Of one case: claimed lines that it may follow, and what may be named with it.
    std::vector<std::pair<Id<model::Claim>, std::string>> claims;
    std::vector<std::pair<Id<model::Document>, std::string>> documents;
    std::string summary; ///< "12 temuan akan diperbaiki, 3 tersisa"
    std::string trouble; ///< why it was not carried out; empty: nothing was refused
    std::vector<RepairRow> rows;
    std::vector<RepairItem> changes; ///< of a batch: what is mended
    std::vector<RepairItem> stays;   ///< of a batch: what is not, and why
    /// Whose turn it was when nobody had chosen (PreviewRepair::undecided).
    std::optional<RepairWay> way;
    std::string sum; ///< "0,000000 m²": the area ledger of the kabupaten
    bool can_apply = false;
    bool moves_settled = false;  ///< agreed lines: `ApplyRepair` must say what becomes of them
    bool leaves_settled = false; ///< a batch left some: see PreviewRepair::with_settled
    /// Of equal outlines that are no copies: how many of `sides`, from the first, may be kept alone
    /// (RepairWay::to_first, to_second).
    std::size_t keepable = 0;
};

} // namespace antardesa::workspace
