#include "cli/dispute_parts.h"
#include "cli/document_options.h"
#include "model/case_verbs.h"
#include "workspace/accept_proposal.h"
#include "workspace/proposal_review.h"

namespace antardesa::cli {

namespace {

struct AcceptOptions : DisputeOptions {
    std::string scenario;
    std::int64_t segment = 0; ///< of the case; 0: its first
    DocumentOptions document;
    std::string place;
    std::string attended;
    std::vector<std::string> numbers; ///< "CODE=NUMBER"
};

/// Throws `Usage` for what is no number of a village.
std::vector<std::pair<Id<model::Village>, std::string>>
village_numbers(const model::Atlas& atlas, const AcceptOptions& options) {
    std::vector<std::pair<Id<model::Village>, std::string>> numbers;
    for (const std::string& text : options.numbers) {
        const std::size_t sign = text.find('=');
        const model::Village* village =
            sign == std::string::npos ? nullptr : atlas.village_by_code(text.substr(0, sign));
        if (!village)
            throw Usage({"cli.usage.village_number", {text}});
        numbers.emplace_back(village->id, text.substr(sign + 1));
    }
    return numbers;
}

int accept(Session& session, const AcceptOptions& options) {
    const workspace::CitedDocument cited{options.document.chosen(), options.document.entered()};
    const Date today = session.writing_environment().clock->today();
    analysis::AgreedPoints points;
    const auto atlas = write_case(
        session, options.project, [&](const model::Atlas& before) -> Result<model::Edit> {
            const model::Proposal* chosen = nullptr;
            for (const model::Proposal* proposal :
                 model::proposals_of(before, Id<model::BoundaryDispute>{options.dispute}))
                if (proposal->name == options.scenario)
                    chosen = proposal;
            if (!before.find(Id<model::BoundaryDispute>{options.dispute}))
                return unknown_case(options.dispute);
            if (!chosen || !chosen->line || chosen->line->empty())
                return Refusal{{"cli.dispute.no_scenario",
                                {options.scenario, std::to_string(options.dispute)}}};
            // It was kept on an older state: it must lead through the land as it is now.
            Progress progress;
            workspace::PreviewProposal asked{{options.dispute}, workspace::ProposalWay::scenario};
            asked.scenario = chosen->id;
            asked.segment = {options.segment};
            const auto review = workspace::review_proposal(before, asked, progress);
            if (review.refused)
                return Refusal{*review.refused};
            auto agreement = workspace::accept_proposal(before, {{options.dispute},
                                                                 review.proposal.line,
                                                                 cited,
                                                                 options.place,
                                                                 options.attended,
                                                                 today,
                                                                 {options.segment},
                                                                 village_numbers(before, options)});
            if (!agreement)
                return agreement.refusal();
            points = agreement.value().points;
            return std::move(agreement).value().edit;
        });
    for (const Message& message : workspace::point_messages(points))
        session.print(session.sentence(message));
    print_case(session, *atlas, *atlas->find(Id<model::BoundaryDispute>{options.dispute}));
    return 0;
}

} // namespace

void add_accept(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<AcceptOptions>();
    CLI::App* command = table.add_to(
        family, "accept", [options](Session& session) { return accept(session, *options); });
    add_subject(*command, *options, table);
    command->add_option("--scenario", options->scenario, table.help("dispute.scenario"))
        ->required()
        ->type_name("NAME");
    command->add_option("--segment", options->segment, table.help("propose.segment"))
        ->type_name("ID");
    add_document_options(*command, options->document, table);
    command->add_option("--village-number", options->numbers, table.help("dispute.village_number"))
        ->type_name("CODE=NUMBER");
    command->add_option("--place", options->place, table.help("dispute.place"));
    command->add_option("--attended", options->attended, table.help("dispute.attended"));
}

} // namespace antardesa::cli
