#include "ui/draw.h"

#include "base/text.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

const char* end_of(std::string_view text) {
    return text.data() + text.size();
}

/// What is drawn for a text: itself, or with marks for what would act or not be seen. The one
/// place through which names reach the glass.
class Visible {
  public:
    explicit Visible(std::string_view text) : view_(text) {
        if (!harmless(text))
            view_ = marked_ = shown_on_one_line(text);
    }
    Visible(const Visible&) = delete;
    Visible& operator=(const Visible&) = delete;
    std::string_view text() const { return view_; }

  private:
    static bool harmless(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Character one = character_at(text, at);
            if (one.length == 0 || acts_unseen(one.code) || is_combining(one.code))
                return false;
            at += one.length;
        }
        return true;
    }
    std::string marked_;
    std::string_view view_;
};

/// No longer than could stand in this width, so that a name of a megabyte costs no frame.
std::string_view beginning(std::string_view text, float width) {
    const auto most = static_cast<std::size_t>(4 * (std::max(width, 0.0F) + 64));
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

void remember(Scope& scope, Rect rect, std::string_view text) {
    if (!scope.witness)
        return;
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    scope.witness->items.push_back({std::string(text),
                                    rect,
                                    {list.GetClipRectMin(), list.GetClipRectMax()},
                                    list._OwnerName ? list._OwnerName : "",
                                    false});
}

std::size_t next_character(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        ++at;
    return at;
}

/// Draws without telling the witness.
float draw_piece(ImVec2 top_left, std::string_view text, Role role, ImU32 colour) {
    ImFont* font = font_of(role);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, top_left, colour, text.data(),
                                        end_of(text));
    return text_width(role, text);
}

float top_for(Role role, float middle) {
    // Capitals stand in the middle of their line; they are three fifths of it high in Inter.
    const ImFont* font = font_of(role);
    return std::round(middle + 0.3F * font->FontSize - font->Ascent);
}

/// How many bytes of a word fit into the width: at least one character.
std::size_t fitting(Role role, float width, std::string_view word) {
    std::size_t fits = next_character(word, 0);
    float used = text_width(role, word.substr(0, fits));
    while (fits < word.size()) {
        const std::size_t next = next_character(word, fits);
        used += text_width(role, word.substr(fits, next - fits));
        if (used > width)
            break;
        fits = next;
    }
    return fits;
}

/// Byte ranges of the lines of a text broken at spaces; a word wider than a line is broken inside.
std::vector<std::string_view> broken(Role role, float width, std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t fits = 0;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t space = std::min(text.find(' ', at + 1), text.size());
            const bool too_wide = text_width(role, text.substr(0, space)) > width;
            if (fits > 0 && too_wide)
                break;
            fits = at = too_wide ? fitting(role, width, text.substr(0, space)) : space;
            if (too_wide)
                break;
        }
        lines.push_back(text.substr(0, fits));
        text.remove_prefix(fits);
        while (!text.empty() && text.front() == ' ')
            text.remove_prefix(1);
    }
    return lines;
}

} // namespace

std::string utf8(char32_t code) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (code < 0x80)
        return {byte(code)};
    if (code < 0x800)
        return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

float text_width(Role role, std::string_view written) {
    const Visible visible(written);
    const std::string_view text = visible.text();
    if (text.empty()) // ImGui takes a null end as "to the terminating zero"
        return 0;
    ImFont* font = font_of(role);
    return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.data(), end_of(text)).x;
}

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string elided(Role role, std::string_view written, float width) {
    const std::string_view head = beginning(written, width);
    const Visible visible(head);
    const std::string_view text = visible.text();
    if (head.size() == written.size() && text_width(role, text) <= width)
        return std::string(text);
    const float room = width - text_width(role, "…");
    std::size_t fits = 0;
    float used = 0;
    while (fits < text.size()) {
        const std::size_t next = next_character(text, fits);
        used += text_width(role, text.substr(fits, next - fits));
        if (used > room)
            break;
        fits = next;
    }
    while (fits > 0 && text[fits - 1] == ' ')
        --fits;
    return room <= 0 ? std::string() : std::string(text.substr(0, fits)) + "…";
}

bool is_figures(std::string_view text) {
    bool digit = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digit = true;
        else if (std::string_view(".,-+ :%").find(c) == std::string_view::npos)
            return false;
    }
    return digit;
}

float put_text(Scope& scope, ImVec2 at, std::string_view written, Role role, ImU32 colour) {
    const Visible visible(written);
    const std::string_view text = visible.text();
    if (text.empty())
        return 0;
    const ImVec2 corner{std::round(at.x), top_for(role, at.y)};
    const float width = draw_piece(corner, text, role, colour);
    remember(scope, {corner, {corner.x + width, corner.y + font_of(role)->FontSize}}, text);
    return width;
}

float put_text_right(Scope& scope, ImVec2 at, std::string_view text, Role role, ImU32 colour) {
    const float width = text_width(role, text);
    return put_text(scope, {at.x - width, at.y}, text, role, colour);
}

void put_text_centred(Scope& scope, Rect area, std::string_view text, Role role, ImU32 colour) {
    const std::string shown = elided(role, text, area.width());
    const float width = text_width(role, shown);
    put_text(scope, {area.centre().x - width / 2, area.centre().y}, shown, role, colour);
}

float put_elided(Scope& scope, Rect area, std::string_view text, Role role, ImU32 colour) {
    const std::string shown = elided(role, text, area.width() + 0.5F);
    const float width = put_text(scope, {area.min.x, area.centre().y}, shown, role, colour);
    const bool cut = shown.ends_with("…") && shown != text;
    if (cut && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(area.min, area.max))
        show_tooltip(scope, text);
    return width;
}

float tabular_width(Role role, std::string_view text) {
    float width = 0;
    const float zero = text_width(role, "0");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = next_character(text, at);
        const bool digit = text[at] >= '0' && text[at] <= '9';
        width += digit ? zero : text_width(role, text.substr(at, next - at));
        at = next;
    }
    return width;
}

float put_tabular(Scope& scope, ImVec2 at, std::string_view text, Role role, ImU32 colour) {
    const float zero = text_width(role, "0");
    const ImVec2 corner{std::round(at.x), top_for(role, at.y)};
    float x = corner.x;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t next = next_character(text, i);
        const std::string_view piece = text.substr(i, next - i);
        const bool digit = piece[0] >= '0' && piece[0] <= '9';
        const float own = text_width(role, piece);
        const float lead = digit ? (zero - own) / 2 : 0;
        draw_piece({x + lead, corner.y}, piece, role, colour);
        x += digit ? zero : own;
        i = next;
    }
    remember(scope, {corner, {x, corner.y + font_of(role)->FontSize}}, text);
    return x - corner.x;
}

float put_wrapped(Scope& scope, ImVec2 at, float width, float line, std::string_view text,
                  Role role, ImU32 colour) {
    const Visible visible(text);
    float y = at.y;
    for (const std::string_view piece : broken(role, width, visible.text())) {
        put_text(scope, {at.x, y + line / 2}, elided(role, piece, width), role, colour);
        y += line;
    }
    return y - at.y;
}

float wrapped_height(Role role, float width, float line, std::string_view text) {
    const Visible visible(text);
    return line * static_cast<float>(broken(role, width, visible.text()).size());
}

void put_icon(Scope&, ImVec2 centre, char32_t code, Role size, ImU32 colour) {
    if (!has_icons() || code == 0)
        return;
    ImFont* font = font_of(size);
    const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(code));
    if (!glyph)
        return;
    const float x = centre.x - (glyph->X0 + glyph->X1) / 2;
    const float y = centre.y - (glyph->Y0 + glyph->Y1) / 2;
    font->RenderChar(ImGui::GetWindowDrawList(), font->FontSize, {std::round(x), std::round(y)},
                     colour, static_cast<ImWchar>(code));
}

} // namespace antardesa::ui
