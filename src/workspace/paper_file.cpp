#include "workspace/paper_file.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "documents/docx.h"
#include "render_cairo/paper.h"
#include "workspace/output_gate.h"
#include "workspace/paper_code.h"
#include "workspace/paper_pages.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

enum class Ending { docx, pdf, xlsx, other };

Ending ending_of(const fs::path& path) {
    const std::string ending = lower_case(path.extension().string());
    return ending == ".docx"   ? Ending::docx
           : ending == ".pdf"  ? Ending::pdf
           : ending == ".xlsx" ? Ending::xlsx
                               : Ending::other;
}

/// Papers that are signed or told; the others are tables.
bool is_prose(PaperKind kind) {
    return kind == PaperKind::minutes || kind == PaperKind::accountability;
}

int write_pages(const documents::Document& document, const fs::path& output,
                const Environment& environment, Progress& progress) {
    std::vector<cartography::Drawing> drawings;
    std::vector<std::string> titles;
    for (const documents::Page& page : documents::lay_out(document, *environment.typesetter)) {
        drawings.push_back(drawing_of(page));
        titles.push_back(document.title + " – " + std::to_string(drawings.size()));
        progress.check();
    }
    render_cairo::write_pdf(
        output, drawings, titles,
        {document.title, document.author, std::chrono::sys_days(document.created)}, progress);
    return static_cast<int>(drawings.size());
}

io::SheetStyle style_of(const documents::Table& table, std::size_t column) {
    for (const auto& row : table.rows) {
        if (std::holds_alternative<double>(row[column].value))
            return io::SheetStyle::number;
        if (std::holds_alternative<Date>(row[column].value))
            return io::SheetStyle::date;
    }
    return io::SheetStyle::text;
}

io::SheetValue value_of(const documents::Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value))
        return *number;
    if (const auto* day = std::get_if<Date>(&cell.value))
        return *day;
    return cell.text.empty() ? io::SheetValue() : io::SheetValue(cell.text);
}

io::WrittenSheet sheet_of(const documents::Table& table, std::size_t number) {
    io::WrittenSheet sheet;
    const bool usable = !table.name.empty() && table.name.size() <= 31 &&
                        table.name.find_first_of("[]:*?/\\'") == std::string::npos;
    sheet.name = usable ? table.name : "Tabel " + std::to_string(number);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        sheet.columns.push_back({table.columns[i].title, std::max(6.0, table.columns[i].share / 2),
                                 style_of(table, i)});
    for (const auto& row : table.rows) {
        std::vector<io::SheetValue> values;
        for (const documents::Cell& cell : row)
            values.push_back(value_of(cell));
        sheet.rows.push_back(std::move(values));
    }
    return sheet;
}

} // namespace

std::vector<io::WrittenSheet> sheets_of(const documents::Document& document) {
    std::vector<io::WrittenSheet> sheets;
    for (const documents::Block& block : document.blocks)
        if (const auto* table = std::get_if<documents::Table>(&block))
            sheets.push_back(sheet_of(*table, sheets.size() + 1));
    return sheets;
}

Result<PaperOutcome> write_paper(const model::Atlas& atlas, const PaperRequest& request,
                                 const fs::path& output, const std::string& head,
                                 const Environment& environment, Progress& progress) {
    const Ending ending = ending_of(output);
    if (ending == Ending::other)
        return Refusal{{"workspace.paper.ending", {output.filename().string()}}};
    if (ending == Ending::xlsx && is_prose(request.kind))
        return Refusal{{"workspace.paper.no_workbook", {output.filename().string()}}};
    if (auto why = why_not_written({output}))
        return *why;
    const i18n::Catalogue indonesian(i18n::Language::indonesian, environment.languages_folder);
    const PaperFacts facts{atlas, indonesian, environment.clock->today(), environment.author, head};
    auto paper = compose_paper(facts, request);
    if (!paper)
        return paper.refusal();
    documents::Document document = std::move(paper).value();
    progress.check();
    if (ending == Ending::pdf)
        return PaperOutcome{write_pages(document, output, environment, progress)};
    if (ending == Ending::docx) {
        picture_codes(document);
        write_whole_file(output, documents::docx_bytes(document));
        return PaperOutcome{};
    }
    const auto sheets = sheets_of(document);
    if (sheets.empty())
        return Refusal{{"workspace.paper.nothing_in_it", {output.filename().string()}}};
    write_whole_file(output, io::workbook_bytes(sheets, document.created));
    return PaperOutcome{};
}

} // namespace antardesa::workspace
