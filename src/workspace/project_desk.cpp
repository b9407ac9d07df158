#include "workspace/project_desk.h"

namespace antardesa::workspace {

using project::OpenMode;
using project::ProjectFile;

struct ProjectDesk::Slot {
    Environment environment;
    std::optional<ProjectFile> file;
    Shown shown;

    void open(const std::filesystem::path& path, ProjectState& state, Progress& progress);
    void load(ProjectState& state, Progress& progress);
    void replace(model::TableSet tables, bool same_coverage, Progress& progress);
    void describe(ProjectState& state) const;
};

void ProjectDesk::Slot::open(const std::filesystem::path& path, ProjectState& state,
                             Progress& progress) {
    // Opening the same file again must not meet its own lock.
    std::error_code ignored;
    if (file && std::filesystem::equivalent(file->path(), path, ignored))
        file.reset();
    std::optional<ProjectFile> opened;
    try {
        opened = ProjectFile::open(path, OpenMode::write);
    } catch (const Error& error) {
        if (error.message().key != "project.in_use")
            throw;
        state.held_by_other = error.message();
        opened = ProjectFile::open(path, OpenMode::read);
    }
    file = std::move(opened);
    shown = {};
    load(state, progress);
    state.opened = true;
}

void ProjectDesk::Slot::load(ProjectState& state, Progress& progress) {
    model::TableSet tables = file->read(state.findings, progress);
    const bool same = shown && share_geometry(tables, *shown.atlas);
    replace(std::move(tables), same, progress);
}

void ProjectDesk::Slot::replace(model::TableSet tables, bool same_coverage, Progress& progress) {
    auto atlas =
        same_coverage
            ? model::Atlas::build(file->identity(), std::move(tables), file->revision(),
                                  shown.atlas->shared_coverage())
            : model::Atlas::build(file->identity(), std::move(tables), file->revision(), progress);
    shown = make_shown(std::move(atlas), shown, progress);
}

void ProjectDesk::Slot::describe(ProjectState& state) const {
    if (!file)
        return;
    state.path = file->path();
    state.read_only = file->mode() == OpenMode::read;
    state.can_undo = !state.read_only && file->can_undo();
    state.can_redo = !state.read_only && file->can_redo();
    state.history = file->history();
}

ProjectDesk::ProjectDesk(Environment environment, Answer answer, Complaint complaint)
    : environment_(std::move(environment)), answer_(std::move(answer)),
      complaint_(std::move(complaint)), slot_(std::make_shared<Slot>()) {
    slot_->environment = environment_;
}

void ProjectDesk::run(Message title, Step step) {
    auto work = [this, slot = slot_,
                 step = std::move(step)](Progress& progress) -> JobRunner::Continuation {
        ProjectState state;
        if (auto refusal = step(*slot, state, progress))
            return [this, message = refusal->message] { complaint_(message, Severity::warning); };
        slot->describe(state);
        return [this, shown = slot->shown, state] { answer_(shown, state); };
    };
    runner_.start(std::move(title), std::move(work),
                  [this](const Message& message) { complaint_(message, Severity::error); });
}

void ProjectDesk::open(const std::filesystem::path& path, std::function<void()> not_ours) {
    auto work = [this, slot = slot_, path,
                 not_ours = std::move(not_ours)](Progress& progress) -> JobRunner::Continuation {
        if (std::filesystem::exists(path) && !is_project(path))
            return not_ours;
        ProjectState state;
        slot->open(path, state, progress);
        slot->describe(state);
        return [this, shown = slot->shown, state] { answer_(shown, state); };
    };
    runner_.start({"workspace.job.open", {path.filename().string()}}, std::move(work),
                  [this](const Message& message) { complaint_(message, Severity::error); });
}

void ProjectDesk::create(std::shared_ptr<const ImportPlan> plan,
                         const std::filesystem::path& path) {
    run({"workspace.job.save_as", {path.filename().string()}},
        [plan, path](Slot& slot, ProjectState& state, Progress& progress) {
            carry_out(*plan, path, slot.environment, progress);
            slot.open(path, state, progress);
            return std::optional<Refusal>();
        });
}

void ProjectDesk::open_sample(const std::filesystem::path& folder) {
    run({"workspace.job.sample", {}},
        [folder](Slot& slot, ProjectState& state, Progress& progress) {
            const auto path = folder / sample_file_name;
            if (!std::filesystem::exists(path))
                build_sample(folder, slot.environment, progress);
            slot.open(path, state, progress);
            return std::optional<Refusal>();
        });
}

void ProjectDesk::edit(Verb verb) {
    run({"workspace.job.edit", {}},
        [verb = std::move(verb)](Slot& slot, ProjectState& state,
                                 Progress&) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            auto edit = verb(*slot.shown.atlas);
            if (!edit)
                return edit.refusal();
            const auto applied = slot.file->apply(edit.value(), slot.environment.authorship());
            if (!applied)
                return applied.refusal();
            // Written is written: from here on a cancel must not leave an old picture of it.
            Progress to_the_end;
            const model::TableSet& before = slot.shown.atlas->tables();
            const bool same = !model::touches_coverage(before, edit.value());
            slot.replace(model::applied(before, edit.value()), same, to_the_end);
            state.done = edit.value().name;
            state.undoable = true;
            return std::nullopt;
        });
}

void ProjectDesk::undo() {
    run({"workspace.job.undo", {}},
        [](Slot& slot, ProjectState& state, Progress&) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            const auto undone = slot.file->undo(slot.environment.authorship());
            if (!undone)
                return undone.refusal();
            Progress to_the_end;
            slot.load(state, to_the_end);
            return std::nullopt;
        });
}

void ProjectDesk::redo() {
    run({"workspace.job.redo", {}},
        [](Slot& slot, ProjectState& state, Progress&) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            const auto redone = slot.file->redo(slot.environment.authorship());
            if (!redone)
                return redone.refusal();
            Progress to_the_end;
            slot.load(state, to_the_end);
            return std::nullopt;
        });
}

void ProjectDesk::close() {
    run({"workspace.job.close", {}}, [](Slot& slot, ProjectState&, Progress&) {
        slot.file.reset();
        slot.shown = {};
        return std::optional<Refusal>();
    });
}

} // namespace antardesa::workspace
