#pragma once

#include "workspace/verbs.h"

/// What a meeting takes home: every paper of a case in one press.
namespace antardesa::workspace {

/// Writes into a folder, whole or not at all: the berita acara as .docx and .pdf, the annex of
/// coordinates and the boundary sheet, each as `write_paper` and `export_map` write it; of a case
/// that villages cannot settle (batas daerah) what goes along when it is handed over: the
/// coordinates and a working sheet. The folder is made; an empty one that is there already will do.
/// Returns the files in this order. Refused: a folder with something in it
/// ("workspace.papers.folder_used", {0}: it), for what may be somebody's corrected berita acara;
/// and as the papers are. `head`: as of `write_paper`. Throws `Error` where the folder cannot be
/// made, as the writers do, and `Cancelled`: then nothing is left behind.
Result<std::vector<std::filesystem::path>>
write_case_papers(const std::shared_ptr<const model::Atlas>& atlas,
                  Id<model::BoundaryDispute> dispute, const std::filesystem::path& folder,
                  const std::string& head, const Environment& environment, Progress& progress);

} // namespace antardesa::workspace
