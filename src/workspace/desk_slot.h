#pragma once

#include "workspace/project_desk.h"

namespace antardesa::workspace {

/// What a job of the desk works on: the open file and what is shown of it. Touched inside jobs
/// only, one at a time.
struct ProjectDesk::Slot {
    struct Trouble {
        Message message;
        Severity severity = Severity::error;
    };

    void open(const std::filesystem::path& path, ProjectState& state, Progress& progress);
    void load(ProjectState& state, Progress& progress);
    void replace(model::TableSet tables, bool same_coverage, Progress& progress);
    /// Writes the edit and shows what the project is then.
    std::optional<Refusal> apply(const model::Edit& edit, ProjectState& state);
    /// The rules of that file from now on, and what is shown by them. Throws `Error`.
    void hold_against(const std::filesystem::path& rules, Progress& progress);
    void describe(ProjectState& state) const;
    /// Backs up first when something was edited; what goes wrong then is found at the next opening.
    void close(Progress& progress);

    /// Runs the step. A refusal or a failing disk is what is answered.
    std::optional<Trouble> attempt(const Step& step, ProjectState& state, Progress& progress);
    /// Whether the file holds something else than what is shown, after this trouble.
    bool is_behind(const Message& trouble) const;
    /// Reads the file again; when that fails, what is shown stays.
    void catch_up(ProjectState& state);

    KeepState look_after(Progress& progress);

    Environment environment;
    std::optional<project::ProjectFile> file;
    Shown shown;
    bool edited = false; ///< since the opening
};

} // namespace antardesa::workspace
