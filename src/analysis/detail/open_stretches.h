#pragma once

#include "geo/geometry.h"

#include <vector>

namespace antardesa::analysis::detail {

/// Where an agreed line was open (its villages claimed a strip there, or neither did) and another
/// line of the two runs through: the agreed line's ends, and what the other has between them.
struct ClosedStretch {
    geo::Point from; ///< ends of two of the agreed line's pieces
    geo::Point to;
    geo::Line course; ///< of the other line, from `from` to `to`
};
/// Degrees. An end belongs to the line where it lies within `same_line_most_m` of it.
std::vector<ClosedStretch> closed_stretches(const geo::MultiLine& agreed,
                                            const geo::MultiLine& line);

/// Where the agreed line ended before another line of the two does: from its outermost end to the
/// end of the other. The strip that was open there reached to the line's end.
std::vector<ClosedStretch> closed_ends(const geo::MultiLine& agreed, const geo::MultiLine& line);

/// The pieces without those two that share both ends: what each village had where the line was
/// open.
geo::MultiLine without_sides(const geo::MultiLine& agreed);

/// The agreed line with what its villages' outlines had where it was open and `line` is not: that
/// is what a line there is measured against. Sides that it has already stay where `line` is closed.
/// Where an outline is not known any more, the line itself: nothing was agreed there. Beyond the
/// agreed line's end only what both outlines had is added: else the line has grown.
geo::MultiLine closed_like(const geo::MultiLine& agreed, const geo::MultiLine& line,
                           const geo::MultiPolygon* first, const geo::MultiPolygon* second);

} // namespace antardesa::analysis::detail
