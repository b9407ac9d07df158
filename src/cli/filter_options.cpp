#include "cli/filter_options.h"

#include "base/text.h"

namespace antardesa::cli {

namespace {

template<class Enum>
std::vector<std::string> codes_of() {
    std::vector<std::string> codes;
    codes.reserve(model::Codes<Enum>::list.size());
    for (const auto& [value, code] : model::Codes<Enum>::list)
        if (!code.empty())
            codes.emplace_back(code);
    return codes;
}

/// None for an empty text.
template<class Enum>
std::optional<Enum> value_of(const std::string& code) {
    return code.empty() ? std::nullopt : model::from_code<Enum>(code);
}

Id<model::District> district_named(const model::Atlas& atlas, const std::string& text) {
    for (const model::District& district : atlas.districts())
        if (district.code == text || lower_case(district.name) == lower_case(text))
            return district.id;
    throw Error({"cli.unknown_district", {text}});
}

std::optional<int> year_from(const std::string& text) {
    const auto year = parse_integer(text);
    return year && *year >= 1900 && *year <= 2200 ? std::optional(static_cast<int>(*year))
                                                  : std::nullopt;
}

void take_years(analysis::Filter& filter, const std::string& text) {
    if (text.empty())
        return;
    const auto parts = split(text, '-');
    if (!parts.empty())
        filter.first_year = year_from(std::string(parts.front()));
    filter.last_year = parts.size() == 2 ? year_from(std::string(parts.back())) : filter.first_year;
    if (parts.size() > 2 || !filter.first_year || !filter.last_year ||
        *filter.last_year < *filter.first_year)
        throw Usage({"cli.usage.years", {text}});
}

} // namespace

void add_filter_options(CommandTable& table, CLI::App& command, FilterOptions& options) {
    command.add_option("--field", options.fields, table.help("network.field"))
        ->take_all()
        ->expected(1)
        ->transform(one_of(table.session(), codes_of<model::Field>()));
    command.add_option("--district", options.district, table.help("network.district"));
    command.add_option("--year", options.years, table.help("network.year"))->type_name("YEAR");
    command.add_flag("--in-force", options.in_force, table.help("network.in_force"));
    const auto list = [&](const char* option, std::string& value, const char* help,
                          std::vector<std::string> codes) {
        command.add_option(option, value, table.help(help))
            ->transform(one_of(table.session(), std::move(codes)));
    };
    list("--branch", options.branch, "network.branch", codes_of<model::Branch>());
    list("--kind", options.kind, "network.kind", codes_of<model::CooperationKind>());
    list("--reach", options.reach, "network.reach", codes_of<model::Reach>());
    list("--current-field", options.current_field, "network.current_field",
         codes_of<model::CurrentField>());
    list("--aim", options.aim, "network.aim", {"1", "2", "3", "4"});
}

analysis::Filter filter_from(const FilterOptions& options, const model::Atlas& atlas) {
    analysis::Filter filter;
    if (!options.fields.empty())
        filter.fields.reset();
    for (const std::string& field : options.fields)
        filter.fields.set(static_cast<std::size_t>(*model::from_code<model::Field>(field)));
    if (options.in_force)
        filter.stage_groups.reset()
            .set(static_cast<std::size_t>(model::StageGroup::running))
            .set(static_cast<std::size_t>(model::StageGroup::expiring));
    take_years(filter, options.years);
    filter.branch = value_of<model::Branch>(options.branch);
    filter.kind = value_of<model::CooperationKind>(options.kind);
    filter.reach = value_of<model::Reach>(options.reach);
    filter.current_field = value_of<model::CurrentField>(options.current_field);
    if (const auto aim = parse_integer(options.aim); aim && *aim >= 1 && *aim <= 4)
        filter.aim = static_cast<std::size_t>(*aim - 1);
    if (!options.district.empty())
        filter.district = district_named(atlas, options.district);
    return filter;
}

} // namespace antardesa::cli
