#include "office_lists.h"
#include "workspace/office_columns.h"
#include "workspace/office_values.h"

#include <gmock/gmock.h>

/// Lists of assets, bodies, their people and enterprises, as offices keep them.
namespace antardesa::workspace {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class OfficeThings : public testing::OfficeLists {
  protected:
    OfficeThings() {
        model::Agreement agreement;
        agreement.id = {1};
        agreement.number = "7/2024";
        agreement.title = "Air bersih";
        std::get<model::Table<model::Agreement>>(tables_).put(agreement);
    }
    /// Reads the list, which needs no decision, and lays it over the tables.
    void take(const std::string& text, OfficeKind kind, const OfficeChoices& choices = {}) {
        list_ = read(text, choices, kind);
        EXPECT_EQ(list_.open_names, 0U);
        tables_ = laid(list_, findings_);
    }
    template<class Row>
    const model::Table<Row>& rows() const {
        return std::get<model::Table<Row>>(tables_);
    }
    OfficeList list_;
    std::vector<Finding> findings_;
};

constexpr const char* assets = "DAFTAR ASET BERSAMA,,,,,,,,,\n"
                               "No,Nama Aset,Kode Barang,Tahun Perolehan,Harga Perolehan,Kondisi,"
                               "Desa Pemilik,Porsi,Kerja Sama,Koordinat\n"
                               "1,2,3,4,5,6,7,8,9,10\n"
                               "1,Mata air Tuk Bening,02.01,2019,Rp 120 juta,B,"
                               "Mekarsari; Sukamaju,60 %; 40 %,7/2024,\"-7,5 110,1\"\n"
                               "2,Pasar,,12 Maret 2021,450.000.000,kurang baik,Ds. Mekarsari,"
                               "\"50\",,\n"
                               ",,,,,,Wonokencana,50,,\n"
                               ",,,,,,BKAD Tirta,,,\n"
                               ",Jumlah,,,\"570.000.000\",,,,,\n";

TEST_F(OfficeThings, AssetsComeWithTheirOwnersAndShares) {
    take(assets, OfficeKind::assets);
    ASSERT_EQ(rows<model::SharedAsset>().size(), 2U) << "neither figures of columns nor a sum";
    const model::SharedAsset& spring = rows<model::SharedAsset>()[0];
    EXPECT_EQ(spring.name, "Mata air Tuk Bening");
    EXPECT_EQ(spring.kind, model::AssetKind::spring) << "by its name";
    EXPECT_EQ(spring.code, "02.01");
    EXPECT_EQ(spring.year, 2019);
    EXPECT_EQ(spring.value_rupiah, 120e6);
    EXPECT_EQ(spring.condition, model::AssetCondition::good);
    EXPECT_EQ(spring.agreement.value, 1);
    ASSERT_TRUE(spring.geometry);
    const auto* points = std::get_if<geo::PointSet>(spring.geometry.get());
    ASSERT_TRUE(points);
    EXPECT_NEAR(points->points[0].x, 110.1, 1e-9);
    const model::SharedAsset& market = rows<model::SharedAsset>()[1];
    EXPECT_EQ(market.year, 2021);
    EXPECT_EQ(market.condition, model::AssetCondition::light_damage);
    EXPECT_FALSE(market.geometry);
    EXPECT_THAT(codes(findings_), ElementsAre("register_no_place"));
    const auto& shares = rows<model::AssetShare>();
    ASSERT_EQ(shares.size(), 5U);
    EXPECT_EQ(shares[0].percent, 60);
    EXPECT_EQ(shares[1].village.value, 2);
    EXPECT_EQ(shares[1].percent, 40);
    EXPECT_EQ(shares[3].village.value, 3) << "the row below belongs to the one above";
    EXPECT_EQ(shares[4].holder, model::HolderKind::cooperation_body);
    EXPECT_EQ(shares[4].holder_name, "BKAD Tirta");
}

TEST_F(OfficeThings, AnElementThatTheListDoesNotSayIsNotTakenForGranted) {
    take("Nama BKAD,Nama,Jabatan\nBKAD Tirta,Sri,Ketua\nBKAD Tirta,Budi,Anggota\n",
         OfficeKind::members);
    ASSERT_EQ(rows<model::BodyMember>().size(), 2U);
    EXPECT_EQ(rows<model::BodyMember>()[0].element, model::BodyElement::unknown);
    EXPECT_THAT(codes(list_.findings), ElementsAre("office_list"));
}

/// Several lists of one import, each beside what those before it have become.
class OfficeListsTogether : public OfficeThings {
  protected:
    void read_all(const std::vector<std::pair<const char*, std::string>>& lists) {
        std::vector<io::Table> made;
        for (const auto& [name, text] : lists) {
            OfficeList list = read_office_list(
                *atlas(), io::parse_csv(text, std::string("/x/") + name), {}, std::move(made));
            EXPECT_THAT(list.kind, ::testing::Ne(OfficeKind::none)) << name;
            made = std::move(list.registers);
            list_ = std::move(list);
        }
        list_.registers = std::move(made);
        tables_ = laid(list_, findings_);
    }
};

TEST_F(OfficeListsTogether, AnAssetRestsOnAnAgreementThatComesWithIt) {
    read_all({{"Daftar kerja sama.csv", "Judul,Nomor PKS,Desa\nKebun bibit,9/2025,\"Mekarsari, "
                                        "Sukamaju\"\n"},
              {"Daftar aset.csv", "Nama Aset,Desa Pemilik,Kerja Sama\nRumah bibit,Mekarsari,kebun "
                                  "bibit\nSumur,Mekarsari,9/2025\nJalan,Mekarsari,7/2024\n"}});
    const auto& stored = rows<model::SharedAsset>();
    ASSERT_EQ(stored.size(), 3U);
    const auto& agreements = rows<model::Agreement>();
    ASSERT_EQ(agreements.size(), 2U);
    EXPECT_EQ(stored[0].agreement, agreements[1].id) << "by its title";
    EXPECT_EQ(stored[1].agreement, agreements[1].id) << "by its number";
    EXPECT_EQ(stored[2].agreement, agreements[0].id) << "the project's";
    EXPECT_THAT(codes(list_.findings), ::testing::Not(Contains("office_value_left")));
}

TEST_F(OfficeListsTogether, ABodyOfTwoListsIsOne) {
    read_all(
        {{"Daftar BKAD.csv", "Nama BKAD,Kecamatan,Tanggal\nBKAD Tirta,Tanjungasri,1/2/2024\n"},
         {"Pengurus BKAD.csv", "Nama BKAD,Nama,Jabatan,Desa\nbkad tirta,Sri,Ketua,Mekarsari\n"},
         {"BUM Desa Bersama.csv", "Nama BUM Desa,Desa,Modal\nBUM Desa Maju,Mekarsari,5000000\n"},
         {"Pengurus.csv", "Badan,Nama,Jabatan\nBUM Desa Maju,Budi,Direktur\n"}});
    ASSERT_EQ(rows<model::CooperationBody>().size(), 1U);
    const model::CooperationBody& body = rows<model::CooperationBody>()[0];
    EXPECT_TRUE(body.founded);
    ASSERT_EQ(rows<model::BodyMember>().size(), 1U);
    EXPECT_EQ(rows<model::BodyMember>()[0].body, body.id);
    ASSERT_EQ(rows<model::JointEnterprise>().size(), 1U);
    EXPECT_EQ(rows<model::JointEnterprise>()[0].director, "Budi");
    EXPECT_EQ(rows<model::EnterpriseCapital>().size(), 1U);
}

TEST_F(OfficeThings, AnAssetThatIsKnownKeepsWhatTheListDoesNotSay) {
    take(assets, OfficeKind::assets);
    take("Nama Aset,Desa,Bagian,Kondisi\nMata air Tuk Bening,Wonokencana,0.1,RB\n"
         "Pasar,Mekarsari,0.5,lumayan\n",
         OfficeKind::assets);
    ASSERT_EQ(rows<model::SharedAsset>().size(), 2U);
    EXPECT_EQ(rows<model::SharedAsset>()[0].code, "02.01");
    EXPECT_TRUE(rows<model::SharedAsset>()[0].geometry);
    EXPECT_EQ(rows<model::SharedAsset>()[0].condition, model::AssetCondition::heavy_damage);
    EXPECT_EQ(rows<model::SharedAsset>()[1].condition, model::AssetCondition::light_damage)
        << "a value that is not understood changes nothing";
    EXPECT_THAT(codes(list_.findings), Contains("office_value_left"));
    ASSERT_EQ(rows<model::AssetShare>().size(), 6U);
    const auto& shares = rows<model::AssetShare>();
    EXPECT_TRUE(std::any_of(shares.begin(), shares.end(), [](const model::AssetShare& share) {
        return share.asset.value == 1 && share.village.value == 3 && share.percent == 10;
    })) << "a spreadsheet's 10 % is 0.1";
}

TEST_F(OfficeThings, BodiesComeWithFoundingAndOfficers) {
    take("No,Nama BKAD,Kecamatan,Nomor Permakades,Tanggal,Ketua,Sekretaris\n"
         "1,BKAD Tirta,Kec. Tanjungasri,3/2022,11 Maret 2022,Rahmat,Siti\n",
         OfficeKind::bodies);
    ASSERT_EQ(rows<model::CooperationBody>().size(), 1U);
    const model::CooperationBody& body = rows<model::CooperationBody>()[0];
    EXPECT_EQ(body.name, "BKAD Tirta");
    EXPECT_EQ(body.district.value, 1);
    EXPECT_EQ(iso_text(*body.founded), "2022-03-11");
    ASSERT_EQ(rows<model::Document>().size(), 1U);
    EXPECT_EQ(rows<model::Document>()[0].number, "3/2022");
    EXPECT_EQ(rows<model::Document>()[0].kind, "permakades");
    EXPECT_EQ(body.founding, rows<model::Document>()[0].id);
    ASSERT_EQ(rows<model::BodyMember>().size(), 2U);
    EXPECT_EQ(rows<model::BodyMember>()[0].office, "ketua");
    EXPECT_EQ(rows<model::BodyMember>()[1].person, "Siti");
    EXPECT_THAT(findings_, IsEmpty());
}

constexpr const char* people =
    "BKAD,Nama,Jabatan,Unsur,L/P,Desa,Masa Bakti\n"
    "BKAD Tirta,Rahmat,Ketua,Perangkat Desa,L,Mekarsari,2023-2028\n"
    ",Siti,Sekretaris,BPD,P,Soekamadjoe,2 Januari 2023 s.d. 1 Januari 2028\n";

TEST_F(OfficeThings, PeopleComeWithElementGenderAndTerm) {
    take(people, OfficeKind::members);
    ASSERT_EQ(rows<model::CooperationBody>().size(), 1U) << "a body that nobody knew is made";
    ASSERT_EQ(rows<model::BodyMember>().size(), 2U);
    const model::BodyMember& chair = rows<model::BodyMember>()[0];
    EXPECT_EQ(chair.element, model::BodyElement::village_government);
    EXPECT_EQ(chair.gender, model::Gender::man);
    EXPECT_EQ(chair.village.value, 1);
    EXPECT_EQ(iso_text(*chair.term_from), "2023-01-01");
    EXPECT_EQ(iso_text(*chair.term_to), "2028-12-31");
    const model::BodyMember& secretary = rows<model::BodyMember>()[1];
    EXPECT_EQ(secretary.village.value, 2);
    EXPECT_EQ(iso_text(*secretary.term_to), "2028-01-01");
    EXPECT_EQ(list_.entries, 2U);
    EXPECT_THAT(findings_, IsEmpty());
}

TEST_F(OfficeThings, AListOfPeopleTakesNobodyAway) {
    take(people, OfficeKind::members);
    take("BKAD,Nama,Jabatan,Desa\nbkad tirta,Siti,Ketua,\nBKAD Tirta,Budi,Anggota,Wonokencana\n",
         OfficeKind::members);
    ASSERT_EQ(rows<model::CooperationBody>().size(), 1U);
    ASSERT_EQ(rows<model::BodyMember>().size(), 3U);
    EXPECT_EQ(rows<model::BodyMember>()[0].person, "Rahmat");
    EXPECT_EQ(rows<model::BodyMember>()[1].office, "Ketua");
    EXPECT_EQ(rows<model::BodyMember>()[1].village.value, 2) << "not said, not taken away";
    EXPECT_EQ(rows<model::BodyMember>()[2].person, "Budi");
}

TEST_F(OfficeThings, EnterprisesComeWithTheCapitalOfTheirVillages) {
    take("Nama BUM Desa Bersama,No Sertifikat,Tanggal,Unit Usaha,Direktur,Desa,Penyertaan Modal\n"
         "BUM Desa Bersama Segara,AHU-1,20-04-2023,wisata,Hadi,Mekarsari,\"Rp 40.000.000,-\"\n"
         ",,,,,Sukamaju,25 juta\n"
         ",,,,,Mekarsari; Wonokencana,10 juta\n",
         OfficeKind::enterprises);
    ASSERT_EQ(rows<model::JointEnterprise>().size(), 1U);
    const model::JointEnterprise& enterprise = rows<model::JointEnterprise>()[0];
    EXPECT_EQ(enterprise.state, model::EnterpriseState::legal_entity) << "its certificate says so";
    EXPECT_EQ(iso_text(*enterprise.certificate_date), "2023-04-20");
    EXPECT_EQ(enterprise.director, "Hadi");
    const auto& capital = rows<model::EnterpriseCapital>();
    ASSERT_EQ(capital.size(), 3U);
    EXPECT_EQ(capital[0].amount_rupiah, 40e6);
    EXPECT_EQ(capital[1].amount_rupiah, 25e6);
    EXPECT_EQ(capital[2].village.value, 3);
    EXPECT_EQ(capital[2].amount_rupiah, 0) << "one sum for two is not divided by us";
    EXPECT_THAT(codes(list_.findings), Contains("office_value_left"));
}

TEST_F(OfficeThings, OfficersOfAnEnterpriseStandInItsRow) {
    take("BUM Desa Bersama,Nama,Jabatan\nBUM Desa Bersama Segara,Hadi,Direktur\n"
         ",Siti,Pengawas\n,Budi,Pengawas\n,Tono,Kasir\n",
         OfficeKind::members);
    ASSERT_EQ(rows<model::JointEnterprise>().size(), 1U);
    EXPECT_EQ(rows<model::JointEnterprise>()[0].director, "Hadi");
    EXPECT_EQ(rows<model::JointEnterprise>()[0].supervisor, "Siti, Budi");
    EXPECT_TRUE(rows<model::CooperationBody>().empty());
    EXPECT_THAT(codes(list_.findings), Contains("office_value_left")) << "an office without place";
}

TEST_F(OfficeThings, AListIsWhatAPersonSays) {
    OfficeChoices choices;
    choices.lists["Daftar 2025.csv"] = "aset_bersama";
    const OfficeList bare = read("Uraian,Desa\nPasar,Mekarsari\n", choices, OfficeKind::assets);
    EXPECT_THAT(bare.missing, ElementsAre("nama"));
    EXPECT_THAT(bare.registers, IsEmpty());
    EXPECT_THAT(codes(bare.findings), Contains("office_missing"));
    ASSERT_EQ(bare.columns.size(), 2U) << "so that one can say which it is";
    choices.columns["Uraian"] = "nama";
    take("Uraian,Desa\nPasar,Mekarsari\n", OfficeKind::assets, choices);
    EXPECT_EQ(rows<model::SharedAsset>().size(), 1U);
    ASSERT_EQ(rows<model::ColumnMeaning>().size(), 1U);
    EXPECT_EQ(rows<model::ColumnMeaning>()[0].field, "aset_bersama.nama");
    EXPECT_THAT(read("Uraian,Desa,Kondisi\nPasar,Mekarsari,B\n", {}, OfficeKind::assets).missing,
                IsEmpty())
        << "remembered";
    choices.lists["Daftar 2025.csv"] = "-";
    read("Judul,Desa\nPasar,Mekarsari\n", choices, OfficeKind::none);
}

TEST_F(OfficeThings, ATitleMayMeanAnotherThingInAnotherList) {
    OfficeChoices of_assets;
    of_assets.columns["Uraian"] = "nama";
    of_assets.lists[""] = "aset_bersama";
    take("Uraian,Desa\nPasar,Mekarsari\n", OfficeKind::assets, of_assets);
    OfficeChoices of_agreements;
    of_agreements.columns["Uraian"] = "judul";
    take("Uraian,Desa\nRonda,Mekarsari\n", OfficeKind::agreements, of_agreements);
    EXPECT_EQ(rows<model::ColumnMeaning>().size(), 2U);
    EXPECT_THAT(read("Uraian,Desa\nRonda,Mekarsari\n").missing, IsEmpty());
}

TEST_F(OfficeThings, ANameThatIsNotSureWaitsForAPersonInEveryList) {
    for (const auto& [text, kind] :
         {std::pair("Nama Aset,Desa\nPasar,Wonokencono\n", OfficeKind::assets),
          std::pair("BKAD,Nama,Jabatan,Desa\nTirta,Siti,Ketua,Wonokencono\n", OfficeKind::members),
          std::pair("BUM Desa Bersama,Modal,Desa\nSegara,5,Wonokencono\n",
                    OfficeKind::enterprises)}) {
        const OfficeList open = read(text, {}, kind);
        EXPECT_EQ(open.open_names, 1U) << text;
        EXPECT_THAT(codes(open.findings), Contains("office_name_open")) << text;
        OfficeChoices choices;
        choices.leave_unknown = true;
        const OfficeList left = read(text, choices, kind);
        EXPECT_EQ(left.open_names, 0U);
        EXPECT_THAT(codes(left.findings), Contains("office_name_dropped")) << text;
    }
}

TEST(OfficeValues, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(office_sum("Rp 1,5 miliar"), "1500000000");
    EXPECT_EQ(office_sum("Rp. 40.000.000,-"), "40000000");
    EXPECT_FALSE(office_sum("banyak"));
    EXPECT_EQ(office_percent("33,3 %"), "33.3");
    EXPECT_FALSE(office_percent("130"));
    EXPECT_EQ(office_year("20-04-2023"), "2023");
    EXPECT_EQ(office_term("2023 s/d 2028")->to, "2028-12-31");
    EXPECT_EQ(office_term("02-01-2023 - 01-01-2028")->from, "2023-01-02");
    EXPECT_FALSE(office_term("12-11-2025"));
    EXPECT_FALSE(office_term("2028-2023"));
    EXPECT_EQ(name_with_figure("Mekarsari (60 %)").name, "Mekarsari");
    EXPECT_EQ(name_with_figure("Mekarsari (60 %)").figure, "60 %");
    EXPECT_EQ(name_with_figure("Mekarsari 60%").figure, "60%");
    EXPECT_EQ(name_with_figure("Sukamaju: Rp 5.000").figure, "Rp 5.000");
    EXPECT_EQ(name_with_figure("Sukamaju 2").name, "Sukamaju 2");
    EXPECT_EQ(name_with_figure("Sukamaju (Asri)").name, "Sukamaju (Asri)");
    EXPECT_EQ(office_code("unsur", "Tokoh Masyarakat"), "tokoh_masyarakat");
    EXPECT_EQ(office_code("unsur", "PKK"), "lembaga_kemasyarakatan");
    EXPECT_EQ(office_code("kelamin", "P"), "perempuan");
    EXPECT_EQ(office_code("kondisi", "RR"), "rusak_ringan");
    EXPECT_EQ(office_code("jenis_aset", "Tanah pasar"), "tanah");
    EXPECT_EQ(office_code("keadaan", "Sudah berbadan hukum"), "berbadan_hukum");
    EXPECT_FALSE(office_code("kondisi", "lumayan"));
}

} // namespace
} // namespace antardesa::workspace
