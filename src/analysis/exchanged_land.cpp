#include "analysis/exchanged_land.h"

#include "crs/ellipsoid.h"

namespace antardesa::analysis {

namespace {

constexpr double same_place = 1e-8;
/// Less is what the rounding of coordinates leaves, and not even a sliver; its area counts.
constexpr double rounding_m2 = 1;

} // namespace

std::optional<ExchangedLand> exchanged_land(const model::Atlas& atlas, const ContestedLand& land,
                                            const geo::Line& line, Progress& progress) {
    ExchangedLand exchanged;
    auto found = topology::land_between({land.in_force, {}}, {line, {}}, same_place);
    if (const auto* none = std::get_if<topology::NoLandBetween>(&found))
        return none->fault == topology::BetweenFault::no_land ? std::optional(exchanged)
                                                              : std::nullopt;
    const auto& between = std::get<topology::LandBetween>(found);
    const std::size_t left = land.first_is_left ? 0 : 1;
    geo::MultiPolygon all;
    for (std::size_t k = 0; k < between.lenses.size(); ++k) {
        progress.check();
        geo::Polygon piece = topology::land_of(between, k);
        const double area = crs::ellipsoidal_area({piece});
        // Where the lines have changed sides the line in force is the left one's claim too little.
        const std::size_t gains = between.lenses[k].exchanged ? left : 1 - left;
        exchanged.gained_m2[gains] += area;
        if (area < rounding_m2)
            continue;
        all.push_back(piece);
        if (area < sliver_m2) {
            ++exchanged.slivers[gains];
            exchanged.slivers_m2[gains] += area;
        } else {
            exchanged.gained[gains].push_back(std::move(piece));
        }
    }
    exchanged.contents = contents_of(atlas, all, progress);
    return exchanged;
}

} // namespace antardesa::analysis
