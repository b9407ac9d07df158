#include "cli/document_options.h"

#include "model/state_papers.h"

namespace antardesa::cli {

std::optional<model::Document> DocumentOptions::entered(const std::string& usual_kind) const {
    if (kind.empty() && number.empty() && date.empty() && title.empty())
        return std::nullopt;
    if (id)
        throw Usage({"cli.usage.document_or_new", {}});
    model::Document document;
    const auto known = model::known_document_kind(kind.empty() ? usual_kind : kind);
    if (!known) {
        std::string all;
        for (const std::string_view one : model::document_kinds())
            all += (all.empty() ? "" : ", ") + std::string(one);
        throw Usage({"cli.usage.document_kind", {kind, all}});
    }
    document.kind = *known;
    document.number = number;
    document.title = title;
    if (!date.empty()) {
        document.date = parse_date(date);
        if (!document.date)
            throw Usage({"cli.usage.date", {date}});
    }
    return document;
}

void add_document_options(CLI::App& command, DocumentOptions& options, const CommandTable& table) {
    command.add_option("--document", options.id, table.help("document"))->type_name("ID");
    command.add_option("--document-kind", options.kind, table.help("document_kind"));
    command.add_option("--document-number", options.number, table.help("document_number"));
    command.add_option("--document-date", options.date, table.help("document_date"))
        ->type_name("YYYY-MM-DD");
    command.add_option("--document-title", options.title, table.help("document_title"));
}

} // namespace antardesa::cli
