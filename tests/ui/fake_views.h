#pragma once

#include "ui/frame.h"

#include <imgui.h>

#include <set>

namespace antardesa::ui {

/// Views as a workspace would give them: nothing, the usual, or far too much.
struct FakeViews {
    workspace::TopBarView top_bar;
    workspace::LayersView layers;
    workspace::FilterView filter;
    workspace::ListView list;
    workspace::CardView card;
    workspace::MapView map;
    workspace::StatusView status;
    workspace::HistoryView history;
    std::vector<workspace::NoticeView> notices;
    std::optional<workspace::ImportView> import;
    workspace::SheetView sheet;
    workspace::KeepView keep;
    workspace::LineEditView line;
    workspace::FormAnswer form_answer;
    workspace::RepairView repair;
    workspace::ProposalView proposal;
    workspace::MapPicture picture;
    cartography::View view;
    workspace::Job job = workspace::Job::cooperation;
    workspace::UiTheme theme = workspace::UiTheme::light;
    int scale_percent = 100;
    std::string rules_name; ///< of the office
    std::string lost_rules_name;
    bool can_edit = true;
    bool foreign = false;
    workspace::FolderView folder{
        "/data",
        false,
        {{"/data/peta", "peta", true, ""}, {"/data/desa.shp", "desa.shp", false, "1,2 MB"}},
        1};
    std::vector<workspace::PaletteEntry> entries{
        {"Batutengah", "99.01.10.2004", workspace::Select{{workspace::SubjectKind::village, 8}}},
        {"Buka contoh", "perintah", workspace::OpenSample{}}};
    std::optional<workspace::RecordForm> record;
    mutable std::optional<workspace::RecordKey> asked_record; ///< the last form that was wanted
    std::vector<workspace::RecordList> records;
    workspace::ChartsView charts;
    std::set<std::filesystem::path> existing; ///< files that a dialog would replace

    FrameViews views(const i18n::Catalogue& language) const;
};
FakeViews empty_views();
FakeViews typical_views();
FakeViews overfull_views();

/// No pixels: panels are tested by what they say and ask.
class NoSurface : public MapSurface {
  public:
    std::uint64_t map_texture(const workspace::MapPicture&) override { return 0; }
    std::uint64_t preview_texture(const cartography::Image&) override { return 0; }
};

/// An ImGui context without a back-end, with the window's fonts where they are installed.
class Glass {
  public:
    explicit Glass(i18n::Language language = i18n::Language::indonesian, ImVec2 size = {1366, 768},
                   int percent = 100);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    /// One frame; returns what was asked for.
    std::vector<workspace::Action> draw(const FakeViews& views);
    /// Moves to the middle of what carries this name, presses and lets go; all that was asked for.
    std::vector<workspace::Action> click(const FakeViews& views, const std::string& name);
    std::vector<workspace::Action> click_at(const FakeViews& views, ImVec2 place);
    /// Presses what carries this name and lets nothing pass after, so that what it opens stays
    /// open.
    std::vector<workspace::Action> open(const FakeViews& views, const std::string& name);
    /// Opens the list that shows `field` and presses `entry` in it, without letting the dialog go.
    std::vector<workspace::Action> choose(const FakeViews& views, const std::string& field,
                                          const std::string& entry);
    /// A key down for one frame.
    std::vector<workspace::Action> press(const FakeViews& views, int key, bool control = false);
    std::vector<workspace::Action> type(const FakeViews& views, const std::string& text);

    const Witness::Item* find(const std::string& text) const;
    bool shows(const std::string& text) const { return find(text) != nullptr; }
    /// The first line of a text that is broken over several, or cut at its end.
    const Witness::Item* find_beginning(const std::string& text) const;
    const Witness& witness() const { return witness_; }
    const i18n::Catalogue& language() const { return language_; }
    /// With the letters of a meeting from the next frame on.
    void read_from_afar() { load_fonts(fonts_, percent_ / 100.0, true); }
    UiState state;

  private:
    ImGuiContext* context_;
    Fonts fonts_;
    i18n::Catalogue language_;
    ImVec2 size_;
    int percent_;
    Witness witness_;
    NoSurface surface_;
};

/// The first action of a kind, null when there is none.
template<class Action>
const Action* asked(const std::vector<workspace::Action>& actions) {
    for (const workspace::Action& action : actions)
        if (const auto* found = std::get_if<Action>(&action))
            return found;
    return nullptr;
}

} // namespace antardesa::ui
