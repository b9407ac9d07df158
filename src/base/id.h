#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace antardesa {

/// Identity of a row of type `Row`. Two kinds of id never mix: `Id<Village>` does not convert
/// to `Id<District>`. Zero means "no row"; stored rows start at 1.
template<class Row>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

} // namespace antardesa

template<class Row>
struct std::hash<antardesa::Id<Row>> {
    std::size_t operator()(antardesa::Id<Row> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
