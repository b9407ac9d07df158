#pragma once

#include "workspace/proposal_view.h"
#include "workspace/shown.h"
#include "workspace/words.h"

/// What is told of a case around its negotiating table, besides the line.
namespace antardesa::workspace {

/// Evidence, meetings, what the claims rest on, and what the law still asks for. `sides`: the
/// villages in the order of the view's sides.
void add_case_lines(ProposalView& view, const Shown& shown, const Words& words,
                    const model::BoundaryDispute& dispute,
                    const std::array<Id<model::Village>, 2>& sides);

} // namespace antardesa::workspace
