#include "model/village_law.h"
#include "workspace/code_words.h"
#include "workspace/edit_text.h"
#include "workspace/sound_project.h"
#include "workspace/verify_code.h"

namespace antardesa::workspace {

const char* verdict_name(CodeVerdict verdict) {
    switch (verdict) {
    case CodeVerdict::equal:
        return "equal";
    case CodeVerdict::replaced:
        return "replaced";
    case CodeVerdict::unknown:
        break;
    }
    return "unknown";
}

namespace {

std::string verdict_alone(const CodeAnswer& answer, const i18n::Catalogue& language) {
    const std::string day = language.date(answer.printed);
    const std::string names =
        answer.village         ? language.text(Message{"workspace.verify.village", //
                                               {model::name_without_kind(answer.names)}})
        : answer.names.empty() ? language.text(Message{"workspace.verify.segment",
                                                       {std::to_string(answer.segment.value)}})
                               : answer.names;
    if (answer.verdict == CodeVerdict::unknown)
        return language.text(Message{"workspace.verify.unknown", {answer.code, day}});
    if (answer.verdict == CodeVerdict::equal)
        return language.text(Message{"workspace.verify.equal", {answer.code, day, names}});
    if (!answer.replaced_by)
        return language.text(Message{"workspace.verify.replaced", {answer.code, day, names}});
    const model::HistoryEntry& entry = *answer.replaced_by;
    const std::string document =
        entry.document.empty() ? language.text("workspace.verify.no_document") : entry.document;
    return language.text(
        Message{"workspace.verify.replaced_by",
                {answer.code, day, names, std::to_string(entry.revision),
                 edit_text({entry.name, entry.arguments}, language, answer.in_city),
                 entry.time.substr(0, 10), entry.author, document}});
}

std::string case_text(const CodeAnswer& answer, const i18n::Catalogue& language) {
    std::string text;
    if (!answer.number_now.empty())
        text += " " + language.text(Message{"workspace.verify.renumbered",
                                            {answer.case_number, answer.number_now}});
    for (const SheetSegment& one : answer.segments) {
        if (!one.state)
            continue;
        const std::string state =
            code_words(language, "segment_state", model::code_of(*one.state), answer.in_city);
        text += " " + language.text(answer.segments.size() > 1
                                        ? Message{"workspace.verify.state_of", {one.names, state}}
                                        : Message{"workspace.verify.state", {state}});
    }
    if (!answer.open_case_state)
        return text;
    const std::string number = answer.open_case_number.empty()
                                   ? "#" + std::to_string(answer.open_case.value)
                                   : answer.open_case_number;
    text += " " + language.text(Message{"workspace.verify.open",
                                        {number, code_words(language, "dispute_state",
                                                            model::code_of(*answer.open_case_state),
                                                            answer.in_city)}});
    if (answer.reopened_by)
        text += " " + language.text(Message{"workspace.verify.reopened",
                                            {std::to_string(answer.reopened_by->revision),
                                             answer.reopened_by->time.substr(0, 10),
                                             answer.reopened_by->document}});
    return text;
}

} // namespace

bool holds(const CodeAnswer& answer) {
    return answer.verdict == CodeVerdict::equal && answer.damage.empty() && !answer.open_case_state;
}

std::string verdict_text(const CodeAnswer& answer, const i18n::Catalogue& language) {
    const auto damage = told(answer.project, answer.damage);
    return verdict_alone(answer, language) + case_text(answer, language) +
           (damage ? " " + language.text(*damage) : "");
}

} // namespace antardesa::workspace
