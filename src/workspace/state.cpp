#include "workspace/state.h"

#include "model/village_law.h"
#include "workspace/recent_files.h"

namespace antardesa::workspace {

Workspace::State::State(Environment given, Rasterise rasterise)
    : environment(std::move(given)), languages{std::make_unique<const i18n::Catalogue>(
                                                   i18n::Language::indonesian,
                                                   environment.languages_folder),
                                               std::make_unique<const i18n::Catalogue>(
                                                   i18n::Language::english,
                                                   environment.languages_folder)},
      painter(rasterise, environment.styles, environment.typesetter),
      preview(rasterise, environment.styles, environment.typesetter),
      desk(
          environment,
          [this](const Shown& fresh, const ProjectState& state) { project_changed(fresh, state); },
          [this](const Message& message, Severity severity) { complain(message, severity); }) {
    options.today = environment.clock->today();
    options.hidden = {cartography::MapLayer::findings,
                      cartography::MapLayer::turning_points}; // until the job is boundaries
    desk.on_kept([this](const KeepState& state) { project_kept(state); });
    about.data_folder = environment.data_folder;
    about.config_folder = environment.config_folder;
    orders[static_cast<std::size_t>(ListKind::villages)] = {1, false};
    if (environment.config_folder.empty())
        return;
    work.start(
        {"workspace.job.settings", {}},
        [this, folder = environment.config_folder](Progress&) -> JobRunner::Continuation {
            return [this, files = read_recent_files(folder)] {
                if (recent.empty())
                    recent = files;
            };
        },
        [](const Message&) {});
}

void Workspace::State::touch_all() {
    views = {};
    dirty = true;
}

void Workspace::State::touch_pointer() {
    views.map.reset();
    views.status.reset();
    dirty = true;
}

void Workspace::State::touch_selection() {
    views.filter.reset(); // it shows the selection's kecamatan
    views.list.reset();
    views.card.reset();
    views.status.reset();
    dirty = true;
}

void Workspace::State::touch_line() {
    views.line.reset();
    dirty = true;
}

void Workspace::State::touch_camera() {
    // What lay under the resting hand has moved away; at what came there it does not point.
    if (pointer && hovered.kind != SubjectKind::none && subject_at(*pointer) != hovered)
        hovered = {};
    views.map.reset();
    views.status.reset();
    dirty = true;
}

Words Workspace::State::words() const {
    return {language(), *environment.styles, options.today, ui_theme == UiTheme::dark,
            shown && model::is_city(*shown.atlas)};
}

std::string Workspace::State::text(const Message& message) const {
    return language().text(message);
}

Painter::Wish Workspace::State::picture_wish() const {
    Painter::Wish wish{shown, camera.view(), camera.pixels_per_millimetre(), options};
    wish.options.selection = selection;
    wish.options.covered = covered;
    wish.options.outside_words = language().text("cartography.outside");
    wish.options.medium = ui_theme == UiTheme::dark ? cartography::Medium::screen_dark
                                                    : cartography::Medium::screen_light;
    wish.options.hatch_fills = ui_theme == UiTheme::high_contrast;
    if (pending && pending->picture)
        wish.options.repair = pending->picture;
    if (repair && repair->pictured.picture) {
        wish.options.repair = repair->pictured.picture;
        std::erase_if(wish.options.selection,
                      [](Subject subject) { return subject.kind == SubjectKind::finding; });
    }
    if (proposal && proposal->review() && proposal->review()->picture && !comparing)
        wish.options.repair = proposal->review()->picture;
    if (meeting)
        wish.options.medium = cartography::Medium::screen_light;
    if (shown.empty())
        wish.shown = {};
    return wish;
}

SheetPreview::Wish Workspace::State::sheet_wish() const {
    cartography::SheetRequest request = sheet_request;
    request.options.outside_words = language().text("cartography.outside");
    return {job == Job::sheet ? shown : Shown{}, std::move(request), &language()};
}

std::vector<std::shared_ptr<JobHandle>> Workspace::State::jobs() const {
    auto all = desk.active();
    const auto others = work.active();
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

bool Workspace::State::update(double seconds) {
    constexpr double minute = 60;
    since_sign_of_life += seconds;
    if (kept && kept->on_network && since_sign_of_life > minute) {
        since_sign_of_life = 0;
        desk.show_life();
    }
    desk.deliver();
    work.deliver();
    keeper.deliver();
    dirty = disk.deliver() || dirty;
    if (painter.update(picture_wish(), seconds))
        touch_camera();
    if (const auto failure = painter.take_failure())
        complain(*failure, Severity::error);
    if (preview.update(sheet_wish())) {
        views.sheet.reset();
        dirty = true;
    }
    if (notices.age(seconds, meeting))
        dirty = true;
    if (views.status && (!jobs().empty() || !views.status->jobs.empty())) {
        views.status.reset();
        dirty = true;
    }
    return std::exchange(dirty, false);
}

bool Workspace::State::busy() const {
    return painter.due(picture_wish()) || preview.due(sheet_wish()) || !jobs().empty() ||
           disk.busy();
}

void Workspace::State::settle() {
    // A finished job leaves its list before its answer is delivered: two quiet rounds are quiet.
    for (int quiet = 0; quiet < 2;) {
        desk.wait_idle();
        work.wait_idle();
        keeper.wait_idle();
        disk.wait_idle();
        painter.wait_idle();
        preview.wait_idle();
        update(0.1);
        quiet = busy() ? 0 : quiet + 1;
    }
}

void Workspace::State::complain(const Message& message, Severity severity) {
    notices.add(severity, text(message));
    if (!point_led)
        point_drag.reset();
    if (line && line->pending()) {
        line->settle();
        touch_line();
    }
    if (message.key == "project.damaged" || message.key == "project.not_ours") {
        damaged = opening;
        views.keep.reset();
    }
    dirty = true;
}

void Workspace::State::remember(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(path, ignored);
    const auto opened = ignored ? path : absolute;
    recent = with_recent(std::move(recent), opened);
    if (environment.config_folder.empty())
        return;
    // Read again before writing: the list on disk may hold what this program has not read yet.
    work.start(
        {"workspace.job.settings", {}},
        [this, opened, folder = environment.config_folder](Progress&) -> JobRunner::Continuation {
            const auto files = with_recent(read_recent_files(folder), opened);
            write_recent_files(folder, files);
            return [this, files] { recent = files; };
        },
        [](const Message&) {});
}

void Workspace::State::keep_settings(const WindowSettings& now) {
    if (now == settings)
        return;
    settings = now;
    if (environment.config_folder.empty())
        return;
    keeper.start(
        {"workspace.job.settings", {}},
        [now, folder = environment.config_folder](Progress&) -> JobRunner::Continuation {
            write_window_settings(folder, now);
            return [] {};
        },
        [](const Message&) {}); // a look that cannot be kept is not worth a word
}

void Workspace::State::show(const Shown& fresh, bool fit) {
    shown = fresh;
    point_drag.reset();
    point_led = false;
    if (fit) {
        selection.clear();
        hovered = {};
        options.filter = {};
        list_search.clear();
        line.reset();
        repair.reset();
        ++repair_number;
        proposal.reset();
        ++proposal_number;
        if (!shown.empty())
            camera.fit(shown.geometry->box());
    }
    std::erase_if(selection, [&](Subject subject) {
        return !shown || describe(*shown.atlas, subject, words()).title.empty();
    });
    follow_line();
    follow_repair();
    follow_proposal();
    if (claim_line && (!shown || !shown.atlas->find(claim_line->dispute())))
        on(EndClaimLine{});
    touch_all();
}

} // namespace antardesa::workspace
