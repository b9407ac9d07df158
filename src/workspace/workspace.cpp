#include "workspace/workspace.h"

#include "workspace/palette.h"
#include "workspace/protection.h"
#include "workspace/record_notes.h"
#include "workspace/signatory_notes.h"
#include "workspace/state.h"

namespace antardesa::workspace {

Workspace::Workspace(Environment environment, Rasterise rasterise)
    : state_(std::make_unique<State>(std::move(environment), std::move(rasterise))) {
}

Workspace::~Workspace() {
    state_->keeper.wait_idle(); // its end would cancel what still waits
}

void Workspace::start_with(const WindowSettings& settings, std::optional<i18n::Language> language) {
    state_->settings = settings;
    state_->ui_theme = settings.theme;
    state_->ui_scale = settings.scale_percent;
    state_->language_index =
        language.value_or(settings.language) == i18n::Language::indonesian ? 0 : 1;
    if (!settings.rules_file.empty())
        state_->use_rules(settings.rules_file, [] {});
    state_->touch_all();
}

void Workspace::dispatch(const Action& action) {
    try {
        std::visit([this](const auto& wanted) { state_->on(wanted); }, action);
    } catch (const Error& error) {
        state_->complain(error.message(), Severity::error);
    } catch (const std::bad_alloc&) {
        state_->complain({"base.out_of_memory", {}}, Severity::error);
    } catch (const std::exception& error) {
        state_->complain({"base.unexpected", {error.what()}}, Severity::error);
    }
}

bool Workspace::update(double seconds_since_last) {
    return state_->update(seconds_since_last);
}

void Workspace::on_wake(std::function<void()> wake) {
    state_->desk.on_ready(wake);
    state_->work.on_ready(wake);
    state_->disk.on_ready(wake);
    state_->painter.on_ready(wake);
    state_->preview.on_ready(std::move(wake));
}

bool Workspace::busy() const {
    return state_->busy();
}

void Workspace::settle() {
    state_->settle();
}

const i18n::Catalogue& Workspace::language() const {
    return state_->language();
}

UiTheme Workspace::ui_theme() const {
    return state_->ui_theme;
}

std::string Workspace::rules_name() const {
    return state_->rules_file.filename().string();
}

std::string Workspace::lost_rules_name() const {
    const auto& chosen = state_->settings.rules_file;
    return chosen == state_->rules_file ? std::string() : chosen.filename().string();
}

int Workspace::ui_scale_percent() const {
    return state_->ui_scale;
}

Job Workspace::job() const {
    return state_->job;
}

ListKind Workspace::list_kind() const {
    return state_->list_kind;
}

bool Workspace::has_project() const {
    return state_->project.has_value();
}

bool Workspace::shows_foreign_file() const {
    return state_->foreign.has_value();
}

bool Workspace::can_edit() const {
    return state_->project && !state_->project->read_only;
}

std::shared_ptr<const model::Atlas> Workspace::atlas() const {
    return state_->shown.atlas;
}

const MapPicture& Workspace::picture() const {
    return state_->painter.picture();
}

const cartography::View& Workspace::view() const {
    return state_->camera.view();
}

std::optional<geo::Point> Workspace::degrees_at(geo::Point map) const {
    if (state_->shown.empty())
        return std::nullopt;
    return state_->shown.geometry->to_degrees(map);
}

double Workspace::pixels_per_millimetre() const {
    return state_->camera.pixels_per_millimetre();
}

namespace {

/// Makes the view on first use after it became old.
template<class View, class Make>
const View& kept(std::optional<View>& cache, Make make) {
    if (!cache)
        cache = make();
    return *cache;
}

} // namespace

const TopBarView& Workspace::top_bar() const {
    return kept(state_->views.top_bar, [this] { return state_->make_top_bar(); });
}

const LayersView& Workspace::layers() const {
    return kept(state_->views.layers, [this] {
        return state_->with_context([this](const ViewContext& context) {
            return make_layers(context, state_->options, *state_->environment.typesetter);
        });
    });
}

const FilterView& Workspace::filter() const {
    return kept(state_->views.filter, [this] { return state_->with_context(make_filter); });
}

const ListView& Workspace::list() const {
    return kept(state_->views.list, [this] {
        return state_->with_context([this](const ViewContext& context) {
            const auto kind = state_->list_kind;
            ListView list = make_list(context, kind, state_->orders[static_cast<std::size_t>(kind)],
                                      state_->list_search);
            list.search = state_->list_search;
            state_->tell_unchecked(list);
            state_->tell_rules(list);
            return list;
        });
    });
}

const CardView& Workspace::card() const {
    return kept(state_->views.card, [this] { return state_->with_context(make_card); });
}

const MapView& Workspace::map() const {
    return kept(state_->views.map, [this] { return state_->make_map(); });
}

const StatusView& Workspace::status() const {
    return kept(state_->views.status, [this] { return state_->make_status(); });
}

const HistoryView& Workspace::history() const {
    return kept(state_->views.history, [this] { return state_->make_history(); });
}

const std::vector<NoticeView>& Workspace::notices() const {
    return state_->notices.all();
}

const std::optional<ImportView>& Workspace::import() const {
    return kept(state_->views.import, [this] { return state_->make_import(); });
}

const SheetView& Workspace::sheet() const {
    return kept(state_->views.sheet, [this] { return state_->make_sheet(); });
}

const KeepView& Workspace::keep() const {
    return kept(state_->views.keep, [this] { return state_->make_keep(); });
}

std::optional<RecordForm> Workspace::record(RecordKey key) const {
    if (!state_->project || !state_->shown)
        return std::nullopt;
    auto form = record_form(*state_->shown.atlas, key, state_->language());
    if (form && state_->shown.cooperation)
        add_record_notes(*form, *state_->shown.atlas, state_->shown.cooperation->compliance,
                         state_->words().today(), state_->language());
    if (form)
        add_signatory_notes(*form, *state_->shown.atlas, state_->language());
    return form;
}

std::vector<RecordList> Workspace::records() const {
    if (!state_->project || !state_->shown)
        return {};
    return record_lists(*state_->shown.atlas, state_->language());
}

ChartsView Workspace::charts() const {
    if (!state_->shown)
        return {};
    return charts_view(*state_->shown.atlas, state_->options.filter, state_->words());
}

const FormAnswer& Workspace::form_answer() const {
    return state_->form_answer;
}

const RepairView& Workspace::repair() const {
    return kept(state_->views.repair, [this] { return state_->make_repair(); });
}

const ProposalView& Workspace::proposal() const {
    return kept(state_->views.proposal, [this] { return state_->make_proposal(); });
}

const AboutView& Workspace::about() const {
    state_->ask_protection();
    return kept(state_->views.about, [this] {
        AboutView view = make_about(state_->about, state_->language());
        add_protection(view, state_->protection, state_->language());
        return view;
    });
}

const LineEditView& Workspace::line_edit() const {
    return kept(state_->views.line, [this] { return state_->make_line(); });
}

void Workspace::tell_machine(MachineFacts facts) {
    state_->about.machine = std::move(facts);
    state_->views.about.reset();
}

void Workspace::tell_slow_frames(int count, double worst_ms) {
    state_->about.slow_frames = count;
    state_->about.worst_frame_ms = worst_ms;
    state_->views.about.reset();
}

std::vector<PaletteEntry> Workspace::palette(const std::string& words) const {
    return state_->with_context([&](const ViewContext& context) {
        return find_in_palette(context, state_->offered(keep()), words);
    });
}

const FolderView& Workspace::folder(const std::filesystem::path& path, bool afresh) const {
    return state_->disk.folder(path, afresh, state_->language());
}

std::optional<Target> Workspace::target(const std::filesystem::path& path) const {
    return state_->disk.target(path);
}

std::vector<std::filesystem::path> Workspace::recent_files() const {
    return state_->recent;
}

} // namespace antardesa::workspace
