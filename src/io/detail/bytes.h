#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

/// Numbers out of a stranger's bytes. Pre-condition of all: the bytes are there.
namespace antardesa::io::detail {

template<class Unsigned>
Unsigned big_endian(std::string_view bytes, std::size_t at) {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
        value = static_cast<Unsigned>((value << 8) | static_cast<unsigned char>(bytes[at + i]));
    return value;
}

template<class Unsigned>
Unsigned little_endian(std::string_view bytes, std::size_t at) {
    Unsigned value = 0;
    for (std::size_t i = sizeof(Unsigned); i-- > 0;)
        value = static_cast<Unsigned>((value << 8) | static_cast<unsigned char>(bytes[at + i]));
    return value;
}

inline std::uint16_t big_endian_16(std::string_view bytes, std::size_t at) {
    return big_endian<std::uint16_t>(bytes, at);
}
inline std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) {
    return big_endian<std::uint32_t>(bytes, at);
}
inline std::uint16_t little_endian_16(std::string_view bytes, std::size_t at) {
    return little_endian<std::uint16_t>(bytes, at);
}
inline std::uint32_t little_endian_32(std::string_view bytes, std::size_t at) {
    return little_endian<std::uint32_t>(bytes, at);
}
inline double little_endian_double(std::string_view bytes, std::size_t at) {
    return std::bit_cast<double>(little_endian<std::uint64_t>(bytes, at));
}

} // namespace antardesa::io::detail
