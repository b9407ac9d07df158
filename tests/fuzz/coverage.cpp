// Coverages: arcs, flaws and repair of a few villages with any rings, also broken ones. A byte pair
// is a vertex on a small lattice, so that borders touch, cross and run along each other; 255 ends
// a ring, then a byte says what the next one is: a hole, a part, or a new village.
#include "fuzz/harness.h"
#include "geo/measure.h"
#include "topology/repair.h"
#include "topology/snap.h"

#include <algorithm>
#include <cmath>

using namespace antardesa;
using namespace antardesa::topology;

namespace {

constexpr std::size_t most_vertices = 160;

std::vector<geo::MultiPolygon> villages_of(std::span<const std::uint8_t> bytes) {
    std::vector<geo::MultiPolygon> villages(1, geo::MultiPolygon{{}});
    std::size_t vertices = 0;
    for (std::size_t i = 0; i + 1 < bytes.size() && vertices < most_vertices; i += 2) {
        geo::MultiPolygon& village = villages.back();
        if (bytes[i] != 255) {
            geo::Polygon& polygon = village.back();
            geo::Ring& ring = polygon.holes.empty() ? polygon.outer : polygon.holes.back();
            ring.push_back({109 + bytes[i] / 8.0, -7 + bytes[i + 1] / 8.0});
            ++vertices;
        } else if (bytes[i + 1] % 4 == 0) {
            village.back().holes.emplace_back();
        } else if (bytes[i + 1] % 4 == 1) {
            village.emplace_back();
        } else {
            villages.push_back(geo::MultiPolygon{{}});
        }
    }
    for (geo::MultiPolygon& village : villages)
        for (geo::Polygon& polygon : village)
            if (!polygon.outer.empty())
                polygon.outer.push_back(polygon.outer.front());
    return villages;
}

using Shapes = std::vector<const geo::MultiPolygon*>;

Shapes shapes_of(const std::vector<geo::MultiPolygon>& villages) {
    Shapes shapes;
    for (const geo::MultiPolygon& village : villages)
        shapes.push_back(&village);
    return shapes;
}

void check_arcs(const Coverage& coverage) {
    std::vector<int> uses(coverage.arcs.size(), 0);
    for (const std::int32_t reference : coverage.ring_arcs)
        ++uses.at(static_cast<std::size_t>(reference < 0 ? ~reference : reference));
    for (std::size_t i = 0; i < coverage.arcs.size(); ++i) {
        fuzz::require(coverage.arcs[i].left != nobody, "an arc is somebody's");
        fuzz::require(uses[i] == (coverage.arcs[i].right == nobody ? 1 : 2),
                      "each side of an arc is walked once");
    }
}

void check_flaws(const Flaws& flaws) {
    for (const Strip& strip : flaws.strips) {
        fuzz::require(strip.area > 0 && std::isfinite(strip.area), "a strip has land");
        fuzz::require(strip.claimants.size() >= 2, "a strip lies between two");
        fuzz::require(std::is_sorted(strip.claimants.begin(), strip.claimants.end()),
                      "claimants ascend");
    }
}

/// A ring that held no land before may hold none after.
void check_repair(const Repair& repair, const Shapes& before) {
    fuzz::require(std::abs(repair.ledger.sum()) < 1e-6, "the ledger adds up");
    for (const auto& [claimant, outline] : repair.outlines)
        fuzz::require(geo::area(outline) > 0 || !(geo::area(*before[claimant]) > 0),
                      "no village vanishes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    std::vector<geo::MultiPolygon> villages = villages_of({data + 1, size - 1});
    Progress progress;
    const Shapes shapes = shapes_of(villages);
    check_arcs(build_coverage(shapes, progress));
    check_flaws(find_flaws(shapes, {0.2}, progress));
    if (data[0] % 4 == 3) {
        check_repair(snap(shapes, {0.2, {}, {}}, {1, 1}, progress), shapes);
        return 0;
    }
    RepairDecision decision{RepairRule::longest_border};
    if (data[0] % 4 == 1)
        decision.rule = RepairRule::midline;
    if (data[0] % 4 == 2)
        decision.rule = RepairRule::follow;
    decision.line = std::make_shared<const geo::MultiLine>(
        geo::MultiLine{{{108, -7 + data[0] / 10.0}, {125, -5 + data[0] / 20.0}, {142, 20}}});
    const auto choice = [&](const Strip&) { return decision; };
    const Repair first = repair(shapes, choice, {1, 1}, progress);
    check_repair(first, shapes);
    for (const auto& [claimant, outline] : first.outlines)
        villages[claimant] = outline;
    const Repair second = repair(shapes_of(villages), choice, {1, 1}, progress);
    fuzz::require(second.repaired == 0, "a second run finds nothing to do");
    return 0;
}
