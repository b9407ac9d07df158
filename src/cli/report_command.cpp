#include "base/text.h"
#include "cli/commands.h"
#include "workspace/history_head.h"
#include "workspace/paper_file.h"
#include "workspace/sound_project.h"

namespace antardesa::cli {

namespace {

struct ReportOptions {
    std::string project;
    std::string output;
    std::string kind;
    std::int64_t segment = 0;
    std::int64_t dispute = 0;
    std::int64_t agreement = 0;
    std::int64_t body = 0;
};

/// What the words alone already show to be wrong, before a project is read.
void require_sensible(const ReportOptions& options) {
    const std::string ending =
        lower_case(std::filesystem::path(options.output).extension().string());
    if (ending != ".docx" && ending != ".pdf" && ending != ".xlsx")
        throw Usage({"cli.usage.report_ending", {options.output}});
}

int report(Session& session, const ReportOptions& options) {
    require_sensible(options);
    const workspace::PaperRequest request{workspace::paper_kind_from(options.kind).value(),
                                          {options.segment},
                                          {options.dispute},
                                          {options.agreement},
                                          {options.body}};
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto atlas = workspace::load_project(options.project, progress).atlas;
        if (const auto why = workspace::why_no_paper(options.project, progress))
            throw Error(why->message);
        value_or_fail(workspace::write_paper(*atlas, request, options.output,
                                             workspace::history_head(options.project),
                                             session.environment(), progress));
    });
    session.remark({"cli.report.written", {options.output}});
    return 0;
}

} // namespace

void add_report_command(CommandTable& table) {
    const auto options = std::make_shared<ReportOptions>();
    CLI::App* command =
        table.add("report", [options](Session& session) { return report(session, *options); });
    const auto help = [&table](const char* key) {
        return table.help(std::string("report.") + key);
    };
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--kind", options->kind, help("kind"))
        ->required()
        ->transform(one_of(table.session(), {"coordinates", "berita-acara", "evaluation",
                                             "register", "accountability"}));
    command->add_option("-o,--output", options->output, help("output"))->required();
    const auto id = [&](const char* flag, std::int64_t& value, const char* key) {
        command->add_option(flag, value, help(key))
            ->check(between(table.session(), 1, 9e15))
            ->type_name("ID");
    };
    id("--segment", options->segment, "segment");
    id("--dispute", options->dispute, "dispute");
    id("--agreement", options->agreement, "agreement");
    id("--body", options->body, "body");
}

} // namespace antardesa::cli
