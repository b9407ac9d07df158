#include "geo/wkb.h"
#include "shapes.h"

#include <bit>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::geo {
namespace {

/// Bytes by hand, in either order.
struct ByteWriter {
    Bytes bytes;
    bool big_endian = false;

    template<class Unsigned>
    ByteWriter& put(Unsigned value) {
        for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
            const std::size_t shift = 8 * (big_endian ? sizeof(Unsigned) - 1 - i : i);
            bytes.push_back(static_cast<std::uint8_t>(value >> shift));
        }
        return *this;
    }
    ByteWriter& header(std::uint32_t type) {
        bytes.push_back(big_endian ? 0 : 1);
        return put(type);
    }
    ByteWriter& number(double value) { return put(std::bit_cast<std::uint64_t>(value)); }
};

std::vector<Geometry> one_of_each() {
    return {Geometry(),
            PointSet{{{109.176, -7.578}}},
            PointSet{{{1, 2}, {3, 4}}},
            PointSet{},
            LineSet{{Line{{0, 0}, {1, 1}, {2, 0}}, Line{{5, 5}, {6, 6}}}},
            LineSet{},
            PolygonSet{sample_village()},
            PolygonSet{}};
}

TEST(Wkb, GivesBackWhatWasWritten) {
    for (const Geometry& geometry : one_of_each()) {
        const auto back = from_wkb(to_wkb(geometry));
        ASSERT_TRUE(back);
        EXPECT_TRUE(*back == geometry) << "alternative " << geometry.index();
    }
}

TEST(Wkb, WritesASinglePointAsPoint) {
    const Bytes bytes = to_wkb(PointSet{{{1, 2}}});
    ASSERT_EQ(bytes.size(), 21U);
    EXPECT_EQ(bytes[0], 1);
    EXPECT_EQ(bytes[1], 1);
    EXPECT_EQ(to_wkb(PolygonSet{sample_village()})[1], 6);
    EXPECT_EQ(to_wkb(LineSet{{Line{{0, 0}, {1, 1}}}})[1], 5);
}

TEST(Wkb, ReadsBigEndian) {
    ByteWriter out;
    out.big_endian = true;
    out.header(2).put<std::uint32_t>(2).number(1).number(2).number(3).number(4);
    const auto geometry = from_wkb(out.bytes);
    ASSERT_TRUE(geometry);
    EXPECT_TRUE(*geometry == Geometry(LineSet{{Line{{1, 2}, {3, 4}}}}));
}

TEST(Wkb, DropsZAndMOfEveryDialect) {
    struct Dialect {
        std::uint32_t type;
        int extra;
    };
    for (const auto& [type, extra] :
         {Dialect{1001, 1}, Dialect{2001, 1}, Dialect{3001, 2}, Dialect{0x80000001, 1},
          Dialect{0x40000001, 1}, Dialect{0xC0000001, 2}}) {
        ByteWriter out;
        out.header(type).number(7).number(8);
        for (int i = 0; i < extra; ++i)
            out.number(-1.797e308);
        const auto geometry = from_wkb(out.bytes);
        ASSERT_TRUE(geometry) << type;
        EXPECT_TRUE(*geometry == Geometry(PointSet{{{7, 8}}})) << type;
    }
}

TEST(Wkb, SkipsTheSridOfExtendedWkb) {
    ByteWriter out;
    out.header(0x20000001).put<std::uint32_t>(4326).number(7).number(8);
    EXPECT_TRUE(from_wkb(out.bytes) == Geometry(PointSet{{{7, 8}}}));
}

TEST(Wkb, ReadsTheEmptyPoint) {
    ByteWriter out;
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    out.header(1).number(nothing).number(nothing);
    EXPECT_TRUE(from_wkb(out.bytes) == Geometry(PointSet{}));
}

TEST(Wkb, ReadsCollectionsOfOneKindOnly) {
    ByteWriter same;
    same.header(7).put<std::uint32_t>(2);
    same.header(1).number(1).number(2);
    same.header(4).put<std::uint32_t>(1).header(1).number(3).number(4);
    EXPECT_TRUE(from_wkb(same.bytes) == Geometry(PointSet{{{1, 2}, {3, 4}}}));

    ByteWriter mixed;
    mixed.header(7).put<std::uint32_t>(2);
    mixed.header(1).number(1).number(2);
    mixed.header(2).put<std::uint32_t>(0);
    EXPECT_FALSE(from_wkb(mixed.bytes));
}

TEST(Wkb, RefusesNestingBeyondEight) {
    const auto nested = [](int depth) {
        ByteWriter out;
        for (int i = 0; i < depth; ++i)
            out.header(7).put<std::uint32_t>(1);
        out.header(1).number(1).number(2);
        return out.bytes;
    };
    EXPECT_TRUE(from_wkb(nested(8)));
    EXPECT_FALSE(from_wkb(nested(9)));
    EXPECT_FALSE(from_wkb(nested(100000)));
}

TEST(Wkb, RefusesEveryTruncation) {
    for (const Geometry& geometry : one_of_each()) {
        const Bytes bytes = to_wkb(geometry);
        for (std::size_t n = 0; n < bytes.size(); ++n)
            EXPECT_FALSE(from_wkb(std::span(bytes).first(n))) << n << " of " << bytes.size();
    }
}

TEST(Wkb, RefusesCountsThatTheBytesCannotHold) {
    for (const std::uint32_t type : {2U, 3U, 4U, 5U, 6U, 7U}) {
        ByteWriter out;
        out.header(type).put<std::uint32_t>(0xFFFFFFFF).number(0).number(0);
        EXPECT_FALSE(from_wkb(out.bytes)) << type;
    }
}

TEST(Wkb, RefusesUnknownTypesAndByteOrders) {
    for (const std::uint32_t type : {0U, 8U, 15U, 999U, 4001U}) {
        ByteWriter out;
        out.header(type).put<std::uint32_t>(0).number(0);
        EXPECT_FALSE(from_wkb(out.bytes)) << type;
    }
    Bytes bytes = to_wkb(PointSet{{{1, 2}}});
    bytes[0] = 2;
    EXPECT_FALSE(from_wkb(bytes));
}

TEST(Wkb, SurvivesEveryFlippedByte) {
    const Bytes good = to_wkb(PolygonSet{sample_village()});
    int still_readable = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes bad = good;
        bad[i] ^= 0xFF;
        still_readable += from_wkb(bad).has_value();
    }
    // Coordinates may be anything; structure may not.
    EXPECT_GT(still_readable, 0);
    EXPECT_LT(still_readable, static_cast<int>(good.size()));
}

TEST(GeoPackageBlob, GivesBackWhatWasWritten) {
    for (const Geometry& geometry : one_of_each()) {
        const auto back = from_geopackage(to_geopackage(geometry, 4326));
        ASSERT_TRUE(back);
        EXPECT_TRUE(back->geometry == geometry);
        EXPECT_EQ(back->srs_id, 4326);
    }
}

TEST(GeoPackageBlob, HeaderIsAsTheStandardSays) {
    const Bytes blob = to_geopackage(PolygonSet{sample_village()}, 4326);
    EXPECT_THAT(std::vector<int>(blob.begin(), blob.begin() + 8),
                testing::ElementsAre('G', 'P', 0, 0x03, 0xE6, 0x10, 0, 0));
    // minx, maxx, miny, maxy: the second double is the largest x.
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bits |= static_cast<std::uint64_t>(blob[16 + i]) << (8 * i);
    EXPECT_EQ(std::bit_cast<double>(bits), 21);
    EXPECT_EQ(blob[40], 1);
}

TEST(GeoPackageBlob, EmptyGeometryHasTheEmptyFlagAndNoEnvelope) {
    const Bytes blob = to_geopackage(PolygonSet{}, -1);
    EXPECT_EQ(blob[3], 0x11);
    EXPECT_EQ(blob.size(), 8U + 9U);
    EXPECT_EQ(from_geopackage(blob)->srs_id, -1);
    ASSERT_TRUE(geopackage_bounds(blob));
    EXPECT_TRUE(geopackage_bounds(blob)->empty());
}

TEST(GeoPackageBlob, BoundsComeFromTheHeaderOrTheGeometry) {
    Bytes blob = to_geopackage(PolygonSet{sample_village()}, 4326);
    EXPECT_EQ(geopackage_bounds(blob), (Box{{0, 0}, {21, 10}}));
    blob[3] = 0x01;
    blob.erase(blob.begin() + 8, blob.begin() + 40);
    EXPECT_EQ(geopackage_bounds(blob), (Box{{0, 0}, {21, 10}}));
}

TEST(GeoPackageBlob, ReadsBigEndianHeadersWithLongerEnvelopes) {
    ByteWriter out;
    out.big_endian = true;
    out.bytes = {'G', 'P', 0, 0x04};
    out.put<std::uint32_t>(32749);
    for (const double bound : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0})
        out.number(bound);
    out.header(1).number(1.5).number(3.5);
    const auto read = from_geopackage(out.bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->srs_id, 32749);
    EXPECT_TRUE(read->geometry == Geometry(PointSet{{{1.5, 3.5}}}));
    EXPECT_EQ(geopackage_bounds(out.bytes), (Box{{1, 3}, {2, 4}}));
}

TEST(GeoPackageBlob, RefusesForeignHeaders) {
    const Bytes good = to_geopackage(PointSet{{{1, 2}}}, 4326);
    for (const auto& [at, value] :
         {std::pair<std::size_t, int>{0, 'X'}, {1, 'X'}, {2, 1}, {3, 0x23}, {3, 0x0B}}) {
        Bytes bad = good;
        bad[at] = static_cast<std::uint8_t>(value);
        EXPECT_FALSE(from_geopackage(bad)) << at;
        EXPECT_FALSE(geopackage_bounds(bad)) << at;
    }
    for (std::size_t n = 0; n < good.size(); ++n)
        EXPECT_FALSE(from_geopackage(std::span(good).first(n))) << n;
}

} // namespace
} // namespace antardesa::geo
