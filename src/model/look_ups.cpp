#include "model/detail/look_ups.h"

namespace antardesa::model {

namespace {

using detail::Grouped;

/// Rows of one table grouped by the one row that `owner_of` names.
template<class Item, class Owner>
Grouped<Item> grouped(const Table<Item>& items, const Table<Owner>& owners,
                      Id<Owner> Item::*owner_of) {
    std::vector<typename Grouped<Item>::Pair> pairs;
    pairs.reserve(items.size());
    for (const Item& item : items)
        pairs.emplace_back(owners.index_of(item.*owner_of), &item);
    return {owners.size(), pairs};
}

/// Rows that lie between two villages, under both.
template<class Item>
Grouped<Item> grouped_by_both(const Table<Item>& items, const Table<Village>& villages) {
    std::vector<typename Grouped<Item>::Pair> pairs;
    pairs.reserve(2 * items.size());
    for (const Item& item : items) {
        pairs.emplace_back(villages.index_of(item.first), &item);
        pairs.emplace_back(villages.index_of(item.second), &item);
    }
    return {villages.size(), pairs};
}

/// Rows that reach villages through `links` (parties, shares), in the rows' own table order.
template<class Item, class Link>
Grouped<Item> grouped_through(const Table<Item>& items, const Grouped<Link>& links,
                              const Table<Village>& villages) {
    std::vector<typename Grouped<Item>::Pair> pairs;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const Link* link : links.of(i))
            pairs.emplace_back(villages.index_of(link->village), &items[i]);
    return {villages.size(), pairs};
}

Grouped<TurningPoint> points_by_segment(const Table<TurningPoint>& points,
                                        const Table<BoundarySegment>& segments) {
    std::vector<Grouped<TurningPoint>::Pair> pairs;
    pairs.reserve(points.size());
    for (const TurningPoint& point : points)
        pairs.emplace_back(segments.index_of(point.segment), &point);
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return a.second->order < b.second->order;
    });
    return {segments.size(), pairs};
}

std::vector<const Village*> sorted_by_code(const Table<Village>& villages) {
    std::vector<const Village*> sorted;
    sorted.reserve(villages.size());
    for (const Village& village : villages)
        if (!village.code.empty())
            sorted.push_back(&village);
    std::sort(sorted.begin(), sorted.end(),
              [](const Village* a, const Village* b) { return a->code < b->code; });
    return sorted;
}

} // namespace

Atlas::LookUps::LookUps(const Atlas& atlas)
    : parties(
          grouped(atlas.table<AgreementParty>(), atlas.agreements(), &AgreementParty::agreement)),
      agreements(grouped_through(atlas.agreements(), parties, atlas.villages())),
      segments(grouped_by_both(atlas.segments(), atlas.villages())),
      points(points_by_segment(atlas.table<TurningPoint>(), atlas.segments())),
      disputes(grouped_by_both(atlas.disputes(), atlas.villages())),
      claims(grouped(atlas.table<Claim>(), atlas.disputes(), &Claim::dispute)),
      shares(grouped(atlas.table<AssetShare>(), atlas.assets(), &AssetShare::asset)),
      assets(grouped_through(atlas.assets(), shares, atlas.villages())),
      members(
          grouped(atlas.table<BodyMember>(), atlas.table<CooperationBody>(), &BodyMember::body)),
      capital(grouped(atlas.table<EnterpriseCapital>(), atlas.table<JointEnterprise>(),
                      &EnterpriseCapital::enterprise)),
      agreement_meetings(grouped(atlas.table<Meeting>(), atlas.agreements(), &Meeting::agreement)),
      dispute_meetings(grouped(atlas.table<Meeting>(), atlas.disputes(), &Meeting::dispute)),
      reports(grouped(atlas.table<Report>(), atlas.agreements(), &Report::agreement)),
      care(grouped(atlas.table<AssetCare>(), atlas.assets(), &AssetCare::asset)),
      body_agreements(
          grouped(atlas.agreements(), atlas.table<CooperationBody>(), &Agreement::body)),
      body_meetings(
          grouped(atlas.table<Meeting>(), atlas.table<CooperationBody>(), &Meeting::body)),
      body_reports(grouped(atlas.table<Report>(), atlas.table<CooperationBody>(), &Report::body)),
      activities(grouped(atlas.table<BodyActivity>(), atlas.table<CooperationBody>(),
                         &BodyActivity::body)),
      case_segments(grouped(atlas.table<CaseSegment>(), atlas.disputes(), &CaseSegment::dispute)),
      signatories(grouped(atlas.table<Signatory>(), atlas.disputes(), &Signatory::dispute)),
      evidence(grouped(atlas.table<Evidence>(), atlas.disputes(), &Evidence::dispute)),
      attachments(
          grouped(atlas.table<Attachment>(), atlas.table<Document>(), &Attachment::document)),
      by_code(sorted_by_code(atlas.villages())) {
}

} // namespace antardesa::model
