#pragma once

#include "model/rows.h"

/// Rows of what is done about an agreement, a body, an asset or a case. As in rows.h: texts as
/// entered, a zero id is "none", none of it ever a legal decision (domain.md §9).
namespace antardesa::model {

/// A step that the kabupaten's own regulation adds to the procedure of a case (domain.md §3.5:
/// local Perbup may add steps): a case in state `after` goes on only when it has met for it.
struct LocalStep {
    Id<LocalStep> id;
    std::string name;
    DisputeState after = DisputeState::district_facilitation;
    std::string basis; ///< "Perbup 12/2024 ps. 9"
};

/// A musyawarah or another meeting. It belongs to an agreement, a BKAD or a dispute; one of a
/// single village names it.
struct Meeting {
    Id<Meeting> id;
    MeetingKind kind = MeetingKind::inter_village;
    Id<Agreement> agreement;
    Id<CooperationBody> body;
    Id<BoundaryDispute> dispute;
    Id<Village> village;
    std::optional<Date> date;
    std::string place;
    std::string agenda;
    std::vector<Id<Village>> attended; ///< ascending
    std::string others_attended;       ///< camat, tim kabupaten, …
    MeetingOutcome outcome = MeetingOutcome::none;
    std::string decision;
    Id<Document> document;   ///< its berita acara
    Id<LocalStep> step = {}; ///< the local step of the case that it was held for
};

/// What a party brings in, by source and year.
struct Funding {
    Id<Funding> id;
    Id<Agreement> agreement;
    Id<Village> village; ///< who pays; none: see `third_party`, or nobody of the parties
    Id<ThirdParty> third_party;
    FundingSource source = FundingSource::village_budget;
    std::optional<int> year;
    std::optional<double> planned_rupiah;
    std::optional<double> realised_rupiah;
};

/// A report that is due or was handed in: by the BKAD to the Kepala Desa, with copies to BPD and
/// Bupati through the Camat; with a third party by the Kepala Desa to the BPD (Permendagri
/// 96/2017).
struct Report {
    Id<Report> id;
    Id<Agreement> agreement;
    Id<CooperationBody> body;
    ReportKind kind = ReportKind::execution;
    std::string period; ///< "2026", "Semester I 2026"
    std::optional<Date> due;
    std::optional<Date> handed_in;
    std::string sender;
    std::string receiver;
    std::string copies;
    Id<Document> document;
};

/// A problem in carrying out an agreement and how it was settled: the camat facilitates within one
/// kecamatan, the bupati across (domain.md §1.5).
struct Problem {
    Id<Problem> id;
    Id<Agreement> agreement;
    std::optional<Date> date;
    std::string description;
    Facilitator facilitator = Facilitator::none;
    std::string settlement;
    std::optional<Date> settled;
    Id<Document> document;
};

/// An evaluation by the nine principles of the source text, each from 1 (not at all) to 4 (fully).
struct Evaluation {
    Id<Evaluation> id;
    Id<Agreement> agreement;
    std::optional<Date> date;
    std::string evaluator;
    std::optional<int> recognition;
    std::optional<int> togetherness;
    std::optional<int> mutual_help;
    std::optional<int> participation;
    std::optional<int> democracy;
    std::optional<int> equality;
    std::optional<int> empowerment;
    std::optional<int> sustainability;
    std::optional<int> accountability;
    std::string note;
};

/// What a BKAD plans or has done, under one of its tasks and functions.
struct BodyActivity {
    Id<BodyActivity> id;
    Id<CooperationBody> body;
    Id<Agreement> agreement;
    BodyTask task = BodyTask::plans;
    BodyFunction function = BodyFunction::plans;
    std::optional<int> year;
    std::optional<Date> date;
    std::string description;
    ActivityState state = ActivityState::planned;
    Id<Document> document;
};

struct AssetCare {
    Id<AssetCare> id;
    Id<SharedAsset> asset;
    CareKind kind = CareKind::upkeep;
    std::optional<Date> date;
    std::string description;
    std::optional<double> cost_rupiah;
    Id<Document> document;
};

/// What an agreement in the field batas desa is about: a segment or a case.
struct BoundarySubject {
    Id<BoundarySubject> id;
    Id<Agreement> agreement;
    Id<BoundarySegment> segment;
    Id<BoundaryDispute> dispute;
};

/// A line that is on the table in a case; never the line in force.
struct Proposal {
    Id<Proposal> id;
    Id<BoundaryDispute> dispute;
    std::string name;   ///< "A", "Usulan tengah", …
    std::string method; ///< of `propose`: "midline", "equal-area", …; free
    SharedLines line;
    std::string author;
    std::optional<Date> date;
    std::string share; ///< "60:40"; may be empty
};

/// A further segment of a case; the first stands in the case itself.
struct CaseSegment {
    Id<CaseSegment> id;
    Id<BoundaryDispute> dispute;
    Id<BoundarySegment> segment;
};

/// Who signs the berita acara of a case, and has signed when there is a date. A berita acara has a
/// number of each village: it stands with that village's Kepala Desa.
struct Signatory {
    Id<Signatory> id;
    Id<BoundaryDispute> dispute;
    SignatoryRole role = SignatoryRole::village_team;
    Id<Village> village; ///< of the team or head; none for the others
    std::string name;
    std::string office;
    std::string employee_number; ///< NIP, 18 digits; may be empty
    std::string paper_number;    ///< the village's own number of the berita acara
    std::optional<Date> signed_on;
};

/// Another name of a village that an office's list uses, confirmed by a person.
struct VillageAlias {
    Id<VillageAlias> id;
    Id<Village> village;
    std::string name; ///< as it was written
};

/// Which value of an agreement a column of an office's list holds, confirmed by a person.
struct ColumnMeaning {
    Id<ColumnMeaning> id;
    std::string column; ///< its title there
    std::string field;  ///< column of the register kerja_sama, or of its parties; "-": none
};

/// The bytes of a file that is kept in the project; null: only a link to it is.
using SharedBytes = std::shared_ptr<const std::vector<std::uint8_t>>;

/// A file that belongs to a document.
struct Attachment {
    Id<Attachment> id;
    Id<Document> document;
    std::string name;       ///< of the file, without folders
    std::string media_type; ///< "application/pdf"; empty: not known
    std::string words;      ///< what it is found by, besides its name
    std::string link;       ///< where the file lies when it is not kept here
    SharedBytes content;
};

/// What a party lays before in a case (domain.md §3.5: each village may hold another official map,
/// so issuer, year and scale count).
struct Evidence {
    Id<Evidence> id;
    Id<BoundaryDispute> dispute;
    Id<Village> village; ///< whose evidence it is
    EvidenceKind kind = EvidenceKind::map;
    std::string title;
    std::string issuer;
    std::optional<int> year;
    std::string scale; ///< as printed: "1:10.000"
    std::string note;
    Id<Document> document;
    std::optional<geo::Point> position; ///< where the photo was taken or the thing stands; degrees
};

} // namespace antardesa::model
