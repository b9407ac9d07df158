#include "cartography/detail/label_block.h"

#include "base/text.h"

namespace antardesa::cartography {
namespace {

// Shares of the em (Inter's measures); what is left of the line is white.
constexpr double capital_height = 0.73;
constexpr double descender = 0.21;
constexpr double line_distance = 1.12;

LabelBlock block_of(std::vector<text::GlyphRun> lines, double em) {
    LabelBlock block;
    for (const text::GlyphRun& line : lines)
        block.width = std::max(block.width, line.width);
    block.height = em * (capital_height + descender +
                         line_distance * static_cast<double>(lines.empty() ? 0 : lines.size() - 1));
    block.lines = std::move(lines);
    return block;
}

} // namespace

LabelBlock one_line(const Composition& composition, std::string_view name,
                    const style::LabelInk& ink) {
    return block_of({composition.typesetter.shape(name, font_style(ink))}, ink.size.value);
}

LabelBlock two_lines(const Composition& composition, std::string_view name,
                     const style::LabelInk& ink) {
    std::size_t best = std::string_view::npos;
    const auto imbalance = [&](std::size_t space) {
        const auto right = static_cast<double>(name.size() - space - 1);
        return std::abs(static_cast<double>(space) - right);
    };
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1))
        if (best == std::string_view::npos || imbalance(at) < imbalance(best))
            best = at;
    if (best == std::string_view::npos || best == 0 || best + 1 >= name.size())
        return {};
    const text::FontStyle font = font_style(ink);
    return block_of({composition.typesetter.shape(name.substr(0, best), font),
                     composition.typesetter.shape(name.substr(best + 1), font)},
                    ink.size.value);
}

void put_block(Group& group, const LabelBlock& block, const TextMark& look, geo::Point offset) {
    double baseline = offset.y + block.height / 2;
    for (const text::GlyphRun& line : block.lines) {
        const double em = line.style.size.value;
        baseline -=
            baseline == offset.y + block.height / 2 ? capital_height * em : line_distance * em;
        TextMark mark = look;
        mark.run = line;
        mark.offset = {offset.x - line.width / 2, baseline};
        group.marks.emplace_back(std::move(mark));
    }
}

std::string capitals(std::string_view name) {
    std::string result(name);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte >= 'a' && byte <= 'z')
            result[i] = static_cast<char>(byte - 'a' + 'A');
        // é, ö and their row of Latin-1 in UTF-8, without ÷ and ÿ.
        const bool after_c3 = i > 0 && static_cast<unsigned char>(result[i - 1]) == 0xC3;
        if (after_c3 && byte >= 0xA0 && byte <= 0xBE && byte != 0xB7)
            result[i] = static_cast<char>(byte - 0x20);
    }
    return result;
}

} // namespace antardesa::cartography
