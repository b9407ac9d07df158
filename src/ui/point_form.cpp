#include "ui/dialog.h"
#include "ui/panels.h"
#include "ui/typed.h"

#include "crs/coordinate_text.h"
#include "workspace/spoken_position.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

/// Perban BIG 15/2019 as in domain.md §3.3. A file may name others; they stay as they are.
constexpr std::array<const char*, 6> usual_kinds{"TK", "PBU", "PABU", "PBA", "PKB", "PBP"};

std::optional<double> typed_metres(const std::string& text) {
    return typed_number(text, 1e6);
}

bool is_pillar(const PointForm& form) {
    return form.kind != usual_kinds.front();
}

workspace::PointRequest request_of(const PointForm& form) {
    workspace::PointRequest request;
    request.segment = form.segment;
    request.point = form.point;
    request.snap = form.snap;
    request.kind = form.kind;
    if (is_pillar(form))
        request.number = form.number;
    request.method = form.method;
    request.remark = form.remark;
    request.marker = static_cast<model::PointMarker>(form.marker);
    request.accuracy_m = typed_metres(form.accuracy);
    if (!form.decrees.empty())
        request.document = form.decrees[static_cast<std::size_t>(form.decree)].first;
    request.clear_accuracy = form.had_accuracy && form.accuracy.empty();
    return request;
}

/// Why it cannot be saved yet; empty: it can.
std::string missing(const Scope& scope, const PointForm& form) {
    if (!form.coordinates.empty() && !crs::parse_coordinates(form.coordinates))
        return scope.text("ui.point.unreadable");
    if (!form.accuracy.empty() && !typed_metres(form.accuracy))
        return scope.text("ui.point.bad_accuracy");
    return {};
}

/// Two fields side by side, with their labels above them.
std::pair<Rect, Rect> halves(Scope& scope, std::string_view left, std::string_view right) {
    const auto split = [&](Rect row) {
        const float half = std::floor((row.width() - scope.px(8)) / 2);
        return std::pair(row.left(half), row.right(half));
    };
    const auto [first, second] = split(take(scope.px(20)));
    put_elided(scope, first, left, Role::small, scope.tokens.mut);
    put_elided(scope, second, right, Role::small, scope.tokens.mut);
    return split(take(scope.px(32)));
}

std::string kind_name(const Scope& scope, const std::string& kind) {
    const bool usual = std::find(usual_kinds.begin(), usual_kinds.end(), kind) != usual_kinds.end();
    return usual ? scope.text("ui.point_kind." + kind) : kind;
}

void draw_kind(Scope& scope, PointForm& form) {
    std::vector<std::string> kinds(usual_kinds.begin(), usual_kinds.end());
    if (std::find(kinds.begin(), kinds.end(), form.kind) == kinds.end())
        kinds.push_back(form.kind);
    std::vector<std::string> names;
    for (const std::string& kind : kinds)
        names.push_back(kind_name(scope, kind));
    const auto [kind_at, number_at] =
        halves(scope, scope.text("ui.point.kind"), scope.text("ui.point.code"));
    const auto chosen = std::find(kinds.begin(), kinds.end(), form.kind) - kinds.begin();
    const int kind = combo(scope, "jenis-titik", kind_at, names, static_cast<int>(chosen));
    if (kind >= 0)
        form.kind = kinds[static_cast<std::size_t>(kind)];
    if (is_pillar(form))
        text_field(scope, number_at, form.number, {"kode", scope.text("ui.point.code_hint")});
    else
        put_elided(scope, number_at, scope.text("ui.point.numbered"), Role::body, scope.tokens.mut);
}

void draw_measurement(Scope& scope, PointForm& form) {
    const auto [accuracy_at, method_at] =
        halves(scope, scope.text("ui.point.accuracy"), scope.text("ui.point.method"));
    text_field(scope, accuracy_at, form.accuracy,
               {"akurasi", scope.text("ui.point.accuracy_hint")});
    text_field(scope, method_at, form.method, {"metode", scope.text("ui.point.method_hint")});
    const auto [marker_at, remark_at] =
        halves(scope, scope.text("ui.point.marker"), scope.text("ui.point.remark"));
    const std::vector<std::string> markers{scope.text("ui.point.no_marker"),
                                           scope.text("code.point_marker.alam"),
                                           scope.text("code.point_marker.buatan")};
    if (const int marker = combo(scope, "penanda", marker_at, markers, form.marker); marker >= 0)
        form.marker = marker;
    text_field(scope, remark_at, form.remark, {"letak", scope.text("ui.point.remark_hint")});
}

/// Where it stands, and beside the field why it cannot stand there.
void draw_place(Scope& scope, PointForm& form, const std::string& refusal) {
    form_label(scope, scope.text("ui.point.coordinates"));
    const std::string hint =
        form.stands.empty() ? scope.text("ui.point.coordinates_hint")
                            : workspace::spoken_position(form.stands, scope.language.language());
    text_field(scope, take(scope.px(32)), form.coordinates, {"koordinat", hint, form.focus});
    form.focus = false;
    const std::string lacking = missing(scope, form);
    const bool refused = lacking.empty() && !refusal.empty();
    const std::string& words = refused ? refusal : lacking;
    const float width = ImGui::GetContentRegionAvail().x;
    const float height =
        words.empty() ? 0 : wrapped_height(Role::small, width, scope.px(16), words);
    put_wrapped(scope, take(height + scope.px(4)).min, width, scope.px(16), words, Role::small,
                refused ? scope.tokens.red : scope.tokens.amb);
    const std::string snap = scope.text("ui.point.snap");
    const Rect row = take(scope.px(24));
    if (chip(scope, row.left(std::min(row.width(), chip_width(scope, snap))),
             {.id = "tempel", .text = snap, .on = form.snap, .round = true}))
        form.snap = !form.snap;
}

void draw_body(Scope& scope, PointForm& form, const std::string& refusal) {
    put_elided(scope, take(scope.px(24)), form.place, Role::strong, scope.tokens.fg);
    draw_place(scope, form, refusal);
    take(scope.px(4));
    draw_kind(scope, form);
    draw_measurement(scope, form);
    if (!form.decrees.empty())
        draw_decree_choice(scope, form.decrees, form.decree);
}

} // namespace

void start_point(const FrameViews& views, UiState& state) {
    PointForm& form = state.point;
    form = {};
    form.place = views.card.title;
    form.focus = true;
    form.decrees = views.card.decrees;
    if (!views.card.point) {
        form.segment = {views.card.subject.id};
    } else {
        const model::TurningPoint& point = *views.card.point;
        form.place += " · " + views.card.subtitle;
        form.segment = point.segment;
        form.point = point.id;
        form.stands = crs::dms_text(point.position);
        form.kind = point.kind;
        form.number = point.number;
        form.method = point.method;
        form.remark = point.remark;
        form.marker = static_cast<int>(point.marker);
        form.had_accuracy = point.accuracy_m.has_value();
        if (point.accuracy_m)
            form.accuracy = views.language.number(*point.accuracy_m, 2);
    }
    open_dialog(state, Dialog::turning_point);
}

void draw_point_form(Scope& scope, const FrameViews& views, UiState& state) {
    PointForm& form = state.point;
    const bool done = form_is_done(views, state);
    const bool placed = form.point || !form.coordinates.empty();
    const bool complete = placed && missing(scope, form).empty();
    const DialogFrame frame{
        .id = "##titik",
        .title = scope.text(form.point ? "ui.point.question_change" : "ui.point.question"),
        .width = 480,
        .height =
            (state.sent.refusal.empty() ? 304.0F : 340.0F) + (form.decrees.empty() ? 0.0F : 52.0F),
        .primary = scope.text("ui.point.save"),
        .primary_enabled = complete && !state.sent.waiting,
        .cancel = scope.text("ui.cancel"),
        .extra = scope.text("ui.point.pick"),
        .extra_closes = true,
        .waits = true,
        .done = done};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_body(scope, form, state.sent.refusal);
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::PutPoint{request_of(form), form.coordinates, send_form(state)});
    if (answer == Answer::extra)
        state.map.picking = request_of(form);
    if (answer == Answer::cancelled || answer == Answer::extra || done)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
