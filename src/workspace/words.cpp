#include "workspace/words.h"

#include "base/text.h"
#include "workspace/code_words.h"

#include <ctime>

namespace antardesa::workspace {

using model::AssetCondition;
using model::DisputeState;
using model::SegmentGroup;
using model::StageGroup;

std::string Words::say(std::string_view key, std::vector<std::string> arguments) const {
    return language_.text(Message{std::string(key), std::move(arguments)});
}

std::string Words::count(std::string_view key, long long count,
                         std::vector<std::string> arguments) const {
    return language_.plural(key, count, arguments);
}

std::string Words::code_name(std::string_view list, std::string_view code) const {
    if (code.empty())
        return {};
    return code_words(language_, list, code, in_city_);
}

std::string Words::number(double value, int decimals) const {
    return language_.number(value, decimals);
}

std::string Words::or_dash(std::string text) const {
    return text.empty() ? "—" : std::move(text);
}

std::string Words::date(const std::optional<Date>& date) const {
    return date ? language_.short_date(*date) : "—";
}

namespace {

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

struct LocalMoment {
    Date day;
    int hour = 0;
    int minute = 0;
};

/// From "2026-11-23T14:02:07.000Z" to the machine's time zone.
std::optional<LocalMoment> local_moment(std::string_view iso_utc) {
    const auto day = parse_date(iso_utc.substr(0, 10));
    if (!day || iso_utc.size() < 16)
        return std::nullopt;
    const auto hour = parse_integer(iso_utc.substr(11, 2));
    const auto minute = parse_integer(iso_utc.substr(14, 2));
    if (!hour || !minute)
        return std::nullopt;
    const auto time =
        std::chrono::sys_days(*day) + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return LocalMoment{std::chrono::year(parts.tm_year + 1900) /
                           std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)) /
                           std::chrono::day(static_cast<unsigned>(parts.tm_mday)),
                       parts.tm_hour, parts.tm_min};
}

std::string clock_text(const LocalMoment& moment, i18n::Language language) {
    const char* separator = language == i18n::Language::indonesian ? "." : ":";
    return two_digits(moment.hour) + separator + two_digits(moment.minute);
}

} // namespace

std::string Words::moment(std::string_view iso_utc) const {
    const auto local = local_moment(iso_utc);
    return local ? language_.short_date(local->day) + " " + clock_text(*local, language_.language())
                 : std::string(iso_utc);
}

std::string Words::short_moment(std::string_view iso_utc) const {
    const auto local = local_moment(iso_utc);
    if (!local)
        return std::string(iso_utc);
    return local->day == today_ ? clock_text(*local, language_.language())
                                : language_.short_date(local->day);
}

Tag Words::stage_tag(const model::Agreement& agreement, bool with_days) const {
    const StageGroup group = model::stage_group(agreement, today_);
    if (agreement.stage == model::Stage::postponed && group != StageGroup::ended)
        return {name("stage", agreement.stage), Tone::amber};
    switch (group) {
    case StageGroup::draft:
        return {name("stage_group", group), Tone::blue};
    case StageGroup::running:
        return {name("stage_group", group), Tone::green};
    case StageGroup::expiring:
        if (with_days && agreement.ends == today_)
            return {say("workspace.expires_today"), Tone::amber};
        if (with_days && agreement.ends)
            return {count("workspace.expires_in", days_between(today_, *agreement.ends)),
                    Tone::amber};
        return {name("stage_group", group), Tone::amber};
    case StageGroup::ended:
        break;
    }
    return {name("stage_group", group), Tone::neutral};
}

Tag Words::segment_tag(model::SegmentState state) const {
    const SegmentGroup group = model::group_of(state);
    const std::string text = name("segment_group", group);
    switch (group) {
    case SegmentGroup::agreed:
        return {text, Tone::blue};
    case SegmentGroup::definitive:
        return {text, Tone::green};
    case SegmentGroup::disputed:
        return {text, Tone::red};
    case SegmentGroup::untraced:
    case SegmentGroup::indicative:
        break;
    }
    return {text, Tone::neutral};
}

Tag Words::dispute_tag(DisputeState state) const {
    const std::string text = name("dispute_state", state);
    switch (state) {
    case DisputeState::agreed:
        return {text, Tone::blue};
    case DisputeState::enacted:
        return {text, Tone::green};
    case DisputeState::handed_over:
    case DisputeState::regent_decision:
        return {text, Tone::amber};
    case DisputeState::reported:
    case DisputeState::district_facilitation:
    case DisputeState::regency_facilitation:
    case DisputeState::not_agreed:
        break;
    }
    return {text, Tone::red};
}

Tag Words::severity_tag(Severity severity) const {
    const Tone tone = severity == Severity::error     ? Tone::red
                      : severity == Severity::warning ? Tone::amber
                                                      : Tone::neutral;
    return {name("severity", severity), tone};
}

Tag Words::condition_tag(AssetCondition condition) const {
    switch (condition) {
    case AssetCondition::good:
        return {name("asset_condition", condition), Tone::green};
    case AssetCondition::light_damage:
    case AssetCondition::heavy_damage:
        return {name("asset_condition", condition), Tone::amber};
    case AssetCondition::unknown:
        break;
    }
    return {name("asset_condition", condition), Tone::neutral};
}

Words::Icon Words::field_icon(model::Field field) const {
    return icon("field." + std::string(model::code_of(field)),
                "field." + std::string(model::code_of(field)));
}

Words::Icon Words::icon(std::string_view name, std::string_view colour) const {
    return {styles_.icon(name), inks().colour(colour)};
}

} // namespace antardesa::workspace
