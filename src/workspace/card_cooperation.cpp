#include "workspace/card_builder.h"
#include "workspace/compliance_text.h"
#include "workspace/suggestion_text.h"

namespace antardesa::workspace {

namespace {

std::vector<std::string> compliance_remarks(const ViewContext& context, Subject subject) {
    const Words& words = context.words;
    std::vector<std::string> remarks;
    for (const analysis::ComplianceFinding& finding : context.shown.cooperation->compliance)
        if (subject_of(finding.subject) == subject)
            remarks.push_back(words.say(
                "workspace.card.with_basis",
                {finding.rule + " · " + compliance_text(finding, words.language()),
                 basis_text(context.atlas(), finding.laws, words.today(), words.language())}));
    return remarks;
}

std::vector<std::string> suggestion_remarks(const ViewContext& context, Subject subject) {
    const Words& words = context.words;
    std::vector<std::string> remarks;
    if (subject.kind != SubjectKind::village)
        return remarks;
    for (const analysis::Suggestion& suggestion : analysis::of_village(
             context.shown.cooperation->suggestions, Id<model::Village>{subject.id})) {
        std::string facts;
        for (const analysis::Fact& fact : suggestion.facts)
            facts +=
                (facts.empty() ? "" : " ") + fact_text(context.atlas(), fact, words.language());
        remarks.push_back(words.say("workspace.card.suggestion",
                                    {rule_text(suggestion, words.language()), facts}));
    }
    return remarks;
}

} // namespace

std::string network_text(const ViewContext& context, Id<model::Village> village) {
    const auto& review = context.shown.cooperation;
    const std::size_t index = context.atlas().villages().index_of(village);
    if (!review || !review->network || index >= review->network->villages.size())
        return {};
    const analysis::VillageTies& ties = review->network->villages[index];
    if (ties.degree == 0)
        return {};
    const auto& group = review->network->components[static_cast<std::size_t>(ties.component)];
    return context.words.say("workspace.card.network_text",
                             {context.words.number(ties.degree),
                              context.words.number(static_cast<double>(group.size())),
                              context.words.language().percent(ties.brokerage)});
}

void add_review(CardView& card, const ViewContext& context) {
    if (!context.shown.cooperation || card.subject.kind == SubjectKind::none)
        return;
    auto remarks = compliance_remarks(context, card.subject);
    for (std::string& remark : suggestion_remarks(context, card.subject))
        remarks.push_back(std::move(remark));
    const std::size_t all = remarks.size();
    if (all > card_rows_shown) {
        remarks.resize(card_rows_shown);
        remarks.push_back(
            context.words.say("workspace.card.more_review",
                              {context.words.number(static_cast<double>(all - card_rows_shown))}));
    }
    card.remarks.insert(card.remarks.end(), std::make_move_iterator(remarks.begin()),
                        std::make_move_iterator(remarks.end()));
}

} // namespace antardesa::workspace
