#pragma once

#include "workspace/camera.h"
#include "workspace/claim_line.h"
#include "workspace/coverage_repair.h"
#include "workspace/import_report.h"
#include "workspace/line_session.h"
#include "workspace/notices.h"
#include "workspace/painter.h"
#include "workspace/palette.h"
#include "workspace/point_drag.h"
#include "workspace/project_desk.h"
#include "workspace/proposal_table.h"
#include "workspace/repair_picture.h"
#include "workspace/sheet_preview.h"
#include "workspace/view_context.h"
#include "workspace/workspace.h"

#include <array>
#include <functional>
#include <map>
#include <set>

namespace antardesa::workspace {

/// Everything a workspace is. Its functions are grouped by file: `state.cpp` (life and frame),
/// `on_*.cpp` (actions), `view_*.cpp` (what panels read).
struct Workspace::State {
    State(Environment environment, Rasterise rasterise);

    // Actions, one function each.
    void on(const OpenFile& action);
    void on(const OpenSample&);
    void on(const ImportInto& action);
    void on(const SaveAsProject& action);
    void on(const AcceptImport&);
    void on(const RejectImport&);
    void on(const ShowReport&);
    void on(const SaveReport& action);
    void on(const ZoomToPlace& action);
    void on(const CloseProject&);
    void on(const LookAfterProject&);
    void on(const AcceptChanges&);
    void on(const SaveCopy& action);
    void on(const RecoverProject& action);
    void on(const Select& action);
    void on(const Hover& action);
    void on(const SelectNextVillage& action);
    void on(const ZoomTo& action);
    void on(const ZoomBy& action);
    void on(const PanBy& action);
    void on(const SetScale& action);
    void on(const ResizeMap& action);
    void on(const PointAt& action);
    void on(const ClickMap& action);
    void on(const SetJob& action);
    void on(const ToggleLayer& action);
    void on(const SetMapTheme& action);
    void on(const SetFilter& action);
    void on(const StepYears& action);
    void on(const ShowByDistrict& action);
    void on(const SetLanguage& action);
    void on(const SetUiTheme& action);
    void on(const SetUiScale& action);
    void on(const UseRules& action);
    void on(const Undo&);
    void on(const Redo&);
    void on(const RecordSegmentState& action);
    void on(const SaveRecord& action);
    void on(const AttachTo& action);
    void on(const WriteAttachment& action);
    void on(const EraseRecord& action);
    void on(const NumberPoints& action);
    void on(const PutPoint& action);
    void on(const PutPointAt& action);
    void on(const DeletePoint& action);
    void on(const SelectNextPoint& action);
    void on(const LeadPoint& action);
    void on(const DropPoint& action);
    void on(const NudgePoint& action);
    void on(const SetStageOf& action);
    void on(const ReportDisputeOn& action);
    void on(const CheckBoundaries& action);
    void on(const AllowFinding& action);
    void on(const WithdrawExceptionOf& action);
    void on(const SelectNextFinding& action);
    void on(const ZoomAround&);
    void on(const ChooseFindings& action);
    void on(const ExportFindings& action);
    void on(const PutLineBack& action);
    void on(const CreateAgreement& action);
    void on(const EditVillage& action);
    void on(const PreviewRepair& action);
    void on(const ApplyRepair& action);
    void on(const DropRepair&);
    void on(const PreviewProposal& action);
    void on(const DropProposal&);
    void on(const PickProposalPoint& action);
    void on(const CompareProposals& action);
    void on(const PressProposal& action);
    void on(const DragProposal& action);
    void on(const ReleaseProposal&);
    void on(const AddProposalPoint& action);
    void on(const LockProposalPiece&);
    void on(const StepBackProposal&);
    void on(const StepForwardProposal&);
    void on(const WriteCasePapers& action);
    void on(const KeepProposal& action);
    void on(const EraseProposal& action);
    void on(const AcceptProposal& action);
    void on(const AdvanceCase& action);
    void on(const AddClaim& action);
    void on(const DropClaim& action);
    void on(const BeginClaimLine& action);
    void on(const AddClaimPoint& action);
    void on(const StepBackClaimLine&);
    void on(const EndClaimLine&);
    void on(const ClaimOverlap& action);
    void on(const AddPhotoEvidence& action);
    void on(const SetMeeting& action);
    void on(const SetSheet& action);
    void on(const ExportSheet& action);
    void on(const ExportLayer& action);
    void on(const WritePaper& action);
    void on(const WriteSheetOf& action);
    void on(const VerifyCode& action);
    void export_sheet(const cartography::SheetRequest& sheet, const std::string& extent,
                      const std::filesystem::path& output, double dpi);
    void on(const CancelJob& action);
    void on(const DismissNotice& action);
    void on(const SetList& action);
    void on(const SortList& action);
    void on(const SetListSearch& action);
    void on(const BeginLineEdit& action);
    void on(const EndLineEdit&);
    void on(const SetLineTool& action);
    void on(const PressLine& action);
    void on(const DragLine& action);
    void on(const DropLine&);
    void on(const ClickLine& action);
    void on(const InsertLineVertex& action);
    void on(const InsertLineVertexAfter& action);
    void on(const DeleteLineVertex&);
    void on(const SelectLineVertex& action);
    void on(const StepLineVertex& action);
    void on(const NudgeLineVertex& action);
    void on(const TypeLineVertex& action);
    void on(const PasteLinePositions& action);
    void on(const FinishLine&);
    void on(const AnswerForSettled& action);
    void on(const StepBackLine&);

    // Answers of jobs.
    struct Pending;
    void project_changed(const Shown& fresh, const ProjectState& state);
    void foreign_read(std::shared_ptr<const ImportPlan> plan, const ImportRequest& request,
                      const ReadingReport& read, const Shown& fresh);
    void plan_ready(const Pending& ready, const ReadingReport& read);
    /// The same panel, with the reason, when a file cannot be opened at all.
    void could_not_read(const ImportRequest& request, const Message& reason);
    void keep_report(ReadingReport fresh, bool open);
    void complain(const Message& message, Severity severity);
    void project_kept(const KeepState& state);

    void read_foreign(const ImportRequest& request);
    void plan_into_project(const ImportRequest& request);
    void show(const Shown& fresh, bool fit);
    void close_desk();
    void edit(ProjectDesk::Verb verb, ProjectDesk::Failed failed = {});
    /// The report on display then says that nothing was stored, and why.
    ProjectDesk::Failed import_failed();
    /// It says where what it tells of is stored now.
    void import_stored(const std::filesystem::path& path);
    /// The answer to the form of that number; of none, 0, it is a notice.
    void edit_by_form(ProjectDesk::Verb verb, std::uint64_t form);
    void answer_form(std::uint64_t form, const Message* refusal);
    void remember(const std::filesystem::path& path);
    /// Writes the settings in a job when a person changed them.
    void keep_settings(const WindowSettings& now);
    /// Without a word when they could be read; else those in use stay, and it is said why.
    void use_rules(const std::filesystem::path& file, std::function<void()> done);
    /// Writes a layer in a job and says how many features are in it.
    void export_layer(const std::filesystem::path& path,
                      std::function<Result<int>(Progress&)> write);
    void say_done(const Message& name, bool undoable);
    std::optional<Subject> subject_at(geo::Point pixels) const;

    // The frame.
    bool update(double seconds);
    bool busy() const;
    void settle();
    Painter::Wish picture_wish() const;
    SheetPreview::Wish sheet_wish() const;
    std::vector<std::shared_ptr<JobHandle>> jobs() const;

    // What views are made from.
    const i18n::Catalogue& language() const { return *languages[language_index]; }
    Words words() const;
    std::string text(const Message& message) const;
    template<class Make>
    auto with_context(Make make) const {
        const Words spoken = words();
        return make(ViewContext{shown, spoken, options.filter, selection, *languages[0],
                                finding_choice, job, options.by_district});
    }
    TopBarView make_top_bar() const;
    MapView make_map() const;
    PointHandleView make_point_handle() const;
    std::vector<std::string> legend_texts() const;
    StatusView make_status() const;
    HistoryView make_history() const;
    SheetView make_sheet() const;
    KeepView make_keep() const;
    RepairView make_repair() const;
    ProposalView make_proposal() const;
    /// No findings is no answer where nobody has looked for any.
    void tell_unchecked(ListView& list) const;
    /// By whose rules the compliance list was made, where they are the office's own.
    void tell_rules(ListView& list) const;
    /// What the check in the background found.
    void add_kept(KeepView& view) const;
    std::string keep_banner(const KeepView& view) const;
    /// What the palette offers now.
    Offered offered(const KeepView& keep) const;
    std::optional<ImportView> make_import() const;
    LineEditView make_line() const;
    void look_at_repair(Id<model::BoundaryFinding> finding);
    void follow_repair();
    void repair_answered(std::uint64_t number, const Message* refusal);
    void look_at_dispute(Id<model::BoundaryDispute> dispute);
    void follow_proposal();
    void touch_proposal();
    /// Keeps in mind what was just written at the table, before it is `project`.
    void note_table_step(const ProjectState& fresh);
    /// The step of the case on the table that undo or redo reaches next, by its revision; 0: the
    /// next one is none of this case.
    std::int64_t table_undo() const;
    std::int64_t table_redo() const;
    std::int64_t table_step(const model::HistoryEntry* next) const;
    void touch_claim_line();
    /// Selects it and brings it into sight: nobody should have to look for what was just made.
    void show_newest_case();
    void show_newest_agreement();
    /// Stores what `verb` makes, answers the form (0: none) and shows the newest.
    void edit_and_show(const ProjectDesk::Verb& verb, std::uint64_t form,
                       void (State::*show_newest)());
    ClaimLineView make_claim_line() const;
    /// While a line is drawn: shows what the pointer would be drawn to.
    void hover_line();
    /// Writes what the line's session asked for; it waits until `follow_line`.
    void change_line(const LineSession::Step& step);
    /// The session goes on over what is shown now.
    void follow_line();

    /// Asks once, in a job, what protects the reading of strangers' files here.
    void ask_protection();

    /// Which views an event makes old.
    void touch_all();
    void touch_pointer();
    void touch_selection();
    void touch_camera();
    void touch_line();

    Environment environment;
    std::array<std::unique_ptr<const i18n::Catalogue>, 2> languages;
    std::size_t language_index = 0;
    WindowSettings settings;          ///< as kept
    std::filesystem::path rules_file; ///< in use; empty: the installation's
    UiTheme ui_theme = UiTheme::light;
    int ui_scale = 100;
    Job job = Job::cooperation;
    ListKind list_kind = ListKind::agreements;
    std::array<ListOrder, list_kind_count> orders{};
    std::string list_search;
    FindingChoice finding_choice = FindingChoice::open;
    analysis::CheckLimits check_limits; ///< of the last check in this window
    FormAnswer form_answer;
    CodeView code_answer;

    Shown shown;
    std::optional<ProjectState> project; ///< nothing: no project file is open
    std::optional<KeepState> kept;       ///< of `project`, once it was looked after
    std::filesystem::path opening;       ///< the project asked for last
    std::filesystem::path damaged;       ///< the same, when it turned out to be damaged
    double since_sign_of_life = 0;       ///< seconds
    int closing = 0;                     ///< closings that the desk has not answered yet
    std::filesystem::path foreign_path;  ///< of what is shown without being a project
    /// The plan of the foreign file on display, or of an import that waits for yes or no.
    struct Pending {
        std::shared_ptr<const ImportPlan> plan;
        ImportRequest request;
        std::int64_t revision = 0; ///< of the atlas it was laid over
        /// Of a newer file: where outlines come to lie elsewhere.
        std::shared_ptr<const cartography::RepairPicture> picture = nullptr;
    };
    std::optional<Pending> foreign;
    std::optional<Pending> pending;
    /// What came of the file last read; stays until another is read or the window closes.
    std::shared_ptr<const ReadingReport> report;
    bool report_open = false;
    std::uint64_t report_number = 0;
    std::uint64_t importing = 0; ///< number of the report whose import is under way

    /// The repair on display, before it is done.
    struct RepairPreview {
        PreviewRepair asked;
        std::int64_t revision = 0;              ///< of the atlas it was planned on
        std::shared_ptr<const RepairPlan> plan; ///< null: still being made
        PicturedRepair pictured;
        std::optional<Message> refused;
        std::optional<Message> not_applied = {}; ///< why it was not carried out
        bool applying = false;                   ///< it is being carried out
    };
    std::optional<RepairPreview> repair;
    std::uint64_t repair_number = 0; ///< an older preview's answer is dropped

    std::optional<ProposalTable> proposal; ///< a line through contested land is on display
    std::uint64_t proposal_number = 0;     ///< an older line's answer is dropped
    std::map<std::int64_t, Id<model::BoundaryDispute>> table_steps; ///< revisions of the project
    std::optional<CompareProposals> comparing; ///< two kept lines stand beside each other
    std::optional<ClaimLine> claim_line;       ///< a claim is being drawn
    bool meeting = false;                      ///< before everybody's eyes: light, without notices

    Camera camera;
    std::vector<geo::Box> covered; ///< as in MapOptions
    double told_above = 0;         ///< pixels at the map's top, while a line is on the table
    std::vector<Subject> selection;
    Subject hovered;
    std::optional<geo::Point> pointer; ///< pixels
    cartography::MapOptions options;   ///< theme, hidden layers and the one filter
    /// What each job hides until the person says otherwise (ui.md §1).
    std::map<Job, std::set<cartography::MapLayer>> hidden_by_job{
        {Job::boundaries,
         {cartography::MapLayer::agreements, cartography::MapLayer::assets,
          cartography::MapLayer::third_parties}},
        {Job::assets,
         {cartography::MapLayer::agreements, cartography::MapLayer::findings,
          cartography::MapLayer::turning_points}}};
    std::optional<LineSession> line; ///< a boundary is being edited
    std::shared_ptr<const std::vector<LineHandle>> line_handles;
    std::optional<PointDrag> point_drag; ///< also until what it asked for is shown
    bool point_led = false;              ///< the hand still holds it
    cartography::SheetRequest sheet_request;
    AboutRequest about;
    bool protection_asked = false;
    std::vector<Message> protection; ///< empty until the job has answered
    Notices notices;
    std::vector<std::filesystem::path> recent;

    struct Views {
        std::optional<TopBarView> top_bar;
        std::optional<LayersView> layers;
        std::optional<FilterView> filter;
        std::optional<ListView> list;
        std::optional<CardView> card;
        std::optional<MapView> map;
        std::optional<StatusView> status;
        std::optional<HistoryView> history;
        std::optional<SheetView> sheet;
        std::optional<KeepView> keep;
        std::optional<std::optional<ImportView>> import;
        std::optional<RepairView> repair;
        std::optional<ProposalView> proposal;
        std::optional<AboutView> about;
        std::optional<LineEditView> line;
    };
    mutable Views views;
    bool dirty = true; ///< something on screen may have changed since the last `update`

    // Last: their threads end before anything above goes.
    Painter painter;
    SheetPreview preview;
    ProjectDesk desk;
    JobRunner work{1};
    JobRunner keeper{1}; ///< of the settings, beside long work
    FolderDesk disk;
};

} // namespace antardesa::workspace
