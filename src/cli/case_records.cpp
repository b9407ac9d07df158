#include "cli/dispute_parts.h"

#include "workspace/case_papers.h"
#include "workspace/history_head.h"
#include "workspace/record.h"
#include "workspace/register_row.h"
#include "workspace/signatory_notes.h"
#include "workspace/sound_project.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

using workspace::RecordKey;
using workspace::Register;

struct KindName {
    const char* code;
    Register kind;
};
constexpr std::array<KindName, 6> kinds{{{"case", Register::dispute},
                                         {"meeting", Register::meeting},
                                         {"evidence", Register::evidence},
                                         {"signatory", Register::signatory},
                                         {"segment", Register::case_segment},
                                         {"local-step", Register::local_step}}};

struct RecordOptions {
    std::string project;
    std::int64_t dispute = 0; ///< 0 with a local step, which every case takes
    std::string kind;
    std::int64_t row = 0; ///< 0: a new one
    std::vector<std::string> values;
    bool removes = false;
};
struct PapersOptions {
    std::string project;
    std::int64_t dispute = 0;
    std::string folder;
};

const char* code_of(Register kind) {
    const auto named = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindName& one) { return one.kind == kind; });
    return named == kinds.end() ? "" : named->code;
}

/// As the window calls it.
std::string kind_word(const Session& session, Register kind) {
    return session.catalogue().text("workspace.record.kind." +
                                    std::string(workspace::name_of(kind)));
}

RecordKey key_of(const RecordOptions& options) {
    const auto named = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindName& one) { return one.code == options.kind; });
    RecordKey key{named->kind, options.row};
    if (key.kind == Register::dispute) {
        key.id = options.dispute;
    } else if (key.kind != Register::local_step) {
        key.owner = options.dispute;
        key.owner_kind = Register::dispute;
    }
    return key;
}

/// "tanggal=2026-03-04" as column and value.
std::pair<std::string, std::string> value_of(const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0)
        throw Usage({"cli.usage.set", {text}});
    return {text.substr(0, sign), text.substr(sign + 1)};
}

/// Nothing that was typed is passed over: a column that the row has not is refused with all that
/// it has.
std::optional<Refusal> unknown_column(const workspace::RecordForm& form,
                                      const workspace::RecordChange& change) {
    for (const auto& value : change.values) {
        const std::string& column = value.first;
        const auto has = [&](const workspace::RecordField& field) {
            return field.column == column;
        };
        if (std::any_of(form.fields.begin(), form.fields.end(), has))
            continue;
        std::string known;
        for (const workspace::RecordField& field : form.fields)
            known += (known.empty() ? "" : ", ") + field.column;
        return Refusal{{"cli.record.no_column", {column, known}}};
    }
    return std::nullopt;
}

/// A row of another case is not this one's.
bool belongs(const workspace::RecordForm& form, const RecordKey& key) {
    return key.id == 0 || key.kind == Register::local_step || key.kind == Register::dispute ||
           (form.key.owner == key.owner && form.key.owner_kind == Register::dispute);
}

/// What is odd about who was written; 0: the newest.
void warn_of(const Session& session, const model::Atlas& atlas, std::int64_t row) {
    const auto& table = atlas.table<model::Signatory>();
    const auto* written = row != 0 ? table.find({row}) : &table[table.size() - 1];
    if (written)
        for (const Message& warning : workspace::signatory_warnings(atlas, *written))
            session.remark(warning);
}

int record(Session& session, const RecordOptions& options) {
    const RecordKey key = key_of(options);
    const bool local = key.kind == Register::local_step;
    if (key.kind == Register::dispute && (options.removes || options.row != 0))
        throw Usage({"cli.usage.record", {}});
    if (options.removes == !options.values.empty() || (options.removes && options.row == 0) ||
        local == (options.dispute != 0))
        throw Usage({"cli.usage.record", {}});
    workspace::RecordChange change{key, {}};
    for (const std::string& text : options.values)
        change.values.push_back(value_of(text));
    change.today = session.writing_environment().clock->today();
    std::shared_ptr<const model::Atlas> now;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        now = workspace::edit_project(
            options.project,
            [&](const model::Atlas& atlas) -> Result<model::Edit> {
                if (!local && !atlas.find(Id<model::BoundaryDispute>{options.dispute}))
                    return Refusal{{"model.unknown_dispute", {std::to_string(options.dispute)}}};
                const auto form = workspace::record_form(atlas, key, session.catalogue());
                if (!form || !belongs(*form, key))
                    return Refusal{{"cli.record.no_row", {options.kind, std::to_string(key.id)}}};
                if (auto refusal = unknown_column(*form, change))
                    return *std::move(refusal);
                return options.removes ? workspace::erase_record(atlas, key)
                                       : workspace::change_record(atlas, change);
            },
            session.writing_environment(), progress);
    });
    session.remark({options.removes ? "cli.record.removed" : "cli.record.written",
                    {kind_word(session, key.kind)}});
    if (key.kind == Register::signatory && !options.removes)
        warn_of(session, *now, options.row);
    return 0;
}

int papers(Session& session, const PapersOptions& options) {
    std::vector<std::filesystem::path> files;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto atlas = workspace::load_project(options.project, progress).atlas;
        if (const auto why = workspace::why_no_paper(options.project, progress))
            throw Error(why->message);
        files = value_or_fail(workspace::write_case_papers(atlas, {options.dispute}, options.folder,
                                                           workspace::history_head(options.project),
                                                           session.environment(), progress));
    });
    for (const auto& file : files)
        session.print(file.string());
    return 0;
}

} // namespace

std::vector<CaseRecord> case_records(const Session& session, const model::Atlas& atlas,
                                     Id<model::BoundaryDispute> dispute) {
    std::vector<CaseRecord> records;
    const auto form =
        workspace::record_form(atlas, {Register::dispute, dispute.value}, session.catalogue());
    if (form)
        for (const workspace::RecordChild& child : form->children)
            if (const std::string code = code_of(child.key.kind); !code.empty())
                records.push_back(
                    {code, kind_word(session, child.key.kind), child.key.id, child.title});
    return records;
}

void add_case_record(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<RecordOptions>();
    CLI::App* command = table.add_to(
        family, "record", [options](Session& session) { return record(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("ID", options->dispute, table.help("propose.dispute"));
    std::vector<std::string> codes;
    for (const KindName& one : kinds)
        codes.emplace_back(one.code);
    command->add_option("--kind", options->kind, table.help("record.kind"))
        ->required()
        ->transform(one_of(table.session(), codes));
    command->add_option("--row", options->row, table.help("record.row"))
        ->check(between(table.session(), 1, 9e15))
        ->type_name("ID");
    command->add_option("--set", options->values, table.help("record.set"))
        ->type_name("COLUMN=VALUE");
    command->add_flag("--remove", options->removes, table.help("record.remove"));
}

void add_case_papers(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<PapersOptions>();
    CLI::App* command = table.add_to(
        family, "papers", [options](Session& session) { return papers(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("ID", options->dispute, table.help("propose.dispute"))->required();
    command->add_option("-o,--output", options->folder, table.help("papers.folder"))
        ->required()
        ->type_name("DIR");
}

} // namespace antardesa::cli
