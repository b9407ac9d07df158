#pragma once

#include "base/result.h"
#include "documents/document.h"
#include "i18n/catalogue.h"
#include "model/atlas.h"
#include "workspace/paper_request.h"

#include <string>
#include <vector>

/// What the papers of boundaries and cooperation say: pure functions of a snapshot. They speak
/// Indonesian whatever the program speaks, for that is the language of what is signed. What is not
/// recorded stays a dotted line; nothing is made up.
namespace antardesa::workspace {

struct PaperFacts {
    const model::Atlas& atlas;
    const i18n::Catalogue& indonesian; ///< names of stored codes, figures
    Date today;
    std::string author;
    std::string history_head = {}; ///< in short (history_head.h); empty: not said
};

/// Refused: "workspace.paper.unknown_…" ({0}: the id) for what the project lacks, "….takes_…" where
/// the kind is about something else than was named.
Result<documents::Document> compose_paper(const PaperFacts& facts, const PaperRequest& request);

/// The kinds, each for what `compose_paper` has found to be there.
documents::Document coordinate_paper(const PaperFacts& facts, const PaperRequest& request);
documents::Document minutes_paper(const PaperFacts& facts, const PaperRequest& request);
/// Why the minutes are marked as a draft, as they say it themselves; empty when they are none.
std::vector<std::string> missing_in_minutes(const PaperFacts& facts, const PaperRequest& request);
documents::Document evaluation_paper(const PaperFacts& facts);
/// The nine principles with the marks of the latest evaluation; a draft while one of them, the day
/// or the evaluator is missing.
documents::Document agreement_evaluation_paper(const PaperFacts& facts,
                                               const PaperRequest& request);
documents::Document dispute_register_paper(const PaperFacts& facts);
documents::Document accountability_paper(const PaperFacts& facts, const PaperRequest& request);

} // namespace antardesa::workspace
