#include "geo/wkb.h"

#include <array>
#include <bit>

namespace antardesa::geo {

namespace {

constexpr std::size_t fixed_header = 8;
constexpr std::uint8_t flag_little_endian = 0x01;
constexpr std::uint8_t flag_empty = 0x10;
constexpr std::uint8_t flag_extended = 0x20;
constexpr std::array<std::size_t, 5> envelope_bytes{0, 32, 48, 48, 64};

template<class Unsigned>
void put(Bytes& out, Unsigned value) {
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

template<class Unsigned>
Unsigned take(std::span<const std::uint8_t> bytes, bool little_endian) {
    Unsigned value = 0;
    for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
        const std::size_t shift = 8 * (little_endian ? i : sizeof(Unsigned) - 1 - i);
        value |= static_cast<Unsigned>(static_cast<Unsigned>(bytes[i]) << shift);
    }
    return value;
}

Box take_envelope(std::span<const std::uint8_t> bytes, bool little_endian) {
    const auto number = [&](std::size_t i) {
        return std::bit_cast<double>(take<std::uint64_t>(bytes.subspan(8 * i), little_endian));
    };
    return {{number(0), number(2)}, {number(1), number(3)}};
}

/// All of the header that the blob holds, with its fault.
BlobReading take_header(std::span<const std::uint8_t> blob) {
    BlobReading header;
    header.fault = WkbFault::not_geopackage;
    if (blob.size() < fixed_header || blob[0] != 'G' || blob[1] != 'P')
        return header;
    const std::uint8_t flags = blob[3];
    const bool little_endian = flags & flag_little_endian;
    header.version = blob[2];
    header.srs_id = static_cast<std::int32_t>(take<std::uint32_t>(blob.subspan(4), little_endian));
    header.says_empty = flags & flag_empty;
    const std::size_t envelope_kind = (flags >> 1) & 7;
    header.fault = flags & flag_extended ? WkbFault::extended : WkbFault::envelope;
    if ((flags & flag_extended) || envelope_kind >= envelope_bytes.size() ||
        blob.size() < fixed_header + envelope_bytes[envelope_kind])
        return header;
    if (envelope_kind != 0)
        header.envelope = take_envelope(blob.subspan(fixed_header), little_endian);
    header.wkb = blob.subspan(fixed_header + envelope_bytes[envelope_kind]);
    header.fault = WkbFault::none;
    return header;
}

bool usable(const BlobReading& header) {
    return header.fault == WkbFault::none && header.version == 0;
}

} // namespace

Bytes to_geopackage(const Geometry& geometry, std::int32_t srs_id) {
    constexpr std::uint8_t envelope_xy = 1 << 1;
    const Box box = bounds(geometry);
    Bytes blob{'G', 'P', 0};
    blob.push_back(flag_little_endian | (box.empty() ? flag_empty : envelope_xy));
    put(blob, static_cast<std::uint32_t>(srs_id));
    if (!box.empty())
        for (const double bound : {box.min.x, box.max.x, box.min.y, box.max.y})
            put(blob, std::bit_cast<std::uint64_t>(bound));
    const Bytes wkb = to_wkb(geometry);
    blob.insert(blob.end(), wkb.begin(), wkb.end());
    return blob;
}

std::optional<GeoPackageGeometry> from_geopackage(std::span<const std::uint8_t> blob) {
    const BlobReading header = take_header(blob);
    if (!usable(header))
        return std::nullopt;
    std::optional<Geometry> geometry = from_wkb(header.wkb);
    if (!geometry)
        return std::nullopt;
    return GeoPackageGeometry{*std::move(geometry), header.srs_id};
}

BlobReading read_geopackage(std::span<const std::uint8_t> blob) {
    BlobReading reading = take_header(blob);
    if (reading.fault == WkbFault::none)
        static_cast<WkbReading&>(reading) = read_wkb(reading.wkb);
    return reading;
}

std::optional<Box> geopackage_bounds(std::span<const std::uint8_t> blob) {
    const BlobReading header = take_header(blob);
    if (!usable(header))
        return std::nullopt;
    if (header.says_empty)
        return Box{};
    if (header.envelope)
        return header.envelope;
    const std::optional<Geometry> geometry = from_wkb(header.wkb);
    if (!geometry)
        return std::nullopt;
    return bounds(*geometry);
}

} // namespace antardesa::geo
