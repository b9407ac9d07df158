#include "cli/commands.h"
#include "cli/rows_json.h"
#include "workspace/coverage_repair.h"

namespace antardesa::cli {

namespace {

struct RepairOptions {
    std::string project;
    std::string rule;
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
    return rows;
}

void print_plan(const RepairOptions& options, const model::Atlas& before,
                const analysis::BoundaryRepair& repair, const Session& session) {
    if (options.json) {
        json::Value document;
        session.print(document.set("project", options.project)
                          .set("rule", options.rule)
                          .set("dry_run", options.dry_run)
                          .set("ledger", ledger_json(before, repair))
                          .set("sum_m2", repair.repair.ledger.sum())
                          .set("repaired", repair.repair.repaired)
                          .set("left", repair.repair.left)
                          .set("refused", repair.repair.refused));
        return;
    }
    const i18n::Catalogue& words = session.catalogue();
    for (const topology::LedgerRow& row : repair.repair.ledger.villages)
        session.print(
            label_of(before, row.claimant) + "\t" +
            session.sentence({"cli.repair.delta", {words.number(row.after - row.before, 2)}}));
    session.remark({options.dry_run ? "cli.repair.would" : "cli.repair.done",
                    {words.number(repair.repair.repaired), words.number(repair.repair.left),
                     words.number(repair.repair.refused)}});
}

int repair(Session& session, const RepairOptions& options) {
    analysis::RepairRequest request;
    request.rule = options.rule == "midline" ? topology::RepairRule::midline
                                             : topology::RepairRule::longest_border;
    request.max_width_m = options.max_width;
    request.max_area_m2 = options.max_area;
    std::shared_ptr<const model::Atlas> before;
    workspace::RepairPlan plan;
    session.with_progress({"cli.repair.progress", {}}, [&](Progress& progress) {
        before = workspace::load_project(options.project, progress).atlas;
        plan = options.dry_run ? workspace::plan_repair(*before, request, progress)
                               : workspace::repair_project(options.project, request,
                                                           session.writing_environment(), progress);
    });
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
        ->required()
        ->transform(one_of(table.session(), {"longest-border", "midline"}));
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
