#pragma once

#include "geo/measure.h"
#include "topology/too_tangled.h"

#include <map>

namespace antardesa::analysis::detail {

/// Outlines without those that are too tangled to be compared with anything. They point to what
/// they were given; numbers stay.
class Untangled {
  public:
    explicit Untangled(std::vector<const geo::MultiPolygon*> outlines)
        : outlines_(std::move(outlines)) {}

    /// What `search(outlines)` finds, again without whom it names. Throws `TooTangled` where it
    /// cannot be said who, or where there is no end of it.
    template<class Search>
    auto run(Search search) {
        constexpr int most_rounds = 4;
        for (int round = 0;; ++round)
            try {
                return search(std::span<const geo::MultiPolygon* const>(outlines_));
            } catch (const topology::TooTangled& error) {
                if (error.tangles().empty() || round == most_rounds)
                    throw;
                for (const topology::TooTangled::Tangle& tangle : error.tangles())
                    leave_out(tangle);
            }
    }

    /// Who was left out, and where it is the worst.
    const std::map<std::uint32_t, geo::Point>& left_out() const { return left_out_; }
    /// Whether the box may hold land of one that was left out: what looks open there may be its.
    bool may_be_theirs(const geo::Box& box) const {
        for (const geo::Box& one : boxes_)
            if (one.intersects(box))
                return true;
        return false;
    }

  private:
    void leave_out(const topology::TooTangled::Tangle& tangle) {
        if (!left_out_.emplace(tangle.claimant, tangle.place).second)
            return;
        boxes_.push_back(geo::bounds(*outlines_[tangle.claimant]));
        outlines_[tangle.claimant] = &nothing_;
    }

    std::vector<const geo::MultiPolygon*> outlines_;
    std::map<std::uint32_t, geo::Point> left_out_;
    std::vector<geo::Box> boxes_;
    geo::MultiPolygon nothing_;
};

} // namespace antardesa::analysis::detail
