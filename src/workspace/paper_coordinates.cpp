#include "crs/ellipsoid.h"
#include "model/village_law.h"
#include "workspace/paper_code.h"
#include "workspace/paper_points.h"
#include "workspace/paper_signatures.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;

std::vector<const BoundarySegment*> wanted_segments(const model::Atlas& atlas,
                                                    const PaperRequest& request) {
    if (request.segment)
        return {atlas.find(request.segment)};
    if (request.dispute)
        return atlas.segments_of(*atlas.find(request.dispute));
    std::vector<const BoundarySegment*> with_points;
    for (const BoundarySegment& segment : atlas.segments())
        if (!atlas.points_of(segment.id).empty())
            with_points.push_back(&segment);
    return with_points;
}

/// Whether it is about a line between two kabupaten, which no village signs. A list of all lines is
/// where one alone has points.
bool is_regional(const model::Atlas& atlas, const PaperRequest& request,
                 const std::vector<const BoundarySegment*>& segments) {
    return request.dispute
               ? model::is_outside_village_law(atlas.tables(), *atlas.find(request.dispute))
               : segments.size() == 1 && model::is_outside_village_law(atlas, *segments.front());
}

/// "Alfa", "Alfa dan Beta".
std::string districts_of(const model::Atlas& atlas, const BoundarySegment& segment) {
    const std::string first = text_or_blank(district_name(atlas, segment.first));
    const std::string second = text_or_blank(district_name(atlas, segment.second));
    return first == second ? first : listed({first, second});
}

void add_segment(documents::Document& document, const PaperFacts& facts,
                 const BoundarySegment& segment, crs::UtmZone zone, bool alone, bool mixed) {
    const model::Atlas& atlas = facts.atlas;
    const std::string pair =
        village_title(atlas, segment.first) + " dengan " + village_title(atlas, segment.second);
    if (alone)
        document.blocks.emplace_back(documents::Heading{upper_case(pair), 0});
    else
        document.blocks.emplace_back(documents::Heading{pair, 1});
    documents::Facts about;
    about.rows = {
        {"Kecamatan", districts_of(atlas, segment)},
        {"Status segmen", code_in_words(facts, "segment_state", model::code_of(segment.state))},
        {"Panjang segmen", facts.indonesian.number(segment.length_m, 1) + " meter"}};
    const bool regional = model::is_outside_village_law(atlas, segment);
    if (regional)
        about.rows.insert(
            about.rows.begin(),
            {"Kabupaten/Kota", regencies_title(atlas, {segment.first, segment.second})});
    if (regional || mixed)
        about.rows.push_back(
            {"Jenis batas", regional ? "Batas daerah (Permendagri 141/2017), bukan batas desa"
                                     : "Batas desa (Permendagri 45/2016)"});
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

/// The heads of the segments' villages, each once; of a case by name. Three stand beside each
/// other, else two.
documents::Signatures village_heads(const PaperFacts& facts, Id<model::BoundaryDispute> dispute,
                                    const std::vector<const BoundarySegment*>& segments) {
    std::vector<Id<model::Village>> villages;
    for (const BoundarySegment* segment : segments)
        for (const Id<model::Village> village : {segment->first, segment->second})
            if (std::find(villages.begin(), villages.end(), village) == villages.end())
                villages.push_back(village);
    const std::size_t beside = villages.size() == 3 ? 3 : 2;
    documents::Signatures heads;
    for (const Id<model::Village> village : villages) {
        if (heads.rows.empty() || heads.rows.back().size() == beside)
            heads.rows.emplace_back();
        heads.rows.back().push_back(village_head({facts, facts.atlas.find(dispute), {}}, village));
    }
    return heads;
}

} // namespace

documents::Document coordinate_paper(const PaperFacts& facts, const PaperRequest& request) {
    const model::Atlas& atlas = facts.atlas;
    documents::Document document = paper_frame(facts, "Lampiran Koordinat Titik Kartometrik");
    const auto segments = wanted_segments(atlas, request);
    const crs::UtmZone zone = paper_zone(segments, atlas);
    const bool alone = segments.size() == 1;
    const bool regional = is_regional(atlas, request, segments);
    const bool list = !alone && !request.dispute;
    const bool mixed =
        request.dispute && model::is_under_two_laws(atlas, *atlas.find(request.dispute));
    if (list || regional || mixed ||
        !std::all_of(segments.begin(), segments.end(),
                     [&](const BoundarySegment* one) { return rests_on_paper(facts, *one); }))
        document.mark = draft_mark;
    document.blocks.emplace_back(
        documents::Heading{mixed      ? "DAFTAR KOORDINAT TITIK PADA BATAS DESA DAN BATAS DAERAH"
                           : regional ? "DAFTAR KOORDINAT TITIK PADA BATAS DAERAH"
                                      : "DAFTAR KOORDINAT TITIK KARTOMETRIK BATAS DESA",
                           0});
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
        add_segment(document, facts, *segment, zone, alone, mixed);
    if (mixed)
        document.blocks.emplace_back(documents::Paragraph{
            "Perkara ini memuat batas desa (Permendagri 45/2016) dan batas daerah (Permendagri "
            "141/2017) sekaligus; jenis tiap garis disebut pada segmennya. Daftar ini bahan kerja "
            "untuk memisahkannya: tidak menyepakati dan tidak menetapkan garis, dan tidak "
            "ditandatangani."});
    else if (regional)
        document.blocks.emplace_back(documents::Paragraph{
            "Garis antara dua kabupaten/kota adalah batas daerah menurut Permendagri 141/2017, "
            "bukan batas desa. Daftar ini bahan kerja untuk pelimpahan: tidak menyepakati dan "
            "tidak menetapkan garis, dan tidak ditandatangani."});
    else if (alone || request.dispute)
        document.blocks.emplace_back(village_heads(facts, request.dispute, segments));
    if (alone || request.dispute)
        add_sheet_code(document,
                       paper_code(facts, alone ? segments.front() : nullptr,
                                  request.dispute ? atlas.find(request.dispute) : nullptr));
    return document;
}

} // namespace antardesa::workspace
