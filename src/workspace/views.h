#pragma once

#include "analysis/filter.h"
#include "base/finding.h"
#include "cartography/scene.h"
#include "workspace/action.h"
#include "workspace/agreement_draft.h"
#include "workspace/card_view.h"
#include "workspace/import_view.h"
#include "workspace/proposal_view.h"
#include "workspace/repair_view.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What panels show, ready to draw: texts already in the chosen language, numbers already
/// formatted. Rebuilt only when something changed; panels never compute.
namespace antardesa::workspace {

struct TopBarView {
    std::string title;    ///< "Kabupaten Contoh"; program name without a project
    std::string subtitle; ///< "kabupaten-contoh.gpkg · tersimpan 14.02", "belum disimpan…", …
    bool can_undo = false;
    bool can_redo = false;
    std::string undo_name; ///< "Urungkan: ubah keadaan segmen"
    std::string redo_name;
    std::string steps;       ///< "37 langkah"
    bool has_report = false; ///< ShowReport has something to show
    bool is_city = false;    ///< the project's is a kota
};

struct LayerRow {
    cartography::MapLayer layer;
    std::string name;
    std::string count;
    bool visible = true;
    std::vector<cartography::Mark> sample; ///< 18 × 14 px box in mm, origin lower left
};
struct LayersView {
    std::vector<LayerRow> rows;
    cartography::Theme theme = cartography::Theme::district;
    bool by_district = false;
};

/// How far the boundaries of the kabupaten or of a kecamatan are: a bar and its sentence.
struct BoundaryStatesView {
    std::string title;    ///< "Kabupaten Contoh"
    std::string sentence; ///< "73 % dari 412 km definitif"
    std::string count;    ///< "402 segmen"
    std::vector<StateShare> states;
    std::vector<std::string> areas; ///< "2 area saling klaim · 3,1 ha"; empty: none
};

struct FilterView {
    analysis::Filter filter;
    analysis::FilterCounts counts;
    /// The kabupaten, and the kecamatan of the filter or, without one, of the selection.
    std::vector<BoundaryStatesView> boundaries;
    struct District {
        Id<model::District> id;
        std::string name;
    };
    std::vector<District> districts;
    /// What else the filter asks for, beyond the controls above: each can be taken away.
    struct Chip {
        std::string text; ///< "Hanya Batutengah, Bumikencana"
        analysis::Filter without;
    };
    std::vector<Chip> chips;
    bool active = false; ///< something is filtered out
};

/// A table: lists of villages, agreements, disputes, assets, segments, points, findings, and of
/// what a review of the cooperation found.
struct ListCell {
    std::string text;
    Tag tag;           ///< drawn instead of the text when set
    char32_t icon = 0; ///< before the text
    style::Colour icon_colour;
};
struct ListRow {
    Subject subject;
    std::vector<ListCell> cells;
    bool selected = false;
    std::vector<Subject> with = {};           ///< selected along with it
    std::optional<AgreementDraft> draft = {}; ///< what a suggestion would begin
    std::optional<RecordKey> record = {};     ///< has no place on the map: a click opens its form
};
struct ListColumn {
    std::string title;
    float weight = 1;       ///< share of the width
    float least_width = 60; ///< px at 100 %
    bool right_aligned = false;
};
/// One of the lists that can stand below the map.
struct ListTab {
    ListKind kind = ListKind::agreements;
    std::string title;
    std::string count;
};
struct ListView {
    ListKind kind = ListKind::agreements;
    std::vector<ListTab> tabs;
    std::string title;    ///< "Kerja sama"
    std::string subtitle; ///< "24 dari 33 sesuai saringan"
    std::vector<ListColumn> columns;
    std::vector<ListRow> rows;   ///< sorted and filtered
    std::size_t name_column = 1; ///< says what the row is about
    int sort_column = 0;
    bool descending = false;
    /// Of the list of findings: what its rows can be, with counts, and which of it is shown.
    std::vector<std::pair<FindingChoice, std::string>> choices;
    FindingChoice choice = FindingChoice::open;
    std::string empty_text; ///< what to say and do when there is no row
    bool unchecked = false; ///< of findings: nothing was checked yet; offer CheckBoundaries
    bool empty_by_filter = false;
    std::string search; ///< what the rows were searched for
};

/// How the last form that was sent fared: panels keep it open until it is done.
struct FormAnswer {
    std::uint64_t form = 0; ///< its number
    std::string refusal;    ///< why nothing was changed; empty: it is done
};

/// The selected turning point on the map, to be led along its line.
struct PointHandleView {
    std::optional<geo::Point> at;   ///< map metres; none: no point is selected
    std::optional<geo::Point> from; ///< where it was, while it is led
    bool led = false;
    bool locked = false; ///< it goes with its node
    bool drawn = false;  ///< something draws the hand
    std::string title;   ///< "TK 003 · 12,40 m · simpul"
    std::string detail;  ///< its coordinates
    std::string planar;  ///< in metres
};
/// A claim while it is drawn on the map.
struct ClaimLineView {
    bool active = false;
    std::vector<geo::Point> line; ///< map metres
    std::string sentence;         ///< "Klaim Sumber: 4 titik, 1,2 km"
    bool can_keep = false;
};
struct MapView {
    std::string live_sentence; ///< "24 kerja sama mengikat 61 desa; …"
    std::vector<cartography::LegendEntry> legend;
    std::vector<std::string> legend_texts; ///< same order
    std::string hover_title;               ///< tooltip; empty: none
    std::string hover_detail;
    double metres_per_pixel = 1;
    bool empty = true; ///< no villages: show the empty state
    PointHandleView point;
    ClaimLineView claim_line;
};

struct StatusView {
    std::string geographic; ///< 07°34'42,18" LS  109°10'36,05" BT
    std::string projected;  ///< 298 712 mT  9 161 840 mU  49S
    std::string scale;      ///< "1 : 75.000"
    double scale_denominator = 75000;
    std::string system;    ///< "SRGI 2013 / UTM 49S"
    std::string selection; ///< "3 dipilih"
    struct RunningJob {
        std::string text;  ///< "Memeriksa… 212 dari 301 desa"
        double share = -1; ///< 0 … 1; negative: unknown
    };
    std::vector<RunningJob> jobs;
};

struct HistoryRow {
    std::int64_t revision = 0;
    std::string name;
    std::string detail; ///< author · time · document
    bool undone = false;
};
struct HistoryView {
    std::vector<HistoryRow> rows; ///< newest first
    std::string head;             ///< of the chain, in groups of four; empty without one
};

struct NoticeView {
    std::int64_t id = 0;
    Severity severity = Severity::information;
    std::string text;
    std::string detail;
    bool offers_undo = false;
    double seconds_left = 5; ///< errors stay until dismissed: infinite
};

/// What came of a sheet's code.
struct CodeView {
    std::string typed; ///< the code as it was asked about
    bool working = false;
    std::string text; ///< the answer; empty: none yet
    Severity severity = Severity::information;
};

struct SheetView {
    cartography::SheetRequest request;                 ///< `pages`: of the set that it comes to
    std::string scale;                                 ///< "1 : 40.000"
    std::string summary;                               ///< "148 dari 150 desa berlabel"
    std::shared_ptr<const cartography::Image> preview; ///< of the print itself; may be older
    bool preview_current = false;
    std::string about;   ///< "Desa Sumberrejo Hulu": the village, segment or case of the request
    std::string refused; ///< why no sheet comes of it; empty: one does
};

/// The worst that is to be said of how the project is kept; what the banner is about.
enum class KeepTrouble {
    none,
    read_only,  ///< cannot be edited; the content is as it was written
    changed,    ///< rows are not as they were written
    unreadable, ///< pages are damaged: no accepting, only recovery
    damaged     ///< the file could not be opened at all
};
struct KeepFinding {
    Severity severity = Severity::warning;
    std::string subject; ///< a name, or table and row
    std::string sentence;
};

/// How well the open project is kept. Shown as a banner under the top bar and in a panel.
struct KeepView {
    KeepTrouble trouble = KeepTrouble::none;
    std::string banner;                ///< one short sentence of it and what to do; empty for none
    std::filesystem::path project;     ///< the open one; empty: none
    std::filesystem::path recoverable; ///< what `RecoverProject` should read; empty: nothing
    std::string read_only_reason;      ///< why it cannot be edited; empty: it can
    std::string warning;  ///< network share, or why there is no new backup; may be empty
    bool checked = false; ///< every row was compared with its hash since the opening
    std::string summary;  ///< "Semua baris sama dengan yang ditulis", "3 baris berbeda"
    std::vector<KeepFinding> findings; ///< what differs, worst first
    bool can_accept = false;           ///< offer `AcceptChanges`
    std::string backup;                ///< "Cadangan terakhir: 23-11-2026 14.02"; empty without one
    std::string backup_place;          ///< its file
    std::filesystem::path damaged;     ///< could not be opened for damage: offer `RecoverProject`
};

/// What the window asks, or shows, for a command that is no action by itself.
enum class PaletteOpens {
    nothing,      ///< `action` is carried out
    keeping,      ///< how the project is kept
    acceptance,   ///< whether `AcceptChanges` is meant
    copy,         ///< where to, for `SaveCopy`
    recovery,     ///< where to, for `RecoverProject`
    repair,       ///< by which rule, for `PreviewRepair`
    state,        ///< of the segment in the card, for `RecordSegmentState`
    point,        ///< of that segment, or the one in the card, for `PutPoint`
    import_file,  ///< which file, for `ImportInto`
    registers,    ///< which row of which register, for `SaveRecord`
    export_layer, ///< which layer and where to, for `ExportLayer`
    code,         ///< which code, for `VerifyCode`
    matrix,       ///< kecamatan against fields
    timeline,     ///< how long agreements are in force
    partners,     ///< who cooperates with whom
    selected,     ///< the form of what is selected
    record        ///< the form of `PaletteEntry::record`
};
struct PaletteEntry {
    std::string title;
    std::string detail;
    Action action;
    PaletteOpens opens = PaletteOpens::nothing;
    RecordKey record = {};
};

} // namespace antardesa::workspace
