#include "crs/ellipsoid.h"
#include "workspace/paper_code.h"
#include "workspace/paper_points.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;

std::vector<const BoundarySegment*> wanted_segments(const model::Atlas& atlas,
                                                    const PaperRequest& request) {
    if (request.segment)
        return {atlas.find(request.segment)};
    if (request.dispute) {
        const BoundarySegment* segment = atlas.find(atlas.find(request.dispute)->segment);
        return segment ? std::vector{segment} : std::vector<const BoundarySegment*>{};
    }
    std::vector<const BoundarySegment*> with_points;
    for (const BoundarySegment& segment : atlas.segments())
        if (!atlas.points_of(segment.id).empty())
            with_points.push_back(&segment);
    return with_points;
}

void add_segment(documents::Document& document, const PaperFacts& facts,
                 const BoundarySegment& segment, crs::UtmZone zone, bool alone) {
    const model::Atlas& atlas = facts.atlas;
    const std::string pair =
        village_title(atlas, segment.first) + " dengan " + village_title(atlas, segment.second);
    if (alone)
        document.blocks.emplace_back(documents::Heading{upper_case(pair), 0});
    else
        document.blocks.emplace_back(documents::Heading{pair, 1});
    documents::Facts about;
    about.rows = {
        {"Kecamatan", district_title(atlas, {segment.first, segment.second}).substr(10)},
        {"Status segmen",
         facts.indonesian.text("code.segment_state." + std::string(model::code_of(segment.state)))},
        {"Panjang segmen", facts.indonesian.number(segment.length_m, 1) + " meter"}};
    if (alone)
        about.rows.insert(about.rows.end(),
                          {{"Datum", "SRGI 2013"},
                           {"Proyeksi dan zona", "UTM zona " + crs::utm_zone_name(zone)}});
    document.blocks.emplace_back(std::move(about));
    documents::Table table = point_table(facts, segment, zone);
    table.name = "Segmen " + std::to_string(segment.id.value);
    if (table.rows.empty()) {
        document.blocks.emplace_back(
            documents::Paragraph{"Belum ada titik kartometrik yang tercatat pada segmen ini."});
        return;
    }
    document.blocks.emplace_back(std::move(table));
    if (const std::string note = stray_note(facts, segment); !note.empty())
        document.blocks.emplace_back(
            documents::Paragraph{note, documents::Align::left, false, true});
}

} // namespace

documents::Document coordinate_paper(const PaperFacts& facts, const PaperRequest& request) {
    const model::Atlas& atlas = facts.atlas;
    documents::Document document = paper_frame(facts, "Lampiran Koordinat Titik Kartometrik");
    const auto segments = wanted_segments(atlas, request);
    const crs::UtmZone zone = paper_zone(segments, atlas);
    const bool alone = segments.size() == 1;
    if (!alone || !rests_on_paper(facts, *segments.front()))
        document.mark = "KONSEP";
    document.blocks.emplace_back(
        documents::Heading{"DAFTAR KOORDINAT TITIK KARTOMETRIK BATAS DESA", 0});
    if (!alone) {
        document.blocks.emplace_back(documents::Heading{upper_case(regency_title(atlas)), 0});
        document.blocks.emplace_back(documents::Paragraph{"Datum SRGI 2013, proyeksi UTM zona " +
                                                              crs::utm_zone_name(zone) + ".",
                                                          documents::Align::centre});
    }
    if (segments.empty())
        document.blocks.emplace_back(documents::Paragraph{
            "Belum ada segmen dengan titik kartometrik yang tercatat.", documents::Align::centre});
    for (const BoundarySegment* segment : segments)
        add_segment(document, facts, *segment, zone, alone);
    if (alone) {
        const BoundarySegment& segment = *segments.front();
        document.blocks.emplace_back(
            documents::Signatures{{{{village_head_title(atlas, segment.first)},
                                    {village_head_title(atlas, segment.second)}}}});
        add_sheet_code(document, facts, &segment,
                       request.dispute ? atlas.find(request.dispute) : nullptr);
    }
    return document;
}

} // namespace antardesa::workspace
