#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace antardesa::topology::detail {

/// Which of `count` things belong together (union by smaller index, path halving).
class JoinedSets {
  public:
    explicit JoinedSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    /// The smallest member of the set.
    std::uint32_t root(std::uint32_t member) {
        while (parent_[member] != member)
            member = parent_[member] = parent_[parent_[member]];
        return member;
    }

    /// False when they were joined already.
    bool join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b)
            return false;
        const auto [low, high] = std::minmax(a, b);
        parent_[high] = low;
        return true;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

} // namespace antardesa::topology::detail
