#include "ui/dialog.h"
#include "ui/finding_list.h"
#include "ui/icons.h"
#include "ui/import_choices.h"
#include "ui/office_form.h"
#include "ui/panels.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::ImportStage;
using workspace::ImportView;

constexpr float line = 18;
constexpr float file_row = 44;
constexpr float choice_row = 36;

void draw_file(Scope& scope, const workspace::FileRow& file) {
    const Tokens& t = scope.tokens;
    const float indent = scope.px(28);
    const float width = ImGui::GetContentRegionAvail().x - indent - scope.px(12);
    const float detail =
        file.detail.empty() ? 0 : wrapped_height(Role::small, width, scope.px(16), file.detail);
    const Rect row = take(std::max(scope.px(file_row), scope.px(26) + detail));
    const SeverityLook look = file_look(t, file.severity);
    put_icon(scope, {row.min.x + scope.px(10), row.min.y + scope.px(14)}, look.icon, Role::icon18,
             look.colour);
    const float left = row.min.x + indent;
    const float right = row.max.x - scope.px(12);
    const float result = text_width(Role::medium, file.result);
    put_text_right(scope, {right, row.min.y + scope.px(13)}, file.result, Role::medium, t.fg);
    put_elided(scope,
               {{left, row.min.y + scope.px(4)},
                {right - result - scope.px(12), row.min.y + scope.px(22)}},
               file.name, Role::medium, t.fg);
    put_wrapped(scope, {left, row.min.y + scope.px(22)}, width, scope.px(16), file.detail,
                Role::small, t.mut);
}

void draw_summary(Scope& scope, const ImportView& view) {
    for (const std::string& sentence : view.summary) {
        const float width = ImGui::GetContentRegionAvail().x - scope.px(40);
        const float height = wrapped_height(Role::body, width, scope.px(line), sentence);
        const Rect row = take(height + scope.px(4));
        put_wrapped(scope, {row.min.x + scope.px(28), row.min.y}, width, scope.px(line), sentence,
                    Role::body, scope.tokens.fg);
    }
}

void draw_crs_choice(Scope& scope, const ImportView& view) {
    take(scope.px(8));
    form_label(scope, scope.text("ui.import.choose_crs"));
    int index = 0;
    for (const workspace::CrsChoice& choice : view.crs_choices) {
        const Rect row = take(scope.px(choice_row)).inset(0, scope.px(2));
        const Rect shown{row.min, {row.max.x - scope.px(16), row.max.y}};
        ImGui::PushID(index++);
        const Touch touched = touch(scope, "sistem", shown, choice.name);
        ImGui::PopID();
        fill(shown, touched.hovered ? scope.tokens.acc_bg : scope.tokens.panel, scope.px(6));
        outline(shown, touched.hovered ? scope.tokens.acc : scope.tokens.line, scope.px(6));
        put_elided(scope, shown.inset(scope.px(12), 0), choice.name, Role::body, scope.tokens.fg);
        if (touched.clicked) {
            ImGui::CloseCurrentPopup();
            scope.ask(workspace::ImportInto{{}, choice.epsg, choice.swap_axes});
        }
    }
}

float height_of_top(const ImportView& view, const UiState& state) {
    float height = 8 + import_choices_height(view, state);
    for (const workspace::FileRow& file : view.files)
        height += file.detail.size() > 90 ? file_row + 16 : file_row;
    height += static_cast<float>(view.summary.size()) * 22 + office_height(view);
    if (!view.crs_choices.empty())
        height += static_cast<float>(view.crs_choices.size()) * choice_row + 40;
    return height;
}

float height_of_findings(const ImportView& view) {
    if (view.findings == 0)
        return 0;
    const std::size_t lines = std::clamp<std::size_t>(view.findings + view.groups.size(), 3, 9);
    return 40 + static_cast<float>(lines) * finding_row_height + finding_detail_height;
}

/// Files and plan above, findings below; each scrolls by itself.
void draw_body(Scope& scope, const FrameViews& views, UiState& state, Rect room) {
    const ImportView& view = *views.import;
    const Rect undecided = room.bottom(scope.px(undecided_height(view, state)));
    room.max.y = undecided.min.y;
    const float wanted = scope.px(height_of_top(view, state));
    const float most = view.findings == 0 ? room.height() : room.height() * 0.5F;
    const Rect top = room.top(std::min(wanted, most));
    begin_scroll("berkas-masuk", {top.min, {top.max.x + scope.px(12), top.max.y}});
    for (const workspace::FileRow& file : view.files)
        draw_file(scope, file);
    draw_summary(scope, view);
    draw_import_choices(scope, view, state);
    if (view.stage == ImportStage::choose_crs)
        draw_crs_choice(scope, view);
    draw_office(scope, views, view, state);
    ImGui::EndChild();
    if (view.findings > 0)
        draw_findings(scope, views, state, {{room.min.x, top.max.y}, room.max});
    if (undecided.height() > 0)
        draw_undecided(scope, view, state, undecided);
}

/// What each kind of report is begun anew with.
void follow(const ImportView& view, UiState& state) {
    if (state.report.number == view.number)
        return;
    state.report = {};
    state.report.number = view.number;
    state.report.opened.assign(view.groups.size(), view.findings <= 12);
}

std::string accept_word(const Scope& scope, const ImportView& view, const UiState& state) {
    const ImportStage stage = view.stage;
    if (has_office_choices(view, state))
        return scope.text("ui.office.apply");
    if (stage == ImportStage::plan)
        return scope.text("ui.import.accept");
    const bool asks = stage == ImportStage::choose_crs || stage == ImportStage::choose_columns;
    return asks ? std::string() : scope.text("ui.done");
}

std::string reject_word(const Scope& scope, ImportStage stage) {
    const bool asks = stage == ImportStage::plan || stage == ImportStage::choose_crs ||
                      stage == ImportStage::choose_columns;
    return asks ? scope.text("ui.import.reject") : std::string();
}

void answer_with(Scope& scope, const FrameViews& views, UiState& state, Answer answer) {
    switch (answer) {
    case Answer::confirmed:
        if (has_office_choices(*views.import, state)) {
            scope.ask(workspace::ImportInto{{}, 0, false, state.office.choices});
            state.office.applied = true;
            break;
        }
        if (views.import->stage == ImportStage::plan)
            scope.ask(workspace::AcceptImport{});
        else
            scope.ask(workspace::RejectImport{});
        state.report.aside = false;
        break;
    case Answer::cancelled:
        scope.ask(workspace::RejectImport{});
        state.report.aside = false;
        break;
    case Answer::extra:
        open_files(state, FilePurpose::save_report,
                   scope.text("ui.import.report_name",
                              {views.import->files.empty() ? std::string("AntarDesa")
                                                           : views.import->files.front().name}));
        break;
    case Answer::open:
        break;
    }
}

} // namespace

bool report_aside(const FrameViews& views, const UiState& state) {
    return views.import && state.report.aside && state.report.number == views.import->number &&
           !views.map.empty;
}

void draw_import_dialog(Scope& scope, const FrameViews& views, UiState& state) {
    const ImportView& view = *views.import;
    follow(view, state);
    const float height =
        height_of_top(view, state) + height_of_findings(view) + undecided_height(view, state);
    const DialogFrame frame{.id = "##impor",
                            .title = view.title,
                            .width = 720,
                            .height = std::clamp(height, 96.0F, 520.0F),
                            .primary = accept_word(scope, view, state),
                            .primary_enabled =
                                view.open_names == 0 || has_office_choices(view, state),
                            .cancel = reject_word(scope, view.stage),
                            .extra = scope.text("ui.import.save_report")};
    const Answer answer =
        draw_dialog(scope, frame, [&](Rect room) { draw_body(scope, views, state, room); });
    answer_with(scope, views, state, answer);
}

void draw_report_aside(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const ImportView& view = *views.import;
    follow(view, state);
    const Rect head = place.top(scope.px(40));
    put_elided(scope,
               {{head.min.x + scope.px(16), head.min.y}, {head.max.x - scope.px(48), head.max.y}},
               view.title, Role::title, scope.tokens.fg);
    const bool asks = view.stage == ImportStage::plan;
    if (icon_button(
            scope,
            {{head.max.x - scope.px(36), head.min.y + scope.px(4)},
             {head.max.x - scope.px(4), head.max.y - scope.px(4)}},
            {"tutup", icon::close, scope.text(asks ? "ui.import.to_middle" : "ui.tip.close")})) {
        state.report.aside = false;
        if (!asks)
            scope.ask(workspace::RejectImport{});
    }
    horizontal_line(place.min.x, place.max.x, head.max.y - 1, scope.tokens.line);
    draw_body(scope, views, state,
              {{place.min.x + scope.px(12), head.max.y + scope.px(4)},
               {place.max.x - scope.px(12), place.max.y - scope.px(56)}});
    const DialogFrame frame{.id = "",
                            .title = {},
                            .primary = accept_word(scope, view, state),
                            .primary_enabled =
                                view.open_names == 0 || has_office_choices(view, state),
                            .cancel = reject_word(scope, view.stage),
                            .extra = scope.text("ui.import.save_report_short")};
    answer_with(scope, views, state, draw_dialog_foot(scope, frame, place.bottom(scope.px(56))));
}

} // namespace antardesa::ui
