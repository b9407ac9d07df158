#include "analysis/cooperation_charts.h"
#include "analysis/cooperation_network.h"
#include "analysis/district_cooperation.h"
#include "analysis/summary.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/filter_options.h"
#include "cli/known_village.h"
#include "cli/rows_json.h"
#include "model/verbs.h"
#include "workspace/agreement_draft.h"
#include "workspace/project_edit.h"
#include "workspace/suggestion_text.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

using analysis::CooperationNetwork;
using analysis::VillageTies;

constexpr std::size_t strongest_shown = 10;

// ---- network

struct NetworkOptions {
    std::string project;
    FilterOptions filter;
    std::string by = "desa";
    bool json = false;
};

json::Array labels(const model::Atlas& atlas, const std::vector<Id<model::Village>>& villages) {
    json::Array list;
    for (const Id<model::Village> village : villages)
        list.push_back(village_label(atlas, village));
    return list;
}

/// Every value of a closed list with how many agreements have it.
template<class Enum, std::size_t size>
json::Value counts_json(const std::array<int, size>& counts) {
    json::Value document;
    for (const auto& [value, code] : model::Codes<Enum>::list)
        document.set(std::string(code), counts[static_cast<std::size_t>(value)]);
    return document;
}

json::Value ties_json(const model::Atlas& atlas, const VillageTies& ties) {
    json::Value entry;
    return entry.set("code", village_label(atlas, ties.village))
        .set("name", workspace::village_name(atlas, ties.village))
        .set("degree", ties.degree)
        .set("agreements", ties.agreements)
        .set("brokerage", ties.brokerage)
        .set("component", ties.component < 0 ? json::Value() : json::Value(ties.component));
}

json::Value network_json(const model::Atlas& atlas, const CooperationNetwork& network) {
    json::Array villages;
    for (const VillageTies& ties : network.villages)
        villages.push_back(ties_json(atlas, ties));
    json::Array groups;
    for (const auto& members : network.components)
        if (members.size() > 1)
            groups.push_back(labels(atlas, members));
    json::Value document;
    return document.set("agreements", network.agreements)
        .set("villages", std::move(villages))
        .set("components", network.components.size())
        .set("groups", std::move(groups))
        .set("isolated", labels(atlas, network.isolated))
        .set("by_field", counts_json<model::Field>(network.by_field))
        .set("by_field_current", counts_json<model::CurrentField>(network.by_current_field))
        .set("by_stage", counts_json<model::Stage>(network.by_stage))
        .set("brokerage_estimated", network.estimated);
}

/// Kecamatan against fields, how soon agreements end, who cooperates with whom.
void add_charts(json::Value& document, const model::Atlas& atlas, const analysis::Filter& filter,
                Date today) {
    json::Array rows;
    for (const auto& row : analysis::field_matrix(atlas, filter, today).rows) {
        json::Value fields;
        for (const auto& [field, code] : model::Codes<model::Field>::list)
            fields.set(std::string(code), row.by_field[static_cast<std::size_t>(field)]);
        json::Value entry;
        rows.push_back(entry.set("district", atlas.find(row.district)->code)
                           .set("agreements", row.agreements)
                           .set("by_field", std::move(fields)));
    }
    const auto ending = analysis::ending_within(analysis::validities(atlas, filter, today));
    json::Value soon;
    soon.set("30", ending[0]).set("90", ending[1]).set("180", ending[2]);
    json::Array partners;
    for (const analysis::PartnerSet& set : analysis::partner_sets(atlas, filter, today)) {
        json::Array agreements;
        for (const Id<model::Agreement> agreement : set.agreements)
            agreements.push_back(agreement.value);
        json::Value entry;
        partners.push_back(entry.set("villages", labels(atlas, set.villages))
                               .set("agreements", std::move(agreements)));
    }
    document.set("matrix", std::move(rows))
        .set("ending_within_days", std::move(soon))
        .set("partners", std::move(partners));
}

/// Those with ties, by partners, then by brokerage, then in table order.
std::vector<VillageTies> strongest(const CooperationNetwork& network) {
    std::vector<VillageTies> ties;
    for (const VillageTies& village : network.villages)
        if (village.degree > 0)
            ties.push_back(village);
    std::stable_sort(ties.begin(), ties.end(), [](const auto& a, const auto& b) {
        return std::pair(a.degree, a.brokerage) > std::pair(b.degree, b.brokerage);
    });
    if (ties.size() > strongest_shown)
        ties.resize(strongest_shown);
    return ties;
}

void print_network(const Session& session, const model::Atlas& atlas,
                   const CooperationNetwork& network, const analysis::FilterCounts& counts) {
    const i18n::Catalogue& words = session.catalogue();
    const auto groups = std::count_if(network.components.begin(), network.components.end(),
                                      [](const auto& members) { return members.size() > 1; });
    const auto tied = std::count_if(network.villages.begin(), network.villages.end(),
                                    [](const VillageTies& ties) { return ties.degree > 0; });
    const auto text = [&](auto count) { return words.number(static_cast<double>(count)); };
    // A draft and what has ended bind no one.
    session.print(session.sentence(
        {counts.running == counts.matching ? "cli.network.summary" : "cli.network.summary_mixed",
         {text(network.agreements), text(tied), text(groups), text(network.isolated.size()),
          session.sentence({counts.postponed > 0 ? "cli.network.postponed" : "cli.network.running",
                            {text(counts.running), text(counts.postponed)}})}}));
    for (const VillageTies& ties : strongest(network))
        session.print("  " + session.sentence(
                                 {"cli.network.village",
                                  {workspace::village_name(atlas, ties.village), text(ties.degree),
                                   text(ties.agreements), words.percent(ties.brokerage)}}));
    if (network.estimated)
        session.remark({"cli.network.estimated", {}});
    if (network.isolated.empty())
        return;
    std::string names;
    for (const Id<model::Village> village : network.isolated)
        names += (names.empty() ? "" : ", ") +
                 shown_on_one_line(workspace::village_name(atlas, village));
    session.print(session.sentence({"cli.network.isolated", {names}}));
}

workspace::LoadedProject load(Session& session, const std::string& project) {
    workspace::LoadedProject loaded;
    session.with_progress({"cli.progress.opening", {}}, [&](Progress& progress) {
        loaded = workspace::load_project(project, progress);
    });
    return loaded;
}

// ---- network --by kecamatan

std::string district_label(const model::Atlas& atlas, Id<model::District> id) {
    const model::District& district = *atlas.find(id);
    return district.code.empty() ? district.name : district.code;
}

/// What its bodies did, by their four tasks.
json::Value tasks_json(const model::Atlas& atlas, const analysis::DistrictStanding& standing) {
    json::Value tasks;
    for (const auto& [task, code] : model::Codes<model::BodyTask>::list) {
        int count = 0;
        for (const Id<model::BodyActivity> id : standing.activities)
            count += atlas.find(id)->task == task;
        tasks.set(std::string(code), count);
    }
    return tasks;
}

json::Value standing_json(const model::Atlas& atlas, const analysis::DistrictStanding& standing) {
    json::Array bodies;
    for (const Id<model::CooperationBody> id : standing.bodies) {
        json::Value body;
        bodies.push_back(body.set("id", id.value).set("name", atlas.find(id)->name));
    }
    json::Value entry;
    return entry.set("code", district_label(atlas, standing.district))
        .set("name", atlas.find(standing.district)->name)
        .set("villages", standing.villages.size())
        .set("villages_bound", standing.bound)
        .set("bodies", std::move(bodies))
        .set("agreements", ids_json(standing.agreements))
        .set("inside", standing.inside)
        .set("meetings", ids_json(standing.meetings))
        .set("tasks", tasks_json(atlas, standing))
        .set("reports", ids_json(standing.reports));
}

void print_districts(const Session& session, const model::Atlas& atlas,
                     const analysis::DistrictCooperation& whole) {
    const auto text = [&](auto count) {
        return session.catalogue().number(static_cast<double>(count));
    };
    for (const analysis::DistrictStanding& one : whole.districts) {
        std::string bodies;
        for (const Id<model::CooperationBody> id : one.bodies)
            bodies += (bodies.empty() ? "" : ", ") + shown_on_one_line(atlas.find(id)->name);
        session.print(session.sentence(
            {"cli.network.district",
             {shown_on_one_line(atlas.find(one.district)->name), text(one.agreements.size()),
              text(one.bound), text(one.villages.size()), text(one.meetings.size()),
              bodies.empty() ? std::string("—") : bodies}}));
    }
    for (const analysis::DistrictLink& link : whole.links)
        session.print(
            "  " + session.sentence({"cli.network.link",
                                     {atlas.find(link.first)->name, atlas.find(link.second)->name,
                                      text(link.agreements.size())}}));
}

int districts(Session& session, const model::Atlas& atlas, const analysis::Filter& filter,
              bool as_json) {
    const auto whole = analysis::district_cooperation(atlas, filter, SystemClock().today());
    if (!as_json) {
        print_districts(session, atlas, whole);
        return 0;
    }
    json::Array standings;
    for (const analysis::DistrictStanding& one : whole.districts)
        standings.push_back(standing_json(atlas, one));
    json::Array links;
    for (const analysis::DistrictLink& link : whole.links) {
        json::Array ends{district_label(atlas, link.first), district_label(atlas, link.second)};
        json::Value entry;
        links.push_back(
            entry.set("districts", std::move(ends)).set("agreements", ids_json(link.agreements)));
    }
    json::Value document;
    session.print(document.set("districts", std::move(standings)).set("links", std::move(links)));
    return 0;
}

int network(Session& session, const NetworkOptions& options) {
    const auto atlas = load(session, options.project).atlas;
    const analysis::Filter filter = filter_from(options.filter, *atlas);
    if (options.by == "kecamatan")
        return districts(session, *atlas, filter, options.json);
    CooperationNetwork network;
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        network = analysis::cooperation_network(*atlas, filter, SystemClock().today(), progress);
    });
    if (!options.json) {
        print_network(session, *atlas, network,
                      analysis::count(filter, *atlas, SystemClock().today()));
        return 0;
    }
    json::Value document = network_json(*atlas, network);
    add_charts(document, *atlas, filter, SystemClock().today());
    session.print(document);
    return 0;
}

// ---- suggest

struct SuggestOptions {
    std::string project;
    std::string village;
    int draft = 0; ///< number of the suggestion that becomes an agreement; 0: none
    bool json = false;
};

json::Value suggestion_json(const Session& session, const model::Atlas& atlas,
                            const analysis::Suggestion& suggestion) {
    json::Array facts;
    for (const analysis::Fact& fact : suggestion.facts)
        facts.push_back(workspace::fact_text(atlas, fact, session.catalogue()));
    json::Value entry;
    return entry.set("rule", code_of(suggestion.rule))
        .set("message", workspace::rule_text(suggestion, session.catalogue()))
        .set("villages", labels(atlas, suggestion.villages))
        .set("field", model::code_of(suggestion.field))
        .set("prolongs",
             suggestion.prolongs ? json::Value(suggestion.prolongs.value) : json::Value())
        .set("facts", std::move(facts));
}

void print_suggestion(const Session& session, const model::Atlas& atlas,
                      const analysis::Suggestion& suggestion) {
    std::string names;
    for (const Id<model::Village> village : suggestion.villages)
        names += (names.empty() ? "" : ", ") + workspace::village_name(atlas, village);
    session.print(
        shown_on_one_line(names + ": " + workspace::rule_text(suggestion, session.catalogue())));
    for (const analysis::Fact& fact : suggestion.facts)
        session.print("  - " +
                      shown_on_one_line(workspace::fact_text(atlas, fact, session.catalogue())));
}

/// The agreement that the suggestion speaks of, as a draft.
int draft(Session& session, const SuggestOptions& options,
          const std::vector<analysis::Suggestion>& found) {
    if (options.draft < 1 || static_cast<std::size_t>(options.draft) > found.size())
        return session.fail({"cli.suggest.no_number",
                             {std::to_string(options.draft), std::to_string(found.size())}});
    const analysis::Suggestion& chosen = found[static_cast<std::size_t>(options.draft) - 1];
    const i18n::Catalogue indonesian(i18n::Language::indonesian,
                                     session.environment().languages_folder);
    std::shared_ptr<const model::Atlas> after;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        after = workspace::edit_project(
            options.project,
            [&](const model::Atlas& atlas) {
                const auto made = workspace::draft_of(atlas, chosen, indonesian);
                model::NewAgreement request;
                request.agreement.title = made.title;
                request.agreement.field = made.field;
                request.agreement.amends = made.prolongs;
                request.villages = chosen.villages;
                return model::new_agreement(atlas, request);
            },
            session.writing_environment(), progress);
    });
    const model::Agreement& row = after->agreements()[after->agreements().size() - 1];
    session.remark({"cli.suggest.drafted", {row.title, std::to_string(row.id.value)}});
    return 0;
}

int suggest(Session& session, const SuggestOptions& options) {
    const auto atlas = load(session, options.project).atlas;
    std::vector<analysis::Suggestion> found;
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        found = analysis::suggest(*atlas, SystemClock().today(), {}, progress);
    });
    if (!options.village.empty())
        found = analysis::of_village(std::move(found), village_named(*atlas, options.village).id);
    if (options.draft != 0)
        return draft(session, options, found);
    if (options.json) {
        json::Array list;
        for (const analysis::Suggestion& suggestion : found)
            list.push_back(suggestion_json(session, *atlas, suggestion));
        json::Value document;
        session.print(document.set("suggestions", std::move(list)));
        return 0;
    }
    if (found.empty())
        session.remark({"cli.suggest.none", {}});
    for (const analysis::Suggestion& suggestion : found)
        print_suggestion(session, *atlas, suggestion);
    return 0;
}

void add_network(CommandTable& table) {
    const auto options = std::make_shared<NetworkOptions>();
    CLI::App* command =
        table.add("network", [options](Session& session) { return network(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    add_filter_options(table, *command, options->filter);
    command->add_option("--by", options->by, table.help("network.by"))
        ->transform(one_of(table.session(), {"desa", "kecamatan"}));
    command->add_flag("--json", options->json, table.help("json"));
}

void add_suggest(CommandTable& table) {
    const auto options = std::make_shared<SuggestOptions>();
    CLI::App* command =
        table.add("suggest", [options](Session& session) { return suggest(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--village", options->village, table.help("suggest.village"))
        ->type_name("CODE");
    command->add_option("--draft", options->draft, table.help("suggest.draft"))->type_name("N");
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace

void add_cooperation_commands(CommandTable& table) {
    add_network(table);
    add_suggest(table);
}

} // namespace antardesa::cli
