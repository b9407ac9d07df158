#include "ui/dialog.h"
#include "ui/file_purpose.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace antardesa::ui {

namespace {

using std::filesystem::path;

void enter_folder(FileDialogState& files, const path& folder) {
    files.folder = folder;
    files.chosen = -1;
    files.stale = true;
    files.meant.clear();
    files.confirm_replace = false;
    if (!saves(files.purpose))
        files.typed.clear();
}

void refresh(const FrameViews& views, FileDialogState& files) {
    if (files.stale)
        files.recent = views.recent_files ? views.recent_files() : std::vector<path>{};
    if (!views.folder)
        return;
    const workspace::FolderView& view = views.folder(files.folder, files.stale);
    files.stale = false;
    files.reading = view.reading;
    if (view.number != files.entries_number) {
        files.entries.clear();
        std::copy_if(
            view.entries.begin(), view.entries.end(), std::back_inserter(files.entries),
            [&](const workspace::FileEntry& entry) { return lists(files.purpose, entry); });
        files.entries_number = view.number;
    }
}

/// Goes into a folder, asks whether to replace, or asks for the file and closes.
void accept(Scope& scope, UiState& state, const workspace::Target& target) {
    FileDialogState& files = state.files;
    if (!saves(files.purpose) && target.folder && target.path.extension() != ".gdb") {
        enter_folder(files, target.path);
        return;
    }
    const bool asked = files.confirm_replace && !only_new(files.purpose);
    if (saves(files.purpose) && !asked && target.exists) {
        files.confirm_replace = true;
        return;
    }
    if (!take_file(state, target.path))
        scope.ask(action_of(files, target.path));
    state.dialog = state.files.back_to;
    ImGui::CloseCurrentPopup();
}

/// What was pressed is carried out once the disk has said what stands there.
void follow_meant(Scope& scope, const FrameViews& views, UiState& state) {
    FileDialogState& files = state.files;
    if (files.meant.empty() || !views.target)
        return;
    if (const auto target = views.target(files.meant)) {
        files.meant.clear();
        accept(scope, state, *target);
    }
}

bool place_row(Scope& scope, const char* id, char32_t icon, std::string_view text, bool on) {
    const Rect row = take(scope.px(28));
    const Touch state = touch(scope, id, row, text);
    if (on || state.hovered)
        fill(row, on ? scope.tokens.acc_bg : scope.tokens.chip, scope.px(4));
    put_icon(scope, {row.min.x + scope.px(16), row.centre().y}, icon, Role::icon16,
             scope.tokens.mut);
    put_elided(scope, {{row.min.x + scope.px(32), row.min.y}, {row.max.x - scope.px(4), row.max.y}},
               text, Role::body, scope.tokens.fg);
    return state.clicked;
}

path home_folder() {
    const char* home = std::getenv("HOME");
    return home && *home ? path(home) : path("/");
}

void draw_places(Scope& scope, UiState& state, Rect room) {
    FileDialogState& files = state.files;
    fill(room, scope.tokens.panel2);
    begin_scroll("tempat", room.inset(scope.px(8), scope.px(4)));
    const path home = home_folder();
    if (place_row(scope, "rumah", icon::home, scope.text("ui.files.home"), files.folder == home))
        enter_folder(files, home);
    if (place_row(scope, "akar", icon::computer, scope.text("ui.files.computer"),
                  files.folder == files.folder.root_path()))
        enter_folder(files, "/");
    if (!saves(files.purpose) && !files.recent.empty()) {
        form_label(scope, scope.text("ui.files.recent"));
        for (std::size_t i = 0; i < files.recent.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (place_row(scope, "terakhir", icon::history, files.recent[i].filename().string(),
                          false)) {
                files.typed = files.recent[i].string();
                files.meant = target_of(files);
                ImGui::PopID();
                break;
            }
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
}

void draw_folder_line(Scope& scope, FileDialogState& files, Rect row) {
    const float size = row.height();
    const bool can_rise =
        files.folder.has_parent_path() && files.folder.parent_path() != files.folder;
    if (icon_button(scope, row.left(size),
                    {"naik", icon::arrow_back, scope.text("ui.files.up"), can_rise, Role::icon18,
                     scope.tokens.mut}))
        enter_folder(files, files.folder.parent_path());
    // The end of a path says more than its start.
    std::string shown = files.folder.string();
    const float room = row.width() - size - scope.px(12);
    while (text_width(Role::body, "…" + shown) > room && shown.find('/', 1) != std::string::npos)
        shown = shown.substr(shown.find('/', 1));
    if (shown != files.folder.string())
        shown = "…" + shown;
    put_elided(scope, {{row.min.x + size + scope.px(4), row.min.y}, row.max}, shown, Role::medium,
               scope.tokens.fg);
}

char32_t entry_icon(const workspace::FileEntry& entry) {
    return entry.folder ? icon::folder : entry.path.extension() == ".gpkg" ? icon::map : icon::file;
}

void draw_entry(Scope& scope, UiState& state, int index) {
    FileDialogState& files = state.files;
    const auto& entry = files.entries[static_cast<std::size_t>(index)];
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(28));
    ImGui::PushID(index);
    const Touch touched = touch(scope, "berkas", row, entry.name);
    ImGui::PopID();
    const bool chosen = files.chosen == index;
    if (chosen || touched.hovered)
        fill(row, chosen ? t.acc_bg : t.panel2, scope.px(4));
    put_icon(scope, {row.min.x + scope.px(16), row.centre().y}, entry_icon(entry), Role::icon18,
             entry.folder ? t.mut : t.acc);
    const float right = row.max.x - scope.px(12);
    const float size =
        put_text_right(scope, {right, row.centre().y}, entry.size, Role::small, t.mut);
    put_elided(scope,
               {{row.min.x + scope.px(36), row.min.y}, {right - size - scope.px(8), row.max.y}},
               entry.name, Role::body, t.fg);
    if (touched.clicked) {
        files.chosen = index;
        files.confirm_replace = false;
        if (!entry.folder)
            files.typed = entry.name;
    }
    if (touched.hovered && ImGui::IsMouseDoubleClicked(0)) {
        if (entry.folder)
            enter_folder(files, path(entry.path));
        else
            files.meant = target_of(files);
    }
}

void move_choice(FileDialogState& files) {
    const int count = static_cast<int>(files.entries.size());
    int moved = files.chosen;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)))
        moved = std::min(count - 1, files.chosen + 1);
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow)))
        moved = std::max(0, files.chosen - 1);
    if (moved == files.chosen || count == 0)
        return;
    files.chosen = moved;
    const auto& entry = files.entries[static_cast<std::size_t>(moved)];
    if (!entry.folder || !saves(files.purpose))
        files.typed = entry.folder ? std::string() : entry.name;
}

void draw_entries(Scope& scope, UiState& state, Rect room) {
    FileDialogState& files = state.files;
    begin_scroll("isi-folder", room);
    if (files.entries.empty()) {
        empty_state(scope, room, icon::folder,
                    scope.text(files.reading ? "ui.files.reading" : "ui.files.nothing"));
        ImGui::EndChild();
        return;
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(files.entries.size()), scope.px(28));
    while (clipper.Step())
        for (int i = clipper.DisplayStart;
             i < std::min(clipper.DisplayEnd, static_cast<int>(files.entries.size())); ++i)
            draw_entry(scope, state, i);
    ImGui::EndChild();
}

/// Enter: the chosen folder, else what the field says.
void enter(UiState& state) {
    FileDialogState& files = state.files;
    const bool folder = files.chosen >= 0 &&
                        files.chosen < static_cast<int>(files.entries.size()) &&
                        files.entries[static_cast<std::size_t>(files.chosen)].folder;
    if (folder && (files.typed.empty() || !saves(files.purpose)) && files.typed.empty())
        enter_folder(files, path(files.entries[static_cast<std::size_t>(files.chosen)].path));
    else if (!files.typed.empty())
        files.meant = target_of(files);
}

void draw_resolution(Scope& scope, FileDialogState& files, Rect row) {
    const std::string ending = target_of(files).extension().string();
    if (ending != ".png")
        return;
    const int pressed = segmented(scope, "dpi", row, {"150 dpi", "300 dpi", "600 dpi"},
                                  files.dpi < 200   ? 0
                                  : files.dpi < 400 ? 1
                                                    : 2);
    if (pressed >= 0)
        files.dpi = pressed == 0 ? 150 : pressed == 1 ? 300 : 600;
}

void draw_body(Scope& scope, UiState& state, Rect room) {
    FileDialogState& files = state.files;
    const bool exports = files.purpose == FilePurpose::export_sheet;
    const float below = scope.px(exports ? 96 : 64);
    const Rect upper{{room.min.x - scope.px(16), room.min.y},
                     {room.max.x + scope.px(16), room.max.y - below}};
    horizontal_line(upper.min.x, upper.max.x, upper.min.y, scope.tokens.line);
    draw_places(scope, state,
                {{upper.min.x, upper.min.y + 1}, {upper.min.x + scope.px(176), upper.max.y}});
    const Rect list{{upper.min.x + scope.px(184), upper.min.y + scope.px(4)},
                    {upper.max.x - scope.px(8), upper.max.y}};
    draw_folder_line(scope, files, list.top(scope.px(32)));
    draw_entries(scope, state, {{list.min.x, list.min.y + scope.px(36)}, list.max});
    horizontal_line(upper.min.x, upper.max.x, upper.max.y, scope.tokens.line);
    const Rect field{{room.min.x, upper.max.y + scope.px(10)},
                     {room.max.x, upper.max.y + scope.px(42)}};
    const std::string hint =
        scope.text(saves(files.purpose) ? "ui.files.name_hint" : "ui.files.path_hint");
    const Typed typed = text_field(scope, field, files.typed, {"nama", hint, files.focus});
    files.focus = false;
    if (typed.changed) {
        files.confirm_replace = false;
        files.meant.clear();
        files.chosen = -1;
    }
    const Rect note{{room.min.x, field.max.y + scope.px(2)},
                    {room.max.x, field.max.y + scope.px(20)}};
    if (files.confirm_replace)
        put_elided(scope, note,
                   scope.text(only_new(files.purpose) ? "ui.files.exists_kept" : "ui.files.exists"),
                   Role::small, scope.tokens.amb);
    else
        put_elided(scope, note,
                   scope.text(std::string("ui.files.kinds.") + purpose_key(files.purpose)),
                   Role::small, scope.tokens.mut);
    if (exports)
        draw_resolution(scope, files,
                        {{room.min.x, note.max.y + scope.px(2)},
                         {room.min.x + scope.px(264), note.max.y + scope.px(28)}});
}

} // namespace

void draw_file_dialog(Scope& scope, const FrameViews& views, UiState& state) {
    FileDialogState& files = state.files;
    refresh(views, files);
    const std::string purpose = purpose_key(files.purpose);
    const bool replaces = files.confirm_replace && !only_new(files.purpose);
    const DialogFrame frame{
        .id = "##berkas",
        .title = scope.text("ui.files.title." + purpose),
        .width = 720,
        .height = 408,
        .primary = scope.text(replaces ? "ui.files.replace" : "ui.files.do." + purpose),
        .primary_enabled = !files.typed.empty() || files.chosen >= 0,
        .cancel = scope.text("ui.cancel"),
        .enter_confirms = true};
    bool done = false;
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        move_choice(files);
        draw_body(scope, state, room);
        follow_meant(scope, views, state);
        done = state.dialog == Dialog::none;
    });
    if (done)
        return;
    if (answer == Answer::cancelled)
        state.dialog = state.files.back_to;
    if (answer == Answer::confirmed)
        enter(state);
}

} // namespace antardesa::ui
