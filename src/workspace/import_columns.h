#pragma once

#include "workspace/verbs.h"

namespace antardesa::workspace {

/// What the columns of a boundary file mean: as recognised, then as the request says. Throws
/// `Error` as `io::with_field` refuses.
io::FieldMapping mapping_for(const ImportRequest& request, const io::FeatureTable& table);
/// What the file could be read as besides, for the plan: its layers, where there are several, and
/// the columns of the one that was read.
void note_source(ImportPlan& plan, const ImportRequest& request, const std::filesystem::path& path,
                 const io::FeatureTable& table, Progress& progress);

} // namespace antardesa::workspace
