#include "base/job.h"
#include "base/result.h"
#include "io/detail/tiff_scan.h"
#include "io/detail/xlsx.h"
#include "io/inspect.h"
#include "io/sample_files.h"
#include "io/zip_file.h"

#include <gtest/gtest.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;

namespace {

constexpr const char* relations = "<Relationships><Relationship Id='r1' Type='x' "
                                  "Target='worksheets/sheet1.xml'/></Relationships>";
constexpr const char* workbook =
    "<workbook xmlns:r='x'><sheets><sheet name='Desa' sheetId='1' r:id='r1'/></sheets></workbook>";

detail::Workbook read(const std::string& rows, const std::string& shared = {},
                      const std::string& after = {}) {
    std::vector<ZipEntry> parts{
        {"xl/workbook.xml", workbook},
        {"xl/_rels/workbook.xml.rels", relations},
        {"xl/worksheets/sheet1.xml",
         "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"}};
    if (!shared.empty())
        parts.push_back({"xl/sharedStrings.xml", "<sst>" + shared + "</sst>"});
    return detail::read_workbook(zip(parts), "x.xlsx");
}

std::string text_cell(const std::string& address, const std::string& text) {
    return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

/// A TIFF of 4 × 4 grey pixels in one strip; tags may be replaced or added.
std::string tiff(std::map<unsigned, std::uint32_t> changes = {}, std::size_t pixels = 16) {
    std::map<unsigned, std::uint32_t> tags{{256, 4}, {257, 4}, {258, 8}, {259, 1}, {262, 1},
                                           {273, 0}, {277, 1}, {278, 4}, {279, 16}};
    for (const auto& [tag, value] : changes)
        tags[tag] = value;
    const auto data = static_cast<std::uint32_t>(8 + 2 + 12 * tags.size() + 4);
    if (!changes.contains(273))
        tags[273] = data;
    std::string bytes("II*\0\x08\0\0\0", 8);
    little(bytes, tags.size(), 2);
    for (const auto& [tag, value] : tags) {
        little(bytes, tag, 2);
        little(bytes, 4, 2);
        little(bytes, 1, 4);
        little(bytes, value, 4);
    }
    little(bytes, 0, 4);
    return bytes + std::string(pixels, '\x7f');
}

} // namespace

TEST(Workbook, BecomesATableOfTexts) {
    const auto book =
        read("<row r='1'>" + text_cell("A1", "DAFTAR DESA") + "</row><row r='3'>" +
                 text_cell("A3", "KODE") + text_cell("B3", "NAMA") +
                 "</row><row r='4'><c r='A4'><v>12</v></c><c r='B4' t='s'><v>0</v></c></row>",
             "<si><r><t>Suka</t></r><r><t>maju</t></r></si>");
    ASSERT_EQ(book.sheets.size(), 1u);
    const Table& table = book.sheets[0];
    EXPECT_EQ(table.columns, (std::vector<std::string>{"KODE", "NAMA"}));
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].line, 4);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"12", "Sukamaju"}));
    EXPECT_TRUE(has_finding(table.findings, "title_lines"));
    EXPECT_EQ(table.findings.size(), 1u);
}

TEST(Workbook, CellsBesideTheNamedColumnsAreSaidInWordsOfASheet) {
    const auto book = read("<row r='1'>" + text_cell("A1", "KODE") + text_cell("B1", "NAMA") +
                           "</row><row r='2'>" + text_cell("A2", "1") + text_cell("B2", "x") +
                           text_cell("D2", "y") + "</row>");
    ASSERT_EQ(book.sheets.size(), 1u);
    EXPECT_TRUE(has_finding(book.sheets[0].findings, "cells_beside"));
    EXPECT_FALSE(has_finding(book.sheets[0].findings, "ragged_row"));
}

TEST(Workbook, ATitleOverSeveralColumnsIsJoinedWithThoseBelowIt) {
    const std::string titles = "<row r='1'>" + text_cell("A1", "NO") +
                               text_cell("B1", "JANGKA WAKTU") + text_cell("D1", "KET") + "</row>";
    const std::string second =
        "<row r='2'>" + text_cell("B2", "Mulai") + text_cell("C2", "Selesai") + "</row>";
    const std::string data = "<row r='3'>" + text_cell("A3", "1") + text_cell("B3", "a") +
                             text_cell("C3", "b") + text_cell("D3", "c") + "</row>";
    const std::string merged = "<mergeCells><mergeCell ref='B1:C1'/><mergeCell ref='A1:A2'/>"
                               "<mergeCell ref='D1:D2'/></mergeCells>";
    const Table table = read(titles + second + data, {}, merged).sheets.at(0);
    EXPECT_EQ(table.columns, (std::vector<std::string>{"NO", "JANGKA WAKTU / Mulai",
                                                       "JANGKA WAKTU / Selesai", "KET"}));
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"1", "a", "b", "c"}));
    EXPECT_TRUE(table.findings.empty());
    // Entries under titles that are all two columns wide are no titles.
    const std::string wide = "<row r='1'>" + text_cell("A1", "Judul") + text_cell("C1", "Desa") +
                             "</row><row r='2'>" + text_cell("A2", "Jembatan") +
                             text_cell("C2", "Sukamaju") + "</row>";
    EXPECT_EQ(
        read(wide, {}, "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='C1:D1'/></mergeCells>")
            .sheets.at(0)
            .rows.size(),
        1u);
    // The row below is data where it fills a column of its own, or has figures.
    EXPECT_EQ(read(titles + second + data, {}, "<mergeCells><mergeCell ref='B1:XYZ'/></mergeCells>")
                  .sheets.at(0)
                  .rows.size(),
              2u);
    EXPECT_EQ(read(titles + "<row r='2'><c r='B2'><v>45000</v></c></row>", {}, merged)
                  .sheets.at(0)
                  .rows.size(),
              1u);
}

TEST(Workbook, CountsWhatIsOdd) {
    const std::string shared = "<si><t>x</t></si>";
    const auto scan = [&](const std::string& cells) {
        return detail::scan_sheet("<s><row r='1'>" + cells + "</row></s>", {"x"}, "x");
    };
    EXPECT_EQ(scan("<c r='A1' t='s'><v>-1</v></c><c r='B1' t='s'><v>abc</v></c>").missing_texts,
              2u);
    EXPECT_EQ(
        scan("<c r='ZZZZ1'><v>1</v></c><c r='A99999999999'><v>1</v></c>").impossible_addresses, 2u);
    EXPECT_EQ(scan("<c r='A1' t='e'><v>#REF!</v></c>").errors, 1u);
    EXPECT_EQ(scan("<c r='A1'><v>1E+15</v></c><c r='B1'><v>123456789012345680</v></c>"
                   "<c r='C1'><v>0.1</v></c>")
                  .rounded,
              2u);
    const auto formulas =
        scan("<c r='A1'><f>[1]x!A1</f><v>7</v></c>"
             "<c r='B1'><f>cmd|'/C calc'!A0</f><v>8</v></c><c r='C1'><f>1+1</f></c>");
    EXPECT_EQ(formulas.formulas, 3u);
    EXPECT_EQ(formulas.outside, 2u);
    EXPECT_EQ(formulas.rows[0].cells[0].text, "7");
    const auto repeated = detail::scan_sheet(
        "<s><row r='2'><c r='A2'><v>4</v></c></row><row r='1'><c r='B1'><v>1</v></c>"
        "<c r='A1'><v>2</v></c><c r='A1'><v>3</v></c></row><row r='2'><c r='B2'><v>5</v></c>"
        "<c r='A2'><v>6</v></c></row></s>",
        {}, "x");
    EXPECT_EQ(repeated.repeated_cells, 2u);
    ASSERT_EQ(repeated.rows.size(), 2u);
    EXPECT_EQ(repeated.rows[0].cells[0].text, "2");
    ASSERT_EQ(repeated.rows[1].cells.size(), 2u);
    EXPECT_EQ(repeated.rows[1].cells[0].text, "4");
    EXPECT_EQ(repeated.rows[1].cells[1].text, "5");
    const auto far = scan("<c r='XFD1048576'><v>1</v></c>");
    ASSERT_EQ(far.rows.size(), 1u);
    EXPECT_EQ(far.rows[0].cells.size(), 1u);
}

TEST(Workbook, RefusesEntitiesAndMissingSheets) {
    const auto key = [](const std::string& xml) {
        try {
            detail::scan_sheet(xml, {}, "x");
        } catch (const Error& error) {
            return error.message().key;
        }
        return std::string("read");
    };
    EXPECT_EQ(key("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><s>&a;</s>"),
              "io.xml_entities");
    EXPECT_EQ(key("<s><row>"), "io.xml_truncated");
    EXPECT_EQ(key(""), "io.xml_truncated");
    EXPECT_EQ(key("<s><row></s>"), "io.xml_tags_differ");
    EXPECT_EQ(key("<s/><s/>"), "io.xml_after_the_end");
    EXPECT_EQ(key("<s>&nbsp;</s>"), "io.xml_undeclared_entity");
    EXPECT_EQ(key("<?xml version='1.0' encoding='x-klingon'?><s/>"), "io.xml_unknown_encoding");
    EXPECT_EQ(key("<s a='1' a='2'/>"), "io.xml_damaged");
    EXPECT_THROW(detail::read_workbook(zip({{"xl/workbook.xml", workbook}}), "x"), Error);
    EXPECT_THROW(detail::read_workbook(zip({{"a.txt", "x"}}), "x"), Error);
}

TEST(ScanTiff, FindsNothingInASoundPicture) {
    const auto scan = detail::scan_tiff(tiff());
    EXPECT_EQ(scan.fault, detail::TiffFault::none);
    EXPECT_EQ(scan.width, 4u);
    EXPECT_EQ(scan.odd_tags + scan.blocks_outside + scan.blocks_short, 0);
    EXPECT_FALSE(scan.placement_odd || scan.keys_odd || scan.directory_loops);
}

TEST(ScanTiff, BelievesNoNumber) {
    using detail::TiffFault;
    EXPECT_EQ(detail::scan_tiff("").fault, TiffFault::no_tiff);
    EXPECT_EQ(detail::scan_tiff(std::string("II*\0\xff\xff\xff\x7f", 8)).fault,
              TiffFault::directory);
    EXPECT_EQ(detail::scan_tiff(tiff({{256, 0}})).fault, TiffFault::size);
    EXPECT_EQ(detail::scan_tiff(tiff({{256, 0x7fffffff}, {257, 0x7fffffff}})).fault,
              TiffFault::size);
    EXPECT_EQ(detail::scan_tiff(tiff({{277, 65535}})).fault, TiffFault::layout);
    EXPECT_EQ(detail::scan_tiff(tiff({{258, 255}})).fault, TiffFault::layout);
    EXPECT_EQ(detail::scan_tiff(tiff({}, 8)).blocks_outside, 1);
    EXPECT_EQ(detail::scan_tiff(tiff({{273, 0x7ffffff0}})).blocks_outside, 1);
    EXPECT_EQ(detail::scan_tiff(tiff({{279, 0xfffffff0}})).blocks_outside, 1);
    std::string loop = tiff();
    loop.replace(8 + 2 + 12 * 9, 4, std::string("\x08\0\0\0", 4));
    EXPECT_TRUE(detail::scan_tiff(loop).directory_loops);
    const std::string whole = tiff();
    for (std::size_t size = 0; size < whole.size(); ++size)
        detail::scan_tiff(std::string_view(whole).substr(0, size));
}

TEST(ReadWorldFile, SixFiniteNumbersWithASize) {
    EXPECT_TRUE(detail::read_world_file("0.5\n0\n0\n-0.5\n110\n-7\n"));
    for (const char* bad : {"", "abc\n0\n0\n-1\n0\n0\n", "1\n0\n0\n1e999\n0\n0\n",
                            "1\n0\n0\n-1\n0\n", "0\n0\n0\n0\n1\n1\n"})
        EXPECT_FALSE(detail::read_world_file(bad)) << bad;
}

TEST(InspectRaster, APlaceWithoutASystemIsSaid) {
    const TemporaryFolder folder;
    const auto path = folder.write("peta.tif", tiff());
    Progress progress;
    EXPECT_FALSE(has_finding(inspect_file(path, progress).findings, "raster_without_crs"));
    folder.write("peta.tfw", "0.001\n0\n0\n-0.001\n110\n-7\n");
    const FileSummary placed = inspect_file(path, progress);
    ASSERT_TRUE(placed.raster);
    EXPECT_TRUE(has_finding(placed.findings, "raster_without_crs"));
}
