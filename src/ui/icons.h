#pragma once

#include <array>

/// Code points of the icon font (ui.md §6), all below U+FFFF.
namespace antardesa::ui::icon {

inline constexpr char32_t handshake = 0xEBCB, polyline = 0xEBBB, home_work = 0xEA09, map = 0xE55B,
                          history = 0xE889, settings = 0xE8B8;
inline constexpr char32_t search = 0xE8B6, undo = 0xE166, redo = 0xE15A, brightness = 0xE3AB,
                          more_vert = 0xE5D4, arrow_back = 0xE5C4, fullscreen = 0xE5D0;
inline constexpr char32_t add = 0xE145, remove = 0xE15B, close = 0xE5CD, edit = 0xE3C9,
                          zoom_in = 0xE8FF, layers = 0xE53B, table = 0xE265, print = 0xE8AD,
                          expand_more = 0xE5CF, expand_less = 0xE5CE, check = 0xE5CA;
inline constexpr char32_t check_circle = 0xE86C, warning = 0xE002, error = 0xE000,
                          schedule = 0xE8B5, lock = 0xE897, visibility = 0xE8F4,
                          visibility_off = 0xE8F5, information = 0xE88E;
inline constexpr char32_t folder = 0xE2C7, file = 0xE24D, home = 0xE88A, computer = 0xE30A,
                          arrow_up = 0xE5D8, arrow_down = 0xE5DB, gavel = 0xE90E,
                          description = 0xE873, assignment = 0xE85D, groups = 0xF233,
                          build = 0xE869, erase = 0xE872;

/// By model::Field.
inline constexpr std::array<char32_t, 10> fields{0xE8D1, 0xE80C, 0xE548, 0xEA66, 0xE32A,
                                                 0xEA35, 0xEA3D, 0xEA3C, 0xEBBB, 0xE5D3};

} // namespace antardesa::ui::icon
