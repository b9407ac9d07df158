#include "workspace/paper_code.h"

#include "render_cairo/paper.h"
#include "workspace/sheet_code.h"

namespace antardesa::workspace {

namespace {

constexpr int pixels_per_module = 8;

documents::MatrixCode matrix_of(const std::string& code) {
    return documents::matrix_code(std::string(code_scheme) + code);
}

cartography::Image picture_of(const documents::MatrixCode& matrix) {
    const int side = (matrix.size + 2 * documents::quiet_modules) * pixels_per_module;
    cartography::Image image;
    image.width = image.height = side;
    const auto pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    image.rgba.assign(pixels * 4, 255);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = x / pixels_per_module - documents::quiet_modules;
            const int row = y / pixels_per_module - documents::quiet_modules;
            const bool inside =
                column >= 0 && row >= 0 && column < matrix.size && row < matrix.size;
            if (!inside || !matrix.at(column, row))
                continue;
            const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                             static_cast<std::size_t>(x)) *
                            4;
            image.rgba[at] = image.rgba[at + 1] = image.rgba[at + 2] = 0;
        }
    return image;
}

std::string map_code(const model::Atlas& atlas, const cartography::SheetRequest& sheet, Date day) {
    using cartography::SubjectKind;
    const cartography::Subject focus = sheet.focus;
    if (focus.kind == SubjectKind::village &&
        cartography::kind_of(sheet) != cartography::SheetKind::meeting)
        return sheet_code(atlas, Id<model::Village>{focus.id}, day);
    if (focus.kind == SubjectKind::dispute)
        if (const auto* dispute = atlas.find(Id<model::BoundaryDispute>{focus.id}))
            return sheet_code(atlas, *dispute, day);
    if (focus.kind == SubjectKind::segment)
        if (const auto* segment = atlas.find(Id<model::BoundarySegment>{focus.id}))
            return sheet_code(*segment, day);
    return {};
}

} // namespace

std::string paper_code(const PaperFacts& facts, const model::BoundarySegment* segment,
                       const model::BoundaryDispute* dispute) {
    if (dispute)
        return sheet_code(facts.atlas, *dispute, facts.today);
    return segment ? sheet_code(*segment, facts.today) : std::string();
}

void add_sheet_code(documents::Document& document, const std::string& code) {
    if (code.empty())
        return;
    document.footer += " · Kode lembar " + code;
    document.blocks.emplace_back(documents::SheetCode{
        "Kode lembar: " + code,
        "Kode ini mengikat lembar pada garis batas, perkara, dan tanggal cetak di dalam data. "
        "Periksa di AntarDesa: menu \"Periksa kode lembar\", atau perintah antardesa verify.",
        matrix_of(code),
        {}});
}

void picture_codes(documents::Document& document) {
    for (documents::Block& block : document.blocks)
        if (auto* code = std::get_if<documents::SheetCode>(&block))
            code->png = render_cairo::png_bytes(picture_of(code->matrix));
}

std::optional<cartography::SheetCheck>
sheet_check(const model::Atlas& atlas, const cartography::SheetRequest& sheet, Date day) {
    const std::string code = map_code(atlas, sheet, day);
    if (code.empty())
        return std::nullopt;
    return cartography::SheetCheck{code, matrix_of(code)};
}

} // namespace antardesa::workspace
