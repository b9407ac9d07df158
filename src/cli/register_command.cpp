#include "base/text.h"
#include "cli/import_command.h"
#include "workspace/attachment.h"
#include "workspace/project_edit.h"
#include "workspace/register_export.h"
#include "workspace/sound_project.h"

#include <algorithm>
#include <filesystem>

namespace antardesa::cli {

namespace {

struct RegisterOptions {
    std::string project;
    std::string output;
    std::string name;
};
struct AttachOptions {
    std::string file;
    std::string project;
    std::int64_t document = 0;
    std::int64_t attachment = 0;
    std::string words;
    bool link = false;
};

int import_register(Session& session, const ImportOptions& options) {
    // A boundary file has a command of its own.
    const std::string ending =
        lower_case(std::filesystem::path(options.source).extension().string());
    if (ending != ".xlsx" && ending != ".csv")
        throw Usage({"cli.usage.register_ending", {options.source}});
    return import(session, options);
}

/// "Nama Kegiatan=judul" into the map; `complaint` names the option's form.
void take_choices(const std::vector<std::string>& assignments, const char* complaint,
                  std::map<std::string, std::string>& into) {
    for (const std::string& assignment : assignments) {
        const std::size_t at = assignment.rfind('=');
        if (at == std::string::npos || at == 0 || at + 1 == assignment.size())
            throw Usage({complaint, {assignment}});
        into[assignment.substr(0, at)] = assignment.substr(at + 1);
    }
}

/// What a person decided about an office's own list.
struct OfficeOptions {
    std::vector<std::string> columns;
    std::vector<std::string> names;
    std::vector<std::string> lists;
    bool leave_unknown = false;
};

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// "aset_bersama" for the whole file, "Lembar 1=aset_bersama" for one sheet.
void take_lists(const std::vector<std::string>& assignments,
                std::map<std::string, std::string>& into) {
    std::vector<std::string> known;
    for (const workspace::OfficeKind kind : workspace::office_kinds())
        known.emplace_back(workspace::name_of(kind));
    for (const std::string& assignment : assignments) {
        const std::size_t at = assignment.rfind('=');
        const std::string kind = at == std::string::npos ? assignment : assignment.substr(at + 1);
        if (!workspace::office_kind(kind))
            throw Usage({"cli.usage.office_list", {assignment, joined(known)}});
        into[at == std::string::npos ? std::string() : assignment.substr(0, at)] = kind;
    }
}

/// Those of every kind, each once: which kind a list is shows only when it is read.
std::vector<std::string> all_fields() {
    std::vector<std::string> all;
    for (const workspace::OfficeKind kind : workspace::office_kinds())
        for (const std::string& field : workspace::office_fields(kind))
            if (std::find(all.begin(), all.end(), field) == all.end())
                all.push_back(field);
    return all;
}

workspace::OfficeChoices choices_of(const OfficeOptions& options) {
    workspace::OfficeChoices choices;
    take_choices(options.columns, "cli.usage.office_column", choices.columns);
    take_choices(options.names, "cli.usage.office_name", choices.names);
    choices.leave_unknown = options.leave_unknown;
    take_lists(options.lists, choices.lists);
    const auto known = all_fields();
    for (const auto& [title, field] : choices.columns)
        if (field != "-" && std::find(known.begin(), known.end(), field) == known.end())
            throw Usage({"cli.usage.office_field", {field, joined(known)}});
    return choices;
}

int export_register(Session& session, const RegisterOptions& options) {
    std::vector<Finding> damage;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto atlas = workspace::load_project(options.project, progress).atlas;
        damage = workspace::damage_of(options.project, progress);
        workspace::export_register(*atlas, options.output, options.name, SystemClock().today(),
                                   session.catalogue());
    });
    session.remark({"cli.register.written", {options.output}});
    if (const auto message = workspace::told(options.project, damage))
        session.remark(*message);
    return 0;
}

int attach(Session& session, const AttachOptions& options) {
    const workspace::AttachFile request{
        {options.document}, options.file, options.words, options.link};
    std::shared_ptr<const model::Atlas> atlas;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        atlas = workspace::edit_project(
            options.project,
            [&](const model::Atlas& before) { return workspace::attach_file(before, request); },
            session.writing_environment(), progress);
    });
    const auto& rows = atlas->table<model::Attachment>();
    session.remark({options.link ? "cli.register.linked" : "cli.register.attached",
                    {rows[rows.size() - 1].name, std::to_string(rows[rows.size() - 1].id.value)}});
    return 0;
}

int extract(Session& session, const AttachOptions& options) {
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto atlas = workspace::load_project(options.project, progress).atlas;
        const auto written =
            workspace::write_attachment(*atlas, {options.attachment}, options.file);
        if (!written)
            throw Error(written.refusal().message);
    });
    session.remark({"cli.register.written", {options.file}});
    return 0;
}

void add_attach(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<AttachOptions>();
    CLI::App* command = table.add_to(
        family, "attach", [options](Session& session) { return attach(session, *options); });
    command->add_option("FILE", options->file, table.help("register.attached"))->required();
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--document", options->document, table.help("register.of_document"))
        ->required();
    command->add_option("--words", options->words, table.help("register.words"));
    command->add_flag("--link", options->link, table.help("register.link"));
}

void add_extract(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<AttachOptions>();
    CLI::App* command = table.add_to(
        family, "extract", [options](Session& session) { return extract(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--attachment", options->attachment, table.help("register.attachment"))
        ->required();
    command->add_option("-o,--output", options->file, table.help("register.extracted"))->required();
}

void add_register_import(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<ImportOptions>();
    const auto office = std::make_shared<OfficeOptions>();
    CLI::App* command = table.add_to(family, "import", [options, office](Session& session) {
        options->office = choices_of(*office);
        return import_register(session, *options);
    });
    command->add_option("--column", office->columns, table.help("register.column"));
    command->add_option("--village", office->names, table.help("register.village"));
    command->add_option("--list", office->lists, table.help("register.list"))->type_name("KIND");
    command->add_flag("--leave-unknown", office->leave_unknown,
                      table.help("register.leave_unknown"));
    command->add_option("FILE", options->source, table.help("register.source"))->required();
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--report", options->report, table.help("report_file"))->type_name("FILE");
    command->add_flag("--dry-run", options->dry_run, table.help("import.dry_run"));
    command->add_flag("--json", options->json, table.help("json"));
}

void add_register_export(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<RegisterOptions>();
    CLI::App* command = table.add_to(family, "export", [options](Session& session) {
        return export_register(session, *options);
    });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("-o,--output", options->output, table.help("register.output"))->required();
    command->add_option("--name", options->name, table.help("register.name"));
}

} // namespace

void add_register_command(CommandTable& table) {
    CLI::App* family = table.add_family("register");
    add_register_import(table, *family);
    add_register_export(table, *family);
    add_attach(table, *family);
    add_extract(table, *family);
}

} // namespace antardesa::cli
