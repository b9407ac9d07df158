#pragma once

#include "io/workbook_writer.h"
#include "workspace/papers.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

struct PaperOutcome {
    int pages = 0; ///< of a PDF; a word processor counts its own
};

/// Writes a paper to .docx, .pdf or .xlsx (its tables), whole or not at all. `head`: of the
/// project's history, in short, for the foot of each page. Refused: another
/// ending, a workbook of a paper that is more than tables ("workspace.paper.no_workbook"), and as
/// `compose_paper`. Throws `Error` as `write_whole_file`, and `Cancelled`.
Result<PaperOutcome> write_paper(const model::Atlas& atlas, const PaperRequest& request,
                                 const std::filesystem::path& output, const std::string& head,
                                 const Environment& environment, Progress& progress);

/// The tables of a paper as sheets, for a workbook.
std::vector<io::WrittenSheet> sheets_of(const documents::Document& document);

} // namespace antardesa::workspace
