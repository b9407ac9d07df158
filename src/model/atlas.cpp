#include "model/atlas.h"

#include "model/detail/look_ups.h"

#include <algorithm>
#include <cassert>

namespace antardesa::model {

namespace {

template<class Row>
void append_geometry(const Table<Row>& rows, const geo::MultiPolygon& without,
                     std::vector<const geo::MultiPolygon*>& claimants) {
    for (const Row& row : rows)
        claimants.push_back(row.geometry ? row.geometry.get() : &without);
}

std::shared_ptr<const topology::Coverage> derive_coverage(const TableSet& tables,
                                                          Progress& progress) {
    const auto& villages = std::get<Table<Village>>(tables);
    const auto& special = std::get<Table<SpecialArea>>(tables);
    const geo::MultiPolygon without;
    std::vector<const geo::MultiPolygon*> claimants;
    claimants.reserve(villages.size() + special.size());
    append_geometry(villages, without, claimants);
    append_geometry(special, without, claimants);
    return std::make_shared<const topology::Coverage>(
        topology::build_coverage(claimants, progress));
}

} // namespace

std::shared_ptr<const Atlas> Atlas::build(ProjectIdentity identity, TableSet tables,
                                          std::int64_t revision, Progress& progress) {
    auto coverage = derive_coverage(tables, progress);
    return build(std::move(identity), std::move(tables), revision, std::move(coverage));
}

std::shared_ptr<const Atlas> Atlas::build(ProjectIdentity identity, TableSet tables,
                                          std::int64_t revision,
                                          std::shared_ptr<const topology::Coverage> coverage) {
    assert(coverage);
    std::shared_ptr<Atlas> atlas(new Atlas);
    atlas->identity_ = std::move(identity);
    atlas->tables_ = std::move(tables);
    atlas->revision_ = revision;
    atlas->coverage_ = std::move(coverage);
    atlas->index();
    return atlas;
}

void Atlas::index() {
    for (const Village& village : villages())
        if (village.geometry)
            box_.extend(geo::bounds(*village.geometry));
    look_ups_ = std::make_shared<const LookUps>(*this);
}

std::span<const AgreementParty* const> Atlas::parties(Id<Agreement> agreement) const {
    return look_ups_->parties.of(agreements().index_of(agreement));
}
std::span<const Agreement* const> Atlas::agreements_of(Id<Village> village) const {
    return look_ups_->agreements.of(villages().index_of(village));
}
std::span<const BoundarySegment* const> Atlas::segments_of(Id<Village> village) const {
    return look_ups_->segments.of(villages().index_of(village));
}
std::span<const TurningPoint* const> Atlas::points_of(Id<BoundarySegment> segment) const {
    return look_ups_->points.of(segments().index_of(segment));
}
std::span<const BoundaryDispute* const> Atlas::disputes_of(Id<Village> village) const {
    return look_ups_->disputes.of(villages().index_of(village));
}
std::span<const SharedAsset* const> Atlas::assets_of(Id<Village> village) const {
    return look_ups_->assets.of(villages().index_of(village));
}
std::span<const Claim* const> Atlas::claims(Id<BoundaryDispute> dispute) const {
    return look_ups_->claims.of(disputes().index_of(dispute));
}
std::span<const AssetShare* const> Atlas::shares(Id<SharedAsset> asset) const {
    return look_ups_->shares.of(assets().index_of(asset));
}
std::span<const BodyMember* const> Atlas::members(Id<CooperationBody> body) const {
    return look_ups_->members.of(table<CooperationBody>().index_of(body));
}
std::span<const EnterpriseCapital* const> Atlas::capital(Id<JointEnterprise> enterprise) const {
    return look_ups_->capital.of(table<JointEnterprise>().index_of(enterprise));
}

std::span<const Meeting* const> Atlas::meetings(Id<Agreement> agreement) const {
    return look_ups_->agreement_meetings.of(agreements().index_of(agreement));
}
std::span<const Meeting* const> Atlas::meetings(Id<BoundaryDispute> dispute) const {
    return look_ups_->dispute_meetings.of(disputes().index_of(dispute));
}
std::span<const Report* const> Atlas::reports(Id<Agreement> agreement) const {
    return look_ups_->reports.of(agreements().index_of(agreement));
}
namespace {

template<class Row>
std::vector<const Row*> copied(std::span<const Row* const> rows) {
    return {rows.begin(), rows.end()};
}

} // namespace

std::vector<const BoundarySegment*> Atlas::segments_of(const BoundaryDispute& dispute) const {
    std::vector<const BoundarySegment*> segments;
    const auto add = [&](Id<BoundarySegment> id) {
        const BoundarySegment* segment = find(id);
        if (segment && std::find(segments.begin(), segments.end(), segment) == segments.end())
            segments.push_back(segment);
    };
    add(dispute.segment);
    for (const CaseSegment* row : look_ups_->case_segments.of(disputes().index_of(dispute.id)))
        add(row->segment);
    return segments;
}
std::vector<const Signatory*> Atlas::signatories(Id<BoundaryDispute> dispute) const {
    return copied(look_ups_->signatories.of(disputes().index_of(dispute)));
}
std::vector<const Evidence*> Atlas::evidence(Id<BoundaryDispute> dispute) const {
    return copied(look_ups_->evidence.of(disputes().index_of(dispute)));
}
std::vector<const Attachment*> Atlas::attachments(Id<Document> document) const {
    return copied(look_ups_->attachments.of(table<Document>().index_of(document)));
}

std::span<const AssetCare* const> Atlas::care(Id<SharedAsset> asset) const {
    return look_ups_->care.of(assets().index_of(asset));
}

std::span<const Agreement* const> Atlas::carried_out_by(Id<CooperationBody> body) const {
    return look_ups_->body_agreements.of(table<CooperationBody>().index_of(body));
}
std::span<const Meeting* const> Atlas::meetings(Id<CooperationBody> body) const {
    return look_ups_->body_meetings.of(table<CooperationBody>().index_of(body));
}
std::span<const Report* const> Atlas::reports(Id<CooperationBody> body) const {
    return look_ups_->body_reports.of(table<CooperationBody>().index_of(body));
}
std::span<const BodyActivity* const> Atlas::activities(Id<CooperationBody> body) const {
    return look_ups_->activities.of(table<CooperationBody>().index_of(body));
}

const Village* Atlas::village_by_code(std::string_view code) const {
    const auto& sorted = look_ups_->by_code;
    const auto at = std::lower_bound(
        sorted.begin(), sorted.end(), code,
        [](const Village* village, std::string_view wanted) { return village->code < wanted; });
    if (at == sorted.end() || (*at)->code != code)
        return nullptr;
    const auto next = at + 1;
    const bool shared = next != sorted.end() && (*next)->code == code;
    return shared ? nullptr : *at;
}

} // namespace antardesa::model
