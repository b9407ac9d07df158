#include "workspace/view_context.h"

#include <algorithm>

/// What the records lack for the next of the six stages (Permendagri 96/2017 art. 13).
namespace antardesa::workspace {

namespace {

using model::AgreementParty;
using model::Stage;

/// Side states stand where the agreement goes on from: put off is before the offer, changed is in
/// execution.
Stage way_point(Stage stage) {
    if (stage == Stage::postponed)
        return Stage::preparation;
    return stage == Stage::amended ? Stage::execution : stage;
}

class Missing {
  public:
    Missing(const ViewContext& context, const model::Agreement& agreement)
        : context_(context), agreement_(agreement) {
        for (const AgreementParty* party : context.atlas().parties(agreement.id))
            if (party->village)
                villages_.push_back(party);
    }

    std::vector<std::string> list() {
        const Stage stage = way_point(agreement_.stage);
        count("deliberation", [](const AgreementParty& party) { return !party.deliberation; });
        if (stage <= Stage::offer)
            before_drafting();
        else if (stage <= Stage::signing)
            before_execution(stage == Stage::signing);
        else
            in_execution();
        return std::move(found_);
    }

  private:
    void before_drafting() {
        count("council", [](const AgreementParty& party) { return !party.council_consent; });
        count("plans", [](const AgreementParty& party) {
            return party.medium_term_plan.empty() || party.annual_plan.empty();
        });
    }

    void before_execution(bool signing) {
        if (between_villages() && !all_have_met())
            say("joint_meeting");
        if (const int entered = model::contents_entered(agreement_); entered < 8)
            say("contents", {context_.words.number(8 - entered)});
        if (!signing)
            return;
        if (between_villages())
            count("number", [](const AgreementParty& party) { return party.number.empty(); });
        count("signature", [](const AgreementParty& party) { return party.signatory.empty(); });
        if (!agreement_.document)
            say("document");
    }

    void in_execution() {
        if (!agreement_.document)
            say("document");
        if (between_villages())
            count("promulgation", [](const AgreementParty& party) { return !party.promulgated; });
        // No law names an interval; twelve months is what agreements usually say.
        const auto report = model::last_report(context_.atlas(), agreement_);
        const int days = agreement_.report_months ? *agreement_.report_months * 30 + 6 : 366;
        if (!report || days_between(*report, context_.words.today()) > days)
            say("report");
    }

    bool between_villages() const { return agreement_.branch == model::Branch::inter_village; }

    bool all_have_met() const {
        const auto meetings = context_.atlas().meetings(agreement_.id);
        return std::any_of(meetings.begin(), meetings.end(), [&](const model::Meeting* meeting) {
            return meeting->kind == model::MeetingKind::inter_village &&
                   std::all_of(villages_.begin(), villages_.end(), [&](const auto* party) {
                       return std::binary_search(meeting->attended.begin(), meeting->attended.end(),
                                                 party->village);
                   });
        });
    }

    void say(const char* what, std::vector<std::string> arguments = {}) {
        found_.push_back(
            context_.words.say("workspace.missing_" + std::string(what), std::move(arguments)));
    }

    template<class Test>
    void count(const char* what, Test lacks) {
        const auto those = std::count_if(villages_.begin(), villages_.end(),
                                         [&](const auto* party) { return lacks(*party); });
        if (those > 0)
            found_.push_back(context_.words.count("workspace.missing_" + std::string(what), those));
    }

    const ViewContext& context_;
    const model::Agreement& agreement_;
    std::vector<const AgreementParty*> villages_;
    std::vector<std::string> found_;
};

} // namespace

std::string missing_text(const ViewContext& context, const model::Agreement& agreement) {
    if (model::stage_group(agreement, context.words.today()) == model::StageGroup::ended)
        return {};
    std::string text;
    for (const std::string& one : Missing(context, agreement).list())
        text += (text.empty() ? "" : ", ") + one;
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace antardesa::workspace
