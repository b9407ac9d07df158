#include "base/text.h"
#include "cli/import_command.h"
#include "workspace/register_export.h"
#include "workspace/sound_project.h"

#include <filesystem>

namespace antardesa::cli {

namespace {

struct RegisterOptions {
    std::string project;
    std::string output;
    std::string name;
};

int import_register(Session& session, const ImportOptions& options) {
    // A boundary file has a command of its own.
    const std::string ending =
        lower_case(std::filesystem::path(options.source).extension().string());
    if (ending != ".xlsx" && ending != ".csv")
        throw Usage({"cli.usage.register_ending", {options.source}});
    return import(session, options);
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

void add_register_import(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command = table.add_to(family, "import", [options](Session& session) {
        return import_register(session, *options);
    });
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
}

} // namespace antardesa::cli
