#pragma once

#include <imgui.h>

#include <string_view>

namespace antardesa::ui {

/// What a text is for; each has its size and weight (ui.md §2).
enum class Role {
    body,         ///< 13/400
    small,        ///< 12/400, the smallest on glass
    medium,       ///< 13/500: button, row title
    strong,       ///< 13/600
    small_strong, ///< 12/600: column head
    title,        ///< 14/600: panel title
    name,         ///< 18/600: name on the card
    large,        ///< 16/400: the meeting screen
    figure,       ///< 36/600: its figures
    icon14,
    icon16,
    icon18,
    icon20,
    icon24
};
inline constexpr int role_count = 14;
/// In a meeting nothing is smaller than 16 (ui.md §10): what is laid out for 12 is this much
/// larger.
inline constexpr float room_letters = 4.0F / 3;

/// The atlas' font of a role; the first font there is when the atlas was not loaded by us.
ImFont* font_of(Role role);
/// Whether the atlas holds icons: else words stand alone.
bool has_icons();

/// Line height over em of a font (sfnt tables `head` and `hhea`; OpenType 1.9): the atlas
/// counts line heights where the design counts ems. 1 when the bytes are no font.
double line_height_per_em(std::string_view font);

} // namespace antardesa::ui
