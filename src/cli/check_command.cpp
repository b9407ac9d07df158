#include "cli/commands.h"
#include "cli/rows_json.h"
#include "cli/source_crs.h"
#include "workspace/coverage_check.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

using analysis::BoundaryFlaw;
using analysis::FlawKind;
using workspace::CoverageCheck;

struct CheckOptions {
    std::string source;
    std::string output;
    std::string layer;
    SourceCrs crs;
    double min_area = 0;
    double max_area = 1e15;
    double max_width = 1e9;
    double sliver_width = 1;
    double near_miss = 0.1;
    bool save = false;
    bool json = false;
};

// ---- as JSON

json::Array labels_of(const CoverageCheck& check, const BoundaryFlaw& flaw) {
    json::Array labels;
    for (const std::uint32_t shape : flaw.shapes)
        labels.push_back(check.shapes[shape].label);
    return labels;
}

json::Array names_of(const CoverageCheck& check, const BoundaryFlaw& flaw) {
    json::Array names;
    for (const std::uint32_t shape : flaw.shapes)
        names.push_back(check.shapes[shape].name);
    return names;
}

void set_measures(json::Value& item, const BoundaryFlaw& flaw) {
    item.set("area_m2", flaw.area_m2).set("ellipsoid_m2", flaw.ellipsoid_m2);
    if (flaw.kind == FlawKind::overlap || flaw.kind == FlawKind::gap)
        item.set("width_m", flaw.width_m).set("sliver", flaw.sliver).set("pieces", flaw.count);
}

/// What `repair --finding` takes: the number of the recorded finding or, in a source where none is
/// recorded, the rank in the whole list, from 1. None for what is not recorded yet.
std::optional<std::int64_t> number_of(const CoverageCheck& check, const BoundaryFlaw& flaw,
                                      std::int64_t rank) {
    if (!check.atlas || check.atlas->table<model::BoundaryFinding>().empty())
        return rank;
    const std::string fingerprint =
        analysis::finding_row(check.atlas->tables(), flaw, 0).fingerprint;
    for (const auto& finding : check.atlas->table<model::BoundaryFinding>())
        if (finding.fingerprint == fingerprint)
            return finding.id.value;
    return std::nullopt;
}

/// What may stay has no number.
json::Value flaw_json(const CoverageCheck& check, const BoundaryFlaw& flaw,
                      std::optional<std::int64_t> number) {
    json::Value item;
    if (number)
        item.set("number", *number);
    if (flaw.kind == FlawKind::invalid_ring)
        item.set("village", check.shapes[flaw.shapes.front()].label)
            .set("name", check.shapes[flaw.shapes.front()].name)
            .set("reason", topology::ring_fault_name(flaw.fault))
            .set("count", flaw.count);
    else
        item.set("villages", labels_of(check, flaw)).set("names", names_of(check, flaw));
    if (!flaw.outline.empty())
        set_measures(item, flaw);
    if (flaw.kind == FlawKind::near_miss)
        item.set("distance_m", flaw.width_m).set("count", flaw.count);
    if (flaw.outgrown)
        item.set("outgrown", flaw.outgrown.value);
    if (check.atlas)
        item.set("fingerprint", analysis::finding_row(check.atlas->tables(), flaw, 0).fingerprint);
    return item.set("severity", severity_name(flaw.severity))
        .set("x", flaw.place.x)
        .set("y", flaw.place.y)
        .set("lon", flaw.position.longitude)
        .set("lat", flaw.position.latitude);
}

json::Array flaws_json(const CoverageCheck& check, FlawKind kind) {
    json::Array list;
    std::int64_t number = 0;
    for (const BoundaryFlaw& flaw : check.check.flaws) {
        ++number;
        if (flaw.kind == kind)
            list.push_back(flaw_json(check, flaw, number_of(check, flaw, number)));
    }
    return list;
}

/// What may stay, as it is found now, with the exception that says so.
json::Array allowed_json(const CoverageCheck& check) {
    json::Array list;
    for (const analysis::AllowedFlaw& allowed : check.allowed) {
        json::Value item = flaw_json(check, allowed.flaw, std::nullopt);
        const auto* exception = check.atlas->find(allowed.exception);
        list.push_back(item.set("kind", analysis::flaw_kind_name(allowed.flaw.kind))
                           .set("exception", allowed.exception.value)
                           .set("reason", model::code_of(exception->reason)));
    }
    return list;
}

/// What was recorded about settled lines: no check makes it or takes it back.
json::Array standing_json(const CoverageCheck& check) {
    json::Array list;
    for (const model::BoundaryFinding& finding : check.standing)
        list.push_back(json_of(*check.atlas, finding));
    return list;
}

json::Value recorded_json(const model::RecordFindings& recorded) {
    json::Value item;
    return item.set("open", recorded.open)
        .set("put", recorded.put.size())
        .set("gone", recorded.gone.size());
}

struct Totals {
    int count = 0;
    int slivers = 0;
    double area_m2 = 0;
};

Totals totals(const CoverageCheck& check, FlawKind kind) {
    Totals totals;
    for (const BoundaryFlaw& flaw : check.check.flaws)
        if (flaw.kind == kind) {
            ++totals.count;
            totals.slivers += flaw.sliver;
            totals.area_m2 += flaw.area_m2;
        }
    return totals;
}

json::Value summary_json(const CoverageCheck& check) {
    const Totals overlaps = totals(check, FlawKind::overlap);
    const Totals gaps = totals(check, FlawKind::gap);
    json::Value summary;
    return summary.set("features", check.shapes.size())
        .set("vertices", check.vertices)
        .set("crs", check.crs)
        .set("overlaps", overlaps.count)
        .set("overlap_m2", overlaps.area_m2)
        .set("gaps", gaps.count)
        .set("gap_m2", gaps.area_m2)
        .set("slivers", overlaps.slivers + gaps.slivers)
        .set("invalid", totals(check, FlawKind::invalid_ring).count)
        .set("duplicates", totals(check, FlawKind::duplicate_shape).count)
        .set("duplicate_codes", totals(check, FlawKind::duplicate_code).count)
        .set("outside_district", totals(check, FlawKind::outside_district).count)
        .set("near_misses", totals(check, FlawKind::near_miss).count)
        .set("tangled", totals(check, FlawKind::tangled).count)
        .set("moved_lines", std::count_if(check.standing.begin(), check.standing.end(),
                                          [](const model::BoundaryFinding& finding) {
                                              return finding.kind == FlawKind::moved_line;
                                          }))
        .set("standing", check.standing.size())
        .set("allowed", check.allowed.size())
        .set("holes", check.check.holes)
        .set("hidden", check.check.hidden)
        .set("read_ms", check.read_ms)
        .set("check_ms", check.check_ms)
        .set("check_cpu_ms", check.check_cpu_ms)
        .set("elapsed_ms", check.read_ms + check.check_ms);
}

void print_json(const CoverageCheck& check, const Session& session) {
    json::Value document;
    if (check.recorded)
        document.set("recorded", recorded_json(*check.recorded));
    session.print(document.set("overlaps", flaws_json(check, FlawKind::overlap))
                      .set("gaps", flaws_json(check, FlawKind::gap))
                      .set("invalid", flaws_json(check, FlawKind::invalid_ring))
                      .set("duplicates", flaws_json(check, FlawKind::duplicate_shape))
                      .set("duplicate_codes", flaws_json(check, FlawKind::duplicate_code))
                      .set("outside_district", flaws_json(check, FlawKind::outside_district))
                      .set("near_misses", flaws_json(check, FlawKind::near_miss))
                      .set("tangled", flaws_json(check, FlawKind::tangled))
                      .set("standing", standing_json(check))
                      .set("allowed", allowed_json(check))
                      .set("summary", summary_json(check))
                      .set("findings", json_of(check.findings, session)));
}

// ---- as lines

std::string shown_names(const CoverageCheck& check, const BoundaryFlaw& flaw) {
    std::string all;
    for (const std::uint32_t shape : flaw.shapes) {
        const CoverageCheck::Shape& one = check.shapes[shape];
        all += (all.empty() ? "" : ", ") +
               (one.name.empty() ? one.label : one.name + " (" + one.label + ")");
    }
    return all;
}

/// Number, severity, what it is, whose, how large or how far off, and where.
std::string line_of(const CoverageCheck& check, const BoundaryFlaw& flaw, std::size_t number,
                    const Session& session) {
    const i18n::Catalogue& words = session.catalogue();
    const std::string place =
        words.number(flaw.position.latitude, 6) + " " + words.number(flaw.position.longitude, 6);
    std::string what =
        session.text(std::string("cli.check.") + analysis::flaw_kind_name(flaw.kind));
    if (flaw.kind == FlawKind::invalid_ring)
        what += ": " + session.text(std::string("cli.check.fault.") +
                                    topology::ring_fault_name(flaw.fault));
    if (flaw.sliver)
        what += ", " + session.text("cli.check.sliver");
    if (flaw.kind == FlawKind::near_miss && flaw.width_m < analysis::unshared_m)
        what += ", " + session.text("cli.check.unshared");
    std::string line = std::to_string(number) + "\t" +
                       session.text("cli.severity." + std::string(severity_name(flaw.severity))) +
                       "\t" + what + "\t" + shown_names(check, flaw);
    if (flaw.kind == FlawKind::near_miss)
        line += "\t" + session.sentence({"cli.check.metres", {words.number(flaw.width_m, 3)}});
    if (flaw.kind == FlawKind::overlap || flaw.kind == FlawKind::gap)
        line += "\t" + session.sentence(
                           {"cli.check.measures",
                            {words.number(flaw.ellipsoid_m2, 2), words.number(flaw.width_m, 2)}});
    if (flaw.outgrown)
        line +=
            "\t" + session.sentence({"cli.check.outgrown", {std::to_string(flaw.outgrown.value)}});
    return line + "\t" + place;
}

std::string line_of(const model::BoundaryFinding& finding, const Session& session) {
    const i18n::Catalogue& words = session.catalogue();
    std::string line = session.text("code.flaw_kind." + std::string(model::code_of(finding.kind))) +
                       "\t" + finding.names;
    if (finding.width_m)
        line += "\t" + session.sentence({"cli.check.metres", {words.number(*finding.width_m, 2)}});
    return line + "\t" + words.number(finding.latitude, 6) + " " +
           words.number(finding.longitude, 6);
}

void print_lines(const CoverageCheck& check, const Session& session) {
    for (std::size_t i = 0; i < check.check.flaws.size(); ++i)
        session.print(line_of(check, check.check.flaws[i], i + 1, session));
    for (const model::BoundaryFinding& finding : check.standing)
        session.print(line_of(finding, session));
    const i18n::Catalogue& words = session.catalogue();
    if (!check.standing.empty())
        session.remark(
            {"cli.check.standing", {words.number(static_cast<double>(check.standing.size()))}});
    if (!check.allowed.empty())
        session.remark(
            {"cli.check.allowed", {words.number(static_cast<double>(check.allowed.size()))}});
    if (check.check.hidden > 0)
        session.remark({"cli.check.hidden", {words.number(check.check.hidden)}});
    if (check.recorded)
        session.remark({"cli.check.recorded",
                        {words.number(static_cast<double>(check.recorded->open)),
                         words.number(static_cast<double>(check.recorded->put.size())),
                         words.number(static_cast<double>(check.recorded->gone.size()))}});
    const Totals overlaps = totals(check, FlawKind::overlap);
    const Totals gaps = totals(check, FlawKind::gap);
    session.remark({"cli.check.summary",
                    {words.number(static_cast<double>(check.shapes.size())),
                     words.number(overlaps.count), words.number(overlaps.area_m2 / 1e4, 2),
                     words.number(gaps.count), words.number(gaps.area_m2 / 1e4, 2),
                     words.number(totals(check, FlawKind::invalid_ring).count),
                     words.number(totals(check, FlawKind::duplicate_shape).count),
                     words.number((check.read_ms + check.check_ms) / 1000, 2)}});
    if (!session.globals().quiet)
        print_findings(check.findings, session);
}

/// The rows that it writes have the numbers that recording gave them, so recording comes first:
/// then whoever reads that the file is missing must not take the check for unrecorded.
void write_output(const CoverageCheck& checked, const CheckOptions& options,
                  const Session& session) {
    try {
        value_or_fail(workspace::write_flaws(checked, options.output));
    } catch (const Error& error) {
        if (!checked.recorded)
            throw;
        throw Error({"cli.check.output_lost", {options.source, session.sentence(error.message())}});
    }
}

int check(Session& session, const CheckOptions& options) {
    workspace::CheckRequest request{
        options.source, options.layer, epsg_of(options.crs), {}, options.crs.swap_axes};
    request.limits.min_area_m2 = options.min_area;
    request.limits.max_area_m2 = options.max_area;
    request.limits.max_width_m = options.max_width;
    request.limits.sliver_width_m = options.sliver_width;
    request.limits.near_miss_m = options.near_miss;
    const CheckOptions whole;
    if (options.save && (options.min_area != whole.min_area || options.max_area != whole.max_area ||
                         options.max_width != whole.max_width))
        throw Usage({"cli.usage.save_is_whole", {}});
    if (!options.output.empty())
        workspace::require_place(workspace::place_of_flaws(options.output, options.source));
    CoverageCheck checked;
    session.with_progress({"cli.check.progress", {}}, [&](Progress& progress) {
        checked = options.save
                      ? workspace::record_check(request, session.writing_environment(), progress)
                      : workspace::check_coverage(request, progress);
    });
    if (checked.needs_crs)
        return session.fail(question_about_crs(session, options.source, checked.findings));
    if (!options.output.empty())
        write_output(checked, options, session);
    if (options.json)
        print_json(checked, session);
    else
        print_lines(checked, session);
    return 0;
}

} // namespace

void add_check_command(CommandTable& table) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* command =
        table.add("check", [options](Session& session) { return check(session, *options); });
    command->add_option("SOURCE", options->source, table.help("check.source"))->required();
    command->add_option("-o,--output", options->output, table.help("check.output"));
    command->add_option("--layer", options->layer, table.help("import.layer"));
    add_crs_options(*command, table, options->crs);
    const auto limit = [&](const char* flag, double& value, const char* key, const char* unit) {
        command->add_option(flag, value, table.help(key))
            ->check(between(table.session(), 0, 1e15))
            ->type_name(unit);
    };
    limit("--min-area", options->min_area, "check.min_area", "M2");
    limit("--max-area", options->max_area, "check.max_area", "M2");
    limit("--max-width", options->max_width, "check.max_width", "M");
    limit("--sliver-width", options->sliver_width, "check.sliver_width", "M");
    limit("--near-miss", options->near_miss, "check.near_miss", "M");
    command->add_flag("--save", options->save, table.help("check.save"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
