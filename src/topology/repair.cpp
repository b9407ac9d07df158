#include "topology/repair.h"

#include "topology/detail/edge_set.h"
#include "topology/detail/repair_pass.h"

#include <iterator>
#include <map>

namespace antardesa::topology {

double Ledger::sum() const {
    double sum = 0;
    for (const LedgerRow& row : villages)
        sum += row.after - row.before;
    return sum - (overlap_after - overlap_before) + (gap_after - gap_before) + opened;
}

const char* repair_refusal_name(RepairRefusal refusal) {
    switch (refusal) {
    case RepairRefusal::broken_outline:
        return "broken_outline";
    case RepairRefusal::would_vanish:
        return "would_vanish";
    case RepairRefusal::no_claim:
        return "no_claim";
    case RepairRefusal::several_sides:
        return "several_sides";
    case RepairRefusal::line_does_not_cut:
        return "line_does_not_cut";
    case RepairRefusal::line_too_short:
        return "line_too_short";
    case RepairRefusal::new_flaw:
        break;
    }
    return "new_flaw";
}

namespace {

/// One strip's end may make others longer, shorter or another village's: repeated until the choice
/// has nothing more to say. The last pass only measures.
class Passes {
  public:
    Passes(std::span<const geo::MultiPolygon* const> claimants, geo::Point metric)
        : outlines_(claimants.begin(), claimants.end()), metric_(metric) {}

    Repair run(const RepairChoice& choice, Progress& progress) {
        constexpr int most = 20;
        Repair pass;
        for (int number = 0; number < most; ++number) {
            pass = detail::repair_once(outlines_, choice, metric_, progress);
            if (number == 0)
                start(pass.ledger);
            if (pass.repaired == 0)
                break;
            total_.repaired += pass.repaired;
            std::move(pass.settled.begin(), pass.settled.end(), std::back_inserter(total_.settled));
            std::move(pass.new_borders.begin(), pass.new_borders.end(),
                      std::back_inserter(total_.new_borders));
            for (auto& [claimant, outline] : pass.outlines)
                replaced_[claimant] = std::move(outline);
            for (const auto& [claimant, outline] : replaced_)
                outlines_[claimant] = &outline;
        }
        return finish(pass);
    }

  private:
    void start(const Ledger& first) {
        before_ = first.villages;
        total_.ledger.overlap_before = first.overlap_before;
        total_.ledger.gap_before = first.gap_before;
    }

    Repair finish(const Repair& last) {
        total_.left = last.left;
        total_.refused = last.refused;
        total_.refusals = last.refusals;
        total_.ledger.overlap_after = last.ledger.overlap_after;
        total_.ledger.gap_after = last.ledger.gap_after;
        keep_lasting_borders();
        for (auto& [claimant, outline] : replaced_) {
            total_.ledger.villages.push_back(
                {claimant, before_[claimant].before, last.ledger.villages[claimant].before});
            total_.outlines.emplace_back(claimant, std::move(outline));
        }
        return std::move(total_);
    }

    /// A later pass may have done away with a border of an earlier one.
    void keep_lasting_borders() {
        detail::EdgeSet edges;
        for (const auto& [claimant, outline] : replaced_)
            edges.add(outline);
        geo::MultiLine lasting;
        for (const geo::Line& line : total_.new_borders)
            detail::append_stretches(
                lasting, line, [&](geo::Point a, geo::Point b) { return edges.contains(a, b); });
        total_.new_borders = std::move(lasting);
    }

    std::vector<const geo::MultiPolygon*> outlines_;
    std::vector<LedgerRow> before_;
    std::map<Claimant, geo::MultiPolygon> replaced_;
    geo::Point metric_;
    Repair total_;
};

} // namespace

Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress) {
    return Passes(claimants, metric).run(choice, progress);
}

} // namespace antardesa::topology
