#include "cartography/detail/sheet_plan.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using geo::Box;
using text::Weight;

struct Line {
    text::GlyphRun label;
    std::vector<text::GlyphRun> value;
};

double leading_of(const SheetType& type) {
    return type.small * 1.42;
}

/// "Perbup 12/2025 (3 Maret 2025)".
std::string paper_words(const SheetFacts& facts, const model::Document& document) {
    const auto& words = facts.language;
    const std::string key = "code.document_kind." + document.kind;
    std::string text = words.text(key);
    if (text == key)
        text = document.kind;
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    text += " " + (document.number.empty() ? words.text("sheet.blank") : document.number);
    return document.date ? text + " (" + words.short_date(*document.date) + ")" : text;
}

/// What the states of the segments rest on, each once, in the order of the segments.
std::vector<std::string> papers_of(const SheetFacts& facts) {
    std::vector<std::string> papers;
    for (const model::BoundarySegment* segment : facts.subject.segments)
        if (const auto* document = facts.atlas().find(segment->document)) {
            std::string words = paper_words(facts, *document);
            if (std::find(papers.begin(), papers.end(), words) == papers.end())
                papers.push_back(std::move(words));
        }
    return papers;
}

} // namespace

Block lines_block(const SheetFacts& facts, const SheetType& type, double width,
                  const std::string& heading,
                  const std::vector<std::pair<const char*, std::string>>& said,
                  const std::string& first) {
    const auto strong = type.font(type.small, Weight::semibold);
    std::vector<Line> lines;
    double labels = 0;
    for (const auto& [label, value] : said) {
        lines.push_back({facts.typesetter.elided(facts.language.text(label), type.font(type.small),
                                                 {width * 0.45}),
                         {}});
        labels = std::max(labels, lines.back().label.width + 2 * type.unit);
    }
    std::size_t rows = first.empty() ? 0 : 1;
    for (std::size_t i = 0; i < said.size(); ++i) {
        lines[i].value = wrapped(facts.typesetter, said[i].second, strong, width - labels, 2);
        rows += std::max<std::size_t>(1, lines[i].value.size());
    }
    const double height = type.head + double(rows) * leading_of(type) + type.small * 0.4;
    return {height, height, 0, false, [=](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
                double y = box.max.y - type.head - type.small * 0.95;
                if (!first.empty()) {
                    f.write({box.min.x, y}, f.fitted(first, strong, box.width()));
                    y -= leading_of(type);
                }
                for (const Line& line : lines) {
                    f.write({box.min.x, y}, line.label, Furniture::muted);
                    for (const text::GlyphRun& run : line.value) {
                        f.write({box.min.x + labels, y}, run);
                        y -= leading_of(type);
                    }
                }
            }};
}

Block record_block(const SheetFacts& facts, const SheetType& type, double width) {
    const i18n::Catalogue* words = &facts.language;
    const auto font = type.font(type.small);
    const std::string& source = facts.atlas().identity().source;
    const std::string heading = words->text("sheet.record_heading");
    const auto from =
        wrapped(facts.typesetter,
                source.empty() ? words->text("sheet.source_unknown")
                               : words->text(Message{"sheet.source_boundaries", {source}}),
                font, width, 2);
    std::vector<text::GlyphRun> papers;
    for (const std::string& paper : papers_of(facts))
        papers.push_back(facts.typesetter.elided(paper, font, {width}));
    if (papers.empty())
        papers = wrapped(facts.typesetter, words->text("sheet.no_papers"), font, width, 2);
    const double leading = type.small * 1.36;
    const double head = type.head + double(from.size()) * leading;
    const std::size_t least = std::min<std::size_t>(papers.size(), 2);
    return {head + double(least) * leading, head + double(papers.size()) * leading, 0, false,
            [=](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
                double y = box.max.y - type.head - type.small * 0.95;
                const auto put = [&](const text::GlyphRun& line) {
                    f.write({box.min.x, y}, line);
                    y -= leading;
                };
                for (const text::GlyphRun& line : from)
                    put(line);
                const auto fit = static_cast<std::size_t>(
                    std::max(0.0, std::floor((box.height() - head) / leading + 1e-6)));
                const bool whole = fit >= papers.size();
                const std::size_t shown = whole ? papers.size() : std::max<std::size_t>(fit, 1) - 1;
                for (std::size_t i = 0; i < shown; ++i)
                    put(papers[i]);
                if (!whole)
                    put(f.fitted(words->plural("sheet.more_papers",
                                               static_cast<long long>(papers.size() - shown)),
                                 font, box.width()));
            }};
}

} // namespace antardesa::cartography
