#pragma once

#include "base/job.h"
#include "model/proceedings.h"
#include "model/table.h"
#include "topology/coverage.h"

#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace antardesa::model {

/// Every stored table. The tuple's order is the order in which tables can be written without
/// dangling references.
using TableSet =
    std::tuple<Table<Document>, Table<LegalBasis>, Table<District>, Table<Village>,
               Table<SpecialArea>, Table<ReferenceLine>, Table<BoundarySegment>,
               Table<TurningPoint>, Table<ThirdParty>, Table<CooperationBody>, Table<BodyMember>,
               Table<JointEnterprise>, Table<EnterpriseCapital>, Table<Agreement>,
               Table<AgreementParty>, Table<BoundaryDispute>, Table<Claim>, Table<SharedAsset>,
               Table<AssetShare>, Table<BoundaryException>, Table<BoundaryFinding>, Table<Proposal>,
               Table<BoundarySubject>, Table<LocalStep>, Table<Meeting>, Table<Funding>,
               Table<Report>, Table<Problem>, Table<Evaluation>, Table<BodyActivity>,
               Table<AssetCare>, Table<CaseSegment>, Table<Signatory>, Table<Attachment>,
               Table<Evidence>, Table<VillageAlias>, Table<ColumnMeaning>>;

/// All of one project at one revision: tables, the look-ups over them and the derived coverage.
/// Immutable: built, frozen, passed as `shared_ptr<const Atlas>`, replaced, never patched.
class Atlas {
  public:
    /// Builds look-ups and, unless given, the coverage (from village and then special-area
    /// geometry, in table order). Throws `Cancelled`.
    static std::shared_ptr<const Atlas> build(ProjectIdentity identity, TableSet tables,
                                              std::int64_t revision, Progress& progress);
    /// The same with a coverage that is known to fit: for edits that touch no village geometry.
    static std::shared_ptr<const Atlas> build(ProjectIdentity identity, TableSet tables,
                                              std::int64_t revision,
                                              std::shared_ptr<const topology::Coverage> coverage);

    const ProjectIdentity& identity() const { return identity_; }
    std::int64_t revision() const { return revision_; }
    const TableSet& tables() const { return tables_; }
    template<class Row>
    const Table<Row>& table() const {
        return std::get<Table<Row>>(tables_);
    }
    template<class Row>
    const Row* find(Id<Row> id) const {
        return table<Row>().find(id);
    }

    const Table<Village>& villages() const { return table<Village>(); }
    const Table<District>& districts() const { return table<District>(); }
    const Table<Agreement>& agreements() const { return table<Agreement>(); }
    const Table<BoundarySegment>& segments() const { return table<BoundarySegment>(); }
    const Table<BoundaryDispute>& disputes() const { return table<BoundaryDispute>(); }
    const Table<SharedAsset>& assets() const { return table<SharedAsset>(); }

    /// Claimant c of the coverage is village number c in table order; those after the villages
    /// are the special areas.
    const topology::Coverage& coverage() const { return *coverage_; }
    std::shared_ptr<const topology::Coverage> shared_coverage() const { return coverage_; }

    /// Box of all villages in degrees; empty without villages.
    const geo::Box& box() const { return box_; }

    std::span<const AgreementParty* const> parties(Id<Agreement> agreement) const;
    /// Agreements the village is party to, in table order, each once.
    std::span<const Agreement* const> agreements_of(Id<Village> village) const;
    std::span<const BoundarySegment* const> segments_of(Id<Village> village) const;
    /// Its points by their order, those without one first.
    std::span<const TurningPoint* const> points_of(Id<BoundarySegment> segment) const;
    std::span<const BoundaryDispute* const> disputes_of(Id<Village> village) const;
    std::span<const SharedAsset* const> assets_of(Id<Village> village) const;
    std::span<const Claim* const> claims(Id<BoundaryDispute> dispute) const;
    std::span<const AssetShare* const> shares(Id<SharedAsset> asset) const;
    std::span<const BodyMember* const> members(Id<CooperationBody> body) const;
    std::span<const EnterpriseCapital* const> capital(Id<JointEnterprise> enterprise) const;

    std::span<const Meeting* const> meetings(Id<Agreement> agreement) const;
    std::span<const Meeting* const> meetings(Id<BoundaryDispute> dispute) const;
    /// The segments of a case, its own first, each once; empty when it has none.
    std::vector<const BoundarySegment*> segments_of(const BoundaryDispute& dispute) const;
    std::vector<const Signatory*> signatories(Id<BoundaryDispute> dispute) const;
    std::vector<const Evidence*> evidence(Id<BoundaryDispute> dispute) const;
    std::vector<const Attachment*> attachments(Id<Document> document) const;
    std::span<const Report* const> reports(Id<Agreement> agreement) const;
    std::span<const AssetCare* const> care(Id<SharedAsset> asset) const;
    /// What a body does and answers for, in table order.
    std::span<const Agreement* const> carried_out_by(Id<CooperationBody> body) const;
    std::span<const Meeting* const> meetings(Id<CooperationBody> body) const;
    std::span<const Report* const> reports(Id<CooperationBody> body) const;
    std::span<const BodyActivity* const> activities(Id<CooperationBody> body) const;

    /// By Kemendagri code; null when absent or when several villages carry it.
    const Village* village_by_code(std::string_view code) const;

    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

  private:
    struct LookUps;
    Atlas() = default;
    void index();

    ProjectIdentity identity_;
    std::int64_t revision_ = 0;
    TableSet tables_;
    std::shared_ptr<const topology::Coverage> coverage_;
    geo::Box box_;
    std::shared_ptr<const LookUps> look_ups_;
};

/// The newest report that was handed in: of the register of reports, or the date by itself.
std::optional<Date> last_report(const Atlas& atlas, const Agreement& agreement);
/// How many of the eight items that its text must hold are recorded (domain.md §1.2).
int contents_entered(const Agreement& agreement);

/// For filters and the map: `expiring` up to `days` before its end (ui.md §4), `ended` also after
/// it. What was never signed stays a draft; what was signed and then put off binds as before.
StageGroup stage_group(const Agreement& agreement, Date today, int days = 90);

} // namespace antardesa::model
