#include "analysis/proposal.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/compare_scenarios.h"
#include "cli/rows_json.h"
#include "cli/typed_place.h"
#include "model/case_verbs.h"
#include "model/village_law.h"
#include "workspace/accept_proposal.h"
#include "workspace/line_source.h"
#include "workspace/project_edit.h"
#include "workspace/scenario_view.h"

#include <cmath>

namespace antardesa::cli {

namespace {

using analysis::ProposalMethod;

struct ProposeOptions {
    std::string project;
    std::int64_t dispute = 0;
    std::int64_t segment = 0; ///< of the case; 0: its first
    std::string method;
    std::string share;
    std::optional<double> direction;
    std::string along;
    std::string line;
    std::vector<std::string> through; ///< coordinates
    std::string save;                 ///< the name of the scenario to keep it as
    std::string author;               ///< of that
    bool compare = false;             ///< what is kept already
    bool json = false;
};

/// A dispute's land with a line through it.
struct Outcome {
    std::shared_ptr<const model::Atlas> atlas;
    analysis::ContestedLand land;
    analysis::LandContents contents;
    analysis::Proposal proposal;
};

ProposalMethod method_of(const std::string& name) {
    if (name == "equal-area")
        return ProposalMethod::equal_area;
    if (name == "straight")
        return ProposalMethod::straight;
    if (name == "points")
        return ProposalMethod::points;
    if (name == "follow")
        return ProposalMethod::follow;
    return name == "drawn" ? ProposalMethod::drawn : ProposalMethod::midline;
}

/// "60:40": what the first one gets of all.
double first_share(const std::string& text) {
    if (text.empty())
        return 0.5;
    const std::size_t colon = text.find(':');
    const auto first = parse_number(text.substr(0, colon));
    const auto second =
        colon == std::string::npos ? std::nullopt : parse_number(text.substr(colon + 1));
    if (!first || !second || !(*first > 0) || !(*second > 0) || !std::isfinite(*first + *second))
        throw Usage({"cli.usage.share", {text}});
    return *first / (*first + *second);
}

/// An option that the method does not ask for would be passed over in silence.
void require_fitting(const ProposeOptions& options) {
    if (options.method.empty())
        throw Usage({"cli.usage.propose_method", {}});
    const ProposalMethod method = method_of(options.method);
    if (method != ProposalMethod::equal_area && options.direction)
        throw Usage({"cli.usage.propose_share", {}});
    if ((method == ProposalMethod::follow) == options.along.empty())
        throw Usage({"cli.usage.propose_along", {}});
    if ((method == ProposalMethod::drawn) == options.line.empty())
        throw Usage({"cli.usage.propose_line", {}});
    if (method != ProposalMethod::points && !options.through.empty())
        throw Usage({"cli.usage.propose_through", {}});
    if (options.save.empty() && !options.author.empty())
        throw Usage({"cli.usage.propose_author", {}});
}

Outcome proposed(const ProposeOptions& options, Progress& progress) {
    analysis::ProposalRequest request;
    request.method = method_of(options.method);
    request.first_share = first_share(options.share);
    request.direction_deg = options.direction;
    request.shifted = !options.share.empty() && request.method != ProposalMethod::equal_area;
    if (!options.line.empty())
        request.line =
            std::make_shared<const geo::MultiLine>(workspace::read_lines(options.line, progress));
    Outcome outcome;
    // Plays back what an interrupted write left.
    if (!options.save.empty())
        static_cast<void>(project::ProjectFile::open(options.project, project::OpenMode::write));
    outcome.atlas = workspace::load_project(options.project, progress).atlas;
    for (const std::string& place : options.through)
        request.points.push_back(typed_place(place, *outcome.atlas));
    if (!options.along.empty())
        request.line = std::make_shared<const geo::MultiLine>(workspace::reference_lines(
            *outcome.atlas,
            options.along == "jalan" ? model::ReferenceKind::road : model::ReferenceKind::river));
    outcome.land = value_or_fail(
        analysis::contested_land(*outcome.atlas, {options.dispute}, progress, {options.segment}));
    outcome.proposal = value_or_fail(analysis::propose(outcome.land, request, progress));
    if (auto trouble =
            workspace::trouble_with(*outcome.atlas, outcome.land.segment, outcome.proposal.line))
        outcome.proposal.remarks.push_back(*std::move(trouble));
    outcome.contents = analysis::contents_of(*outcome.atlas, outcome.land.land(), progress);
    return outcome;
}

json::Value line_json(const geo::Line& line) {
    json::Array positions;
    for (const geo::Point p : line)
        positions.push_back(json::Array{p.x, p.y});
    json::Value geometry;
    return geometry.set("type", "LineString").set("coordinates", std::move(positions));
}

json::Array ledger_json(const Outcome& outcome) {
    json::Array rows;
    for (const analysis::ProposalRow& row : outcome.proposal.ledger) {
        json::Value entry;
        rows.push_back(entry.set("village", village_label(*outcome.atlas, row.village))
                           .set("contested_m2", row.contested_m2)
                           .set("before_m2", row.before_m2)
                           .set("after_m2", row.after_m2)
                           .set("delta_m2", row.delta_m2));
    }
    return rows;
}

json::Value contested_json(const Outcome& outcome) {
    json::Array parts;
    for (const analysis::ContestedPart& part : outcome.land.parts) {
        json::Value entry;
        parts.push_back(entry.set("area_m2", part.area_m2)
                            .set("claimed", part.claimed_by_neither ? "neither" : "both"));
    }
    json::Array lines;
    for (const analysis::LandContents::Stretch& stretch : outcome.contents.lines) {
        const model::ReferenceLine& line = *outcome.atlas->find(stretch.line);
        json::Value entry;
        lines.push_back(entry.set("kind", model::code_of(line.kind))
                            .set("name", line.name)
                            .set("length_m", stretch.length_m));
    }
    json::Value contested;
    return contested.set("area_m2", outcome.land.area_m2)
        .set("parts", std::move(parts))
        .set("assets", ids_json(outcome.contents.assets))
        .set("agreements", ids_json(outcome.contents.agreements))
        .set("lines", std::move(lines))
        .set("points", ids_json(outcome.contents.points));
}

void print_proposal_json(const Session& session, const ProposeOptions& options,
                         const Outcome& outcome) {
    json::Array remarks;
    for (const Message& remark : outcome.proposal.remarks)
        remarks.push_back(session.sentence(remark));
    json::Value document;
    session.print(document.set("project", options.project)
                      .set("dispute", options.dispute)
                      .set("method", options.method)
                      .set("line", line_json(outcome.proposal.line))
                      .set("length_m", outcome.proposal.length_m)
                      .set("ledger", ledger_json(outcome))
                      .set("contested", contested_json(outcome))
                      .set("remarks", std::move(remarks))
                      .set("findings", json_of(outcome.land.findings, session)));
}

void print_proposal(const Session& session, const Outcome& outcome) {
    const i18n::Catalogue& words = session.catalogue();
    session.print(words.plural("cli.propose.contested",
                               static_cast<long long>(outcome.land.parts.size()),
                               {words.hectares(outcome.land.area_m2, 2)}));
    for (const analysis::ProposalRow& row : outcome.proposal.ledger)
        session.print(session.sentence(
            {"cli.propose.row",
             {shown_on_one_line(model::name_without_kind(outcome.atlas->find(row.village)->name)),
              words.hectares(row.before_m2, 2), words.hectares(row.after_m2, 2),
              workspace::signed_hectares(words, row.delta_m2)}}));
    session.print(session.sentence({"cli.propose.line",
                                    {words.distance(outcome.proposal.length_m),
                                     std::to_string(outcome.proposal.line.size())}}));
    session.print(session.sentence({"cli.propose.contents",
                                    {std::to_string(outcome.contents.assets.size()),
                                     std::to_string(outcome.contents.agreements.size()),
                                     std::to_string(outcome.contents.lines.size()),
                                     std::to_string(outcome.contents.points.size())}}));
    for (const Message& remark : outcome.proposal.remarks)
        session.print(session.sentence(remark));
    print_findings(outcome.land.findings, session);
}

/// The line stays with its case, beside others that were proposed.
void keep(Session& session, const ProposeOptions& options, const Outcome& outcome) {
    model::Proposal scenario;
    scenario.dispute = {options.dispute};
    scenario.name = options.save;
    scenario.method = options.method;
    scenario.share = options.share;
    scenario.author = options.author;
    scenario.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{outcome.proposal.line});
    scenario.date = session.writing_environment().clock->today();
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        workspace::edit_project(
            options.project,
            [&](const model::Atlas& atlas) { return model::keep_proposal(atlas, scenario); },
            session.writing_environment(), progress);
    });
}

int propose(Session& session, const ProposeOptions& options) {
    if (options.compare && !options.method.empty())
        throw Usage({"cli.usage.propose_compare", {}});
    if (options.compare)
        return compare_scenarios(session, options.project, options.dispute, options.segment,
                                 options.json);
    require_fitting(options);
    first_share(options.share);
    Outcome outcome;
    session.with_progress({"cli.propose.progress", {}},
                          [&](Progress& progress) { outcome = proposed(options, progress); });
    if (!options.save.empty())
        keep(session, options, outcome);
    if (options.json)
        print_proposal_json(session, options, outcome);
    else
        print_proposal(session, outcome);
    if (!options.save.empty() && !options.json)
        session.remark({"cli.propose.kept", {options.save}});
    return 0;
}

} // namespace

void add_propose_command(CommandTable& table) {
    const auto options = std::make_shared<ProposeOptions>();
    CLI::App* command =
        table.add("propose", [options](Session& session) { return propose(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--dispute", options->dispute, table.help("propose.dispute"))
        ->required()
        ->type_name("ID");
    command->add_option("--segment", options->segment, table.help("propose.segment"))
        ->type_name("ID");
    command->add_option("--method", options->method, table.help("propose.method"))
        ->transform(one_of(table.session(),
                           {"equal-area", "midline", "follow", "straight", "points", "drawn"}));
    command->add_option("--share", options->share, table.help("propose.share"))->type_name("A:B");
    command->add_option("--direction", options->direction, table.help("propose.direction"))
        ->check(between(table.session(), -360, 360))
        ->type_name("DEG");
    command->add_option("--along", options->along, table.help("propose.along"))
        ->transform(one_of(table.session(), {"sungai", "jalan"}));
    command->add_option("--line", options->line, table.help("propose.line"))->type_name("FILE");
    command->add_option("--through", options->through, table.help("propose.through"))
        ->type_name("COORDINATES");
    command->add_option("--save", options->save, table.help("propose.save"))->type_name("NAME");
    command->add_option("--asked-by", options->author, table.help("propose.author"))
        ->type_name("NAME");
    command->add_flag("--compare", options->compare, table.help("propose.compare"));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
