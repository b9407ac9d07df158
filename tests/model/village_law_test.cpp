#include "model/village_law.h"

#include "model/state_papers.h"
#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

std::shared_ptr<const Atlas> atlas_of(TableSet tables, std::string regency) {
    Progress progress;
    return Atlas::build({std::move(regency), "Contoh", ""}, std::move(tables), 1, progress);
}

TEST(VillageLaw, AKotaIsToldByItsNameOrItsCode) {
    EXPECT_EQ(regency_word("KOTA CONTOH"), "KOTA ");
    EXPECT_EQ(regency_word("Kabupaten Contoh"), "Kabupaten ");
    EXPECT_EQ(regency_word("Kotabaru"), "");
    EXPECT_TRUE(is_city("Kota Contoh", "99.01.01"));
    EXPECT_TRUE(is_city("KOTA CONTOH", ""));
    EXPECT_TRUE(is_city("Contoh", "99.71.01.1001"));
    EXPECT_TRUE(is_city("Contoh", "99.79"));
    EXPECT_FALSE(is_city("Kabupaten Contoh", "99.71"));
    EXPECT_FALSE(is_city("Kotabaru", "63.02.01")) << "a name that only begins so";
    EXPECT_FALSE(is_city("Contoh", "99.69.01"));
    EXPECT_FALSE(is_city("Contoh", "99.70"));
    EXPECT_FALSE(is_city("Contoh", ""));
}

TEST(VillageLaw, AWordBeforeANameIsNoPartOfIt) {
    EXPECT_EQ(name_without_kind("Desa Sukamaju"), "Sukamaju");
    EXPECT_EQ(name_without_kind("DESA  SUKAMAJU"), "SUKAMAJU");
    EXPECT_EQ(name_without_kind("KELURAHAN Pasirsari"), "Pasirsari");
    EXPECT_EQ(name_without_kind("Kecamatan Tanjungasri"), "Tanjungasri");
    EXPECT_EQ(name_without_kind("Sukamaju"), "Sukamaju");
    EXPECT_EQ(name_without_kind("Desaku Maju"), "Desaku Maju") << "a name that only begins so";
    EXPECT_EQ(name_without_kind("Desa"), "Desa");
    EXPECT_EQ(name_without_kind("Desa "), "Desa ");
    EXPECT_EQ(name_without_kind(""), "");
}

TEST(VillageLaw, AKelurahanIsToldByItsKindElseByItsName) {
    Village village;
    village.name = "Kelurahan Pasirsari";
    EXPECT_TRUE(is_kelurahan(village));
    village.kind = VillageKind::village;
    EXPECT_FALSE(is_kelurahan(village));
    village.name = "Desa Pasirsari";
    village.kind = VillageKind::urban_village;
    EXPECT_TRUE(is_kelurahan(village));
    village.kind = VillageKind::unknown;
    EXPECT_FALSE(is_kelurahan(village));
}

TEST(VillageLaw, TheProjectsOwnKabupatenCounts) {
    TableSet tables = sample_tables();
    EXPECT_FALSE(is_city(*atlas_of(tables, "Contoh")));
    EXPECT_TRUE(is_city(*atlas_of(tables, "Kota Contoh")));
    auto& districts = std::get<Table<District>>(tables);
    districts.put({{3}, "99.71.01", "Seberang", "Tetangga"});
    EXPECT_FALSE(is_city(*atlas_of(tables, "Contoh"))) << "a neighbour is a kota";
    const auto atlas = atlas_of(tables, "Tetangga");
    EXPECT_TRUE(is_city(*atlas));
    EXPECT_TRUE(is_city(*atlas, *atlas->find(Id<District>{3})));
    EXPECT_FALSE(is_city(*atlas, *atlas->find(Id<District>{1})));
}

TEST(VillageLaw, WithoutCodesOfKecamatanVillagesTell) {
    TableSet tables = sample_tables();
    auto& districts = std::get<Table<District>>(tables);
    for (const std::int64_t id : {1, 2}) {
        District district = *districts.find({id});
        district.code.clear();
        districts.put(district);
    }
    auto& villages = std::get<Table<Village>>(tables);
    for (const std::int64_t id : {1, 2, 5}) {
        Village village = *villages.find({id});
        village.code = "99.71.01.100" + std::to_string(id);
        villages.put(village);
    }
    EXPECT_TRUE(is_city(*atlas_of(tables, "Contoh")));
}

TEST(VillageLaw, BetweenTwoKabupatenItDoesNotHold) {
    TableSet tables = sample_tables();
    std::get<Table<BoundarySegment>>(tables).put(segment(7, 5, 9, {{3, 0}, {3, 1}}));
    auto& disputes = std::get<Table<BoundaryDispute>>(tables);
    BoundaryDispute dispute = *disputes.find({2});
    EXPECT_FALSE(is_outside_village_law(tables, dispute));
    BoundaryDispute handed_over = dispute;
    handed_over.state = DisputeState::handed_over;
    EXPECT_TRUE(is_outside_village_law(tables, handed_over));
    dispute.first = {5};
    dispute.second = {9};
    EXPECT_TRUE(is_outside_village_law(tables, dispute));
    const auto atlas = atlas_of(tables, "Contoh");
    EXPECT_TRUE(is_outside_village_law(*atlas, *atlas->find(Id<BoundarySegment>{7})));
    EXPECT_FALSE(is_outside_village_law(*atlas, *atlas->find(Id<BoundarySegment>{1})));
}

TEST(VillageLaw, ACaseOfAFileMayBeUnderTwo) {
    TableSet tables = sample_tables();
    std::get<Table<BoundarySegment>>(tables).put(segment(7, 5, 9, {{3, 0}, {3, 1}}));
    BoundaryDispute dispute;
    dispute.id = {70};
    dispute.first = {1};
    dispute.second = {2};
    dispute.segment = {1};
    std::get<Table<BoundaryDispute>>(tables).put(dispute);
    const auto both = [&] {
        const auto atlas = atlas_of(tables, "Contoh");
        return is_under_two_laws(*atlas, *atlas->find(Id<BoundaryDispute>{70}));
    };
    EXPECT_FALSE(both());
    auto& further = std::get<Table<CaseSegment>>(tables);
    const Id<CaseSegment> id = further.next_id();
    further.put({id, {70}, {7}});
    EXPECT_TRUE(both());
    dispute.segment = {};
    std::get<Table<BoundaryDispute>>(tables).put(dispute);
    EXPECT_FALSE(both()) << "all of it is batas daerah";
}

TEST(VillageLaw, ARegulationOfAWaliKotaUndoesAnother) {
    Document paper;
    for (const auto& [kind, undoes] : {std::pair{"perbup", true},
                                       {"perwali", true},
                                       {"peraturan_wali_kota", true},
                                       {"putusan", true},
                                       {"berita_acara", false}}) {
        paper.kind = kind;
        EXPECT_EQ(undoes_regulation(&paper), undoes) << kind;
    }
}

} // namespace
} // namespace antardesa::model
