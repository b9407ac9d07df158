#include "i18n/catalogue.h"

#include "base/result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>

namespace antardesa::i18n {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* head = "msgid \"\"\nmsgstr \"\"\n"
                             "\"Content-Type: text/plain; charset=UTF-8\\n\"\n";

/// Makes its own catalogues, so that what is said about them is known here.
class CatalogueTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("antardesa-i18n-" + std::to_string(::getpid()));
        fs::create_directories(folder_);
        compile("id", "\"Plural-Forms: nplurals=1; plural=0;\\n\"\n"
                      "\nmsgid \"t.plain\"\nmsgstr \"Tersimpan\"\n"
                      "\nmsgid \"t.filled\"\nmsgstr \"Dua desa memakai kode {0} di {1}.\"\n"
                      "\nmsgid \"t.villages\"\nmsgid_plural \"t.villages\"\n"
                      "msgstr[0] \"{0} desa di {1}\"\n"
                      "\nmsgid \"t.coded\"\nmsgstr \"Kini {1:state} di {0}, lalu {2:state}.\"\n"
                      "\nmsgid \"t.measured\"\nmsgstr \"{0} ({1:figure}) {2:figure} m\"\n"
                      "\nmsgid \"code.state.satu\"\nmsgstr \"pertama\"\n"
                      "\nmsgid \"code.state.dua\"\nmsgstr \"kedua {0}\"\n"
                      "\nmsgid \"i18n.month.11\"\nmsgstr \"November\"\n"
                      "\nmsgid \"i18n.month.8\"\nmsgstr \"Agustus\"\n");
        compile("en", "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
                      "\nmsgid \"t.villages\"\nmsgid_plural \"t.villages\"\n"
                      "msgstr[0] \"{0} village in {1}\"\nmsgstr[1] \"{0} villages in {1}\"\n"
                      "\nmsgid \"t.measured\"\nmsgstr \"{0} ({1:figure}) {2:figure} m\"\n"
                      "\nmsgid \"t.found\"\nmsgstr \"{0} {0:is|are} {1}\"\n"
                      "\nmsgid \"t.count\"\nmsgstr \"{0} found\"\n");
    }
    void TearDown() override { fs::remove_all(folder_); }

    void compile(const std::string& language, const std::string& entries) {
        const fs::path source = folder_ / (language + ".po");
        std::ofstream(source) << head << entries;
        const std::string command =
            "msgfmt -o " + (folder_ / (language + ".mo")).string() + " " + source.string();
        ASSERT_EQ(std::system(command.c_str()), 0);
    }
    Catalogue id() const { return Catalogue(Language::indonesian, folder_); }
    Catalogue en() const { return Catalogue(Language::english, folder_); }

    fs::path folder_;
};

TEST_F(CatalogueTest, StoredCodesAreSaidInWords) {
    EXPECT_EQ(id().text(Message{"t.coded", {"A", "satu", "satu, dua, tiga"}}),
              "Kini pertama di A, lalu pertama, kedua {0}, tiga.");
    EXPECT_EQ(id().text(Message{"t.coded", {"A"}}), "Kini {1:state} di A, lalu {2:state}.");
}

TEST_F(CatalogueTest, FiguresOfAMessageAreWrittenAsTheLanguageDoes) {
    const Message message{"t.measured", {"1,5", "TK 99.01, 3,25 m; 7", "107,58"}};
    EXPECT_EQ(id().text(message), "1,5 (TK 99.01, 3,25 m; 7) 107,58 m");
    EXPECT_EQ(en().text(message), "1,5 (TK 99.01, 3.25 m; 7) 107.58 m") << "only where it says so";
}

TEST_F(CatalogueTest, AMessageHasTheWordForOneOrForSeveral) {
    EXPECT_EQ(en().text(Message{"t.found", {"1", "{0}"}}), "1 is {0}");
    EXPECT_EQ(en().text(Message{"t.found", {"0", "new"}}), "0 are new");
    EXPECT_EQ(en().text(Message{"t.found", {"21", "new"}}), "21 are new");
}

TEST_F(CatalogueTest, SaysWhatTheKeyStandsFor) {
    EXPECT_EQ(id().text("t.plain"), "Tersimpan");
    EXPECT_TRUE(id().has("t.plain"));
}

TEST_F(CatalogueTest, AKeyWithoutEntryComesBackAsItself) {
    EXPECT_EQ(id().text("t.absent"), "t.absent");
    EXPECT_EQ(id().text(Message{"t.absent", {"7"}}), "t.absent(7)");
    EXPECT_FALSE(id().has("t.absent"));
}

TEST_F(CatalogueTest, TheHeaderIsNoSentence) {
    EXPECT_EQ(id().text(""), "");
    EXPECT_FALSE(id().has(""));
}

TEST_F(CatalogueTest, FillsArgumentsLiterally) {
    EXPECT_EQ(id().text(Message{"t.filled", {"99.01", "{0}"}}),
              "Dua desa memakai kode 99.01 di {0}.");
}

TEST_F(CatalogueTest, PluralFollowsTheLanguage) {
    EXPECT_EQ(id().plural("t.villages", 1, {"Pati"}), "1 desa di Pati");
    EXPECT_EQ(id().plural("t.villages", 1250, {"Pati"}), "1.250 desa di Pati");
    EXPECT_EQ(en().plural("t.villages", 1, {"Pati"}), "1 village in Pati");
    EXPECT_EQ(en().plural("t.villages", 0, {"Pati"}), "0 villages in Pati");
    EXPECT_EQ(en().plural("t.villages", 1001, {"Pati"}), "1,001 villages in Pati");
}

TEST_F(CatalogueTest, PluralOfAPlainEntryAndOfNone) {
    EXPECT_EQ(en().plural("t.count", 3), "3 found");
    EXPECT_EQ(en().plural("t.absent", 3), "t.absent(3)");
}

TEST_F(CatalogueTest, NumbersInTheLanguagesForm) {
    EXPECT_EQ(id().number(1234.5, 1), "1.234,5");
    EXPECT_EQ(en().number(1234.5, 1), "1,234.5");
    EXPECT_EQ(id().number(0), "0");
    EXPECT_EQ(id().number(999), "999");
    EXPECT_EQ(id().number(1'000'000), "1.000.000");
    EXPECT_EQ(id().number(12.0, 2), "12,00");
}

TEST_F(CatalogueTest, RoundsHalfAwayFromZeroAsByHand) {
    EXPECT_EQ(id().number(2.5), "3");
    EXPECT_EQ(id().number(-2.5), "−3");
    EXPECT_EQ(id().number(1.005, 2), "1,01");
    EXPECT_EQ(id().number(0.285, 2), "0,29");
    EXPECT_EQ(id().number(0.125, 2), "0,13");
    EXPECT_EQ(id().number(999.95, 1), "1.000,0");
}

TEST_F(CatalogueTest, NoMinusZeroAndNoNonsense) {
    EXPECT_EQ(id().number(-0.004, 2), "0,00");
    EXPECT_EQ(id().number(std::numeric_limits<double>::quiet_NaN()), "—");
    EXPECT_EQ(id().number(std::numeric_limits<double>::infinity(), 1), "—");
    EXPECT_EQ(id().number(1e300).size(), 301 + 100);
}

TEST_F(CatalogueTest, Dates) {
    EXPECT_EQ(id().date(2026y / std::chrono::November / 23), "23 November 2026");
    EXPECT_EQ(id().date(2026y / std::chrono::August / 1), "1 Agustus 2026");
    EXPECT_EQ(id().short_date(2026y / std::chrono::August / 1), "01-08-2026");
    EXPECT_EQ(id().date(Date{}), "—");
    EXPECT_EQ(id().short_date(Date{}), "—");
}

TEST_F(CatalogueTest, Measures) {
    EXPECT_EQ(id().hectares(6'924'000), "692,4 ha");
    EXPECT_EQ(id().distance(850), "850 m");
    EXPECT_EQ(id().distance(999.7), "1,0 km");
    EXPECT_EQ(id().distance(13'940), "13,9 km");
    EXPECT_EQ(id().rupiah(1'250'000), "Rp1.250.000");
    EXPECT_EQ(id().rupiah(-500), "−Rp500");
    EXPECT_EQ(id().percent(0.37), "37 %");
    EXPECT_EQ(en().percent(0.375, 1), "37.5%");
}

TEST_F(CatalogueTest, AMissingCatalogueIsAnError) {
    EXPECT_THROW(Catalogue(Language::english, folder_ / "nowhere"), Error);
}

TEST_F(CatalogueTest, ADamagedCatalogueIsAnErrorAtEveryLength) {
    std::ifstream stream(folder_ / "id.mo", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(stream), {}};
    ASSERT_GT(whole.size(), 100U);
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        std::ofstream(folder_ / "id.mo", std::ios::binary) << whole.substr(0, length);
        EXPECT_THROW(id(), Error) << length;
    }
    std::string garbled = whole;
    garbled[8] = garbled[9] = garbled[10] = '\x7f';
    std::ofstream(folder_ / "id.mo", std::ios::binary) << garbled;
    EXPECT_THROW(id(), Error);
}

/// What the build made of data/languages.
class ShippedCatalogues : public testing::TestWithParam<Language> {};

TEST_P(ShippedCatalogues, KnowMonthsCodesAndTheUnexpected) {
    const fs::path folder = fs::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";
    if (!fs::exists(folder / "id.mo"))
        GTEST_SKIP() << "target languages is not built";
    const Catalogue catalogue(GetParam(), folder);
    for (int month = 1; month <= 12; ++month)
        EXPECT_TRUE(catalogue.has("i18n.month." + std::to_string(month)));
    EXPECT_TRUE(catalogue.has("code.field_short.sda_ttg"));
    EXPECT_TRUE(catalogue.has("code.end_reason.masa_berakhir"));
    EXPECT_THAT(catalogue.text(Message{"base.unexpected", {"X"}}), testing::HasSubstr("X"));
}
INSTANTIATE_TEST_SUITE_P(Both, ShippedCatalogues,
                         testing::Values(Language::indonesian, Language::english),
                         [](const auto& tested) {
                             return std::string(language_code(tested.param));
                         });

} // namespace
} // namespace antardesa::i18n
