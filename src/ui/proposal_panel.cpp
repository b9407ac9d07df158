#include "ui/proposal_parts.h"

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/repair_rule.h"
#include "ui/typed.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace antardesa::ui {

namespace {

using workspace::ProposalView;
using workspace::ProposalWay;

constexpr float edge = 16;
constexpr float row_height = 28;

struct Way {
    ProposalWay way;
    const char* key;
};
constexpr std::array<Way, 7> ways{{{ProposalWay::midline, "ui.proposal.midline"},
                                   {ProposalWay::equal_area, "ui.proposal.equal_area"},
                                   {ProposalWay::straight, "ui.proposal.straight"},
                                   {ProposalWay::by_points, "ui.proposal.by_points"},
                                   {ProposalWay::along_river, "ui.proposal.along_river"},
                                   {ProposalWay::along_road, "ui.proposal.along_road"},
                                   {ProposalWay::drawn, "ui.proposal.drawn"}}};

void draw_title(Scope& scope, const ProposalView& view, UiState& state) {
    const Tokens& t = scope.tokens;
    take(scope.px(12));
    const Rect row = take(scope.px(32));
    const auto cell = [&](float number) {
        const float right = row.max.x - scope.px(4 + 36 * number);
        return Rect{{right - scope.px(32), row.min.y}, {right, row.max.y}};
    };
    if (icon_button(scope, cell(0),
                    {"tutup-usulan", icon::close, scope.text("ui.cancel") + "  Esc"}))
        scope.ask(workspace::DropProposal{});
    if (icon_button(scope, cell(1),
                    {"meja", icon::fullscreen, scope.text("ui.proposal.meeting") + "  F5"}))
        enter_meeting(scope, state);
    put_elided(scope, {{row.min.x + scope.px(edge), row.min.y}, {cell(1).min.x, row.max.y}},
               scope.text("ui.proposal.title"), Role::title, t.fg);
    put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), view.title, Role::body, t.mut);
    put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), view.contested, Role::small,
               t.mut);
    take(scope.px(4));
}

ProposalWay way_of(const ProposalForm& form) {
    return ways[static_cast<std::size_t>(form.way)].way;
}

/// What the first village gets, of 1; 0: as the line comes. Nothing while it is no share.
std::optional<double> share_of(const ProposalForm& form) {
    const bool equal = way_of(form) == ProposalWay::equal_area;
    const std::string& text = equal ? form.share : form.shifted;
    if (!equal && text.empty())
        return 0.0;
    const auto share = typed_number(text, 100);
    if (!share || !(*share > 0) || !(*share < 100))
        return std::nullopt;
    return *share / 100;
}

/// Of a case with several segments, which one is talked about.
void draw_segment(Scope& scope, const ProposalView& view, ProposalForm& form) {
    if (view.segments.empty())
        return;
    std::vector<std::string> names;
    for (const auto& [id, name] : view.segments)
        names.push_back(name);
    put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0),
               scope.text("ui.proposal.segment"), Role::small, scope.tokens.mut);
    const int pressed = combo(scope, "segmen-kasus", take(scope.px(32)).inset(scope.px(edge), 0),
                              names, view.segment);
    take(scope.px(4));
    if (pressed < 0 || pressed == view.segment)
        return;
    form.segment = view.segments[static_cast<std::size_t>(pressed)].first;
    form.scenario = {};
    form.due = true;
}

void draw_ways(Scope& scope, UiState& state, bool led) {
    ProposalForm& form = state.proposal;
    for (int i = 0; i < static_cast<int>(ways.size()); ++i)
        if (radio_row(scope, i, scope.text(ways[static_cast<std::size_t>(i)].key),
                      !led && !form.scenario && i == form.way)) {
            form.way = i;
            form.scenario = {};
            form.due = ways[static_cast<std::size_t>(i)].way != ProposalWay::drawn;
            if (!form.due)
                open_files(state, FilePurpose::proposal_line);
        }
    if (led)
        radio_row(scope, static_cast<int>(ways.size()), scope.text("ui.proposal.by_hand"), true);
}

/// The first village's part; of equal shares also along which direction.
void draw_shares(Scope& scope, const ProposalView& view, ProposalForm& form, bool led) {
    if (form.scenario || led)
        return;
    const bool equal = way_of(form) == ProposalWay::equal_area;
    const auto label = [&](const std::string& text) {
        put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), text, Role::small,
                   scope.tokens.mut);
    };
    if (way_of(form) == ProposalWay::by_points)
        label(scope.text("ui.proposal.pick_hint"));
    label(scope.text(equal ? "ui.proposal.share" : "ui.proposal.shifted", {view.names[0]}));
    const Rect row = take(scope.px(32)).inset(scope.px(edge), 0);
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    const Typed share = text_field(
        scope, row.left(half), equal ? form.share : form.shifted,
        {"bagian", scope.text(equal ? "ui.proposal.percent" : "ui.proposal.as_it_comes")});
    const Typed direction = equal ? text_field(scope, row.right(half), form.direction,
                                               {"arah", scope.text("ui.proposal.direction")})
                                  : Typed{};
    if (share.left || share.entered || direction.left || direction.entered)
        form.due = true;
    if (!share_of(form))
        put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0),
                   scope.text("ui.proposal.bad_share"), Role::small, scope.tokens.red);
    take(scope.px(4));
}

void draw_author(Scope& scope, ProposalForm& form) {
    put_elided(scope, take(scope.px(20)).inset(scope.px(edge), 0), scope.text("ui.proposal.author"),
               Role::small, scope.tokens.mut);
    text_field(scope, take(scope.px(32)).inset(scope.px(edge), 0), form.author,
               {"diminta", scope.text("ui.proposal.author_hint")});
    take(scope.px(8));
}

void draw_summary(Scope& scope, const ProposalView& view) {
    if (view.summary.empty())
        return;
    const Tokens& t = scope.tokens;
    const bool refused = view.stage == ProposalView::Stage::refused;
    std::string text =
        refused || view.sentence.empty() ? view.summary : view.sentence + " " + view.summary;
    if (!refused && !view.no_accept.empty())
        text += " " + view.no_accept;
    const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge + 38);
    const float height = wrapped_height(Role::body, room, scope.px(18), text) + scope.px(12);
    const Rect plate = take(height).inset(scope.px(edge), 0);
    fill(plate, refused ? t.amb_bg : t.panel2, scope.px(4));
    put_icon(scope, {plate.min.x + scope.px(15), plate.min.y + scope.px(15)},
             refused ? icon::warning : icon::information, Role::icon16, refused ? t.amb : t.mut);
    put_wrapped(scope, {plate.min.x + scope.px(30), plate.min.y + scope.px(6)}, room, scope.px(18),
                text, Role::body, refused ? t.amb : t.fg);
    take(scope.px(8));
}

void draw_side(Scope& scope, const ProposalView::Side& side) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(40)).inset(scope.px(edge), 0);
    const float width = tabular_width(Role::strong, side.change);
    const Rect upper = row.top(scope.px(20));
    if (side.colour)
        fill({{row.min.x, upper.centre().y - scope.px(6)},
              {row.min.x + scope.px(12), upper.centre().y + scope.px(6)}},
             to_u32(*side.colour), scope.px(3));
    put_tabular(scope, {row.max.x - width, upper.centre().y}, side.change, Role::strong, t.fg);
    put_elided(
        scope,
        {{row.min.x + scope.px(20), upper.min.y}, {row.max.x - width - scope.px(8), upper.max.y}},
        side.name, Role::medium, t.fg);
    put_elided(scope, {{row.min.x + scope.px(20), upper.max.y}, row.max},
               scope.text("ui.proposal.becomes", {side.after, side.before}), Role::small, t.mut);
}

void draw_ledger(Scope& scope, const ProposalView& view) {
    if (view.sides.empty())
        return;
    const Tokens& t = scope.tokens;
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0),
                 scope.text("ui.proposal.ledger"), {});
    for (const ProposalView::Side& side : view.sides)
        draw_side(scope, side);
    const Rect foot = take(scope.px(28)).inset(scope.px(edge), 0);
    horizontal_line(foot.min.x, foot.max.x, foot.min.y, t.line);
    const float width = tabular_width(Role::medium, view.sum);
    put_tabular(scope, {foot.max.x - width, foot.centre().y}, view.sum, Role::medium,
                view.balanced ? t.grn : t.red);
    put_elided(scope, {foot.min, {foot.max.x - width, foot.max.y}}, scope.text("ui.proposal.sum"),
               Role::medium, t.fg);
    for (const ProposalView::Content& content : view.contents) {
        const Rect row = take(scope.px(24)).inset(scope.px(edge), 0);
        put_elided(scope, row, content.name, Role::small, t.mut);
        put_text_right(scope, {row.max.x, row.centre().y}, content.in[0] + " : " + content.in[1],
                       Role::small_strong, t.fg);
    }
    take(scope.px(8));
}

void draw_scenario(Scope& scope, const ProposalView& view, ProposalForm& form,
                   const workspace::ScenarioView& scenario) {
    const Tokens& t = scope.tokens;
    const Rect row = take(scope.px(44)).inset(scope.px(8), 0);
    ImGui::PushID(static_cast<int>(scenario.id.value));
    const Rect bin{{row.max.x - scope.px(32), row.min.y + scope.px(6)},
                   {row.max.x, row.min.y + scope.px(38)}};
    const bool erased = icon_button(scope, bin,
                                    {"hapus-skenario", icon::erase, scope.text("ui.proposal.erase"),
                                     scope.can_edit, Role::icon16, t.mut});
    const Rect area{row.min, {bin.min.x, row.max.y}};
    const Touch touched = touch(scope, "skenario", area, scenario.name);
    ImGui::PopID();
    if (scenario.shown || touched.hovered)
        fill(area, scenario.shown ? t.acc_bg : t.panel2, scope.px(4));
    const ImVec2 centre{row.min.x + scope.px(18), row.centre().y};
    ImGui::GetWindowDrawList()->AddCircleFilled(centre, scope.px(11),
                                                scenario.shown ? t.acc : t.chip);
    put_text_centred(scope,
                     {{centre.x - scope.px(11), centre.y - scope.px(11)},
                      {centre.x + scope.px(11), centre.y + scope.px(11)}},
                     scenario_letter(scenario), Role::small_strong,
                     scenario.shown ? t.acc_fg : t.fg);
    const float left = row.min.x + scope.px(38);
    const std::string what = scenario.author.empty()
                                 ? scenario_title(scenario)
                                 : scenario_title(scenario) + " · " + scenario.author;
    put_elided(scope, {{left, row.min.y + scope.px(3)}, {area.max.x, row.min.y + scope.px(23)}},
               what, Role::medium, t.fg);
    const std::string figures = scenario.trouble.empty()
                                    ? view.sides.empty()
                                          ? scenario.changes[0] + " : " + scenario.changes[1]
                                          : view.sides[0].name + " " + scenario.changes[0]
                                    : scenario.trouble;
    put_elided(scope, {{left, row.min.y + scope.px(22)}, {area.max.x, row.max.y}}, figures,
               Role::small, scenario.trouble.empty() ? t.mut : t.amb);
    if (erased)
        scope.ask(workspace::EraseProposal{scenario.id});
    else if (touched.clicked) {
        form.scenario = scenario.id;
        form.due = true;
    }
}

void draw_scenarios(Scope& scope, const ProposalView& view, ProposalForm& form) {
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0),
                 scope.text("ui.proposal.scenarios"), std::to_string(view.scenarios.size()));
    if (view.scenarios.empty()) {
        const float room = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
        const std::string hint = scope.text("ui.proposal.no_scenarios");
        const Rect row = take(wrapped_height(Role::small, room, scope.px(16), hint));
        put_wrapped(scope, {row.min.x + scope.px(edge), row.min.y}, room, scope.px(16), hint,
                    Role::small, scope.tokens.mut);
    }
    for (const workspace::ScenarioView& scenario : view.scenarios)
        draw_scenario(scope, view, form, scenario);
    take(scope.px(8));
}

void draw_compare_button(Scope& scope, const ProposalView& view, UiState& state) {
    if (!can_compare(view))
        return;
    const char* key = view.swipe ? "ui.compare.end" : "ui.compare.begin";
    if (button(scope, take(scope.px(32)).inset(scope.px(edge), 0),
               {.id = "bandingkan", .text = scope.text(key)}))
        toggle_comparison(scope, view, state);
    take(scope.px(8));
}

void draw_foot(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const ProposalView& view = views.proposal;
    fill(place, scope.tokens.panel);
    horizontal_line(place.min.x, place.max.x, place.min.y, scope.tokens.line);
    const Rect row = place.inset(scope.px(edge), scope.px(12));
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    const bool ready = scope.can_edit && view.stage == ProposalView::Stage::ready &&
                       wish_of(state.proposal).has_value();
    if (button(scope, row.left(half),
               {.id = "simpan-skenario",
                .text = scope.text("ui.proposal.keep"),
                .enabled = ready && view.can_keep}))
        keep_scenario(scope, state);
    const Rect agree = row.right(half);
    if (button(scope, agree,
               {.id = "sepakati",
                .text = scope.text("ui.proposal.agree"),
                .kind = ButtonKind::primary,
                .enabled = ready && view.can_accept && view.balanced}))
        start_agreement_on_line(views, state);
    tooltip_when(scope, !view.no_accept.empty() && agree.contains(ImGui::GetMousePos()),
                 view.no_accept);
}

} // namespace

void keep_scenario(Scope& scope, UiState& state) {
    scope.ask(workspace::KeepProposal{{}, state.proposal.author});
    state.proposal.author.clear();
}

std::string scenario_title(const workspace::ScenarioView& scenario) {
    return scenario.name.size() <= 1 ? scenario.method : scenario.name + " · " + scenario.method;
}

std::string scenario_letter(const workspace::ScenarioView& scenario) {
    std::size_t end = 1; // the bytes of one character of UTF-8
    while (end < scenario.name.size() &&
           (static_cast<unsigned char>(scenario.name[end]) & 0xC0U) == 0x80U)
        ++end;
    return scenario.name.substr(0, end);
}

std::optional<workspace::PreviewProposal> wish_of(const ProposalForm& form) {
    workspace::PreviewProposal wish{form.dispute};
    wish.segment = form.segment;
    if (form.scenario) {
        wish.way = ProposalWay::scenario;
        wish.scenario = form.scenario;
        return wish;
    }
    wish.way = ways[static_cast<std::size_t>(form.way)].way;
    wish.line_file = form.line_file;
    if (wish.way == ProposalWay::drawn && form.line_file.empty())
        return std::nullopt;
    const auto share = share_of(form);
    if (!share)
        return std::nullopt;
    wish.shifted = wish.way != ProposalWay::equal_area && *share > 0;
    if (*share > 0)
        wish.first_share = *share;
    if (wish.way == ProposalWay::equal_area && !form.direction.empty()) {
        const auto direction = typed_number(form.direction, 360);
        if (!direction)
            return std::nullopt;
        wish.direction_deg = *direction;
    }
    return wish;
}

bool proposes(const FrameViews& views, const UiState& state) {
    return state.proposal.due || views.proposal.stage != ProposalView::Stage::none;
}

void ask_for_line(Scope& scope, UiState& state) {
    if (!std::exchange(state.proposal.due, false))
        return;
    if (const auto wish = wish_of(state.proposal))
        scope.ask(*wish);
}

void draw_proposal(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const ProposalView& view = views.proposal;
    const Rect inside{{place.min.x + 1, place.min.y}, place.max};
    const Rect foot = inside.bottom(scope.px(56));
    begin_scroll("usulan", {inside.min, {inside.max.x, foot.min.y}});
    draw_title(scope, view, state);
    draw_segment(scope, view, state.proposal);
    draw_summary(scope, view);
    draw_ledger(scope, view);
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0), scope.text("ui.proposal.ways"),
                 {});
    draw_ways(scope, state, is_led(view, state.proposal));
    draw_shares(scope, view, state.proposal, is_led(view, state.proposal));
    draw_scenarios(scope, view, state.proposal);
    draw_compare_button(scope, view, state);
    draw_author(scope, state.proposal);
    ImGui::EndChild();
    draw_foot(scope, views, state, foot);
    ask_for_line(scope, state);
}

} // namespace antardesa::ui
