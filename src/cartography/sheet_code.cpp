#include "cartography/detail/sheet_plan.h"

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;

/// Modules no smaller than a third of a millimetre, so that a copy can still be read.
constexpr double module_mm = 0.6;

void draw_matrix(Furniture& f, const documents::MatrixCode& matrix, Point upper_left,
                 double module) {
    for (int row = 0; row < matrix.size; ++row)
        for (int column = 0; column < matrix.size; ++column)
            if (matrix.at(column, row)) {
                const Point corner{upper_left.x + column * module, upper_left.y - row * module};
                f.fill({{corner.x, corner.y - module}, {corner.x + module, corner.y}},
                       Furniture::ink);
            }
}

} // namespace

Block code_block(const SheetFacts& facts, const SheetType& type, double width) {
    if (!facts.check || facts.check->code.empty())
        return {};
    const SheetCheck check = *facts.check;
    const double module = module_mm * type.unit;
    const double side = module * check.matrix.size;
    const double quiet = module * documents::quiet_modules;
    const double beside = side + 2 * quiet;
    const double leading = type.small * 1.38;
    const auto lines = wrapped(facts.typesetter, facts.language.text("sheet.code_advice"),
                               type.font(type.small), std::max(10.0, width - beside), 4);
    const std::string label = facts.language.text("sheet.code");
    const double height = side + 2 * quiet;
    return {height, height, 0, true, [=](Furniture& f, const Box& box) {
                draw_matrix(f, check.matrix, {box.min.x, box.max.y - quiet}, module);
                const double left = box.min.x + beside;
                double y = box.max.y - quiet - type.small * 0.86;
                f.write({left, y}, f.fitted(label, type.font(type.small), width - beside),
                        Furniture::muted);
                y -= leading;
                f.write({left, y},
                        f.fitted(check.code, type.font(type.small, text::Weight::semibold),
                                 width - beside));
                for (const text::GlyphRun& line : lines)
                    f.write({left, y -= leading}, line, Furniture::muted);
            }};
}

} // namespace antardesa::cartography
