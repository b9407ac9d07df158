#include "project/backup.h"
#include "project/recovery.h"
#include "workspace/desk_slot.h"

namespace antardesa::workspace {

void ProjectDesk::look_after() {
    interrupt_check();
    check_ = runner_.start(
        {"workspace.job.integrity", {}},
        [this, slot = slot_](Progress& progress) -> JobRunner::Continuation {
            const KeepState keep = slot->look_after(progress);
            return [this, keep] {
                if (kept_)
                    kept_(keep);
            };
        },
        [this](const Message& message) { complaint_(message, Severity::error); });
}

void ProjectDesk::accept_changes() {
    run({"workspace.job.accept", {}},
        [](Slot& slot, ProjectState& state, Progress& progress) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            project::keep_as_is(slot.file->path(), *slot.environment.clock, progress);
            const auto accepted =
                slot.file->accept_changes(slot.environment.authorship(), progress);
            if (!accepted)
                return accepted.refusal();
            slot.edited = true;
            Progress to_the_end;
            slot.load(state, to_the_end);
            return std::nullopt;
        });
    look_after();
}

void ProjectDesk::save_copy(const std::filesystem::path& target) {
    run({"workspace.job.save_as", {target.filename().string()}},
        [target](Slot& slot, ProjectState&, Progress& progress) -> std::optional<Refusal> {
            if (!slot.file)
                return Refusal{{"workspace.no_project", {}}};
            slot.file->copy_to(target, progress);
            return std::nullopt;
        });
}

void ProjectDesk::recover(const std::filesystem::path& damaged,
                          const std::filesystem::path& fresh) {
    run({"workspace.job.recover", {damaged.filename().string()}},
        [damaged, fresh](Slot& slot, ProjectState& state, Progress& progress) {
            auto report = project::recover(damaged, fresh, slot.environment.authorship(), progress);
            Progress to_the_end;
            slot.open(fresh, state, to_the_end);
            state.done = Message{report.all_counted ? "edit.recover" : "edit.recover_uncounted",
                                 {damaged.filename().string(), std::to_string(report.kept()),
                                  std::to_string(report.lost())}};
            state.findings.insert(state.findings.end(), report.findings.begin(),
                                  report.findings.end());
            return std::optional<Refusal>();
        });
}

void ProjectDesk::show_life() {
    runner_.start(
        {"workspace.job.settings", {}},
        [slot = slot_](Progress&) -> JobRunner::Continuation {
            if (slot->file && slot->file->mode() == project::OpenMode::write)
                slot->file->show_life();
            return [] {};
        },
        [](const Message&) {});
}

} // namespace antardesa::workspace
