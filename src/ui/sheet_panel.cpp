#include "cartography/sheet_set.h"
#include "model/village_law.h"
#include "ui/dialog.h"
#include "ui/icons.h"
#include "ui/panels.h"

#include <algorithm>
#include <cstdlib>

namespace antardesa::ui {

namespace {

using cartography::SheetKind;
using cartography::SheetRequest;
using cartography::Subject;
using cartography::SubjectKind;

constexpr std::array<double, 10> free_scales{2500,  5000,  10000,  25000,  40000,
                                             50000, 75000, 100000, 150000, 250000};

std::vector<double> scales_of(const SheetRequest& request) {
    if (cartography::kind_of(request) == SheetKind::boundary)
        return {cartography::boundary_scales.begin(), cartography::boundary_scales.end()};
    return {free_scales.begin(), free_scales.end()};
}

/// What a boundary sheet can be about.
bool has_boundaries(const Subject& subject) {
    return subject.kind == SubjectKind::village || subject.kind == SubjectKind::segment ||
           subject.kind == SubjectKind::dispute;
}

Rect form_row(Scope& scope) {
    return take(scope.px(32)).inset(scope.px(16), 0);
}

void label(Scope& scope, std::string_view key) {
    take(scope.px(8));
    const Rect row = take(scope.px(24)).inset(scope.px(16), 0);
    put_elided(scope, row, scope.text(key), Role::small_strong, scope.tokens.mut);
}

void draw_paper(Scope& scope, SheetRequest& request) {
    label(scope, "ui.sheet.paper");
    const int paper = segmented(scope, "kertas", form_row(scope), {"A4", "A3", "A2", "A1", "A0"},
                                static_cast<int>(request.paper));
    if (paper >= 0)
        request.paper = static_cast<cartography::Paper>(paper);
    label(scope, "ui.sheet.orientation");
    const int side = segmented(scope, "arah", form_row(scope),
                               {scope.text("ui.sheet.landscape"), scope.text("ui.sheet.portrait")},
                               request.landscape ? 0 : 1);
    if (side >= 0)
        request.landscape = side == 0;
}

/// A boundary or working sheet is about what is selected, if that has boundaries.
void draw_kind(Scope& scope, const FrameViews& views, SheetRequest& request) {
    label(scope, "ui.sheet.kind");
    const int pressed =
        segmented(scope, "jenis", form_row(scope),
                  {scope.text("ui.sheet.kind_meeting"), scope.text("ui.sheet.kind_working"),
                   scope.text("ui.sheet.kind_boundary")},
                  static_cast<int>(cartography::kind_of(request)));
    if (pressed < 0)
        return;
    request.kind = static_cast<SheetKind>(pressed);
    if (request.scale && request.kind == SheetKind::boundary &&
        !cartography::is_boundary_scale(*request.scale))
        request.scale.reset();
    if (request.kind == SheetKind::meeting || has_boundaries(request.focus) ||
        !has_boundaries(views.card.subject))
        return;
    request.focus = views.card.subject;
    request.extent = {};
}

/// Which sheet of the set the preview shows.
void draw_page(Scope& scope, SheetRequest& request) {
    if (request.pages < 2)
        return;
    label(scope, "ui.sheet.page");
    std::vector<std::string> words;
    for (int page = 1; page <= request.pages; ++page)
        words.push_back(scope.text("ui.sheet.page_of", {scope.language.number(page),
                                                        scope.language.number(request.pages)}));
    const int pressed = combo(scope, "nomor", form_row(scope), words,
                              std::clamp(request.page, 1, request.pages) - 1);
    if (pressed >= 0)
        request.page = pressed + 1;
}

void draw_scale(Scope& scope, const workspace::SheetView& view, SheetRequest& request) {
    label(scope, "ui.sheet.scale");
    const std::vector<double> scales = scales_of(request);
    std::vector<std::string> words{scope.text("ui.sheet.scale_fits")};
    if (!request.scale && !view.scale.empty())
        words.front() += " · " + view.scale;
    int chosen = request.scale ? -1 : 0;
    for (std::size_t i = 0; i < scales.size(); ++i) {
        words.push_back("1 : " + scope.language.number(scales[i]));
        if (request.scale && request.scale->denominator == scales[i])
            chosen = static_cast<int>(i) + 1;
    }
    const int pressed = combo(scope, "skala", form_row(scope), words, chosen);
    if (pressed == 0)
        request.scale.reset();
    else if (pressed > 0)
        request.scale = MapScale{scales[static_cast<std::size_t>(pressed - 1)]};
}

geo::Box shown_extent(const cartography::View& view) {
    const double metres = view.scale.metres_per_millimetre() / 2;
    const geo::Point half{view.width.value * metres, view.height.value * metres};
    return {view.centre - half, view.centre + half};
}

/// Whole kabupaten, what the map shows, what the sheet is about or is selected, or one kecamatan.
void draw_extent(Scope& scope, const FrameViews& views, SheetRequest& request) {
    label(scope, "ui.sheet.extent");
    std::vector<std::string> words{scope.text("ui.sheet.whole"), scope.text("ui.sheet.shown")};
    std::vector<Subject> subjects{{}, {}};
    int chosen = request.extent.empty() && request.focus.kind == SubjectKind::none ? 0 : 1;
    const auto offer = [&](Subject subject, std::string name) {
        if (request.focus == subject)
            chosen = static_cast<int>(words.size());
        subjects.push_back(subject);
        words.push_back(std::move(name));
    };
    if (has_boundaries(request.focus) && !views.sheet.about.empty())
        offer(request.focus, views.sheet.about);
    if (has_boundaries(views.card.subject) && views.card.subject != request.focus)
        offer(views.card.subject, views.card.title);
    for (const auto& district : views.filter.districts)
        offer({SubjectKind::district, district.id.value},
              scope.text("ui.sheet.district", {model::name_without_kind(district.name)}));
    const int pressed = combo(scope, "bingkai", form_row(scope), words, chosen);
    if (pressed < 0)
        return;
    request.focus = subjects[static_cast<std::size_t>(pressed)];
    request.extent = pressed == 1 ? shown_extent(views.view) : geo::Box{};
}

void draw_theme(Scope& scope, SheetRequest& request) {
    label(scope, "ui.layers.theme");
    const int theme = combo(scope, "tema", form_row(scope), theme_names(scope),
                            static_cast<int>(request.options.theme));
    if (theme >= 0)
        request.options.theme = static_cast<cartography::Theme>(theme);
    take(scope.px(8));
    const std::string grey = scope.text("ui.sheet.grey");
    const Rect row = take(scope.px(28)).inset(scope.px(16), scope.px(2));
    if (chip(scope, row,
             {.id = "arsir",
              .text = grey,
              .icon = request.options.hatch_fills ? icon::check : icon::add,
              .icon_colour = scope.tokens.acc,
              .on = request.options.hatch_fills}))
        request.options.hatch_fills = !request.options.hatch_fills;
}

/// The title is asked for when it is finished, not at every letter.
void draw_title(Scope& scope, UiState& state, SheetRequest& request) {
    label(scope, "ui.sheet.title");
    if (!state.sheet_title_active)
        state.sheet_title = request.title;
    const Typed typed = text_field(scope, form_row(scope), state.sheet_title,
                                   {"judul", scope.text("ui.sheet.title_hint")});
    state.sheet_title_active = typed.active;
    if (typed.entered || typed.left)
        request.title = state.sheet_title;
}

bool same(const SheetRequest& a, const SheetRequest& b) {
    return a.paper == b.paper && a.landscape == b.landscape && a.scale == b.scale &&
           a.extent == b.extent && a.title == b.title && a.focus == b.focus &&
           a.options == b.options && a.kind == b.kind;
}

std::string suggested_name(const FrameViews& views) {
    std::string name =
        views.sheet.request.title.empty() ? views.top_bar.title : views.sheet.request.title;
    if (views.sheet.request.title.empty() && !views.sheet.about.empty())
        name = views.sheet.about;
    for (char& c : name)
        if (c == ' ')
            c = '-';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return name + ".pdf";
}

} // namespace

void draw_sheet_panel(Scope& scope, const FrameViews& views, UiState& state, Rect place) {
    const Tokens& t = scope.tokens;
    begin_panel("##lembar", place, t.panel, ImGuiWindowFlags_NoBringToFrontOnFocus);
    const Rect head = place.top(scope.px(40));
    put_text(scope, {head.min.x + scope.px(16), head.centre().y}, scope.text("ui.sheet.heading"),
             Role::title, t.fg);
    const float foot = scope.px(56);
    SheetRequest request = views.sheet.request;
    begin_scroll("isi", {{place.min.x, head.max.y}, {place.max.x - 1, place.max.y - foot}});
    draw_kind(scope, views, request);
    draw_paper(scope, request);
    draw_extent(scope, views, request);
    draw_scale(scope, views.sheet, request);
    draw_page(scope, request);
    draw_title(scope, state, request);
    draw_theme(scope, request);
    const bool refused = !views.sheet.refused.empty();
    if (const std::string& said = refused ? views.sheet.refused : views.sheet.summary;
        !said.empty()) {
        take(scope.px(12));
        const float width = place.width() - scope.px(32);
        const Rect row = take(wrapped_height(Role::small, width, scope.px(16), said));
        put_wrapped(scope, {row.min.x + scope.px(16), row.min.y}, width, scope.px(16), said,
                    Role::small, refused ? t.amb : t.mut);
    }
    take(scope.px(12));
    ImGui::EndChild();
    const bool changed = !same(request, views.sheet.request);
    if (changed)
        request.page = 1;
    if (changed || request.page != views.sheet.request.page)
        scope.ask(workspace::SetSheet{request});
    horizontal_line(place.min.x, place.max.x, place.max.y - foot, t.line);
    if (button(scope, place.bottom(foot).inset(scope.px(16), scope.px(12)),
               {.id = "ekspor",
                .text = scope.text("ui.sheet.export"),
                .icon = icon::print,
                .kind = ButtonKind::primary,
                .enabled = !views.map.empty && !refused}))
        open_files(state, FilePurpose::export_sheet, suggested_name(views));
    vertical_line(place.max.x - 1, place.min.y, place.max.y, t.line);
    end_panel();
}

void draw_sheet_preview(Scope& scope, const FrameViews& views, MapSurface& surface, Rect place) {
    const Tokens& t = scope.tokens;
    begin_panel("##pratinjau", place, t.bg, ImGuiWindowFlags_NoBringToFrontOnFocus);
    const auto& image = views.sheet.preview;
    if (!image || image->width < 1 || image->height < 1) {
        empty_state(scope, place, icon::map,
                    views.map.empty               ? scope.text("ui.card.no_project")
                    : views.sheet.refused.empty() ? scope.text("ui.sheet.drawing")
                                                  : views.sheet.refused);
        end_panel();
        return;
    }
    const Rect room = place.inset(scope.px(24), scope.px(28));
    const auto width = static_cast<float>(image->width);
    const auto height = static_cast<float>(image->height);
    const float fit = std::min(room.width() / width, room.height() / height);
    const ImVec2 half{std::floor(width * fit / 2), std::floor(height * fit / 2)};
    const ImVec2 centre{std::round(room.centre().x), std::round(room.centre().y)};
    const Rect page{{centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y}};
    fill({{page.min.x + 2, page.min.y + 3}, {page.max.x + 2, page.max.y + 3}},
         IM_COL32(0, 0, 0, 36));
    fill(page, IM_COL32_WHITE);
    const std::uint64_t texture = surface.preview_texture(*image);
    if (texture != 0)
        ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(texture), page.min,
                                             page.max);
    outline(page, t.line);
    if (!views.sheet.preview_current)
        put_text_centred(scope, place.bottom(scope.px(24)), scope.text("ui.sheet.drawing"),
                         Role::small, t.mut);
    end_panel();
}

} // namespace antardesa::ui
