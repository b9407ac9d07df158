#include "ui/tokens.h"

#include <algorithm>
#include <cmath>

namespace antardesa::ui {

namespace {

constexpr ImU32 rgb(unsigned hex) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, 255);
}

constexpr std::array<ImU32, 10> light_fields{
    rgb(0x8A5A00), rgb(0x1F5FBF), rgb(0xB0307A), rgb(0x7B3FA0), rgb(0x283593),
    rgb(0x2E7D32), rgb(0x00757F), rgb(0x6D4C41), rgb(0x212121), rgb(0x5A6B78)};
constexpr std::array<ImU32, 10> dark_fields{
    rgb(0xE9B44C), rgb(0x8AB8FF), rgb(0xF290C4), rgb(0xCFA0F0), rgb(0xA3B0FF),
    rgb(0x86D08A), rgb(0x5FD3DD), rgb(0xD6B3A5), rgb(0xF2F2F2), rgb(0xB3C2CE)};

constexpr Tokens light{.top = rgb(0x12343B),
                       .top_fg = rgb(0xFFFFFF),
                       .top_mut = rgb(0xB9CDD1),
                       .top_field = rgb(0x1F4A53),
                       .bg = rgb(0xE9EEF0),
                       .panel = rgb(0xFFFFFF),
                       .panel2 = rgb(0xF5F8F9),
                       .rail = rgb(0xF3F6F7),
                       .line = rgb(0xD3DCE0),
                       .fg = rgb(0x17262C),
                       .mut = rgb(0x50626A),
                       .chip = rgb(0xEEF3F4),
                       .chip_line = rgb(0xEEF3F4),
                       .acc = rgb(0x0B6B70),
                       .acc_bg = rgb(0xDCF0F0),
                       .acc_fg = rgb(0xFFFFFF),
                       .red = rgb(0xB3261E),
                       .red_bg = rgb(0xFCE8E6),
                       .amb = rgb(0x8A5300),
                       .amb_bg = rgb(0xFFF1D6),
                       .grn = rgb(0x1E6B34),
                       .grn_bg = rgb(0xE2F3E6),
                       .blu = rgb(0x1F5FBF),
                       .blu_bg = rgb(0xE5EEFB),
                       .fields = light_fields,
                       .dark = false};

constexpr Tokens dark{.top = rgb(0x0B1518),
                      .top_fg = rgb(0xEAF2F3),
                      .top_mut = rgb(0x9DB4B9),
                      .top_field = rgb(0x182A2F),
                      .bg = rgb(0x0F1A1E),
                      .panel = rgb(0x16252A),
                      .panel2 = rgb(0x1B2D33),
                      .rail = rgb(0x0F1C20),
                      .line = rgb(0x2D4249),
                      .fg = rgb(0xE8F0F2),
                      .mut = rgb(0xA5B9BF),
                      .chip = rgb(0x21353B),
                      .chip_line = rgb(0x21353B),
                      .acc = rgb(0x4FC3C7),
                      .acc_bg = rgb(0x173C40),
                      .acc_fg = rgb(0x06211F),
                      .red = rgb(0xFF8A80),
                      .red_bg = rgb(0x40201E),
                      .amb = rgb(0xFFC46B),
                      .amb_bg = rgb(0x3B2C12),
                      .grn = rgb(0x7FD394),
                      .grn_bg = rgb(0x16351F),
                      .blu = rgb(0x8AB8FF),
                      .blu_bg = rgb(0x1A2E4C),
                      .fields = dark_fields,
                      .dark = true};

constexpr Tokens high_contrast{.top = rgb(0x000000),
                               .top_fg = rgb(0xFFFFFF),
                               .top_mut = rgb(0xFFFFFF),
                               .top_field = rgb(0x000000),
                               .bg = rgb(0xFFFFFF),
                               .panel = rgb(0xFFFFFF),
                               .panel2 = rgb(0xFFFFFF),
                               .rail = rgb(0xFFFFFF),
                               .line = rgb(0x000000),
                               .fg = rgb(0x000000),
                               .mut = rgb(0x000000),
                               .chip = rgb(0xFFFFFF),
                               .chip_line = rgb(0x000000),
                               .acc = rgb(0x00429D),
                               .acc_bg = rgb(0xFFE97A),
                               .acc_fg = rgb(0xFFFFFF),
                               .red = rgb(0xA00000),
                               .red_bg = rgb(0xFFFFFF),
                               .amb = rgb(0x6B3F00),
                               .amb_bg = rgb(0xFFFFFF),
                               .grn = rgb(0x00501E),
                               .grn_bg = rgb(0xFFFFFF),
                               .blu = rgb(0x00429D),
                               .blu_bg = rgb(0xFFFFFF),
                               .fields = light_fields,
                               .dark = false};

} // namespace

const Tokens& tokens_of(workspace::UiTheme theme) {
    switch (theme) {
    case workspace::UiTheme::dark:
        return dark;
    case workspace::UiTheme::high_contrast:
        return high_contrast;
    case workspace::UiTheme::light:
        break;
    }
    return light;
}

TonePair tone_pair(const Tokens& t, workspace::Tone tone) {
    switch (tone) {
    case workspace::Tone::accent:
        return {t.acc, t.acc_bg};
    case workspace::Tone::green:
        return {t.grn, t.grn_bg};
    case workspace::Tone::blue:
        return {t.blu, t.blu_bg};
    case workspace::Tone::amber:
        return {t.amb, t.amb_bg};
    case workspace::Tone::red:
        return {t.red, t.red_bg};
    case workspace::Tone::neutral:
        break;
    }
    return {t.mut, t.chip};
}

ImU32 segment_colour(const Tokens& t, model::SegmentGroup group) {
    switch (group) {
    case model::SegmentGroup::indicative:
        return t.dark ? rgb(0xA5B9BF) : rgb(0x50626A);
    case model::SegmentGroup::agreed:
        return t.blu;
    case model::SegmentGroup::definitive:
        return t.grn;
    case model::SegmentGroup::disputed:
        return t.red;
    case model::SegmentGroup::untraced:
        break;
    }
    return t.dark ? rgb(0x5F747B) : rgb(0xB4BFC4);
}

ImU32 to_u32(style::Colour c) {
    return IM_COL32(c.red, c.green, c.blue, c.alpha);
}

ImU32 icon_colour(const Tokens& tokens, style::Colour colour) {
    const ImU32 given = to_u32(colour);
    if (!tokens.dark)
        return given;
    for (std::size_t i = 0; i < light_fields.size(); ++i)
        if (light_fields[i] == given)
            return dark_fields[i];
    const int brightness = (colour.red * 3 + colour.green * 6 + colour.blue) / 10;
    return brightness < 110 ? tokens.mut : given;
}

ImU32 with_alpha(ImU32 colour, float opacity) {
    const ImU32 alpha = static_cast<ImU32>(opacity * 255.0F + 0.5F);
    return (colour & ~IM_COL32_A_MASK) | (alpha << IM_COL32_A_SHIFT);
}

ImU32 mixed(ImU32 colour, ImU32 ground, float share) {
    ImVec4 result = ImGui::ColorConvertU32ToFloat4(ground);
    const ImVec4 over = ImGui::ColorConvertU32ToFloat4(colour);
    result.x += (over.x - result.x) * share;
    result.y += (over.y - result.y) * share;
    result.z += (over.z - result.z) * share;
    return ImGui::ColorConvertFloat4ToU32({result.x, result.y, result.z, 1});
}

namespace {

float luminance(ImU32 colour) {
    const auto linear = [](float value) {
        return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
    };
    const ImVec4 part = ImGui::ColorConvertU32ToFloat4(colour);
    return 0.2126F * linear(part.x) + 0.7152F * linear(part.y) + 0.0722F * linear(part.z);
}

} // namespace

float contrast(ImU32 one, ImU32 other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05F) / (dark + 0.05F);
}

ImU32 readable_on(ImU32 ground) {
    constexpr ImU32 black = IM_COL32(0, 0, 0, 255);
    constexpr ImU32 white = IM_COL32(255, 255, 255, 255);
    return contrast(black, ground) > contrast(white, ground) ? black : white;
}

} // namespace antardesa::ui
