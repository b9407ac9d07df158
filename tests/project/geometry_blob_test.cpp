#include "project/detail/geometry_blob.h"

#include <gtest/gtest.h>

namespace antardesa::project::detail {

namespace {

const geo::Ring outer{{0, 0}, {4, 0}, {4, 4}, {0, 0}};
const geo::Ring hole{{1, 1}, {2, 1}, {2, 2}, {1, 1}};
const geo::MultiPolygon polygons{{outer, {hole, hole}}, {outer, {}}};
const geo::MultiLine lines{{{0, 0}, {1, 2}}, {{3, 3}, {4, 4}, {5, 3}}};

TEST(GeometryBlob, IsWhatGeoWrites) {
    geo::Bytes blob;
    encode(polygons, 4326, blob);
    EXPECT_EQ(blob, geo::to_geopackage(geo::PolygonSet{polygons}, 4326));
    encode(lines, 4326, blob);
    EXPECT_EQ(blob, geo::to_geopackage(geo::LineSet{lines}, 4326));
    encode(geo::MultiPolygon{}, 4326, blob);
    EXPECT_EQ(blob, geo::to_geopackage(geo::PolygonSet{}, 4326));
    encode(geo::MultiLine{}, 4326, blob);
    EXPECT_EQ(blob, geo::to_geopackage(geo::LineSet{}, 4326));
}

TEST(GeometryBlob, ReadsItsOwnAndEveryOtherForm) {
    geo::Bytes blob;
    encode(polygons, 4326, blob);
    EXPECT_EQ(decode_polygons(blob), polygons);
    EXPECT_EQ(decode_lines(blob), std::nullopt) << "polygons are no lines";
    encode(lines, 4326, blob);
    EXPECT_EQ(decode_lines(blob), lines);
    EXPECT_EQ(decode_polygons(blob), std::nullopt);
    encode(geo::MultiPolygon{}, 4326, blob);
    EXPECT_EQ(decode_polygons(blob), geo::MultiPolygon{});
    // Without an envelope, as other programs may write it.
    geo::Bytes bare{'G', 'P', 0, 1, 0xe6, 0x10, 0, 0};
    const geo::Bytes wkb = geo::to_wkb(geo::PolygonSet{polygons});
    bare.insert(bare.end(), wkb.begin(), wkb.end());
    EXPECT_EQ(decode_polygons(bare), polygons);
}

TEST(GeometryBlob, RefusesEveryTruncationAndTrailingBytes) {
    geo::Bytes whole;
    encode(polygons, 4326, whole);
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_EQ(decode_polygons(std::span(whole).first(size)), std::nullopt) << size;
    geo::Bytes huge = whole;
    huge[8 + 32 + 5] = 0xff;
    huge[8 + 32 + 6] = 0xff;
    huge[8 + 32 + 7] = 0xff;
    huge[8 + 32 + 8] = 0xff;
    EXPECT_EQ(decode_polygons(huge), std::nullopt) << "a count that the bytes cannot hold";
}

} // namespace

} // namespace antardesa::project::detail
