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
    for (const BoundaryDispute& dispute : atlas.disputes())
        if (gone || dispute.segment == segment)
            numbers.push_back(dispute.number);
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
    return false;
}

std::optional<model::HistoryEntry> entry_of(const std::filesystem::path& project,
                                            std::int64_t revision) {
    const auto file = project::ProjectFile::open(project, project::OpenMode::read);
    for (model::HistoryEntry& entry : file.history(std::numeric_limits<std::int64_t>::max()))
        if (entry.revision == revision)
            return std::move(entry);
    return std::nullopt;
}

void match_earlier(CodeAnswer& answer, const ReadCode& code, const model::Atlas& atlas,
                   const std::filesystem::path& project, Progress& progress) {
    for (const project::EarlierLine& earlier : project::earlier_lines(project, progress)) {
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
    return answer;
}

namespace {

std::string verdict_alone(const CodeAnswer& answer, const i18n::Catalogue& language) {
    const std::string day = language.date(answer.printed);
    const std::string names = answer.names.empty()
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

} // namespace

std::string verdict_text(const CodeAnswer& answer, const i18n::Catalogue& language) {
    const auto damage = told(answer.project, answer.damage);
    return verdict_alone(answer, language) + (damage ? " " + language.text(*damage) : "");
}

} // namespace antardesa::workspace
