#pragma once

#include "io/boundary_import.h"
#include "workspace/import_draft.h"

namespace antardesa::workspace {

/// Which row of the project each imported village is, none for a new one; each row once. The same
/// village has the same code; unless name and place both say otherwise, as where codes were given
/// out anew. Else it has the same name and kecamatan. Else it lies where the row lies: of the
/// villages that have most of their land in the row's, the one of the same name, or the largest,
/// when together they cover half of it (of one alone that is an overlap of half, as intersection
/// over union). Codes and names count only where they are unique on both sides. Throws `Cancelled`.
std::vector<Id<model::Village>>
match_villages(const ImportDraft& draft, const io::BoundaryImport& import, Progress& progress);

} // namespace antardesa::workspace
