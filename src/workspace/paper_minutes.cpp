#include "crs/ellipsoid.h"
#include "workspace/paper_code.h"
#include "workspace/paper_points.h"
#include "workspace/paper_signatures.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using documents::Heading;
using documents::Paragraph;
using model::BoundaryDispute;
using model::BoundarySegment;
using model::DisputeState;

/// What the minutes are about: a segment, a case, or a case on a segment.
struct Matter {
    const BoundarySegment* segment = nullptr;     ///< the first
    std::vector<const BoundarySegment*> segments; ///< all of a case
    const BoundaryDispute* dispute = nullptr;
    Id<model::Village> first;
    Id<model::Village> second;
    const model::Document* paper = nullptr; ///< the real one, when it is recorded
    const model::Meeting* meeting =
        nullptr; ///< that it is the minutes of: its own, else the newest
};

/// The signed paper itself; a Perbup or a map is none.
const model::Document* minutes_among(const model::Atlas& atlas, Id<model::Document> id) {
    const model::Document* document = atlas.find(id);
    return document && document->kind == "berita_acara" ? document : nullptr;
}

Matter matter_of(const model::Atlas& atlas, const PaperRequest& request) {
    Matter matter;
    if (request.dispute) {
        matter.dispute = atlas.find(request.dispute);
        matter.segment = atlas.find(matter.dispute->segment);
        matter.first = matter.dispute->first;
        matter.second = matter.dispute->second;
        matter.paper = minutes_among(atlas, matter.dispute->outcome);
        for (const model::Meeting* one : atlas.meetings(request.dispute)) {
            const bool own = matter.paper && one->document == matter.paper->id;
            const bool newer = !matter.meeting || !matter.meeting->date ||
                               (one->date && std::chrono::sys_days(*one->date) >=
                                                 std::chrono::sys_days(*matter.meeting->date));
            if (own || newer)
                matter.meeting = one;
            if (own)
                break;
        }
        // The place of another day is not where the paper was made.
        if (matter.paper && matter.meeting && matter.meeting->document != matter.paper->id &&
            matter.meeting->date != matter.paper->date)
            matter.meeting = nullptr;
    } else {
        matter.segment = atlas.find(request.segment);
        matter.first = matter.segment->first;
        matter.second = matter.segment->second;
    }
    if (matter.dispute)
        matter.segments = atlas.segments_of(*matter.dispute);
    else
        matter.segments = {matter.segment};
    if (!matter.paper && matter.segment)
        matter.paper = minutes_among(atlas, matter.segment->document);
    return matter;
}

/// Number and day: without them what is printed is a draft. Both villages issue it.
bool is_recorded(const model::Document* paper) {
    return paper && !paper->number.empty() && paper->date;
}

/// Whether the villages agreed, by what is recorded; a Perbup may also end what they did not.
bool was_agreed(const model::Atlas& atlas, const Matter& matter) {
    using model::SegmentState;
    if (matter.dispute && matter.dispute->state == DisputeState::enacted) {
        const auto meetings = atlas.meetings(matter.dispute->id);
        return std::any_of(meetings.begin(), meetings.end(), [](const model::Meeting* meeting) {
            return meeting->outcome == model::MeetingOutcome::agreed;
        });
    }
    if (matter.dispute)
        return matter.dispute->state == DisputeState::agreed;
    return matter.paper || matter.segment->state == SegmentState::agreed ||
           matter.segment->state == SegmentState::technical_verification ||
           matter.segment->state == SegmentState::enacted;
}

std::string kind_of_minutes(const model::Atlas& atlas, const Matter& matter) {
    if (was_agreed(atlas, matter))
        return "BERITA ACARA KESEPAKATAN BATAS DESA";
    if (!matter.dispute)
        return "BERITA ACARA BATAS DESA";
    if (matter.dispute->state == DisputeState::enacted)
        return "BERITA ACARA PENYELESAIAN PERSELISIHAN BATAS DESA";
    if (matter.dispute->state == DisputeState::not_agreed ||
        matter.dispute->state == DisputeState::regent_decision)
        return "BERITA ACARA KETIDAKSEPAKATAN BATAS DESA";
    return "BERITA ACARA FASILITASI PERSELISIHAN BATAS DESA";
}

class Minutes {
  public:
    Minutes(const PaperFacts& facts, const Matter& matter)
        : facts_(facts), matter_(matter), document_(paper_frame(facts, "Berita Acara Batas Desa")) {
        first_ = village_title(facts.atlas, matter.first);
        second_ = village_title(facts.atlas, matter.second);
    }

    documents::Document write() {
        if (!is_recorded(matter_.paper))
            document_.mark = "KONSEP";
        title();
        opening();
        results();
        for (documents::Block& block : signature_blocks(signing()))
            document_.blocks.push_back(std::move(block));
        narrative();
        coordinates();
        add_sheet_code(document_, facts_, matter_.segment, matter_.dispute);
        return std::move(document_);
    }

  private:
    template<class Block>
    void add(Block block) {
        document_.blocks.emplace_back(std::move(block));
    }

    void title() {
        add(Heading{kind_of_minutes(facts_.atlas, matter_), 0});
        add(Heading{"PENETAPAN DAN PENEGASAN BATAS DESA", 0});
        add(Heading{upper_case(first_ + " dengan " + second_), 0});
        add(Heading{upper_case(district_title(facts_.atlas, matter_.first, matter_.second)), 0});
        add(Heading{upper_case(regency_title(facts_.atlas)), 0});
        add(documents::Facts{{{"Nomor " + first_, village_number(signing(), matter_.first)},
                              {"Nomor " + second_, village_number(signing(), matter_.second)}}});
        if (matter_.paper && !matter_.paper->number.empty())
            add(Paragraph{"Nomor yang tercatat: " + matter_.paper->number + ".",
                          documents::Align::left, false, true});
    }

    void opening() {
        const auto day = matter_.paper     ? matter_.paper->date
                         : matter_.meeting ? matter_.meeting->date
                                           : std::nullopt;
        const std::string place =
            matter_.meeting ? text_or_blank(matter_.meeting->place) : std::string(paper_blank);
        const std::string& province = facts_.atlas.identity().province;
        const std::string where = province.empty() || province.starts_with("Provinsi ")
                                      ? text_or_blank(province)
                                      : "Provinsi " + province;
        add(Paragraph{"Pada hari ini, " + date_in_words(day) + ", bertempat di " + place + ", " +
                      regency_title(facts_.atlas) + ", " +
                      (province.empty() ? "Provinsi " + where : where) +
                      ", kami yang bertanda tangan di bawah ini, Tim Penetapan dan Penegasan "
                      "Batas Desa " +
                      first_ + " dan " + second_ +
                      ", telah melaksanakan pembahasan batas desa dengan hasil sebagai berikut:"});
    }

    void results() {
        documents::NumberedList list;
        const auto papers = papers_considered();
        std::string considered = "Dokumen yang menjadi dasar pembahasan: ";
        for (std::size_t i = 0; i < papers.size(); ++i)
            considered += (i ? "; " : "") + papers[i];
        list.items.push_back(considered +
                             (papers.empty() ? std::string(paper_blank) : std::string()) + ".");
        for (const model::Claim* claim : claims())
            list.items.push_back("Garis menurut " + village_title(facts_.atlas, claim->village) +
                                 " berdasarkan " + text_or_blank(claim->basis) +
                                 (claim->line ? ", sepanjang " +
                                                    facts_.indonesian.number(
                                                        crs::ellipsoidal_length(*claim->line), 1) +
                                                    " meter"
                                              : std::string()) +
                                 ".");
        if (const auto land = contested_land(); !land.empty())
            list.items.push_back(land);
        list.items.push_back(line_result());
        list.items.push_back("Uraian garis batas tercantum pada Lampiran I, daftar koordinat titik "
                             "kartometrik pada Lampiran II, dan peta pada Lampiran III, yang "
                             "merupakan bagian tidak terpisahkan dari berita acara ini.");
        for (const model::Meeting* meeting : meetings())
            list.items.push_back(meeting_text(*meeting));
        if (matter_.dispute)
            list.items.push_back(outcome() + ".");
        add(std::move(list));
        legal_basis();
        add(Paragraph{"Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan "
                      "sebagaimana mestinya."});
    }

    std::vector<const model::Meeting*> meetings() const {
        if (!matter_.dispute)
            return {};
        const auto all = facts_.atlas.meetings(matter_.dispute->id);
        return {all.begin(), all.end()};
    }

    /// "Pertemuan tanggal 3 Maret 2026 di Kantor kecamatan, dihadiri …: …".
    std::string meeting_text(const model::Meeting& meeting) const {
        std::string who;
        for (const Id<model::Village> village : meeting.attended)
            who += (who.empty() ? "" : ", ") + village_title(facts_.atlas, village);
        if (!meeting.others_attended.empty())
            who += (who.empty() ? "" : ", ") + meeting.others_attended;
        return "Pertemuan tanggal " + day_or_blank(facts_, meeting.date) + " di " +
               text_or_blank(meeting.place) + ", dihadiri " + text_or_blank(who) + ": " +
               text_or_blank(meeting.decision);
    }

    std::vector<const model::Claim*> claims() const {
        if (!matter_.dispute)
            return {};
        const auto claims = facts_.atlas.claims(matter_.dispute->id);
        return {claims.begin(), claims.end()};
    }

    /// Each once, in the order in which they were brought.
    std::vector<std::string> papers_considered() const {
        std::vector<Id<model::Document>> ids;
        for (const model::Claim* claim : claims())
            ids.push_back(claim->document);
        if (matter_.segment)
            ids.push_back(matter_.segment->document);
        std::vector<std::string> papers;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool own = matter_.paper && ids[i] == matter_.paper->id;
            const bool again = std::find(ids.begin(), ids.begin() + static_cast<long>(i), ids[i]) !=
                               ids.begin() + static_cast<long>(i);
            if (std::string text = document_in_words(facts_, ids[i]);
                !own && !again && !text.empty())
                papers.push_back(std::move(text));
        }
        return papers;
    }

    std::string contested_land() const {
        if (!matter_.dispute || !matter_.dispute->contested || matter_.dispute->contested->empty())
            return {};
        return "Luas wilayah di antara kedua garis " +
               facts_.indonesian.hectares(crs::ellipsoidal_area(*matter_.dispute->contested), 2) +
               ".";
    }

    std::string line_result() const {
        const std::string line = "Garis batas " + first_ + " dengan " + second_;
        if (!matter_.segment || !matter_.segment->geometry)
            return line + ": " + paper_blank + ".";
        double metres = 0;
        std::size_t points = 0;
        for (const BoundarySegment* segment : matter_.segments) {
            metres += segment->length_m;
            points += facts_.atlas.points_of(segment->id).size();
        }
        const std::size_t count = matter_.segments.size();
        return line + (count > 1 ? " dalam " + std::to_string(count) + " segmen" : std::string()) +
               " pada data sepanjang " + facts_.indonesian.number(metres, 1) + " meter dengan " +
               std::to_string(points) + " (" + number_in_words(static_cast<int>(points)) +
               ") titik kartometrik dan pilar.";
    }

    std::string outcome() const {
        const BoundaryDispute& dispute = *matter_.dispute;
        const std::string state = facts_.indonesian.text(
            "code.dispute_state." + std::string(model::code_of(dispute.state)));
        std::string text =
            "Keadaan perkara nomor " + text_or_blank(dispute.number) + " yang tercatat: " + state;
        if (dispute.facilitation_start)
            text += "; fasilitasi dimulai " + facts_.indonesian.date(*dispute.facilitation_start);
        return text;
    }

    void legal_basis() {
        const auto rules = rules_in_words(facts_, {{"UU", "6", 2014},
                                                   {"UU", "3", 2024},
                                                   {"PP", "16", 2026},
                                                   {"Permendagri", "45", 2016},
                                                   {"Perban BIG", "15", 2019}});
        if (rules.empty())
            return;
        add(Heading{"Dasar hukum", 1});
        add(documents::NumberedList{rules});
    }

    Signing signing() const { return {facts_, matter_.dispute, matter_.first, matter_.second}; }

    /// "Segmen 2: Sumber – Tani", where there are several.
    void segment_heading(std::size_t number) {
        if (matter_.segments.size() < 2)
            return;
        const BoundarySegment& segment = *matter_.segments[number];
        add(Heading{"Segmen " + std::to_string(number + 1) + ": " +
                        village_title(facts_.atlas, segment.first) + " dengan " +
                        village_title(facts_.atlas, segment.second),
                    1});
    }

    void narrative() {
        add(documents::PageBreak{});
        add(Heading{"LAMPIRAN I", 0});
        add(Heading{"URAIAN GARIS BATAS " + upper_case(first_ + " dengan " + second_), 0});
        for (std::size_t i = 0; i < matter_.segments.size(); ++i) {
            segment_heading(i);
            tell_line(*matter_.segments[i]);
        }
        if (matter_.segments.empty())
            no_points();
    }

    void no_points() {
        add(Paragraph{"Belum ada titik kartometrik pada garis ini dalam data. Uraian: " +
                      std::string(paper_blank) + "."});
    }

    void tell_line(const BoundarySegment& segment) {
        const auto items = walk_along(facts_, segment);
        if (items.empty())
            no_points();
        else
            add(documents::NumberedList{items});
        if (const std::string note = stray_note(facts_, segment); !note.empty())
            add(Paragraph{note, documents::Align::left, false, true});
    }

    void coordinates() {
        add(documents::PageBreak{});
        add(Heading{"LAMPIRAN II", 0});
        add(Heading{"DAFTAR KOORDINAT TITIK KARTOMETRIK", 0});
        for (std::size_t i = 0; i < matter_.segments.size(); ++i) {
            segment_heading(i);
            list_points(*matter_.segments[i], i);
        }
        if (matter_.segments.empty())
            no_coordinates();
        add(Heading{"LAMPIRAN III", 0});
        add(Paragraph{"Peta batas terlampir sebagai lembar tersendiri.", documents::Align::centre});
    }

    void no_coordinates() {
        add(Paragraph{"Belum ada titik kartometrik yang tercatat.", documents::Align::centre});
    }

    void list_points(const BoundarySegment& segment, std::size_t number) {
        const crs::UtmZone zone = paper_zone({&segment}, facts_.atlas);
        documents::Table table = point_table(facts_, segment, zone);
        table.name = number == 0 ? "Koordinat" : "Koordinat " + std::to_string(number + 1);
        add(Paragraph{"Datum SRGI 2013, proyeksi UTM zona " + crs::utm_zone_name(zone) + ".",
                      documents::Align::centre});
        if (table.rows.empty())
            no_coordinates();
        else
            add(std::move(table));
    }

    const PaperFacts& facts_;
    const Matter& matter_;
    documents::Document document_;
    std::string first_;
    std::string second_;
};

} // namespace

documents::Document minutes_paper(const PaperFacts& facts, const PaperRequest& request) {
    const Matter matter = matter_of(facts.atlas, request);
    return Minutes(facts, matter).write();
}

} // namespace antardesa::workspace
