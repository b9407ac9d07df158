#pragma once

#include "cli/commands.h"
#include "model/rows.h"

namespace antardesa::cli {

/// The document that an edit rests on: `--document ID` of the project, or `--document-kind`,
/// `-number`, `-date` and `-title` of a new one.
struct DocumentOptions {
    std::optional<std::int64_t> id;
    std::string kind; ///< empty: the usual one
    std::string number;
    std::string date;
    std::string title;

    /// The new one; none where no part of one is given. Throws `Usage` for a date that is none, and
    /// for a new document beside one of the project.
    std::optional<model::Document> entered(const std::string& usual_kind = "berita_acara") const;
    Id<model::Document> chosen() const { return {id.value_or(0)}; }
};
/// `options` must outlive the command.
void add_document_options(CLI::App& command, DocumentOptions& options, const CommandTable& table);

} // namespace antardesa::cli
