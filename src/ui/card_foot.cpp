#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

template<class Enum>
std::vector<std::string> names_of(const Scope& scope, const std::string& prefix) {
    std::vector<std::string> names;
    names.reserve(std::size(model::Codes<Enum>::list));
    for (const auto& entry : model::Codes<Enum>::list)
        names.push_back(scope.text(prefix + std::string(entry.code)));
    return names;
}

void draw_village_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Rect row = place.inset(scope.px(16), scope.px(12));
    const std::string edit = scope.text("ui.card.edit_village");
    const Button second{.id = "ubah", .text = edit, .icon = icon::edit};
    const float width = std::min(button_width(scope, second), row.width() * 0.42F);
    if (button(scope, {row.min, {row.max.x - width - scope.px(8), row.max.y}},
               {.id = "baru",
                .text = scope.text("ui.card.new_agreement"),
                .icon = icon::add,
                .kind = ButtonKind::primary}))
        request_agreement(scope, views, state);
    if (button(scope, row.right(width), second))
        start_village_edit(views, state);
}

void draw_segment_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    const Rect area = place.inset(scope.px(16), scope.px(8));
    put_text(scope, {area.min.x, area.min.y + scope.px(10)}, scope.text("ui.card.segment_state"),
             Role::small_strong, scope.tokens.mut);
    const Rect field{{area.min.x, area.min.y + scope.px(22)},
                     {area.max.x, area.min.y + scope.px(54)}};
    const int chosen =
        combo(scope, "keadaan", field, names_of<model::SegmentState>(scope, "ui.segment_state."),
              static_cast<int>(*card.segment_state));
    if (chosen >= 0)
        scope.ask(workspace::SetSegmentStateOf{{card.subject.id},
                                               static_cast<model::SegmentState>(chosen)});
    const Rect row = area.bottom(scope.px(32));
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    if (button(scope, row.left(half),
               {.id = "ubah-garis",
                .text = scope.text("ui.line.begin"),
                .icon = icon::edit,
                .kind = ButtonKind::primary}))
        scope.ask(workspace::BeginLineEdit{{card.subject.id}});
    if (button(scope, row.right(half),
               {.id = "sengketa",
                .text = scope.text("ui.card.report_dispute"),
                .icon = icon::gavel,
                .kind = ButtonKind::danger}))
        start_dispute(views, state);
}

void draw_agreement_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    const Rect area = place.inset(scope.px(16), scope.px(8));
    put_text(scope, {area.min.x, area.min.y + scope.px(10)}, scope.text("ui.card.stage"),
             Role::small_strong, scope.tokens.mut);
    const int chosen =
        combo(scope, "tahap", area.bottom(scope.px(32)), names_of<model::Stage>(scope, "ui.stage."),
              static_cast<int>(*card.stage));
    if (chosen < 0 || chosen == static_cast<int>(*card.stage))
        return;
    const auto stage = static_cast<model::Stage>(chosen);
    if (stage != model::Stage::ended) {
        scope.ask(workspace::SetStageOf{{card.subject.id}, stage, model::EndReason::none});
        return;
    }
    state.end = {{card.subject.id}, card.title, 0};
    open_dialog(state, Dialog::end_agreement);
}

} // namespace

float card_foot_height(const Scope& scope, const workspace::CardView& card) {
    if (card.segment_state)
        return scope.px(110);
    if (card.stage)
        return scope.px(72);
    if (card.finding)
        return scope.px(56);
    return card.subject.kind == cartography::SubjectKind::village ? scope.px(56) : 0;
}

void draw_card_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    fill(place, scope.tokens.panel);
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    if (views.card.segment_state)
        draw_segment_foot(scope, views, state, place);
    else if (views.card.stage)
        draw_agreement_foot(scope, views, state, place);
    else if (views.card.finding)
        draw_finding_foot(scope, views, state, place);
    else
        draw_village_foot(scope, views, state, place);
}

} // namespace antardesa::ui
