#pragma once

#include "topology/repair.h"
#include "workspace/claims.h"

/// Steps that make cases of overlaps, of two villages or of three.
namespace antardesa::workspace::overlap {

/// "workspace.overlap.…"
Refusal refused(const char* why, std::vector<std::string> arguments = {});

/// The overlap repaired by a rule; what was agreed there falls back, it is what is disputed now.
Result<model::Edit> mended(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                           topology::RepairRule rule, Id<model::Village> owner, Date today,
                           Progress& progress);

const model::BoundarySegment* segment_between(const model::Atlas& atlas, Id<model::Village> first,
                                              Id<model::Village> second);

/// A case that is still open between the two about their line; null: none.
const model::BoundaryDispute* open_case(const model::Atlas& atlas,
                                        const model::BoundarySegment& segment);

/// The writes of another edit, instead of those of the same segments.
void append(model::Edit& edit, model::Edit more);

/// The case keeps the land between its claims. It is written before them, which name it.
void keep_contested(model::BoundaryDispute row, geo::MultiPolygon land, model::Edit& edit);

/// What three claim is held by one of them and becomes a matter between that one and each of the
/// others, in a case that is open between them about their line or in a new one; the other's claim
/// runs round the land from end to end of where they border on it. It is held by the one that the
/// request names, else by the first with whom both others border on it. A number that was named is
/// of one new case; another waits for its own. Refused: `three_pairs` while two of them have an
/// overlap of their own, `three_apart` where nobody can hold it so, `three_first` where a case
/// would lose its land.
Result<model::Edit> case_of_three(const model::Atlas& atlas, const model::BoundaryFinding& finding,
                                  const OverlapCase& request, Progress& progress);

} // namespace antardesa::workspace::overlap
