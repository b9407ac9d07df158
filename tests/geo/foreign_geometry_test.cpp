#include "geo/wkb.h"

#include <gtest/gtest.h>

namespace antardesa::geo {

namespace {

Geometry triangle() {
    return PolygonSet{{{{{0, 0}, {1, 0}, {0, 1}, {0, 0}}, {}}}};
}

} // namespace

TEST(ReadWkb, NamesEveryFault) {
    const Bytes good = to_wkb(triangle());
    EXPECT_EQ(read_wkb(good).fault, WkbFault::none);
    EXPECT_EQ(read_wkb(good).geometry, triangle());
    for (std::size_t size = 0; size < good.size(); ++size)
        ASSERT_EQ(read_wkb(std::span(good).first(size)).fault, WkbFault::truncated) << size;
    const auto with = [&](std::size_t at, std::uint8_t value) {
        Bytes bytes = good;
        bytes[at] = value;
        return read_wkb(bytes).fault;
    };
    EXPECT_EQ(with(0, 2), WkbFault::byte_order);
    EXPECT_EQ(with(1, 10), WkbFault::curve);
    EXPECT_EQ(with(1, 0), WkbFault::unknown_type);
    EXPECT_EQ(with(1, 99), WkbFault::unknown_type);
    EXPECT_EQ(with(8, 0xff), WkbFault::truncated);
}

TEST(ReadWkb, KeepsTheHighestDimensionOfAMixture) {
    Bytes bytes{1, 7, 0, 0, 0, 2, 0, 0, 0};
    for (const Geometry& part : {Geometry(PointSet{{{5, 5}}}), triangle()}) {
        const Bytes wkb = to_wkb(part);
        bytes.insert(bytes.end(), wkb.begin(), wkb.end());
    }
    const WkbReading reading = read_wkb(bytes);
    EXPECT_EQ(reading.fault, WkbFault::none);
    EXPECT_TRUE(reading.mixed);
    EXPECT_EQ(reading.geometry, triangle());
    EXPECT_FALSE(from_wkb(bytes));
}

TEST(ReadWkb, StopsAtADepth) {
    Bytes deep;
    for (int i = 0; i < 100000; ++i)
        deep.insert(deep.end(), {1, 7, 0, 0, 0, 1, 0, 0, 0});
    EXPECT_EQ(read_wkb(deep).fault, WkbFault::too_deep);
}

TEST(ReadGeopackage, TellsWhatTheHeaderSays) {
    const Bytes good = to_geopackage(triangle(), 4326);
    const BlobReading reading = read_geopackage(good);
    EXPECT_EQ(reading.fault, WkbFault::none);
    EXPECT_EQ(reading.srs_id, 4326);
    ASSERT_TRUE(reading.envelope);
    EXPECT_EQ(reading.envelope->max.x, 1);
    const auto with = [&](std::size_t at, std::uint8_t value) {
        Bytes bytes = good;
        bytes[at] = value;
        return read_geopackage(bytes);
    };
    EXPECT_EQ(with(0, 'X').fault, WkbFault::not_geopackage);
    EXPECT_EQ(with(2, 9).version, 9);
    EXPECT_EQ(with(3, good[3] | 0x20).fault, WkbFault::extended);
    EXPECT_EQ(with(3, good[3] | 0x0e).fault, WkbFault::envelope);
    EXPECT_TRUE(with(3, good[3] | 0x10).says_empty);
    EXPECT_EQ(read_geopackage(std::span(good).first(7)).fault, WkbFault::not_geopackage);
    EXPECT_EQ(read_geopackage(std::span(good).first(20)).fault, WkbFault::envelope);
}

} // namespace antardesa::geo
