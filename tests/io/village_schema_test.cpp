#include "io/village_schema.h"

#include "io/sample_files.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;

TEST(Recognise, KnowsBigsNewSchema) {
    const FeatureTable table =
        table_of({"NAMOBJ", "REMARK", "KDCPUM", "KDEPUM", "KDPKAB", "KDPPUM", "LUASWH", "TIPADM",
                  "WADMKC", "WADMKD", "WADMKK", "WADMPR"},
                 {{"A", "NULL", "16.12.01", "16.12.01.1018", "16.12", "16", "3040.7", "2",
                   "Talang Ubi", "A", "Pali", "Sumatera Selatan"}});
    const FieldMapping mapping = recognise(table);
    EXPECT_EQ(mapping.column(VillageField::village), "NAMOBJ");
    EXPECT_EQ(mapping.column(VillageField::code), "KDEPUM");
    EXPECT_EQ(mapping.column(VillageField::district), "WADMKC");
    EXPECT_EQ(mapping.column(VillageField::district_code), "KDCPUM");
    EXPECT_EQ(mapping.column(VillageField::regency), "WADMKK");
    EXPECT_EQ(mapping.column(VillageField::regency_code), "KDPKAB");
    EXPECT_EQ(mapping.column(VillageField::province), "WADMPR");
    EXPECT_EQ(mapping.column(VillageField::kind), "TIPADM");
    EXPECT_EQ(mapping.column(VillageField::official_area), "LUASWH");
    EXPECT_FALSE(mapping.has(VillageField::remark));
    EXPECT_FALSE(mapping.has(VillageField::bps_code));
}

TEST(Recognise, PassesOverTheEmptyColumnsOfTheOldSchema) {
    const FeatureTable table =
        table_of({"NAMOBJ", "KDEPUM", "KDBPUM", "WADMKD", "WADMKC", "WADMKK", "TIPADM", "LUASWH"},
                 {{"Sampiran", "NULL", "NULL", "NULL", "Talun", "Kabupaten Cirebon", "0", "0.0"}});
    const FieldMapping mapping = recognise(table);
    EXPECT_EQ(mapping.column(VillageField::village), "NAMOBJ");
    EXPECT_FALSE(mapping.has(VillageField::code));
    EXPECT_FALSE(mapping.has(VillageField::regency_code));
    EXPECT_FALSE(mapping.has(VillageField::kind));
    EXPECT_FALSE(mapping.has(VillageField::official_area));
}

struct Naming {
    std::vector<std::string> columns;
    std::vector<std::string> row;
    std::map<VillageField, std::string> expected;
};

/// Else a test's name would be the bytes of its parameter, addresses among them.
void PrintTo(const Naming& naming, std::ostream* out) {
    for (const std::string& column : naming.columns)
        *out << column << " ";
}

class RecogniseOthers : public ::testing::TestWithParam<Naming> {};

TEST_P(RecogniseOthers, ByNameAndContent) {
    const Naming& naming = GetParam();
    EXPECT_EQ(recognise(table_of(naming.columns, {naming.row})).columns, naming.expected);
}

using F = VillageField;
INSTANTIATE_TEST_SUITE_P(
    RealFiles, RecogniseOthers,
    ::testing::Values(
        Naming{{"kode", "nama", "lat"},
               {"33.18.01.2001", "Prawoto", "-6.9"},
               {{F::code, "kode"}, {F::village, "nama"}}},
        Naming{{"nmkab", "nmkec", "iddesa", "kddesa", "nmdesa", "nmprov"},
               {"BERAU", "TABALAR", "6405021007", "007", "TUBAAN", "KALTIM"},
               {{F::bps_code, "iddesa"},
                {F::village, "nmdesa"},
                {F::district, "nmkec"},
                {F::regency, "nmkab"},
                {F::province, "nmprov"}}},
        Naming{{"regency_co", "regency", "district_c", "district", "village_co", "village"},
               {"id3318", "Pati", "id3318080", "Juwana", "id3318080017", "Agungmulyo"},
               {{F::bps_code, "village_co"},
                {F::village, "village"},
                {F::district, "district"},
                {F::regency, "regency"}}},
        Naming{{"kode", "nama", "kec", "kab", "prov"},
               {"id5101010010", "Blimbingsari", "Melaya", "Jembrana", "Bali"},
               {{F::bps_code, "kode"},
                {F::village, "nama"},
                {F::district, "kec"},
                {F::regency, "kab"},
                {F::province, "prov"}}},
        Naming{{"namobj", "wiadkc", "wiadkk", "kode_desa", "luas_ha"},
               {"Arung Medang", "TANGARAN", "SAMBAS", "6101172008", "1174.2"},
               {{F::code, "kode_desa"},
                {F::village, "namobj"},
                {F::district, "wiadkc"},
                {F::regency, "wiadkk"},
                {F::official_area, "luas_ha"}}},
        Naming{{"KODE_2008", "DESA_2008", "KEC_2008", "KAB_2008", "PROP_2008"},
               {"-2147483648", "HARGO BINANGUN", "PAKEM", "SLEMAN", "DIY"},
               {{F::village, "DESA_2008"},
                {F::district, "KEC_2008"},
                {F::regency, "KAB_2008"},
                {F::province, "PROP_2008"}}},
        Naming{{"DESA", "KABUPATEN", "KECAMATAN"},
               {"Kramat", "Kota Magelang", "Magelang Utara"},
               {{F::village, "DESA"}, {F::district, "KECAMATAN"}, {F::regency, "KABUPATEN"}}},
        Naming{{"NAMOBJ", "TGL_BENTUK"},
               {"Kramat", "25/10/2012"},
               {{F::village, "NAMOBJ"}, {F::formed, "TGL_BENTUK"}}},
        Naming{{"NAMOBJ", "PEMBENTUKAN"}, {"Kramat", "oleh adat"}, {{F::village, "NAMOBJ"}}},
        Naming{{"OBJECTID", "SHAPE_Area"}, {"1", "0.5"}, {}}));

TEST(Recognise, PrefersTrueCodesAndTakesOddOnesOnlyForWantOfThem) {
    EXPECT_EQ(recognise(table_of({"WADMKD", "KDEPUM", "kode"}, {{"A", "X-1", "99.01.10.2001"}}))
                  .column(F::code),
              "kode");
    EXPECT_EQ(recognise(table_of({"WADMKD", "KDEPUM"}, {{"A", "X-1"}, {"B", ""}})).column(F::code),
              "KDEPUM");
    EXPECT_FALSE(recognise(table_of({"WADMKD", "KDEPUM"}, {{"A", "-"}, {"B", "0"}})).has(F::code));
    // Ten digits of BPS in two columns are no Kemendagri code in either.
    const FieldMapping twice =
        recognise(table_of({"nmdesa", "iddesa", "kode"}, {{"A", "3318080017", "3318080017"}}));
    EXPECT_EQ(twice.column(F::bps_code), "iddesa");
    EXPECT_FALSE(twice.has(F::code));
}

TEST(WithField, TakesAPersonsWord) {
    const FeatureTable table = table_of({"NAMA_X", "F"}, {{"A", "99.01.10.2001"}});
    auto mapping = with_field(recognise(table), table, "village=nama_x");
    ASSERT_TRUE(mapping);
    EXPECT_EQ(mapping.value().column(F::village), "NAMA_X");
    auto coded = with_field(mapping.value(), table, " code = F ");
    ASSERT_TRUE(coded);
    EXPECT_EQ(coded.value().column(F::code), "F");
    auto without = with_field(coded.value(), table, "village=");
    ASSERT_TRUE(without);
    EXPECT_FALSE(without.value().has(F::village));
}

TEST(WithField, RefusesWhatIsNotThere) {
    const FeatureTable table = table_of({"NAMA"}, {{"A"}});
    EXPECT_EQ(with_field({}, table, "village=DESA").refusal().message,
              (Message{"io.no_such_column", {"DESA", "NAMA"}}));
    EXPECT_EQ(with_field({}, table, "desa=NAMA").refusal().message.key, "io.unknown_field");
    EXPECT_EQ(with_field({}, table, "village").refusal().message.key, "io.unknown_field");
}

TEST(VillageFields, HaveNamesBothWays) {
    for (const VillageField field : all_village_fields())
        EXPECT_EQ(village_field_from_name(village_field_name(field)), field);
    EXPECT_EQ(all_village_fields().size(), 13u);
    EXPECT_FALSE(village_field_from_name("x"));
}
