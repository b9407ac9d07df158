#include "base/file_name.h"

#include "base/text.h"

#include <gtest/gtest.h>

#include <random>

namespace antardesa {

namespace {

TEST(SafeFileName, KeepsWhatIsSafe) {
    for (const char* name : {"Peta Desa Sukamaju.pdf", "Désa Çontoh – 2026.gpkg", "a",
                             "nul-desa.txt", "99.01.10.2003 Kaliharjo.pdf"})
        EXPECT_EQ(safe_file_name(name), name);
}

TEST(SafeFileName, ReplacesWhatActs) {
    EXPECT_EQ(safe_file_name("../../etc/passwd"), "_.._etc_passwd");
    EXPECT_EQ(safe_file_name("/mutlak"), "_mutlak");
    EXPECT_EQ(safe_file_name("C:\\a"), "C__a");
    EXPECT_EQ(safe_file_name(".bashrc"), "bashrc");
    EXPECT_EQ(safe_file_name("-rf"), "rf");
    EXPECT_EQ(safe_file_name("a\nb\x1b[2J"), "a_b_[2J");
    EXPECT_EQ(safe_file_name("gpj\xE2\x80\xAE"
                             "fdp.exe"),
              "gpj_fdp.exe");
    EXPECT_EQ(safe_file_name("nama. . "), "nama");
    EXPECT_EQ(safe_file_name("\xff\xfe"), "__");
    EXPECT_EQ(safe_file_name(""), "_");
    EXPECT_EQ(safe_file_name("..."), "_");
    EXPECT_EQ(safe_file_name("CON"), "_CON");
    EXPECT_EQ(safe_file_name("lpt1.pdf"), "_lpt1.pdf");
    EXPECT_EQ(safe_file_name("aux .txt"), "_aux .txt");
}

TEST(SafeFileName, CutsLongNamesBetweenLettersAndKeepsTheEnding) {
    std::string name;
    for (int i = 0; i < 100; ++i)
        name += "é";
    const std::string safe = safe_file_name(name + ".pdf");
    EXPECT_LE(safe.size(), longest_file_name);
    EXPECT_GE(safe.size(), longest_file_name - 1);
    EXPECT_TRUE(is_utf8(safe));
    EXPECT_TRUE(safe.ends_with("é.pdf"));
}

std::string random_name(std::mt19937& random) {
    static constexpr const char* pieces[] = {
        "/",        "\\",   "..", ".",           "-",    " ",
        "con",      "é",    "\n", "\0",          "字",   "\xE2\x80\xAE",
        "\xff",     "desa", ":",  "?",           "LPT1", "\xF0\x9F\x92\xA3",
        "\xC2\xA0", "~",    "%s", "\xEF\xBB\xBF"};
    std::string name;
    for (unsigned i = random() % 60; i > 0; --i)
        name += random() % 4 ? std::string(pieces[random() % std::size(pieces)])
                             : std::string(1, static_cast<char>(random() % 256));
    return name;
}

TEST(SafeFileName, HoldsItsPromisesForAnyBytes) {
    std::mt19937 random(17);
    for (int i = 0; i < 20000; ++i) {
        const std::string name = random_name(random);
        const std::string safe = safe_file_name(name);
        ASSERT_FALSE(safe.empty());
        ASSERT_LE(safe.size(), longest_file_name);
        ASSERT_TRUE(is_utf8(safe)) << i;
        ASSERT_EQ(safe.find_first_of("\\/:*?\"<>|"), std::string::npos) << safe;
        ASSERT_EQ(std::string(".- ~").find(safe.front()), std::string::npos) << safe;
        ASSERT_EQ(std::string(". ").find(safe.back()), std::string::npos) << safe;
        ASSERT_EQ(shown_on_one_line(safe), safe) << "acts on a terminal";
        ASSERT_EQ(safe_file_name(safe), safe) << "not stable";
    }
}

} // namespace

} // namespace antardesa
