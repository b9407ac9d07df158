#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// More would cover the map; the rest follows when these are gone.
constexpr std::size_t most_shown = 4;

struct SeverityLook {
    char32_t icon;
    ImU32 colour;
};

SeverityLook look_of(const Tokens& t, Severity severity) {
    switch (severity) {
    case Severity::error:
        return {icon::error, t.red};
    case Severity::warning:
        return {icon::warning, t.amb};
    case Severity::information:
        break;
    }
    return {icon::check_circle, t.grn};
}

float toast_height(const Scope& scope, const workspace::NoticeView& notice, float width) {
    const float text = wrapped_height(Role::body, width, scope.px(18), notice.text);
    const bool actions = notice.offers_undo || !notice.detail.empty();
    return text + scope.px(24) + (actions ? scope.px(24) : 0);
}

void draw_toast(Scope& scope, const workspace::NoticeView& notice, Rect area) {
    const Tokens& t = scope.tokens;
    const SeverityLook look = look_of(t, notice.severity);
    fill(area, t.panel, scope.px(6));
    outline(area, t.line, scope.px(6));
    fill(area.left(scope.px(4)), look.colour, scope.px(2));
    put_icon(scope, {area.min.x + scope.px(24), area.min.y + scope.px(21)}, look.icon, Role::icon20,
             look.colour);
    const float left = area.min.x + scope.px(44);
    const float width = area.max.x - scope.px(40) - left;
    const float used = put_wrapped(scope, {left, area.min.y + scope.px(12)}, width, scope.px(18),
                                   notice.text, Role::body, t.fg);
    const float y = area.min.y + scope.px(12) + used + scope.px(12);
    float x = left;
    if (notice.offers_undo) {
        const std::string undo = scope.text("ui.tip.undo");
        if (link(scope, "urung", {x, y}, undo)) {
            scope.ask(workspace::Undo{});
            scope.ask(workspace::DismissNotice{notice.id});
        }
        x += text_width(Role::small_strong, undo) + scope.px(16);
    }
    if (!notice.detail.empty() && link(scope, "salin", {x, y}, scope.text("ui.toast.copy")))
        ImGui::SetClipboardText((notice.text + "\n" + notice.detail).c_str());
    if (icon_button(scope,
                    {{area.max.x - scope.px(36), area.min.y + scope.px(4)},
                     {area.max.x - scope.px(4), area.min.y + scope.px(36)}},
                    {"tutup", icon::close, scope.text("ui.tip.close"), true, Role::icon16, t.mut}))
        scope.ask(workspace::DismissNotice{notice.id});
}

} // namespace

void draw_toasts(Scope& scope, const std::vector<workspace::NoticeView>& notices, Rect map) {
    const float width = std::min(scope.px(320), map.width() - scope.px(16));
    if (notices.empty() || width < scope.px(160))
        return;
    float bottom = map.max.y - scope.px(44);
    const std::size_t count = std::min(most_shown, notices.size());
    for (std::size_t i = 0; i < count; ++i) {
        const workspace::NoticeView& notice = notices[notices.size() - 1 - i];
        const float height = toast_height(scope, notice, width - scope.px(84));
        const Rect area{{map.max.x - scope.px(8) - width, bottom - height},
                        {map.max.x - scope.px(8), bottom}};
        if (area.min.y < map.min.y)
            return;
        const std::string id = "##kabar-" + std::to_string(notice.id);
        begin_panel(id.c_str(), area, IM_COL32_BLACK_TRANS, ImGuiWindowFlags_NoFocusOnAppearing);
        draw_toast(scope, notice, {area.min, area.max});
        end_panel();
        bottom = area.min.y - scope.px(8);
    }
}

} // namespace antardesa::ui
