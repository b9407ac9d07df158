#pragma once

#include "io/boundary_import.h"
#include "workspace/import_draft.h"

namespace antardesa::workspace {

/// What laying a boundary file over a project did, besides the rows.
struct OverlayReport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int missing = 0; ///< in the project, not in the file: kept, each with a finding
    std::vector<Finding> findings;
};

/// Lays the imported villages, kecamatan and special areas over the draft. A village is the same
/// when its Kemendagri code is (unique on both sides), else when name and kecamatan are (again
/// unique). The same village keeps its row id and whatever hangs on it; unchanged outlines keep
/// their shared vertices, so that nothing downstream is derived anew.
OverlayReport lay_over(ImportDraft& draft, const io::BoundaryImport& import);

} // namespace antardesa::workspace
