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
    const Rect row = place.inset(scope.px(16), scope.px(12)).top(scope.px(32));
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
    if (button(scope, place.inset(scope.px(16), scope.px(12)).bottom(scope.px(32)),
               {.id = "lembar-desa",
                .text = scope.text("ui.paper.village_sheet"),
                .icon = icon::print})) {
        open_files(state, FilePurpose::write_sheet,
                   "peta-batas-desa-" + std::to_string(views.card.subject.id) + ".pdf");
        state.files.subject = views.card.subject;
    }
}

void draw_segment_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Id<model::BoundarySegment> segment{views.card.subject.id};
    const bool strays = views.card.segment && views.card.segment->strays;
    const Rect area = place.inset(scope.px(16), scope.px(12));
    const float half = std::floor((area.width() - scope.px(8)) / 2);
    const float step = scope.px(40);
    const auto row = [&](float number) {
        const float y = area.min.y + number * step;
        return Rect{{area.min.x, y}, {area.max.x, y + scope.px(32)}};
    };
    if (button(scope, row(0).left(half),
               {.id = "keadaan",
                .text = scope.text("ui.card.set_segment_state"),
                .kind = ButtonKind::primary}))
        start_segment_state(views, state);
    if (button(scope, row(0).right(half),
               {.id = "ubah-garis", .text = scope.text("ui.line.begin"), .icon = icon::edit}))
        scope.ask(workspace::BeginLineEdit{segment});
    if (button(scope, row(1).left(half),
               {.id = "beri-titik",
                .text = scope.text(strays ? "ui.card.snap_points" : "ui.card.number_points")}))
        number_points(scope, views, state);
    if (button(scope, row(1).right(half),
               {.id = "tambah-titik", .text = scope.text("ui.card.add_point"), .icon = icon::add}))
        start_point(views, state);
    if (button(scope, row(2),
               {.id = "sengketa",
                .text = scope.text("ui.card.report_dispute"),
                .icon = icon::gavel,
                .kind = ButtonKind::danger}))
        start_dispute(views, state);
    draw_paper_buttons(scope, views, state, row(3));
}

void draw_point_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Rect row = place.inset(scope.px(16), scope.px(12));
    const std::string erase = scope.text("ui.card.delete_point");
    const Button second{.id = "hapus-titik", .text = erase, .kind = ButtonKind::danger};
    const float width = std::min(button_width(scope, second), row.width() * 0.45F);
    if (button(scope, {row.min, {row.max.x - width - scope.px(8), row.max.y}},
               {.id = "ubah-titik",
                .text = scope.text("ui.card.change_point"),
                .icon = icon::edit,
                .kind = ButtonKind::primary}))
        start_point(views, state);
    if (button(scope, row.right(width), second))
        delete_point(scope, views, state);
}

/// The sheet of the nine principles; at the left of the button beside it.
float draw_evaluation_button(Scope& scope, const FrameViews& views, UiState& state, Rect row,
                             float right) {
    const float left = right - scope.px(40);
    if (icon_button(scope, {{left, row.min.y}, {right - scope.px(8), row.max.y}},
                    {"lembar-evaluasi", icon::description, scope.text("ui.paper.evaluation")})) {
        open_files(state, FilePurpose::write_paper,
                   "evaluasi-kerja-sama-" + std::to_string(views.card.subject.id) + ".docx");
        state.files.paper.kind = workspace::PaperKind::evaluation;
        state.files.paper.agreement = {views.card.subject.id};
    }
    return left;
}

void draw_agreement_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const workspace::CardView& card = views.card;
    if (!card.stage) {
        // What has ended goes nowhere from here; its records are still corrected.
        Rect row = place.inset(scope.px(16), scope.px(12));
        row.max.x = draw_evaluation_button(scope, views, state, row, row.max.x + scope.px(8));
        if (button(scope, row,
                   {.id = "ubah-kerja-sama",
                    .text = scope.text("ui.card.change_record"),
                    .icon = icon::edit}))
            start_record(views, state, {workspace::Register::agreement, card.subject.id, 0});
        return;
    }
    const Rect area = place.inset(scope.px(16), scope.px(8));
    put_text(scope, {area.min.x, area.min.y + scope.px(10)}, scope.text("ui.card.stage"),
             Role::small_strong, scope.tokens.mut);
    const Rect row = area.bottom(scope.px(32));
    const std::string change_text = scope.text("ui.card.change_record");
    const Button change{.id = "ubah-kerja-sama", .text = change_text, .icon = icon::edit};
    const float width = button_width(scope, change);
    if (button(scope, row.right(width), change))
        start_record(views, state, {workspace::Register::agreement, card.subject.id, 0});
    const float left = draw_evaluation_button(scope, views, state, row, row.max.x - width);
    const int chosen =
        combo(scope, "tahap", {row.min, {left - scope.px(4), row.max.y}},
              names_of<model::Stage>(scope, "ui.stage."), static_cast<int>(*card.stage));
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

void draw_asset_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    if (button(scope, place.inset(scope.px(16), scope.px(12)),
               {.id = "ubah-aset",
                .text = scope.text("ui.card.change_asset"),
                .icon = icon::edit,
                .kind = ButtonKind::primary}))
        start_record(views, state, {workspace::Register::asset, views.card.subject.id, 0});
}

void draw_dispute_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Rect area = place.inset(scope.px(16), scope.px(12));
    const float half = std::floor((area.width() - scope.px(8)) / 2);
    const Rect first = area.top(scope.px(32));
    const Rect second{{area.min.x, first.min.y + scope.px(40)},
                      {area.max.x, first.max.y + scope.px(40)}};
    const Id<model::BoundaryDispute> dispute{views.card.subject.id};
    if (button(scope, first.left(half),
               {.id = "usulan",
                .text = scope.text("ui.card.propose"),
                .icon = icon::polyline,
                .kind = ButtonKind::primary}))
        start_proposal(state, dispute);
    if (button(scope, first.right(half),
               {.id = "langkah-perkara",
                .text = scope.text("ui.card.advance"),
                .enabled = views.card.dispute && !views.card.dispute->next.empty()}))
        start_case_step(views, state);
    if (button(scope, second.left(half),
               {.id = "tambah-klaim", .text = scope.text("ui.card.add_claim"), .icon = icon::add}))
        start_claim(views, state);
    if (button(scope, second.right(half),
               {.id = "catat-pertemuan",
                .text = scope.text("ui.card.add_meeting"),
                .icon = icon::add}))
        start_record(
            views, state,
            {workspace::Register::meeting, 0, views.card.subject.id, workspace::Register::dispute});
    const Rect third{{area.min.x, second.max.y + scope.px(8)},
                     {area.max.x, second.max.y + scope.px(40)}};
    if (button(scope, third,
               {.id = "isi-kasus", .text = scope.text("ui.card.case_papers"), .icon = icon::edit}))
        start_record(views, state, {workspace::Register::dispute, views.card.subject.id});
    draw_paper_buttons(scope, views, state, area.bottom(scope.px(32)));
}

} // namespace

float card_foot_height(const Scope& scope, const workspace::CardView& card) {
    if (card.segment)
        return scope.px(176);
    if (card.point)
        return scope.px(56);
    if (card.stage)
        return scope.px(72);
    if (card.finding)
        return finding_foot_height(scope, *card.finding);
    if (card.subject.kind == cartography::SubjectKind::dispute)
        return scope.px(176);
    if (!card.bodies.empty())
        return scope.px(16) + scope.px(40) * static_cast<float>(card.bodies.size());
    if (card.subject.kind == cartography::SubjectKind::village)
        return scope.px(96);
    const bool has_foot = card.subject.kind == cartography::SubjectKind::agreement ||
                          card.subject.kind == cartography::SubjectKind::asset;
    return has_foot ? scope.px(56) : 0;
}

void change_selected(const FrameViews& views, UiState& state) {
    using cartography::SubjectKind;
    const workspace::CardView& card = views.card;
    if (card.title.empty())
        return;
    if (card.segment)
        return start_segment_state(views, state);
    if (card.point)
        return start_point(views, state);
    if (!card.bodies.empty())
        return start_record(views, state,
                            {workspace::Register::body, card.bodies.front().first.value});
    if (card.subject.kind == SubjectKind::agreement)
        start_record(views, state, {workspace::Register::agreement, card.subject.id});
    else if (card.subject.kind == SubjectKind::asset)
        start_record(views, state, {workspace::Register::asset, card.subject.id});
    else if (card.subject.kind == SubjectKind::dispute)
        start_record(views, state, {workspace::Register::dispute, card.subject.id});
    else if (card.subject.kind == SubjectKind::village)
        start_village_edit(views, state);
}

void draw_card_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    fill(place, scope.tokens.panel);
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    if (views.card.segment)
        draw_segment_foot(scope, views, state, place);
    else if (views.card.point)
        draw_point_foot(scope, views, state, place);
    else if (views.card.subject.kind == cartography::SubjectKind::agreement)
        draw_agreement_foot(scope, views, state, place);
    else if (views.card.finding)
        draw_finding_foot(scope, views, state, place);
    else if (views.card.subject.kind == cartography::SubjectKind::dispute)
        draw_dispute_foot(scope, views, state, place);
    else if (views.card.subject.kind == cartography::SubjectKind::asset)
        draw_asset_foot(scope, views, state, place);
    else if (views.card.subject.kind == cartography::SubjectKind::district)
        draw_accountability_buttons(scope, views, state, place);
    else
        draw_village_foot(scope, views, state, place);
}

} // namespace antardesa::ui
