#include "grid_file.h"
#include "workspace/typed_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const i18n::Catalogue& catalogue(i18n::Language language) {
    static const i18n::Catalogue indonesian(i18n::Language::indonesian,
                                            testing::test_environment().languages_folder);
    static const i18n::Catalogue english(i18n::Language::english,
                                         testing::test_environment().languages_folder);
    return language == i18n::Language::indonesian ? indonesian : english;
}

class TypedValues : public ::testing::Test {
  protected:
    std::string number(const std::string& typed,
                       i18n::Language language = i18n::Language::indonesian) const {
        const auto stored = stored_value(FieldKind::money, "Nilai", typed, language);
        return stored ? stored.value() : "refused";
    }
    std::string shown(FieldKind kind, const std::string& stored,
                      i18n::Language language = i18n::Language::indonesian) const {
        return shown_value(kind, stored, catalogue(language));
    }
};

TEST_F(TypedValues, PointsAndCommasAreReadByTheLanguage) {
    constexpr auto english = i18n::Language::english;
    EXPECT_EQ(number("450.000.000"), "450000000");
    EXPECT_EQ(number("Rp450.000"), "450000");
    EXPECT_EQ(number("450.000"), "450000");
    EXPECT_EQ(number("450.000", english), "450");
    EXPECT_EQ(number("450,125"), "450.125");
    EXPECT_EQ(number("450,125", english), "450125");
    EXPECT_EQ(number("450,000,000"), "450000000") << "several signs part thousands anywhere";
    EXPECT_EQ(number("1.250,5"), "1250.5");
    EXPECT_EQ(number("1,250.5"), "1250.5");
    EXPECT_EQ(number("12.5"), "12.5");
    EXPECT_EQ(number("12,5", english), "12.5");
}

TEST_F(TypedValues, ALoneSignBeginsTheDecimalsUnlessThousandsMakeSense) {
    const auto plain = [](const char* typed) {
        return stored_value(FieldKind::number, "Bujur", typed).value();
    };
    EXPECT_EQ(plain("8.315"), "8.315") << "degrees and percent have no thousands";
    EXPECT_EQ(plain("-8,315"), "-8.315");
    EXPECT_EQ(plain("33.333"), "33.333");
    EXPECT_EQ(number("0.125"), "0.125");
    EXPECT_EQ(number("12500.125"), "12500.125") << "as a workbook stores it";
    EXPECT_EQ(shown(FieldKind::number, "-8.314089"), "-8,314089");
}

TEST_F(TypedValues, WhatIsNoNumberIsRefused) {
    for (const char* typed : {"1.2.3", "1.23,5", "12.34.567", "banyak", "1,2,3", "12a"})
        EXPECT_EQ(number(typed), "refused") << typed;
    const auto refused = stored_value(FieldKind::date, "Tanggal", "31-02-2026");
    ASSERT_FALSE(refused);
    EXPECT_THAT(catalogue(i18n::Language::indonesian).text(refused.refusal().message),
                ::testing::AllOf(HasSubstr("31-02-2026"), HasSubstr("Tanggal")));
}

TEST_F(TypedValues, MoneyHasThePointsOfTheLanguageAndIsTakenBack) {
    constexpr auto english = i18n::Language::english;
    EXPECT_EQ(shown(FieldKind::money, "455000000"), "455.000.000");
    EXPECT_EQ(shown(FieldKind::money, "455000000", english), "455,000,000");
    EXPECT_EQ(shown(FieldKind::money, "1250.5", english), "1,250.5");
    EXPECT_EQ(shown(FieldKind::number, "2026"), "2026") << "a year has no thousands";
    EXPECT_EQ(shown(FieldKind::number, "40.5"), "40,5");
    EXPECT_EQ(number(shown(FieldKind::money, "455000", english), english), "455000");
    EXPECT_EQ(number(shown(FieldKind::money, "455000")), "455000");
}

TEST_F(TypedValues, APlaceIsReadAsCoordinatesAndAShapeByItsPoints) {
    const std::string place = shown(FieldKind::place, "POINT (109.17169 -8.3095129)");
    EXPECT_EQ(place, "08°18'34,25\" LS  109°10'18,08\" BT");
    const auto stored = stored_value(FieldKind::place, "Letak", place);
    ASSERT_TRUE(stored);
    EXPECT_THAT(stored.value(), StartsWith("POINT (109.1716"));
    const std::string english =
        shown(FieldKind::place, "POINT (109.17169 -8.3095129)", i18n::Language::english);
    EXPECT_EQ(english, "08°18'34.25\" S  109°10'18.08\" E");
    EXPECT_TRUE(stored_value(FieldKind::place, "Place", english, i18n::Language::english));
    EXPECT_EQ(shown(FieldKind::place, "MULTIPOLYGON (((110 -7, 111 -7, 111 -6, 110 -7)))"),
              "bidang dengan 3 titik");
    EXPECT_EQ(shown(FieldKind::place, "MULTILINESTRING ((110 -7, 111 -7))"),
              "garis dengan 2 titik");
    EXPECT_EQ(shown(FieldKind::place, "MULTIPOLYGON (((110 -7, 11"), "bentuk panjang dari peta");
    EXPECT_EQ(shown(FieldKind::place, ""), "");
}

} // namespace
} // namespace antardesa::workspace
