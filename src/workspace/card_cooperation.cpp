#include "workspace/card_builder.h"
#include "workspace/compliance_text.h"
#include "workspace/suggestion_text.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

void add_compliance(CardView& card, const ViewContext& context) {
    const Words& words = context.words;
    for (const analysis::ComplianceFinding& finding : context.shown.cooperation->compliance)
        if (subject_of(finding.subject) == card.subject)
            card.notes.push_back({words.severity_tag(finding.severity),
                                  finding.rule + " · " +
                                      compliance_detail(finding, words.language(), words.in_city()),
                                  words.say("workspace.card.basis_is",
                                            {basis_text(context.atlas(), finding.laws,
                                                        words.today(), words.language())}),
                                  {}});
    std::stable_sort(card.notes.begin(), card.notes.end(), [](const auto& a, const auto& b) {
        return (a.tag.tone == Tone::red) > (b.tag.tone == Tone::red);
    });
}

void add_suggestions(CardView& card, const ViewContext& context) {
    const i18n::Catalogue& language = context.words.language();
    if (card.subject.kind != SubjectKind::village)
        return;
    for (const analysis::Suggestion& suggestion : analysis::of_village(
             context.shown.cooperation->suggestions, Id<model::Village>{card.subject.id})) {
        CardNote note;
        note.text =
            context.words.say("workspace.card.suggestion_is", {rule_text(suggestion, language)});
        for (const analysis::Fact& fact : suggestion.facts)
            note.facts.push_back(fact_text(context.atlas(), fact, language));
        card.notes.push_back(std::move(note));
    }
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
    add_compliance(card, context);
    add_suggestions(card, context);
    const std::size_t all = card.notes.size();
    if (all <= card_rows_shown)
        return;
    card.notes.resize(card_rows_shown);
    card.more_notes =
        context.words.say("workspace.card.more_review",
                          {context.words.number(static_cast<double>(all - card_rows_shown))});
}

} // namespace antardesa::workspace
