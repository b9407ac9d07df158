#include "cli/source_crs.h"

#include "base/text.h"

namespace antardesa::cli {

void add_crs_options(CLI::App& command, const CommandTable& table, SourceCrs& options) {
    command.add_option("--crs", options.epsg, table.help("import.crs"))->type_name("EPSG");
    command.add_flag("--swap-axes", options.swap_axes, table.help("import.swap_axes"));
}

std::optional<int> epsg_of(const SourceCrs& options) {
    if (options.epsg.empty())
        return std::nullopt;
    const bool prefixed = lower_case(options.epsg).starts_with("epsg:");
    const auto code = parse_integer(prefixed ? options.epsg.substr(5) : options.epsg);
    if (!code || *code < 1024 || *code > 999999)
        throw Usage({"cli.usage.crs", {options.epsg}});
    return static_cast<int>(*code);
}

Message question_about_crs(const Session& session, const std::string& source,
                           std::span<const Finding> findings) {
    for (const Finding& finding : findings) {
        if (finding.code == "swapped_axes")
            return {"cli.import.swapped_axes", {source, session.sentence(finding.message)}};
        if (finding.severity == Severity::error && finding.code.starts_with("coordinates_"))
            return {"cli.import.wrong_crs", {source, session.sentence(finding.message)}};
    }
    return {"cli.import.needs_crs", {source}};
}

} // namespace antardesa::cli
