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

/// Those that were given claims, from this one on; without such, the one that was just reported.
std::vector<const model::BoundaryDispute*> newest_cases(const model::Atlas& atlas,
                                                        Id<model::Claim> first) {
    std::vector<const model::BoundaryDispute*> cases;
    for (const model::Claim& claim : atlas.table<model::Claim>())
        if (const model::BoundaryDispute* dispute = atlas.find(claim.dispute);
            claim.id >= first && std::find(cases.begin(), cases.end(), dispute) == cases.end())
            cases.push_back(dispute);
    if (cases.empty())
        cases.push_back(&atlas.disputes()[atlas.disputes().size() - 1]);
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
    Id<model::Claim> next_claim;
    const auto atlas = write_case(session, options.project, [&](const model::Atlas& before) {
        Progress progress;
        next_claim = before.table<model::Claim>().next_id();
        if (options.finding != 0)
            return case_of_finding(before, options, today, progress);
        return model::report_dispute(before,
                                     {{options.segment}, options.number, options.subject, today});
    });
    if (options.finding != 0) // as the window says before it is done
        session.remark({"cli.dispute.overlap_held", {}});
    for (const model::BoundaryDispute* dispute : newest_cases(*atlas, next_claim))
        session.print(session.sentence(
            {"cli.dispute.reported",
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
