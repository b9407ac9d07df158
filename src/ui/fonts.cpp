#include "ui/fonts.h"

#include "ui/window.h"

#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <system_error>

namespace antardesa::ui {

namespace {

/// Latin, Latin-1, Latin Extended-A and the marks of ui.md §2.
constexpr std::array<ImWchar, 23> letters{
    0x0020, 0x017F, 0x2010, 0x2015, 0x2018, 0x201E, 0x2022, 0x2022, 0x2026, 0x2026, 0x2032, 0x2033,
    0x2190, 0x2193, 0x2212, 0x2212, 0x2264, 0x2265, 0x25A1, 0x25A1, 0x25CF, 0x25CF, 0};
/// Digits, signs and the words of a measure.
constexpr std::array<ImWchar, 5> figures{0x0020, 0x007A, 0x2212, 0x2212, 0};
/// The icons of ui.md §6 and the few besides that panels use, each a range of one.
constexpr std::array<ImWchar, 193> icons{
    0xE000, 0xE000, 0xE002, 0xE002, 0xE0AF, 0xE0AF, 0xE0C8, 0xE0C8, 0xE0E0, 0xE0E0, 0xE145, 0xE145,
    0xE15A, 0xE15A, 0xE15B, 0xE15B, 0xE161, 0xE161, 0xE166, 0xE166, 0xE1B0, 0xE1B0, 0xE24D, 0xE24D,
    0xE265, 0xE265, 0xE2C7, 0xE2C7, 0xE2C8, 0xE2C8, 0xE30A, 0xE30A, 0xE30B, 0xE30B, 0xE32A, 0xE32A,
    0xE3AB, 0xE3AB, 0xE3B0, 0xE3B0, 0xE3C9, 0xE3C9, 0xE3EC, 0xE3EC, 0xE3F7, 0xE3F7, 0xE406, 0xE406,
    0xE40A, 0xE40A, 0xE41C, 0xE41C, 0xE52F, 0xE52F, 0xE530, 0xE530, 0xE531, 0xE531, 0xE532, 0xE532,
    0xE53B, 0xE53B, 0xE548, 0xE548, 0xE54B, 0xE54B, 0xE556, 0xE556, 0xE557, 0xE557, 0xE55B, 0xE55B,
    0xE55F, 0xE55F, 0xE564, 0xE564, 0xE568, 0xE568, 0xE569, 0xE569, 0xE5C4, 0xE5C4, 0xE5CA, 0xE5CA,
    0xE5CB, 0xE5CB, 0xE5CC, 0xE5CC, 0xE5CD, 0xE5CD, 0xE5CE, 0xE5CE, 0xE5CF, 0xE5CF, 0xE5D0, 0xE5D0,
    0xE5D3, 0xE5D3, 0xE5D4, 0xE5D4, 0xE5D5, 0xE5D5, 0xE5D8, 0xE5D8, 0xE5DB, 0xE5DB, 0xE63F, 0xE63F,
    0xE6DB, 0xE6DB, 0xE798, 0xE798, 0xE7F1, 0xE7F1, 0xE7FB, 0xE7FB, 0xE7FD, 0xE7FD, 0xE80C, 0xE80C,
    0xE84F, 0xE84F, 0xE85D, 0xE85D, 0xE869, 0xE869, 0xE86C, 0xE86C, 0xE872, 0xE872, 0xE873, 0xE873,
    0xE889, 0xE889, 0xE88A, 0xE88A, 0xE88E, 0xE88E, 0xE88F, 0xE88F, 0xE895, 0xE895, 0xE897, 0xE897,
    0xE89E, 0xE89E, 0xE8AD, 0xE8AD, 0xE8B5, 0xE8B5, 0xE8B6, 0xE8B6, 0xE8B8, 0xE8B8, 0xE8D1, 0xE8D1,
    0xE8E8, 0xE8E8, 0xE8F4, 0xE8F4, 0xE8F5, 0xE8F5, 0xE8F9, 0xE8F9, 0xE8FF, 0xE8FF, 0xE90E, 0xE90E,
    0xE92B, 0xE92B, 0xEA09, 0xEA09, 0xEA12, 0xEA12, 0xEA35, 0xEA35, 0xEA3C, 0xEA3C, 0xEA3D, 0xEA3D,
    0xEA66, 0xEA66, 0xEAB2, 0xEAB2, 0xEAF0, 0xEAF0, 0xEBBB, 0xEBBB, 0xEBCB, 0xEBCB, 0xF233, 0xF233,
    0};

bool exists(const std::string& file) {
    std::error_code ignored;
    return !file.empty() && std::filesystem::is_regular_file(file, ignored);
}

std::string first_that_exists(std::initializer_list<std::string> files) {
    for (const std::string& file : files)
        if (exists(file))
            return file;
    return {};
}

/// Inter's medium lies beside its regular; any other family lends its regular.
std::string medium_beside(const std::string& regular) {
    std::string medium = regular;
    const std::size_t at = medium.rfind("Regular");
    if (at != std::string::npos)
        medium.replace(at, 7, "Medium");
    return medium;
}

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void add(const std::string& font, double em, const ImWchar* ranges) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.PixelSnapH = false;
    config.OversampleH = config.OversampleV = 1;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    config.FontDataOwnedByAtlas = false;
    if (font.empty()) {
        config.SizePixels = static_cast<float>(std::round(em));
        atlas.AddFontDefault(&config);
        return;
    }
    const auto size = static_cast<float>(em * line_height_per_em(font));
    // ImGui takes the bytes by a pointer that is not const and only reads them.
    atlas.AddFontFromMemoryTTF(const_cast<char*>(font.data()), static_cast<int>(font.size()), size,
                               &config, ranges);
}

} // namespace

Fonts read_fonts(const FontFiles& files) {
    const std::string fallback =
        first_that_exists({files.fallback, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"});
    const std::string regular = first_that_exists({files.regular, fallback});
    const auto read = [](const std::string& file) {
        return file.empty() ? std::string() : bytes_of(file);
    };
    return {read(regular), read(first_that_exists({medium_beside(files.regular), regular})),
            read(first_that_exists({files.semibold, regular})),
            read(first_that_exists({files.icons}))};
}

void load_fonts(const Fonts& fonts, double scale, bool for_room) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.TexGlyphPadding = 1;
    const auto em = [scale](double size) { return size * scale; };
    const double more = for_room ? double(room_letters) : 1;
    add(fonts.regular, em(13 * more), letters.data());
    add(fonts.regular, em(12 * more), letters.data());
    add(fonts.medium, em(13 * more), letters.data());
    add(fonts.semibold, em(13 * more), letters.data());
    add(fonts.semibold, em(12 * more), letters.data());
    add(fonts.semibold, em(14 * more), letters.data());
    add(fonts.semibold, em(18), letters.data());
    add(fonts.regular, em(16), letters.data());
    add(fonts.semibold, em(36), figures.data());
    if (!fonts.icons.empty())
        for (const double size : {14, 16, 18, 20, 24})
            add(fonts.icons, em(size), icons.data());
    atlas.Build();
}

ImFont* font_of(Role role) {
    const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
    const int index = static_cast<int>(role);
    return index < fonts.Size ? fonts[index] : ImGui::GetFont();
}

bool has_icons() {
    return ImGui::GetIO().Fonts->Fonts.Size == role_count;
}

} // namespace antardesa::ui
