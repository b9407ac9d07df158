#include "fake_views.h"

#include <cstdlib>

namespace antardesa::ui {

namespace {

const std::string inter = "/usr/share/fonts/opentype/inter/";
const std::string material =
    "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

std::filesystem::path languages_folder() {
    const char* given = std::getenv("ANTARDESA_LANGUAGES");
    return given ? given : ANTARDESA_BINARY_DIR "/share/antardesa/languages";
}

} // namespace

Glass::Glass(i18n::Language language, ImVec2 size, int percent)
    : context_(ImGui::CreateContext()),
      fonts_(read_fonts({inter + "Inter-Regular.otf", inter + "Inter-SemiBold.otf", material, {}})),
      language_(language, languages_folder()), size_(size), percent_(percent) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    for (int key = 0; key < ImGuiKey_COUNT; ++key)
        io.KeyMap[key] = 400 + key;
    load_fonts(fonts_, percent / 100.0);
    apply_theme(workspace::UiTheme::light, percent / 100.0);
}

Glass::~Glass() {
    ImGui::DestroyContext(context_);
}

std::vector<workspace::Action> Glass::draw(const FakeViews& views) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = size_;
    io.DeltaTime = 1.0F / 60;
    witness_.items.clear();
    ImGui::NewFrame();
    auto actions = draw_frame(views.views(language_), surface_, state, size_, &witness_);
    ImGui::Render();
    return actions;
}

std::vector<workspace::Action> Glass::click_at(const FakeViews& views, ImVec2 place) {
    ImGuiIO& io = ImGui::GetIO();
    std::vector<workspace::Action> all;
    const auto frame = [&](bool down) {
        io.MouseDown[0] = down;
        for (workspace::Action& action : draw(views))
            all.push_back(std::move(action));
    };
    io.MousePos = place;
    frame(false);
    frame(false);
    frame(true);
    frame(false);
    io.MousePos = {-1, -1};
    frame(false);
    // Long enough that the next click is not the second half of a double click.
    io.DeltaTime = 1;
    ImGui::NewFrame();
    ImGui::Render();
    return all;
}

std::vector<workspace::Action> Glass::click(const FakeViews& views, const std::string& name) {
    draw(views);
    draw(views);
    const Witness::Item* item = nullptr;
    for (const Witness::Item& one : witness_.items)
        if (one.clickable && one.text == name)
            item = &one;
    return item ? click_at(views, item->rect.centre()) : std::vector<workspace::Action>{};
}

std::vector<workspace::Action> Glass::open(const FakeViews& views, const std::string& name) {
    ImGuiIO& io = ImGui::GetIO();
    std::vector<workspace::Action> all;
    draw(views);
    draw(views);
    for (const Witness::Item& item : witness_.items)
        if (item.clickable && item.text == name)
            io.MousePos = item.rect.centre();
    for (const bool down : {false, true, false}) {
        io.MouseDown[0] = down;
        for (workspace::Action& action : draw(views))
            all.push_back(std::move(action));
    }
    return all;
}

std::vector<workspace::Action> Glass::choose(const FakeViews& views, const std::string& field,
                                             const std::string& entry) {
    auto all = open(views, field);
    for (workspace::Action& action : open(views, entry))
        all.push_back(std::move(action));
    return all;
}

std::vector<workspace::Action> Glass::press(const FakeViews& views, int key, bool control) {
    ImGuiIO& io = ImGui::GetIO();
    draw(views);
    io.KeysDown[key] = true;
    io.KeyCtrl = control;
    auto actions = draw(views);
    io.KeysDown[key] = false;
    io.KeyCtrl = false;
    for (workspace::Action& action : draw(views))
        actions.push_back(std::move(action));
    return actions;
}

std::vector<workspace::Action> Glass::type(const FakeViews& views, const std::string& text) {
    draw(views);
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    return draw(views);
}

const Witness::Item* Glass::find(const std::string& text) const {
    for (const Witness::Item& item : witness_.items)
        if (item.text == text)
            return &item;
    return nullptr;
}

const Witness::Item* Glass::find_beginning(const std::string& text) const {
    constexpr std::size_t enough = 10; // of its bytes, to be this text and no other
    constexpr std::string_view cut = "…";
    for (const Witness::Item& item : witness_.items) {
        std::string_view shown = item.text;
        if (shown.ends_with(cut))
            shown.remove_suffix(cut.size());
        if (shown.size() >= enough && text.starts_with(shown))
            return &item;
    }
    return nullptr;
}

} // namespace antardesa::ui
