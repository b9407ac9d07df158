#pragma once

#include "analysis/boundary_check.h"
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
    std::optional<Message> read_only_reason;  ///< why it could not be opened for writing
    std::optional<Message> done;              ///< the edit just made, for its notice
    bool undoable = false;                    ///< whether that notice offers to take it back
    bool opened = false;                      ///< a file was just opened (fit the map)
};

/// How well the open project is kept, as found in the background after it was opened.
struct KeepState {
    std::filesystem::path project;
    std::vector<Finding> findings;         ///< of `check_integrity`
    std::filesystem::path backup;          ///< the newest one; empty: none yet
    std::string backup_time;               ///< UTC, ISO 8601
    std::optional<Message> backup_trouble; ///< why none could be made now
    bool on_network = false;
};

/// The one place where the window changes a project: a queue of jobs on a single thread, and
/// the file object lives in those jobs alone. Called from the window's thread; answers come
/// back in `deliver`.
class ProjectDesk {
  public:
    using Answer = std::function<void(const Shown&, const ProjectState&)>;
    using Complaint = std::function<void(const Message&, Severity)>;
    using Verb = std::function<Result<model::Edit>(const model::Atlas&)>;

    using Kept = std::function<void(const KeepState&)>;

    ProjectDesk(Environment environment, Answer answer, Complaint complaint);
    /// Backs up what was edited since the opening.
    ~ProjectDesk();

    /// For writing, or read-only and saying why (`ProjectFile::open_as_possible`). `not_ours` is
    /// called instead when the file is no project of this program. The rows are then checked and,
    /// when they are well and have changed, backed up: in a job that every edit interrupts and that
    /// begins anew after it.
    void open(const std::filesystem::path& path, std::function<void()> not_ours);
    /// Called as well as the complaint when this one request fails or is refused.
    using Failed = std::function<void(const Message&)>;
    void create(std::shared_ptr<const ImportPlan> plan, const std::filesystem::path& path,
                Failed failed = {});
    void open_sample(const std::filesystem::path& folder);
    /// The verb is asked against the newest atlas, in the job. `outcome`, when there is one, is
    /// told after the answer that it is done (null) or, instead of a complaint, why not.
    using Outcome = std::function<void(const Message* refusal)>;
    void edit(Verb verb, Failed failed = {}, Outcome outcome = {});
    /// Checks the whole coverage and records what it finds; of a file that cannot be written it
    /// is only shown.
    void check(const analysis::CheckLimits& limits = {});
    /// From now on records are held against the rules of that file; an empty path: against those
    /// that came with the program. Rules that cannot be read leave those in use.
    void use_rules(const std::filesystem::path& file, Outcome outcome);
    /// With `only`, a revision: nothing happens when another step is the next by then.
    void undo(std::int64_t only = 0);
    void redo(std::int64_t only = 0);
    /// Backs up first what was edited.
    void close();
    void on_kept(Kept kept) { kept_ = std::move(kept); }
    /// Checks and backs up now.
    void look_after();
    /// Declares what other programs changed right; the file as it was is kept beside the backups.
    void accept_changes();
    void save_copy(const std::filesystem::path& target);
    /// Saves what a damaged project holds into `fresh` and opens that.
    void recover(const std::filesystem::path& damaged, const std::filesystem::path& fresh);
    /// To be called every minute: see `ProjectFile::show_life`.
    void show_life();

    int deliver();
    void on_ready(std::function<void()> wake) { runner_.on_ready(std::move(wake)); }
    std::vector<std::shared_ptr<JobHandle>> active() const { return runner_.active(); }
    void wait_idle() { runner_.wait_idle(); }

  private:
    struct Slot;
    using Step = std::function<std::optional<Refusal>(Slot&, ProjectState&, Progress&)>;
    void run(Message title, Step step, Failed failed = {}, Outcome outcome = {});
    /// An answer for `deliver`, from inside a job. What is done is told, even where somebody
    /// cancelled it meanwhile: the runner passes over what a cancelled job returns.
    struct Answers;
    /// Stops the check in the background. Returns whether it was under way.
    bool interrupt_check();

    Environment environment_;
    Answer answer_;
    Complaint complaint_;
    Kept kept_;
    std::shared_ptr<JobHandle> check_;
    std::shared_ptr<Slot> slot_; ///< touched inside jobs only
    std::shared_ptr<Answers> answers_;
    JobRunner runner_{1};
};

} // namespace antardesa::workspace
