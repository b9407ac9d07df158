#include "cli/repair_report.h"

#include "cli/rows_json.h"
#include "workspace/coverage_repair.h"

#include <cmath>

namespace antardesa::cli {

namespace {

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
    for (const topology::LedgerRow& row : ledger.villages) {
        json::Value item;
        rows.push_back(item.set("village", label_of(atlas, row.claimant))
                           .set("kind", "village")
                           .set("before_m2", row.before)
                           .set("after_m2", row.after)
                           .set("delta_m2", row.after - row.before));
    }
    rows.push_back(row_json("overlap", "overlap", -ledger.overlap_before,
                            ledger.overlap_before - ledger.overlap_after));
    rows.push_back(row_json("gap", "gap", ledger.gap_before, ledger.gap_after - ledger.gap_before));
    if (ledger.opened != 0)
        rows.push_back(row_json("open", "open", 0, ledger.opened));
    if (ledger.miscounted != 0)
        rows.push_back(row_json("miscounted", "miscounted", 0, ledger.miscounted));
    if (ledger.redrawn != 0)
        rows.push_back(row_json("line", "line", 0, -ledger.redrawn));
    return rows;
}

template<class Case>
json::Value case_json(const model::Atlas& atlas, const Case& one) {
    json::Array villages;
    for (const topology::Claimant claimant : one.claimants)
        villages.push_back(label_of(atlas, claimant));
    json::Value entry;
    entry = entry.set("kind", model::code_of(workspace::flaw_kind_of(one)))
                .set("villages", std::move(villages))
                .set("lon", one.place.x)
                .set("lat", one.place.y);
    return one.fault ? entry.set("fault", topology::ring_fault_name(*one.fault)) : entry;
}

/// Of one case the others are nothing to it.
bool concerns(const RepairReport& report, const topology::RefusedStrip& strip) {
    return !report.one_case || strip.reason != topology::RepairRefusal::not_chosen;
}

analysis::RepairCounts counts_of(const RepairReport& report) {
    analysis::RepairCounts counts = analysis::counts_of(report.repair.repair);
    if (report.one_case)
        counts.left = 0;
    return counts;
}

/// Everything that stays, with its reason: first what was asked for.
json::Array refusals_json(const RepairReport& report, const Session& session) {
    const topology::Repair& repair = report.repair.repair;
    json::Array list;
    for (const auto* strips : {&repair.refusals, &repair.kept})
        for (const topology::RefusedStrip& strip : *strips)
            if (concerns(report, strip))
                list.push_back(
                    case_json(report.before, strip)
                        .set("reason", topology::repair_refusal_name(strip.reason))
                        .set("message", session.sentence(workspace::why_it_stays(strip))));
    return list;
}

/// `along`: it was not asked for and goes with what was.
json::Array mended_json(const model::Atlas& atlas, const topology::Repair& repair) {
    json::Array list;
    for (const topology::MendedStrip& strip : repair.mended)
        list.push_back(case_json(atlas, strip).set("along", strip.along));
    return list;
}

json::Array splinters_json(const model::Atlas& atlas, const topology::Repair& repair) {
    json::Array list;
    for (const topology::Splinter& splinter : repair.splinters) {
        json::Value entry;
        list.push_back(entry.set("from", label_of(atlas, splinter.from))
                           .set("to", label_of(atlas, splinter.to))
                           .set("area_m2", splinter.area_m2));
    }
    return list;
}

json::Array parted_json(const model::Atlas& atlas, const topology::Repair& repair) {
    json::Array list;
    for (const auto& [claimant, parts] : repair.parted) {
        json::Value entry;
        list.push_back(entry.set("village", label_of(atlas, claimant))
                           .set("parts", static_cast<std::int64_t>(parts)));
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

/// What each village that changes gains or loses, and what balances it.
void print_ledger(const model::Atlas& before, const topology::Ledger& ledger,
                  const Session& session) {
    const i18n::Catalogue& words = session.catalogue();
    const auto print = [&](const std::string& who, double delta) {
        session.print(who + "\t" +
                      session.sentence({"cli.repair.delta", {words.number(delta, 2)}}));
    };
    constexpr double least = 0.005; // what two decimals show
    for (const topology::LedgerRow& row : ledger.villages)
        print(label_of(before, row.claimant), row.after - row.before);
    const auto print_rest = [&](const char* key, double delta) {
        if (std::abs(delta) >= least)
            print(session.text(key), delta);
    };
    print_rest("workspace.repair.overlap", ledger.overlap_before - ledger.overlap_after);
    print_rest("workspace.repair.gap", ledger.gap_after - ledger.gap_before);
    print_rest("workspace.repair.open", ledger.opened);
    print_rest("workspace.repair.miscounted", ledger.miscounted);
    print_rest("workspace.repair.redrawn", -ledger.redrawn);
    session.remark(
        {"cli.repair.ledger", {words.number(std::abs(ledger.sum()) < 5e-7 ? 0 : ledger.sum(), 6)}});
}

template<class Case>
std::string case_text(const model::Atlas& atlas, const Case& one, const Session& session) {
    std::string labels;
    for (const topology::Claimant claimant : one.claimants)
        labels += (labels.empty() ? "" : " ") + label_of(atlas, claimant);
    std::string what =
        session.text("code.flaw_kind." + std::string(model::code_of(workspace::flaw_kind_of(one))));
    if (one.fault)
        what +=
            " (" + session.text("code.ring_fault." + std::string(model::code_of(*one.fault))) + ")";
    return what + "\t" + labels;
}

/// What goes along, and what was asked for and stays; the rest is only counted.
void print_cases(const model::Atlas& before, const topology::Repair& repair,
                 const Session& session) {
    const i18n::Catalogue& words = session.catalogue();
    for (const topology::MendedStrip& strip : repair.mended)
        if (strip.along)
            session.print(case_text(before, strip, session) + "\t" +
                          session.text("cli.repair.goes_along"));
    const auto print = [&](const topology::RefusedStrip& strip) {
        session.print(case_text(before, strip, session) + "\t" +
                      session.sentence(workspace::why_it_stays(strip)) + "\t" +
                      words.number(strip.place.y, 6) + " " + words.number(strip.place.x, 6));
    };
    for (const topology::RefusedStrip& strip : repair.refusals)
        print(strip);
    for (const topology::RefusedStrip& strip : repair.kept)
        if (strip.reason != topology::RepairRefusal::not_chosen &&
            strip.reason != topology::RepairRefusal::allowed)
            print(strip);
}

std::string counts_text(const analysis::RepairCounts& counts, const Session& session) {
    std::string text;
    for (const Message& message : workspace::count_messages(counts))
        text += (text.empty() ? "" : ", ") + session.sentence(message);
    return text;
}

} // namespace

void print_repair_json(const RepairReport& report, const Session& session) {
    const analysis::RepairCounts counts = counts_of(report);
    json::Value document;
    session.print(document.set("project", report.project)
                      .set("rule", report.rule)
                      .set("dry_run", report.dry_run)
                      .set("ledger", ledger_json(report.before, report.repair))
                      .set("sum_m2", report.repair.repair.ledger.sum())
                      .set("total", counts.total())
                      .set("repaired", counts.repaired)
                      .set("left", counts.left)
                      .set("allowed", counts.allowed)
                      .set("final", counts.final)
                      .set("settled", counts.settled)
                      .set("unmendable", counts.unmendable)
                      .set("splinters", splinters_json(report.before, report.repair.repair))
                      .set("parted", parted_json(report.before, report.repair.repair))
                      .set("mended", mended_json(report.before, report.repair.repair))
                      .set("tangled", tangled_json(report.before, report.repair))
                      .set("refusals", refusals_json(report, session)));
}

void print_repair(const RepairReport& report, const Session& session) {
    const model::Atlas& before = report.before;
    const analysis::BoundaryRepair& repair = report.repair;
    const i18n::Catalogue& words = session.catalogue();
    print_ledger(before, repair.repair.ledger, session);
    print_cases(before, repair.repair, session);
    for (const Message& message : workspace::parts_messages(before, repair.repair, words))
        session.remark(message);
    for (const auto& [shape, place] : repair.tangled)
        session.remark(
            {"cli.repair.tangled",
             {label_of(before, shape), words.number(place.y, 6), words.number(place.x, 6)}});
    const analysis::RepairCounts counts = counts_of(report);
    session.remark({counts.repaired == 0 ? "cli.repair.nothing"
                    : report.dry_run     ? "cli.repair.would"
                                         : "cli.repair.done",
                    {words.number(counts.total()), counts_text(counts, session)}});
}

} // namespace antardesa::cli
