#pragma once

#include "io/boundary_import.h"
#include "workspace/import_draft.h"

#include <vector>

namespace antardesa::workspace {

/// What laying a boundary file over a project did, besides the rows.
struct OverlayReport {
    std::vector<Id<model::Village>> not_in_file; ///< kept as they are
};

/// Lays the imported villages, kecamatan and special areas over the draft. The same village (see
/// `match_villages`) keeps its row id and whatever hangs on it; unchanged outlines keep their
/// shared vertices, so that nothing downstream is derived anew. A code that is replaced goes to
/// the village's earlier codes, with the date until which it was one. Throws `Cancelled`.
OverlayReport lay_over(ImportDraft& draft, const io::BoundaryImport& import,
                       std::optional<Date> date, Progress& progress);

} // namespace antardesa::workspace
