#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::workspace {

/// A file that somebody asked for: where it shall stand, and what must survive that.
struct Output {
    std::filesystem::path target;
    std::vector<std::filesystem::path> sources = {}; ///< files and folders that the command reads
    /// The one table that a GeoPackage is written with; where it is not said, what else is in an
    /// older one is not looked at.
    std::optional<std::string> layer = {};
};

/// The one gate before everything that is written where a person said. Nothing where the target may
/// be written: when nothing stands there, or an empty file, or a plain file that is by content of
/// the very kind that its ending names. Else why not: "base.file_is_link",
/// "base.folder_in_its_place" and "workspace.output.<…>" ({0}: the file in the way):
/// "no_plain_file"; "project", whatever its name; "source" for what is read at the same time;
/// "other_kind" ({1}: the ending); of a GeoPackage "other_tables" ({1}: what else is in it) and
/// "in_use" ({1}: the log beside it); of a shapefile "part_alone" for a .dbf that belongs to none,
/// unless a write of ours was cut off there.
/// Reads what stands there, as bytes alone; for jobs and the command line.
std::optional<Refusal> why_not_written(const Output& output);
/// Throws it as an `Error`.
void require_place(const Output& output);

} // namespace antardesa::workspace
