#include "workspace/history_head.h"
#include "workspace/layer_table.h"
#include "workspace/register_export.h"
#include "workspace/sound_project.h"
#include "workspace/state.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

ListKind list_of(Job job) {
    switch (job) {
    case Job::cooperation:
        return ListKind::agreements;
    case Job::boundaries:
        return ListKind::segments;
    case Job::assets:
        return ListKind::assets;
    case Job::sheet:
        break;
    }
    return ListKind::villages;
}

/// The sheet shows what the map shows, on paper.
cartography::MapOptions for_paper(const cartography::MapOptions& screen) {
    cartography::MapOptions paper = screen;
    paper.medium = cartography::Medium::print;
    paper.selection.clear();
    paper.number_agreements = true;
    return paper;
}

} // namespace

void Workspace::State::on(const SetJob& action) {
    hidden_by_job[job] = options.hidden;
    job = action.job;
    list_kind = options.by_district && job == Job::cooperation ? ListKind::districts : list_of(job);
    if (job != Job::sheet) // a sheet shows what the map showed
        options.hidden = hidden_by_job[job];
    if (job == Job::sheet)
        sheet_request.options = for_paper(options);
    touch_all();
}

void Workspace::State::on(const ToggleLayer& action) {
    if (options.hidden.erase(action.layer) == 0)
        options.hidden.insert(action.layer);
    sheet_request.options.hidden = options.hidden;
    touch_all();
}

void Workspace::State::on(const SetMapTheme& action) {
    options.theme = action.theme;
    sheet_request.options.theme = action.theme;
    touch_all();
}

void Workspace::State::on(const SetFilter& action) {
    options.filter = action.filter;
    sheet_request.options.filter = action.filter;
    touch_all();
}

void Workspace::State::on(const StepYears& action) {
    if (shown.empty())
        return;
    const auto counts = analysis::count({}, *shown.atlas, options.today);
    if (counts.first_year == 0)
        return;
    analysis::Filter filter = options.filter;
    if (!filter.first_year && !filter.last_year) {
        const int now = static_cast<int>(options.today.year());
        filter.first_year = std::clamp(now, counts.first_year, counts.last_year);
        filter.last_year = filter.first_year;
    } else {
        const int first = filter.first_year.value_or(counts.first_year);
        const int last = filter.last_year.value_or(counts.last_year);
        const int step =
            std::clamp(action.step, counts.first_year - first, counts.last_year - last);
        filter.first_year = first + step;
        filter.last_year = last + step;
    }
    on(SetFilter{std::move(filter)});
}

void Workspace::State::on(const ShowByDistrict& action) {
    options.by_district = action.on;
    sheet_request.options.by_district = action.on;
    list_kind = action.on ? ListKind::districts : list_of(job);
    // The kecamatan of the village that one looked at, and the other way round nothing.
    const Subject subject = selection.empty() ? Subject{} : selection.front();
    selection.clear();
    if (action.on && subject.kind == SubjectKind::village)
        if (const auto* village = shown.atlas->find(Id<model::Village>{subject.id}))
            if (village->district)
                selection = {{SubjectKind::district, village->district.value}};
    touch_all();
}

void Workspace::State::on(const SetLanguage& action) {
    language_index = action.language == i18n::Language::indonesian ? 0 : 1;
    WindowSettings now = settings;
    now.language = action.language;
    keep_settings(now);
    touch_all();
}

void Workspace::State::on(const SetUiTheme& action) {
    ui_theme = action.theme;
    WindowSettings now = settings;
    now.theme = action.theme;
    keep_settings(now);
    touch_all();
}

void Workspace::State::on(const SetUiScale& action) {
    ui_scale = std::clamp(action.percent, 100, 250);
    WindowSettings now = settings;
    now.scale_percent = ui_scale;
    keep_settings(now);
    touch_all();
}

void Workspace::State::use_rules(const std::filesystem::path& file, std::function<void()> done) {
    desk.use_rules(file, [this, file, done = std::move(done)](const Message* why) {
        if (why)
            return notices.add(Severity::error, words().say("workspace.rules.not_used"),
                               text(*why));
        rules_file = file;
        done();
        touch_all();
    });
}

void Workspace::State::on(const UseRules& action) {
    use_rules(action.file, [this, action] {
        WindowSettings now = settings;
        now.rules_file = action.file;
        keep_settings(now);
        notices.add(Severity::information,
                    action.file.empty()
                        ? words().say("workspace.rules.shipped_used")
                        : words().say("workspace.rules.used", {action.file.filename().string()}));
    });
}

void Workspace::State::on(const SetSheet& action) {
    sheet_request = action.request;
    sheet_request.options.medium = cartography::Medium::print;
    sheet_request.options.today = options.today;
    sheet_request.pages = 1; // what it comes to is found anew
    sheet_request.set.clear();
    views.sheet.reset();
    dirty = true;
}

void Workspace::State::on(const ExportSheet& action) {
    export_sheet(sheet_request, {}, action.output, action.dpi);
}

void Workspace::State::export_sheet(const cartography::SheetRequest& sheet,
                                    const std::string& extent, const std::filesystem::path& output,
                                    double dpi) {
    if (shown.empty()) {
        complain({"workspace.nothing_to_export", {}}, Severity::information);
        return;
    }
    ExportRequest request;
    request.output = output;
    request.sheet = sheet;
    request.sheet.options.medium = cartography::Medium::print;
    request.sheet.options.today = options.today;
    request.dpi = dpi;
    request.extent = extent;
    request.language = language().language();
    work.start(
        {"workspace.job.export", {output.filename().string()}},
        [this, request, atlas = shown.atlas, given = environment,
         file = project ? project->path : std::filesystem::path()](Progress& progress) {
            const auto why = file.empty() ? std::nullopt : why_no_paper(file, progress);
            const auto written =
                why ? Result<ExportReport>(*why)
                    : export_map(atlas, request, file.empty() ? std::string() : history_head(file),
                                 given, progress);
            return JobRunner::Continuation([this, written, request] {
                if (!written)
                    complain(written.refusal().message, Severity::warning);
                else
                    notices.add(Severity::information,
                                words().say("workspace.exported", {request.output.string()}));
                if (written && written.value().substitute_type)
                    complain({"workspace.export.substitute_type", {}}, Severity::information);
                dirty = true;
            });
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

void Workspace::State::on(const ExportLayer& action) {
    if (shown.empty()) {
        complain({"workspace.nothing_to_export", {}}, Severity::information);
        return;
    }
    if (action.layer == register_layer)
        return export_layer(action.path,
                            [action, atlas = shown.atlas, today = options.today,
                             &words = language()](Progress& progress) -> Result<int> {
                                progress.check();
                                export_register(*atlas, action.path, {}, today, words);
                                return static_cast<int>(atlas->agreements().size());
                            });
    export_layer(action.path, [action, atlas = shown.atlas](Progress& progress) {
        return convert_layer(*atlas, action.layer, action.path, action.fcode, progress);
    });
}

void Workspace::State::on(const CancelJob& action) {
    const auto running = jobs();
    if (action.index < running.size())
        running[action.index]->cancel();
    views.status.reset();
    dirty = true;
}

void Workspace::State::on(const DismissNotice& action) {
    notices.dismiss(action.id);
    dirty = true;
}

void Workspace::State::on(const SetList& action) {
    list_kind = action.list;
    views.list.reset();
    dirty = true;
}

void Workspace::State::on(const SortList& action) {
    orders[static_cast<std::size_t>(action.list)] = {action.column, action.descending};
    views.list.reset();
    dirty = true;
}

void Workspace::State::on(const SetListSearch& action) {
    list_search = action.words;
    views.list.reset();
    dirty = true;
}

} // namespace antardesa::workspace
