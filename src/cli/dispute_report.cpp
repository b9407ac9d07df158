#include "cli/dispute_parts.h"
#include "cli/rows_json.h"
#include "model/verbs.h"
#include "workspace/claims.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

struct NewDisputeOptions {
    std::string project;
    std::int64_t segment = 0;
    std::int64_t finding = 0; ///< an overlap instead of a segment
    std::string holder;       ///< code of one of three villages
    std::string number;
    std::string subject;
};

/// What there was before the command.
struct Before {
    model::Table<model::Claim> claims;
    Id<model::BoundaryDispute> next_case;

    bool has(const model::Claim& claim) const {
        const model::Claim* old = claims.find(claim.id);
        return old &&
               (old->line == claim.line || (old->line && claim.line && *old->line == *claim.line));
    }
};

/// Those that are new or have other claims now.
std::vector<const model::BoundaryDispute*> cases_of_now(const model::Atlas& atlas,
                                                        const Before& before) {
    std::vector<const model::BoundaryDispute*> cases;
    for (const model::BoundaryDispute& dispute : atlas.disputes()) {
        const auto claims = atlas.claims(dispute.id);
        if (!(dispute.id < before.next_case) ||
            std::any_of(claims.begin(), claims.end(),
                        [&](const model::Claim* claim) { return !before.has(*claim); }))
            cases.push_back(&dispute);
    }
    return cases;
}

Result<model::Edit> case_of_finding(const model::Atlas& atlas, const NewDisputeOptions& options,
                                    Date today, Progress& progress) {
    workspace::OverlapCase request{{options.finding}, {}, {}, {}, today, options.number,
                                   options.subject};
    if (!options.holder.empty()) {
        const model::Village* holder = atlas.village_by_code(options.holder);
        if (!holder)
            return Refusal{{"cli.dispute.no_village", {options.holder}}};
        request.holder = holder->id;
    }
    return workspace::case_of_overlap(atlas, request, progress);
}

int report_case(Session& session, const NewDisputeOptions& options) {
    const Date today = session.writing_environment().clock->today();
    if ((options.segment == 0) == (options.finding == 0) ||
        (options.segment != 0 && options.subject.empty()))
        throw Usage({"cli.usage.dispute_report", {}});
    Before before;
    const auto atlas = write_case(session, options.project, [&](const model::Atlas& now) {
        Progress progress;
        before = {now.table<model::Claim>(), now.disputes().next_id()};
        if (options.finding != 0)
            return case_of_finding(now, options, today, progress);
        return model::report_dispute(now,
                                     {{options.segment}, options.number, options.subject, today});
    });
    if (options.finding != 0) // as the window says before it is done
        session.remark({"cli.dispute.overlap_held", {}});
    for (const model::BoundaryDispute* dispute : cases_of_now(*atlas, before))
        session.print(session.sentence(
            {dispute->id < before.next_case ? "cli.dispute.joined" : "cli.dispute.reported",
             {std::to_string(dispute->id.value), village_label(*atlas, dispute->first),
              village_label(*atlas, dispute->second)}}));
    return 0;
}

} // namespace

void add_report(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<NewDisputeOptions>();
    CLI::App* command = table.add_to(
        family, "report", [options](Session& session) { return report_case(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--segment", options->segment, table.help("dispute.segment"))
        ->type_name("ID");
    command->add_option("--finding", options->finding, table.help("dispute.finding"))
        ->type_name("ID");
    command->add_option("--holder", options->holder, table.help("dispute.holder"))
        ->type_name("CODE");
    command->add_option("--subject", options->subject, table.help("dispute.subject"));
    command->add_option("--number", options->number, table.help("dispute.number"));
}

} // namespace antardesa::cli
