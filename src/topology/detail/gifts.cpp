#include "topology/detail/gifts.h"

#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology::detail {

namespace {

/// Of a splinter: as narrow as what a check calls one, and nothing that anybody would miss.
constexpr double most_width_m = 1;
constexpr double most_area_m2 = 10;

bool is_beside(const CutPiece& piece, const Gifts::Gift& gift) {
    return std::binary_search(piece.beside.begin(), piece.beside.end(), gift.face.cycle);
}

} // namespace

void Gifts::give(const RepairBench& bench, Gift gift) {
    set_owner(bench, gift.face, gift.owner);
    count(bench.strips.strips[gift.strip], gift, 1);
    gifts_.push_back(std::move(gift));
}

void Gifts::set_owner(const RepairBench& bench, const StripFace& face, Claimant owner) {
    // A strip that is divided makes new faces.
    owner_of_.resize(bench.faces.cycle_start.size(), nobody);
    owner_of_[face.cycle] = owner;
    for (const std::uint32_t island : face.islands)
        owner_of_[island] = owner;
}

void Gifts::count(const Strip& strip, const Gift& gift, int times) {
    if (strip.kind == StripKind::gap)
        gain_[gift.owner] += times * gift.face.area;
    else
        for (const Claimant claimant : strip.claimants)
            if (claimant != gift.owner)
                gain_[claimant] -= times * gift.face.area;
}

bool Gifts::may_give(const Strip& strip, Claimant owner) const {
    return strip.kind == StripKind::gap ||
           std::all_of(strip.claimants.begin(), strip.claimants.end(), [&](Claimant c) {
               return c == owner || -gain_[c] + strip.area < 0.5 * geo::area(*claimants_[c]);
           });
}

std::set<std::size_t> Gifts::keep_whole(const RepairBench& bench, const IsFinal& keeps) {
    constexpr int most = 20;
    owner_of_.resize(bench.faces.cycle_start.size(), nobody);
    std::set<std::size_t> all_taken;
    for (int number = 0; number < most; ++number) {
        const auto pieces = cut_pieces(bench, owner_of_);
        const std::size_t handed_over = splinters_.size();
        std::set<std::size_t> taken;
        for (const CutPiece& piece : pieces)
            if (!is_splinter(bench, piece, keeps))
                taken.merge(take_back(bench, piece));
        // What was taken back may have joined splinters, too.
        if (taken.empty())
            for (const CutPiece& piece : pieces)
                if (is_splinter(bench, piece, keeps))
                    hand_over(piece);
        const bool is_done = taken.empty() && splinters_.size() == handed_over;
        all_taken.merge(taken);
        if (is_done)
            break;
    }
    return all_taken;
}

bool Gifts::is_splinter(const RepairBench& bench, const CutPiece& piece,
                        const IsFinal& keeps) const {
    if (!piece.is_plain || piece.neighbour == nobody || keeps(piece.village, piece.neighbour) ||
        was_moved_on(piece))
        return false;
    if (is_rounding(bench.fabric(), piece.area, piece.perimeter))
        return true;
    const double area = piece.area * metric_.x * metric_.y;
    const double width = 2 * piece.area / piece.perimeter * std::max(metric_.x, metric_.y);
    return area <= most_area_m2 && width < most_width_m;
}

/// To and fro it would go for ever.
bool Gifts::was_moved_on(const CutPiece& piece) const {
    constexpr int most = 2;
    return std::any_of(piece.cycles.begin(), piece.cycles.end(), [this](std::uint32_t cycle) {
        const auto moved = moved_.find(cycle);
        return moved != moved_.end() && moved->second >= most;
    });
}

void Gifts::hand_over(const CutPiece& piece) {
    for (const std::uint32_t cycle : piece.cycles) {
        owner_of_[cycle] = piece.neighbour;
        ++moved_[cycle];
    }
    gain_[piece.village] -= piece.area;
    gain_[piece.neighbour] += piece.area;
    splinters_.push_back(piece);
}

std::set<std::size_t> Gifts::take_back(const RepairBench& bench, const CutPiece& piece) {
    std::set<std::size_t> taken;
    for (const Gift& gift : gifts_)
        if (!gift.may_part && is_beside(piece, gift))
            taken.insert(gift.strip);
    for (const Gift& gift : gifts_)
        if (taken.count(gift.strip)) {
            set_owner(bench, gift.face, nobody);
            count(bench.strips.strips[gift.strip], gift, -1);
        }
    std::erase_if(gifts_, [&](const Gift& gift) { return taken.count(gift.strip) > 0; });
    return taken;
}

} // namespace antardesa::topology::detail
