#include "documents/detail/page_layout.h"

#include "base/message.h"

#include <algorithm>

namespace antardesa::documents::detail {

namespace {

double height_of(const text::FontStyle& style) {
    return style.size.value * line_height;
}

double offset_of(Align align, double width, double run) {
    if (align == Align::centre)
        return (width - run) / 2;
    return align == Align::right ? width - run : 0;
}

/// How much of the text, from its beginning, fits; at least one sign. Numbers of papers are parted
/// where a person would.
std::size_t fitting(const text::Typesetter& typesetter, std::string_view text,
                    const text::FontStyle& style, double width) {
    const auto begins_sign = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    };
    std::size_t first = 1;
    while (!begins_sign(first))
        ++first;
    std::size_t size = text.size();
    while (size > first && typesetter.shape(text.substr(0, size), style).width > width)
        do
            --size;
        while (!begins_sign(size));
    if (size == text.size())
        return size;
    const std::size_t parting = text.substr(0, size).find_last_of("/-._");
    return parting != std::string_view::npos && parting >= size / 2 ? parting + 1 : size;
}

} // namespace

PageLayout::PageLayout(const Document& document, const text::Typesetter& typesetter)
    : document_(document), typesetter_(typesetter), form_(page_form(document)) {
    turn_page();
}

void PageLayout::turn_page() {
    Page page;
    page.width = form_.width;
    page.height = form_.height;
    pages_.push_back(std::move(page));
    y_ = form_.height - form_.top;
}

void PageLayout::need(double height) {
    if (height > room() && !at_top())
        turn_page();
}

text::FontStyle PageLayout::font(double size, bool strong) const {
    return {text::Family::sheet, strong ? text::Weight::bold : text::Weight::regular, {size}, {}};
}

std::vector<text::GlyphRun> PageLayout::wrapped(const std::string& text,
                                                const text::FontStyle& style, double width) const {
    std::vector<text::GlyphRun> runs;
    for (text::GlyphRun& run : typesetter_.wrap(text, style, {width})) {
        if (run.width <= width) {
            runs.push_back(std::move(run));
            continue;
        }
        const std::string word = run.text;
        for (std::string_view rest = word; !rest.empty();) {
            const std::size_t size = fitting(typesetter_, rest, style, width);
            runs.push_back(typesetter_.shape(rest.substr(0, size), style));
            rest.remove_prefix(size);
        }
    }
    return runs;
}

void PageLayout::put(text::GlyphRun run, double left, double width, double top, Align align,
                     bool faint) {
    PageText text;
    const double em = run.style.size.value;
    text.at = {left + offset_of(align, width, run.width), top - em * (line_height / 2 + 0.36)};
    text.run = std::move(run);
    text.faint = faint;
    pages_.back().texts.push_back(std::move(text));
}

void PageLayout::rule(geo::Point from, geo::Point to, double width) {
    pages_.back().rules.push_back({from, to, width});
}

void PageLayout::fill(const geo::Box& box, double darkness) {
    pages_.back().fills.push_back({box, darkness});
}

void PageLayout::flow(const std::string& text, const text::FontStyle& style, Align align,
                      double indent) {
    const double height = height_of(style);
    for (text::GlyphRun& run : wrapped(text, style, width() - indent)) {
        need(height);
        put(std::move(run), left() + indent, width() - indent, y_, align);
        skip(height);
    }
}

void PageLayout::add_head_and_foot(Page& page, std::size_t number, std::size_t count) const {
    const text::FontStyle small = font(small_size);
    const auto write = [&](const std::string& text, const text::FontStyle& style, double y,
                           bool right, double width) {
        text::GlyphRun run = typesetter_.elided(text, style, {width});
        page.texts.push_back({{right ? form_.width - form_.right - run.width : form_.left, y},
                              std::move(run),
                              false});
    };
    const double head = form_.height - 14;
    const double foot = 12;
    write(document_.header, small, head, false, width() * 0.75);
    const std::string words =
        fill_placeholders(document_.page_words, {std::to_string(number), std::to_string(count)});
    const double taken = typesetter_.shape(words, small).width + 4;
    write(words, small, foot, true, width());
    write(document_.footer, small, foot, false, std::max(0.0, width() - taken));
    page.rules.push_back({{form_.left, foot + 4.5}, {form_.width - form_.right, foot + 4.5}, 0.15});
    if (document_.mark.empty())
        return;
    const double right = form_.width - form_.right;
    text::GlyphRun mark = typesetter_.elided(document_.mark, font(body_size, true), {width() / 4});
    const double low = head - 1.6;
    const double high = head + body_size * 0.72 + 1.6;
    const double wide = mark.width + 4;
    page.texts.push_back({{right - mark.width - 2, head}, std::move(mark), false});
    for (const double y : {low, high})
        page.rules.push_back({{right - wide, y}, {right, y}, 0.4});
    for (const double x : {right - wide, right})
        page.rules.push_back({{x, low}, {x, high}, 0.4});
}

std::vector<Page> PageLayout::finish() {
    for (std::size_t i = 0; i < pages_.size(); ++i)
        add_head_and_foot(pages_[i], i + 1, pages_.size());
    return std::move(pages_);
}

} // namespace antardesa::documents::detail
