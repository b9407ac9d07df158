#include "cartography/detail/atlas_facts.h"
#include "cartography/scene.h"

#include "geo/measure.h"

#include <algorithm>
#include <map>

namespace antardesa::cartography {
namespace {

/// Kinds of hit in the order a person expects.
enum class Rank { symbol, line, area };

class Picker {
  public:
    Picker(const MapGeometry& geometry, const Scene& scene, geo::Point position, double reach)
        : geometry_(geometry), scene_(scene), position_(position), reach_(reach),
          metre_(scene.view.scale.metres_per_millimetre()) {}

    std::vector<Hit> run() {
        for (const Group& group : scene_.drawing.groups)
            for (const Mark& mark : group.marks)
                std::visit([this](const auto& m) { look_at(m); }, mark);
        look_at_segments();
        look_at_claimants();
        return sorted();
    }

  private:
    void look_at(const PointMark& mark) {
        const double half = std::max(mark.size.value, mark.width.value) / 2 * metre_;
        const double off = std::max(0.0, geo::distance(position_, mark.position) - half);
        if (off <= reach_)
            keep(Rank::symbol, mark.subject, off);
    }
    void look_at(const LineMark& mark) {
        if (mark.subject.kind == SubjectKind::none)
            return;
        const double half = mark.width.value / 2 * metre_;
        const geo::Box near = geo::Box{position_, position_}.grown(reach_ + half);
        for (std::size_t i = 0; i < mark.lines.size(); ++i) {
            const auto part = mark.lines.part(i);
            if (!geo::bounds(part).intersects(near))
                continue;
            const double off = std::max(0.0, geo::distance_to_line(part, position_) - half);
            if (off <= reach_)
                keep(Rank::line, mark.subject, off);
        }
    }
    void look_at(const AreaMark& mark) {
        const SubjectKind kind = mark.subject.kind;
        if (kind != SubjectKind::dispute && kind != SubjectKind::asset &&
            kind != SubjectKind::finding && kind != SubjectKind::exception)
            return;
        bool inside = false;
        for (std::size_t i = 0; i < mark.rings.size(); ++i)
            inside ^= geo::contains(mark.rings.part(i), position_);
        if (inside)
            keep(Rank::area, mark.subject, 0);
    }
    void look_at(const TextMark&) {}
    void look_at(const ImageMark&) {}

    void look_at_segments() {
        const auto coverage =
            geometry_.coverage_near(scene_.view.detail.value * metre_, scene_.view.extent());
        const geo::Box near = geo::Box{position_, position_}.grown(reach_);
        geometry_.arc_index().visit(near, [&](std::uint32_t index) {
            const Id<model::BoundarySegment> segment = geometry_.facts().arcs[index].segment;
            if (!segment)
                return;
            const double off =
                geo::distance_to_line(coverage->points(coverage->arcs[index]), position_);
            if (off <= reach_)
                keep(Rank::line, {SubjectKind::segment, segment.value}, off);
        });
    }

    void look_at_claimants() {
        const auto coverage =
            geometry_.coverage_near(scene_.view.detail.value * metre_, scene_.view.extent());
        const model::Atlas& atlas = geometry_.atlas();
        const std::size_t villages = atlas.villages().size();
        geometry_.claimant_index().visit({position_, position_}, [&](std::uint32_t claimant) {
            if (!geo::contains(topology::polygons_of(*coverage, claimant), position_))
                return;
            // A village before what lies under it; several where their areas overlap.
            if (claimant < villages)
                keep(Rank::area, {SubjectKind::village, atlas.villages()[claimant].id.value}, 1);
            else if (const auto& areas = atlas.table<model::SpecialArea>();
                     claimant - villages < areas.size())
                keep(Rank::area, {SubjectKind::special_area, areas[claimant - villages].id.value},
                     2);
        });
    }

    void keep(Rank rank, Subject subject, double distance) {
        if (subject.kind == SubjectKind::none || subject.kind == SubjectKind::furniture)
            return;
        const auto [at, fresh] = best_.try_emplace(subject, rank, distance);
        if (!fresh)
            at->second = std::min(at->second, {rank, distance});
    }

    std::vector<Hit> sorted() const {
        std::vector<std::pair<std::pair<Rank, double>, Subject>> order;
        for (const auto& [subject, place] : best_)
            order.emplace_back(place, subject);
        std::sort(order.begin(), order.end());
        std::vector<Hit> hits;
        for (const auto& [place, subject] : order)
            hits.push_back({subject, place.first == Rank::area ? 0 : place.second});
        return hits;
    }

    const MapGeometry& geometry_;
    const Scene& scene_;
    geo::Point position_;
    double reach_;
    double metre_;
    std::map<Subject, std::pair<Rank, double>> best_;
};

} // namespace

std::vector<Hit> pick(const MapGeometry& geometry, const Scene& scene, geo::Point position,
                      double reach) {
    return Picker(geometry, scene, position, reach).run();
}

} // namespace antardesa::cartography
