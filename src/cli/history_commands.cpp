#include "base/text.h"
#include "cli/commands.h"
#include "project/project_file.h"
#include "workspace/edit_text.h"
#include "workspace/history_head.h"

namespace antardesa::cli {

namespace {

struct HistoryOptions {
    std::string project;
    bool verify = false;
    bool json = false;
};

std::string edit_name(const model::HistoryEntry& entry, const Session& session) {
    return workspace::edit_text({entry.name, entry.arguments}, session.catalogue());
}

/// As sheets and papers of that revision print it.
std::string link_text(const model::HistoryEntry& entry, const Session& session) {
    if (entry.link.empty())
        return {};
    return "\t" + session.catalogue().text(
                      Message{"cli.history.link", {workspace::head_in_short(entry.link)}});
}

json::Value entry_json(const model::HistoryEntry& entry, const Session& session) {
    json::Value document;
    return document.set("revision", entry.revision)
        .set("name", edit_name(entry, session))
        .set("edit", entry.name)
        .set("author", entry.author)
        .set("time", entry.time)
        .set("document", entry.document)
        .set("reverts", entry.reverts ? json::Value(entry.reverts) : json::Value())
        .set("undone", entry.undone)
        .set("link", entry.link);
}

/// Rows that cannot be read, or are not as this program wrote them; a chain that breaks.
std::vector<Finding> broken_rows(Session& session, const project::ProjectFile& file) {
    std::vector<Finding> findings;
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        file.read(findings, progress);
        for (Finding& finding : file.check_integrity(progress))
            if (finding.severity == Severity::error)
                findings.push_back(std::move(finding));
    });
    return findings;
}

int history(Session& session, const HistoryOptions& options) {
    const auto file = project::ProjectFile::open(options.project, project::OpenMode::read);
    const std::vector<Finding> broken =
        options.verify ? broken_rows(session, file) : std::vector<Finding>{};
    const auto entries = file.history();
    if (options.json) {
        json::Array edits;
        for (const model::HistoryEntry& entry : entries)
            edits.push_back(entry_json(entry, session));
        json::Value document;
        document.set("edits", std::move(edits));
        if (options.verify)
            document.set("verified", broken.empty())
                .set("head", entries.empty() ? std::string() : entries.front().link)
                .set("findings", json_of(broken, session));
        session.print(document);
    } else {
        for (const model::HistoryEntry& entry : entries)
            session.print(std::to_string(entry.revision) + "\t" + shown_on_one_line(entry.time) +
                          "\t" + (entry.author.empty() ? "–" : shown_on_one_line(entry.author)) +
                          "\t" + shown_on_one_line(edit_name(entry, session)) +
                          (entry.document.empty() ? "" : "\t" + shown_on_one_line(entry.document)) +
                          link_text(entry, session));
        print_findings(broken, session);
        if (options.verify && !entries.empty() && !entries.front().link.empty())
            session.print(session.catalogue().text(
                Message{"cli.history.head", {workspace::in_groups(entries.front().link)}}));
    }
    if (broken.empty())
        return 0;
    return session.fail({"cli.history.broken", {options.project, std::to_string(broken.size())}});
}

/// The entry that an undo or redo has just added says what it did.
int step(Session& session, const std::string& path, bool back) {
    const workspace::Environment environment = session.writing_environment();
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    const auto by = environment.authorship();
    const std::int64_t revision = value_or_fail(back ? file.undo(by) : file.redo(by));
    const auto newest = file.history(1);
    session.remark({back ? "cli.undo.done" : "cli.redo.done",
                    {std::to_string(revision),
                     newest.empty() ? std::string() : edit_name(newest.front(), session)}});
    return 0;
}

void add_step(CommandTable& table, const std::string& name, bool back) {
    const auto path = std::make_shared<std::string>();
    table.add(name, [path, back](Session& session) { return step(session, *path, back); })
        ->add_option("PROJECT", *path, table.help("project"))
        ->required();
}

} // namespace

void add_history_commands(CommandTable& table) {
    const auto options = std::make_shared<HistoryOptions>();
    CLI::App* command =
        table.add("history", [options](Session& session) { return history(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_flag("--verify", options->verify, table.help("history.verify"));
    command->add_flag("--json", options->json, table.help("json"));
    add_step(table, "undo", true);
    add_step(table, "redo", false);
}

} // namespace antardesa::cli
