#pragma once

#include "cli/session.h"
#include "model/atlas.h"

namespace antardesa::cli {

/// The vertices of a segment along its line, by their numbers: position, the same in DMS, UTM and
/// TM-3, whether several boundaries meet there, whether it may not move. Throws `Error` for an
/// unknown segment.
void print_vertices(const Session& session, const model::Atlas& atlas,
                    Id<model::BoundarySegment> segment, bool as_json);

} // namespace antardesa::cli
