#include "workspace/project_desk.h"

#include "project/backup.h"
#include "workspace/boundary_review.h"
#include "workspace/compliance_text.h"
#include "workspace/desk_slot.h"
#include "workspace/undo_steps.h"

#include <mutex>
#include <utility>
#include <vector>

namespace antardesa::workspace {

struct ProjectDesk::Answers {
    std::mutex mutex;
    std::vector<JobRunner::Continuation> waiting;

    void put(JobRunner::Continuation answer) {
        const std::lock_guard lock(mutex);
        waiting.push_back(std::move(answer));
    }
    std::vector<JobRunner::Continuation> take() {
        const std::lock_guard lock(mutex);
        return std::exchange(waiting, {});
    }
};

ProjectDesk::ProjectDesk(Environment environment, Answer answer, Complaint complaint)
    : environment_(std::move(environment)), answer_(std::move(answer)),
      complaint_(std::move(complaint)), slot_(std::make_shared<Slot>()),
      answers_(std::make_shared<Answers>()) {
    slot_->environment = environment_;
}

ProjectDesk::~ProjectDesk() {
    // The runner's own end would cancel what still waits.
    interrupt_check();
    close();
    runner_.wait_idle();
}

int ProjectDesk::deliver() {
    const auto answers = answers_->take();
    for (const auto& answer : answers)
        answer();
    return static_cast<int>(answers.size()) + runner_.deliver();
}

void ProjectDesk::run(Message title, Step step, Failed failed, Outcome outcome) {
    const auto complain = [this, failed = std::move(failed), outcome](const Message& message,
                                                                      Severity severity) {
        if (outcome)
            outcome(&message);
        else
            complaint_(message, severity);
        if (failed)
            failed(message);
    };
    auto work = [this, slot = slot_, answers = answers_, complain, outcome,
                 step = std::move(step)](Progress& progress) -> JobRunner::Continuation {
        ProjectState state;
        const auto trouble = slot->attempt(step, state, progress);
        if (trouble && !slot->is_behind(trouble->message)) {
            answers->put([complain, trouble] { complain(trouble->message, trouble->severity); });
            return {};
        }
        if (trouble)
            slot->catch_up(state);
        slot->describe(state);
        answers->put([this, complain, outcome, trouble, shown = slot->shown, state] {
            answer_(shown, state);
            if (trouble)
                complain(trouble->message, trouble->severity);
            else if (outcome)
                outcome(nullptr);
            if (state.opened)
                look_after();
        });
        return {};
    };
    const bool again = interrupt_check();
    runner_.start(std::move(title), std::move(work),
                  [complain](const Message& message) { complain(message, Severity::error); });
    if (again)
        look_after();
}

bool ProjectDesk::interrupt_check() {
    const bool under_way = check_ && !check_->finished();
    if (under_way)
        check_->cancel();
    check_.reset();
    return under_way;
}

void ProjectDesk::open(const std::filesystem::path& path, std::function<void()> not_ours) {
    auto work = [this, slot = slot_, answers = answers_, path,
                 not_ours = std::move(not_ours)](Progress& progress) -> JobRunner::Continuation {
        // A project too damaged to be known as one is known by its backups.
        if (std::filesystem::exists(path) && !is_project(path) &&
            project::list_backups(path).empty()) {
            answers->put(not_ours);
            return {};
        }
        ProjectState state;
        slot->open(path, state, progress);
        slot->describe(state);
        answers->put([this, shown = slot->shown, state] {
            answer_(shown, state);
            look_after();
        });
        return {};
    };
    interrupt_check();
    runner_.start({"workspace.job.open", {path.filename().string()}}, std::move(work),
                  [this](const Message& message) { complaint_(message, Severity::error); });
}

void ProjectDesk::create(std::shared_ptr<const ImportPlan> plan, const std::filesystem::path& path,
                         Failed failed) {
    run(
        {"workspace.job.save_as", {path.filename().string()}},
        [plan, path](Slot& slot, ProjectState& state, Progress& progress) {
            carry_out(*plan, path, slot.environment, progress);
            Progress to_the_end;
            slot.open(path, state, to_the_end);
            return std::optional<Refusal>();
        },
        std::move(failed));
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

void ProjectDesk::edit(Verb verb, Failed failed, Outcome outcome) {
    run(
        {"workspace.job.edit", {}},
        [verb = std::move(verb)](Slot& slot, ProjectState& state,
                                 Progress& progress) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            auto wanted = verb(*slot.shown.atlas);
            if (!wanted)
                return wanted.refusal();
            model::Edit edit = std::move(wanted).value();
            follow_with_findings(*slot.shown.atlas, slot.file->history(), edit, progress);
            return slot.apply(edit, state);
        },
        std::move(failed), std::move(outcome));
}

void ProjectDesk::check(const analysis::CheckLimits& limits) {
    run({"workspace.job.check", {}},
        [limits](Slot& slot, ProjectState& state, Progress& progress) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            const BoundaryReview review = review_boundaries(*slot.shown.atlas, limits, progress);
            const bool news = has_news(review, *slot.shown.atlas, slot.file->history());
            if (news && slot.file->mode() == project::OpenMode::write)
                return slot.apply(review.edit, state);
            state.done = review.edit.name;
            if (!news)
                return std::nullopt;
            Progress to_the_end;
            slot.replace(model::applied(slot.shown.atlas->tables(), review.edit), true, to_the_end);
            return std::nullopt;
        });
}

void ProjectDesk::use_rules(const std::filesystem::path& file, Outcome outcome) {
    auto work = [this, slot = slot_, answers = answers_, file,
                 outcome](Progress& progress) -> JobRunner::Continuation {
        slot->hold_against(
            file.empty() ? slot->environment.data_folder / compliance_rules_file : file, progress);
        ProjectState state;
        slot->describe(state);
        answers->put([this, outcome, shown = slot->shown, state] {
            if (!state.path.empty())
                answer_(shown, state);
            outcome(nullptr);
        });
        return {};
    };
    const bool again = interrupt_check();
    runner_.start({"workspace.job.rules", {}}, std::move(work),
                  [outcome](const Message& message) { outcome(&message); });
    if (again)
        look_after();
}

void ProjectDesk::undo(std::int64_t only) {
    run({"workspace.job.undo", {}},
        [only](Slot& slot, ProjectState& state, Progress&) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            const auto history = slot.file->history();
            const model::HistoryEntry* next = next_undo(history);
            if (only != 0 && (!next || next->revision != only))
                return std::nullopt;
            const auto undone = slot.file->undo(slot.environment.authorship());
            if (!undone)
                return undone.refusal();
            slot.edited = true;
            Progress to_the_end;
            slot.load(state, to_the_end);
            return std::nullopt;
        });
}

void ProjectDesk::redo(std::int64_t only) {
    run({"workspace.job.redo", {}},
        [only](Slot& slot, ProjectState& state, Progress&) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            const auto history = slot.file->history();
            const model::HistoryEntry* next = next_redo(history);
            if (only != 0 && (!next || next->revision != only))
                return std::nullopt;
            const auto redone = slot.file->redo(slot.environment.authorship());
            if (!redone)
                return redone.refusal();
            slot.edited = true;
            Progress to_the_end;
            slot.load(state, to_the_end);
            return std::nullopt;
        });
}

void ProjectDesk::close() {
    interrupt_check();
    run({"workspace.job.close", {}}, [](Slot& slot, ProjectState&, Progress& progress) {
        slot.close(progress);
        return std::optional<Refusal>();
    });
}

} // namespace antardesa::workspace
