#include "ui/repair_rule.h"

#include "ui/document_field.h"
#include "ui/typed.h"

#include <array>

namespace antardesa::ui {

namespace {

using workspace::RepairView;
using workspace::RepairWay;

constexpr float edge = 16;
constexpr float row_height = 28;
constexpr std::array<double, 4> limits{0.1, 1, 5, 20};
constexpr double most_width = 1000; ///< metres
constexpr double most_area = 1e9;

struct Way {
    RepairWay way;
    const char* key;
};
constexpr std::array<Way, 5> batch_ways{{{RepairWay::longest_border, "ui.repair.longest_border"},
                                         {RepairWay::midline, "ui.repair.midline"},
                                         {RepairWay::snap, "ui.repair.snap"},
                                         {RepairWay::rings, "ui.repair.rings"},
                                         {RepairWay::copies, "ui.repair.copies"}}};
constexpr std::array<Way, 11> case_ways{{{RepairWay::to_first, "ui.repair.to_first"},
                                         {RepairWay::to_second, "ui.repair.to_second"},
                                         {RepairWay::midline, "ui.repair.midline"},
                                         {RepairWay::longest_border, "ui.repair.longest_border"},
                                         {RepairWay::along_river, "ui.repair.along_river"},
                                         {RepairWay::along_road, "ui.repair.along_road"},
                                         {RepairWay::along_line, "ui.repair.along_line"},
                                         {RepairWay::snap, "ui.repair.snap"},
                                         {RepairWay::longest_border, "ui.repair.outline"},
                                         {RepairWay::to_first, "ui.repair.to_first"},
                                         {RepairWay::to_second, "ui.repair.to_second"}}};

/// Of outlines the finding's kind decides; of equal ones that are no copies who is kept.
bool is_of_outlines(const RepairForm& form) {
    return is_case(form) && form.way >= outline_way && form.way < side_way;
}

bool is_near_miss(const RepairForm& form) {
    return is_case(form) && form.near_miss;
}

std::span<const Way> ways_of(const RepairForm& form) {
    return is_case(form) ? std::span<const Way>(case_ways) : std::span<const Way>(batch_ways);
}

RepairWay way_of(const RepairForm& form) {
    return is_case(form) && form.way >= side_way
               ? RepairWay::to_side
               : ways_of(form)[static_cast<std::size_t>(form.way)].way;
}

void choose(RepairForm& form, int& field, int value) {
    if (value < 0 || (value == field && !form.undecided))
        return;
    field = value;
    form.undecided = false;
    form.due = true;
}

/// Land of three or more may go to any of them.
void draw_further_sides(Scope& scope, const RepairView& repair, RepairForm& form) {
    for (std::size_t side = 2; side < repair.sides.size(); ++side) {
        const int way = side_way + static_cast<int>(side);
        if (radio_row(scope, way, scope.text("ui.repair.to_named", {repair.sides[side]}),
                      way == form.way))
            choose(form, form.way, way);
    }
}

/// Between two only.
bool divides(RepairWay way) {
    return way == RepairWay::midline || way == RepairWay::along_river ||
           way == RepairWay::along_road || way == RepairWay::along_line;
}

/// The side by its name, where there is one.
std::string way_text(const Scope& scope, const RepairView& repair, const Way& way) {
    const std::size_t side = way.way == RepairWay::to_first    ? 0
                             : way.way == RepairWay::to_second ? 1
                                                               : repair.sides.size();
    if (side >= repair.sides.size())
        return scope.text(way.key);
    return scope.text(repair.keepable > 0 ? "ui.repair.keep_named" : "ui.repair.to_named",
                      {repair.sides[side]});
}

/// The ways that are offered, by their numbers: from the first, before the second.
std::pair<int, int> offered_ways(const RepairView& repair, const RepairForm& form) {
    if (!is_case(form))
        return {0, static_cast<int>(batch_ways.size())};
    if (is_near_miss(form))
        return {snap_way, snap_way + 1};
    if (is_of_outlines(form))
        return {outline_way, outline_way + 1 + static_cast<int>(repair.keepable)};
    return {0, snap_way + 1};
}

void draw_rule(Scope& scope, const RepairView& repair, RepairForm& form) {
    const auto ways = ways_of(form);
    const auto [first, end] = offered_ways(repair, form);
    const bool of_several = is_case(form) && first == 0 && repair.sides.size() > 2;
    for (int i = first; i < end; ++i) {
        const Way& way = ways[static_cast<std::size_t>(i)];
        if (of_several && way.way == RepairWay::midline)
            draw_further_sides(scope, repair, form);
        if (of_several && divides(way.way))
            continue;
        if (radio_row(scope, i, way_text(scope, repair, way), i == form.way))
            choose(form, form.way, i);
    }
    take(scope.px(8));
}

/// Outlines are mended however large they are.
bool has_limit(const RepairForm& form) {
    const RepairWay way = wish_of(form).way;
    return is_case(form) ? form.way == snap_way
                         : way != RepairWay::rings && way != RepairWay::copies;
}

void draw_limit(Scope& scope, RepairForm& form) {
    if (!has_limit(form))
        return;
    put_text(scope,
             {ImGui::GetCursorScreenPos().x + scope.px(edge),
              take(scope.px(20)).centre().y - scope.px(2)},
             scope.text("ui.repair.limit"), Role::small, scope.tokens.mut);
    std::vector<std::string> words;
    words.reserve(limits.size());
    for (const double limit : limits)
        words.push_back(scope.language.number(limit, limit < 1 ? 1 : 0) + " m");
    const int pressed = segmented(scope, "lebar", take(scope.px(32)).inset(scope.px(edge), 0),
                                  words, form.width.empty() ? form.limit : -1);
    if (pressed >= 0 && !form.width.empty()) {
        form.width.clear();
        form.due = true;
    }
    choose(form, form.limit, pressed);
    bool taken =
        number_row(scope, 20, scope.text("ui.repair.other_limit"), "m", form.width, {}, most_width);
    if (!is_case(form))
        taken = number_row(scope, 21, scope.text("ui.repair.max_area"), "m²", form.area,
                           scope.text("ui.limits.none"), most_area) ||
                taken;
    form.due = form.due || taken;
    take(scope.px(12));
}

/// The agreed line: what the two claim, or a file.
void draw_line_choice(Scope& scope, const RepairView& repair, UiState& state) {
    RepairForm& form = state.repair;
    std::vector<std::string> words;
    int chosen = -1;
    for (const auto& [id, name] : repair.claims) {
        if (form.line_file.empty() && form.claim == id)
            chosen = static_cast<int>(words.size());
        words.push_back(name);
    }
    if (!form.line_file.empty()) {
        chosen = static_cast<int>(words.size());
        words.push_back(form.line_file.filename().string());
    }
    words.push_back(scope.text("ui.repair.line_of_file"));
    const Rect row = take(scope.px(32)).inset(scope.px(edge), 0);
    const Rect area{{row.min.x + scope.px(24), row.min.y}, row.max};
    const int pressed = chosen < 0 && words.size() == 1
                            ? button(scope, area, {.id = "berkas-garis", .text = words[0]}) - 1
                            : combo(scope, "garis", area, words, chosen);
    take(scope.px(8));
    if (pressed < 0)
        return;
    const auto at = static_cast<std::size_t>(pressed);
    if (at + 1 == words.size()) {
        open_files(state, FilePurpose::repair_line);
    } else if (at < repair.claims.size()) {
        form.line_file.clear();
        form.claim = repair.claims[at].first;
        form.due = true;
    }
}

bool has_document(const RepairForm& form) {
    return form.document.chosen > 0;
}

/// A batch leaves agreed lines alone until it is said what becomes of them.
void draw_settled(Scope& scope, const RepairView& repair, RepairForm& form) {
    if (!repair.moves_settled && !repair.leaves_settled && form.settled == settled_unsaid)
        return;
    const float x = ImGui::GetCursorScreenPos().x;
    put_text(scope, {x + scope.px(edge), take(scope.px(20)).centre().y - scope.px(2)},
             scope.text("ui.repair.settled"), Role::small, scope.tokens.mut);
    const std::vector<std::string> choices{
        scope.text(is_case(form) ? "ui.repair.settled_choose" : "ui.repair.settled_leave"),
        scope.text("ui.repair.settled_document"), scope.text("ui.line.settled_back")};
    const bool by_document = is_case(form) && form.settled == settled_unsaid && has_document(form);
    const int chosen = combo(scope, "sepakat", take(scope.px(32)).inset(scope.px(edge), 0), choices,
                             by_document ? settled_by_document : form.settled);
    take(scope.px(8));
    if (chosen < 0 || chosen == form.settled)
        return;
    form.settled = chosen;
    form.due = form.due || !is_case(form);
}

void draw_document(Scope& scope, const RepairView& repair, RepairForm& form) {
    if (!is_new_document(form.document) && form.document.known != repair.documents) {
        form.document = {};
        form.document.known = repair.documents;
    }
    const float x = ImGui::GetCursorScreenPos().x;
    put_text(scope, {x + scope.px(edge), take(scope.px(20)).centre().y - scope.px(2)},
             scope.text("ui.repair.document"), Role::small, scope.tokens.mut);
    draw_document_field(scope, form.document, scope.text("ui.repair.no_document"), scope.px(edge));
    std::string lacking = missing_of(scope, form.document);
    if (lacking.empty() && !settled_is_answered(repair, form))
        lacking = scope.text("ui.repair.settled_needs");
    const float width = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
    const float height =
        lacking.empty() ? 0 : wrapped_height(Role::small, width, scope.px(16), lacking);
    const Rect row = take(height);
    put_wrapped(scope, {row.min.x + scope.px(edge), row.min.y}, width, scope.px(16), lacking,
                Role::small, scope.tokens.amb);
    take(scope.px(12));
}

} // namespace

bool radio_row(Scope& scope, int number, const std::string& text, bool on) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(row_height)).inset(scope.px(8), 0);
    ImGui::PushID(number);
    const Touch touched = touch(scope, "cara", row, text);
    ImGui::PopID();
    if (on || touched.hovered)
        fill(row, on ? t.acc_bg : t.panel2, scope.px(4));
    const ImVec2 centre{row.min.x + scope.px(16), row.centre().y};
    ImGui::GetWindowDrawList()->AddCircle(centre, scope.px(6), on ? t.acc : t.mut, 0,
                                          scope.px(1.5F));
    if (on)
        ImGui::GetWindowDrawList()->AddCircleFilled(centre, scope.px(3), t.acc);
    put_elided(scope, {{row.min.x + scope.px(32), row.min.y}, {row.max.x - scope.px(8), row.max.y}},
               text, on ? Role::medium : Role::body, t.fg);
    return touched.clicked;
}

bool is_case(const RepairForm& form) {
    return static_cast<bool>(form.finding);
}

bool puts_back(const RepairForm& form) {
    return form.way == put_back_way;
}

workspace::PreviewRepair wish_of(const RepairForm& form) {
    return {way_of(form),
            typed_number(form.width, most_width)
                .value_or(limits.at(static_cast<std::size_t>(form.limit))),
            form.finding,
            form.line_file,
            form.claim,
            form.settled != settled_unsaid,
            is_case(form) ? std::nullopt : typed_number(form.area, most_area),
            form.way >= side_way ? static_cast<std::size_t>(form.way - side_way) : 0,
            form.undecided && is_case(form)};
}

void follow_taken_way(const RepairView& repair, RepairForm& form) {
    if (!form.undecided || form.due || !repair.way || repair.stage != RepairView::Stage::ready)
        return;
    form.undecided = false;
    for (int way = 0; way < outline_way; ++way)
        if (case_ways[static_cast<std::size_t>(way)].way == *repair.way) {
            form.way = way;
            return;
        }
}

bool settled_is_answered(const RepairView& repair, const RepairForm& form) {
    return form.settled == settled_falls_back || has_document(form) ||
           (!repair.moves_settled && form.settled == settled_unsaid);
}

bool rule_is_complete(const RepairForm& form) {
    if ((!form.width.empty() && !typed_number(form.width, most_width)) ||
        (!form.area.empty() && !typed_number(form.area, most_area)))
        return false;
    return puts_back(form) || way_of(form) != RepairWay::along_line || !form.line_file.empty() ||
           form.claim;
}

void draw_repair_rule(Scope& scope, const RepairView& repair, UiState& state) {
    if (puts_back(state.repair))
        return;
    draw_rule(scope, repair, state.repair);
    if (wish_of(state.repair).way == RepairWay::along_line)
        draw_line_choice(scope, repair, state);
    draw_limit(scope, state.repair);
    draw_settled(scope, repair, state.repair);
    draw_document(scope, repair, state.repair);
}

} // namespace antardesa::ui
