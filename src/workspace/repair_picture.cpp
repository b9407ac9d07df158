#include "workspace/repair_picture.h"

#include <algorithm>
#include <array>
#include <set>

namespace antardesa::workspace {

namespace {

using topology::Claimant;

std::string order_of(const model::Atlas& atlas, Claimant claimant) {
    const bool is_village = claimant < atlas.villages().size();
    return is_village ? atlas.villages()[claimant].code : std::string("~");
}

/// The smallest number that nobody has whom the claimant meets in a strip.
std::map<Claimant, int> numbered(const model::Atlas& atlas, const topology::Repair& repair) {
    std::map<Claimant, std::set<Claimant>> meets;
    for (const topology::SettledLand& settled : repair.settled)
        for (const Claimant claimant : settled.claimants)
            meets[claimant].insert(settled.claimants.begin(), settled.claimants.end());
    std::vector<Claimant> order;
    for (const auto& [claimant, others] : meets)
        order.push_back(claimant);
    std::stable_sort(order.begin(), order.end(), [&](Claimant a, Claimant b) {
        return order_of(atlas, a) < order_of(atlas, b);
    });
    std::map<Claimant, int> numbers;
    for (const Claimant claimant : order) {
        std::set<int> taken;
        for (const Claimant other : meets[claimant])
            if (const auto at = numbers.find(other); at != numbers.end())
                taken.insert(at->second);
        int number = 0;
        while (taken.count(number))
            ++number;
        numbers[claimant] = number;
    }
    return numbers;
}

/// Edges of outlines, whichever way they run.
class Edges {
  public:
    /// False when it was there already.
    bool insert(geo::Point a, geo::Point b) { return edges_.insert(key(a, b)).second; }
    void add(const geo::MultiPolygon& outline) {
        for_each_ring(outline, [this](const geo::Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i)
                insert(ring[i - 1], ring[i]);
        });
    }

    template<class Visit>
    static void for_each_ring(const geo::MultiPolygon& outline, Visit visit) {
        for (const geo::Polygon& polygon : outline) {
            visit(polygon.outer);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), visit);
        }
    }

  private:
    using Edge = std::array<double, 4>;
    static Edge key(geo::Point a, geo::Point b) {
        const Edge edge{a.x, a.y, b.x, b.y};
        const Edge turned{b.x, b.y, a.x, a.y};
        return std::min(edge, turned);
    }
    std::set<Edge> edges_;
};

/// Stretches of an outline that are not among the edges, each once.
void append_new(geo::MultiLine& lines, const geo::MultiPolygon& outline, Edges& known) {
    Edges::for_each_ring(outline, [&](const geo::Ring& ring) {
        bool open = false;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const bool is_new = known.insert(ring[i - 1], ring[i]);
            if (is_new && !open)
                lines.push_back({ring[i - 1]});
            if (is_new)
                lines.back().push_back(ring[i]);
            open = is_new;
        }
    });
}

} // namespace

std::shared_ptr<const cartography::RepairPicture>
moved_outlines(const model::Atlas& atlas, const model::Edit& edit, Progress& progress) {
    std::vector<model::SharedPolygons> moved;
    Edges known;
    for (const model::RowWrite& write : edit.writes) {
        const auto* put = std::get_if<model::Put<model::Village>>(&write);
        if (!put || !put->row.geometry)
            continue;
        progress.check();
        const model::Village* old = atlas.find(put->row.id);
        if (old && old->geometry)
            known.add(*old->geometry);
        if (!old || old->geometry != put->row.geometry)
            moved.push_back(put->row.geometry);
    }
    cartography::RepairPicture picture;
    for (const model::SharedPolygons& outline : moved) {
        progress.check();
        append_new(picture.borders, *outline, known);
    }
    if (picture.borders.empty())
        return nullptr;
    return std::make_shared<const cartography::RepairPicture>(std::move(picture));
}

PicturedRepair pictured(const model::Atlas& atlas, const topology::Repair& repair) {
    PicturedRepair made;
    made.numbers = numbered(atlas, repair);
    cartography::RepairPicture picture;
    for (const topology::SettledLand& settled : repair.settled) {
        cartography::RepairPicture::Area area;
        area.land = settled.land;
        area.owner = made.numbers.at(settled.owner);
        area.gains = settled.kind == topology::StripKind::gap;
        if (!area.gains)
            for (const Claimant claimant : settled.claimants)
                if (claimant != settled.owner)
                    area.losing.push_back(made.numbers.at(claimant));
        picture.areas.push_back(std::move(area));
    }
    picture.borders = repair.new_borders;
    made.picture = std::make_shared<const cartography::RepairPicture>(std::move(picture));
    return made;
}

} // namespace antardesa::workspace
