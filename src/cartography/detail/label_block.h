#pragma once

#include "cartography/detail/composition.h"

namespace antardesa::cartography {

/// One or two lines of text that are placed together, in millimetres around their own middle.
struct LabelBlock {
    std::vector<text::GlyphRun> lines;
    double width = 0;
    double height = 0; ///< capitals' top of the first line to descenders of the last

    geo::Box box_at(geo::Point middle) const {
        return {{middle.x - width / 2, middle.y - height / 2},
                {middle.x + width / 2, middle.y + height / 2}};
    }
};

/// The name on one line.
LabelBlock one_line(const Composition& composition, std::string_view name,
                    const style::LabelInk& ink);
/// The name on two lines, split where they come out most equal; no lines for a single word.
LabelBlock two_lines(const Composition& composition, std::string_view name,
                     const style::LabelInk& ink);

/// The text marks of a block whose middle lies `offset` millimetres from `position`.
void put_block(Group& group, const LabelBlock& block, const TextMark& look, geo::Point offset);

/// Capitals of a name: ASCII and the Latin letters of Indonesian names.
std::string capitals(std::string_view name);

} // namespace antardesa::cartography
