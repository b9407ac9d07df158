#include "base/result.h"
#include "io/detail/exif_scan.h"
#include "io/inspect.h"
#include "io/sample_files.h"
#include "io/through_process.h"
#include "io/vector_reader.h"

#include <gmock/gmock.h>

namespace antardesa::io::testing {
namespace {

using ::testing::SizeIs;

const std::string gpx_head = R"(<?xml version="1.0"?><gpx version="1.1" creator="uji" )"
                             R"(xmlns="http://www.topografix.com/GPX/1/1">)";

FeatureTable read(const std::filesystem::path& path) {
    Progress progress;
    return Reader().read_vector(path, {}, progress);
}

std::string error_of(const std::filesystem::path& path) {
    try {
        read(path);
    } catch (const Error& error) {
        return error.message().key;
    }
    return {};
}

TEST(Gpx, TracksAndRoutesAreLinesAndWaypointsPoints) {
    const TemporaryFolder folder;
    const auto path = folder.write(
        "batas.gpx",
        gpx_head + R"(<wpt lat="-7.1" lon="109.2"><name>Pilar 3</name></wpt>)"
                   R"(<rte><name>Rencana</name><rtept lat="-7" lon="109"/>)"
                   R"(<rtept lat="-7.01" lon="109.01"/></rte>)"
                   R"(<trk><name>Jalan kaki</name><trkseg><trkpt lat="-7" lon="109"><ele>12</ele>)"
                   R"(</trkpt><trkpt lat="-7.02" lon="109.03"/></trkseg>)"
                   R"(<trkseg><trkpt lat="-7.1" lon="109.1"/><trkpt lat="-7.2" lon="109.2"/>)"
                   R"(</trkseg></trk></gpx>)");
    const FeatureTable table = read(path);
    ASSERT_THAT(table.features, SizeIs(4));
    EXPECT_EQ(table.columns[0].text(0), "Pilar 3");
    EXPECT_EQ(std::get<geo::PointSet>(table.features[0].geometry).points.at(0),
              (geo::Point{109.2, -7.1}));
    EXPECT_EQ(table.columns[0].text(1), "Rencana");
    EXPECT_EQ(table.columns[1].text(1), "rte");
    EXPECT_EQ(table.columns[0].text(3), "Jalan kaki") << "every piece has its track's name";
    const auto& track = std::get<geo::LineSet>(table.features[2].geometry).lines;
    ASSERT_THAT(track, SizeIs(1));
    EXPECT_EQ(track[0].back(), (geo::Point{109.03, -7.02}));
    ASSERT_TRUE(table.crs);
    EXPECT_TRUE(table.crs->is_geographic());
    expect_same_through_a_process(path);
}

TEST(Gpx, BadPositionsAreCountedAndWhatIsNoGpxIsRefused) {
    const TemporaryFolder folder;
    const FeatureTable table = read(folder.write(
        "rusak.gpx", gpx_head + R"(<trk><trkseg><trkpt lat="-7" lon="109"/><trkpt lat="97" )"
                                R"(lon="109"/><trkpt lon="109"/><trkpt lat="x" lon="1"/>)"
                                R"(<trkpt lat="-7.1" lon="109.1"/></trkseg></trk></gpx>)"));
    ASSERT_THAT(table.features, SizeIs(1));
    EXPECT_THAT(std::get<geo::LineSet>(table.features[0].geometry).lines.at(0), SizeIs(2));
    const auto counted =
        std::find_if(table.findings.begin(), table.findings.end(),
                     [](const Finding& finding) { return finding.code == "gpx_bad_positions"; });
    ASSERT_NE(counted, table.findings.end());
    EXPECT_EQ(counted->message.arguments.at(1), "3");
    EXPECT_EQ(error_of(folder.write("lain.gpx", "<kml></kml>")), "io.unreadable");
    EXPECT_EQ(error_of(folder.write("putus.gpx", gpx_head + "<trk>")), "io.xml_truncated");
    EXPECT_EQ(error_of(folder.write("bom.gpx", "<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx>&a;</gpx>")),
              "io.xml_entities");
}

/// A JPEG without a picture, whose EXIF is written in this order of bytes.
class Photo {
  public:
    explicit Photo(bool little) : little_(little) {}

    std::string bytes(const std::string& north, const std::string& taken) {
        // The header, IFD0 with two pointers, the GPS directory, the Exif directory, then values.
        constexpr std::uint32_t first = 8, gps = first + 2 + 2 * 12 + 4,
                                exif = gps + 2 + 4 * 12 + 4, values = exif + 2 + 12 + 4;
        std::string tiff = little_ ? "II" : "MM";
        tiff += number(42, 2) + number(first, 4);
        tiff += number(2, 2) + entry(0x8825, 4, 1, gps) + entry(0x8769, 4, 1, exif) + number(0, 4);
        tiff += number(4, 2) + text_entry(1, north) + entry(2, 5, 3, values) + text_entry(3, "E") +
                entry(4, 5, 3, values + 24) + number(0, 4);
        tiff += number(1, 2) + entry(0x9003, 2, 20, values + 48) + number(0, 4);
        for (const auto& [over, under] :
             {std::pair{7U, 1U}, {30U, 1U}, {1800U, 100U}, {109U, 1U}, {12U, 1U}, {3600U, 100U}})
            tiff += number(over, 4) + number(under, 4);
        tiff += taken + std::string(20 - taken.size(), '\0');
        const std::string app1 = std::string("Exif\0\0", 6) + tiff;
        const auto length = static_cast<std::uint32_t>(app1.size() + 2);
        std::string jpeg = "\xFF\xD8\xFF\xE1";
        jpeg += static_cast<char>(length >> 8);
        jpeg += static_cast<char>(length & 0xFF);
        return jpeg + app1 + "\xFF\xDA";
    }

  private:
    std::string number(std::uint32_t value, int size) const {
        std::string bytes;
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> 8 * (little_ ? i : size - 1 - i) & 0xFF);
        return bytes;
    }
    std::string entry(std::uint32_t tag, std::uint32_t type, std::uint32_t count,
                      std::uint32_t value) const {
        return number(tag, 2) + number(type, 2) + number(count, 4) + number(value, 4);
    }
    std::string text_entry(std::uint32_t tag, const std::string& letter) const {
        return number(tag, 2) + number(2, 2) + number(2, 4) + letter + std::string(3, '\0');
    }
    bool little_;
};

TEST(Photo, SaysWhereAndWhenItWasTaken) {
    const TemporaryFolder folder;
    for (const bool little : {true, false}) {
        const auto path =
            folder.write("pilar.jpg", Photo(little).bytes("S", "2026:03:14 10:22:05"));
        const FeatureTable table = read(path);
        ASSERT_THAT(table.features, SizeIs(1));
        const auto& places = std::get<geo::PointSet>(table.features[0].geometry).points;
        ASSERT_THAT(places, SizeIs(1));
        EXPECT_NEAR(places[0].y, -(7 + 30.0 / 60 + 18.0 / 3600), 1e-12);
        EXPECT_NEAR(places[0].x, 109 + 12.0 / 60 + 36.0 / 3600, 1e-12);
        EXPECT_EQ(table.columns[0].text(0), "2026-03-14 10:22:05");
        expect_same_through_a_process(path);
    }
}

TEST(Photo, WithoutPlaceIsAPhotoNevertheless) {
    const TemporaryFolder folder;
    const FeatureTable bare = read(folder.write("polos.jpg", "\xFF\xD8\xFF\xDA"));
    ASSERT_THAT(bare.features, SizeIs(1));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(bare.features[0].geometry));
    EXPECT_EQ(error_of(folder.write("bukan.jpg", "PNG")), "io.unreadable");
}

/// Whatever is cut off or changed: nothing is read past the end, and no place is made up.
TEST(Photo, BrokenExifIsNone) {
    const std::string whole = Photo(true).bytes("S", "2026:03:14 10:22:05");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const detail::ExifFacts facts = detail::scan_exif(whole.substr(0, size));
        EXPECT_FALSE(facts.position && size + 30 < whole.size()) << size;
    }
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const int value : {0x00, 0x7F, 0xFF}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(value);
            const detail::ExifFacts facts = detail::scan_exif(changed);
            if (facts.position) {
                EXPECT_LE(std::abs(facts.position->y), 90);
                EXPECT_LE(std::abs(facts.position->x), 180);
            }
        }
}

} // namespace
} // namespace antardesa::io::testing
