#include "ui/dialog.h"
#include "ui/panels.h"
#include "workspace/kugi_layers.h"

#include <array>

namespace antardesa::ui {

namespace {

/// In the order in which people ask for them; what lies between villages first.
constexpr std::array<const char*, 17> layers{"segmen_batas",
                                             "titik_batas",
                                             "area_saling_klaim",
                                             "area_tidak_terdefinisi",
                                             "area_klaim_tak_terdefinisi",
                                             "temuan_batas",
                                             "pengecualian_batas",
                                             "desa",
                                             "kecamatan",
                                             "area_khusus",
                                             "sengketa_batas",
                                             "klaim_batas",
                                             "kerja_sama",
                                             "aset_bersama",
                                             "unsur_acuan",
                                             "dokumen",
                                             workspace::register_layer};
constexpr std::array<const char*, 6> endings{".gpkg", ".geojson", ".kml", ".shp", ".xlsx", ".csv"};

bool is_register(const ExportForm& form) {
    return layers.at(static_cast<std::size_t>(form.layer)) ==
           std::string_view(workspace::register_layer);
}

/// As the letters of the catalogue's geometry; empty: no layer of the KUGI.
std::string_view kugi_geometry(const ExportForm& form) {
    const std::string_view layer = layers.at(static_cast<std::size_t>(form.layer));
    return layer == "segmen_batas"  ? workspace::kugi_lines
           : layer == "titik_batas" ? workspace::kugi_points
                                    : std::string_view();
}

bool has_bad_code(const ExportForm& form) {
    const std::string_view geometry = kugi_geometry(form);
    return !geometry.empty() && !form.fcode.empty() &&
           !workspace::is_kugi_code(form.fcode, geometry);
}

/// The running number of a code is the catalogue keeper's: whoever has one types it.
void draw_kugi(Scope& scope, ExportForm& form) {
    const std::string_view geometry = kugi_geometry(form);
    if (geometry.empty())
        return;
    form_label(scope, scope.text("ui.export.fcode"));
    text_field(scope, take(scope.px(32)).left(scope.px(200)), form.fcode,
               {"fcode", scope.text("ui.export.fcode_hint")});
    take(scope.px(4));
    const bool bad = has_bad_code(form);
    const std::string about =
        bad ? scope.text("ui.export.fcode_bad", {std::string(geometry)})
            : scope.text(geometry == workspace::kugi_lines ? "ui.export.about.kugi_lines"
                                                           : "ui.export.about.kugi_points");
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = wrapped_height(Role::small, width, scope.px(18), about);
    put_wrapped(scope, take(height).min, width, scope.px(18), about, Role::small,
                bad ? scope.tokens.amb : scope.tokens.mut);
}

std::string layer_text(const Scope& scope, std::string_view layer) {
    return scope.text("ui.export.layer." + std::string(layer));
}

void draw_body(Scope& scope, ExportForm& form) {
    form_label(scope, scope.text("ui.export.which"));
    std::vector<std::string> names;
    for (const char* layer : layers)
        names.push_back(layer_text(scope, layer));
    if (const int layer = combo(scope, "lapisan", take(scope.px(32)), names, form.layer);
        layer >= 0)
        form.layer = layer;
    take(scope.px(8));
    if (is_register(form)) {
        const float room = ImGui::GetContentRegionAvail().x;
        put_wrapped(scope, take(scope.px(54)).min, room, scope.px(18),
                    scope.text("ui.export.about.register"), Role::small, scope.tokens.mut);
        return;
    }
    form_label(scope, scope.text("ui.export.form"));
    const int ending =
        segmented(scope, "bentuk", take(scope.px(32)),
                  {"GPKG", "GeoJSON", "KML", "Shapefile", "Excel", "CSV"}, form.ending);
    if (ending >= 0)
        form.ending = ending;
    take(scope.px(8));
    const std::string about =
        scope.text("ui.export.about." +
                   std::string(endings.at(static_cast<std::size_t>(form.ending))).substr(1));
    const float width = ImGui::GetContentRegionAvail().x;
    put_wrapped(scope, take(scope.px(36)).min, width, scope.px(18), about, Role::small,
                scope.tokens.mut);
    take(scope.px(8));
    draw_kugi(scope, form);
}

} // namespace

void draw_export(Scope& scope, UiState& state) {
    ExportForm& form = state.exported;
    const DialogFrame frame{.id = "##ekspor-lapisan",
                            .title = scope.text("ui.export.question"),
                            .width = 480,
                            .height = kugi_geometry(form).empty() ? 196.0F : 284.0F,
                            .primary = scope.text("ui.export.where"),
                            .primary_enabled = !has_bad_code(form),
                            .cancel = scope.text("ui.cancel")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        draw_body(scope, form);
        ImGui::EndChild();
    });
    if (answer == Answer::open)
        return;
    state.dialog = Dialog::none;
    if (answer != Answer::confirmed)
        return;
    const std::string layer = layers.at(static_cast<std::size_t>(form.layer));
    open_files(
        state, FilePurpose::export_layer,
        layer + (is_register(form) ? ".xlsx" : endings.at(static_cast<std::size_t>(form.ending))));
    state.files.layer = layer;
    state.files.fcode = kugi_geometry(form).empty() ? std::string() : form.fcode;
}

} // namespace antardesa::ui
