#pragma once

#include "model/atlas.h"

#include <utility>

namespace antardesa::model::detail {

/// Items grouped by the row that owns them: one flat array and where each owner's part begins,
/// owners in table order. Two allocations whatever the number of rows.
template<class Item>
class Grouped {
  public:
    /// (position of the owner in its table, item) pairs in the order the items shall keep. The
    /// same item given twice in a row for one owner counts once. Owners at `owners` or beyond
    /// (rows that do not exist) are left out.
    using Pair = std::pair<std::size_t, const Item*>;

    Grouped() = default;
    Grouped(std::size_t owners, std::span<const Pair> pairs) : starts_(owners + 1, 0) {
        // Counting sort: stable, so that items keep table order within their owner.
        for (const Pair& pair : pairs)
            if (pair.first < owners)
                ++starts_[pair.first + 1];
        for (std::size_t i = 0; i < owners; ++i)
            starts_[i + 1] += starts_[i];
        items_.resize(starts_.back());
        std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
        for (const Pair& pair : pairs)
            if (pair.first < owners)
                items_[next[pair.first]++] = pair.second;
        drop_repeats(owners);
    }

    /// Empty for an owner that does not exist.
    std::span<const Item* const> of(std::size_t owner) const {
        if (owner + 1 >= starts_.size())
            return {};
        return std::span(items_).subspan(starts_[owner], starts_[owner + 1] - starts_[owner]);
    }

  private:
    void drop_repeats(std::size_t owners) {
        std::size_t kept = 0;
        std::size_t from = 0;
        for (std::size_t owner = 0; owner < owners; ++owner) {
            const std::size_t begin = kept;
            const std::size_t end = starts_[owner + 1];
            for (; from < end; ++from)
                if (kept == begin || items_[kept - 1] != items_[from])
                    items_[kept++] = items_[from];
            starts_[owner + 1] = kept;
        }
        items_.resize(kept);
    }

    std::vector<std::size_t> starts_;
    std::vector<const Item*> items_;
};

} // namespace antardesa::model::detail

namespace antardesa::model {

/// Pointers into the tables of the Atlas that owns it: valid as long as that Atlas.
struct Atlas::LookUps {
    explicit LookUps(const Atlas& atlas);

    detail::Grouped<AgreementParty> parties;
    detail::Grouped<Agreement> agreements;
    detail::Grouped<BoundarySegment> segments;
    detail::Grouped<TurningPoint> points; ///< by their order along the segment
    detail::Grouped<BoundaryDispute> disputes;
    detail::Grouped<Claim> claims;
    detail::Grouped<AssetShare> shares;
    detail::Grouped<SharedAsset> assets;
    detail::Grouped<BodyMember> members;
    detail::Grouped<EnterpriseCapital> capital;
    detail::Grouped<Meeting> agreement_meetings;
    detail::Grouped<Meeting> dispute_meetings;
    detail::Grouped<Report> reports;
    detail::Grouped<AssetCare> care;
    detail::Grouped<Agreement> body_agreements;
    detail::Grouped<Meeting> body_meetings;
    detail::Grouped<Report> body_reports;
    detail::Grouped<BodyActivity> activities;
    detail::Grouped<CaseSegment> case_segments;
    detail::Grouped<Signatory> signatories;
    detail::Grouped<Evidence> evidence;
    detail::Grouped<Attachment> attachments;
    std::vector<const Village*> by_code; ///< villages that have a code, sorted by it
};

} // namespace antardesa::model
