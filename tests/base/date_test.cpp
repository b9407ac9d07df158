#include "base/date.h"

#include <gtest/gtest.h>

using namespace antardesa;
using namespace std::chrono;

TEST(Date, ReadsIsoDaysAndNothingElse) {
    EXPECT_EQ(parse_date("2026-11-23"), Date(year(2026), month(11), day(23)));
    EXPECT_EQ(parse_date("2024-02-29"), Date(year(2024), month(2), day(29)));
    for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-1-01", "23-11-2026", "",
                              "2026-11-2x", "2026-11--1", "2026-11-23 "})
        EXPECT_FALSE(parse_date(wrong)) << wrong;
}

TEST(Date, WritesWhatItReads) {
    for (const char* text : {"2026-11-23", "1945-08-17", "0099-01-01"})
        EXPECT_EQ(iso_text(*parse_date(text)), text);
}

TEST(Date, CountsDaysBothWays) {
    const Date from = *parse_date("2026-11-23");
    EXPECT_EQ(days_between(from, *parse_date("2027-01-04")), 42);
    EXPECT_EQ(days_between(*parse_date("2027-01-04"), from), -42);
}

TEST(Date, WritesMomentsInUtc) {
    EXPECT_EQ(iso_text(system_clock::time_point(1234567890123ms)), "2009-02-13T23:31:30.123Z");
}

TEST(Date, FixedClockStandsStill) {
    const FixedClock clock(*parse_date("2026-11-23"));
    EXPECT_EQ(iso_text(clock.now()), "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(clock.today(), *parse_date("2026-11-23"));
}

TEST(Date, SystemClockHonoursSourceDateEpoch) {
    setenv("SOURCE_DATE_EPOCH", "86400", 1);
    EXPECT_EQ(SystemClock().today(), *parse_date("1970-01-02"));
    unsetenv("SOURCE_DATE_EPOCH");
    EXPECT_NE(SystemClock().today(), *parse_date("1970-01-02"));
}
