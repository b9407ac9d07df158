#pragma once

#include "base/job.h"
#include "io/feature_table.h"

namespace antardesa::io::detail {

/// Looks for outlines that are no land of their own: rings that cross themselves, spikes, holes
/// and parts that do not lie as they should, next to no area, the same outline twice, villages
/// lying over each other. Adds findings, each with its row and place; changes nothing. Work is
/// bounded for the whole table, whatever it holds; what was not looked at is said. Throws
/// `Cancelled`.
void check_outlines(FeatureTable& table, const Progress& progress);

/// Whether a ring crosses itself: true, false, or nothing when more than `tests` comparisons of
/// edges were needed; `tests` is lowered by those that were made.
std::optional<bool> crosses_itself(std::span<const geo::Point> ring, std::size_t& tests);

/// The same of two rings with each other; rings that only touch do not.
std::optional<bool> cross_each_other(std::span<const geo::Point> ring,
                                     std::span<const geo::Point> other, std::size_t& tests);

/// A vertex at which the ring turns back on itself over more than a quarter of its own size.
bool has_spike(std::span<const geo::Point> ring);

} // namespace antardesa::io::detail
