#pragma once

#include "ui/scope.h"
#include "ui/ui_state.h"
#include "ui/window.h"

#include <functional>

namespace antardesa::ui {

/// Everything one frame is drawn from, by reference: the workspace's views, or made-up ones in
/// tests. What no view holds comes as a function.
struct FrameViews {
    const i18n::Catalogue& language;
    const workspace::TopBarView& top_bar;
    const workspace::LayersView& layers;
    const workspace::FilterView& filter;
    const workspace::ListView& list;
    const workspace::CardView& card;
    const workspace::MapView& map;
    const workspace::StatusView& status;
    const workspace::HistoryView& history;
    const std::vector<workspace::NoticeView>& notices;
    const std::optional<workspace::ImportView>& import;
    const workspace::SheetView& sheet;
    const workspace::KeepView& keep;
    const workspace::RepairView& repair;
    const workspace::ProposalView& proposal;
    const workspace::MapPicture& picture;
    const cartography::View& view;
    double pixels_per_millimetre = 96 / 25.4;
    workspace::UiTheme theme = workspace::UiTheme::light;
    int scale_percent = 100;
    std::string rules_name = {};      ///< of the office's own rules of compliance; empty: none
    std::string lost_rules_name = {}; ///< of those that were chosen and cannot be used
    workspace::Job job = workspace::Job::cooperation;
    bool has_project = false;
    bool shows_foreign_file = false;
    bool can_edit = false;
    const workspace::LineEditView* line = nullptr;      ///< a boundary being edited; may be null
    const workspace::FormAnswer* form_answer = nullptr; ///< of the form last sent; may be null
    const workspace::CodeView* code = nullptr;          ///< may be null
    std::function<workspace::AboutView()> about;
    std::function<std::optional<workspace::RecordForm>(workspace::RecordKey)> record;
    std::function<std::vector<workspace::RecordList>()> records;
    std::function<workspace::ChartsView()> charts;
    std::function<std::optional<geo::Point>(geo::Point map)> degrees; ///< of metres of the map
    std::function<std::vector<workspace::PaletteEntry>(const std::string&)> palette;
    std::function<const workspace::FolderView&(const std::filesystem::path&, bool afresh)> folder;
    std::function<std::optional<workspace::Target>(const std::filesystem::path&)> target;
    std::function<std::vector<std::filesystem::path>()> recent_files;
};
/// Whether the map, the right panel and the table are about a line being edited.
inline bool edits_line(const FrameViews& views) {
    return views.line != nullptr && views.line->active;
}
FrameViews views_of(const workspace::Workspace& workspace);

/// One frame into the current ImGui frame; `witness` may be null.
std::vector<workspace::Action> draw_frame(const FrameViews& views, MapSurface& surface,
                                          UiState& state, ImVec2 size, Witness* witness = nullptr);

} // namespace antardesa::ui
