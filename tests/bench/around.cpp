// How long the check after one edit takes: a vertex of a village is moved, its neighbourhood is
// checked again. Prints the median and the longest of a hundred, and one whole check beside them.
//   bench_around PROJECT
#include "geo/measure.h"
#include "topology/flaws.h"
#include "workspace/verbs.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

namespace {

using namespace antardesa;
using Time = std::chrono::steady_clock;

double milliseconds_since(Time::time_point start) {
    return std::chrono::duration<double, std::milli>(Time::now() - start).count();
}

constexpr double near_miss = 0.1 / 111320; // as `check` looks for them

struct Map {
    std::vector<const geo::MultiPolygon*> outlines;
    std::vector<geo::Box> boxes;
};

/// Of the village with one vertex moved by about a metre.
double check_after_edit(Map map, topology::Claimant village, std::mt19937& random,
                        const std::vector<topology::Strip>& known) {
    geo::MultiPolygon edited = *map.outlines[village];
    geo::Ring& ring = edited[0].outer;
    ring[1 + random() % (ring.size() - 2)].x += 1e-5;
    map.outlines[village] = &edited;
    map.boxes[village] = geo::bounds(edited);
    Progress progress;
    const auto start = Time::now();
    topology::find_flaws_around(map.outlines, map.boxes, std::span(&village, 1), known, {near_miss},
                                progress);
    return milliseconds_since(start);
}

int measure(const char* path) {
    Progress progress;
    const auto loaded = workspace::load_project(path, progress);
    Map map;
    for (const model::Village& village : loaded.atlas->villages()) {
        map.outlines.push_back(village.geometry.get());
        map.boxes.push_back(geo::bounds(*village.geometry));
    }
    const auto start = Time::now();
    const topology::Flaws whole = topology::find_flaws(map.outlines, {near_miss}, progress);
    const double whole_ms = milliseconds_since(start);
    std::mt19937 random(1);
    std::vector<double> times;
    for (int i = 0; i < 100; ++i)
        times.push_back(
            check_after_edit(map, static_cast<topology::Claimant>(random() % map.outlines.size()),
                             random, whole.strips));
    std::sort(times.begin(), times.end());
    std::printf("%.1f %.1f %.1f\n", times[times.size() / 2], times.back(), whole_ms);
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2)
        return 2;
    try {
        return measure(arguments[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
