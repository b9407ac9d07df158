#include "ui/dialog.h"
#include "ui/document_field.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/repair_rule.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::RepairView;

constexpr float edge = 16;
constexpr float row_height = 28;
constexpr float item_height = 40;

void draw_title(Scope& scope, const RepairView& repair, const RepairForm& form) {
    const Tokens& t = scope.tokens;
    take(scope.px(12));
    const Rect row = take(scope.px(32));
    const Rect close{{row.max.x - scope.px(36), row.min.y}, {row.max.x - scope.px(4), row.max.y}};
    if (icon_button(scope, close, {"batal-x", icon::close, scope.text("ui.cancel") + "  Esc"}))
        scope.ask(workspace::DropRepair{});
    put_elided(scope, {{row.min.x + scope.px(edge), row.min.y}, {close.min.x, row.max.y}},
               scope.text(puts_back(form) ? "ui.repair.title_put_back"
                          : is_case(form) ? "ui.repair.title_case"
                                          : "ui.repair.title"),
               Role::title, t.fg);
    if (!repair.title.empty())
        put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), repair.title, Role::body,
                   t.mut);
    take(scope.px(8));
}

void draw_summary(Scope& scope, const RepairView& repair, const RepairForm& form) {
    const Tokens& t = scope.tokens;
    // Before the preview has begun it is said already what is being worked out.
    const std::string text = !repair.summary.empty() ? repair.summary
                             : is_case(form)         ? scope.text("workspace.repair.working")
                                                     : scope.text("workspace.repair.working_batch");
    const bool refused = repair.stage == RepairView::Stage::refused;
    const bool ready = repair.stage == RepairView::Stage::ready;
    const ImU32 colour = refused ? t.amb : ready ? t.grn : t.mut;
    const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge + 38);
    const float height = wrapped_height(Role::body, room, scope.px(18), text) + scope.px(12);
    const Rect plate = take(height).inset(scope.px(edge), 0);
    fill(plate, refused ? t.amb_bg : ready ? t.grn_bg : t.panel2, scope.px(4));
    put_icon(scope, {plate.min.x + scope.px(15), plate.min.y + scope.px(15)},
             refused ? icon::warning
             : ready ? icon::check_circle
                     : icon::schedule,
             Role::icon16, colour);
    put_wrapped(scope, {plate.min.x + scope.px(30), plate.min.y + scope.px(6)}, room, scope.px(18),
                text, Role::body, refused ? t.amb : t.fg);
    take(scope.px(8));
}

/// Why it was not carried out: the preview stays.
void draw_trouble(Scope& scope, const RepairView& repair) {
    if (repair.trouble.empty())
        return;
    const Tokens& t = scope.tokens;
    const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge + 38);
    const Rect plate =
        take(wrapped_height(Role::body, room, scope.px(18), repair.trouble) + scope.px(12))
            .inset(scope.px(edge), 0);
    fill(plate, t.amb_bg, scope.px(4));
    put_icon(scope, {plate.min.x + scope.px(15), plate.min.y + scope.px(15)}, icon::warning,
             Role::icon16, t.amb);
    put_wrapped(scope, {plate.min.x + scope.px(30), plate.min.y + scope.px(6)}, room, scope.px(18),
                repair.trouble, Role::body, t.amb);
    take(scope.px(8));
}

void draw_row(Scope& scope, RepairForm& form, const workspace::RepairRow& entry,
              std::size_t index) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(row_height)).inset(scope.px(8), 0);
    ImGui::PushID(static_cast<int>(index));
    const Touch touched = touch(scope, "neraca", row, entry.name);
    ImGui::PopID();
    if (touched.hovered || form.chosen == index)
        fill(row, form.chosen == index ? t.acc_bg : t.panel2, scope.px(4));
    const float right = row.max.x - scope.px(8);
    const float width = tabular_width(Role::body, entry.change);
    put_tabular(scope, {right - width, row.centre().y}, entry.change, Role::body, t.fg);
    float left = row.min.x + scope.px(8);
    if (entry.colour) {
        const Rect swatch{{left, row.centre().y - scope.px(6)},
                          {left + scope.px(12), row.centre().y + scope.px(6)}};
        fill(swatch, to_u32(*entry.colour), scope.px(3));
    }
    left += scope.px(20);
    put_elided(scope, {{left, row.min.y}, {right - width - scope.px(8), row.max.y}}, entry.name,
               Role::body, entry.place ? t.fg : t.mut);
    if (touched.clicked && entry.place) {
        form.chosen = index;
        scope.ask(workspace::ZoomToPlace{*entry.place});
    }
}

/// A finding of a batch: what, and under it how much or why not. A press shows it on the map.
void draw_item(Scope& scope, RepairForm& form, const workspace::RepairItem& item,
               std::size_t index) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(item_height)).inset(scope.px(8), 0);
    ImGui::PushID(static_cast<int>(index));
    const Touch touched = touch(scope, "temuan", row, item.title);
    ImGui::PopID();
    if (touched.hovered || form.chosen == index)
        fill(row, form.chosen == index ? t.acc_bg : t.panel2, scope.px(4));
    const Rect text = row.inset(scope.px(8), scope.px(3));
    put_elided(scope, text.top(scope.px(18)), item.title, Role::body, t.fg);
    put_elided(scope, text.bottom(scope.px(16)), item.detail, Role::small, t.mut);
    if (touched.clicked && item.place) {
        form.chosen = index;
        scope.ask(workspace::ZoomToPlace{*item.place});
    }
}

void draw_items(Scope& scope, const std::vector<workspace::RepairItem>& items, RepairForm& form,
                Rect room) {
    begin_scroll("daftar-perbaikan", room);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(items.size()), scope.px(item_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_item(scope, form, items[static_cast<std::size_t>(i)], static_cast<std::size_t>(i));
    clipper.End();
    ImGui::EndChild();
}

bool has_lists(const RepairView& repair) {
    return !repair.changes.empty() || !repair.stays.empty();
}

/// Of a batch: the ledger, or what is mended, or what stays and why.
void draw_sights(Scope& scope, const RepairView& repair, RepairForm& form, Rect row) {
    const auto counted = [&](const char* key, std::size_t count) {
        return scope.text(key, {scope.language.number(static_cast<double>(count), 0)});
    };
    // A window of its own: the part above, which may reach under it, would take the press.
    begin_scroll("pilihan-perbaikan", row);
    const int pressed = segmented(scope, "isi-perbaikan", row,
                                  {scope.text("ui.repair.ledger"),
                                   counted("ui.repair.changes", repair.changes.size()),
                                   counted("ui.repair.stays", repair.stays.size())},
                                  form.sight);
    ImGui::EndChild();
    if (pressed >= 0 && pressed != form.sight) {
        form.sight = pressed;
        form.chosen = static_cast<std::size_t>(-1);
    }
}

void draw_ledger(Scope& scope, const RepairView& repair, RepairForm& form, Rect place) {
    const Tokens& t = scope.tokens;
    const Rect head = place.top(scope.px(32)).inset(scope.px(edge), 0);
    if (has_lists(repair))
        draw_sights(scope, repair, form, head);
    else
        section_head(scope, head, scope.text("ui.repair.ledger"), {});
    if (has_lists(repair) && form.sight > 0)
        return draw_items(scope, form.sight == 1 ? repair.changes : repair.stays, form,
                          {{place.min.x, head.max.y + scope.px(4)}, place.max});
    const float all = scope.px(row_height) * static_cast<float>(repair.rows.size());
    const float most = std::max(0.0F, place.height() - scope.px(64));
    const Rect room{{place.min.x, place.min.y + scope.px(32)},
                    {place.max.x, place.min.y + scope.px(32) + std::min(all, most)}};
    begin_scroll("neraca-luas", room);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(repair.rows.size()), scope.px(row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(scope, form, repair.rows[static_cast<std::size_t>(i)],
                     static_cast<std::size_t>(i));
    clipper.End();
    ImGui::EndChild();
    const Rect foot{{place.min.x + scope.px(edge), room.max.y},
                    {place.max.x - scope.px(edge), room.max.y + scope.px(32)}};
    horizontal_line(foot.min.x, foot.max.x, foot.min.y, t.line);
    const float width = tabular_width(Role::medium, repair.sum);
    put_tabular(scope, {foot.max.x - width, foot.centre().y}, repair.sum, Role::medium, t.grn);
    put_elided(scope, {foot.min, {foot.max.x - width, foot.max.y}}, scope.text("ui.repair.sum"),
               Role::medium, t.fg);
}

void draw_foot(Scope& scope, const RepairView& repair, const RepairForm& form, Rect place) {
    const bool ready = repair.stage == RepairView::Stage::ready && repair.can_apply && !form.due &&
                       rule_is_complete(form) && missing_of(scope, form.document).empty() &&
                       settled_is_answered(repair, form);
    const DialogFrame frame{.title = {},
                            .primary = scope.text("ui.repair.apply"),
                            .primary_enabled = ready,
                            .cancel = scope.text("ui.cancel")};
    const Answer answer = draw_dialog_foot(scope, frame, place);
    if (answer == Answer::confirmed)
        scope.ask(workspace::ApplyRepair{cited(form.document), form.settled == settled_falls_back});
    else if (answer == Answer::cancelled)
        scope.ask(workspace::DropRepair{});
}

} // namespace

bool repairs(const FrameViews& views, const UiState& state) {
    return state.repair.due || views.repair.stage != RepairView::Stage::none;
}

void draw_repair(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    RepairForm& form = state.repair;
    const RepairView& repair = views.repair;
    follow_taken_way(repair, form);
    const Rect inside{{place.min.x + 1, place.min.y}, place.max};
    const Rect foot = inside.bottom(scope.px(56));
    const bool ledger = repair.stage == RepairView::Stage::ready && rule_is_complete(form) &&
                        (!repair.rows.empty() || has_lists(repair));
    const float upper_height = inside.height() - foot.height() - (ledger ? scope.px(160) : 0);
    begin_scroll("cara-perbaikan", inside.top(std::min(upper_height, inside.height())));
    draw_title(scope, repair, form);
    draw_repair_rule(scope, repair, state);
    draw_summary(scope, repair, form);
    draw_trouble(scope, repair);
    const float used = ImGui::GetCursorPosY();
    ImGui::EndChild();
    if (ledger)
        draw_ledger(scope, repair, form,
                    {{inside.min.x, inside.min.y + std::min(used, upper_height)},
                     {foot.max.x, foot.min.y}});
    draw_foot(scope, repair, form, foot);
    // Also without a line: what was shown for another rule must not stay on the map.
    if (!std::exchange(form.due, false))
        return;
    form.chosen = static_cast<std::size_t>(-1);
    if (puts_back(form))
        scope.ask(workspace::PutLineBack{form.finding});
    else
        scope.ask(wish_of(form));
}

} // namespace antardesa::ui
