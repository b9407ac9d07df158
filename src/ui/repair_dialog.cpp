#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

using workspace::RepairView;
using workspace::RepairWay;

constexpr std::array batch_ways{RepairWay::longest_border, RepairWay::midline, RepairWay::snap};
constexpr std::array<const char*, 3> batch_words{"ui.repair.longest_border", "ui.repair.midline",
                                                 "ui.repair.snap"};
constexpr std::array case_ways{RepairWay::to_first, RepairWay::to_second, RepairWay::midline,
                               RepairWay::longest_border, RepairWay::along_river};
constexpr std::array<const char*, 5> case_words{"ui.repair.to_first", "ui.repair.to_second",
                                                "ui.repair.midline", "ui.repair.longest_border",
                                                "ui.repair.along_river"};
constexpr std::array<double, 4> limits{0.1, 1, 5, 20};
constexpr float row_height = 28;

bool is_case(const RepairForm& form) {
    return static_cast<bool>(form.finding);
}

workspace::PreviewRepair wish_of(const RepairForm& form) {
    const auto way = static_cast<std::size_t>(form.way);
    return {is_case(form) ? case_ways.at(way) : batch_ways.at(way),
            limits.at(static_cast<std::size_t>(form.limit)), form.finding};
}

void draw_rule(Scope& scope, RepairForm& form) {
    form_label(scope, scope.text("ui.repair.rule"));
    std::vector<std::string> words;
    if (is_case(form))
        for (const char* key : case_words)
            words.push_back(scope.text(key));
    else
        for (const char* key : batch_words)
            words.push_back(scope.text(key));
    const int way = segmented(scope, "cara", take(scope.px(32)), words, form.way);
    form.due |= way >= 0 && way != form.way;
    form.way = way >= 0 ? way : form.way;
    take(scope.px(8));
}

void draw_limit(Scope& scope, RepairForm& form) {
    if (is_case(form))
        return;
    form_label(scope, scope.text("ui.repair.limit"));
    std::vector<std::string> words;
    words.reserve(limits.size());
    for (const double limit : limits)
        words.push_back(scope.language.number(limit, limit < 1 ? 1 : 0) + " m");
    const int limit = segmented(scope, "lebar", take(scope.px(32)), words, form.limit);
    form.due |= limit >= 0 && limit != form.limit;
    form.limit = limit >= 0 ? limit : form.limit;
    take(scope.px(8));
}

void draw_summary(Scope& scope, const RepairView& repair) {
    const Tokens& t = scope.tokens;
    const bool refused = repair.stage == RepairView::Stage::refused;
    const float left = scope.px(26);
    const float width = std::max(1.0F, ImGui::GetContentRegionAvail().x - left - scope.px(8));
    const float height = wrapped_height(Role::medium, width, scope.px(18), repair.summary);
    const Rect row = take(height + scope.px(8));
    const bool working = repair.stage == RepairView::Stage::working;
    put_icon(scope, {row.min.x + scope.px(10), row.min.y + scope.px(9)},
             refused   ? icon::error
             : working ? icon::schedule
                       : icon::check_circle,
             Role::icon16,
             refused   ? t.red
             : working ? t.mut
                       : t.grn);
    put_wrapped(scope, {row.min.x + left, row.min.y}, width, scope.px(18), repair.summary,
                Role::medium, t.fg);
}

void draw_row(Scope& scope, RepairForm& form, const workspace::RepairRow& entry,
              std::size_t index) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(row_height));
    ImGui::PushID(static_cast<int>(index));
    const Touch touched = touch(scope, "neraca", row, entry.name);
    ImGui::PopID();
    if (touched.hovered || form.chosen == index)
        fill(row, form.chosen == index ? t.acc_bg : t.panel2, scope.px(4));
    const float right = row.max.x - scope.px(12);
    const float width = tabular_width(Role::body, entry.change);
    put_tabular(scope, {right - width, row.centre().y}, entry.change, Role::body,
                entry.gains ? t.grn : t.red);
    put_elided(scope,
               {{row.min.x + scope.px(12), row.min.y}, {right - width - scope.px(12), row.max.y}},
               entry.name, Role::body, entry.place ? t.fg : t.mut);
    if (touched.clicked && entry.place) {
        form.chosen = index;
        scope.ask(workspace::ZoomToPlace{*entry.place});
    }
}

void draw_ledger(Scope& scope, const RepairView& repair, RepairForm& form, Rect place) {
    const Tokens& t = scope.tokens;
    section_head(scope, place.top(scope.px(32)), scope.text("ui.repair.ledger"), {});
    const Rect foot = place.bottom(scope.px(32));
    const Rect room{{place.min.x, place.min.y + scope.px(32)}, {place.max.x, foot.min.y}};
    begin_scroll("neraca-luas", room);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(repair.rows.size()), scope.px(row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(scope, form, repair.rows[static_cast<std::size_t>(i)],
                     static_cast<std::size_t>(i));
    clipper.End();
    ImGui::EndChild();
    horizontal_line(place.min.x, place.max.x, foot.min.y, t.line);
    const float right = foot.max.x - scope.px(12);
    const float width = tabular_width(Role::medium, repair.sum);
    put_tabular(scope, {right - width, foot.centre().y}, repair.sum, Role::medium, t.fg);
    put_elided(scope, {{foot.min.x + scope.px(12), foot.min.y}, {right - width, foot.max.y}},
               scope.text("ui.repair.sum"), Role::medium, t.fg);
}

} // namespace

void draw_repair(Scope& scope, const FrameViews& views, UiState& state) {
    RepairForm& form = state.repair;
    const RepairView& repair = views.repair;
    const bool ready = repair.stage == RepairView::Stage::ready;
    const DialogFrame frame{
        .id = "##perbaikan",
        .title = scope.text(is_case(form) ? "ui.repair.title_case" : "ui.repair.title"),
        .width = is_case(form) ? 640.0F : 560.0F,
        .height = 420,
        .primary = scope.text("ui.repair.apply"),
        .primary_enabled = ready && repair.can_apply && !form.due,
        .cancel = scope.text("ui.cancel"),
        .enter_confirms = false};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const Rect upper = room.top(scope.px(is_case(form) ? 112 : 172));
        begin_scroll("cara-perbaikan", upper);
        draw_rule(scope, form);
        draw_limit(scope, form);
        draw_summary(scope, repair);
        ImGui::EndChild();
        if (ready && !repair.rows.empty())
            draw_ledger(scope, repair, form, {{room.min.x, upper.max.y}, room.max});
    });
    if (form.due) {
        form.due = false;
        form.chosen = static_cast<std::size_t>(-1);
        scope.ask(wish_of(form));
    }
    if (answer == Answer::confirmed)
        scope.ask(workspace::ApplyRepair{});
    else if (answer == Answer::cancelled)
        scope.ask(workspace::DropRepair{});
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
