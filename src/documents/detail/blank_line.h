#pragma once

#include <cstddef>
#include <string>

namespace antardesa::documents::detail {

/// What a place to sign has instead of the name of nobody, on one line: so many dots to write on as
/// `fits(text)` leaves, 46 at most and 6 at least.
template<class Fits>
std::string blank_line(Fits fits) {
    constexpr std::size_t most = 46;
    constexpr std::size_t least = 6;
    std::size_t dots = most;
    const auto text = [&] { return "(" + std::string(dots, '.') + ")"; };
    while (dots > least && !fits(text()))
        --dots;
    return text();
}

} // namespace antardesa::documents::detail
