#include "ui/ui_state.h"

#include "base/file_name.h"
#include "ui/window.h"

#include <array>
#include <cstdlib>

namespace antardesa::ui {

namespace {

std::filesystem::path starting_folder() {
    const char* home = std::getenv("HOME");
    return home && *home ? std::filesystem::path(home) : std::filesystem::path("/");
}

struct NamedDialog {
    std::string_view name;
    Dialog dialog;
};
constexpr std::array<NamedDialog, 8> named_dialogs{{{"setelan", Dialog::settings},
                                                    {"pintasan", Dialog::shortcuts},
                                                    {"cari", Dialog::palette},
                                                    {"tentang", Dialog::about},
                                                    {"keamanan", Dialog::keeping},
                                                    {"ekspor", Dialog::export_layer},
                                                    {"grafik", Dialog::charts},
                                                    {"kode", Dialog::check_code}}};

} // namespace

void open_dialog(UiState& state, Dialog dialog) {
    state.dialog = dialog;
    state.opening = dialog != Dialog::none;
    state.sent = {state.sent.number, false, {}};
    if (dialog == Dialog::keeping)
        state.keeping.chosen = 0;
    if (dialog == Dialog::check_code)
        state.code_focus = true;
    if (dialog == Dialog::palette) {
        state.palette = {};
        state.palette.focus = true;
    }
}

void open_files(UiState& state, FilePurpose purpose, const std::string& name) {
    const std::filesystem::path folder = state.files.folder;
    state.files = {};
    state.files.purpose = purpose;
    state.files.folder = folder.empty() ? starting_folder() : folder;
    state.files.typed = name.empty() ? name : safe_file_name(name);
    state.files.focus = true;
    open_dialog(state, Dialog::files);
}

void reset_layout(UiState& state) {
    state.left_width = state.right_width = state.bottom_height = 0;
    state.left_open = state.right_open = state.bottom_open = true;
    state.legend_open.reset();
    state.map_only = false;
}

void start_repair(UiState& state, Id<model::BoundaryFinding> finding, int way) {
    state.right_open = true;
    state.map_only = state.history_open = false;
    state.repair = {};
    state.repair.finding = finding;
    state.repair.way = way;
    state.repair.near_miss = way == snap_way;
    state.repair.undecided = finding && way < snap_way; // ways of a gap or overlap
    state.repair.limit = way == snap_way ? 0 : state.repair.limit;
    state.repair.due = true;
}

void start_proposal(UiState& state, Id<model::BoundaryDispute> dispute) {
    state.right_open = true;
    state.map_only = state.history_open = false;
    state.proposal = {};
    state.proposal.dispute = dispute;
    state.proposal.due = true;
}

bool open_panel(UiState& state, std::string_view name) {
    if (name == "riwayat") {
        state.history_open = state.right_open = true;
        return true;
    }
    if (name == "berkas") {
        open_files(state, FilePurpose::open);
        return true;
    }
    if (name == "perbaikan") {
        start_repair(state);
        return true;
    }
    constexpr std::array<std::string_view, 3> charts{"matriks", "linimasa", "mitra"};
    for (std::size_t shown = 0; shown < charts.size(); ++shown)
        if (charts[shown] == name) {
            state.charts = {};
            state.charts.shown = static_cast<int>(shown);
            open_dialog(state, Dialog::charts);
            return true;
        }
    for (const NamedDialog& entry : named_dialogs)
        if (entry.name == name) {
            open_dialog(state, entry.dialog);
            return true;
        }
    return false;
}

} // namespace antardesa::ui
