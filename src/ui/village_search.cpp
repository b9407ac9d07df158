#include "ui/village_search.h"

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

void look_up(const FrameViews& views, VillageSearch& search, std::size_t most) {
    if (search.words == search.searched)
        return;
    search.searched = search.words;
    search.found.clear();
    search.marked = 0;
    if (search.words.empty() || !views.palette)
        return;
    for (const workspace::PaletteEntry& entry : views.palette(search.words)) {
        const auto* select = std::get_if<workspace::Select>(&entry.action);
        const auto* zoom = std::get_if<workspace::ZoomTo>(&entry.action);
        const cartography::Subject subject = select ? select->subject
                                             : zoom ? zoom->subject
                                                    : cartography::Subject{};
        if (subject.kind == cartography::SubjectKind::village && search.found.size() < most)
            search.found.push_back({{{subject.id}, entry.title}, entry.detail});
    }
}

bool draw_found(Scope& scope, const VillageSearch::Found& found, float names, bool marked) {
    const Rect row = take(scope.px(28));
    ImGui::PushID(static_cast<int>(found.village.id.value));
    const Touch state = touch(scope, "temuan", row, found.village.name);
    ImGui::PopID();
    if (state.hovered || marked)
        fill(row, scope.tokens.acc_bg, scope.px(4));
    const float left = std::min(names + scope.px(28), row.width() * 0.6F);
    put_elided(scope, row.left(left).inset(scope.px(12), 0), found.village.name, Role::body,
               scope.tokens.fg);
    put_elided(scope, row.right(row.width() - left).inset(scope.px(4), 0), found.detail,
               Role::small, scope.tokens.mut);
    return state.clicked;
}

bool key_pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

/// While words are typed.
void move_mark(VillageSearch& search) {
    if (key_pressed(ImGuiKey_DownArrow) && search.marked + 1 < search.found.size())
        ++search.marked;
    if (key_pressed(ImGuiKey_UpArrow) && search.marked > 0)
        --search.marked;
}

} // namespace

std::optional<VillageSearch::Found> draw_village_search(Scope& scope, const FrameViews& views,
                                                        VillageSearch& search,
                                                        const VillageSearchField& field) {
    const Typed typed = text_field(scope, take(scope.px(32)), search.words,
                                   {field.id, field.hint, search.focus, icon::search});
    search.focus = false;
    look_up(views, search, field.most);
    if (typed.active)
        move_mark(search);
    std::optional<VillageSearch::Found> taken;
    if (typed.entered && !search.words.empty()) {
        // Enter is about the words, not yet about the form.
        scope.key_taken = true;
        search.focus = true;
        if (search.marked < search.found.size())
            taken = search.found[search.marked];
    }
    if (search.found.empty() && !search.words.empty() && views.palette)
        put_elided(scope, take(scope.px(28)).inset(scope.px(12), 0),
                   scope.text("ui.village.none_found", {search.words}), Role::body,
                   scope.tokens.mut);
    float names = 0;
    for (const VillageSearch::Found& found : search.found)
        names = std::max(names, text_width(Role::body, found.village.name));
    for (std::size_t i = 0; i < search.found.size(); ++i)
        if (draw_found(scope, search.found[i], names, typed.active && i == search.marked))
            taken = search.found[i];
    return taken;
}

} // namespace antardesa::ui
