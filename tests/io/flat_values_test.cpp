#include "io/detail/reader_protocol.h"

#include "io/sample_files.h"
#include "io/through_process.h"

#include <random>

namespace antardesa::io::testing {
namespace {

using namespace detail;

FeatureTable varied() {
    FeatureTable table = table_of({"NAMA", "KODE"}, {{"Sukamaju", "NULL"}, {"", "99"}});
    Column whole("JUMLAH", FieldType::integer);
    whole.append(std::int64_t{-7});
    whole.append_null();
    Column real("LUAS", FieldType::real);
    real.append_null();
    real.append(2.5);
    table.columns.push_back(whole);
    table.columns.push_back(real);
    table.features[0].geometry =
        geo::PolygonSet{{{square(0, 0, 3), {square(1, 1, 1)}}, {square(5, 5), {}}}};
    table.features[1].geometry = geo::LineSet{{{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}}}};
    table.features.push_back({9, geo::PointSet{{{1, 2}}}});
    table.features.push_back({10, std::monostate()});
    for (Column& column : table.columns)
        while (column.size() < table.features.size())
            column.append_null();
    table.findings.push_back(
        {Severity::error, "truncated", "desa", Place{110, -7}, {"io.truncated", {"desa", "3"}}});
    table.features_in_file = 5;
    return table;
}

FeatureTable decoded(const std::string& bytes) {
    return std::get<FeatureTable>(decode_answer(bytes, Operation::vector).value);
}

std::string answer_bytes() {
    return flat(Answer{{6, true, true, true}, varied()});
}

TEST(FlatValues, ComeBackAsTheyWere) {
    const FeatureTable before = varied();
    const FeatureTable after = decoded(answer_bytes());
    EXPECT_EQ(flat(before), flat(after));
    EXPECT_EQ(after.features[0].geometry, before.features[0].geometry);
    EXPECT_EQ(after.columns[2].text(0), "-7");
    EXPECT_TRUE(after.columns[1].is_null(0));
    EXPECT_EQ(after.crs->epsg(), 4326);
    EXPECT_EQ(after.findings[0].message.arguments[1], "3");
}

TEST(FlatValues, TextThatIsNoUtf8ComesBackReadable) {
    FlatWriter out;
    encode(out, Message{"io.not_found", {"Tom\xe9"}});
    FlatReader in(out.result());
    EXPECT_EQ(decode_message(in).arguments[0], "Tom\xc3\xa9");
}

TEST(FlatValues, EveryTruncationIsNoticed) {
    const std::string bytes = answer_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_THROW(decoded(bytes.substr(0, size)), NotFlat) << size;
    EXPECT_THROW(decoded(bytes + "x"), NotFlat);
}

TEST(FlatValues, EveryChangedByteIsRefusedOrHarmless) {
    const std::string bytes = answer_bytes();
    std::mt19937 random(7);
    int refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 + random() % 255));
        try {
            const FeatureTable table = decoded(changed);
            for (const Column& column : table.columns)
                EXPECT_EQ(column.size(), table.features.size());
        } catch (const NotFlat&) {
            ++refused;
        } catch (const std::bad_variant_access&) {
            ++refused; // became an error message
        }
    }
    EXPECT_GT(refused, 0);
}

TEST(FlatValues, KeysOfOtherRoomsAreRefused) {
    for (const char* key : {"cli.usage", "io", "io.%s", "io.a b", "IO.x", ""}) {
        FlatWriter out;
        encode(out, Message{key, {}});
        FlatReader in(out.result());
        EXPECT_THROW(decode_message(in), NotFlat) << key;
    }
}

} // namespace
} // namespace antardesa::io::testing
