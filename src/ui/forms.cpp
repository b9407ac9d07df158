#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/village_search.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

/// The name in a row of the village list: its first cell that is not a code.
std::string name_in(const workspace::ListRow& row) {
    for (const workspace::ListCell& cell : row.cells)
        if (!cell.text.empty() && cell.text != "—" && !is_figures(cell.text))
            return cell.text;
    return {};
}

void add_village(AgreementForm& form, Id<model::Village> id, const std::string& name) {
    const bool there = std::any_of(form.villages.begin(), form.villages.end(),
                                   [id](const NamedVillage& v) { return v.id == id; });
    if (!there && id)
        form.villages.push_back({id, name});
}

} // namespace

void request_agreement(Scope& scope, const FrameViews& views, UiState& state) {
    if (views.list.kind == workspace::ListKind::villages) {
        start_agreement(views, state);
        return;
    }
    scope.ask(workspace::SetList{workspace::ListKind::villages});
    state.agreement_due = true;
}

void start_agreement(const FrameViews& views, UiState& state) {
    using cartography::SubjectKind;
    state.agreement_due = false;
    state.agreement = {};
    state.agreement.focus = true;
    if (views.card.subject.kind == SubjectKind::village)
        add_village(state.agreement, {views.card.subject.id}, views.card.title);
    for (const workspace::ListRow& row : views.list.rows)
        if (row.selected && row.subject.kind == SubjectKind::village)
            add_village(state.agreement, {row.subject.id}, name_in(row));
    open_dialog(state, Dialog::new_agreement);
}

void start_draft(UiState& state, const workspace::AgreementDraft& draft) {
    state.agreement_due = false;
    state.agreement = {};
    state.agreement.focus = true;
    state.agreement.title = draft.title;
    state.agreement.field = static_cast<int>(draft.field);
    state.agreement.amends = draft.prolongs;
    state.agreement.amended = draft.prolongs_title;
    for (const auto& [village, name] : draft.villages)
        add_village(state.agreement, village, name);
    open_dialog(state, Dialog::new_agreement);
}

void start_dispute(const FrameViews& views, UiState& state) {
    state.dispute = {{views.card.subject.id}, views.card.title, {}, true};
    open_dialog(state, Dialog::report_dispute);
}

void start_village_edit(const FrameViews& views, UiState& state) {
    VillageForm& form = state.village;
    form = {};
    form.village = {views.card.subject.id};
    form.name = form.old_name = views.card.title;
    // "99.01.10.2003 · Kec. Kaliharjo Hilir": the code stands first when there is one.
    const std::string code = views.card.subtitle.substr(0, views.card.subtitle.find(" · "));
    if (is_figures(code))
        form.code = form.old_code = code;
    form.focus = true;
    open_dialog(state, Dialog::edit_village);
}

namespace {

void draw_parties(Scope& scope, AgreementForm& form) {
    const Rect first = take(scope.px(28));
    float x = first.min.x;
    float y = first.min.y;
    for (std::size_t i = 0; i < form.villages.size(); ++i) {
        const std::string name = elided(Role::small, form.villages[i].name, first.width() * 0.6F);
        const float width = chip_width(scope, name) + scope.px(20);
        if (x + width > first.max.x) {
            y = take(scope.px(28)).min.y;
            x = first.min.x;
        }
        const Rect area{{x, y}, {x + width, y + scope.px(24)}};
        ImGui::PushID(static_cast<int>(i));
        const Touch state = touch(scope, "pihak", area, name);
        ImGui::PopID();
        fill(area, scope.tokens.acc_bg, scope.px(12));
        outline(area, scope.tokens.acc, scope.px(12));
        put_text(scope, {x + scope.px(10), area.centre().y}, name, Role::small, scope.tokens.fg);
        put_icon(scope, {area.max.x - scope.px(13), area.centre().y}, icon::close, Role::icon14,
                 scope.tokens.mut);
        tooltip_when(scope, state.hovered, scope.text("ui.agreement.remove"));
        x += width + scope.px(6);
        if (state.clicked) {
            form.villages.erase(form.villages.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    }
    if (form.villages.empty())
        put_elided(scope, first, scope.text("ui.agreement.no_village"), Role::body,
                   scope.tokens.mut);
}

/// Which agreement this one prolongs; a cross takes that away.
void draw_amended(Scope& scope, AgreementForm& form) {
    if (!form.amends)
        return;
    form_label(scope, scope.text("ui.agreement.amends"));
    const Rect row = take(scope.px(28));
    const Rect cross{{row.max.x - scope.px(28), row.min.y}, row.max};
    put_elided(scope, {row.min, {cross.min.x - scope.px(4), row.max.y}}, form.amended, Role::medium,
               scope.tokens.fg);
    if (icon_button(scope, cross,
                    {"lepas-induk", icon::close, scope.text("ui.agreement.not_amending")}))
        form.amends = {};
    take(scope.px(8));
}

/// With its kecamatan where others that were found are called the same.
std::string told_apart(const VillageSearch::Found& found, const VillageSearch& search) {
    const auto same = std::count_if(search.found.begin(), search.found.end(), [&](const auto& one) {
        return one.village.name == found.village.name;
    });
    const std::size_t at = found.detail.find(" · ");
    if (same < 2 || at == std::string::npos)
        return found.village.name;
    return found.village.name + found.detail.substr(at);
}

void draw_agreement_body(Scope& scope, const FrameViews& views, AgreementForm& form) {
    form_label(scope, scope.text("ui.agreement.title"));
    const Typed title = text_field(scope, take(scope.px(32)), form.title,
                                   {"judul", scope.text("ui.agreement.title_hint"), form.focus});
    form.focus = false;
    if (title.entered && form.villages.size() < 2) {
        // There is nothing to confirm yet: Enter leads on to what is missing.
        scope.key_taken = true;
        form.search.focus = true;
    }
    take(scope.px(8));
    form_label(scope, scope.text("ui.agreement.field"));
    std::vector<std::string> fields;
    for (const auto& entry : model::Codes<model::Field>::list)
        fields.push_back(scope.text("ui.field." + std::string(entry.code)));
    const int field = combo(scope, "bidang", take(scope.px(32)), fields, form.field);
    if (field >= 0)
        form.field = field;
    take(scope.px(8));
    draw_amended(scope, form);
    form_label(scope, scope.text("ui.agreement.villages"));
    draw_parties(scope, form);
    take(scope.px(4));
    if (const auto found = draw_village_search(
            scope, views, form.search, {"tambah", scope.text("ui.agreement.add_village")})) {
        add_village(form, found->village.id, told_apart(*found, form.search));
        form.search = {};
        form.search.focus = true;
    }
}

} // namespace

void draw_agreement_form(Scope& scope, const FrameViews& views, UiState& state) {
    AgreementForm& form = state.agreement;
    const bool complete = form.villages.size() >= 2 && !form.title.empty();
    const DialogFrame frame{.id = "##kerja-sama-baru",
                            .title = scope.text("ui.agreement.question"),
                            .width = 480,
                            .height = form.amends ? 440.0F : 384.0F,
                            .primary = scope.text("ui.agreement.create"),
                            .primary_enabled = complete,
                            .cancel = scope.text("ui.cancel"),
                            .enter_confirms = form.search.words.empty()};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_agreement_body(scope, views, form);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed) {
        std::vector<Id<model::Village>> ids;
        for (const NamedVillage& village : form.villages)
            ids.push_back(village.id);
        scope.ask(workspace::CreateAgreement{form.title, static_cast<model::Field>(form.field),
                                             std::move(ids), form.amends});
    }
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

void draw_dispute_form(Scope& scope, UiState& state) {
    DisputeForm& form = state.dispute;
    const DialogFrame frame{.id = "##laporkan",
                            .title = scope.text("ui.dispute.question"),
                            .width = 480,
                            .height = 128,
                            .primary = scope.text("ui.dispute.report"),
                            .primary_enabled = !form.subject.empty(),
                            .cancel = scope.text("ui.cancel")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        put_elided(scope, take(scope.px(28)), form.place, Role::strong, scope.tokens.fg);
        take(scope.px(4));
        form_label(scope, scope.text("ui.dispute.subject"));
        text_field(scope, take(scope.px(32)), form.subject,
                   {"pokok", scope.text("ui.dispute.hint"), form.focus});
        form.focus = false;
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed) {
        scope.ask(workspace::ReportDisputeOn{form.segment, form.subject});
        state.right_open = true; // for the card of the new case
    }
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

void draw_end_form(Scope& scope, UiState& state) {
    EndForm& form = state.end;
    const DialogFrame frame{.id = "##akhiri",
                            .title = scope.text("ui.end.question"),
                            .width = 480,
                            .height = 120,
                            .primary = scope.text("ui.end.confirm"),
                            .cancel = scope.text("ui.cancel")};
    std::vector<std::string> reasons;
    for (const auto& entry : model::Codes<model::EndReason>::list)
        if (entry.value != model::EndReason::none)
            reasons.push_back(scope.text("ui.end_reason." + std::string(entry.code)));
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        put_elided(scope, take(scope.px(28)), form.title, Role::strong, scope.tokens.fg);
        form_label(scope, scope.text("ui.end.reason"));
        const int pressed = combo(scope, "alasan", take(scope.px(32)), reasons, form.reason);
        if (pressed >= 0)
            form.reason = pressed;
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::SetStageOf{form.agreement, model::Stage::ended,
                                        static_cast<model::EndReason>(form.reason + 1)});
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
