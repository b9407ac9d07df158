#include "ui/dialog.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

void draw_paragraphs(Scope& scope) {
    for (const char* key : {"ui.about.what", "ui.about.law", "ui.about.parts"}) {
        const float width = ImGui::GetContentRegionAvail().x - scope.px(16);
        const std::string text = scope.text(key);
        const Rect row = take(wrapped_height(Role::body, width, scope.px(20), text) + scope.px(6));
        put_wrapped(scope, row.min, width, scope.px(20), text, Role::body, scope.tokens.fg);
    }
}

void draw_facts(Scope& scope, const workspace::AboutView& about) {
    take(scope.px(4));
    for (const auto& [label, value] : about.facts) {
        const float left = scope.px(136);
        const float width = ImGui::GetContentRegionAvail().x - left - scope.px(16);
        const float height = wrapped_height(Role::small, width, scope.px(18), value);
        const Rect row = take(std::max(height, scope.px(18)) + scope.px(4));
        put_text(scope, {row.min.x, row.min.y + scope.px(9)}, label, Role::small, scope.tokens.mut);
        put_wrapped(scope, {row.min.x + left, row.min.y}, width, scope.px(18), value, Role::small,
                    scope.tokens.fg);
    }
}

void draw_libraries(Scope& scope, const workspace::AboutView& about) {
    take(scope.px(8));
    section_head(scope, take(scope.px(32)).inset(0, 0), scope.text("ui.about.libraries"), {});
    const float column = std::floor((ImGui::GetContentRegionAvail().x - scope.px(16)) / 3);
    for (const Library& library : about.libraries) {
        const Rect row = take(scope.px(22));
        const auto cell = [&](float from, float to) {
            return Rect{{row.min.x + column * from, row.min.y},
                        {row.min.x + column * to - scope.px(8), row.max.y}};
        };
        put_elided(scope, cell(0, 1.2F), library.name, Role::body, scope.tokens.fg);
        put_elided(scope, cell(1.2F, 1.8F), library.version.empty() ? "—" : library.version,
                   Role::body, scope.tokens.fg);
        put_elided(scope, cell(1.8F, 3), library.licence, Role::small, scope.tokens.mut);
    }
}

} // namespace

void draw_about(Scope& scope, const FrameViews& views, UiState& state) {
    const workspace::AboutView about = views.about ? views.about() : workspace::AboutView{};
    const DialogFrame frame{.id = "##tentang",
                            .title = about.program.empty() ? scope.text("ui.about.title")
                                                           : about.program,
                            .width = 720,
                            .height = 460,
                            .primary = scope.text("ui.done")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", {room.min, {room.max.x + scope.px(12), room.max.y}});
        draw_paragraphs(scope);
        draw_facts(scope, about);
        draw_libraries(scope, about);
        ImGui::EndChild();
    });
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
