#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace antardesa {

/// A calendar day without a time zone, as laws and agreements use it. Always a valid day.
using Date = std::chrono::year_month_day;

/// Reads "2026-11-23". Nothing for anything else, and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);

/// "2026-11-23".
std::string iso_text(Date date);

/// Whole days from `from` to `to`; negative if `to` is earlier.
int days_between(Date from, Date to);

/// A moment in UTC as GeoPackage writes it: "2026-11-23T14:02:07.000Z".
std::string iso_text(std::chrono::system_clock::time_point moment);

/// What the time is; given as a parameter so that tests and reproducible exports can say.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual std::chrono::system_clock::time_point now() const = 0;

    /// Today in the machine's own time zone.
    virtual Date today() const = 0;
};

/// The machine's clock. Honours SOURCE_DATE_EPOCH (seconds, UTC), so that the same input
/// gives the same bytes (https://reproducible-builds.org/specs/source-date-epoch/).
class SystemClock : public Clock {
  public:
    std::chrono::system_clock::time_point now() const override;
    Date today() const override;
};

/// Stands still at a given moment.
class FixedClock : public Clock {
  public:
    explicit FixedClock(Date day) : day_(day) {}
    std::chrono::system_clock::time_point now() const override {
        return std::chrono::sys_days(day_);
    }
    Date today() const override { return day_; }

  private:
    Date day_;
};

} // namespace antardesa
