#include "model/reach.h"

#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

/// Villages of two kecamatan and of another kabupaten; one whose kecamatan is not known.
class ReachOf : public ::testing::Test {
  protected:
    ReachOf() {
        put(District{{1}, "99.01.01", "Hilir", "Contoh"});
        put(District{{2}, "99.01.02", "Hulu", "Contoh"});
        put(District{{3}, "99.02.01", "Seberang", "Tetangga"});
        put(District{{4}, "", "Tanpa Kode", "Contoh"});
        village(1, 1, "99.01.01.2001");
        village(2, 1, "");
        village(3, 2, "99.01.02.2001");
        village(4, 3, "99.02.01.2001");
        village(5, 0, "");
        village(6, 4, "");
    }
    template<class Row>
    void put(Row row) {
        std::get<Table<Row>>(tables_).put(std::move(row));
    }
    void village(std::int64_t id, std::int64_t district, std::string code) {
        Village row;
        row.id = {id};
        row.district = {district};
        row.code = std::move(code);
        put(row);
    }
    void party(std::int64_t village, std::string outside = {}, std::string code = {}) {
        AgreementParty row;
        row.id = std::get<Table<AgreementParty>>(tables_).next_id();
        row.agreement = {1};
        row.village = {village};
        row.outside_village = std::move(outside);
        row.outside_code = std::move(code);
        put(row);
    }
    std::shared_ptr<const Atlas> bound(std::initializer_list<std::int64_t> villages) {
        Agreement row;
        row.id = {1};
        put(row);
        for (const std::int64_t village : villages)
            party(village);
        Progress progress;
        return Atlas::build({}, tables_, 1, progress);
    }
    Reach reach(std::initializer_list<std::int64_t> villages) {
        return reach_of(*bound(villages), {1});
    }
    TableSet tables_;
};

TEST_F(ReachOf, OneKecamatanOrSeveral) {
    EXPECT_EQ(reach({1, 2}), Reach::one_district);
}
TEST_F(ReachOf, SeveralKecamatanOfOneKabupaten) {
    EXPECT_EQ(reach({1, 3}), Reach::across_districts);
}
TEST_F(ReachOf, AKecamatanWithoutACodeIsOneOfTheKabupatenThatItNames) {
    EXPECT_EQ(reach({1, 6}), Reach::across_districts);
}
TEST_F(ReachOf, AVillageOfAnotherKabupatenInTheProject) {
    const auto atlas = bound({1, 4});
    EXPECT_EQ(reach_of(*atlas, {1}), Reach::beyond_regency);
    const auto beyond = beyond_regency(*atlas, {1});
    ASSERT_EQ(beyond.size(), 1U);
    EXPECT_EQ(beyond[0]->village, Id<Village>{4});
}
TEST_F(ReachOf, AVillageThatTheProjectLacksIsToldByItsCode) {
    party(0, "Sebelah", "99.01.07.2003");
    EXPECT_EQ(reach({1}), Reach::across_districts);
}
TEST_F(ReachOf, AVillageThatTheProjectLacksWithoutACodeIsBeyond) {
    party(0, "Ranupasir, Kabupaten Tetangga");
    EXPECT_EQ(reach({1}), Reach::beyond_regency);
}
TEST_F(ReachOf, IsUnknownWhereAKecamatanIs) {
    EXPECT_EQ(reach({1, 5}), Reach::unknown);
}
TEST_F(ReachOf, IsUnknownWithoutAVillage) {
    EXPECT_EQ(reach({}), Reach::unknown);
}

} // namespace
} // namespace antardesa::model
