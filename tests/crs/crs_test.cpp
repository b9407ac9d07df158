#include "crs/crs.h"

#include "base/result.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

using namespace antardesa;
using namespace antardesa::crs;

namespace {

constexpr const char* esri_utm49s =
    "PROJCS[\"WGS_1984_UTM_Zone_49S\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
    "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
    "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
    "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",10000000.0],"
    "PARAMETER[\"Central_Meridian\",111.0],PARAMETER[\"Scale_Factor\",0.9996],"
    "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

constexpr const char* esri_compound =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],VERTCS[\"EGM2008_Geoid\","
    "VDATUM[\"EGM2008_Geoid\"],PARAMETER[\"Vertical_Shift\",0.0],PARAMETER[\"Direction\",1.0],"
    "UNIT[\"Meter\",1.0]]";

} // namespace

TEST(Crs, KnowsEpsgCodes) {
    const auto system = Crs::from_epsg(32749);
    ASSERT_TRUE(system);
    EXPECT_EQ(system->name(), "WGS 84 / UTM zone 49S");
    EXPECT_EQ(system->epsg(), 32749);
    EXPECT_FALSE(system->is_geographic());
    EXPECT_TRUE(wgs84().is_geographic());
    EXPECT_FALSE(Crs::from_epsg(1));
    EXPECT_FALSE(Crs::from_epsg(-7));
}

TEST(Crs, RecognisesEsriTextAsItsCode) {
    const auto system = Crs::from_wkt(esri_utm49s);
    ASSERT_TRUE(system);
    EXPECT_EQ(system->epsg(), 32749);
    EXPECT_EQ(*system, utm({49, true}));
}

TEST(Crs, KeepsTheHorizontalPartOfACompoundText) {
    const auto system = Crs::from_wkt(esri_compound);
    ASSERT_TRUE(system);
    EXPECT_EQ(*system, wgs84());
    EXPECT_EQ(*Crs::from_epsg(9518), wgs84());
    EXPECT_EQ(*Crs::from_epsg(4979), wgs84());
}

TEST(Crs, SurvivesItsOwnText) {
    for (int code : {4326, 32749, 9470, 9489, 3857, 23837, 4755})
        EXPECT_EQ(Crs::from_wkt(Crs::from_epsg(code)->wkt())->epsg(), code) << code;
}

TEST(Crs, KeepsASystemWithoutACode) {
    std::string text = esri_utm49s;
    text.replace(text.find("111.0"), 5, "110.5");
    text.replace(text.find("WGS_1984_UTM_Zone_49S"), 21, "Lokal_Sleman");
    const auto system = Crs::from_wkt(text);
    ASSERT_TRUE(system);
    EXPECT_EQ(system->epsg(), 0);
    EXPECT_EQ(system->name(), "Lokal_Sleman");
    EXPECT_TRUE(Crs::from_wkt(system->wkt()));
}

TEST(Crs, RefusesTextsThatWouldOpenFilesOrAddresses) {
    const std::string body = Crs::from_epsg(4326)->wkt();
    std::string extended = body;
    extended.insert(extended.size() - 1, ",EXTENSION[\"PROJ4\",\"+proj=longlat +nadgrids=/x\"]");
    EXPECT_FALSE(Crs::from_wkt(extended));
    EXPECT_FALSE(Crs::from_wkt("+init=epsg:4326"));
    EXPECT_FALSE(Crs::from_wkt("+proj=longlat +nadgrids=/etc/passwd"));
    EXPECT_FALSE(Crs::from_wkt("https://example.org/crs.wkt"));
    EXPECT_FALSE(Crs::from_wkt("EPSG:4326"));
    EXPECT_FALSE(Crs::from_wkt(""));
    EXPECT_FALSE(Crs::from_wkt("GEOGCS[\"\xff\"]"));
    EXPECT_FALSE(Crs::from_wkt(std::string(100000, 'A')));
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "GEOGCS[";
    EXPECT_FALSE(Crs::from_wkt(deep));
}

TEST(Crs, RefusesAVerticalSystemAlone) {
    EXPECT_FALSE(Crs::from_epsg(3855));
}

TEST(Zones, AreThoseOfThePosition) {
    EXPECT_EQ(utm_zone({110.4, -7.7}), (UtmZone{49, true}));
    EXPECT_EQ(utm_zone({95.3, 5.5}), (UtmZone{46, false}));
    EXPECT_EQ(utm_zone({140.7, -2.5}), (UtmZone{54, true}));
    EXPECT_EQ(utm_zone({180, 1}).number, 60);
    EXPECT_EQ(utm_zone_name({49, true}), "49S");
    EXPECT_EQ(utm_zone_name({46, false}), "46N");
}

TEST(Zones, HaveTheNationalDatumInsideIndonesiaOnly) {
    EXPECT_EQ(srgi2013_utm({51, false})->epsg(), 9481);
    EXPECT_EQ(srgi2013_utm({49, true})->epsg(), 9489);
    EXPECT_EQ(srgi2013_utm({49, true})->name(), "SRGI2013 / UTM zone 49S");
    EXPECT_EQ(srgi2013_utm({54, true})->name(), "SRGI2013 / UTM zone 54S");
    EXPECT_EQ(srgi2013_utm({46, false})->name(), "SRGI2013 / UTM zone 46N");
    EXPECT_FALSE(srgi2013_utm({46, true}));
    EXPECT_FALSE(srgi2013_utm({30, false}));
}

TEST(Transformer, GoesToUtmAndBack) {
    const Transformer transformer(wgs84(), utm({49, true}));
    const auto metres = transformer({110.37083, -7.79556});
    ASSERT_TRUE(metres);
    // echo "110.37083 -7.79556" | cs2cs EPSG:4326 EPSG:32749 (axes normalised)
    EXPECT_NEAR(metres->x, 430617.3, 50);
    EXPECT_NEAR(metres->y, 9138283.0, 50);
    const auto back = transformer.inverse(*metres);
    ASSERT_TRUE(back);
    EXPECT_NEAR(back->x, 110.37083, 1e-11);
    EXPECT_NEAR(back->y, -7.79556, 1e-11);
}

TEST(Transformer, AgreesWithTheDatabaseRoadForOtherSystems) {
    // DGN95 TM-3 zone 49.1 has its own projection; its datum is WGS 84 to within centimetres.
    const Transformer tm3(wgs84(), *Crs::from_epsg(23835));
    const Transformer zone(wgs84(), utm({49, true}));
    const geo::Point p{109.6, -7.3};
    const auto a = tm3(p);
    const auto b = zone(p);
    ASSERT_TRUE(a && b);
    EXPECT_NEAR(a->x, 200000 + (b->x - zone({109.5, -7.3})->x) / 0.9996, 200);
    EXPECT_NEAR(tm3.inverse(*a)->x, p.x, 1e-9);
}

TEST(Transformer, IsIdentityBetweenTheSameGround) {
    EXPECT_TRUE(Transformer(wgs84(), wgs84()).is_identity());
    EXPECT_TRUE(Transformer(*Crs::from_epsg(9470), wgs84()).is_identity());
    EXPECT_TRUE(Transformer(*srgi2013_utm({49, true}), utm({49, true})).is_identity());
    EXPECT_TRUE(Transformer(*Crs::from_epsg(4755), wgs84()).is_identity()); // DGN95
    EXPECT_FALSE(Transformer(utm({48, true}), utm({49, true})).is_identity());
    EXPECT_FALSE(Transformer(*Crs::from_epsg(4211), wgs84()).is_identity()); // Batavia
}

TEST(Transformer, MarksFailedPositionsAndKeepsTheRest) {
    const Transformer transformer(utm({49, true}), wgs84());
    const double inf = std::numeric_limits<double>::infinity();
    std::vector<geo::Point> points{
        {500000, 9138283}, {inf, 1}, {std::nan(""), 2}, {1e300, 1e300}, {500000, 9138283}};
    EXPECT_EQ(transformer.apply(std::span(points)), 3u);
    EXPECT_NEAR(points[0].x, 111.0, 1e-9);
    EXPECT_TRUE(std::isnan(points[1].x) && std::isnan(points[1].y));
    EXPECT_TRUE(std::isnan(points[3].x));
    EXPECT_EQ(points[4], points[0]);
    EXPECT_FALSE(transformer({inf, 0}));
}

TEST(Transformer, CountsFailuresOfAnIdentityToo) {
    const Transformer transformer(wgs84(), wgs84());
    std::vector<geo::Point> points{{110, -7}, {std::nan(""), 2}};
    EXPECT_EQ(transformer.apply(std::span(points)), 1u);
    EXPECT_EQ(points[0], (geo::Point{110, -7}));
}

TEST(Transformer, MovesEveryVertexOfAGeometry) {
    const Transformer transformer(utm({49, true}), wgs84());
    const geo::Ring ring{
        {500000, 9138283}, {500100, 9138283}, {500000, 9138383}, {500000, 9138283}};
    geo::Geometry polygons = geo::PolygonSet{{geo::Polygon{ring, {ring}}}};
    geo::Geometry lines = geo::LineSet{{ring}};
    geo::Geometry points = geo::PointSet{ring};
    for (geo::Geometry* geometry : {&polygons, &lines, &points}) {
        EXPECT_EQ(transformer.apply(*geometry), 0u);
        geo::for_each_vertex(*geometry, [](geo::Point& p) {
            EXPECT_NEAR(p.x, 111, 0.01);
            EXPECT_NEAR(p.y, -7.8, 0.1);
        });
    }
}

TEST(Transformer, CanBeMoved) {
    Transformer first(wgs84(), utm({49, true}));
    Transformer second(std::move(first));
    EXPECT_TRUE(second({111, -7}));
}

/// Calls that read, of this process so far; nothing where the kernel does not count them.
std::optional<long> reads_so_far() {
    std::ifstream counts("/proc/self/io");
    std::string word;
    long number = 0;
    while (counts >> word >> number)
        if (word == "syscr:")
            return number;
    return std::nullopt;
}

// Frames ask for positions in metres: no file may be read for them.
TEST(Transformer, IsMadeWithoutAFileOnceItsSystemsAreKnown) {
    const auto work = [] {
        for (int zone = 48; zone <= 50; ++zone)
            EXPECT_TRUE(Transformer(wgs84(), utm({zone, true}))({111, -7}));
    };
    work();
    const auto before = reads_so_far();
    if (!before)
        GTEST_SKIP() << "the kernel does not count reads";
    for (int i = 0; i < 20; ++i)
        work();
    EXPECT_LT(*reads_so_far() - *before, 20);
}
