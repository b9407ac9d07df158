#include "base/text.h"
#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/place_drawing.h"
#include "ui/proposal_parts.h"
#include "ui/record_fields.h"
#include "ui/record_look.h"
#include "ui/record_notes.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace antardesa::ui {

namespace {

using workspace::FieldKind;
using workspace::RecordField;
using workspace::RecordKey;

/// A row that opens another form.
bool draw_link(Scope& scope, int number, const std::string& text, char32_t icon) {
    const Rect row = take(scope.px(32));
    ImGui::PushID(number);
    const Touch touched = touch(scope, "baris-register", row, text);
    ImGui::PopID();
    if (touched.hovered)
        fill(row, scope.tokens.acc_bg, scope.px(4));
    put_icon(scope, {row.min.x + scope.px(14), row.centre().y}, icon, Role::icon18,
             scope.tokens.mut);
    put_elided(scope, {{row.min.x + scope.px(32), row.min.y}, row.max}, text, Role::body,
               scope.tokens.fg);
    return touched.clicked;
}

/// The bytes of an attachment come from a file and go to one.
void draw_attachment(Scope& scope, UiState& state, const workspace::RecordForm& form) {
    constexpr int number = -1;
    if (form.key.kind == workspace::Register::attachment && form.key.id != 0 &&
        draw_link(scope, number, scope.text("ui.record.write_attachment"), icon::arrow_down)) {
        open_files(state, FilePurpose::write_attachment, form.title);
        state.files.back_to = Dialog::record;
        state.files.attachment = {form.key.id};
    }
}

std::optional<RecordKey> draw_children(Scope& scope, UiState& state,
                                       const workspace::RecordForm& form) {
    std::optional<RecordKey> opened;
    int number = 0;
    for (const auto& [kind, name] : form.can_add) {
        take(scope.px(8));
        form_label(scope, sentence_case(name));
        for (const workspace::RecordChild& child : form.children)
            if (child.key.kind == kind && draw_link(scope, number++, child.title, icon::edit))
                opened = child.key;
        const bool add = draw_link(scope, number++, scope.text("ui.record.add", {name}), icon::add);
        if (add && kind == workspace::Register::attachment) {
            open_files(state, FilePurpose::attach);
            state.files.back_to = Dialog::record;
        } else if (add)
            opened = RecordKey{kind, 0, form.key.id, form.key.kind};
    }
    return opened;
}

std::string typed_of(const RecordField& field, const i18n::Catalogue& language) {
    return field.kind == FieldKind::choice ? field.value : shown_value(field, language);
}

workspace::RecordChange change_of(const Scope& scope, const RecordFormState& state) {
    workspace::RecordChange change{state.form->key, {}, scope.language.language()};
    for (std::size_t i = 0; i < state.form->fields.size(); ++i) {
        const RecordField& field = state.form->fields[i];
        if (is_drawn(field, state, i, scope.language))
            change.values.emplace_back(field.column, state.drawn);
        else if (state.typed[i] != typed_of(field, scope.language))
            change.values.emplace_back(field.column, state.typed[i]);
    }
    return change;
}

/// The first field whose value cannot be stored; it takes the keyboard.
bool is_refused(const Scope& scope, RecordFormState& state) {
    state.tried = true;
    for (std::size_t i = 0; i < state.form->fields.size(); ++i)
        if (refusal_of(scope, state, i)) {
            state.focus = i;
            return true;
        }
    return false;
}

void open_form(const FrameViews& views, UiState& state, RecordKey key) {
    RecordFormState& form = state.record;
    form.form = views.record ? views.record(key) : std::nullopt;
    if (!form.form) {
        state.dialog = form.from_list ? Dialog::records : Dialog::none;
        return;
    }
    form.typed.clear();
    form.words.clear();
    for (const RecordField& field : form.form->fields) {
        form.typed.push_back(typed_of(field, views.language));
        form.words.push_back(name_of(field, field.value));
    }
    form.drawn.clear();
    state.map.placement.reset();
    form.fresh = true;
    form.focus = 0;
    form.active.reset();
    form.tried = false;
    state.sent.refusal.clear();
    open_dialog(state, Dialog::record);
}

/// The form again, with what was typed, after something beside its fields was stored.
void refresh_form(const FrameViews& views, UiState& state) {
    RecordFormState& form = state.record;
    auto fresh = views.record ? views.record(form.form->key) : std::nullopt;
    if (!fresh || fresh->fields.size() != form.typed.size())
        return open_form(views, state, form.form->key);
    form.form = std::move(fresh);
}

/// A row that belongs to the one in the form, which keeps its entries meanwhile.
void open_child(const FrameViews& views, UiState& state, RecordKey key) {
    RecordFormState& form = state.record;
    form.kept.push_back({form.form->key, form.typed, form.words, form.drawn});
    open_form(views, state, key);
}

void open_parent(const FrameViews& views, UiState& state, RecordKey key) {
    open_form(views, state, key);
    RecordFormState& form = state.record;
    if (form.kept.empty())
        return;
    KeptEntries kept = std::move(form.kept.back());
    form.kept.pop_back();
    if (!form.form || !(kept.key == form.form->key) ||
        kept.typed.size() != form.form->fields.size())
        return;
    form.typed = std::move(kept.typed);
    form.words = std::move(kept.words);
    form.drawn = std::move(kept.drawn);
}

/// Where one goes from a form that is done: to the row it belongs to, to the list, away.
void leave(const FrameViews& views, UiState& state) {
    if (state.record.form && state.record.form->parent)
        open_parent(views, state, *state.record.form->parent);
    else if (state.record.from_list)
        start_records(views, state);
    else
        state.dialog = Dialog::none;
}

/// Why it was not done, then what no field answers.
void draw_head(Scope& scope, const workspace::RecordForm& form, const std::string& refusal) {
    const float width = ImGui::GetContentRegionAvail().x;
    if (!refusal.empty()) {
        const float height = wrapped_height(Role::body, width, scope.px(18), refusal);
        put_wrapped(scope, take(height + scope.px(8)).min, width, scope.px(18), refusal, Role::body,
                    scope.tokens.red);
    }
    if (const float height = record_notes_height(scope, form.notes, width); height > 0)
        draw_record_notes(scope, take(height + scope.px(8)), form.notes);
}

} // namespace

void start_record(const FrameViews& views, UiState& state, RecordKey key) {
    if (returns_to_placement(state))
        return;
    state.record.from_list = false;
    state.record.kept.clear();
    state.record.attach.clear();
    open_form(views, state, key);
}

void draw_record_form(Scope& scope, const FrameViews& views, UiState& state) {
    RecordFormState& form = state.record;
    if (!form.form) {
        state.dialog = Dialog::none;
        return;
    }
    if (!form.attach.empty()) {
        form.attaching = true;
        scope.ask(workspace::AttachTo{
            {{form.form->key.id}, std::exchange(form.attach, {}), {}, false}, send_form(state)});
    }
    const bool done = form_is_done(views, state);
    if (std::exchange(form.attaching, form.attaching && state.sent.waiting) && done)
        return refresh_form(views, state);
    const bool is_new = form.form->key.id == 0;
    const DialogFrame frame{
        .id = "##register",
        .title = is_new ? sentence_case(scope.text("ui.record.new", {form.form->kind_name}))
                        : scope.text("ui.record.change", {form.form->title}),
        .width = 640,
        .height = 520,
        .primary = scope.text("ui.record.save"),
        .primary_enabled =
            !state.sent.waiting && scope.can_edit && !change_of(scope, form).values.empty(),
        .cancel = scope.text(form.form->parent || form.from_list ? "ui.record.back" : "ui.cancel"),
        .extra = is_new || !scope.can_edit || form.form->key.kind == workspace::Register::dispute
                     ? std::string()
                     : scope.text("ui.record.erase"),
        .extra_destroys = true,
        .enter_confirms = false,
        .waits = true,
        .done = done};
    std::optional<RecordKey> opened;
    std::optional<PlaceWish> placed;
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        if (std::exchange(form.fresh, false))
            ImGui::SetScrollY(0);
        draw_head(scope, *form.form, state.sent.refusal);
        const bool has_map = views.degrees && !views.map.empty &&
                             views.job != workspace::Job::sheet && !in_meeting(views, state);
        placed = draw_record_fields(scope, form, has_map);
        opened = draw_children(scope, state, *form.form);
        draw_attachment(scope, state, *form.form);
        ImGui::EndChild();
        if (placed)
            ImGui::CloseCurrentPopup();
    });
    if (placed)
        return start_placement(views, state, *placed);
    if (opened)
        return open_child(views, state, *opened);
    if (answer == Answer::confirmed && !is_refused(scope, form))
        scope.ask(workspace::SaveRecord{change_of(scope, form), send_form(state)});
    else if (answer == Answer::extra)
        scope.ask(workspace::EraseRecord{form.form->key, send_form(state)});
    if (answer == Answer::cancelled || done)
        leave(views, state);
}

void start_records(const FrameViews& views, UiState& state) {
    if (returns_to_placement(state))
        return;
    state.record.from_list = true;
    state.record.lists = views.records ? views.records() : std::vector<workspace::RecordList>{};
    open_dialog(state, Dialog::records);
}

void draw_records(Scope& scope, const FrameViews& views, UiState& state) {
    RecordFormState& form = state.record;
    const auto& lists = form.lists;
    std::vector<std::string> names;
    names.reserve(lists.size());
    for (const workspace::RecordList& list : lists)
        names.push_back(sentence_case(list.name));
    form.list = std::clamp(form.list, 0, std::max(0, static_cast<int>(lists.size()) - 1));
    const DialogFrame frame{
        .id = "##daftar-register",
        .title = scope.text("ui.record.lists"),
        .width = 640,
        .height = 480,
        .primary = scope.text("ui.done"),
        .extra =
            lists.empty() || !scope.can_edit
                ? std::string()
                : scope.text("ui.record.add", {lists[static_cast<std::size_t>(form.list)].name}),
        .extra_closes = true,
        .enter_confirms = false}; // it takes a register of the list, or a row
    std::optional<RecordKey> opened;
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        const Rect head{room.min, {room.max.x, room.min.y + scope.px(32)}};
        const int pressed = combo(scope, "register", head.left(scope.px(260)), names, form.list);
        if (pressed >= 0)
            form.list = pressed;
        text_field(scope, {{head.min.x + scope.px(272), head.min.y}, head.max}, form.search,
                   {"cari", scope.text("ui.record.search_hint"), false, icon::search});
        begin_scroll("baris", {{room.min.x, head.max.y + scope.px(8)}, room.max});
        if (!lists.empty()) {
            int number = 0;
            const std::string wanted = lower_case(form.search);
            for (const auto& row : lists[static_cast<std::size_t>(form.list)].rows)
                if (lower_case(row.title).find(wanted) != std::string::npos &&
                    draw_link(scope, number++, row.title, icon::edit))
                    opened = row.key;
        }
        ImGui::EndChild();
    });
    if (answer == Answer::extra)
        opened = RecordKey{lists[static_cast<std::size_t>(form.list)].kind, 0, 0};
    if (opened) {
        form.kept.clear();
        return open_form(views, state, *opened);
    }
    if (answer == Answer::confirmed || answer == Answer::cancelled)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
