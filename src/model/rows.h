#pragma once

#include "base/date.h"
#include "base/id.h"
#include "geo/geometry.h"
#include "model/boundary_codes.h"
#include "model/proceeding_codes.h"

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// One struct per stored table. Geometry is in EPSG:4326 (degrees, x = longitude) and shared,
/// so that copying a row or a snapshot never copies vertices. Texts are UTF-8 as entered.
/// A zero id is "none".
namespace antardesa::model {

using SharedPolygons = std::shared_ptr<const geo::MultiPolygon>;
using SharedLines = std::shared_ptr<const geo::MultiLine>;
using SharedGeometry = std::shared_ptr<const geo::Geometry>;

struct Document {
    Id<Document> id;
    std::string kind; ///< "perbup", "berita_acara", "peta", "permakades", "sk", …
    std::string number;
    std::optional<Date> date;
    std::string title;
    std::string issuer;
    std::string scale; ///< of a map, as printed: "1:10.000"
    std::string file;  ///< where the planner keeps it; may be empty
    /// The law it cites, as printed when it was recorded: a rule a line. Empty: none was kept.
    std::string citations = {};
};

/// A regulation; rules and forms cite rows, never texts in code (domain.md, "Read this first").
struct LegalBasis {
    Id<LegalBasis> id;
    std::string kind; ///< "UU", "PP", "Permendagri", …
    std::string number;
    int year = 0;
    std::string title;
    std::optional<Date> in_force_since;
    std::optional<Date> revoked_since;
    std::string revoked_by;
};

struct District { ///< kecamatan
    Id<District> id;
    std::string code; ///< "99.01.10"; may be empty
    std::string name;
    std::string regency; ///< kabupaten, without the word
};

struct Village {
    Id<Village> id;
    std::string code;     ///< Kemendagri "99.01.10.2003"; text; may be empty; may change; not a key
    std::string bps_code; ///< may be empty
    std::string name;
    VillageKind kind = VillageKind::unknown;
    Id<District> district;
    std::optional<double> official_area_ha; ///< from the decree, not computed
    SharedPolygons geometry;                ///< never null for a stored row
    /// Codes and names it had, newest first: "99.01.10.2003 s.d. 2026-03-01; …"; empty for none.
    std::string previous_codes = {};
    /// When its law or decree formed it; what PENETAPAN of its boundary hangs on (domain.md §3.2).
    std::optional<Date> formed = {};
};

/// What a boundary file holds besides villages: kept, shown, never a village.
struct SpecialArea {
    Id<SpecialArea> id;
    SpecialAreaKind kind = SpecialAreaKind::other;
    std::string name;
    SharedPolygons geometry;
};

/// Rivers and roads, to lean boundaries on. Reference only.
struct ReferenceLine {
    Id<ReferenceLine> id;
    ReferenceKind kind = ReferenceKind::river;
    std::string name;
    SharedLines geometry;
};

/// The line between exactly two villages. Derived from the coverage; its state is entered.
struct BoundarySegment {
    Id<BoundarySegment> id;
    Id<Village> first; ///< lower id of the two
    Id<Village> second;
    SegmentLevel level = SegmentLevel::village;
    SegmentState state = SegmentState::untraced;
    bool pillars = false;
    double length_m = 0;   ///< on the ellipsoid
    Id<Document> document; ///< what the state rests on
    SharedLines geometry;
    std::optional<double> accuracy_m = {}; ///< of the line as a whole, as entered
    std::string method = {};               ///< how it was determined; free
    LineCharacter character = LineCharacter::none;
    BoundaryWorkflow workflow = BoundaryWorkflow::none;
};

/// A numbered point of a segment: titik kartometrik or pilar (domain.md §3.3).
struct TurningPoint {
    Id<TurningPoint> id;
    Id<BoundarySegment> segment;
    int order = 0;      ///< along the segment, from 1; 0: not yet put in order
    std::string number; ///< "000", "001", …; pillars as entered; may be empty
    std::string kind;   ///< "TK", "PBU", "PABU", "PBA", "PKB", "PBP", …; by regulation, so text
    std::string remark;
    std::optional<double> accuracy_m;
    std::string method; ///< "kartometrik", "RTK", …; free
    PointMarker marker = PointMarker::none;
    geo::Point position; ///< degrees
};

struct ThirdParty {
    Id<ThirdParty> id;
    std::string name;
    ThirdPartyKind kind = ThirdPartyKind::private_company;
    std::string address;
    std::optional<geo::Point> position; ///< degrees
};

struct CooperationBody; ///< BKAD
struct JointEnterprise; ///< BUM Desa Bersama

struct Agreement {
    Id<Agreement> id;
    std::string number; ///< register number of the whole; each party has its own besides
    std::string title;
    Branch branch = Branch::inter_village;
    CooperationKind kind = CooperationKind::community_service;
    Field field = Field::other;
    CurrentField current_field = CurrentField::development;
    std::bitset<4> aims; ///< the four aims of the source text, in its order
    Stage stage = Stage::preparation;
    EndReason end_reason = EndReason::none;
    std::optional<Date> signed_on;
    std::optional<Date> starts;
    std::optional<Date> ends;
    Id<CooperationBody> body;
    std::optional<double> value_rupiah;
    std::optional<Date> last_report;
    Id<Document> document;
    std::string remark;
    Initiative initiative = Initiative::none;
    std::optional<int> report_months = {}; ///< between two reports; none: by the rule
    Id<Agreement> amends = {};             ///< that this one changes or prolongs
    std::optional<Date> postponed_until = {};
    /// The eight items that its text must hold (domain.md §1.2); empty: not entered.
    std::string content_scope = {};
    std::string content_field = {};
    std::string content_procedure = {};
    std::string content_term = {};
    std::string content_rights = {};
    std::string content_funding = {};
    std::string content_change = {};
    std::string content_settlement = {};
};

/// One party of an agreement: a village of this project, a village outside it (name and code
/// only), or a third party. Exactly one of the three is set.
struct AgreementParty {
    Id<AgreementParty> id;
    Id<Agreement> agreement;
    Id<Village> village;
    Id<ThirdParty> third_party;
    std::string outside_village; ///< "Ranupani, Kabupaten Tetangga"
    std::string outside_code;
    std::string role; ///< "penyedia", "penerima", …; free
    std::string number;
    std::optional<Date> date;
    std::string signatory;
    std::optional<Date> deliberation; ///< Musyawarah Desa that agreed
    bool council_consent = false;     ///< BPD
    std::optional<double> share_rupiah;
    std::optional<Date> promulgated = {}; ///< in its Berita Desa
    std::string medium_term_plan = {};    ///< where its RPJM Desa names the cooperation
    std::string annual_plan = {};         ///< where its RKP Desa does
    std::optional<Date> term_from = {};   ///< of the signatory in office
    std::optional<Date> term_to = {};
};

struct CooperationBody {
    Id<CooperationBody> id;
    std::string name;
    Id<District> district;
    Id<Document> founding; ///< Permakades
    std::optional<Date> founded;
};
struct BodyMember {
    Id<BodyMember> id;
    Id<CooperationBody> body;
    Id<Village> village;
    std::string person;
    std::string office; ///< "ketua", "sekretaris", …
    BodyElement element = BodyElement::unknown;
    Gender gender = Gender::unknown;
    std::optional<Date> term_from = {};
    std::optional<Date> term_to = {};
};

struct JointEnterprise {
    Id<JointEnterprise> id;
    std::string name;
    EnterpriseState state = EnterpriseState::planned;
    std::string certificate;
    std::optional<Date> certificate_date;
    std::string businesses;
    std::string director;
    Id<Document> founding;
    std::string address = {};
    std::string adviser = {};    ///< penasihat
    std::string supervisor = {}; ///< pengawas
};
struct EnterpriseCapital {
    Id<EnterpriseCapital> id;
    Id<JointEnterprise> enterprise;
    Id<Village> village;
    std::string outside_village; ///< members may lie in another kabupaten (PP 11/2021 art. 7(4))
    double amount_rupiah = 0;
    CapitalSource source = CapitalSource::village;
    std::optional<Date> date = {};
};

struct BoundaryDispute {
    Id<BoundaryDispute> id;
    std::string number;
    Id<BoundarySegment> segment; ///< none when the two villages share no line in the data
    Id<Village> first;
    Id<Village> second;
    DisputeState state = DisputeState::reported;
    Facilitator facilitator = Facilitator::none;
    std::optional<Date> reported;
    std::optional<Date> facilitation_start; ///< the six months run from here
    std::string subject;
    Id<Document> outcome;
    SharedPolygons contested; ///< between the claims; may be null while claims are missing
};
struct Claim {
    Id<Claim> id;
    Id<BoundaryDispute> dispute;
    Id<Village> village;
    std::string basis; ///< "Peta desa 1987"
    Id<Document> document;
    SharedLines line;
    std::string author = {}; ///< who drew it up
};

struct SharedAsset {
    Id<SharedAsset> id;
    std::string name;
    AssetKind kind = AssetKind::other;
    std::string code; ///< kode barang
    std::optional<int> year;
    std::optional<double> value_rupiah;
    AssetCondition condition = AssetCondition::unknown;
    std::string basis;
    Id<Agreement> agreement;
    SharedGeometry geometry; ///< point, line or polygon
    AssetUse use = AssetUse::none;
};
struct AssetShare {
    Id<AssetShare> id;
    Id<SharedAsset> asset;
    HolderKind holder = HolderKind::village;
    Id<Village> village;
    std::string holder_name; ///< when the holder is not a village of the project
    std::optional<double> percent;
};

/// A finding that may stay, with its reason: none while it stays as it is. Overlaps, gaps, land
/// outside its kecamatan, and near misses (whose geometry is a square of a metre around each).
struct BoundaryException {
    Id<BoundaryException> id;
    FlawKind kind = FlawKind::overlap;
    ExceptionReason reason = ExceptionReason::other;
    std::string remark;
    Id<Document> document;
    std::optional<Date> date;
    std::vector<Id<Village>> villages; ///< ascending: who claim it, or who border it
    std::vector<Id<SpecialArea>> special_areas;
    std::string names;       ///< of both when it was allowed: for readers of the file
    double area_m2 = 0;      ///< on the ellipsoid
    SharedPolygons geometry; ///< never null for a stored row
};

/// What the last recorded check of the coverage found. Derived: replaced by the next one, which
/// knows a finding again by its fingerprint, so that it keeps its row.
struct BoundaryFinding {
    Id<BoundaryFinding> id;
    FlawKind kind = FlawKind::overlap;
    Severity severity = Severity::error;
    std::optional<topology::RingFault> fault; ///< of an invalid ring
    std::vector<Id<Village>> villages;        ///< ascending
    std::vector<Id<SpecialArea>> special_areas;
    std::string names;             ///< of both at the time of the check: for readers of the file
    int count = 1;                 ///< pieces of a strip, places of a ring fault, bearers of a code
    std::optional<double> area_m2; ///< on the ellipsoid; none of a point
    std::optional<double> width_m; ///< of a strip; of a near miss the distance
    bool sliver = false;
    Id<BoundaryException> outgrown; ///< the exception that it has grown out of
    std::string fingerprint;        ///< kind, who takes part, and the place to the metre
    std::int64_t revision = 0;      ///< of the project when it was checked
    double longitude = 0;           ///< of a place inside it, degrees
    double latitude = 0;
    /// Its outline, the places of near misses, the line that was agreed, else the place; never null
    /// for a stored row.
    SharedGeometry geometry;
};

/// A line of the history, newest revision highest. Undo and redo are entries of their own.
struct HistoryEntry {
    std::int64_t revision = 0;
    std::string name; ///< message key of the edit: "edit.set_segment_state"
    std::vector<std::string> arguments;
    std::string author;
    std::string time; ///< UTC, ISO 8601
    std::string document;
    std::int64_t reverts = 0; ///< revision whose changes this entry takes back (undo) or 0
    bool undone = false;      ///< an undo of this entry is in force
    std::string link = {};    ///< of the chain over the history, in hex; empty before schema 5
};

/// What the project is about.
struct ProjectIdentity {
    std::string regency; ///< "Contoh"; shown as "Kabupaten Contoh"
    std::string province;
    std::string source; ///< where the boundaries come from: "data contoh, edisi 2026-11"
};

} // namespace antardesa::model
