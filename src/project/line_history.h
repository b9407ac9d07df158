#pragma once

#include "base/job.h"
#include "model/rows.h"

#include <filesystem>
#include <vector>

namespace antardesa::project {

/// A line that a segment had and has no more: what the changesets of the history hold, also of
/// edits that were taken back.
struct EarlierLine {
    Id<model::BoundarySegment> segment;
    model::SharedLines line;      ///< never null
    std::int64_t replaced_at = 0; ///< revision of the entry that put another in its place
};

/// Newest first. Entries whose changeset is not as it was written are passed over; revision 0 has
/// none. Throws `Error` as `ProjectFile::open` for reading, and `Cancelled`.
std::vector<EarlierLine> earlier_lines(const std::filesystem::path& project, Progress& progress);

} // namespace antardesa::project
