#include "documents/detail/page_layout.h"

#include "base/message.h"

#include <algorithm>

namespace antardesa::documents::detail {

namespace {

double height_of(const text::FontStyle& style) {
    return style.size.value * line_height;
}

/// A word wider than its line is cut, never drawn over what stands beside it.
double offset_of(Align align, double width, double run) {
    if (align == Align::centre)
        return (width - run) / 2;
    return align == Align::right ? width - run : 0;
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
    std::vector<text::GlyphRun> runs = typesetter_.wrap(text, style, {width});
    for (text::GlyphRun& run : runs)
        if (run.width > width)
            run = typesetter_.elided(run.text, style, {width});
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
