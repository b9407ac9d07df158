#include "workspace/name_match.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

/// Names of villages with their kecamatan, by id from 1.
class Names : public ::testing::Test {
  protected:
    Names() {
        auto& districts = std::get<model::Table<model::District>>(tables_);
        districts.put({{1}, "99.01.01", "Tanjungasri", "Contoh"});
        districts.put({{2}, "99.01.02", "Girimakmur", "Contoh"});
        add("Sukamaju", 1);
        add("Sukamaju", 2);
        add("Mekarsari Lor", 1);
        add("Mekarsari Kidul", 1);
        add("Gunungpanjang 2", 2);
        add("Wonokencana", 1);
        add("Sukamajur", 1);
    }
    void add(const std::string& name, int district) {
        model::Village village;
        village.id = std::get<model::Table<model::Village>>(tables_).next_id();
        village.name = name;
        village.code =
            "99.01.0" + std::to_string(district) + ".200" + std::to_string(village.id.value);
        village.district = {district};
        std::get<model::Table<model::Village>>(tables_).put(village);
    }
    VillageMatch match(std::string_view written, std::string_view district = {}) const {
        Progress progress;
        const auto atlas = model::Atlas::build({}, tables_, 1, progress);
        return VillageNames(*atlas).match(written, district);
    }
    /// The village when it is sure, else minus one for "look" and zero for "unknown".
    std::int64_t sure(std::string_view written, std::string_view district = {}) const {
        const VillageMatch found = match(written, district);
        return found.band == MatchBand::sure   ? found.village.value
               : found.band == MatchBand::look ? -1
                                               : 0;
    }
    model::TableSet tables_;
};

TEST(PlainName, DropsWhatIsNoPartOfTheName) {
    EXPECT_EQ(plain_name("Ds. Soekamadjoe"), "sukamaju");
    EXPECT_EQ(plain_name("PEMERINTAH DESA Tjimahi"), "cimahi");
    EXPECT_EQ(plain_name("Gunung-Panjang  II"), "gunung panjang 2");
    EXPECT_EQ(plain_name("Desa"), "desa");
    EXPECT_EQ(plain_name(""), "");
}

TEST(Similarity, IsOneForEqualTextsAndCountsAnExchangeOnce) {
    EXPECT_DOUBLE_EQ(similarity("", ""), 1);
    EXPECT_DOUBLE_EQ(similarity("mekar", "mekar"), 1);
    EXPECT_DOUBLE_EQ(similarity("mekar", ""), 0);
    EXPECT_DOUBLE_EQ(similarity("mekar", "mkear"), 0.8);
    EXPECT_DOUBLE_EQ(similarity("mekar", "makar"), 0.8);
}

TEST_F(Names, TheKecamatanTellsTwoOfOneNameApart) {
    EXPECT_EQ(sure("Desa Sukamaju"), -1) << "there are two";
    EXPECT_EQ(sure("Sukamaju", "Kec. Girimakmur"), 2);
    EXPECT_EQ(sure("Soekamadjoe", "Girimakmur"), 2);
    EXPECT_EQ(sure("Sukamaju", "Antah"), -1) << "of a kecamatan that has none";
}

TEST_F(Names, ANearNameIsLookedAtNotTaken) {
    EXPECT_EQ(sure("Wono Kencana"), 6) << "joined words are the same";
    EXPECT_EQ(sure("Wonokencono"), -1);
    EXPECT_EQ(match("Wonokencono").candidates.front().first.value, 6);
    EXPECT_EQ(sure("Antah Berantah"), 0);
    EXPECT_EQ(sure("Sukamaju", "Tanjungasri"), 1) << "Sukamajur is near, but not as near";
}

TEST_F(Names, DirectionsAndNumbersMustAgree) {
    EXPECT_EQ(sure("Mekarsari Lor"), 3);
    EXPECT_EQ(sure("Mekarsari Kidul"), 4);
    EXPECT_EQ(sure("Mekarsari Wetan"), 0);
    EXPECT_EQ(sure("Mekarsari"), 0);
    EXPECT_EQ(sure("Gunungpanjang II"), 5);
    EXPECT_EQ(sure("Gunungpanjang III"), 0);
}

TEST_F(Names, CodesAndConfirmedNamesAreSure) {
    EXPECT_EQ(sure("99.01.01.2003"), 3);
    std::get<model::Table<model::VillageAlias>>(tables_).put({{1}, {6}, "Wonokencono"});
    EXPECT_EQ(sure("wonokencono"), 6);
    std::get<model::Table<model::VillageAlias>>(tables_).put({{2}, {3}, "Wonokencono"});
    EXPECT_EQ(sure("Wonokencono"), -1) << "two villages are called so";
}

TEST_F(Names, TheKecamatanMayStandWithTheName) {
    EXPECT_EQ(sure("Sukamaju"), -1) << "there are two";
    EXPECT_EQ(sure("Sukamaju (Kec. Girimakmur)"), 2);
    EXPECT_EQ(sure("Ds. Sukamaju Kecamatan Tanjungasri"), 1);
    EXPECT_EQ(sure("Sukamaju Kec. Girimakmur Kab. Contoh"), 2);
    EXPECT_EQ(sure("Sukamaju (Kec. Girimakmur)", "Tanjungasri"), 2) << "it is closer";
}

} // namespace
} // namespace antardesa::workspace
