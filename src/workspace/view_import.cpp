#include "crs/crs.h"
#include "workspace/register_reference.h"
#include "workspace/state.h"

#include <algorithm>
#include <string_view>

namespace antardesa::workspace {

namespace {

/// WGS 84 and the UTM zones of Indonesia, south and north of the equator.
constexpr std::array offered_systems{4326,  32746, 32747, 32748, 32749, 32750, 32751, 32752, 32753,
                                     32754, 32646, 32647, 32648, 32649, 32650, 32651, 32652};

Severity severity_of(const FileOutcome& file) {
    if (file.left_out == 0)
        return Severity::information;
    return file.taken == 0 ? Severity::error : Severity::warning;
}

std::vector<FileRow> file_rows(const ReadingReport& report, const i18n::Catalogue& language) {
    std::vector<FileRow> rows;
    for (const FileOutcome& file : report.files)
        rows.push_back({file.path.filename().string(),
                        outcome_sentence(file, language, !report.refused),
                        outcome_detail(file, language), severity_of(file)});
    if (report.refused)
        rows.push_back({report.source.filename().string(),
                        language.text(report.files.empty() ? "workspace.report.not_opened"
                                                           : "workspace.report.not_written"),
                        language.text(*report.refused), Severity::error});
    return rows;
}

/// "Terhadap proyek ini: 3 berubah bentuk, 1 berganti kode, …".
std::string compared_with_project(const ImportPlan& plan, const Words& spoken) {
    constexpr std::array<std::array<std::string_view, 3>, 5> codes{
        {{"village_reshaped"},
         {"village_renumbered"},
         {"village_renamed"},
         {"village_new", "village_split"},
         {"village_not_in_file", "village_in_use_not_in_file", "village_merged"}}};
    std::array<int, 5> counts{};
    for (const Finding& finding : plan.findings)
        for (std::size_t i = 0; i < codes.size(); ++i)
            counts[i] +=
                std::find(codes[i].begin(), codes[i].end(), finding.code) != codes[i].end();
    std::vector<std::string> figures;
    for (const int count : counts)
        figures.push_back(spoken.number(count));
    return spoken.say("workspace.import.changes", figures);
}

template<class Row>
long long puts_of(const ImportPlan& plan) {
    return std::count_if(plan.edit.writes.begin(), plan.edit.writes.end(), [](const auto& write) {
        return std::holds_alternative<model::Put<Row>>(write);
    });
}

bool has_role(const ImportPlan& plan, FileRole role) {
    return std::any_of(plan.files.begin(), plan.files.end(),
                       [role](const FileOutcome& file) { return file.role == role; });
}

/// What BIG's lines and points bring to the segments; villages stay as they are.
std::vector<std::string> kugi_changes(const ImportPlan& plan, const Words& spoken) {
    std::vector<std::string> sentences;
    if (has_role(plan, FileRole::boundary_lines)) {
        sentences.push_back(spoken.say("workspace.import.kugi_lines"));
        sentences.push_back(
            spoken.say("workspace.import.kugi_segments",
                       {spoken.number(static_cast<double>(puts_of<model::BoundarySegment>(plan))),
                        spoken.number(static_cast<double>(puts_of<model::Document>(plan)))}));
    }
    if (has_role(plan, FileRole::boundary_points)) {
        sentences.push_back(spoken.say("workspace.import.kugi_points"));
        sentences.push_back(
            spoken.count("workspace.import.kugi_new_points", puts_of<model::TurningPoint>(plan)));
    }
    return sentences;
}

/// Rivers or roads alone: they take the place of those of their kind, villages stay as they are.
std::vector<std::string> reference_changes(const ImportPlan& plan, const model::Atlas* existing,
                                           const Words& spoken) {
    std::vector<std::string> sentences;
    if (!existing || has_role(plan, FileRole::boundaries))
        return sentences;
    for (const auto& [kind, key] :
         {std::pair{model::ReferenceKind::river, "workspace.import.rivers"},
          std::pair{model::ReferenceKind::road, "workspace.import.roads"}}) {
        int fresh = 0;
        int gone = 0;
        for (const model::RowWrite& write : plan.edit.writes) {
            if (const auto* put = std::get_if<model::Put<model::ReferenceLine>>(&write))
                fresh += put->row.kind == kind ? 1 : 0;
            const auto* erase = std::get_if<model::Erase<model::ReferenceLine>>(&write);
            if (const auto* old = erase ? existing->find(erase->id) : nullptr)
                gone += old->kind == kind ? 1 : 0;
        }
        if (fresh > 0 || gone > 0)
            sentences.push_back(spoken.say(key, {spoken.number(fresh), spoken.number(gone)}));
    }
    return sentences;
}

template<class Row>
std::size_t put_rows(const ImportPlan& plan) {
    return static_cast<std::size_t>(
        std::count_if(plan.edit.writes.begin(), plan.edit.writes.end(), [](const auto& write) {
            return std::holds_alternative<model::Put<Row>>(write);
        }));
}

/// "Akan ditulis: 5 kerja sama, 9 keterangan yang menyertainya": things that people know, not rows.
std::string written_things(const ImportPlan& plan, const Words& spoken) {
    std::size_t others = plan.edit.writes.size();
    std::string things;
    const auto tell = [&](const char* key, std::size_t count) {
        others -= count;
        if (count > 0)
            things +=
                (things.empty() ? "" : ", ") + spoken.count(key, static_cast<long long>(count));
    };
    tell("workspace.import.some_villages", put_rows<model::Village>(plan));
    tell("workspace.import.some_agreements", put_rows<model::Agreement>(plan));
    tell("workspace.import.some_assets", put_rows<model::SharedAsset>(plan));
    tell("workspace.import.some_bodies", put_rows<model::CooperationBody>(plan));
    tell("workspace.import.some_enterprises", put_rows<model::JointEnterprise>(plan));
    tell("workspace.import.some_others", std::size_t{others});
    return things.empty() ? spoken.say("workspace.import.writes_nothing")
                          : spoken.say("workspace.import.will_write", {things});
}

std::vector<std::string> changes_of(const ImportPlan& plan, const model::Atlas* existing,
                                    const Words& spoken) {
    if (auto sentences = kugi_changes(plan, spoken); !sentences.empty())
        return sentences;
    if (auto sentences = reference_changes(plan, existing, spoken); !sentences.empty())
        return sentences;
    std::vector<std::string> sentences;
    // A register alone says nothing about villages.
    if (plan.features_read > 0)
        sentences.push_back(
            spoken.say("workspace.import.villages",
                       {spoken.number(plan.villages), spoken.number(plan.districts)}));
    if (plan.features_read > 0 && !plan.creates_project)
        sentences.push_back(compared_with_project(plan, spoken));
    sentences.push_back(written_things(plan, spoken));
    return sentences;
}

/// A refusal's only finding stands with the file already.
void add_findings(ImportView& view, const std::shared_ptr<const ReadingReport>& report,
                  const i18n::Catalogue& language) {
    if (report->refused && report->files.empty())
        return;
    view.findings = report->findings.size();
    for (FindingGroup& group : grouped(report->findings))
        view.groups.push_back({group.severity, heading(group, report->findings, language),
                               language.number(static_cast<double>(group.findings.size())),
                               std::move(group.findings)});
    for (const Severity severity : {Severity::information, Severity::warning, Severity::error})
        if (const std::size_t count = count_of(report->findings, severity); count > 0)
            view.counts[static_cast<std::size_t>(severity)] =
                severity_count(severity, count, language);
    view.row = [report, &language](std::size_t index) -> FindingRow {
        const Finding& finding = report->findings.at(index);
        return {finding.subject, language.text(finding.message), finding.place};
    };
}

std::string place_name(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    const model::District* district = village ? atlas.find(village->district) : nullptr;
    return !village   ? std::string()
           : district ? village->name + " · " + district->name
                      : village->name;
}

OfficeNameView office_name(const model::Atlas& atlas, OfficeKind kind, const OfficeName& name,
                           const OfficeChoices& choices, const Words& words) {
    OfficeNameView view{name.written,
                        name.district,
                        {},
                        -1,
                        !name.match.village && !name.decided && !choices.leave_unknown};
    for (const auto& [id, score] : name.match.candidates) {
        if (id == name.match.village)
            view.chosen = static_cast<int>(view.choices.size());
        view.choices.emplace_back(reference_text(atlas, *atlas.find(id)), place_name(atlas, id));
    }
    // One that was looked for, far from what comes close.
    if (name.match.village && view.chosen < 0) {
        view.chosen = static_cast<int>(view.choices.size());
        view.choices.emplace_back(reference_text(atlas, *atlas.find(name.match.village)),
                                  place_name(atlas, name.match.village));
    }
    view.choices.emplace_back("-", words.say(kind == OfficeKind::agreements
                                                 ? "workspace.office.leave_out"
                                                 : "workspace.office.leave_out_other"));
    if (name.decided && !name.match.village)
        view.chosen = static_cast<int>(view.choices.size()) - 1;
    return view;
}

/// "Nilai" of an agreement, "Nilai perolehan" of an asset: by the kind where it has its own word.
std::string field_name(OfficeKind kind, const std::string& field, const Words& words) {
    return words.say("workspace.office.field." + (kind == OfficeKind::agreements
                                                      ? field
                                                      : std::string(name_of(kind)) + "." + field));
}

OfficeListView office_view(const model::Atlas& atlas, const OfficeList& list,
                           const OfficeChoices& choices, const Words& words) {
    OfficeListView view;
    view.source = std::filesystem::path(list.source).filename().string();
    view.kinds.emplace_back("-", words.say("workspace.office.kind.none"));
    for (const OfficeKind kind : office_kinds()) {
        if (kind == list.kind)
            view.kind = static_cast<int>(view.kinds.size());
        const std::string name(name_of(kind));
        view.kinds.emplace_back(name, words.say("workspace.office.kind." + name));
    }
    for (const std::string& field : list.missing)
        view.missing += (view.missing.empty() ? "" : ", ") + field_name(list.kind, field, words);
    const auto& fields = office_fields(list.kind);
    view.fields.emplace_back("-", words.say("workspace.office.not_taken"));
    for (const std::string& field : fields)
        view.fields.emplace_back(field, field_name(list.kind, field, words));
    for (const OfficeColumn& column : list.columns) {
        const auto at = std::find(fields.begin(), fields.end(), column.field);
        const bool taken = at != fields.end();
        view.columns.push_back(
            {column.title, column.sample, taken ? static_cast<int>(at - fields.begin()) + 1 : 0});
    }
    for (const OfficeName& name : list.names) {
        if (name.match.band == MatchBand::sure)
            ++view.sure;
        else
            view.names.push_back(office_name(atlas, list.kind, name, choices, words));
    }
    return view;
}

const char* title_key(ImportStage stage) {
    switch (stage) {
    case ImportStage::choose_crs:
        return "workspace.import.ask_crs";
    case ImportStage::choose_columns:
        return "workspace.import.ask_columns";
    case ImportStage::plan:
        return "workspace.import.ask";
    case ImportStage::shown:
        return "workspace.report.title";
    case ImportStage::refused:
        break;
    }
    return "workspace.report.refused_title";
}

/// Boundary lines, points, rivers and registers have no villages to name.
ImportSourceView source_view(const ImportPlan& plan, const Words& words) {
    ImportSourceView view;
    view.layers = plan.layers;
    view.layer = plan.layer;
    if (plan.mapping.columns.empty() && !plan.needs_columns)
        return view;
    view.columns = plan.columns;
    for (const io::VillageField field : io::all_village_fields()) {
        const std::string value(io::village_field_name(field));
        view.fields.push_back({value, words.say("workspace.import.field." + value),
                               std::string(plan.mapping.column(field))});
    }
    return view;
}

std::vector<CrsChoice> crs_choices(const ImportPlan& plan, const Words& words) {
    if (plan.swapped_axes)
        return {{0, true, words.say("workspace.import.swap_axes")}};
    std::vector<CrsChoice> choices;
    for (const int epsg : offered_systems)
        if (const auto crs = crs::Crs::from_epsg(epsg))
            choices.push_back({epsg, false, crs->name()});
    return choices;
}

} // namespace

std::optional<ImportView> Workspace::State::make_import() const {
    if (!report || (!pending && !report_open))
        return std::nullopt;
    const Words spoken = words();
    ImportView view;
    view.number = report_number;
    view.stage = pending           ? ImportStage::plan
                 : report->refused ? ImportStage::refused
                                   : ImportStage::shown;
    if (pending && pending->plan->needs_crs)
        view.stage = ImportStage::choose_crs;
    else if (pending && pending->plan->needs_columns)
        view.stage = ImportStage::choose_columns;
    const bool unwritten = view.stage == ImportStage::refused && !report->files.empty();
    view.title =
        spoken.say(unwritten ? "workspace.report.not_written_title" : title_key(view.stage),
                   {report->source.filename().string()});
    view.files = file_rows(*report, language());
    if (view.stage == ImportStage::choose_crs)
        view.crs_choices = crs_choices(*pending->plan, spoken);
    const Pending* read = pending ? &*pending : foreign ? &*foreign : nullptr;
    if (read && view.stage != ImportStage::refused && read->request.source == report->source)
        view.source = source_view(*read->plan, spoken);
    if (view.stage == ImportStage::plan)
        view.summary = changes_of(*pending->plan, project ? shown.atlas.get() : nullptr, spoken);
    if (view.stage == ImportStage::plan && shown.atlas)
        for (const OfficeList& list : pending->plan->office)
            view.office.push_back(office_view(*shown.atlas, list, pending->request.office, spoken));
    if (view.stage == ImportStage::plan)
        view.open_names = open_names(*pending->plan);
    add_findings(view, report, language());
    return view;
}

} // namespace antardesa::workspace
