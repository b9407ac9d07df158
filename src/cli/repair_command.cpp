#include "analysis/finding_rows.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/rows_json.h"
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
    std::int64_t document = 0;
    double tolerance = 0.1;
    double max_width = 1;
    double max_area = 1e15;
    bool dry_run = false;
    bool json = false;
};

std::string label_of(const model::Atlas& atlas, topology::Claimant claimant) {
    if (claimant < atlas.villages().size())
        return village_label(atlas, atlas.villages()[claimant].id);
    const auto& areas = atlas.table<model::SpecialArea>();
    return "area#" + std::to_string(areas[claimant - atlas.villages().size()].id.value);
}

json::Value row_json(const std::string& label, const char* kind, double before, double delta) {
    json::Value row;
    return row.set("village", label)
        .set("kind", kind)
        .set("before_m2", before)
        .set("after_m2", before + delta)
        .set("delta_m2", delta);
}

/// What is claimed twice counts against the sum, what nobody claims for it: the kabupaten stays as
/// large as it is, and the deltas add up to nothing.
json::Array ledger_json(const model::Atlas& atlas, const analysis::BoundaryRepair& repair) {
    const topology::Ledger& ledger = repair.repair.ledger;
    json::Array rows;
    for (std::size_t i = 0; i < ledger.villages.size(); ++i) {
        const topology::LedgerRow& row = ledger.villages[i];
        rows.push_back(row_json(label_of(atlas, row.claimant), "village",
                                repair.ellipsoid_before_m2[i], row.after - row.before));
    }
    rows.push_back(row_json("overlap", "overlap", -ledger.overlap_before,
                            ledger.overlap_before - ledger.overlap_after));
    rows.push_back(row_json("gap", "gap", ledger.gap_before, ledger.gap_after - ledger.gap_before));
    if (ledger.opened != 0)
        rows.push_back(row_json("open", "open", 0, ledger.opened));
    return rows;
}

json::Array refusals_json(const model::Atlas& atlas, const topology::Repair& repair,
                          const Session& session) {
    json::Array list;
    for (const topology::RefusedStrip& strip : repair.refusals) {
        json::Array villages;
        for (const topology::Claimant claimant : strip.claimants)
            villages.push_back(label_of(atlas, claimant));
        const std::string reason = topology::repair_refusal_name(strip.reason);
        json::Value entry;
        list.push_back(entry.set("villages", std::move(villages))
                           .set("lon", strip.place.x)
                           .set("lat", strip.place.y)
                           .set("reason", reason)
                           .set("message", session.text("workspace.repair." + reason)));
    }
    return list;
}

/// Villages that were left out, and where they are too tangled.
json::Array tangled_json(const model::Atlas& atlas, const analysis::BoundaryRepair& repair) {
    json::Array list;
    for (const auto& [shape, place] : repair.tangled) {
        json::Value entry;
        list.push_back(
            entry.set("village", label_of(atlas, shape)).set("lon", place.x).set("lat", place.y));
    }
    return list;
}

void print_plan(const RepairOptions& options, const model::Atlas& before,
                const analysis::BoundaryRepair& repair, const Session& session) {
    const topology::Ledger& ledger = repair.repair.ledger;
    if (options.json) {
        json::Value document;
        session.print(document.set("project", options.project)
                          .set("rule", options.rule)
                          .set("dry_run", options.dry_run)
                          .set("ledger", ledger_json(before, repair))
                          .set("sum_m2", ledger.sum())
                          .set("repaired", repair.repair.repaired)
                          .set("left", repair.repair.left)
                          .set("refused", repair.repair.refused)
                          .set("final_borders", repair.final)
                          .set("tangled", tangled_json(before, repair))
                          .set("refusals", refusals_json(before, repair.repair, session)));
        return;
    }
    const i18n::Catalogue& words = session.catalogue();
    for (const topology::LedgerRow& row : ledger.villages)
        session.print(
            label_of(before, row.claimant) + "\t" +
            session.sentence({"cli.repair.delta", {words.number(row.after - row.before, 2)}}));
    session.remark({"cli.repair.ledger",
                    {words.number(ledger.overlap_after - ledger.overlap_before, 2),
                     words.number(ledger.gap_after - ledger.gap_before, 2),
                     words.number(std::abs(ledger.sum()) < 5e-7 ? 0 : ledger.sum(), 6)}});
    for (const auto& [shape, place] : repair.tangled)
        session.remark(
            {"cli.repair.tangled",
             {label_of(before, shape), words.number(place.y, 6), words.number(place.x, 6)}});
    session.remark({options.dry_run ? "cli.repair.would" : "cli.repair.done",
                    {words.number(repair.repair.repaired), words.number(repair.repair.left),
                     words.number(repair.repair.refused)}});
}

std::uint32_t village_called(const model::Atlas& atlas, const std::string& label) {
    for (std::uint32_t i = 0; i < atlas.villages().size(); ++i)
        if (village_label(atlas, atlas.villages()[i].id) == label)
            return i;
    throw Error({"cli.repair.unknown_village", {label}});
}

/// The rule may go without saying: by whom it goes to, or by a line.
topology::RepairRule rule_of(RepairOptions& options) {
    const bool has_line = !options.line.empty() || !options.along.empty();
    if (options.rule.empty())
        options.rule = !options.owner.empty() ? "to" : has_line ? "follow" : "";
    if (options.rule.empty() || (options.rule == "follow") != has_line ||
        (options.rule == "to") != !options.owner.empty() ||
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

analysis::RepairTarget target_number(const RepairOptions& options, Progress& progress) {
    const auto checked = workspace::check_coverage({options.project, {}, {}, {}}, progress);
    const auto& flaws = checked.check.flaws;
    const analysis::BoundaryFlaw* flaw = flaw_called(options.finding, checked);
    if (!flaw)
        throw Error({"cli.repair.no_finding", {options.finding, std::to_string(flaws.size())}});
    const auto target = analysis::target_of(*flaw);
    if (!target || (!target->kind && options.rule != "snap"))
        throw Error({"cli.repair.not_a_strip", {options.finding}});
    return *target;
}

workspace::RepairOrder order_of(RepairOptions& options, const model::Atlas& atlas,
                                Progress& progress) {
    workspace::RepairOrder order;
    analysis::RepairRequest& request = order.request;
    request.rule = rule_of(options);
    order.document = {options.document};
    request.max_width_m = options.max_width;
    request.max_area_m2 = options.max_area;
    if (options.rule == "snap")
        request.snap_m = options.tolerance;
    if (options.rule == "to-a")
        request.owner_is = analysis::RepairOwner::first;
    if (options.rule == "to-b")
        request.owner_is = analysis::RepairOwner::second;
    if (!options.owner.empty())
        request.owner = village_called(atlas, options.owner);
    if (!options.line.empty())
        request.line =
            std::make_shared<const geo::MultiLine>(workspace::read_lines(options.line, progress));
    if (!options.along.empty())
        request.line = std::make_shared<const geo::MultiLine>(workspace::reference_lines(
            atlas,
            options.along == "sungai" ? model::ReferenceKind::river : model::ReferenceKind::road));
    if (!options.finding.empty())
        request.target = target_number(options, progress);
    return order;
}

int repair(Session& session, RepairOptions options) {
    rule_of(options);
    std::shared_ptr<const model::Atlas> before;
    workspace::RepairPlan plan;
    session.with_progress({"cli.repair.progress", {}}, [&](Progress& progress) {
        before = workspace::load_project(options.project, progress).atlas;
        const workspace::RepairOrder order = order_of(options, *before, progress);
        plan = options.dry_run ? workspace::plan_repair(*before, order, progress)
                               : workspace::repair_project(options.project, order,
                                                           session.writing_environment(), progress);
    });
    if (!options.finding.empty())
        if (const auto reason = workspace::why_not_repaired(plan.repair))
            return session.fail(*reason);
    print_plan(options, *before, plan.repair, session);
    return 0;
}

} // namespace

void add_repair_command(CommandTable& table) {
    const auto options = std::make_shared<RepairOptions>();
    CLI::App* command =
        table.add("repair", [options](Session& session) { return repair(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--rule", options->rule, table.help("repair.rule"))
        ->transform(one_of(table.session(),
                           {"longest-border", "midline", "to-a", "to-b", "follow", "snap"}));
    command->add_option("--to", options->owner, table.help("repair.to"))->type_name("CODE");
    command->add_option("--line", options->line, table.help("repair.line"))->type_name("FILE");
    command->add_option("--along", options->along, table.help("repair.along"))
        ->transform(one_of(table.session(), {"sungai", "jalan"}));
    command->add_option("--finding", options->finding, table.help("repair.finding"))
        ->type_name("N");
    command->add_option("--tolerance", options->tolerance, table.help("repair.tolerance"))
        ->check(between(table.session(), 0.000001, 100))
        ->type_name("M");
    command->add_option("--document", options->document, table.help("repair.document"))
        ->type_name("ID");
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
