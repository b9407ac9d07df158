#include "analysis/finding_rows.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/document_options.h"
#include "cli/repair_report.h"
#include "cli/rows_json.h"
#include "project/project_file.h"
#include "workspace/coverage_check.h"
#include "workspace/coverage_repair.h"
#include "workspace/line_source.h"

namespace antardesa::cli {

namespace {

struct RepairOptions {
    std::string project;
    std::string rule;
    std::string owner;
    std::string line;
    std::string along;
    std::string finding; ///< a number of the check, or a fingerprint; empty: a batch
    DocumentOptions document;
    bool falls_back = false;
    double tolerance = 0.1;
    double max_width = 1;
    double max_area = 1e15;
    bool dry_run = false;
    bool json = false;
};

/// A village by its code, a special area as the report calls it.
std::uint32_t shape_called(const model::Atlas& atlas, const std::string& label) {
    const auto count = static_cast<std::uint32_t>(atlas.villages().size());
    for (std::uint32_t i = 0; i < count; ++i)
        if (village_label(atlas, atlas.villages()[i].id) == label)
            return i;
    const auto& areas = atlas.table<model::SpecialArea>();
    for (std::uint32_t i = 0; i < areas.size(); ++i)
        if ("area#" + std::to_string(areas[i].id.value) == label)
            return count + i;
    throw Error({"cli.repair.unknown_village", {label}});
}

/// The rule may go without saying: by whom it goes to, or by a line.
topology::RepairRule rule_of(RepairOptions& options) {
    const bool has_line = !options.line.empty() || !options.along.empty();
    if (options.rule.empty())
        options.rule = !options.owner.empty() ? "to" : has_line ? "follow" : "";
    if (options.rule.empty() || (options.rule == "follow") != has_line ||
        (options.rule == "to" && options.owner.empty()) ||
        (!options.owner.empty() && options.rule != "to" && options.rule != "duplicates") ||
        (!options.line.empty() && !options.along.empty()))
        throw Usage({"cli.usage.repair_rule", {}});
    if (options.rule == "midline")
        return topology::RepairRule::midline;
    if (options.rule == "follow")
        return topology::RepairRule::follow;
    return options.rule == "longest-border" ? topology::RepairRule::longest_border
                                            : topology::RepairRule::to_owner;
}

/// "celah d3 d7 10920012 -742871" without the place.
std::string without_place(const std::string& fingerprint) {
    const std::size_t y = fingerprint.rfind(' ');
    const std::size_t x = y == std::string::npos || y == 0 ? y : fingerprint.rfind(' ', y - 1);
    return x == std::string::npos ? fingerprint : fingerprint.substr(0, x);
}

/// By its number in this check, which another edit changes, or by its fingerprint, which stays. The
/// place in that may be another by some metres where nothing else lies between the same villages.
const analysis::BoundaryFlaw* flaw_called(const std::string& name,
                                          const workspace::CoverageCheck& checked) {
    const auto& flaws = checked.check.flaws;
    if (const auto number = parse_integer(name)) {
        const bool known = *number >= 1 && *number <= static_cast<std::int64_t>(flaws.size());
        return known ? &flaws[static_cast<std::size_t>(*number - 1)] : nullptr;
    }
    const analysis::BoundaryFlaw* similar = nullptr;
    int count = 0;
    for (const analysis::BoundaryFlaw& flaw : flaws) {
        const std::string fingerprint =
            analysis::finding_row(checked.atlas->tables(), flaw, 0).fingerprint;
        if (fingerprint == name)
            return &flaw;
        if (without_place(fingerprint) == without_place(name)) {
            similar = &flaw;
            ++count;
        }
    }
    return count == 1 ? similar : nullptr;
}

/// What the finding is, and by which rule one of its kind is mended.
Message not_by_rule(const RepairOptions& options, model::FlawKind kind) {
    const bool strip = kind == model::FlawKind::overlap || kind == model::FlawKind::gap;
    return {strip                                      ? "cli.repair.is_strip"
            : kind == model::FlawKind::near_miss       ? "cli.repair.is_near_miss"
            : kind == model::FlawKind::invalid_ring    ? "cli.repair.is_ring"
            : kind == model::FlawKind::duplicate_shape ? "cli.repair.is_duplicate"
                                                       : "cli.repair.not_a_strip",
            {options.finding, options.rule}};
}

/// A project with recorded findings is asked by their numbers: those of `list findings`, of the
/// window and of `allow`.
std::optional<analysis::RepairTarget> recorded_target(const RepairOptions& options,
                                                      const analysis::RepairRequest& request,
                                                      const model::Atlas& atlas) {
    const auto number = parse_integer(options.finding);
    if (!number || atlas.table<model::BoundaryFinding>().empty())
        return std::nullopt;
    const auto* finding = atlas.find(Id<model::BoundaryFinding>{*number});
    if (!finding)
        throw Error({"cli.repair.not_recorded", {options.finding}});
    const auto target = analysis::target_of(atlas, *finding);
    if (!target || !analysis::mends(request, target->flaw))
        throw Error(not_by_rule(options, finding->kind));
    return target;
}

analysis::RepairTarget target_number(const RepairOptions& options,
                                     const analysis::RepairRequest& request,
                                     const model::Atlas& atlas, Progress& progress) {
    if (const auto recorded = recorded_target(options, request, atlas))
        return *recorded;
    const auto checked = workspace::check_coverage({options.project, {}, {}, {}}, progress);
    const auto& flaws = checked.check.flaws;
    const analysis::BoundaryFlaw* flaw = flaw_called(options.finding, checked);
    if (!flaw)
        throw Error({"cli.repair.no_finding", {options.finding, std::to_string(flaws.size())}});
    const auto target = analysis::target_of(*flaw);
    if (!target || !analysis::mends(request, target->flaw))
        throw Error(not_by_rule(options, flaw->kind));
    return *target;
}

workspace::RepairOrder order_of(RepairOptions& options, const model::Atlas& atlas,
                                Progress& progress) {
    workspace::RepairOrder order;
    analysis::RepairRequest& request = order.request;
    request.rule = rule_of(options);
    order.basis = {{options.document.chosen(), options.document.entered()}, options.falls_back, {}};
    request.settled_answered = order.basis.answers();
    request.max_width_m = options.max_width;
    request.max_area_m2 = options.max_area;
    if (options.rule == "rings")
        request.mends = analysis::Mends::rings;
    if (options.rule == "duplicates")
        request.mends = analysis::Mends::copies;
    if (options.rule == "snap")
        request.snap_m = options.tolerance;
    if (options.rule == "to-a")
        request.owner_is = analysis::RepairOwner::first;
    if (options.rule == "to-b")
        request.owner_is = analysis::RepairOwner::second;
    if (!options.owner.empty())
        request.owner = shape_called(atlas, options.owner);
    if (!options.line.empty())
        request.line =
            std::make_shared<const geo::MultiLine>(workspace::read_lines(options.line, progress));
    if (!options.along.empty())
        request.line = std::make_shared<const geo::MultiLine>(workspace::reference_lines(
            atlas,
            options.along == "sungai" ? model::ReferenceKind::river : model::ReferenceKind::road));
    if (!options.finding.empty())
        request.target = target_number(options, request, atlas, progress);
    return order;
}

/// Why the finding stays; who was to have the land is named with those who could.
std::optional<Message> why_it_stays(const RepairOptions& options, const model::Atlas& atlas,
                                    const analysis::BoundaryRepair& repair) {
    auto reason = workspace::why_not_repaired(repair);
    if (!reason || options.owner.empty())
        return reason;
    for (const topology::RefusedStrip& strip : repair.repair.refusals)
        if (strip.reason == topology::RepairRefusal::no_claim)
            return Message{"cli.repair.not_of_finding",
                           {workspace::shape_names(atlas, {shape_called(atlas, options.owner)}),
                            options.owner, workspace::shape_names(atlas, strip.claimants)}};
    return reason;
}

int repair(Session& session, RepairOptions options) {
    rule_of(options);
    std::shared_ptr<const model::Atlas> before;
    workspace::RepairPlan plan;
    session.with_progress({"cli.repair.progress", {}}, [&](Progress& progress) {
        // Plays back what an interrupted write left.
        if (!options.dry_run)
            static_cast<void>(
                project::ProjectFile::open(options.project, project::OpenMode::write));
        before = workspace::load_project(options.project, progress).atlas;
        const workspace::RepairOrder order = order_of(options, *before, progress);
        plan = options.dry_run ? workspace::plan_repair(*before, order, progress)
                               : workspace::repair_project(options.project, order,
                                                           session.writing_environment(), progress);
    });
    if (!options.finding.empty())
        if (const auto reason = why_it_stays(options, *before, plan.repair))
            return session.fail(*reason);
    const RepairReport report{options.project,          options.rule, options.dry_run,
                              !options.finding.empty(), *before,      plan.repair};
    (options.json ? print_repair_json : print_repair)(report, session);
    return 0;
}

} // namespace

void add_repair_command(CommandTable& table) {
    const auto options = std::make_shared<RepairOptions>();
    CLI::App* command =
        table.add("repair", [options](Session& session) { return repair(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--rule", options->rule, table.help("repair.rule"))
        ->transform(one_of(table.session(), {"longest-border", "midline", "to-a", "to-b", "follow",
                                             "snap", "rings", "duplicates"}));
    command->add_option("--to", options->owner, table.help("repair.to"))->type_name("CODE");
    command->add_option("--line", options->line, table.help("repair.line"))->type_name("FILE");
    command->add_option("--along", options->along, table.help("repair.along"))
        ->transform(one_of(table.session(), {"sungai", "jalan"}));
    command->add_option("--finding", options->finding, table.help("repair.finding"))
        ->type_name("N");
    command->add_option("--tolerance", options->tolerance, table.help("repair.tolerance"))
        ->check(between(table.session(), 0.000001, 100))
        ->type_name("M");
    add_document_options(*command, options->document, table);
    command->add_flag("--fall-back", options->falls_back, table.help("line.fall_back"));
    command->add_option("--max-width", options->max_width, table.help("repair.max_width"))
        ->check(between(table.session(), 0, 1e15))
        ->type_name("M");
    command->add_option("--max-area", options->max_area, table.help("repair.max_area"))
        ->check(between(table.session(), 0, 1e15))
        ->type_name("M2");
    command->add_flag("--dry-run", options->dry_run, table.help("repair.dry_run"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
