#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace antardesa::cartography {

/// Cuts [0, count) into a few runs and calls `work(begin, end)` for each on its own thread.
/// `work` must not throw and must touch only its own run. Small counts stay on this thread.
template<class Work>
void for_runs(std::size_t count, std::size_t worth_a_thread, Work work) {
    const std::size_t cores = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    const std::size_t runs =
        std::clamp(count / std::max<std::size_t>(worth_a_thread, 1), std::size_t{1}, cores);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < runs; ++i)
        threads.emplace_back(work, count * i / runs, count * (i + 1) / runs);
    work(std::size_t{0}, count / runs);
}

} // namespace antardesa::cartography
