#pragma once

#include "cartography/detail/furniture.h"
#include "cartography/sheet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

/// What a sheet says beside its map, and where.
namespace antardesa::cartography::test {

using geo::Box;
using geo::Point;

struct Placed {
    std::string words;
    Box box;
    double size;
};

/// Where the ink of a text can be: its width by the height of its capitals and descenders.
inline Box box_of(const TextMark& mark) {
    const double em = mark.run.style.size.value;
    const double angle = mark.angle * std::numbers::pi / 180;
    const Point along{std::cos(angle), std::sin(angle)};
    const Point up{-along.y, along.x};
    const Point origin = mark.position + along * mark.offset.x + up * mark.offset.y;
    Box box;
    for (const double x : {0.0, mark.run.width})
        for (const double y : {-0.2 * em, 0.73 * em})
            box.extend(origin + along * x + up * y);
    return box;
}

inline const Group& group_named(const Sheet& sheet, const std::string& name) {
    for (const Group& group : sheet.drawing.groups)
        if (group.name == name)
            return group;
    throw std::runtime_error("no group " + name);
}

inline std::vector<Placed> furniture_texts(const Sheet& sheet) {
    std::vector<Placed> texts;
    for (const Mark& mark : group_named(sheet, "furniture").marks)
        if (const auto* text = std::get_if<TextMark>(&mark); text && !text->run.glyphs.empty())
            texts.push_back({text->run.text, box_of(*text), text->run.style.size.value});
    return texts;
}

inline std::vector<std::string> words_of(const Sheet& sheet) {
    std::vector<std::string> words;
    for (const Placed& text : furniture_texts(sheet))
        words.push_back(text.words);
    return words;
}

/// Nothing over anything, off the page, on the map or too small.
inline void expect_tidy(const Sheet& sheet) {
    const Box page{{9.9, 9.9}, {sheet.drawing.width.value - 9.9, sheet.drawing.height.value - 9.9}};
    const auto texts = furniture_texts(sheet);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_TRUE(page.contains(texts[i].box)) << texts[i].words << " leaves the page";
        EXPECT_GE(texts[i].size * 0.7, 2.0) << texts[i].words << " is too small";
        EXPECT_FALSE(sheet.frame.page.grown(-0.01).intersects(texts[i].box))
            << texts[i].words << " lies on the map";
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(texts[i].box.grown(-0.02).intersects(texts[j].box))
                << texts[i].words << " over " << texts[j].words;
    }
}

/// Rules to sign on, each with so many millimetres free above it, less descenders.
inline int places_to_sign(const Sheet& sheet, double room) {
    int places = 0;
    const auto texts = furniture_texts(sheet);
    for (const Mark& mark : group_named(sheet, "furniture").marks) {
        const auto* line = std::get_if<LineMark>(&mark);
        if (!line || line->colour != Furniture::muted || line->lines.points.size() != 2)
            continue;
        const Point left = line->lines.points.front();
        const Point right = line->lines.points.back();
        ++places;
        for (const Placed& text : texts)
            EXPECT_FALSE(text.box.intersects({left, {right.x, right.y + room - 0.3}}))
                << text.words << " stands where somebody signs";
    }
    return places;
}

inline std::string all_words(const Sheet& sheet) {
    std::string all;
    for (const std::string& one : words_of(sheet))
        all += one + "\n";
    return all;
}

} // namespace antardesa::cartography::test
