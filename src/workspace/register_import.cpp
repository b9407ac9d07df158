#include "workspace/register_import.h"

#include "base/text.h"
#include "workspace/register_row.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace antardesa::workspace {

namespace {

struct Kind {
    Register kind;
    std::string_view name;
    void (*lay)(RegisterRow&);
    std::array<std::string_view, 2> needed; ///< columns without which no row means anything
};

constexpr std::array<Kind, 30> kinds{
    {{Register::document, "dokumen", lay_document, {"jenis", "judul"}},
     {Register::legal_basis, "dasar_hukum", lay_legal_basis, {"jenis", "nomor"}},
     {Register::segment, "segmen_batas", lay_segment, {"kode_desa_1", "kode_desa_2"}},
     {Register::third_party, "pihak_ketiga", lay_third_party, {"nama", {}}},
     {Register::body, "bkad", lay_body, {"nama", {}}},
     {Register::body_member, "bkad_anggota", lay_body_member, {"bkad_id", "nama"}},
     {Register::enterprise, "bum_desa_bersama", lay_enterprise, {"nama", {}}},
     {Register::enterprise_capital,
      "bum_desa_modal",
      lay_enterprise_capital,
      {"bum_desa_bersama_id", "nilai"}},
     {Register::agreement, "kerja_sama", lay_agreement, {"judul", {}}},
     {Register::agreement_party, "kerja_sama_pihak", lay_agreement_party, {"kerja_sama_id", {}}},
     {Register::dispute, "sengketa_batas", lay_dispute, {"kode_desa_1", "kode_desa_2"}},
     {Register::claim, "klaim_batas", lay_claim, {"sengketa_id", "garis"}},
     {Register::asset, "aset_bersama", lay_asset, {"nama", "geometri"}},
     {Register::asset_share, "aset_bersama_hak", lay_asset_share, {"aset_id", "pemegang"}},
     {Register::proposal, "usulan_batas", lay_proposal, {"sengketa_id", "garis"}},
     {Register::boundary_subject, "kerja_sama_batas", lay_boundary_subject, {"kerja_sama_id", {}}},
     {Register::local_step, "langkah_daerah", lay_local_step, {"nama", {}}},
     {Register::meeting, "musyawarah", lay_meeting, {"jenis", "tanggal"}},
     {Register::funding, "kerja_sama_dana", lay_funding, {"kerja_sama_id", "sumber"}},
     {Register::report, "laporan", lay_report, {"jenis", {}}},
     {Register::problem, "masalah", lay_problem, {"kerja_sama_id", "uraian"}},
     {Register::evaluation, "evaluasi", lay_evaluation, {"kerja_sama_id", {}}},
     {Register::body_activity, "bkad_kegiatan", lay_body_activity, {"bkad_id", "uraian"}},
     {Register::asset_care, "aset_perawatan", lay_asset_care, {"aset_id", "jenis"}},
     {Register::case_segment, "sengketa_segmen", lay_case_segment, {"sengketa_id", "kode_desa_1"}},
     {Register::signatory, "penanda_tangan", lay_signatory, {"sengketa_id", "nama"}},
     {Register::evidence, "bukti_sengketa", lay_evidence, {"sengketa_id", "judul"}},
     {Register::attachment, "lampiran", lay_attachment, {"dokumen_id", "nama"}},
     {Register::village_alias, "nama_lain", lay_village_alias, {"kode_desa", "nama"}},
     {Register::column_meaning, "arti_kolom", lay_column_meaning, {"kolom", "ruas"}}}};

std::string file_of(const io::Table& table) {
    return std::filesystem::path(table.source).filename().string();
}

Finding whole_file(Severity severity, std::string_view code, const io::Table& table,
                   std::string_view argument) {
    return {severity,
            "register_" + std::string(code),
            file_of(table),
            std::nullopt,
            {"workspace.register." + std::string(code),
             {file_of(table), std::to_string(table.rows.size()), std::string(argument)}}};
}

bool has_needed_columns(const Kind& kind, const io::Table& table, RegisterContext& context) {
    for (const std::string_view column : kind.needed)
        if (!column.empty() && !table.column_index(column)) {
            context.findings.push_back(
                whole_file(Severity::error, "missing_column", table, column));
            return false;
        }
    return true;
}

/// Without its name such a row is nobody's, and would stand beside the one that it means.
bool is_nameless(const Kind& kind, RegisterRow& row) {
    static constexpr std::array named{Register::third_party, Register::body, Register::enterprise,
                                      Register::agreement, Register::asset};
    const std::string_view name = kind.needed.front();
    if (std::find(named.begin(), named.end(), kind.kind) == named.end() || !row.text(name).empty())
        return false;
    row.refuse("workspace.register.no_name", "register_no_name", name);
    return true;
}

/// Columns with values that no row was asked for: their values come nowhere.
void report_unread_columns(const Kind& kind, const io::Table& table, RegisterContext& context) {
    const std::set<std::string>& asked = context.asked[kind.kind];
    std::string list;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool any = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
            return i < row.cells.size() && !trimmed(row.cells[i]).empty();
        });
        if (any && !asked.contains(lower_case(trimmed(table.columns[i]))))
            list += (list.empty() ? "" : ", ") + shown_on_one_line(table.columns[i]);
    }
    if (!list.empty())
        context.findings.push_back(whole_file(Severity::warning, "unread_columns", table, list));
}

void lay_table(const Kind& kind, const io::Table& table, RegisterContext& context) {
    if (!has_needed_columns(kind, table, context))
        return;
    bool any = false;
    for (const io::Table::Row& cells : table.rows) {
        RegisterRow row(context, kind.kind, table, cells);
        const std::string id = row.text("id");
        if (!id.empty() && context.laid.count({kind.kind, id}))
            row.refuse("workspace.register.duplicate_id", "register_duplicate_id", "id");
        else if (!is_nameless(kind, row))
            kind.lay(row);
        any = any || row.usable();
    }
    // A row that was left out was not asked for all that it holds.
    if (any)
        report_unread_columns(kind, table, context);
}

/// What lies between two claims follows from them; of more it takes the window to tell.
void derive_contested_land(RegisterContext& context) {
    ImportDraft& draft = context.draft;
    std::map<Id<model::BoundaryDispute>, std::vector<model::SharedLines>> lines;
    for (const model::Claim& claim : draft.table<model::Claim>())
        if (claim.line)
            lines[claim.dispute].push_back(claim.line);
    std::vector<model::BoundaryDispute> changed;
    for (const model::BoundaryDispute& dispute : draft.table<model::BoundaryDispute>()) {
        const bool anew = context.newly_claimed.contains(dispute.id);
        if (dispute.contested && !anew)
            continue;
        const auto at = lines.find(dispute.id);
        auto land = at != lines.end() && at->second.size() == 2
                        ? land_between(*at->second[0], *at->second[1])
                        : geo::MultiPolygon();
        if (land.empty() && !dispute.contested)
            continue;
        changed.push_back(dispute);
        if (!land.empty()) {
            changed.back().contested = std::make_shared<const geo::MultiPolygon>(std::move(land));
            continue;
        }
        changed.back().contested.reset();
        const std::string name(name_of(Register::claim));
        const std::string number =
            dispute.number.empty() ? "#" + std::to_string(dispute.id.value) : dispute.number;
        context.findings.push_back({Severity::warning,
                                    "register_contested_unknown",
                                    name,
                                    std::nullopt,
                                    {"workspace.register.contested_unknown", {name, number}}});
    }
    for (model::BoundaryDispute& dispute : changed)
        draft.put(std::move(dispute));
}

/// What a parent that came again has no longer: that it goes, or that it stays.
void settle_old_children(RegisterContext& context) {
    std::map<Register, std::size_t> erased;
    std::map<Register, std::size_t> kept;
    std::map<Register, std::size_t> unsure; ///< kept for the sake of a row that was refused
    for (const auto& [parent, old] : context.children) {
        const bool goes = old.erase && !context.doubtful.contains(parent) &&
                          !context.doubtful.contains({parent.first, 0});
        for (const std::int64_t id : old.ids) {
            if (!old.came_again)
                break;
            if (goes)
                old.erase(context.draft, id);
            ++(goes ? erased : old.erase ? unsure : kept)[parent.first];
        }
    }
    const auto tell = [&context](Severity severity, const char* what, const auto& counts) {
        for (const auto& [kind, count] : counts) {
            const std::string name(name_of(kind));
            context.findings.push_back(
                {severity,
                 std::string("register_") + what,
                 name,
                 std::nullopt,
                 {std::string("workspace.register.") + what, {name, std::to_string(count)}}});
        }
    };
    tell(Severity::warning, "rows_erased", erased);
    tell(Severity::warning, "rows_unsure", unsure);
    tell(Severity::information, "rows_stay", kept);
}

/// An agreement may amend one that stands further down in its file.
void settle_amendments(RegisterContext& context) {
    for (const RegisterContext::Amendment& one : context.amendments) {
        const auto at = context.laid.find({Register::agreement, one.written});
        const model::Agreement* row = context.draft.table<model::Agreement>().find(one.agreement);
        if (!row)
            continue;
        if (at == context.laid.end() || at->second == one.agreement.value) {
            if (at != context.laid.end() || !row->amends)
                context.findings.push_back(at == context.laid.end() ? one.lost : one.itself);
            continue;
        }
        model::Agreement changed = *row;
        changed.amends = {at->second};
        context.draft.put(std::move(changed));
    }
}

} // namespace

std::optional<Register> register_of(std::string_view source) {
    const std::string stem = lower_case(std::filesystem::path(source).stem().string());
    for (const Kind& kind : kinds)
        if (kind.name == stem)
            return kind.kind;
    return std::nullopt;
}

void (*lay_of(Register kind))(RegisterRow& row) {
    return std::find_if(kinds.begin(), kinds.end(),
                        [kind](const Kind& one) { return one.kind == kind; })
        ->lay;
}

std::string_view name_of(Register kind) {
    return std::find_if(kinds.begin(), kinds.end(),
                        [kind](const Kind& one) { return one.kind == kind; })
        ->name;
}

std::vector<Finding> lay_registers(ImportDraft& draft, const std::vector<io::Table>& registers,
                                   std::optional<Date> today) {
    RegisterContext context(draft);
    context.today = today;
    for (const io::Table& table : registers)
        if (const auto kind = register_of(table.source))
            context.along.insert(*kind);
        else
            context.findings.push_back(whole_file(Severity::warning, "unknown", table, {}));
    for (const Kind& kind : kinds)
        for (const io::Table& table : registers)
            if (register_of(table.source) == kind.kind)
                lay_table(kind, table, context);
    settle_old_children(context);
    settle_amendments(context);
    derive_contested_land(context);
    return std::move(context.findings);
}

} // namespace antardesa::workspace
