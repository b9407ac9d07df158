#include "project/detail/layer_styles.h"

#include <span>
#include <utility>
#include <vector>

namespace antardesa::project::detail {

namespace {

/// A property of a symbol layer as QGIS names it.
using Property = std::pair<const char*, const char*>;

struct Ink {
    const char* kind; ///< QGIS symbol layer class
    std::vector<Property> properties;
};

/// One class of a layer: the stored code it stands for, its title, its inks.
struct Class {
    const char* code;
    const char* title;
    std::vector<Ink> inks;
};

std::string attribute(const char* name, std::string_view value) {
    return std::string(" ") + name + "=\"" + std::string(value) + "\"";
}

// QGIS 3.26 and later read <Option>, earlier ones <prop>; both ignore the other.
std::string ink_text(const Ink& ink) {
    std::string text = "<layer" + attribute("class", ink.kind) +
                       " enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">";
    for (const auto& [name, value] : ink.properties)
        text +=
            "<Option type=\"QString\"" + attribute("name", name) + attribute("value", value) + "/>";
    text += "</Option>";
    for (const auto& [name, value] : ink.properties)
        text += "<prop" + attribute("k", name) + attribute("v", value) + "/>";
    return text + "</layer>";
}

std::string symbols_text(const char* type, std::span<const Class> classes) {
    std::string text = "<symbols>";
    for (std::size_t i = 0; i < classes.size(); ++i) {
        text += "<symbol" + attribute("type", type) + attribute("name", std::to_string(i)) +
                " alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">";
        for (const Ink& ink : classes[i].inks)
            text += ink_text(ink);
        text += "</symbol>";
    }
    return text + "</symbols>";
}

std::string labels_text(const char* column) {
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style" +
           attribute("fieldName", column) +
           " isExpression=\"0\" fontSize=\"8\" fontSizeUnit=\"Point\" textColor=\"38,50,56,255\">"
           "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\""
           " bufferColor=\"255,255,255,255\"/></text-style><placement placement=\"1\"/>"
           "<rendering drawLabels=\"1\" scaleVisibility=\"1\" scaleMin=\"150000\" scaleMax=\"1\"/>"
           "</settings></labeling>";
}

std::string document(const std::string& renderer, const std::string& labels) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
           "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\"" +
           attribute("labelsEnabled", labels.empty() ? "0" : "1") + ">" + renderer + labels +
           "</qgis>";
}

std::string single(const char* type, std::vector<Ink> inks, const std::string& labels = {}) {
    const Class only{"", "", std::move(inks)};
    return document("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" forceraster=\"0\""
                    " enableorderby=\"0\">" +
                        symbols_text(type, {&only, 1}) + "</renderer-v2>",
                    labels);
}

std::string categorised(const char* type, const char* column, std::span<const Class> classes) {
    std::string text = "<renderer-v2 type=\"categorizedSymbol\"" + attribute("attr", column) +
                       " symbollevels=\"0\" forceraster=\"0\" enableorderby=\"0\"><categories>";
    for (std::size_t i = 0; i < classes.size(); ++i)
        text += "<category render=\"true\" type=\"string\"" +
                attribute("symbol", std::to_string(i)) + attribute("value", classes[i].code) +
                attribute("label", classes[i].title) + "/>";
    return document(text + "</categories>" + symbols_text(type, classes) + "</renderer-v2>", {});
}

Ink fill(const char* colour, const char* outline, const char* outline_width) {
    return {"SimpleFill",
            {{"color", colour},
             {"style", "solid"},
             {"outline_color", outline},
             {"outline_style", "solid"},
             {"outline_width", outline_width},
             {"outline_width_unit", "MM"}}};
}

Ink pattern(const char* style, const char* colour, const char* outline) {
    return {"SimpleFill",
            {{"color", colour},
             {"style", style},
             {"outline_color", outline},
             {"outline_style", "solid"},
             {"outline_width", "0.35"},
             {"outline_width_unit", "MM"}}};
}

Ink solid_line(const char* colour, const char* width) {
    return {"SimpleLine",
            {{"line_color", colour},
             {"line_style", "solid"},
             {"line_width", width},
             {"line_width_unit", "MM"},
             {"joinstyle", "round"}}};
}

Ink dashed_line(const char* colour, const char* width, const char* dashes) {
    return {"SimpleLine",
            {{"line_color", colour},
             {"line_style", "solid"},
             {"line_width", width},
             {"line_width_unit", "MM"},
             {"joinstyle", "round"},
             {"use_custom_dash", "1"},
             {"customdash", dashes},
             {"customdash_unit", "MM"}}};
}

Ink marker(const char* shape, const char* colour, const char* size) {
    return {"SimpleMarker",
            {{"name", shape},
             {"color", colour},
             {"outline_color", "255,255,255,255"},
             {"outline_width", "0.3"},
             {"size", size},
             {"size_unit", "MM"}}};
}

constexpr const char* red = "179,38,30,255";
constexpr const char* blue = "31,95,191,255";
constexpr const char* green = "30,107,52,255";
constexpr const char* slate = "80,98,106,255";
constexpr const char* grey = "138,151,157,255";

std::string segment_style() {
    const auto untraced = dashed_line(grey, "0.26", "0.3;1.2");
    const auto indicative = dashed_line(slate, "0.4", "1;1");
    const auto agreed = dashed_line(blue, "0.55", "3.7;1.6");
    const Class classes[] = {
        {"belum_ditelusuri", "Belum dilacak", {untraced}},
        {"dokumen", "Indikatif: dokumen", {indicative}},
        {"pelacakan", "Indikatif: pelacakan", {indicative}},
        {"sepakat", "Disepakati", {agreed}},
        {"verifikasi_teknis", "Disepakati: verifikasi teknis", {agreed}},
        {"perbup", "Definitif: Perbup", {solid_line(green, "0.55")}},
        {"sengketa", "Sengketa", {dashed_line(red, "0.55", "1.6;0.8")}},
    };
    return categorised("line", "status", classes);
}

std::string reference_style() {
    const Class classes[] = {
        {"sungai", "Sungai", {solid_line("74,144,196,255", "0.3")}},
        {"jalan", "Jalan", {solid_line("150,134,120,255", "0.3")}},
    };
    return categorised("line", "jenis", classes);
}

constexpr const char* amber = "178,106,0,255";

std::string finding_style() {
    const auto hatched = [](const char* style, const char* colour) {
        return std::vector<Ink>{pattern(style, colour, colour)};
    };
    const Class classes[] = {
        {"tumpang_tindih", "Tumpang tindih", hatched("f_diagonal", red)},
        {"celah", "Celah", hatched("b_diagonal", amber)},
        {"poligon_ganda", "Poligon ganda", hatched("diagonal_x", red)},
        {"di_luar_kecamatan", "Di luar kecamatannya", hatched("dense6", amber)},
    };
    return categorised("fill", "jenis", classes);
}

std::string exception_style() {
    const Class classes[] = {
        {"saling_klaim", "Area saling klaim", {pattern("diagonal_x", red, red)}},
        {"tidak_terdefinisi", "Area tidak terdefinisi", {pattern("dense6", slate, slate)}},
        {"disepakati_sementara", "Disepakati sementara", {pattern("f_diagonal", slate, slate)}},
        {"danau", "Danau", {pattern("f_diagonal", grey, grey)}},
        {"hutan", "Hutan", {pattern("f_diagonal", grey, grey)}},
        {"laut", "Laut", {pattern("f_diagonal", grey, grey)}},
        {"lain", "Alasan lain", {pattern("f_diagonal", grey, grey)}},
    };
    return categorised("fill", "alasan", classes);
}

} // namespace

std::string layer_style(std::string_view table) {
    if (table == "desa")
        return single("fill", {fill("246,247,235,255", "138,151,157,255", "0.15")},
                      labels_text("nama"));
    if (table == "area_khusus")
        return single("fill", {pattern("dense6", "120,130,136,255", grey)});
    if (table == "unsur_acuan")
        return reference_style();
    if (table == "segmen_batas")
        return segment_style();
    if (table == "titik_batas")
        return single("marker", {marker("triangle", "38,50,56,255", "2.6")});
    if (table == "pihak_ketiga")
        return single("marker", {marker("diamond", "138,90,0,255", "3")}, labels_text("nama"));
    if (table == "sengketa_batas")
        return single("fill", {pattern("b_diagonal", red, red)});
    if (table == "klaim_batas")
        return single("line", {dashed_line(red, "0.5", "1.6;0.8")});
    if (table == "usulan_batas")
        return single("line", {dashed_line(blue, "0.8", "3;1")});
    if (table == "bukti_sengketa")
        return single("marker", {marker("square", red, "2.4")}, labels_text("judul"));
    if (table == "aset_bersama")
        return single("marker", {marker("circle", green, "2.8")}, labels_text("nama"));
    if (table == "temuan_batas")
        return finding_style();
    if (table == "pengecualian_batas")
        return exception_style();
    return {};
}

} // namespace antardesa::project::detail
