#include "documents/detail/docx_blocks.h"
#include "documents/detail/blank_line.h"
#include "documents/detail/keep_together.h"
#include "documents/detail/xml_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace antardesa::documents::detail {

namespace {

constexpr const char* cell_rule = R"( w:val="single" w:sz="4" w:space="0" w:color="404040"/>)";
constexpr int emu_per_millimetre = 36000;
constexpr int code_millimetres = 26;
/// Of the text, on an average line of names, millimetres.
constexpr double wide_letter = 2.05;
/// Of the table's text, a cell's margins, and Arial's full stop and bracket, millimetres.
constexpr double cell_letter = 18.0 / 2 * 25.4 / 72;
constexpr double cell_margins = 2 * 70.0 / 1440 * 25.4;
constexpr double dot_width = 0.278 * cell_letter;
constexpr double bracket_width = 0.333 * cell_letter;

/// In a cell as wide; a little is left, for another letter in Arial's place.
std::string dotted_line(double width) {
    return blank_line([&](const std::string& text) {
        return double(text.size() - 2) * dot_width + 2 * bracket_width <=
               (width - cell_margins) * 0.98;
    });
}

std::string number(long value) {
    return std::to_string(value);
}

std::string justification(Align align) {
    switch (align) {
    case Align::centre:
        return R"(<w:jc w:val="center"/>)";
    case Align::right:
        return R"(<w:jc w:val="right"/>)";
    case Align::left:
        break;
    }
    return {};
}

std::string run(const std::string& text, bool strong = false) {
    return std::string("<w:r>") + (strong ? "<w:rPr><w:b/></w:rPr>" : "") +
           R"(<w:t xml:space="preserve">)" + xml_text(text) + "</w:t></w:r>";
}

/// "23-11-2026" from here on.
bool is_day(const std::string& text, std::size_t at) {
    constexpr std::string_view form = "00-00-0000";
    if (text.size() < at + form.size())
        return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char sign = text[at + i];
        if (form[i] == '-' ? sign != '-' : sign < '0' || sign > '9')
            return false;
    }
    return true;
}

/// Like `run`; a day is not parted at the end of a line.
std::string flowing_run(const std::string& text, bool strong) {
    constexpr std::string_view hyphen = R"(</w:t><w:noBreakHyphen/><w:t xml:space="preserve">)";
    std::string xml = run(text, strong);
    for (std::size_t at = 0; at < xml.size(); ++at) {
        if (!is_day(xml, at))
            continue;
        xml.replace(at + 5, 1, hyphen);
        xml.replace(at + 2, 1, hyphen);
    }
    return xml;
}

std::string paragraph(const std::string& style, const std::string& properties,
                      const std::string& runs) {
    return R"(<w:p><w:pPr><w:pStyle w:val=")" + style + R"("/>)" + properties + "</w:pPr>" + runs +
           "</w:p>";
}

class Body {
  public:
    explicit Body(const Document& document) : width_(page_form(document).text_width()) {
        const std::vector<Block>& blocks = document.blocks;
        for (std::size_t i = 0; i < blocks.size();)
            if (begins_signing(blocks, i))
                i = add_signing(blocks, i);
            else
                add_after_title(blocks[i++]);
        end();
    }
    DocxBody result;

  private:
    /// The lines of a title stand close; what follows them does not.
    void add_after_title(const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        if (in_title_ && (!heading || heading->level != 0)) {
            result.xml += paragraph("Gap", "", "");
            in_title_ = false;
        }
        std::visit([this](const auto& one) { add(one); }, block);
    }
    void add(const Heading& heading) {
        in_title_ = heading.level == 0;
        result.xml += paragraph(heading.level == 0 ? "Title" : "Heading1", "", run(heading.text));
    }
    void add(const Paragraph& text) {
        result.xml += paragraph(text.small ? "Small" : "Normal", justification(text.align),
                                flowing_run(text.text, text.strong));
    }
    void add(const NumberedList& list) {
        const std::string numbering = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val=")" +
                                      number(++result.lists) + R"("/></w:numPr>)";
        for (const std::string& item : list.items)
            result.xml += paragraph("ListNumber", numbering, run(item));
    }
    void add(const Facts& facts) {
        std::size_t longest = 0;
        for (const auto& [name, value] : facts.rows)
            longest = std::max(longest, name.size());
        const double label =
            std::clamp(static_cast<double>(longest) * wide_letter + 4, 45.0, width_ / 2);
        constexpr double colon = 5;
        open_table({label, colon, width_ - label - colon}, false);
        for (const auto& [name, value] : facts.rows)
            add_row({paragraph("Fact", "", run(name)), paragraph("Fact", "", run(":")),
                     paragraph("Fact", "", run(value))},
                    "<w:cantSplit/>");
        close_table();
    }
    void add(const Table& table) {
        const double sum =
            std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                            [](double all, const Column& one) { return all + one.share; });
        std::vector<double> widths;
        std::vector<std::string> head;
        for (const Column& column : table.columns) {
            widths.push_back(width_ * column.share / sum);
            head.push_back(paragraph("Cell", "<w:keepNext/>" + justification(Align::centre),
                                     run(column.title, true)));
        }
        open_table(widths, true);
        add_row(head, "<w:cantSplit/><w:tblHeader/>",
                R"(<w:shd w:val="clear" w:color="auto" w:fill="E6EAEC"/>)");
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                cells.push_back(paragraph("Cell", justification(table.columns[i].align),
                                          run(i < row.size() ? row[i].text : std::string())));
            add_row(cells, "<w:cantSplit/>");
        }
        close_table();
    }
    void add(const Signatures&) {} // of a signing: add_signing
    void add(const PageBreak&) { result.xml += R"(<w:p><w:r><w:br w:type="page"/></w:r></w:p>)"; }
    void add(const SheetCode& code) {
        constexpr double picture = code_millimetres + 4;
        open_table({picture, width_ - picture}, false);
        add_row(code_cells(code), "<w:cantSplit/>");
        close_table();
    }
    std::vector<std::string> code_cells(const SheetCode& code) {
        result.code_png = code.png;
        const std::string apart = R"(<w:spacing w:before="200" w:after="20"/>)";
        return {paragraph("Cell", apart, code.png.empty() ? "" : drawing()),
                paragraph("Cell", apart, run(code.text, true)) +
                    paragraph("Small", "", run(code.advice))};
    }

    static bool begins_signing(const std::vector<Block>& blocks, std::size_t at) {
        return std::holds_alternative<Signatures>(blocks[at]) || is_signed_group(blocks, at);
    }

    /// All places to sign that follow each other, their headings and the code are rows of one
    /// table: LibreOffice keeps rows with the next one, but no table with what follows it. Returns
    /// where the document goes on.
    std::size_t add_signing(const std::vector<Block>& blocks, std::size_t at) {
        if (in_title_)
            result.xml += paragraph("Gap", "", "");
        in_title_ = false;
        open_table(std::vector(std::size_t{signing_columns}, width_ / signing_columns), false);
        for (; at < blocks.size(); ++at) {
            if (const auto* signatures = std::get_if<Signatures>(&blocks[at]))
                add_places(*signatures, stays_with_next(blocks, at));
            else if (const auto* code = std::get_if<SheetCode>(&blocks[at]))
                add_row(code_cells(*code), "<w:cantSplit/>", {}, {3, signing_columns - 3});
            else if (is_signed_group(blocks, at))
                add_row({paragraph("Heading1", "", run(std::get<Heading>(blocks[at]).text))},
                        "<w:cantSplit/>", {}, {signing_columns});
            else
                break;
        }
        close_table();
        return at;
    }
    void add_places(const Signatures& signatures, bool kept) {
        for (std::size_t i = 0; i < signatures.rows.size(); ++i) {
            const auto& row = signatures.rows[i];
            if (row.empty())
                continue;
            const std::vector<int> shares = shares_of(row.size());
            std::vector<std::string> cells;
            for (std::size_t k = 0; k < row.size(); ++k)
                cells.push_back(signature(row[k], kept && i + 1 == signatures.rows.size(),
                                          width_ * shares[k] / signing_columns));
            add_row(cells, "<w:cantSplit/>", {}, shares);
        }
    }
    /// Columns of the grid that each of so many places takes.
    static std::vector<int> shares_of(std::size_t count) {
        std::vector<int> shares(count, signing_columns / static_cast<int>(count));
        shares.back() += signing_columns % static_cast<int>(count);
        return shares;
    }

    /// `kept`: its row stands on the page of the next one, which the first cell's first paragraph
    /// says.
    static std::string signature(const Signature& one, bool kept, double width) {
        const std::string keep = kept ? "<w:keepNext/>" : "";
        const std::string role = keep + R"(<w:spacing w:before="240" w:after="20"/>)";
        if (one.is_space())
            return paragraph("Cell", role, "");
        const std::string centred = justification(Align::centre);
        const std::string space = keep + R"(<w:spacing w:before="1000" w:after="0"/>)" + centred;
        std::string cell =
            paragraph("Cell", role + centred, run(one.role)) +
            paragraph("Cell", space,
                      run(one.name.empty() ? dotted_line(width) : one.name, !one.name.empty()));
        if (!one.note.empty())
            cell += paragraph("Cell", keep + centred, run(one.note));
        return cell;
    }

    static std::string drawing() {
        const std::string side = number(static_cast<long>(code_millimetres) * emu_per_millimetre);
        return R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx=")" +
               side + R"(" cy=")" + side +
               R"("/><wp:docPr id="1" name="Kode lembar" descr="Kode QR lembar"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="kode.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdCode"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx=")" +
               side + R"(" cy=")" + side +
               R"("/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)";
    }

    /// Ruled, the rules stand at the margin; else the text.
    void open_table(const std::vector<double>& widths, bool ruled) {
        widths_ = widths;
        result.xml += R"(<w:tbl><w:tblPr><w:tblW w:w=")" +
                      number(twips(std::accumulate(widths.begin(), widths.end(), 0.0))) +
                      R"(" w:type="dxa"/>)";
        if (ruled) {
            result.xml += R"(<w:tblInd w:w="70" w:type="dxa"/><w:tblBorders>)";
            for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
                result.xml += std::string("<w:") + side + cell_rule;
            result.xml += "</w:tblBorders>";
        }
        result.xml +=
            R"(<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)";
        for (const double width : widths)
            result.xml += R"(<w:gridCol w:w=")" + number(twips(width)) + R"("/>)";
        result.xml += "</w:tblGrid>";
    }
    /// `spans`: of the grid's columns, each cell's; none: one each.
    void add_row(const std::vector<std::string>& cells, const std::string& properties,
                 const std::string& shade = {}, const std::vector<int>& spans = {}) {
        result.xml += "<w:tr><w:trPr>" + properties + "</w:trPr>";
        std::size_t column = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto span = static_cast<std::size_t>(spans.empty() ? 1 : spans[i]);
            double width = 0;
            for (const std::size_t end = column + span; column < end; ++column)
                width += widths_[column];
            const std::string spanned =
                span > 1 ? R"(<w:gridSpan w:val=")" + number(static_cast<long>(span)) + R"("/>)"
                         : "";
            result.xml += R"(<w:tc><w:tcPr><w:tcW w:w=")" + number(twips(width)) +
                          R"(" w:type="dxa"/>)" + spanned + shade + "</w:tcPr>" + cells[i] +
                          "</w:tc>";
        }
        result.xml += "</w:tr>";
    }
    /// Two tables without a paragraph between them would become one.
    void close_table() {
        result.xml += "</w:tbl>";
        last_gap_ = result.xml.size();
        result.xml += gap;
    }
    /// A table must be followed by a paragraph; at the end none that could need a page of its own.
    void end() {
        if (last_gap_ > 0 && last_gap_ + std::string_view(gap).size() == result.xml.size())
            result.xml.replace(
                last_gap_, std::string_view(gap).size(),
                paragraph("Gap",
                          R"(<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>)",
                          ""));
    }

    static constexpr int signing_columns = 12; ///< for one to four places beside each other
    static constexpr const char* gap = R"(<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>)";

    double width_;
    std::vector<double> widths_;
    bool in_title_ = false;
    std::size_t last_gap_ = 0; ///< where it begins
};

} // namespace

long twips(double millimetres) {
    return std::lround(millimetres * 1440 / 25.4);
}

DocxBody docx_body(const Document& document) {
    return std::move(Body(document).result);
}

} // namespace antardesa::documents::detail
