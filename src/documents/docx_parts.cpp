#include "documents/detail/docx_parts.h"

#include "documents/detail/docx_blocks.h"
#include "documents/detail/xml_text.h"

#include <utility>

namespace antardesa::documents::detail {

namespace {

constexpr const char* office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string override_type(const std::string& part, const std::string& type) {
    return R"(<Override PartName="/)" + part + R"(" ContentType=")" + type + R"("/>)";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return R"(<Relationship Id=")" + id + R"(" Type=")" + type + R"(" Target=")" + target +
           R"("/>)";
}

std::string relations(const std::string& inside) {
    return std::string(xml_head) +
           R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           inside + "</Relationships>";
}

/// A paragraph style; sizes in half points, distances in twentieths of a point.
std::string style(const std::string& id, const std::string& name, int half_points, int before,
                  int after, const std::string& more = {}, const std::string& letters = {}) {
    const bool normal = id == "Normal";
    return std::string(R"(<w:style w:type="paragraph")") + (normal ? R"( w:default="1")" : "") +
           R"( w:styleId=")" + id + R"("><w:name w:val=")" + name + R"("/>)" +
           (normal ? "" : R"(<w:basedOn w:val="Normal"/>)") + "<w:qFormat/><w:pPr>" + more +
           R"(<w:spacing w:before=")" + std::to_string(before) + R"(" w:after=")" +
           std::to_string(after) + R"(" w:line="264" w:lineRule="auto"/>)" +
           (id == "Title" ? R"(<w:jc w:val="center"/>)" : "") + "</w:pPr><w:rPr>" + letters +
           R"(<w:sz w:val=")" + std::to_string(half_points) + R"("/></w:rPr></w:style>)";
}

std::string field(const std::string& name) {
    return R"(<w:fldSimple w:instr=" )" + name + R"( "><w:r><w:t>1</w:t></w:r></w:fldSimple>)";
}

std::string text_run(const std::string& text) {
    return R"(<w:r><w:t xml:space="preserve">)" + xml_text(text) + "</w:t></w:r>";
}

/// "Halaman {0} dari {1}" with fields in the places.
std::string page_words(const std::string& words) {
    std::string runs;
    std::string before;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool place = words.compare(at, 3, "{0}") == 0 || words.compare(at, 3, "{1}") == 0;
        if (!place) {
            before += words[at];
            continue;
        }
        runs +=
            text_run(std::exchange(before, {})) + field(words[at + 1] == '0' ? "PAGE" : "NUMPAGES");
        at += 2;
    }
    return before.empty() ? runs : runs + text_run(before);
}

std::string right_tab(const Document& document) {
    return R"(<w:tabs><w:tab w:val="right" w:pos=")" +
           std::to_string(twips(page_form(document).text_width())) + R"("/></w:tabs>)";
}

} // namespace

std::string content_types_part(bool with_code) {
    const std::string type = word;
    return std::string(xml_head) +
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)" +
           (with_code ? R"(<Default Extension="png" ContentType="image/png"/>)" : "") +
           override_type("word/document.xml", type + "document.main+xml") +
           override_type("word/styles.xml", type + "styles+xml") +
           override_type("word/numbering.xml", type + "numbering+xml") +
           override_type("word/header.xml", type + "header+xml") +
           override_type("word/footer.xml", type + "footer+xml") +
           override_type("docProps/core.xml",
                         "application/vnd.openxmlformats-package.core-properties+xml") +
           "</Types>";
}

std::string package_relations_part() {
    return relations(
        relation("rId1", std::string(office) + "officeDocument", "word/document.xml") +
        relation(
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml"));
}

std::string document_relations_part(bool with_code) {
    const std::string type = office;
    return relations(relation("rIdStyles", type + "styles", "styles.xml") +
                     relation("rIdNumbering", type + "numbering", "numbering.xml") +
                     relation("rIdHeader", type + "header", "header.xml") +
                     relation("rIdFooter", type + "footer", "footer.xml") +
                     (with_code ? relation("rIdCode", type + "image", "media/kode.png") : ""));
}

std::string core_properties_part(const Document& document) {
    const std::string day = iso_text(document.created) + "T00:00:00Z";
    return std::string(xml_head) +
           R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>)" +
           xml_text(document.title) + "</dc:title><dc:creator>" + xml_text(document.author) +
           R"(</dc:creator><dc:language>id-ID</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">)" +
           day + R"(</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">)" + day +
           "</dcterms:modified></cp:coreProperties>";
}

std::string styles_part() {
    return std::string(xml_head) + "<w:styles" + word_names +
           R"(><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="21"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault></w:docDefaults>)" +
           style("Normal", "Normal", 21, 0, 120) +
           style("Title", "Title", 24, 0, 20, "<w:keepNext/>", "<w:b/>") +
           style("Heading1", "heading 1", 22, 200, 100, R"(<w:keepNext/>)", "<w:b/>") +
           style("ListNumber", "List Number", 21, 0, 80) + style("Small", "Keterangan", 17, 0, 60) +
           style("Cell", "Isi Tabel", 18, 20, 20) + style("Fact", "Keterangan Pokok", 21, 0, 0) +
           style("Gap", "Jarak", 8, 0, 80) + style("Header", "header", 16, 0, 0) +
           style("Footer", "footer", 16, 0, 0) + "</w:styles>";
}

std::string numbering_part(int lists) {
    std::string xml =
        std::string(xml_head) + "<w:numbering" + word_names +
        R"(><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>)";
    for (int list = 1; list <= lists; ++list)
        xml +=
            R"(<w:num w:numId=")" + std::to_string(list) +
            R"("><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>)";
    return xml + "</w:numbering>";
}

std::string header_part(const Document& document) {
    std::string mark;
    if (!document.mark.empty())
        mark =
            R"(<w:r><w:tab/></w:r><w:r><w:rPr><w:b/><w:color w:val="B3261E"/><w:sz w:val="20"/><w:bdr w:val="single" w:sz="8" w:space="0" w:color="B3261E"/></w:rPr><w:t xml:space="preserve"> )" +
            xml_text(document.mark) + " </w:t></w:r>";
    return std::string(xml_head) + "<w:hdr" + word_names +
           R"(><w:p><w:pPr><w:pStyle w:val="Header"/>)" + right_tab(document) + "</w:pPr>" +
           text_run(document.header) + mark + "</w:p></w:hdr>";
}

std::string footer_part(const Document& document) {
    return std::string(xml_head) + "<w:ftr" + word_names +
           R"(><w:p><w:pPr><w:pStyle w:val="Footer"/>)" + right_tab(document) + "</w:pPr>" +
           text_run(document.footer) + "<w:r><w:tab/></w:r>" + page_words(document.page_words) +
           "</w:p></w:ftr>";
}

} // namespace antardesa::documents::detail
