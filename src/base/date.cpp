#include "base/date.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace antardesa {

namespace {

std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || stop != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    auto year = parse_digits(text.substr(0, 4));
    auto month = parse_digits(text.substr(5, 2));
    auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
              std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso_text(Date date) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

std::string iso_text(std::chrono::system_clock::time_point moment) {
    using namespace std::chrono;
    const auto day = floor<days>(moment);
    const auto since = floor<milliseconds>(moment - day);
    const hh_mm_ss time{since};
    std::array<char, 60> text{};
    std::snprintf(text.data(), text.size(), "%sT%02d:%02d:%02d.%03dZ", iso_text(Date(day)).c_str(),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return text.data();
}

std::chrono::system_clock::time_point SystemClock::now() const {
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"))
        return std::chrono::system_clock::from_time_t(std::strtoll(epoch, nullptr, 10));
    return std::chrono::system_clock::now();
}

Date SystemClock::today() const {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now());
    std::tm local{};
    if (std::getenv("SOURCE_DATE_EPOCH"))
        gmtime_r(&seconds, &local);
    else
        localtime_r(&seconds, &local);
    return Date{std::chrono::year(local.tm_year + 1900),
                std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

} // namespace antardesa
