#include "workspace/register_row.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace antardesa::workspace {

namespace {

/// A day as a text, or as a spreadsheet keeps it: days since 30 December 1899, which holds for
/// every day from March 1900 on (ECMA-376 part 1, 18.17.4.1).
std::optional<Date> sheet_date(const std::string& value) {
    const auto serial = parse_integer(value);
    if (!serial || *serial < 61 || *serial > 2958465)
        return parse_date(value);
    using namespace std::chrono;
    return Date(sys_days(year{1899} / December / 30) + days(*serial));
}

} // namespace

RegisterContext::RegisterContext(ImportDraft& into) : draft(into) {
    for (const model::Village& village : draft.table<model::Village>())
        if (!village.code.empty()) {
            const auto [at, first_of_code] = villages.emplace(village.code, village.id);
            if (!first_of_code)
                at->second = {};
        }
}

std::string RegisterRow::lower_case_text(std::string_view column) const {
    return lower_case(text(column));
}

std::optional<Date> RegisterRow::date(std::string_view column) {
    const std::string value = text(column);
    const auto day = table_.separator == '\0' ? sheet_date(value) : parse_date(value);
    if (!day && !value.empty())
        warn("workspace.register.bad_date", "register_bad_date", column);
    return day;
}

std::optional<Date> RegisterRow::unless_to_come(const std::optional<Date>& day,
                                                std::string_view column) {
    if (!day || !context_.today || !(*context_.today < *day))
        return day;
    warn("workspace.register.date_to_come", "register_date_to_come", column);
    return std::nullopt;
}

std::optional<double> RegisterRow::number(std::string_view column) {
    const std::string value = text(column);
    const auto number = parse_number(value);
    if (number && std::isfinite(*number))
        return number;
    if (!value.empty())
        warn("workspace.register.bad_number", "register_bad_number", column);
    return std::nullopt;
}

std::optional<double> RegisterRow::number(std::string_view column, double least, double most) {
    const auto any = number(column);
    if (!any || (*any >= least && *any <= most))
        return any;
    warn("workspace.register.number_outside", "register_number_outside", column);
    return std::nullopt;
}

std::string RegisterRow::long_text(std::string_view column) const {
    std::string whole = text(column);
    for (int part = 2; table_.column_index(continued(column, part)); ++part)
        whole += text(continued(column, part));
    return whole;
}

bool RegisterRow::yes(std::string_view column) const {
    const std::string value = lower_case_text(column);
    return value == "ya" || value == "y" || value == "1" || value == "true";
}

Id<model::Village> RegisterRow::village(std::string_view column) {
    return village_called(text(column), column);
}

std::vector<Id<model::Village>> RegisterRow::villages(std::string_view column) {
    std::vector<Id<model::Village>> ids;
    for (const std::string& part : split(text(column), ';'))
        if (const auto id = village_called(trimmed(part), column))
            ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Id<model::Village> RegisterRow::village_called(const std::string& code, std::string_view column) {
    if (code.empty())
        return {};
    if (code.starts_with('#')) {
        if (const model::Village* village = named_row<model::Village>(code))
            return village->id;
        refuse("workspace.register.unknown_village", "register_unknown_village", column);
        return {};
    }
    const auto known = context_.villages.find(code);
    if (known == context_.villages.end())
        refuse("workspace.register.unknown_village", "register_unknown_village", column);
    else if (!known->second)
        refuse("workspace.register.ambiguous_village", "register_ambiguous_village", column);
    else
        return known->second;
    return {};
}

Id<model::District> RegisterRow::district(std::string_view column) {
    const std::string code = text(column);
    if (code.empty())
        return {};
    if (const model::District* named = named_row<model::District>(code))
        return named->id;
    const auto id = first<model::District>(
        [&code](const model::District& district) { return district.code == code; });
    if (!id)
        warn("workspace.register.unknown_district", "register_unknown_district", column);
    return id;
}

std::int64_t RegisterRow::the_one_of(const std::deque<std::int64_t>& old, bool again) {
    if (old.size() > 1 && !unsaid_key_.empty()) {
        refuse("workspace.register.ambiguous_row", "register_ambiguous_row", unsaid_key_);
        return 0;
    }
    if (old.empty() && again)
        warn("workspace.register.row_again", "register_row_again", "id");
    return old.empty() ? 0 : old.front();
}

void RegisterRow::warn_of_lost() {
    for (const std::string& column : lost_)
        warn("workspace.register.lost_reference", "register_lost_reference", column);
    lost_.clear();
}

namespace {

/// A geometry as text is long; a sentence shows its beginning.
std::string shortened(std::string text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest)
        return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

} // namespace

Finding RegisterRow::finding(Severity severity, std::string_view key, std::string_view code,
                             std::string_view column) const {
    const std::string file = std::filesystem::path(table_.source).filename().string();
    const std::string line = std::to_string(row_.line);
    return {severity,
            std::string(code),
            file + ":" + line,
            std::nullopt,
            {std::string(key), {file, line, std::string(column), shortened(text(column))}}};
}

void RegisterRow::warn(std::string_view key, std::string_view code, std::string_view column) {
    context_.findings.push_back(finding(Severity::warning, key, code, column));
}

void RegisterRow::refuse(std::string_view key, std::string_view code, std::string_view column) {
    if (usable_)
        context_.findings.push_back(finding(Severity::error, key, code, column));
    context_.doubtful.insert({kind_, parent_});
    usable_ = false;
}

} // namespace antardesa::workspace
