#include "workspace/verify_code.h"

#include "project/line_history.h"
#include "workspace/edit_text.h"
#include "workspace/sound_project.h"
#include "workspace/verbs.h"
#include "workspace/words.h"

#include <algorithm>
#include <limits>

namespace antardesa::workspace {

namespace {

using model::BoundaryDispute;
using model::BoundarySegment;

/// The cases in which the segment's line may have been printed, the empty one first. Of a row that
/// is gone every case of the project, for nobody knows any more which.
std::vector<std::string> cases_of(const model::Atlas& atlas, Id<BoundarySegment> segment) {
    const bool gone = !atlas.find(segment);
    std::vector<std::string> numbers{""};
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        if (gone || std::any_of(segments.begin(), segments.end(),
                                [&](const auto* one) { return one->id == segment; }))
            numbers.push_back(dispute.number);
    }
    return numbers;
}

std::optional<std::string> matching_case(const ReadCode& code, const model::Atlas& atlas,
                                         Id<BoundarySegment> segment, const geo::MultiLine& lines) {
    for (std::string& number : cases_of(atlas, segment))
        if (sheet_code(lines, number, code.day) == code.code)
            return std::move(number);
    return std::nullopt;
}

void tell_segment(CodeAnswer& answer, const model::Atlas& atlas, Id<BoundarySegment> id) {
    answer.segment = id;
    if (const BoundarySegment* segment = atlas.find(id))
        answer.names = pair_name(atlas, segment->first, segment->second);
}

void tell_village(CodeAnswer& answer, const model::Village& village) {
    answer.village = village.id;
    answer.names = village.name;
}

void tell_matched_case(CodeAnswer& answer, const model::Atlas& atlas,
                       const BoundaryDispute& dispute) {
    answer.case_number = dispute.number;
    tell_segment(answer, atlas, atlas.segments_of(dispute).front()->id);
}

bool matches_today(CodeAnswer& answer, const ReadCode& code, const model::Atlas& atlas,
                   Progress& progress) {
    for (const BoundarySegment& segment : atlas.segments()) {
        progress.check();
        if (!segment.geometry)
            continue;
        if (auto number = matching_case(code, atlas, segment.id, *segment.geometry)) {
            answer.verdict = CodeVerdict::equal;
            answer.case_number = std::move(*number);
            tell_segment(answer, atlas, segment.id);
            return true;
        }
    }
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        progress.check();
        if (sheet_code(atlas, dispute, code.day) != code.code)
            continue;
        answer.verdict = CodeVerdict::equal;
        tell_matched_case(answer, atlas, dispute);
        return true;
    }
    for (const model::Village& village : atlas.villages()) {
        progress.check();
        if (sheet_code(atlas, village.id, code.day) != code.code)
            continue;
        answer.verdict = CodeVerdict::equal;
        tell_village(answer, village);
        return true;
    }
    return false;
}

bool goes_on(model::DisputeState state) {
    using enum model::DisputeState;
    return state != agreed && state != enacted && state != handed_over;
}

/// Whether the entry takes a case between these villages up again.
bool takes_up(const model::HistoryEntry& entry, const model::Atlas& atlas,
              const BoundaryDispute& dispute) {
    if (entry.name != "edit.advance_dispute" || entry.arguments.size() < 3)
        return false;
    const auto state = model::from_code<model::DisputeState>(entry.arguments[2]);
    return state &&
           (*state == model::DisputeState::district_facilitation ||
            *state == model::DisputeState::regency_facilitation) &&
           entry.arguments[0] == village_name(atlas, dispute.first) &&
           entry.arguments[1] == village_name(atlas, dispute.second);
}

/// What became of the segment besides its course.
void tell_case(CodeAnswer& answer, const model::Atlas& atlas,
               const std::filesystem::path& project) {
    const BoundarySegment* segment = atlas.find(answer.segment);
    if (!segment)
        return;
    answer.state = segment->state;
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        if (!goes_on(dispute.state) ||
            std::find(segments.begin(), segments.end(), segment) == segments.end())
            continue;
        answer.open_case = dispute.id;
        answer.open_case_number = dispute.number;
        answer.open_case_state = dispute.state;
        const auto file = project::ProjectFile::open(project, project::OpenMode::read);
        for (model::HistoryEntry& entry : file.history(std::numeric_limits<std::int64_t>::max()))
            if (!answer.reopened_by && entry.document.size() > 0 &&
                entry.time.substr(0, 10) >= iso_text(answer.printed) &&
                takes_up(entry, atlas, dispute))
                answer.reopened_by = std::move(entry);
        return;
    }
}

std::optional<model::HistoryEntry> entry_of(const std::filesystem::path& project,
                                            std::int64_t revision) {
    const auto file = project::ProjectFile::open(project, project::OpenMode::read);
    for (model::HistoryEntry& entry : file.history(std::numeric_limits<std::int64_t>::max()))
        if (entry.revision == revision)
            return std::move(entry);
    return std::nullopt;
}

using EarlierLines = std::vector<project::EarlierLine>;

/// The lines of segments until an entry changed one of them. `earlier` runs from the newest back.
template<class Segments>
geo::MultiLine lines_before(const Segments& segments, const EarlierLines& earlier,
                            std::int64_t revision) {
    geo::MultiLine lines;
    for (const BoundarySegment* segment : segments) {
        model::SharedLines line = segment->geometry;
        for (const project::EarlierLine& one : earlier)
            if (one.segment == segment->id && one.replaced_at >= revision)
                line = one.line;
        if (line)
            lines.insert(lines.end(), line->begin(), line->end());
    }
    return lines;
}

void match_earlier_villages(CodeAnswer& answer, const ReadCode& code, const model::Atlas& atlas,
                            const std::filesystem::path& project, const EarlierLines& earlier,
                            Progress& progress) {
    for (const project::EarlierLine& one : earlier) {
        const BoundarySegment* segment = atlas.find(one.segment);
        for (const Id<model::Village> id : {segment ? segment->first : Id<model::Village>{},
                                            segment ? segment->second : Id<model::Village>{}}) {
            progress.check();
            const model::Village* village = atlas.find(id);
            if (!village ||
                sheet_code(lines_before(atlas.segments_of(id), earlier, one.replaced_at), "",
                           code.day) != code.code)
                continue;
            answer.verdict = CodeVerdict::replaced;
            tell_village(answer, *village);
            answer.replaced_by = entry_of(project, one.replaced_at);
            return;
        }
    }
}

bool match_earlier_cases(CodeAnswer& answer, const ReadCode& code, const model::Atlas& atlas,
                         const std::filesystem::path& project, const EarlierLines& earlier,
                         Progress& progress) {
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        for (const project::EarlierLine& one : earlier) {
            progress.check();
            if (std::none_of(segments.begin(), segments.end(),
                             [&](const auto* segment) { return segment->id == one.segment; }) ||
                sheet_code(lines_before(segments, earlier, one.replaced_at), dispute.number,
                           code.day) != code.code)
                continue;
            answer.verdict = CodeVerdict::replaced;
            tell_matched_case(answer, atlas, dispute);
            answer.replaced_by = entry_of(project, one.replaced_at);
            return true;
        }
    }
    return false;
}

void match_earlier(CodeAnswer& answer, const ReadCode& code, const model::Atlas& atlas,
                   const std::filesystem::path& project, Progress& progress) {
    const EarlierLines lines = project::earlier_lines(project, progress);
    for (const project::EarlierLine& earlier : lines) {
        progress.check();
        auto number = matching_case(code, atlas, earlier.segment, *earlier.line);
        if (!number)
            continue;
        answer.verdict = CodeVerdict::replaced;
        answer.case_number = std::move(*number);
        tell_segment(answer, atlas, earlier.segment);
        answer.replaced_by = entry_of(project, earlier.replaced_at);
        return;
    }
    if (!match_earlier_cases(answer, code, atlas, project, lines, progress))
        match_earlier_villages(answer, code, atlas, project, lines, progress);
}

} // namespace

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

Result<CodeAnswer> verify_code(std::string_view typed, const std::filesystem::path& project,
                               Progress& progress) {
    const auto code = read_code(typed);
    if (!code)
        return Refusal{{"workspace.verify.no_code", {std::string(typed)}}};
    const auto atlas = load_project(project, progress).atlas;
    CodeAnswer answer;
    answer.code = code->code;
    answer.printed = code->day;
    answer.project = project;
    answer.damage = damage_of(project, progress);
    if (!matches_today(answer, *code, *atlas, progress))
        match_earlier(answer, *code, *atlas, project, progress);
    tell_case(answer, *atlas, project);
    return answer;
}

namespace {

std::string verdict_alone(const CodeAnswer& answer, const i18n::Catalogue& language) {
    const std::string day = language.date(answer.printed);
    const std::string names = answer.village ? language.text(Message{"workspace.verify.village", //
                                                                     {answer.names}})
                              : answer.names.empty()
                                  ? language.text(Message{"workspace.verify.segment",
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
    return language.text(Message{"workspace.verify.replaced_by",
                                 {answer.code, day, names, std::to_string(entry.revision),
                                  edit_text({entry.name, entry.arguments}, language),
                                  entry.time.substr(0, 10), entry.author, document}});
}

std::string case_text(const CodeAnswer& answer, const i18n::Catalogue& language) {
    std::string text;
    if (answer.state)
        text += " " +
                language.text(Message{"workspace.verify.state",
                                      {language.text("code.segment_state." +
                                                     std::string(model::code_of(*answer.state)))}});
    if (!answer.open_case_state)
        return text;
    const std::string number = answer.open_case_number.empty()
                                   ? "#" + std::to_string(answer.open_case.value)
                                   : answer.open_case_number;
    text +=
        " " + language.text(Message{
                  "workspace.verify.open",
                  {number, language.text("code.dispute_state." +
                                         std::string(model::code_of(*answer.open_case_state)))}});
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
