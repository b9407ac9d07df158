#include "cli/document_options.h"
#include "cli/rows_json.h"
#include "workspace/finding_exception.h"

namespace antardesa::cli {

namespace {

struct AllowOptions {
    std::string project;
    std::int64_t row = 0; ///< a finding; with --remove an exception
    std::string reason;
    DocumentOptions document;
    std::string date;
    std::string remark;
    bool remove = false;
    bool json = false;
};

workspace::AllowRequest request_from(const AllowOptions& options) {
    workspace::AllowRequest request;
    request.stay.finding = {options.row};
    request.stay.reason = *model::from_code<model::ExceptionReason>(options.reason);
    request.stay.document = options.document.chosen();
    request.stay.remark = options.remark;
    request.entered = options.document.entered();
    if (options.date.empty())
        return request;
    request.stay.date = parse_date(options.date);
    if (!request.stay.date)
        throw Usage({"cli.usage.date", {options.date}});
    return request;
}

Result<model::Edit> edit_of(const model::Atlas& atlas, const AllowOptions& options, Date today) {
    if (options.remove)
        return model::withdraw_exception(atlas, {{options.row}});
    return workspace::allow_finding(atlas, request_from(options), today);
}

/// The row that is there afterwards and was not, or was another, before.
json::Value outcome(const model::Edit& edit) {
    for (const model::RowWrite& write : edit.writes) {
        json::Value item;
        if (const auto* put = std::get_if<model::Put<model::BoundaryException>>(&write))
            return item.set("exception", put->row.id.value)
                .set("since", iso_text(*put->row.date))
                .set("document",
                     put->row.document ? json::Value(put->row.document.value) : json::Value());
        if (const auto* put = std::get_if<model::Put<model::BoundaryFinding>>(&write))
            return item.set("finding", put->row.id.value);
    }
    return {};
}

int allow(Session& session, const AllowOptions& options) {
    if (options.remove != options.reason.empty())
        throw Usage({"cli.usage.reason_or_remove", {}});
    if (!options.remove)
        request_from(options); // what is mistyped is said before anything is opened
    const workspace::Environment environment = session.writing_environment();
    json::Value done;
    std::string name;
    session.with_progress({"cli.allow.progress", {}}, [&](Progress& progress) {
        auto file = project::ProjectFile::open(options.project, project::OpenMode::write);
        std::vector<Finding> findings;
        // What lies between the villages plays no part: the coverage need not be derived.
        const auto atlas =
            model::Atlas::build(file.identity(), file.read(findings, progress), file.revision(),
                                std::make_shared<const topology::Coverage>());
        const model::Edit edit =
            value_or_fail(edit_of(*atlas, options, environment.clock->today()));
        const std::int64_t revision = value_or_fail(file.apply(edit, environment.authorship()));
        done = outcome(edit).set("revision", revision);
        name = edit.name.arguments.front();
    });
    if (options.json)
        session.print(done);
    else
        session.remark({options.remove ? "cli.allow.removed" : "cli.allow.done", {name}});
    if (!options.json && done.has("exception"))
        session.remark({options.date.empty() ? "cli.allow.since_today" : "cli.allow.since",
                        {done["since"].string()}});
    return 0;
}

} // namespace

void add_allow_command(CommandTable& table) {
    const auto options = std::make_shared<AllowOptions>();
    CLI::App* command =
        table.add("allow", [options](Session& session) { return allow(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("ID", options->row, table.help("allow.row"))->required();
    std::vector<std::string> reasons;
    for (const auto& entry : model::Codes<model::ExceptionReason>::list)
        reasons.emplace_back(entry.code);
    command->add_option("--reason", options->reason, table.help("allow.reason"))
        ->transform(one_of(table.session(), std::move(reasons)));
    add_document_options(*command, options->document, table);
    command->add_option("--date", options->date, table.help("allow.date"))->type_name("YYYY-MM-DD");
    command->add_option("--remark", options->remark, table.help("allow.remark"));
    command->add_flag("--remove", options->remove, table.help("allow.remove"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
