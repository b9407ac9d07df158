#pragma once

#include "workspace/about.h"
#include "workspace/action.h"
#include "workspace/charts_view.h"
#include "workspace/folder_desk.h"
#include "workspace/line_view.h"
#include "workspace/verbs.h"
#include "workspace/views.h"
#include "workspace/window_settings.h"

#include <functional>
#include <memory>

namespace antardesa::workspace {

/// Turns a composed drawing into pixels; handed in by `app` because renderers lie beside this
/// room. Called on job threads.
using Rasterise = std::function<cartography::Image(const cartography::Drawing&,
                                                   double pixels_per_millimetre, Progress&)>;

/// A finished picture of the map and the view it was drawn for. The window shows it moved and
/// scaled to the present camera until a crisper one arrives.
struct MapPicture {
    cartography::View view;
    double pixels_per_millimetre = 96 / 25.4;
    std::shared_ptr<const cartography::Image> image;
    std::uint64_t generation = 0; ///< grows with every picture
};

/// The running program. Lives on one thread (the UI's); long work goes to jobs and comes back in
/// `update`. Views are rebuilt lazily and stay valid until the next dispatch or update.
class Workspace {
  public:
    Workspace(Environment environment, Rasterise rasterise);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    /// Carries out what a person wants; never blocks, never throws: failures become notices.
    void dispatch(const Action& action);
    /// Delivers finished jobs, ages notices, starts the next picture. Call once a frame. Returns
    /// whether anything on screen may have changed.
    bool update(double seconds_since_last);
    /// Called from job threads when `update` should run soon.
    void on_wake(std::function<void()> wake);
    /// True while a job runs or a picture is due: the loop must not sleep long.
    bool busy() const;
    /// Blocks until everything asked for is done and drawn; for tests and screenshots.
    void settle();

    /// Looks as it was left, `language` instead of the kept one when it was asked for. What a
    /// person changes from now on is kept in the environment's folder.
    void start_with(const WindowSettings& settings, std::optional<i18n::Language> language);
    /// What only the window knows of the machine, once; shown in the About box.
    void tell_machine(MachineFacts facts);
    /// Frames over the limit since the start, and the longest.
    void tell_slow_frames(int count, double worst_ms);

    const i18n::Catalogue& language() const;
    UiTheme ui_theme() const;
    int ui_scale_percent() const;
    std::string rules_name() const;      ///< of the office's own rules file in use; empty: none
    std::string lost_rules_name() const; ///< of the one that was chosen and cannot be used
    Job job() const;
    ListKind list_kind() const;
    bool has_project() const;        ///< a project file is open
    bool shows_foreign_file() const; ///< something is shown that is not yet a project
    bool can_edit() const;

    std::shared_ptr<const model::Atlas> atlas() const; ///< null when nothing is shown
    const MapPicture& picture() const;
    /// The camera: which view the map panel should show now.
    const cartography::View& view() const;
    double pixels_per_millimetre() const;
    /// Degrees of a place of the map in metres; nothing without a map.
    std::optional<geo::Point> degrees_at(geo::Point map) const;

    const TopBarView& top_bar() const;
    const LayersView& layers() const;
    const FilterView& filter() const;
    const ListView& list() const;
    const CardView& card() const;
    const MapView& map() const;
    const StatusView& status() const;
    const HistoryView& history() const;
    const std::vector<NoticeView>& notices() const;
    const std::optional<ImportView>& import() const;
    const SheetView& sheet() const;
    const KeepView& keep() const;
    const RepairView& repair() const;
    const ProposalView& proposal() const;
    const AboutView& about() const;
    const FormAnswer& form_answer() const;
    const CodeView& code() const;
    /// A row of the register as a form; nothing without a project or such a row.
    std::optional<RecordForm> record(RecordKey key) const;
    std::vector<RecordList> records() const;
    /// What passes the filter now; empty without a project.
    ChartsView charts() const;
    const LineEditView& line_edit() const; ///< inactive: no boundary is being edited
    /// Villages, codes, agreements, commands that match the words, best first, at most 12.
    std::vector<PaletteEntry> palette(const std::string& words) const;
    /// What the file dialog looks at; asked for here, answered in a later frame.
    const FolderView& folder(const std::filesystem::path& path, bool afresh) const;
    std::optional<Target> target(const std::filesystem::path& path) const;
    std::vector<std::filesystem::path> recent_files() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::workspace
