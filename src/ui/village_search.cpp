#include "ui/village_search.h"

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

void look_up(const FrameViews& views, VillageSearch& search, std::size_t most) {
    if (search.words == search.searched)
        return;
    search.searched = search.words;
    search.found.clear();
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

bool draw_found(Scope& scope, const VillageSearch::Found& found) {
    const Rect row = take(scope.px(28));
    ImGui::PushID(static_cast<int>(found.village.id.value));
    const Touch state = touch(scope, "temuan", row, found.village.name);
    ImGui::PopID();
    if (state.hovered)
        fill(row, scope.tokens.acc_bg, scope.px(4));
    const float half = row.width() * 0.6F;
    put_elided(scope, row.left(half).inset(scope.px(12), 0), found.village.name, Role::body,
               scope.tokens.fg);
    put_elided(scope, row.right(row.width() - half).inset(scope.px(4), 0), found.detail,
               Role::small, scope.tokens.mut);
    return state.clicked;
}

} // namespace

std::optional<VillageSearch::Found> draw_village_search(Scope& scope, const FrameViews& views,
                                                        VillageSearch& search,
                                                        const VillageSearchField& field) {
    text_field(scope, take(scope.px(32)), search.words,
               {field.id, field.hint, search.focus, icon::search});
    search.focus = false;
    look_up(views, search, field.most);
    std::optional<VillageSearch::Found> taken;
    for (const VillageSearch::Found& found : search.found)
        if (draw_found(scope, found))
            taken = found;
    return taken;
}

} // namespace antardesa::ui
