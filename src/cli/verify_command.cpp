#include "cli/verify_command.h"

#include "base/text.h"
#include "workspace/edit_text.h"
#include "workspace/verify_code.h"

namespace antardesa::cli {

namespace {

struct VerifyOptions {
    std::string code;
    std::string project;
    bool json = false;
};

json::Value entry_json(const Session& session, const model::HistoryEntry& entry, bool in_city) {
    json::Value document;
    return document.set("revision", entry.revision)
        .set("name",
             workspace::edit_text({entry.name, entry.arguments}, session.catalogue(), in_city))
        .set("author", entry.author)
        .set("time", entry.time)
        .set("document", entry.document);
}

json::Value segments_json(const std::vector<workspace::SheetSegment>& segments) {
    json::Array rows;
    for (const workspace::SheetSegment& one : segments) {
        json::Value row;
        rows.push_back(row.set("id", one.id.value)
                           .set("names", one.names)
                           .set("state", one.state
                                             ? json::Value(std::string(model::code_of(*one.state)))
                                             : json::Value())
                           .set("replaced", one.replaced));
    }
    return json::Value(std::move(rows));
}

json::Value answer_json(const Session& session, const workspace::CodeAnswer& answer) {
    json::Value document;
    document.set("verdict", workspace::verdict_name(answer.verdict))
        .set("code", answer.code)
        .set("printed", iso_text(answer.printed))
        .set("segment", answer.segment ? json::Value(answer.segment.value) : json::Value())
        .set("segments", segments_json(answer.segments))
        .set("village", answer.village ? json::Value(answer.village.value) : json::Value())
        .set("names", answer.names)
        .set("case", answer.case_number.empty() ? json::Value() : json::Value(answer.case_number))
        .set("case_now",
             answer.number_now.empty() ? json::Value() : json::Value(answer.number_now));
    json::Value open_case;
    if (answer.open_case)
        open_case.set("id", answer.open_case.value)
            .set("number", answer.open_case_number)
            .set("state", std::string(model::code_of(*answer.open_case_state)))
            .set("reopened_by", answer.reopened_by
                                    ? entry_json(session, *answer.reopened_by, answer.in_city)
                                    : json::Value());
    document
        .set("state",
             answer.state ? json::Value(std::string(model::code_of(*answer.state))) : json::Value())
        .set("open_case", std::move(open_case));
    document.set("whole", answer.damage.empty()).set("findings", json_of(answer.damage, session));
    return document.set(
        "replaced_by", answer.replaced_by ? entry_json(session, *answer.replaced_by, answer.in_city)
                                          : json::Value());
}

/// 0 when the sheet may be relied on, 1 when not: as in the window.
int verify(Session& session, const VerifyOptions& options) {
    workspace::CodeAnswer answer;
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        answer = value_or_fail(workspace::verify_code(options.code, options.project, progress));
    });
    if (options.json)
        session.print(answer_json(session, answer));
    else
        session.print(shown_on_one_line(workspace::verdict_text(answer, session.catalogue())));
    return workspace::holds(answer) ? 0 : 1;
}

} // namespace

void add_verify_command(CommandTable& table) {
    const auto options = std::make_shared<VerifyOptions>();
    CLI::App* command =
        table.add("verify", [options](Session& session) { return verify(session, *options); });
    command->add_option("CODE", options->code, table.help("verify.code"))->required();
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
