#pragma once

#include "ui/finding_state.h"
#include "ui/point_state.h"
#include "ui/register_state.h"
#include "workspace/workspace.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::ui {

/// What stands over the window, one at a time; the import plan stands over all by itself.
enum class Dialog {
    none,
    files,
    settings,
    shortcuts,
    about,
    palette,
    keeping,
    acceptance,
    new_agreement,
    report_dispute,
    edit_village,
    end_agreement,
    allow_finding,
    segment_state,
    case_step,   ///< to a next state
    accept_line, ///< the proposed line becomes the boundary
    add_claim,
    claim_overlap, ///< an overlap becomes a case
    turning_point,
    points_decree, ///< by which the points of a final line change
    record,        ///< the form of a row of the register
    records,       ///< the registers with their rows
    charts,
    export_layer,
    check_code
};

/// What the file dialog is asked for.
enum class FilePurpose {
    open,
    import,
    save_project,
    export_sheet,
    save_report,
    save_copy,
    recover,
    proposal_line,   ///< a drawn line that is proposed
    claim_line,      ///< what a village claims
    photo,           ///< evidence of a village
    rules,           ///< of compliance
    repair_line,     ///< the agreed line that a repair follows
    export_findings, ///< what the list of findings shows
    export_layer,
    attach,           ///< to the document in the form
    write_attachment, ///< its kept bytes
    write_paper,      ///< about the segment or case in the card
    write_sheet,      ///< its map
    case_papers       ///< a folder for all papers of a case
};

struct FileDialogState {
    FilePurpose purpose = FilePurpose::open;
    Dialog back_to = Dialog::none; ///< where the file is asked for
    std::filesystem::path folder;
    std::string typed; ///< the path or name in the field
    std::vector<workspace::FileEntry> entries;
    std::uint64_t entries_number = 0; ///< of the view they were taken from
    bool reading = false;
    std::vector<std::filesystem::path> recent;
    int chosen = -1;
    bool stale = true;            ///< read the folder again
    std::filesystem::path meant;  ///< pressed, waits for what stands there; empty: nothing
    bool confirm_replace = false; ///< the name exists: asked once more
    bool focus = false;
    double dpi = 300;
    std::filesystem::path source;            ///< what is recovered
    std::string layer;                       ///< what is exported
    std::string fcode;                       ///< of its features
    Id<model::Attachment> attachment;        ///< what is written
    workspace::PaperRequest paper = {};      ///< what is written
    cartography::Subject subject = {};       ///< whose map is written
    Id<model::BoundaryDispute> dispute = {}; ///< whose evidence the photo is,
    Id<model::Village> village = {};         ///< and which village's
};
struct ExportForm {
    int layer = 0; ///< by the list of the dialog
    int ending = 0;
    std::string fcode; ///< of boundary lines and points, as typed
};

struct PaletteState {
    std::string words;
    std::vector<workspace::PaletteEntry> entries;
    int chosen = 0;
    bool stale = true;
    bool focus = false;
};

struct DisputeForm {
    Id<model::BoundarySegment> segment;
    std::string place; ///< what the card calls the segment
    std::string subject;
    bool focus = false;
};

/// The document that a change rests on: none, one of the project, or a new one.
struct DocumentChoice {
    std::vector<std::pair<Id<model::Document>, std::string>> known;
    int chosen = 0; ///< 0: none, then the known ones, then a new one
    int kind = 0;   ///< of the new one, by the list of the field
    std::string number;
    std::string date;
    std::string title;
    bool focus_new = false; ///< the new one's fields were just opened
    bool in_city = false;   ///< its regulations are the Wali Kota's
};
struct AllowForm {
    Id<model::BoundaryFinding> finding;
    std::string title;
    workspace::FindingDeeds deeds;
    int reason = 0; ///< in `deeds`
    DocumentChoice document;
    std::string date; ///< since when
    std::string remark;
};
/// A form that was sent and stays open until its answer is there.
struct SentForm {
    std::uint64_t number = 0; ///< of the last one; grows
    bool waiting = false;
    std::string refusal; ///< why it was not done; shown in the form
};
struct SegmentForm {
    Id<model::BoundarySegment> segment;
    std::string place; ///< what the card calls the segment
    workspace::SegmentDeeds old;
    int state = 0;
    bool pillars = false;
    DocumentChoice document;
    int character = 0; ///< model::LineCharacter
    int workflow = 0;  ///< model::BoundaryWorkflow
};
/// How gaps and overlaps are to be mended.
struct RepairForm {
    int way = 0;                             ///< by the list of the panel
    int limit = 1;                           ///< likewise
    bool near_miss = false;                  ///< of one case: nothing but a snap mends it
    std::string width = {};                  ///< as typed, instead of `limit`
    std::string area = {};                   ///< greatest area of a batch, as typed; empty: any
    Id<model::BoundaryFinding> finding = {}; ///< one case; none: all within the limit
    std::filesystem::path line_file = {};    ///< the agreed line
    Id<model::Claim> claim = {};             ///< or this one
    DocumentChoice document = {};
    /// Agreed lines: 0 nothing said, 1 agreed anew by the document, 2 back to pelacakan.
    int settled = 0;
    bool due = false; ///< the preview is to be asked for
    /// Nobody has chosen yet: the preview may take another way than `way`, which then follows it.
    bool undecided = false;
    int sight = 0; ///< of a batch: 0 the ledger, 1 what is mended, 2 what stays
    std::size_t chosen = static_cast<std::size_t>(-1);
};

/// The line through contested land that is to be proposed.
struct ProposalForm {
    Id<model::BoundaryDispute> dispute = {};
    int way = 0;                          ///< by the list of the panel
    std::string share = "50";             ///< of the first village, per cent, as typed
    std::string direction;                ///< degrees, as typed; empty: from node to node
    std::string shifted;                  ///< as `share`, of other ways; empty: as the line comes
    std::filesystem::path line_file = {}; ///< to be taken as it is
    Id<model::Proposal> scenario = {};    ///< a kept line instead
    std::string author;                   ///< of what is kept next: who asked for it
    Id<model::BoundarySegment> segment = {}; ///< of the case; none: its first
    float divider = 0.5F;                    ///< of two lines compared: share of the map's width
    bool due = false;                        ///< the preview is to be asked for
};
/// A case goes on.
struct CaseForm {
    Id<model::BoundaryDispute> dispute;
    std::string title;
    model::DisputeState now = model::DisputeState::reported;
    std::vector<model::DisputeState> next;
    int state = 0; ///< of `next`
    DocumentChoice document;
    std::string date; ///< when facilitation began
};
/// The villages agreed to the line on display.
struct AcceptForm {
    Id<model::BoundaryDispute> dispute;
    std::string title;
    std::string sentence; ///< what the line gives
    DocumentChoice document;
    std::string place;
    std::string attended;
    std::array<Id<model::Village>, 2> villages;
    std::array<std::string, 2> names;
    std::array<std::string, 2> numbers; ///< each village's own of the berita acara
    bool numbered = true;               ///< a berita acara; a Perbup has the Bupati's number only
};
/// What the right side of the meeting screen shows.
enum class MeetingTab { evidence, meetings, table, minutes };
struct ClaimForm {
    Id<model::BoundaryDispute> dispute;
    std::vector<std::pair<Id<model::Village>, std::string>> villages;
    std::vector<std::pair<Id<model::Document>, std::string>> documents;
    int village = 0;
    int document = 0; ///< 0: none
    std::string basis;
    std::string author;
    std::filesystem::path line_file;
    bool drawn = false;   ///< on the map, not in a file
    bool drawing = false; ///< the form waits while it is drawn
};
/// An overlap becomes a case.
struct OverlapForm {
    Id<model::BoundaryFinding> finding;
    std::vector<std::string> villages; ///< two or three, by id
    std::vector<std::pair<Id<model::Document>, std::string>> documents;
    int document = 0; ///< 0: none
    std::array<std::string, 2> basis;
    std::string author;
    int holder = 0; ///< of three, its place in `villages`
};

/// How the file in the import dialog is looked at.
struct ImportForm {
    std::uint64_t number = 0; ///< of the report that it is about
    bool opened = false;      ///< its columns are shown
};

/// How the file's safety is looked at.
struct KeepingState {
    std::size_t chosen = 0;          ///< whose sentence stands below the list
    std::filesystem::path put_aside; ///< the damaged file whose banner was closed
};

/// How the report on display is looked at.
struct ReportState {
    std::uint64_t number = 0; ///< whose; another report begins anew
    std::array<bool, 3> severities{true, true, true};
    std::vector<bool> opened; ///< by kind
    std::size_t chosen = static_cast<std::size_t>(-1);
    bool aside = false; ///< beside the map instead of over it
};

/// A cell of the vertex table being typed into.
struct LineTableState {
    int number = 0; ///< of the vertex; 0: none
    workspace::LineColumn column = workspace::LineColumn::latitude;
    std::string text;
    bool focus = false;
    int last_selected = 0; ///< whose row was brought into sight
    Id<model::BoundarySegment> segment = {};
    float scroll = 0;     ///< kept while the line is derived anew, when there are no rows
    bool emptied = false; ///< it was: `scroll` is to be taken up again
};

/// What the map panel remembers between frames.
struct MapState {
    int width = 0; ///< last told to the workspace
    int height = 0;
    double pixels_per_millimetre = 0;
    std::vector<geo::Box> floating; ///< over the map in this frame, pixels in it
    std::vector<geo::Box> covered;  ///< last told
    float pointer_x = -1;
    float pointer_y = -1;
    bool inside = false;
    bool dragging = false;
    bool point_held = false; ///< the press began on the selected turning point
    bool proposing = false;  ///< a line through contested land takes the mouse
    double hover_seconds = 0;
    /// The next click says where this point stands.
    std::optional<workspace::PointRequest> picking;
    std::optional<Placement> placement; ///< of the form, which waits
    std::string hover_title;
};

/// What belongs to the panels alone and outlives a frame. A value; starts in the default layout.
struct UiState {
    float left_width = 0; ///< px; 0: default for the window size (ui.md §1)
    float right_width = 0;
    float bottom_height = 0;
    bool left_open = true;
    bool right_open = true;
    bool bottom_open = true;
    bool map_only = false;
    std::optional<bool> legend_open; ///< by the map's width until the person chooses
    bool history_open = false;       ///< stands where the card stands
    int right_button = 0;

    Dialog dialog = Dialog::none;
    bool opening = false; ///< the dialog was asked for in this frame
    FileDialogState files;
    PaletteState palette;
    bool agreement_due = false; ///< waits for the list of villages, which knows the selection
    AgreementForm agreement;
    DisputeForm dispute;
    VillageForm village;
    EndForm end;
    AllowForm allow;
    RepairForm repair;
    ProposalForm proposal;
    bool meeting = false;     ///< the case fills the window
    bool names_shown = false; ///< in a meeting: of persons, once somebody asked for them
    MeetingTab meeting_tab = MeetingTab::table;
    bool full_screen = false; ///< the window fills the screen; the loop follows it
    CaseForm case_step;
    AcceptForm accept;
    ClaimForm claim;
    OverlapForm overlap;
    LimitsForm limits;
    CheckForm check;
    ImportForm importing;
    SegmentForm segment;
    PointForm point;
    DecreeForm decree;
    RecordFormState record;
    std::optional<workspace::RecordKey> record_due; ///< was pressed: its form opens
    ChartsForm charts;
    OfficeForm office;
    SentForm sent;
    ExportForm exported;
    ReportState report;
    KeepingState keeping;
    MapState map;
    LineTableState line_table;
    std::string code_typed; ///< of a sheet, being checked
    bool code_focus = false;

    std::string scale_text;
    std::string list_words;
    std::string list_searched; ///< of the list last shown: another file empties it
    std::string sheet_title;   ///< being typed
    bool sheet_title_active = false;
    std::string sheet_scale;
    bool sheet_scale_active = false;
    int year_handle = 0; ///< being dragged: 1 first, 2 last
    cartography::Subject hovered;
    int scroll_to_selection = 0;
    cartography::Subject last_selected;
};

/// Opens a dialog in its starting state.
void open_dialog(UiState& state, Dialog dialog);
inline constexpr int snap_way = 7; ///< the only one of a near miss
/// The repair of one finding, or of all technical ones, in the right panel; `way` by its list.
void start_repair(UiState& state, Id<model::BoundaryFinding> finding = {}, int way = 0);
/// A line through the land of a dispute, in the right panel.
void start_proposal(UiState& state, Id<model::BoundaryDispute> dispute);
/// `name` is proposed as far as it can be a file name.
void open_files(UiState& state, FilePurpose purpose, const std::string& name = {});
/// Sizes and open panels as on the first start.
void reset_layout(UiState& state);

} // namespace antardesa::ui
