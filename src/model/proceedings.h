#pragma once

#include "model/rows.h"

/// Rows of what is done about an agreement, a body, an asset or a case. As in rows.h: texts as
/// entered, a zero id is "none", none of it ever a legal decision (domain.md §9).
namespace antardesa::model {

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
    Id<Document> document; ///< its berita acara
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

} // namespace antardesa::model
