#include "documents/docx.h"

#include "documents/detail/docx_blocks.h"
#include "documents/detail/docx_parts.h"
#include "documents/detail/package.h"

namespace antardesa::documents {

namespace {

using detail::twips;

std::string margin(const char* side, double millimetres) {
    return std::string(" w:") + side + "=\"" + std::to_string(twips(millimetres)) + "\"";
}

std::string section(const Document& document) {
    const PageForm form = page_form(document);
    return R"(<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz)" +
           margin("w", form.width) + margin("h", form.height) +
           (document.landscape ? R"( w:orient="landscape")" : "") + "/><w:pgMar" +
           margin("top", form.top) + margin("right", form.right) + margin("bottom", form.bottom) +
           margin("left", form.left) + margin("header", 12) + margin("footer", 11) +
           R"( w:gutter="0"/></w:sectPr>)";
}

} // namespace

std::string docx_bytes(const Document& document) {
    const detail::DocxBody body = detail::docx_body(document);
    const bool with_code = !body.code_png.empty();
    std::vector<detail::Part> parts{
        {"[Content_Types].xml", detail::content_types_part(with_code)},
        {"_rels/.rels", detail::package_relations_part()},
        {"docProps/core.xml", detail::core_properties_part(document)},
        {"word/document.xml", std::string(detail::xml_head) + "<w:document" + detail::word_names +
                                  "><w:body>" + body.xml + section(document) +
                                  "</w:body></w:document>"},
        {"word/_rels/document.xml.rels", detail::document_relations_part(with_code)},
        {"word/styles.xml", detail::styles_part()},
        {"word/numbering.xml", detail::numbering_part(body.lists)},
        {"word/header.xml", detail::header_part(document)},
        {"word/footer.xml", detail::footer_part(document)}};
    if (with_code)
        parts.push_back({"word/media/kode.png", body.code_png});
    return detail::package_bytes(parts);
}

} // namespace antardesa::documents
