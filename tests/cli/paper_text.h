#pragma once

#include <array>
#include <cstdio>
#include <string>

/// The words of written papers, as other programs read them.
namespace antardesa::cli {

inline std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        text.append(buffer.data(), count);
    pclose(pipe);
    return text;
}
/// A PDF's words as poppler reads them.
inline std::string pdf_text(const std::string& path) {
    return output_of("pdftotext -layout '" + path + "' -");
}
/// A paragraph a line, as Python's zipfile and expat read them.
inline std::string docx_text(const std::string& path) {
    return output_of("python3 -c 'import sys,zipfile,xml.etree.ElementTree as t\n"
                     "d=t.fromstring(zipfile.ZipFile(sys.argv[1]).read(\"word/document.xml\"))\n"
                     "s=lambda x: \"-\" if x.tag.endswith(\"}noBreakHyphen\") else x.text or \"\"\n"
                     "print(\"\\n\".join(\"\".join(map(s,e.iter())) for e in d.iter() if "
                     "e.tag.endswith(\"}p\")))' '" +
                     path + "'");
}

} // namespace antardesa::cli
