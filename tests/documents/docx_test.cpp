#include "documents/docx.h"

#include "documents/detail/docx_blocks.h"
#include "documents/detail/xml_text.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Every part's name, time and, when it is XML, its root element, as Python's zipfile and expat
/// read them: two readers that this program does not share code with.
std::string read_by_others(const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("antardesa-docx-" + std::to_string(getpid()) + ".docx");
    std::ofstream(path, std::ios::binary) << bytes;
    const std::string command =
        "python3 -c 'import sys,zipfile,xml.etree.ElementTree as t\n"
        "z=zipfile.ZipFile(sys.argv[1]); print(z.testzip())\n"
        "for i in z.infolist():\n"
        " x=i.filename.endswith((\".xml\",\".rels\"))\n"
        " print(i.filename,i.date_time[0],t.fromstring(z.read(i)).tag.split(\"}\")[1] if x else "
        "len(z.read(i)))\n"
        "d=t.fromstring(z.read(\"word/document.xml\"))\n"
        "print(\"|\".join(\"\".join(e.itertext()) for e in d.iter() if e.tag.endswith(\"}p\")))' " +
        path.string() + " 2>&1";
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        text.append(buffer.data(), count);
    pclose(pipe);
    std::filesystem::remove(path);
    return text;
}

Document paper() {
    Document document;
    document.title = "Berita Acara";
    document.created = Date(std::chrono::year(2026) / 11 / 23);
    document.header = "Kepala";
    document.mark = "KONSEP";
    document.page_words = "Halaman {0} dari {1}";
    document.blocks = {Heading{"JUDUL", 0},
                       Paragraph{"Isi"},
                       NumberedList{{"satu", "dua"}},
                       NumberedList{{"lagi"}},
                       Facts{{{"Desa", "Sukamaju"}}},
                       Table{"T", {{"NO", 1}, {"NAMA", 3}}, {{"1", "Air"}, {"2", "Api"}}},
                       PageBreak{},
                       Signatures{{{{"Kepala Desa A"}, {"Kepala Desa B", "Sri"}}}}};
    return document;
}

TEST(Docx, OtherReadersOpenEveryPart) {
    const std::string read = read_by_others(docx_bytes(paper()));
    EXPECT_THAT(read, HasSubstr("None\n[Content_Types].xml 1980 Types\n"));
    for (const char* part :
         {"_rels/.rels 1980 Relationships", "word/document.xml 1980 document",
          "word/styles.xml 1980 styles", "word/numbering.xml 1980 numbering",
          "word/header.xml 1980 hdr", "word/footer.xml 1980 ftr", "docProps/core.xml 1980 "})
        EXPECT_THAT(read, HasSubstr(part));
    EXPECT_THAT(read, HasSubstr("JUDUL|"));
    EXPECT_THAT(read, HasSubstr("|NO|NAMA|1|Air|2|Api|"));
    EXPECT_THAT(read, HasSubstr("Kepala Desa A"));
    EXPECT_THAT(read, Not(HasSubstr("media")));
}

TEST(Docx, TheSameDocumentGivesTheSameBytes) {
    EXPECT_EQ(docx_bytes(paper()), docx_bytes(paper()));
    Document other = paper();
    other.blocks.emplace_back(Paragraph{"."});
    EXPECT_NE(docx_bytes(paper()), docx_bytes(other));
}

TEST(Docx, NothingTypedBreaksIt) {
    const std::string hostile = "<w:p>&\"'\x01\x08\n\xE2\x80\xAE"
                                "desa\xFF\xEF\xBF\xBE]]>";
    Document document = paper();
    document.title = document.header = document.footer = document.mark = hostile;
    document.blocks = {Heading{hostile},
                       Paragraph{hostile},
                       NumberedList{{hostile}},
                       Facts{{{hostile, hostile}}},
                       Table{hostile, {{hostile}}, {{hostile}}},
                       Signatures{{{{hostile, hostile, hostile}}}}};
    const std::string read = read_by_others(docx_bytes(document));
    EXPECT_THAT(read, HasSubstr("word/document.xml 1980 document"));
    EXPECT_THAT(read, HasSubstr("\\u{202e}desa")) << "what turns writing round is shown";
    EXPECT_THAT(read, Not(HasSubstr("Traceback")));
}

TEST(Docx, APictureOfTheCodeIsAPart) {
    Document document = paper();
    document.blocks.emplace_back(SheetCode{"7K3M", "Periksa", {}, "bukan png"});
    const std::string read = read_by_others(docx_bytes(document));
    EXPECT_THAT(read, HasSubstr("word/media/kode.png 1980 9"));
    EXPECT_THAT(read, HasSubstr("7K3M"));
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

/// The first paragraph of each row's first cell, which is what a row is kept with the next one by.
std::vector<std::string> row_beginnings(const std::string& xml) {
    std::vector<std::string> beginnings;
    for (std::size_t at = xml.find("<w:tr>"); at != std::string::npos;
         at = xml.find("<w:tr>", at + 1)) {
        const std::size_t from = xml.find("<w:p>", at);
        beginnings.push_back(xml.substr(from, xml.find("</w:p>", from) - from));
    }
    return beginnings;
}

TEST(Docx, WhatEndsTheSignaturesStaysWithThoseBefore) {
    Document document;
    const Signatures one{{{{"Camat"}}}};
    const Signatures two{{{{"Desa A"}, {"Desa B"}}, {{"Desa A"}, {"Desa B"}}}};
    document.blocks = {Paragraph{"Demikian"},
                       Heading{"Menyetujui", 1},
                       two,
                       Heading{"Fasilitator", 1},
                       one,
                       Heading{"Tim Kabupaten"},
                       one,
                       SheetCode{"7K3M", "Periksa", {}, ""},
                       Paragraph{"Sesudahnya"}};
    const std::string xml = detail::docx_body(document).xml;
    EXPECT_EQ(count(xml, "<w:tbl>"), 1U) << "LibreOffice keeps rows together, tables not";
    const auto rows = row_beginnings(xml);
    ASSERT_EQ(rows.size(), 8U);
    const auto is_kept = [](const std::string& beginning) {
        return beginning.find("<w:keepNext/>") != std::string::npos ||
               beginning.find("Heading1") != std::string::npos; // whose style keeps it
    };
    std::vector<bool> kept;
    for (const std::string& row : rows)
        kept.push_back(is_kept(row));
    EXPECT_THAT(kept, testing::ElementsAre(true, false, false, true, true, true, true, false));
}

TEST(Docx, PlacesToSignShareTheWidth) {
    Document document;
    document.blocks = {Signatures{{{{"A"}, {"B"}, {"C"}}, {{"A"}, {"B"}}, {{"A"}}}},
                       SheetCode{"7K3M", "Periksa", {}, ""}};
    const std::string xml = detail::docx_body(document).xml;
    EXPECT_EQ(count(xml, "<w:gridCol "), 12U);
    for (const auto& [span, times] :
         {std::pair{"4", 3U}, {"6", 2U}, {"12", 1U}, {"3", 1U}, {"9", 1U}})
        EXPECT_EQ(count(xml, R"(<w:gridSpan w:val=")" + std::string(span) + "\""), times) << span;
}

TEST(Docx, ABlankToSignOnIsNoWiderThanItsCell) {
    for (const std::size_t places : {1U, 2U, 3U, 4U, 5U, 6U}) {
        Document document;
        document.blocks = {Signatures{{std::vector<Signature>(places, {"Kepala Desa"})}}};
        const std::string xml = detail::docx_body(document).xml;
        const std::size_t from = xml.find("(...");
        ASSERT_NE(from, std::string::npos);
        const std::size_t dots = xml.find(')', from) - from - 1;
        // Arial, 9 points, between the margins of 70 twips that a cell has.
        const double width = (double(dots) * 0.278 + 2 * 0.333) * 9 * 25.4 / 72;
        const double cell = PageForm{}.text_width() * double(12 / places) / 12;
        EXPECT_LT(width, cell - 2 * 70 * 25.4 / 1440) << places;
        EXPECT_GE(dots, places < 4 ? 46U : 18U) << places;
    }
}

TEST(Docx, ATableAtTheEndIsFollowedByNoMoreThanAHair) {
    const std::string hair = R"(w:line="20" w:lineRule="exact")";
    Document document;
    document.blocks = {Paragraph{"Isi"}, Facts{{{"Nama", "A"}}}};
    EXPECT_THAT(detail::docx_body(document).xml, testing::EndsWith(hair + "/></w:pPr></w:p>"));
    document.blocks.emplace_back(Paragraph{"Penutup"});
    EXPECT_THAT(detail::docx_body(document).xml, Not(HasSubstr(hair)));
}

TEST(Docx, ADayIsNotPartedAndALabelHasItsRoom) {
    Document document;
    document.blocks = {Paragraph{"Jumat (20-11-2026), TK.99.01.04.2004-2006-000"},
                       Facts{{{"Nomor Desa Bumikencana Lor Wetan", "1"}}}};
    const std::string xml = detail::docx_body(document).xml;
    EXPECT_EQ(count(xml, "<w:noBreakHyphen/>"), 2U);
    EXPECT_THAT(xml, HasSubstr("2004-2006-000"));
    EXPECT_THAT(xml, HasSubstr(R"(<w:gridCol w:w=")" + std::to_string(detail::twips(69.6))));
}

TEST(XmlText, OnlyWhatXmlReadsAsItsOwnIsReplaced) {
    EXPECT_EQ(detail::xml_text("Desa Sukamaju – 07°34'42,18\" LS"),
              "Desa Sukamaju – 07°34'42,18&quot; LS");
    EXPECT_EQ(detail::xml_text("a<b>&c"), "a&lt;b&gt;&amp;c");
    EXPECT_EQ(detail::xml_text("\xEF\xBF\xBF"), "\xEF\xBF\xBD");
}

} // namespace
} // namespace antardesa::documents
