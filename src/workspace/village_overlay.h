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
/// shared vertices, so that nothing downstream is derived anew. A code or name that is replaced
/// goes to what the village was before, with the date until which it was that. Throws `Cancelled`.
OverlayReport lay_over(ImportDraft& draft, const io::BoundaryImport& import,
                       std::optional<Date> date, Progress& progress);

/// "99.01.10.2003 s.d. 2026-03-01; Sukamaju s.d. 2024-01-01": model::Village::previous_codes with
/// one more entry in front, a code, a name, or whose land a new village was (code and name).
std::string with_previous(const std::string& earlier, const std::string& ended,
                          std::optional<Date> date);

} // namespace antardesa::workspace
