#include "workspace/sheet_annex.h"

#include "cartography/sheet_subject.h"
#include "workspace/paper_code.h"
#include "workspace/paper_points.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;

/// The rows of every segment one after the other, the numbers running on.
documents::Table whole_table(const PaperFacts& facts,
                             const std::vector<const BoundarySegment*>& segments,
                             crs::UtmZone zone) {
    documents::Table whole;
    for (const BoundarySegment* segment : segments) {
        documents::Table table = point_table(facts, *segment, zone);
        whole.columns = std::move(table.columns);
        for (auto& row : table.rows) {
            const std::size_t number = whole.rows.size() + 1;
            row.front() = documents::Cell(std::to_string(number), static_cast<double>(number));
            whole.rows.push_back(std::move(row));
        }
    }
    whole.name = "Titik kartometrik";
    return whole;
}

std::string title_of(const model::Atlas& atlas, const cartography::SheetSubject& subject) {
    std::vector<std::string> names;
    for (const model::Village* village : subject.villages)
        names.push_back(village_title(atlas, village->id));
    return names.size() == 2 ? names[0] + " dengan " + names[1] : listed(names);
}

} // namespace

documents::Document sheet_annex(const PaperFacts& facts, cartography::Subject focus,
                                crs::UtmZone zone, const std::string& code) {
    const cartography::SheetSubject subject = cartography::subject_of(facts.atlas, focus);
    documents::Document document = paper_frame(
        facts, subject.is_outside_village_law ? "Lampiran Peta Kerja" : "Lampiran Peta Batas Desa");
    if (!std::all_of(subject.segments.begin(), subject.segments.end(),
                     [&](const auto* segment) { return rests_on_paper(facts, *segment); }))
        document.mark = draft_mark;
    for (const std::string& line :
         {std::string(subject.is_outside_village_law ? "LAMPIRAN PETA KERJA"
                                                     : "LAMPIRAN PETA BATAS DESA"),
          std::string("DAFTAR TITIK KARTOMETRIK"), upper_case(title_of(facts.atlas, subject)),
          upper_case(regency_title(facts.atlas))})
        document.blocks.emplace_back(documents::Heading{line, 0});
    documents::Facts about;
    about.rows = {{"Datum", "SRGI 2013"},
                  {"Proyeksi dan zona", "UTM zona " + crs::utm_zone_name(zone)}};
    document.blocks.emplace_back(std::move(about));
    document.blocks.emplace_back(whole_table(facts, subject.segments, zone));
    for (const BoundarySegment* segment : subject.segments)
        if (const std::string note = stray_note(facts, *segment); !note.empty())
            document.blocks.emplace_back(
                documents::Paragraph{note, documents::Align::left, false, true});
    add_sheet_code(document, code);
    return document;
}

} // namespace antardesa::workspace
