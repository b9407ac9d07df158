#pragma once

#include "base/finding.h"
#include "cartography/sheet.h"
#include "i18n/catalogue.h"
#include "model/verbs.h"
#include "workspace/attachment.h"
#include "workspace/cited_document.h"
#include "workspace/finding_exception.h"
#include "workspace/line_actions.h"
#include "workspace/office_list.h"
#include "workspace/paper_request.h"
#include "workspace/proposal_actions.h"
#include "workspace/record.h"
#include "workspace/segment_points.h"
#include "workspace/segment_state.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>

/// What a person wants, as a value. Panels return these; `Workspace::dispatch` carries them out.
namespace antardesa::workspace {

using cartography::Subject;
using cartography::SubjectKind;

/// The jobs of the rail (ui.md §1).
enum class Job { cooperation, boundaries, assets, sheet };
enum class ListKind {
    villages,
    agreements,
    disputes,
    assets,
    segments,
    findings,
    points,
    claims,
    compliance,
    suggestions,
    districts,
    documents
};
/// Which rows the list of findings shows: those to settle, or those that may stay.
enum class FindingChoice { open, allowed };
enum class UiTheme { light, dark, high_contrast };

struct OpenFile {
    std::filesystem::path path;
};                    ///< project or foreign file
struct OpenSample {}; ///< builds it first when needed
/// Which layer of a file with several is read, and which column means what
/// (`io::village_field_name`); what is not said is recognised.
struct ImportChoices {
    std::string layer;
    std::map<std::string, std::string> columns;
    friend bool operator==(const ImportChoices&, const ImportChoices&) = default;
};
struct ImportInto {
    std::filesystem::path path; ///< empty: the file of the plan on display, read again
    int assumed_epsg = 0;       ///< for a file without reference system; 0: none assumed
    bool swap_axes = false;     ///< as in `ImportRequest`
    OfficeChoices office = {};  ///< as in `ImportRequest`
    std::optional<ImportChoices> choices = {}; ///< of the file on display; none: as before
}; ///< into the open project; without one the file is shown
struct SaveAsProject {
    std::filesystem::path path;
};                      ///< a shown foreign file becomes a project
struct AcceptImport {}; ///< the plan on display
struct RejectImport {}; ///< also puts a report aside
struct ShowReport {};   ///< what came of the last file, again
struct SaveReport {
    std::filesystem::path path; ///< .txt or .csv
};
struct CloseProject {};
struct LookAfterProject {}; ///< check every row against its hash and back up, now
struct AcceptChanges {};    ///< what other programs changed is right
struct SaveCopy {
    std::filesystem::path path;
}; ///< of the open project, also when its medium is gone
struct RecoverProject {
    std::filesystem::path damaged;
    std::filesystem::path path; ///< the new project, which is opened
};
struct Select {
    Subject subject;
    bool add = false;
    bool reveal = false;
}; ///< none: clear
struct Hover {
    Subject subject;
};
struct SelectNextVillage {
    int step = 1;
}; ///< by code
struct ZoomTo {
    Subject subject;
}; ///< none: whole kabupaten
struct ZoomToPlace {
    Place place;
}; ///< where a finding lies
struct ZoomBy {
    double factor = 1;
    geo::Point at;
}; ///< at: pixels in the map; keeps that place
struct PanBy {
    geo::Point pixels;
};
struct SetScale {
    double denominator = 50000;
};
struct ResizeMap {
    int width = 0;
    int height = 0;
    double pixels_per_millimetre = 96 / 25.4;
    std::vector<geo::Box> covered = {}; ///< pixels from the upper left corner: what floats over it
};
struct PointAt {
    geo::Point pixels;
    bool inside = true;
}; ///< mouse over the map
struct ClickMap {
    geo::Point pixels;
    bool add = false;
};
struct SetJob {
    Job job = Job::cooperation;
};
struct ToggleLayer {
    cartography::MapLayer layer;
};
struct SetMapTheme {
    cartography::Theme theme;
};
struct SetFilter {
    analysis::Filter filter;
};
/// The filter's span of years moved by so many, or, when all years pass, this year alone.
struct StepYears {
    int step = 1;
};
/// Kecamatan instead of villages: on the map, for the click, in the list.
struct ShowByDistrict {
    bool on = true;
};
struct SetLanguage {
    i18n::Language language;
};
struct SetUiTheme {
    UiTheme theme;
};
struct SetUiScale {
    int percent = 100;
};
struct Undo {};
struct Redo {};
/// `form` is the number under which the answer stands in `FormAnswer`; 0: a notice answers.
struct RecordSegmentState {
    RecordState request;
    std::uint64_t form = 0;
};
struct NumberPoints {
    Id<model::BoundarySegment> segment;
    bool snap = false;                 ///< points off the line are put onto it first
    Id<model::Document> document = {}; ///< as `PointRequest::document`
};                                     ///< points at ends and nodes, all numbered
struct PutPoint {
    PointRequest request;
    std::string coordinates; ///< as typed; empty: where it is
    std::uint64_t form = 0;
};
struct PutPointAt {
    PointRequest request;
    geo::Point pixels; ///< on the map; the nearest place of the line is taken
};
struct DeletePoint {
    Id<model::TurningPoint> point;
    Id<model::Document> document = {}; ///< as `PointRequest::document`
};
struct SelectNextPoint {
    int step = 1;
}; ///< along the line of what is selected: a segment or one of its points
/// The selected point led along its line by the hand; nothing is changed yet.
struct LeadPoint {
    geo::Point pixels; ///< on the map
    bool free = false; ///< nothing draws it
};
struct DropPoint {
    bool keep = true; ///< else it is where it was
};
/// The selected point along its line, by the length of this step and to its side.
struct NudgePoint {
    double east_m = 0;
    double north_m = 0;
};
struct SetStageOf {
    Id<model::Agreement> agreement;
    model::Stage stage;
    model::EndReason reason;
};
struct ReportDisputeOn {
    Id<model::BoundarySegment> segment;
    std::string subject;
};
/// The whole coverage, in a job; what it finds is recorded. Tolerances as in CheckLimits; those not
/// said are those of the last check.
struct CheckBoundaries {
    std::optional<double> sliver_width_m = {};
    std::optional<double> near_miss_m = {};
};
struct AllowFinding {
    AllowRequest request;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
struct WithdrawExceptionOf {
    Id<model::BoundaryException> exception;
};
struct SelectNextFinding {
    int step = 1;
};                    ///< in the order of the list, which it opens; zooms to it
struct ZoomAround {}; ///< the selected finding with the villages that take part in it
struct ChooseFindings {
    FindingChoice choice = FindingChoice::open;
};
struct ExportFindings {
    std::filesystem::path path; ///< .gpkg, .geojson, .kml or .shp
};                              ///< the findings that the list shows, in its order
struct PutLineBack {
    Id<model::BoundaryFinding> finding;
}; ///< a settled line that moved, to where it was agreed
struct CreateAgreement {
    std::string title;
    model::Field field;
    std::vector<Id<model::Village>> villages;
    Id<model::Agreement> amends = {}; ///< that it prolongs
};
struct EditVillage {
    model::ChangeVillage change;
};
/// How flaws are to be mended (analysis::RepairRequest). Of one case that is a broken ring or a
/// copy its kind decides, not the way.
enum class RepairWay {
    longest_border,
    midline,
    snap,
    to_first,
    to_second,
    to_side, ///< PreviewRepair::side
    along_river,
    along_road,
    along_line, ///< that was agreed: of a file or a claim
    rings,      ///< a batch: broken rings, not strips
    copies      ///< a batch: equal outlines of one village or area
};
struct PreviewRepair {
    RepairWay way = RepairWay::longest_border;
    double width_m = 1;                      ///< a batch: what is narrower; a snap: the tolerance
    Id<model::BoundaryFinding> finding = {}; ///< one case; none: all within the limit
    std::filesystem::path line_file = {};    ///< with `along_line`; empty: the claim's
    Id<model::Claim> claim = {};
    /// A batch: agreed lines are mended too, for `ApplyRepair` will say what becomes of them.
    bool with_settled = false;
    std::optional<double> max_area_m2 = {}; ///< a batch of strips: what is no larger; none: all
    std::size_t side = 0;                   ///< with `to_side`: in RepairView::sides
    /// One case, and nobody has chosen: `way`, or where that cannot be done the first that can;
    /// RepairView::way says which.
    bool undecided = false;
}; ///< nothing is changed yet
/// The preview on display. Agreed lines that it moves rest on the document, or fall back to
/// pelacakan, whatever the document is.
struct ApplyRepair {
    CitedDocument document = {};
    bool falls_back = false;
};
struct DropRepair {};
/// The form of a row of the register, sent.
struct SaveRecord {
    RecordChange change;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
struct AttachTo {
    AttachFile request;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
struct WriteAttachment {
    Id<model::Attachment> attachment;
    std::filesystem::path output;
};
struct EraseRecord {
    RecordKey key;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
struct SetSheet {
    cartography::SheetRequest request;
}; ///< the preview follows
struct ExportSheet {
    std::filesystem::path output;
    double dpi = 300;
};
/// The registers as a workbook (`export_register`), where others are layers.
inline constexpr const char* register_layer = "register";
struct ExportLayer {
    std::string layer; ///< as `convert_layer` takes it, or `register_layer`
    std::filesystem::path path;
    std::string fcode = {}; ///< of each feature, as `convert_layer` takes it; empty: none
};
/// A paper about the request's subject, by the path's ending.
struct WritePaper {
    PaperRequest request;
    std::filesystem::path path; ///< .docx, .pdf or .xlsx
};
/// The boundary sheet of a village, a segment or a case, on the paper of the sheet panel.
struct WriteSheetOf {
    Subject subject;
    std::filesystem::path path; ///< .pdf, .svg or .png
};
/// Whether a printed sheet still equals the line; the answer stands in `CodeView`.
struct VerifyCode {
    std::string typed;
};
struct CancelJob {
    std::size_t index = 0;
};
struct DismissNotice {
    std::int64_t id = 0;
};
struct SetList {
    ListKind list = ListKind::agreements;
}; ///< which list stands below the map; a job opens its own first
struct SortList {
    ListKind list;
    int column = 0;
    bool descending = false;
};
struct SetListSearch {
    std::string words;
};

/// The office's own rules of compliance; an empty path: those that came with the program.
struct UseRules {
    std::filesystem::path file;
};

namespace detail {
using Actions = std::variant<
    OpenFile, OpenSample, ImportInto, SaveAsProject, AcceptImport, RejectImport, ShowReport,
    SaveReport, ZoomToPlace, CloseProject, LookAfterProject, AcceptChanges, SaveCopy,
    RecoverProject, Select, Hover, SelectNextVillage, ZoomTo, ZoomBy, PanBy, SetScale, ResizeMap,
    PointAt, ClickMap, SetJob, ToggleLayer, SetMapTheme, SetFilter, StepYears, ShowByDistrict,
    SetLanguage, SetUiTheme, SetUiScale, UseRules, Undo, Redo, RecordSegmentState, NumberPoints,
    PutPoint, PutPointAt, DeletePoint, SelectNextPoint, LeadPoint, DropPoint, NudgePoint,
    SetStageOf, ReportDisputeOn, CheckBoundaries, AllowFinding, WithdrawExceptionOf,
    SelectNextFinding, ZoomAround, ChooseFindings, ExportFindings, PutLineBack, CreateAgreement,
    EditVillage, SaveRecord, AttachTo, WriteAttachment, EraseRecord, SetSheet, ExportSheet,
    ExportLayer, WritePaper, WriteSheetOf, VerifyCode, CancelJob, DismissNotice, SetList, SortList,
    SetListSearch, BeginLineEdit, EndLineEdit, SetLineTool, PressLine, DragLine, DropLine,
    ClickLine, InsertLineVertex, InsertLineVertexAfter, DeleteLineVertex, SelectLineVertex,
    StepLineVertex, NudgeLineVertex, TypeLineVertex, PasteLinePositions, AnswerForSettled,
    FinishLine, StepBackLine, PreviewRepair, ApplyRepair, DropRepair, PreviewProposal, DropProposal,
    PressProposal, DragProposal, ReleaseProposal, PickProposalPoint, CompareProposals,
    AddProposalPoint, LockProposalPiece, StepBackProposal, StepForwardProposal, WriteCasePapers,
    KeepProposal, EraseProposal, AcceptProposal, AdvanceCase, AddClaim, DropClaim, BeginClaimLine,
    AddClaimPoint, StepBackClaimLine, EndClaimLine, ClaimOverlap, AddPhotoEvidence, SetMeeting>;
} // namespace detail

/// One of them. A class, not an alias: what copies and destroys them is compiled once.
struct Action : detail::Actions {
    using detail::Actions::variant;
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();
};

} // namespace antardesa::workspace
