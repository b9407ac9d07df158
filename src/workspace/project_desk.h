#pragma once

#include "workspace/shown.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// The open project as the rest of the program sees it, after each change anew.
struct ProjectState {
    std::filesystem::path path;
    bool read_only = false;
    bool can_undo = false;
    bool can_redo = false;
    std::vector<model::HistoryEntry> history; ///< newest first
    std::vector<Finding> findings;            ///< of reading the file
    std::optional<Message> held_by_other;     ///< why it is read-only
    std::optional<Message> done;              ///< the edit just made, for its notice
    bool undoable = false;                    ///< whether that notice offers to take it back
    bool opened = false;                      ///< a file was just opened (fit the map)
};

/// The one place where the window changes a project: a queue of jobs on a single thread, and
/// the file object lives in those jobs alone. Called from the window's thread; answers come
/// back in `deliver`.
class ProjectDesk {
  public:
    using Answer = std::function<void(const Shown&, const ProjectState&)>;
    using Complaint = std::function<void(const Message&, Severity)>;
    using Verb = std::function<Result<model::Edit>(const model::Atlas&)>;

    ProjectDesk(Environment environment, Answer answer, Complaint complaint);

    /// For writing; read-only, and saying who holds it, when another instance writes.
    /// `not_ours` is called instead when the file is no project of this program.
    void open(const std::filesystem::path& path, std::function<void()> not_ours);
    void create(std::shared_ptr<const ImportPlan> plan, const std::filesystem::path& path);
    void open_sample(const std::filesystem::path& folder);
    /// The verb is asked against the newest atlas, in the job.
    void edit(Verb verb);
    void undo();
    void redo();
    void close();

    int deliver() { return runner_.deliver(); }
    void on_ready(std::function<void()> wake) { runner_.on_ready(std::move(wake)); }
    std::vector<std::shared_ptr<JobHandle>> active() const { return runner_.active(); }
    void wait_idle() { runner_.wait_idle(); }

  private:
    struct Slot;
    using Step = std::function<std::optional<Refusal>(Slot&, ProjectState&, Progress&)>;
    void run(Message title, Step step);

    Environment environment_;
    Answer answer_;
    Complaint complaint_;
    std::shared_ptr<Slot> slot_; ///< touched inside jobs only
    JobRunner runner_{1};
};

} // namespace antardesa::workspace
