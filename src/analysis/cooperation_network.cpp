#include "analysis/cooperation_network.h"
#include "analysis/partners.h"

#include <algorithm>
#include <numeric>

namespace antardesa::analysis {

namespace {

using model::Agreement;
using model::Atlas;
using model::Village;

constexpr std::size_t exact_up_to = 2000;
constexpr std::size_t starting_points = 400;

/// Villages by their number in the table, each with the others it is tied to, ascending.
using Neighbours = std::vector<std::vector<std::uint32_t>>;

std::vector<std::uint32_t> bound_villages(const Atlas& atlas, const Agreement& agreement) {
    std::vector<std::uint32_t> bound;
    for (const model::AgreementParty* party : atlas.parties(agreement.id))
        if (party->village && atlas.find(party->village))
            bound.push_back(static_cast<std::uint32_t>(atlas.villages().index_of(party->village)));
    std::sort(bound.begin(), bound.end());
    bound.erase(std::unique(bound.begin(), bound.end()), bound.end());
    return bound;
}

void tie(Neighbours& ties, const std::vector<std::uint32_t>& bound) {
    for (const std::uint32_t one : bound)
        for (const std::uint32_t other : bound)
            if (one != other)
                ties[one].push_back(other);
}

void sort_ties(Neighbours& ties) {
    for (auto& others : ties) {
        std::sort(others.begin(), others.end());
        others.erase(std::unique(others.begin(), others.end()), others.end());
    }
}

Neighbours count_agreements(CooperationNetwork& network, const Atlas& atlas, const Filter& filter,
                            Date today, Progress& progress) {
    Neighbours ties(atlas.villages().size());
    for (const Agreement& agreement : atlas.agreements()) {
        progress.check();
        if (!matches(filter, agreement, atlas, today))
            continue;
        ++network.agreements;
        ++network.by_field[static_cast<std::size_t>(agreement.field)];
        ++network.by_current_field[static_cast<std::size_t>(agreement.current_field)];
        ++network.by_stage[static_cast<std::size_t>(agreement.stage)];
        if (!makes_partners(agreement))
            continue;
        const auto bound = bound_villages(atlas, agreement);
        for (const std::uint32_t village : bound)
            ++network.villages[village].agreements;
        tie(ties, bound);
    }
    sort_ties(ties);
    return ties;
}

/// Everything that can be reached from `start`, marked in `seen`.
std::vector<std::uint32_t> reachable(const Neighbours& ties, std::uint32_t start,
                                     std::vector<bool>& seen) {
    std::vector<std::uint32_t> found{start};
    seen[start] = true;
    for (std::size_t next = 0; next < found.size(); ++next)
        for (const std::uint32_t other : ties[found[next]])
            if (!seen[other]) {
                seen[other] = true;
                found.push_back(other);
            }
    std::sort(found.begin(), found.end());
    return found;
}

using Components = std::vector<std::vector<std::uint32_t>>;

Components components_of(const Neighbours& ties, const Atlas& atlas) {
    Components components;
    std::vector<bool> seen(ties.size(), false);
    for (std::uint32_t start = 0; start < ties.size(); ++start) {
        const bool urban = atlas.villages()[start].kind == model::VillageKind::urban_village;
        if (!seen[start] && (!urban || !ties[start].empty()))
            components.push_back(reachable(ties, start, seen));
    }
    std::stable_sort(components.begin(), components.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return components;
}

/// Adds what every village lies between on the shortest ways from one start: U. Brandes, "A faster
/// algorithm for betweenness centrality", J. Math. Sociology 25 (2001).
class Betweenness {
  public:
    explicit Betweenness(const Neighbours& ties)
        : ties_(ties), between_(ties.size(), 0), ways_(ties.size(), 0), share_(ties.size(), 0),
          distance_(ties.size(), -1) {}

    void add_from(std::uint32_t start) {
        search(start);
        for (std::size_t i = order_.size(); i-- > 1;) {
            const std::uint32_t village = order_[i];
            for (const std::uint32_t before : ties_[village])
                if (distance_[before] == distance_[village] - 1)
                    share_[before] += ways_[before] / ways_[village] * (1 + share_[village]);
            between_[village] += share_[village];
        }
        for (const std::uint32_t village : order_) {
            ways_[village] = share_[village] = 0;
            distance_[village] = -1;
        }
    }
    double of(std::uint32_t village) const { return between_[village]; }

  private:
    void search(std::uint32_t start) {
        order_.assign(1, start);
        distance_[start] = 0;
        ways_[start] = 1;
        for (std::size_t next = 0; next < order_.size(); ++next) {
            const std::uint32_t village = order_[next];
            for (const std::uint32_t other : ties_[village]) {
                if (distance_[other] < 0) {
                    distance_[other] = distance_[village] + 1;
                    order_.push_back(other);
                }
                if (distance_[other] == distance_[village] + 1)
                    ways_[other] += ways_[village];
            }
        }
    }

    const Neighbours& ties_;
    std::vector<double> between_;
    std::vector<double> ways_;
    std::vector<double> share_;
    std::vector<int> distance_;
    std::vector<std::uint32_t> order_;
};

/// Both directions of a way are counted, so its pairs are ordered ones.
void add_brokerage(CooperationNetwork& network, const Neighbours& ties,
                   const Components& components, Progress& progress) {
    Betweenness between(ties);
    for (const auto& members : components) {
        if (members.size() < 3)
            break; // the largest come first
        const bool exact = members.size() <= exact_up_to;
        network.estimated = network.estimated || !exact;
        const std::size_t step = exact ? 1 : members.size() / starting_points;
        double starts = 0;
        for (std::size_t i = 0; i < members.size(); i += step, ++starts) {
            progress.check();
            between.add_from(members[i]);
        }
        const auto size = static_cast<double>(members.size());
        const double pairs = (size - 1) * (size - 2) * starts / size;
        for (const std::uint32_t village : members)
            network.villages[village].brokerage = std::min(1.0, between.of(village) / pairs);
    }
}

} // namespace

CooperationNetwork cooperation_network(const Atlas& atlas, const Filter& filter, Date today,
                                       Progress& progress) {
    CooperationNetwork network;
    for (const Village& village : atlas.villages())
        network.villages.push_back({village.id});
    const Neighbours ties = count_agreements(network, atlas, filter, today, progress);
    const Components components = components_of(ties, atlas);
    for (const auto& members : components) {
        const int number = static_cast<int>(network.components.size());
        auto& ids = network.components.emplace_back();
        for (const std::uint32_t village : members) {
            ids.push_back(atlas.villages()[village].id);
            network.villages[village].component = number;
            network.villages[village].degree = static_cast<int>(ties[village].size());
            if (members.size() == 1 &&
                atlas.villages()[village].kind != model::VillageKind::urban_village)
                network.isolated.push_back(ids.back());
        }
    }
    std::sort(network.isolated.begin(), network.isolated.end());
    add_brokerage(network, ties, components, progress);
    return network;
}

} // namespace antardesa::analysis
