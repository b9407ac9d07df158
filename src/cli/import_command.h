#pragma once

#include "cli/source_crs.h"
#include "workspace/office_list.h"

#include <string>
#include <vector>

namespace antardesa::cli {

struct ImportOptions {
    std::string source;
    std::string project;
    std::string layer;
    std::vector<std::string> fields;
    SourceCrs crs;
    std::string report;
    workspace::OfficeChoices office; ///< about an office's own list
    bool dry_run = false;
    bool json = false;
};

/// Reads the source, says what came of it, and writes unless it is a trial. Returns the exit code.
int import(Session& session, const ImportOptions& options);

} // namespace antardesa::cli
