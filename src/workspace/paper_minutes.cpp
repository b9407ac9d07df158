#include "crs/ellipsoid.h"
#include "model/facilitation.h"
#include "workspace/cited_law.h"
#include "workspace/paper_claims.h"
#include "workspace/paper_code.h"
#include "workspace/paper_matter.h"
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

class Minutes {
  public:
    Minutes(const PaperFacts& facts, const Matter& matter)
        : facts_(facts), matter_(matter), document_(paper_frame(facts, "Berita Acara Batas Desa")) {
        for (const Id<model::Village> village : matter.villages)
            names_.push_back(village_title(facts.atlas, village));
    }

    documents::Document write() {
        std::string missing;
        for (const std::string& reason : what_is_missing())
            missing += (missing.empty() ? "" : "; ") + reason;
        if (!missing.empty())
            document_.mark = draft_mark;
        title();
        if (!missing.empty())
            add(Paragraph{std::string(draft_mark) + ": " + missing + ".", documents::Align::left,
                          false, true});
        opening();
        results();
        for (documents::Block& block : signature_blocks(signing()))
            document_.blocks.push_back(std::move(block));
        if (describes_a_line(facts_.atlas, matter_)) {
            narrative();
            coordinates();
        }
        add_sheet_code(document_, paper_code(facts_, matter_.segment, matter_.dispute));
        return std::move(document_);
    }

    /// Why the paper is a draft; empty when it is none.
    std::vector<std::string> what_is_missing() const {
        std::vector<std::string> reasons;
        if (!is_recorded(facts_.atlas, matter_))
            reasons.emplace_back("nomor dan tanggal berita acara belum tercatat");
        if (const auto villages = missing_numbers(signing()); !villages.empty())
            reasons.push_back("nomor berita acara menurut " + listed(villages) + " belum tercatat");
        if (matter_.dispute && place().empty())
            reasons.emplace_back("tempat pertemuan pada tanggal berita acara belum tercatat");
        if (describes_a_line(facts_.atlas, matter_) && !tells_each_line())
            reasons.emplace_back("garis belum diuraikan dengan titik kartometrik");
        if (const auto people = missing_signatures(signing()); !people.empty())
            reasons.push_back("penanda tangan belum tercatat, yaitu " + listed(people));
        return reasons;
    }

  private:
    template<class Block>
    void add(Block block) {
        document_.blocks.emplace_back(std::move(block));
    }

    void title() {
        add(Heading{kind_of_minutes(facts_.atlas, matter_), 0});
        add(Heading{"PENETAPAN DAN PENEGASAN BATAS DESA", 0});
        add(Heading{upper_case(between()), 0});
        add(Heading{upper_case(district_title(facts_.atlas, matter_.villages)), 0});
        add(Heading{upper_case(regency_title(facts_.atlas)), 0});
        documents::Facts numbers;
        for (std::size_t i = 0; i < names_.size(); ++i)
            numbers.rows.push_back(
                {"Nomor " + names_[i], village_number(signing(), matter_.villages[i])});
        add(std::move(numbers));
        if (matter_.paper && !matter_.paper->number.empty())
            add(Paragraph{"Nomor yang tercatat: " + matter_.paper->number + ".",
                          documents::Align::left, false, true});
    }

    std::optional<Date> day() const { return day_of(matter_); }
    std::string place() const { return matter_.meeting ? matter_.meeting->place : std::string(); }

    void opening() {
        const std::string& province = facts_.atlas.identity().province;
        const std::string where = province.empty() || province.starts_with("Provinsi ")
                                      ? text_or_blank(province)
                                      : "Provinsi " + province;
        add(Paragraph{"Pada hari ini, " + date_in_words(day()) + ", bertempat di " +
                      text_or_blank(place()) + ", " + regency_title(facts_.atlas) + ", " +
                      (province.empty() ? "Provinsi " + where : where) +
                      ", kami yang bertanda tangan di bawah ini, Tim Penetapan dan Penegasan "
                      "Batas " +
                      listed(names_) +
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
        for (std::string& claim : claims_in_words(facts_, matter_))
            list.items.push_back(std::move(claim));
        if (const auto land = contested_land(); !land.empty())
            list.items.push_back(land);
        if (was_agreed(facts_.atlas, matter_))
            list.items.push_back(agreement());
        else if (matter_.dispute &&
                 state_then(facts_.atlas, matter_) == model::DisputeState::not_agreed)
            list.items.push_back("Para pihak tidak mencapai kesepakatan tentang garis batas " +
                                 between() + "; batasnya ditetapkan dengan Peraturan " +
                                 regent_title(facts_.atlas) + ".");
        if (describes_a_line(facts_.atlas, matter_)) {
            list.items.push_back(line_result());
            list.items.push_back(
                "Uraian garis batas tercantum pada Lampiran I, daftar koordinat titik "
                "kartometrik pada Lampiran II, dan peta pada Lampiran III, yang "
                "merupakan bagian tidak terpisahkan dari berita acara ini.");
        }
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
        std::vector<const model::Meeting*> told;
        for (const model::Meeting* meeting : facts_.atlas.meetings(matter_.dispute->id))
            if (!is_own(*meeting) && !is_later(meeting->date) &&
                !(meeting->date && facts_.today < *meeting->date) &&
                !model::is_of_earlier_agreement(facts_.atlas, *matter_.dispute, *meeting))
                told.push_back(meeting);
        return told;
    }

    /// The paper itself is what that meeting recorded.
    bool is_own(const model::Meeting& meeting) const {
        return matter_.paper && meeting.document == matter_.paper->id && meeting.place.empty() &&
               meeting.attended.empty() && meeting.decision.empty();
    }
    /// What is signed says nothing of what came after.
    bool is_later(const std::optional<Date>& other) const {
        const std::optional<Date> own = day();
        return own && other && *own < *other;
    }
    /// A line without points is not described by the annexes that the paper refers to.
    bool tells_each_line() const {
        return std::none_of(matter_.segments.begin(), matter_.segments.end(),
                            [&](const BoundarySegment* segment) {
                                return facts_.atlas.points_of(segment->id).empty();
                            });
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
        if (matter_.dispute)
            for (const model::Evidence* evidence : facts_.atlas.evidence(matter_.dispute->id))
                ids.push_back(evidence->document);
        for (const BoundarySegment* segment : matter_.segments)
            ids.push_back(segment->document);
        std::vector<std::string> papers;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const model::Document* document = facts_.atlas.find(ids[i]);
            const bool own = matter_.paper && ids[i] == matter_.paper->id;
            // What ended the case rests on this paper, be it of the same day.
            const bool its_end = matter_.dispute && ids[i] == matter_.dispute->outcome;
            if (document && (its_end || is_later(document->date)))
                continue;
            const bool again = std::find(ids.begin(), ids.begin() + static_cast<long>(i), ids[i]) !=
                               ids.begin() + static_cast<long>(i);
            if (std::string text = document_in_words(facts_, ids[i]);
                !own && !again && !text.empty())
                papers.push_back(std::move(text));
        }
        if (matter_.dispute)
            for (const model::Evidence* evidence : facts_.atlas.evidence(matter_.dispute->id))
                if (!facts_.atlas.find(evidence->document))
                    papers.push_back(evidence_in_words(facts_, *evidence));
        return papers;
    }

    std::string contested_land() const {
        if (!has_contested())
            return {};
        return "Luas wilayah " + contested_in_words(facts_, matter_) + " " +
               facts_.indonesian.hectares(crs::ellipsoidal_area(*matter_.dispute->contested), 2) +
               ".";
    }

    /// The sentence that is signed; what each village gets of the contested land, as it lies now.
    std::string agreement() const {
        std::string text = "Para pihak sepakat bahwa garis batas " + between() +
                           " adalah garis yang diuraikan pada Lampiran I";
        if (!has_contested())
            return text + ".";
        const geo::MultiPolygon& land = *matter_.dispute->contested;
        std::vector<double> areas;
        for (const Id<model::Village> village : matter_.villages)
            areas.push_back(land_in(facts_.atlas, land, village));
        areas = rounded_parts(std::move(areas), crs::ellipsoidal_area(land));
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (areas[i] > 0)
                parts.push_back("seluas " + facts_.indonesian.hectares(areas[i], 2) + " termasuk " +
                                names_[i]);
        return parts.empty()
                   ? text + "."
                   : text + ", sehingga dari wilayah yang diperselisihkan " + listed(parts) + ".";
    }

    bool has_contested() const {
        return matter_.dispute && matter_.dispute->contested &&
               !matter_.dispute->contested->empty();
    }

    std::string line_result() const {
        const std::string line = "Garis batas " + between();
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
        const std::string state = code_in_words(facts_, "dispute_state",
                                                model::code_of(state_then(facts_.atlas, matter_)));
        std::string text =
            "Keadaan perkara nomor " + text_or_blank(dispute.number) + " yang tercatat: " + state;
        if (dispute.facilitation_start && !is_later(dispute.facilitation_start))
            text += "; fasilitasi dimulai " + facts_.indonesian.date(*dispute.facilitation_start);
        return text;
    }

    void legal_basis() {
        const auto rules =
            law_of_minutes(facts_.atlas, matter_.paper, day().value_or(facts_.today));
        if (rules.empty())
            return;
        add(Heading{"Dasar hukum", 1});
        add(documents::NumberedList{rules});
    }

    Signing signing() const { return {facts_, matter_.dispute, matter_.villages}; }

    /// "Desa A dengan Desa B"; of more than two "Desa A, Desa B, dan Desa C".
    std::string between() const {
        return names_.size() == 2 ? names_[0] + " dengan " + names_[1] : listed(names_);
    }

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
        add(Heading{"URAIAN GARIS BATAS " + upper_case(between()), 0});
        for (std::size_t i = 0; i < matter_.segments.size(); ++i) {
            segment_heading(i);
            tell_paper(*matter_.segments[i]);
            tell_line(*matter_.segments[i]);
        }
        if (matter_.segments.empty())
            no_points();
    }

    void no_points() {
        add(Paragraph{"Belum ada titik kartometrik pada garis ini dalam data. Uraian: " +
                      std::string(paper_blank) + "."});
    }

    /// Of several, one may have been agreed before.
    void tell_paper(const BoundarySegment& segment) {
        const bool own = matter_.paper && matter_.paper->id == segment.document;
        if (matter_.segments.size() < 2 || own || !rests_on_paper(facts_, segment))
            return;
        add(Paragraph{"Segmen ini berstatus " +
                      code_in_words(facts_, "segment_state", model::code_of(segment.state)) +
                      ", menurut " + document_in_words(facts_, segment.document) + "."});
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
    std::vector<std::string> names_; ///< of the matter's villages
};

} // namespace

documents::Document minutes_paper(const PaperFacts& facts, const PaperRequest& request) {
    const Matter matter = matter_of(facts.atlas, request, facts.today);
    return Minutes(facts, matter).write();
}

std::vector<std::string> missing_in_minutes(const PaperFacts& facts, const PaperRequest& request) {
    const Matter matter = matter_of(facts.atlas, request, facts.today);
    return Minutes(facts, matter).what_is_missing();
}

} // namespace antardesa::workspace
