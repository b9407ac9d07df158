#include "topology/detail/noding.h"

#include "topology/too_tangled.h"

namespace antardesa::topology::detail {

namespace {

class Noder {
  public:
    Noder(std::vector<const geo::MultiPolygon*>& claimants, RawScan& scan, const Grid& grid,
          const geo::MultiPolygon& nothing)
        : claimants_(claimants), scan_(scan), grid_(grid), nothing_(nothing) {}

    Noded run(Progress& progress) {
        constexpr int most_rounds = 12;
        geo::Point place;
        int strictness = 0;
        for (int round = 0; round < most_rounds; ++round) {
            Noded noded{build_coverage(claimants_, progress), {}, {}, {}};
            noded.cuts = find_cuts(noded.coverage, grid_, strictness, progress);
            strictness += noded.cuts.ended;
            for (const Tangle& tangle : noded.cuts.tangles)
                set_aside(tangle.claimant, tangle.own, place = grid_.centre(tangle.at));
            if (noded.cuts.ended || !noded.cuts.tangles.empty())
                continue;
            noded.arrangement = arrange(noded.coverage, grid_, noded.cuts.cuts, progress);
            noded.faces = trace_faces(noded.coverage, noded.arrangement, grid_, progress);
            if (!noded.faces.crowd && tangles_.empty())
                return noded;
            if (!noded.faces.crowd)
                break;
            place = noded.faces.crowd->place;
            for (const Claimant claimant : noded.faces.crowd->claimants)
                set_aside(claimant, false, place);
        }
        throw TooTangled(tangles_.empty() ? place : tangles_.front().place, tangles_);
    }

  private:
    void set_aside(Claimant claimant, bool own, geo::Point place) {
        claimants_[claimant] = &nothing_;
        if (own)
            scan_.invalid.push_back(
                {claimant, RingFault::self_crossing, place, most_own_crossings});
        else
            tangles_.push_back({claimant, place});
    }

    std::vector<const geo::MultiPolygon*>& claimants_;
    RawScan& scan_;
    const Grid& grid_;
    const geo::MultiPolygon& nothing_;
    std::vector<TooTangled::Tangle> tangles_;
};

} // namespace

Noded node(std::vector<const geo::MultiPolygon*>& claimants, RawScan& scan, const Grid& grid,
           const geo::MultiPolygon& nothing, Progress& progress) {
    return Noder(claimants, scan, grid, nothing).run(progress);
}

} // namespace antardesa::topology::detail
