#include "cli/filter_options.h"

#include "base/text.h"

namespace antardesa::cli {

namespace {

std::vector<std::string> field_codes() {
    std::vector<std::string> codes;
    codes.reserve(model::Codes<model::Field>::list.size());
    for (const auto& [value, code] : model::Codes<model::Field>::list)
        codes.emplace_back(code);
    return codes;
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
        ->transform(one_of(table.session(), field_codes()));
    command.add_option("--district", options.district, table.help("network.district"));
    command.add_option("--year", options.years, table.help("network.year"))->type_name("YEAR");
    command.add_flag("--in-force", options.in_force, table.help("network.in_force"));
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
    if (!options.district.empty())
        filter.district = district_named(atlas, options.district);
    return filter;
}

} // namespace antardesa::cli
