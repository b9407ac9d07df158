#pragma once

#include "analysis/segments.h"
#include "model/finding_verbs.h"

/// Settled lines that are not any more where they were agreed, as findings of the project. Their
/// geometry is the agreed line, so that it is known when the boundary comes back to it.
namespace antardesa::analysis {

/// Settled segments whose line is another one afterwards while the paper that they rest on is the
/// same: it does not describe the new line. Those that are recorded already are left out.
std::vector<MovedLine> lines_moved(const model::TableSet& before, const model::TableSet& after);

/// Of an agreed line as a finding keeps it: the pieces that were agreed. Where the line was open (a
/// strip that both claimed, or neither) a finding also keeps both villages' sides of the strip.
geo::MultiLine agreed_pieces(const geo::MultiLine& kept);
/// Whether `line` runs through where the agreed line was open: then no line can be put back there.
bool closes_open_stretch(const geo::MultiLine& kept, const geo::MultiLine& line);

/// What a change of the boundaries does to them: `moved` are the lines that it moved (see
/// segment_changes), with `before` holding the rows as they were stored. One that was recorded
/// already is measured against what was agreed then, and gone when the line is that one again or
/// its two villages share none. Findings of other kinds are not touched. `open` is not counted.
model::RecordFindings moved_line_changes(const model::TableSet& before,
                                         const model::TableSet& after,
                                         std::span<const MovedLine> moved, std::int64_t revision);

} // namespace antardesa::analysis
