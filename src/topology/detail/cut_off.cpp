#include "topology/detail/cut_off.h"

#include "geo/measure.h"
#include "topology/detail/apart.h"
#include "topology/detail/sets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace antardesa::topology::detail {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr double least_share = 0.05; ///< of the border on others' land; less is a touch
constexpr double most_of_it = 0.5;
constexpr double least_breadth = 1e-3; ///< area by the square of the border; a square has 0.06

class Search {
  public:
    explicit Search(const CutOffSearch& asked)
        : fabric_(asked.fabric), strips_(asked.strips), claimants_(asked.claimants),
          groups_(asked.groups), together_(0) {}

    std::vector<CutOff> run(std::span<const NearMiss> near_misses, Progress& progress) {
        list_places();
        number_parts();
        together_ = JoinedSets(places_.size() + parts_.size());
        progress.check();
        join_across_lines();
        join_with_parts();
        join_across_gaps();
        join_near_misses(near_misses);
        progress.check();
        measure();
        return told();
    }

  private:
    /// A group's share in a face: all of these that hang together are one piece of land.
    using Place = std::uint32_t;
    struct Border {
        double all = 0;
        double others = 0; ///< on land of other groups
        bool open = false;
    };
    struct Land {
        std::uint32_t root = 0;
        std::vector<std::uint32_t> parts;
        double area = 0;
    };

    std::uint32_t group_of(Claimant claimant) const {
        return claimant < groups_.size() ? groups_[claimant] : 0;
    }

    void list_places() {
        const std::size_t cycles = fabric_.faces.cycle_start.size();
        std::vector<std::uint32_t> gap_at(cycles, none);
        for (std::uint32_t i = 0; i < strips_.strips.size(); ++i)
            for (const StripFace& face : strips_.faces[i])
                if (strips_.strips[i].kind == StripKind::gap) {
                    gap_at[face.cycle] = i;
                    for (const std::uint32_t island : face.islands)
                        gap_at[island] = i;
                }
        first_.reserve(cycles + 1);
        for (std::uint32_t cycle = 0; cycle < cycles; ++cycle) {
            first_.push_back(static_cast<std::uint32_t>(places_.size()));
            const Cover& cover = fabric_.faces.cover[cycle];
            for (const Winding& winding : cover)
                if (winding.times > 0)
                    add_place(group_of(winding.claimant));
            if (!cover.empty())
                continue;
            if (gap_at[cycle] != none)
                for (const Claimant claimant : strips_.strips[gap_at[cycle]].claimants)
                    add_place(group_of(claimant));
            else if (!fabric_.faces.is_outer[cycle])
                add_bordering(cycle);
        }
        first_.push_back(static_cast<std::uint32_t>(places_.size()));
    }

    void add_place(std::uint32_t group) {
        if (group == 0)
            return;
        for (std::size_t i = first_.back(); i < places_.size(); ++i)
            if (places_[i] == group)
                return;
        places_.push_back(group);
    }

    /// A gap that is the rounding of a line.
    void add_bordering(std::uint32_t cycle) {
        fabric_.faces.walk(cycle, [this](std::uint32_t half) {
            for (const Owner& owner : fabric_.arrangement.owners_of(half / 2))
                add_place(group_of(owner.claimant));
        });
    }

    std::span<const std::uint32_t> groups_at(std::uint32_t cycle) const {
        return std::span(places_).subspan(first_[cycle], first_[cycle + 1] - first_[cycle]);
    }

    Place place(std::uint32_t cycle, std::uint32_t group) const {
        for (std::uint32_t i = first_[cycle]; i < first_[cycle + 1]; ++i)
            if (places_[i] == group)
                return i;
        return none;
    }

    void number_parts() {
        for (Claimant c = 0; c < claimants_.size(); ++c) {
            first_part_.push_back(static_cast<std::uint32_t>(parts_.size()));
            for (std::uint32_t polygon = 0; polygon < claimants_[c]->size(); ++polygon)
                parts_.push_back({c, polygon});
        }
    }

    std::uint32_t member_of(Claimant claimant, std::uint32_t polygon) const {
        return static_cast<std::uint32_t>(places_.size()) + first_part_[claimant] + polygon;
    }

    void join(std::uint32_t cycle, std::uint32_t group, std::uint32_t member) {
        if (const Place at = place(cycle, group); at != none)
            together_.join(at, member);
    }

    void join_across_lines() {
        const Arrangement& arrangement = fabric_.arrangement;
        for (std::uint32_t e = 0; e < arrangement.edge_count(); ++e) {
            const std::uint32_t left = fabric_.faces.cycle[2 * e];
            const std::uint32_t right = fabric_.faces.cycle[2 * e + 1];
            for (const std::uint32_t group : groups_at(left))
                join(right, group, place(left, group));
            for (const Owner& owner : arrangement.owners_of(e))
                if (const std::uint32_t group = group_of(owner.claimant))
                    join(owner.left ? left : right, group,
                         member_of(owner.claimant, fabric_.coverage.rings[owner.ring].polygon));
        }
    }

    /// What lies in somebody's land hangs together with it, though no line of it leads there.
    void join_with_parts() {
        for (const Faces::Component& component : fabric_.faces.components)
            for (const Winding& winding : fabric_.faces.cover[component.outer_cycle])
                if (const std::uint32_t group = group_of(winding.claimant); group != 0)
                    join_with_part(component, winding.claimant, group);
    }

    void join_with_part(const Faces::Component& component, Claimant claimant, std::uint32_t group) {
        const geo::MultiPolygon& polygons = *claimants_[claimant];
        const geo::Point at = fabric_.arrangement.nodes[component.node];
        for (std::uint32_t polygon = 0; polygon < polygons.size(); ++polygon)
            if (polygons.size() == 1 || geo::contains(polygons[polygon].outer, at))
                join(component.outer_cycle, group, member_of(claimant, polygon));
    }

    void join_across_gaps() {
        for (const auto& faces : strips_.faces)
            for (const StripFace& face : faces)
                for (const std::uint32_t island : face.islands)
                    for (const std::uint32_t group : groups_at(face.cycle))
                        join(island, group, place(face.cycle, group));
    }

    /// One corner is a touch, two are a line.
    void join_near_misses(std::span<const NearMiss> near_misses) {
        for (const NearMiss& miss : near_misses) {
            const std::uint32_t group = group_of(miss.first);
            if (miss.places.size() < 2 || group == 0 || group != group_of(miss.second))
                continue;
            for (const geo::Point at : miss.places) {
                const double reach = std::max(miss.distance, fabric_.grid.unit());
                for (const std::uint32_t one : parts_at(miss.first, at, reach))
                    for (const std::uint32_t other : parts_at(miss.second, at, reach))
                        together_.join(one, other);
            }
        }
    }

    std::vector<std::uint32_t> parts_at(Claimant claimant, geo::Point at, double reach) const {
        std::vector<std::uint32_t> found;
        const geo::MultiPolygon& polygons = *claimants_[claimant];
        for (std::uint32_t polygon = 0; polygon < polygons.size(); ++polygon)
            if (geo::bounds(polygons[polygon].outer).grown(reach).contains(at))
                found.push_back(member_of(claimant, polygon));
        return found;
    }

    double length_of(std::uint32_t edge) const {
        geo::Line line;
        append_points(fabric_, 2 * edge, line);
        line.push_back(fabric_.arrangement.nodes[fabric_.arrangement.edges[edge].end]);
        return geo::length(line);
    }

    void measure() {
        borders_.resize(places_.size() + parts_.size());
        for (std::uint32_t e = 0; e < fabric_.arrangement.edge_count(); ++e) {
            const std::uint32_t left = fabric_.faces.cycle[2 * e];
            const std::uint32_t right = fabric_.faces.cycle[2 * e + 1];
            if (std::ranges::equal(groups_at(left), groups_at(right)))
                continue;
            const double length = length_of(e);
            add_border(left, right, length);
            add_border(right, left, length);
        }
    }

    void add_border(std::uint32_t cycle, std::uint32_t beyond, double length) {
        for (const std::uint32_t group : groups_at(cycle)) {
            if (place(beyond, group) != none)
                continue;
            Border& border = borders_[together_.root(place(cycle, group))];
            border.all += length;
            border.others += groups_at(beyond).empty() ? 0 : length;
            border.open =
                border.open || (groups_at(beyond).empty() && fabric_.faces.cover[beyond].empty());
        }
    }

    std::vector<CutOff> told() {
        std::map<std::uint32_t, std::map<std::uint32_t, Land>> lands;
        for (std::uint32_t part = 0; part < parts_.size(); ++part)
            if (const std::uint32_t group = group_of(parts_[part].claimant)) {
                const std::uint32_t root =
                    together_.root(static_cast<std::uint32_t>(places_.size()) + part);
                Land& land = lands[group][root];
                land.root = root;
                land.parts.push_back(part);
            }
        for (auto& [group, pieces] : lands)
            if (pieces.size() > 1)
                tell(pieces);
        return itself_outside();
    }

    std::vector<CutOff> itself_outside() {
        if (found_.size() < 2)
            return std::move(found_);
        const std::vector<bool> behind = behind_another(apart_, touching());
        std::vector<CutOff> result;
        for (std::size_t i = 0; i < found_.size(); ++i)
            if (!behind[i])
                result.push_back(std::move(found_[i]));
        return result;
    }

    /// Lands of several groups with a common line.
    std::set<std::pair<std::uint32_t, std::uint32_t>> touching() {
        std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::uint32_t e = 0; e < fabric_.arrangement.edge_count(); ++e) {
            const std::uint32_t left = fabric_.faces.cycle[2 * e];
            const std::uint32_t right = fabric_.faces.cycle[2 * e + 1];
            for (std::uint32_t i = first_[left]; i < first_[left + 1]; ++i)
                for (std::uint32_t j = first_[right]; j < first_[right + 1]; ++j)
                    if (places_[i] != places_[j])
                        pairs.insert(std::minmax(together_.root(i), together_.root(j)));
        }
        return pairs;
    }

    double area_of(std::uint32_t part) const {
        const geo::Polygon& polygon = (*claimants_[parts_[part].claimant])[parts_[part].polygon];
        double area = std::abs(geo::signed_area(polygon.outer));
        for (const geo::Ring& hole : polygon.holes)
            area -= std::abs(geo::signed_area(hole));
        return std::max(0.0, area);
    }

    void tell(std::map<std::uint32_t, Land>& pieces) {
        for (auto& [root, land] : pieces)
            for (const std::uint32_t part : land.parts)
                land.area += area_of(part);
        const auto main =
            std::max_element(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) {
                return a.second.area < b.second.area;
            });
        const bool is_whole = is_whole_in_file(pieces, main->second);
        std::vector<std::pair<CutOff, Apart>> found;
        for (const auto& [root, land] : pieces)
            if (root != main->first && lies_among_others(land, main->second, is_whole)) {
                found.push_back({{{}, !borders_[root].open}, {root, main->first}});
                for (const std::uint32_t part : land.parts)
                    found.back().first.parts.push_back(parts_[part]);
            }
        std::sort(found.begin(), found.end(),
                  [](const auto& a, const auto& b) { return a.first.parts < b.first.parts; });
        for (auto& [land, apart] : found) {
            found_.push_back(std::move(land));
            apart_.push_back(apart);
        }
    }

    /// A clipped file keeps of a kecamatan beyond its edge a string of pieces, and as its main land
    /// the largest of them: few villages, or one.
    bool is_whole_in_file(const std::map<std::uint32_t, Land>& pieces, const Land& main) const {
        std::size_t at_coast = 0;
        for (const auto& [root, land] : pieces)
            at_coast += root != main.root && borders_[root].open && borders_[root].others > 0;
        std::size_t villages = 1;
        for (std::size_t i = 1; i < main.parts.size(); ++i)
            villages += parts_[main.parts[i]].claimant != parts_[main.parts[i - 1]].claimant;
        return at_coast < villages;
    }

    /// No sliver, as files that were clipped at a border keep of the land beyond.
    bool is_broad(const Land& land) const {
        const double around = borders_[land.root].all;
        return land.area >= least_breadth * around * around;
    }

    bool lies_among_others(const Land& land, const Land& main, bool is_whole) {
        const Border& border = borders_[land.root];
        if (border.others <= 0 || !border.open)
            return border.others > 0;
        if (border.others < least_share * border.all || !is_broad(land) || !is_broad(main))
            return false;
        if (border.others >= most_of_it * border.all &&
            std::none_of(land.parts.begin(), land.parts.end(),
                         [&](std::uint32_t part) { return lies_elsewhere_too(part, land); }))
            return true;
        return is_whole && others_part(land, main);
    }

    /// The sea parts islands. Land does where it leads to the main land, or where others have more
    /// of it than the group has anywhere.
    bool others_part(const Land& land, const Land& main) {
        if (!landmasses_)
            measure_landmasses();
        const std::uint32_t mass = landmasses_->root(land.root);
        if (mass == landmasses_->root(main.root))
            return true;
        const std::uint32_t group = group_of(parts_[land.parts.front()].claimant);
        return land_of_[{mass, 0}] - land_of_[{mass, group}] > land_of_[{none, group}];
    }

    void measure_landmasses() {
        landmasses_ = together_;
        for (std::uint32_t e = 0; e < fabric_.arrangement.edge_count(); ++e) {
            const std::uint32_t left = fabric_.faces.cycle[2 * e];
            const std::uint32_t right = fabric_.faces.cycle[2 * e + 1];
            if (groups_at(left).empty() || groups_at(right).empty())
                continue;
            for (std::uint32_t i = first_[left]; i < first_[left + 1]; ++i)
                landmasses_->join(i, first_[right]);
            for (std::uint32_t i = first_[right]; i < first_[right + 1]; ++i)
                landmasses_->join(first_[left], i);
        }
        for (std::uint32_t part = 0; part < parts_.size(); ++part) {
            const std::uint32_t group = group_of(parts_[part].claimant);
            if (group == 0)
                continue;
            const double area = area_of(part);
            const std::uint32_t mass =
                landmasses_->root(static_cast<std::uint32_t>(places_.size()) + part);
            land_of_[{mass, 0}] += area;
            land_of_[{mass, group}] += area;
            land_of_[{none, group}] += area;
        }
    }

    bool lies_elsewhere_too(std::uint32_t part, const Land& land) {
        const Claimant claimant = parts_[part].claimant;
        for (std::uint32_t polygon = 0; polygon < claimants_[claimant]->size(); ++polygon)
            if (together_.root(member_of(claimant, polygon)) != land.root)
                return true;
        return false;
    }

    const Fabric& fabric_;
    const Strips& strips_;
    std::span<const geo::MultiPolygon* const> claimants_;
    std::span<const std::uint32_t> groups_;
    std::vector<std::uint32_t> places_; ///< the group of each
    std::vector<std::uint32_t> first_;  ///< place of each cycle, and the end
    std::vector<CutOff::Part> parts_;
    std::vector<std::uint32_t> first_part_; ///< of each claimant
    JoinedSets together_;                   ///< places, then parts
    std::vector<Border> borders_;           ///< by root
    std::vector<CutOff> found_;             ///< by group, and there by village
    std::vector<Apart> apart_;              ///< of each found one
    std::optional<JoinedSets> landmasses_;  ///< as together_, across the lines between groups
    /// By landmass and group; group 0: of all, landmass `none`: on all.
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> land_of_;
};

} // namespace

std::vector<CutOff> find_cut_off(const CutOffSearch& search, std::span<const NearMiss> near_misses,
                                 Progress& progress) {
    return Search(search).run(near_misses, progress);
}

} // namespace antardesa::topology::detail
