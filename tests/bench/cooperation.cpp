#include "analysis/cooperation_charts.h"
#include "analysis/cooperation_network.h"
#include "analysis/district_cooperation.h"
#include "analysis/suggestions.h"
#include "analysis/summary.h"
#include "workspace/compliance_text.h"
#include "workspace/verbs.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

/// How long one change of the filter and each analysis of the cooperation take. Arguments: a
/// project, how many agreements it is given (2 to 14 villages that lie near each other, every
/// tenth with a third party), the file of rules.
namespace antardesa {
namespace {

constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

Date some_day(std::mt19937& chance) {
    return std::chrono::sys_days(today) +
           std::chrono::days(static_cast<int>(chance() % 3000) - 2000);
}

void add_parties(model::TableSet& tables, Id<model::Agreement> agreement, std::mt19937& chance) {
    const auto& villages = std::get<model::Table<model::Village>>(tables);
    auto& parties = std::get<model::Table<model::AgreementParty>>(tables);
    const std::size_t first = chance() % villages.size();
    const std::size_t count = 2 + (chance() % 8 == 0 ? chance() % 13 : chance() % 2);
    for (std::size_t i = 0; i < count; ++i) {
        model::AgreementParty party;
        party.id = parties.next_id();
        party.agreement = agreement;
        party.village = villages[std::min(first + i, villages.size() - 1)].id;
        party.deliberation = some_day(chance);
        parties.put(party);
    }
}

std::shared_ptr<const model::Atlas> with_agreements(const model::Atlas& atlas, int count) {
    std::mt19937 chance(5);
    model::TableSet tables = atlas.tables();
    auto& agreements = std::get<model::Table<model::Agreement>>(tables);
    for (int i = 0; i < count; ++i) {
        model::Agreement row;
        row.id = agreements.next_id();
        row.title = "Kerja sama " + std::to_string(i);
        row.field = static_cast<model::Field>(chance() % 10);
        row.stage = static_cast<model::Stage>(chance() % 10);
        row.starts = some_day(chance);
        row.ends = some_day(chance);
        agreements.put(row);
        add_parties(tables, row.id, chance);
    }
    return model::Atlas::build(atlas.identity(), std::move(tables), 1, atlas.shared_coverage());
}

template<class Work>
void measure(const char* what, int rounds, Work work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto started = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - started).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-34s %10.2f ms\n", what, times[times.size() / 2]);
}

void run(const char* project, int count, const char* rules_file) {
    Progress progress;
    const auto atlas = with_agreements(*workspace::load_project(project, progress).atlas, count);
    std::printf("%zu villages, %zu agreements, %zu parties\n", atlas->villages().size(),
                atlas->agreements().size(), atlas->table<model::AgreementParty>().size());
    const int rounds = atlas->villages().size() > 5000 ? 3 : 15;
    analysis::Filter filter;
    filter.fields.reset(3);
    filter.stage_groups.reset(0);
    filter.words = "sama 1";
    measure("filter: chips and live sentence", rounds,
            [&] { analysis::summarise(*atlas, filter, today); });
    measure("degrees of all villages", rounds, [&] { analysis::degrees(*atlas, filter, today); });
    measure("matrix kecamatan by field", rounds,
            [&] { analysis::field_matrix(*atlas, filter, today); });
    measure("who with whom, as sets", rounds,
            [&] { analysis::partner_sets(*atlas, filter, today); });
    measure("by kecamatan", rounds, [&] { analysis::district_cooperation(*atlas, filter, today); });
    measure("network, brokerage", rounds,
            [&] { analysis::cooperation_network(*atlas, {}, today, progress); });
    measure("suggestions", rounds, [&] { analysis::suggest(*atlas, today, {}, progress); });
    const auto rules = workspace::read_compliance_rules(rules_file);
    measure("compliance", rounds,
            [&] { analysis::check_compliance(*atlas, rules, today, progress); });
}

} // namespace
} // namespace antardesa

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "bench_cooperation PROJECT AGREEMENTS RULES.json\n");
        return 2;
    }
    antardesa::run(argv[1], std::atoi(argv[2]), argv[3]);
    return 0;
}
