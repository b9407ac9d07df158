#include "workspace/record.h"

#include "model/casework.h"
#include "model/disputed_lines.h"
#include "model/verbs.h"
#include "model/village_law.h"
#include "workspace/record_fields.h"
#include "workspace/register_row.h"
#include "workspace/typed_value.h"
#include "workspace/words.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

/// Registers that stand by themselves and have forms, in the order of the browser.
constexpr std::array own_registers{
    Register::agreement,  Register::third_party,   Register::body,
    Register::enterprise, Register::asset,         Register::document,
    Register::local_step, Register::village_alias, Register::column_meaning};

bool has_form(Register kind) {
    return kind != Register::segment && kind != Register::claim && kind != Register::legal_basis &&
           kind != Register::proposal;
}

/// A case begins in the register of cases, not in a form.
bool can_be_new(Register kind) {
    return kind != Register::dispute;
}

std::string kind_name(Register kind, const i18n::Catalogue& language) {
    return language.text("workspace.record.kind." + std::string(name_of(kind)));
}

/// Every cell of the row as it is stored; empty ones for a new row.
std::vector<std::string> stored_row(const model::Atlas& atlas, const io::WrittenSheet& sheet,
                                    RecordKey key) {
    std::vector<std::string> cells(sheet.columns.size());
    if (key.id == 0)
        return cells;
    const auto& row = sheet.rows[*row_index(atlas, key)];
    std::transform(row.begin(), row.end(), cells.begin(), stored_text);
    return cells;
}

bool is_gone(const model::Atlas& atlas, RecordKey key) {
    return key.id == 0 ? !can_be_new(key.kind) : !row_index(atlas, key);
}

Refusal gone(RecordKey key) {
    return {{"workspace.record.gone", {std::string(name_of(key.kind)), std::to_string(key.id)}}};
}

/// Rows of other registers are named by their own ids in a form.
template<class Row>
void name_rows(RegisterContext& context, Register kind) {
    for (const Row& row : context.draft.table<Row>())
        context.laid[{kind, std::to_string(row.id.value)}] = row.id.value;
}

void name_all_rows(RegisterContext& context) {
    name_rows<model::Document>(context, Register::document);
    name_rows<model::CooperationBody>(context, Register::body);
    name_rows<model::JointEnterprise>(context, Register::enterprise);
    name_rows<model::Agreement>(context, Register::agreement);
    name_rows<model::ThirdParty>(context, Register::third_party);
    name_rows<model::SharedAsset>(context, Register::asset);
    name_rows<model::BoundaryDispute>(context, Register::dispute);
    name_rows<model::LocalStep>(context, Register::local_step);
}

/// The row as a register's table: what the change says, and the rest as it was.
Result<io::Table> changed_table(const model::Atlas& atlas, const io::WrittenSheet& sheet,
                                const RecordChange& change) {
    io::Table table;
    table.source = std::string(name_of(change.key.kind));
    for (const io::SheetColumn& column : sheet.columns)
        table.columns.push_back(column.title);
    std::vector<std::string> cells = stored_row(atlas, sheet, change.key);
    fill_defaults(atlas, sheet, change.key, cells);
    for (const auto& [column, typed] : change.values) {
        const auto at = table.column_index(column);
        if (!at || is_hidden(change.key.kind, column))
            continue;
        const auto kind = field_kind(change.key.kind, sheet.columns[*at]);
        const auto stored = stored_value(kind, column, typed, change.language);
        if (!stored)
            return stored.refusal();
        cells[*at] = stored.value();
        // The outline is said whole: what went on in further columns goes with it.
        for (int part = 2; table.column_index(continued(column, part)); ++part)
            cells[*table.column_index(continued(column, part))].clear();
    }
    const RecordKey owned = with_owner(atlas, change.key);
    const auto owners = owner_registers(change.key.kind);
    for (const ChildRegister& owner : owners)
        if (owners.size() == 1 || (change.key.id == 0 && owner.kind == owned.owner_kind))
            cells[*table.column_index(owner.owner_column)] = std::to_string(owned.owner);
    table.rows.push_back({1, std::move(cells)});
    return table;
}

/// A new row that may belong to several says to which it will.
void show_owner(const io::WrittenSheet& sheet, RecordKey key, std::vector<std::string>& cells) {
    if (key.id != 0 || key.owner == 0)
        return;
    for (const ChildRegister& owner : owner_registers(key.kind))
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (owner.kind == key.owner_kind && sheet.columns[i].title == owner.owner_column)
                cells[i] = std::to_string(key.owner);
}

/// Whether the row means nothing without the column.
bool is_needed(RecordKey key, std::string_view column) {
    // An asset of an office's list may have no place yet.
    if (column == "geometri" && key.id != 0)
        return false;
    const auto needed = needed_columns(key.kind);
    return std::find(needed.begin(), needed.end(), column) != needed.end();
}

std::optional<Refusal> unnamed(const io::Table& table, RecordKey key) {
    for (const std::string& column : table.columns)
        if (is_needed(key, column) && table.cell(table.rows.front(), column).empty())
            return Refusal{{"workspace.record.missing", {column}}};
    return std::nullopt;
}

} // namespace

std::optional<RecordForm> record_form(const model::Atlas& atlas, RecordKey key,
                                      const i18n::Catalogue& language) {
    const auto sheets = register_sheets(atlas);
    const io::WrittenSheet* sheet = sheet_of(sheets, key.kind);
    if (!has_form(key.kind) || !sheet || is_gone(atlas, key))
        return std::nullopt;
    RecordForm form;
    form.key = key;
    form.kind_name = kind_name(key.kind, language);
    if (key.id != 0) {
        form.title = record_title(atlas, key, &language);
        form.key = with_owner(atlas, key);
    }
    auto cells = stored_row(atlas, *sheet, key);
    show_owner(*sheet, key, cells);
    fill_defaults(atlas, *sheet, key, cells);
    for (std::size_t i = 0; i < sheet->columns.size(); ++i)
        if (!is_hidden(key.kind, sheet->columns[i].title))
            form.fields.push_back(
                record_field(atlas, key.kind, sheet->columns[i], cells[i], language));
    for (RecordField& field : form.fields) {
        field.is_needed = is_needed(key, field.column);
        if (field.column == "kode_desa_hadir")
            field.choices = attending_choices(atlas, form.key);
    }
    if (key.id != 0)
        for (const ChildRegister& child : child_registers(key.kind)) {
            form.can_add.emplace_back(child.kind, kind_name(child.kind, language));
            for (const std::int64_t id : children_of(atlas, child.kind, key)) {
                const RecordKey row{child.kind, id, key.id, key.kind};
                form.children.push_back({row, record_title(atlas, row, &language)});
            }
        }
    for (const ChildRegister& owner : owner_registers(key.kind))
        if (has_form(owner.kind) && owner.kind == form.key.owner_kind)
            form.parent = RecordKey{owner.kind, form.key.owner, 0};
    return form;
}

std::vector<RecordList> record_lists(const model::Atlas& atlas, const i18n::Catalogue& language) {
    const auto sheets = register_sheets(atlas);
    std::vector<RecordList> lists;
    for (const Register kind : own_registers) {
        RecordList& list = lists.emplace_back(RecordList{kind, kind_name(kind, language), {}});
        const io::WrittenSheet* sheet = sheet_of(sheets, kind);
        for (const auto& row : sheet->rows) {
            const auto id = static_cast<std::int64_t>(std::get<double>(row.front()));
            list.rows.push_back({{kind, id, 0}, record_title(atlas, {kind, id, 0})});
        }
    }
    return lists;
}

namespace {

/// Of a value outside its list what may stand there; a form imports no file that could be mended.
Refusal refused_in_form(Register kind, const Message& why) {
    if (why.key == "workspace.register.own_segment")
        return {{"workspace.record.own_segment", {}}};
    if (why.key != "workspace.register.unknown_code" || why.arguments.size() < 4)
        return {why};
    const std::string& column = why.arguments[2];
    const std::string codes = stored_codes(kind, column);
    return codes.empty()
               ? Refusal{why}
               : Refusal{{"workspace.record.not_in_list", {why.arguments[3], column, codes}}};
}

/// The correction of a case's number has a name of its own, for what was printed under the old one
/// is found again by it (verify_code.h).
std::optional<Message> renumbering(const model::Atlas& before, const model::Atlas& now,
                                   RecordKey key) {
    if (key.kind != Register::dispute || key.id == 0)
        return std::nullopt;
    const Id<model::BoundaryDispute> id{key.id};
    const model::BoundaryDispute* old = before.find(id);
    const model::BoundaryDispute* changed = now.find(id);
    if (!old || !changed || old->number.empty() || changed->number.empty() ||
        old->number == changed->number)
        return std::nullopt;
    return Message{"edit.renumber_case", {old->number, changed->number}};
}

/// A case between villages takes no line between two kabupaten, nor the other way round: one of
/// them would be settled by whom the law does not name.
std::optional<Refusal> under_two_laws(const model::Atlas& atlas, const model::Edit& edit) {
    for (const model::RowWrite& write : edit.writes) {
        const auto* put = std::get_if<model::Put<model::CaseSegment>>(&write);
        const auto* dispute = put ? atlas.find(put->row.dispute) : nullptr;
        const auto* segment = put ? atlas.find(put->row.segment) : nullptr;
        if (dispute && segment &&
            model::is_outside_village_law(atlas, *segment) !=
                (model::facilitator_for(atlas, dispute->first, dispute->second) ==
                 model::Facilitator::outside_village_law))
            return Refusal{{"workspace.record.other_law",
                            {pair_name(atlas, segment->first, segment->second)}}};
    }
    return std::nullopt;
}

} // namespace

Result<model::Edit> change_record(const model::Atlas& atlas, const RecordChange& change) {
    const RecordKey key = change.key;
    if (!has_form(key.kind) || is_gone(atlas, key))
        return gone(key);
    const auto sheets = register_sheets(atlas);
    const auto table = changed_table(atlas, *sheet_of(sheets, key.kind), change);
    if (!table)
        return table.refusal();
    if (const auto refusal = unnamed(table.value(), key))
        return *refusal;
    ImportDraft draft(&atlas);
    RegisterContext context(draft);
    context.only = key.id;
    name_all_rows(context);
    RegisterRow row(context, key.kind, table.value(), table.value().rows.front());
    lay_of(key.kind)(row);
    if (!context.findings.empty())
        return refused_in_form(key.kind, context.findings.front().message);
    model::Edit edit;
    edit.writes = draft.take_writes();
    const auto after = draft.take_tables();
    drop_unchanged(edit.writes, atlas, after);
    if (edit.writes.empty())
        return Refusal{{"workspace.record.unchanged", {}}};
    const auto now =
        model::Atlas::build(atlas.identity(), after, atlas.revision(), atlas.shared_coverage());
    const std::int64_t id = key.id != 0 ? key.id : newest_id(*now, key.kind);
    edit.name = {key.id != 0 ? "edit.change_record" : "edit.add_record",
                 {std::string(name_of(key.kind)), record_title(*now, {key.kind, id, key.owner})}};
    if (auto renumbered = renumbering(atlas, *now, key))
        edit.name = *std::move(renumbered);
    if (auto refusal = under_two_laws(atlas, edit))
        return *std::move(refusal);
    if (auto refusal = model::outside_facilitation(atlas.tables(), edit))
        return *std::move(refusal);
    if (auto refusal = change.today ? model::not_yet_happened(edit, *change.today) : std::nullopt)
        return *std::move(refusal);
    return model::with_disputed_lines(atlas.tables(), std::move(edit));
}

Result<model::Edit> erase_record(const model::Atlas& atlas, RecordKey key) {
    if (!has_form(key.kind) || key.id == 0 || is_gone(atlas, key))
        return gone(key);
    if (key.kind == Register::dispute)
        return Refusal{{"workspace.record.case_stays", {record_title(atlas, key)}}};
    if (const std::string other = referring_row(atlas, key); !other.empty())
        return Refusal{{"workspace.record.referred", {record_title(atlas, key), other}}};
    model::Edit edit{
        {"edit.erase_record", {std::string(name_of(key.kind)), record_title(atlas, key)}}, {}, {}};
    for (const ChildRegister& child : child_registers(key.kind))
        for (const std::int64_t id : children_of(atlas, child.kind, key))
            edit.writes.push_back(erasure({child.kind, id, key.id}));
    edit.writes.push_back(erasure(key));
    return edit;
}

} // namespace antardesa::workspace
