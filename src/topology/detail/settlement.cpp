#include "topology/detail/settlement.h"

#include "geo/measure.h"
#include "topology/detail/agreed_line.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::topology::detail {

namespace {

bool reaches(const AgreedLine& line, const Strip& strip) {
    return std::all_of(strip.pieces.begin(), strip.pieces.end(), [&](const geo::Polygon& piece) {
        return line.is_left(place_inside(piece)).has_value();
    });
}

using Claimants = std::vector<Claimant>;

/// Cuts of all that two have between them, and why it cannot be cut. A small strip may lie beside
/// the line that divides the others.
class Cutter {
  public:
    void add(const Strip& strip, const RepairDecision& decision, geo::Point metric) {
        const Claimants& border = strip.claimants;
        if (border.size() != 2) {
            refused_[border] = RepairRefusal::several_sides;
            return;
        }
        const AgreedLine line(*decision.line, metric);
        geo::MultiLine& lines = cuts_[border];
        for (geo::Line& cut : line.cuts_of(strip))
            lines.push_back(std::move(cut));
        if (!reaches(line, strip))
            refused_.try_emplace(border, RepairRefusal::line_too_short);
    }

    geo::MultiLine cuts() {
        geo::MultiLine all;
        for (auto& [border, lines] : cuts_)
            if (lines.empty())
                refused_[border] = RepairRefusal::line_does_not_cut;
            else if (!refused_.count(border))
                all.insert(all.end(), lines.begin(), lines.end());
        return all;
    }

    std::optional<RepairRefusal> refusal(const Claimants& border) const {
        const auto found = refused_.find(border);
        return found == refused_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    std::map<Claimants, geo::MultiLine> cuts_;
    std::map<Claimants, RepairRefusal> refused_;
};

} // namespace

Settlements decided(const Strips& strips, const RepairChoice& choice) {
    Settlements all;
    std::map<std::uint32_t, RepairDecision> for_border;
    std::set<std::uint32_t> on_final_line; ///< one of them changes it, so none is mended
    for (std::size_t i = 0; i < strips.strips.size(); ++i) {
        const RepairAnswer answer = choice(strips.strips[i]);
        all.push_back({answer.decision(), {}, false});
        if (!answer.decision())
            all.back().refusal = answer.why_not();
        if (all.back().refusal == RepairRefusal::final_line)
            on_final_line.insert(strips.groups[i]);
        if (all.back().decision && all.back().decision->whole_border)
            for_border[strips.groups[i]] = *all.back().decision;
    }
    std::map<std::uint32_t, bool> whole;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::uint32_t border = strips.groups[i];
        if (all[i].decision && on_final_line.count(border))
            all[i] = {{}, RepairRefusal::final_line, false};
        if (const auto spread = for_border.find(border);
            !all[i].decision && spread != for_border.end() && !on_final_line.count(border))
            all[i] = {spread->second, {}, true};
        bool& group = whole.try_emplace(border, true).first->second;
        group = group && all[i].decision.has_value();
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].decision && all[i].decision->narrower_than <= 0 && !whole[strips.groups[i]])
            all[i].refusal = RepairRefusal::tied;
    return all;
}

bool follows(const Settlement& settlement) {
    return settlement.decision && !settlement.refusal &&
           settlement.decision->rule == RepairRule::follow;
}

geo::MultiLine agreed_cuts(const Strips& strips, Settlements& settlements, geo::Point metric) {
    Cutter cutter;
    for (std::size_t i = 0; i < settlements.size(); ++i)
        if (follows(settlements[i]))
            cutter.add(strips.strips[i], *settlements[i].decision, metric);
    geo::MultiLine cuts = cutter.cuts();
    for (std::size_t i = 0; i < settlements.size(); ++i)
        if (follows(settlements[i]))
            settlements[i].refusal = cutter.refusal(strips.strips[i].claimants);
    return cuts;
}

Settlements carried_over(const Settlements& settlements, const Strips& before,
                         const Strips& after) {
    Settlements carried;
    for (const Strip& strip : after.strips) {
        carried.push_back({{}, RepairRefusal::not_chosen, false});
        for (std::size_t i = 0; i < settlements.size(); ++i)
            if (before.strips[i].kind == strip.kind &&
                before.strips[i].claimants == strip.claimants &&
                geo::contains(before.strips[i].pieces, strip.place))
                carried.back() = settlements[i];
    }
    return carried;
}

} // namespace antardesa::topology::detail
