#include "drawings.h"

#include "base/result.h"
#include "render_cairo/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::render_cairo {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;

const PaperMetadata metadata{"Peta Kerja Sama Desa", "DPMD",
                             std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

void write(const std::filesystem::path& path, std::vector<cartography::Drawing> pages) {
    Progress progress;
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < pages.size(); ++i)
        titles.push_back("Lembar " + std::to_string(i + 1));
    write_pdf(path, pages, titles, metadata, progress);
}

TEST(Pdf, SameInputSameBytes) {
    const Scratch scratch;
    write(scratch / "a.pdf", {small_drawing()});
    write(scratch / "b.pdf", {small_drawing()});
    EXPECT_EQ(content(scratch / "a.pdf"), content(scratch / "b.pdf"));
    EXPECT_GT(content(scratch / "a.pdf").size(), 1000U);
}

TEST(Pdf, SaysWhatItIsAndHowLarge) {
    if (!installed("pdfinfo"))
        GTEST_SKIP() << "pdfinfo (poppler-utils) is not installed";
    const Scratch scratch;
    cartography::Drawing a3 = small_drawing();
    a3.width = {420};
    a3.height = {297};
    write(scratch / "a.pdf", {a3, small_drawing()});
    const std::string info =
        output_of("TZ=UTC pdfinfo -f 1 -l 2 -isodates " + (scratch / "a.pdf").string());
    EXPECT_THAT(info, HasSubstr("Title:           Peta Kerja Sama Desa"));
    EXPECT_THAT(info, HasSubstr("Author:          DPMD"));
    EXPECT_THAT(info, HasSubstr("CreationDate:    2026-11-23T00:00:00Z"));
    EXPECT_THAT(info, HasSubstr("Pages:           2"));
    EXPECT_THAT(info, HasSubstr("Page    1 size:  1190.55 x 841.89 pts (A3)"));
    EXPECT_THAT(info, HasSubstr("Page    2 size:  283.465 x 170.079 pts"));
}

TEST(Pdf, EmbedsTheFontThatTheRunNames) {
    if (!installed("pdffonts"))
        GTEST_SKIP() << "pdffonts (poppler-utils) is not installed";
    const Scratch scratch;
    write(scratch / "a.pdf", {small_drawing()});
    const std::string fonts = output_of("pdffonts " + (scratch / "a.pdf").string());
    const std::string file = typesetter().font_file(text::Family::sans, text::Weight::regular);
    const std::string name = std::filesystem::path(file).stem();
    EXPECT_THAT(fonts, HasSubstr("+" + name));
    // emb, sub, uni: all three
    EXPECT_THAT(fonts, HasSubstr("yes yes yes"));
    EXPECT_THAT(fonts, Not(HasSubstr(" no ")));
}

TEST(Pdf, TextCanBeFound) {
    if (!installed("pdftotext"))
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    const Scratch scratch;
    cartography::Drawing page = small_drawing();
    page.groups[0].marks.push_back(text_mark({12, 5}, "affine waffle: ½ → 7°34′42,18″ LS", 3));
    cartography::TextMark turned = text_mark({95, 10}, "9 162 000 mU", 3);
    turned.angle = 90;
    page.groups[0].marks.push_back(turned);
    write(scratch / "a.pdf", {page});
    const std::string text = output_of("pdftotext -layout " + (scratch / "a.pdf").string() + " -");
    EXPECT_THAT(text, HasSubstr("Sumberrejo Hulu"));
    EXPECT_THAT(text, HasSubstr("affine waffle: ½ → 7°34′42,18″ LS"));
    EXPECT_THAT(text, HasSubstr("9 162 000 mU"));
}

TEST(Pdf, OutlineAndPageLabels) {
    const Scratch scratch;
    write(scratch / "a.pdf", {small_drawing(), small_drawing()});
    const std::string bytes = content(scratch / "a.pdf");
    EXPECT_THAT(bytes, HasSubstr("Lembar 2"));
    EXPECT_THAT(bytes, HasSubstr("/PageLabels"));
    EXPECT_THAT(bytes, HasSubstr("/Outlines"));
}

TEST(Pdf, VerticesFinerThanPaperShowsAreLeftOut) {
    const Scratch scratch;
    const auto with_steps = [](int steps) {
        cartography::Drawing page = small_drawing();
        cartography::Path path;
        std::vector<geo::Point> points;
        for (int i = 0; i <= steps; ++i)
            points.push_back({10 + 80.0 * i / steps, 20 + std::sin(240.0 * i / steps)});
        path.add(points);
        page.groups[0].marks.push_back(cartography::LineMark{path, {}, {0.2}, true, {}});
        return page;
    };
    write(scratch / "few.pdf", {with_steps(2'000)});
    write(scratch / "many.pdf", {with_steps(2'000'000)});
    EXPECT_LT(content(scratch / "many.pdf").size(), 4 * content(scratch / "few.pdf").size());
}

TEST(Pdf, AWrongClusterTableStillShowsTheText) {
    const Scratch scratch;
    cartography::Drawing page = small_drawing();
    cartography::TextMark mark = text_mark({12, 5}, "Desa", 3);
    mark.run.clusters = {3, 2, 1, 0};
    page.groups[0].marks.push_back(mark);
    mark.run.clusters.clear();
    page.groups[0].marks.push_back(mark);
    EXPECT_NO_THROW(write(scratch / "a.pdf", {page}));
}

TEST(Pdf, NoPageIsRefused) {
    const Scratch scratch;
    EXPECT_THROW(write(scratch / "a.pdf", {}), Error);
    EXPECT_EQ(scratch.entries(), 0);
}

TEST(Pdf, OfASeriesEachPageIsAskedForWhenItsTurnComes) {
    const Scratch scratch;
    Progress progress;
    std::vector<std::size_t> asked;
    const auto page_at = [&](std::size_t at) {
        asked.push_back(at);
        EXPECT_EQ(progress.total() > 0, at > 0) << "what is drawn counts already";
        return PaperPage{small_drawing(), "Lembar " + std::to_string(at + 1)};
    };
    write_pdf(scratch / "a.pdf", 3, page_at, metadata, progress);
    EXPECT_THAT(asked, testing::ElementsAre(0, 1, 2));
    EXPECT_LE(progress.done(), progress.total());
    write(scratch / "b.pdf", {small_drawing(), small_drawing(), small_drawing()});
    EXPECT_EQ(content(scratch / "a.pdf"), content(scratch / "b.pdf"));
}

TEST(Pdf, APageThatCannotBeComposedLeavesNothing) {
    const Scratch scratch;
    Progress progress;
    const auto page_at = [](std::size_t at) {
        if (at == 1)
            throw Cancelled();
        return PaperPage{small_drawing(), ""};
    };
    EXPECT_THROW(write_pdf(scratch / "a.pdf", 3, page_at, metadata, progress), Cancelled);
    EXPECT_EQ(scratch.entries(), 0);
}

TEST(Pdf, CancellingLeavesNothing) {
    const Scratch scratch;
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    cartography::Drawing page = small_drawing();
    for (int i = 0; i < 200; ++i)
        page.groups[0].marks.push_back(page.groups[0].marks[0]);
    const std::vector pages{page};
    EXPECT_THROW(write_pdf(scratch / "a.pdf", pages, {}, metadata, progress), Cancelled);
    EXPECT_EQ(scratch.entries(), 0);
}

} // namespace
} // namespace antardesa::render_cairo
