#include "cli/commands.h"
#include "model/unlawful_rows.h"
#include "project/backup.h"
#include "project/recovery.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

struct IntegrityOptions {
    std::string project;
    bool accept = false;
    bool json = false;
};

bool is_damaged(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

bool cannot_be_read(const Finding& finding) {
    return finding.code == "pages" || finding.code == "unreadable";
}

std::vector<Finding> checked(Session& session, const std::string& path) {
    std::vector<Finding> findings;
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        const auto file = project::ProjectFile::open(path, project::OpenMode::read);
        findings = file.check_integrity(progress);
        if (std::any_of(findings.begin(), findings.end(), cannot_be_read))
            return;
        std::vector<Finding> unreadable; // check_integrity has said them
        for (Finding& finding : model::unlawful_rows(file.read(unreadable, progress)))
            findings.push_back(std::move(finding));
    });
    return findings;
}

void accept(Session& session, const std::string& path) {
    const auto environment = session.writing_environment();
    std::int64_t revision = 0;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        // What an interrupted write left is played back first; without it nothing is touched
        // before the copy is there.
        std::error_code ignored;
        if (std::filesystem::exists(path + "-journal", ignored))
            static_cast<void>(project::ProjectFile::open(path, project::OpenMode::write));
        project::keep_as_is(path, *environment.clock, progress);
        auto file = project::ProjectFile::open(path, project::OpenMode::write);
        revision = value_or_fail(file.accept_changes(environment.authorship(), progress));
    });
    session.remark({"cli.integrity.accepted", {std::to_string(revision)}});
}

int integrity(Session& session, const IntegrityOptions& options) {
    if (options.accept)
        accept(session, options.project);
    const auto findings = checked(session, options.project);
    const bool damaged = is_damaged(findings);
    if (options.json) {
        json::Value document;
        session.print(document.set("whole", !damaged).set("findings", json_of(findings, session)));
    } else {
        print_findings(findings, session);
    }
    if (damaged)
        return session.fail({"cli.integrity.damaged", {options.project}});
    if (!options.json)
        session.remark({"cli.integrity.whole", {options.project}});
    return 0;
}

// ---- backup

int backup(Session& session, const std::string& path, bool json) {
    const auto environment = session.writing_environment();
    std::optional<project::BackupReport> report;
    session.with_progress({"cli.progress.backing_up", {}}, [&](Progress& progress) {
        report = value_or_fail(project::back_up(path, *environment.clock, progress));
    });
    if (json) {
        json::Value document;
        session.print(document.set("backup", report->path.string())
                          .set("made", report->made)
                          .set("removed", report->removed));
        return 0;
    }
    session.remark(
        {report->made ? "cli.backup.done" : "cli.backup.unchanged", {report->path.string()}});
    return 0;
}

// ---- recover

struct RecoverOptions {
    std::string project;
    std::string output;
    bool json = false;
};

json::Value tables_json(const project::RecoveryReport& report) {
    json::Array tables;
    for (const project::RecoveredTable& table : report.tables) {
        json::Value entry;
        tables.push_back(entry.set("table", table.table)
                             .set("whole", table.whole)
                             .set("from_backup", table.from_backup)
                             .set("doubtful", table.doubtful)
                             .set("lost", table.lost));
    }
    return tables;
}

void print_recovery(const Session& session, const project::RecoveryReport& report) {
    for (const project::RecoveredTable& table : report.tables)
        session.print("  " + session.sentence(
                                 {"cli.recover.table",
                                  {table.table, std::to_string(table.whole),
                                   std::to_string(table.from_backup),
                                   std::to_string(table.doubtful), std::to_string(table.lost)}}));
    print_findings(report.findings, session, report.findings.size());
}

int recover(Session& session, const RecoverOptions& options) {
    const auto environment = session.writing_environment();
    project::RecoveryReport report;
    session.with_progress({"cli.progress.recovering", {}}, [&](Progress& progress) {
        report =
            project::recover(options.project, options.output, environment.authorship(), progress);
    });
    if (options.json) {
        json::Value document;
        session.print(document.set("project", options.output)
                          .set("backup", report.backup.string())
                          .set("kept", report.kept())
                          .set("lost", report.lost())
                          .set("all_counted", report.all_counted)
                          .set("tables", tables_json(report))
                          .set("findings", json_of(report.findings, session)));
        return 0;
    }
    session.remark(
        {report.all_counted ? "cli.recover.done" : "cli.recover.done_uncounted",
         {options.output, std::to_string(report.kept()), std::to_string(report.lost())}});
    print_recovery(session, report);
    return 0;
}

void add_integrity(CommandTable& table) {
    const auto options = std::make_shared<IntegrityOptions>();
    CLI::App* command = table.add(
        "integrity", [options](Session& session) { return integrity(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_flag("--accept", options->accept, table.help("integrity.accept"));
    command->add_flag("--json", options->json, table.help("json"));
}

void add_backup(CommandTable& table) {
    const auto project = std::make_shared<std::string>();
    const auto json = std::make_shared<bool>(false);
    CLI::App* command = table.add(
        "backup", [project, json](Session& session) { return backup(session, *project, *json); });
    command->add_option("PROJECT", *project, table.help("project"))->required();
    command->add_flag("--json", *json, table.help("json"));
}

/// Opening an older file for writing migrates it; this does nothing else.
void add_migrate(CommandTable& table) {
    const auto path = std::make_shared<std::string>();
    table
        .add("migrate",
             [path](Session& session) {
                 const auto file = project::ProjectFile::open(*path, project::OpenMode::write);
                 session.remark({"cli.migrate.done", {*path, std::to_string(file.version())}});
                 return 0;
             })
        ->add_option("PROJECT", *path, table.help("project"))
        ->required();
}

} // namespace

void add_keep_commands(CommandTable& table) {
    add_integrity(table);
    add_backup(table);
    add_migrate(table);
    const auto options = std::make_shared<RecoverOptions>();
    CLI::App* command =
        table.add("recover", [options](Session& session) { return recover(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("-o,--output", options->output, table.help("recover.output"))->required();
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
