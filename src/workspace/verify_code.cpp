#include "workspace/verify_code.h"

#include "model/village_law.h"
#include "project/line_history.h"
#include "workspace/sound_project.h"
#include "workspace/verbs.h"
#include "workspace/words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace antardesa::workspace {

namespace {

using model::BoundaryDispute;
using model::BoundarySegment;

constexpr const char* renumbering = "edit.renumber_case"; // arguments: before, after

/// Numbers that a case has or had, as far as the history tells of corrections: the one of today
/// first.
class CaseNumbers {
  public:
    CaseNumbers(const model::Atlas& atlas, const std::vector<model::HistoryEntry>& history) {
        for (const BoundaryDispute& dispute : atlas.disputes())
            numbers_[dispute.id.value] = {dispute.number};
        for (auto& [id, numbers] : numbers_)
            gather(numbers, history);
    }

    const std::vector<std::string>& of(const BoundaryDispute& dispute) const {
        return numbers_.at(dispute.id.value);
    }

  private:
    /// A correction that was taken back leads to its number as well, and so does one done again.
    static void gather(std::vector<std::string>& numbers,
                       const std::vector<model::HistoryEntry>& history) {
        const auto has = [&](const std::string& number) {
            return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
        };
        for (std::size_t known = 0; known != numbers.size();) {
            known = numbers.size();
            for (const model::HistoryEntry& entry : history)
                if (entry.name == renumbering && entry.arguments.size() >= 2 &&
                    has(entry.arguments[0]) != has(entry.arguments[1]))
                    numbers.push_back(entry.arguments[has(entry.arguments[0]) ? 1 : 0]);
        }
    }

    std::map<std::int64_t, std::vector<std::string>> numbers_;
};

/// A code and what it may have been made of.
struct Printed {
    ReadCode code;
    CaseNumbers numbers;
};

/// The cases in which the segment's line may have been printed, the empty one first. Of a row that
/// is gone every case of the project, for nobody knows any more which.
std::vector<std::string> cases_of(const Printed& printed, const model::Atlas& atlas,
                                  Id<BoundarySegment> segment) {
    const bool gone = !atlas.find(segment);
    std::vector<std::string> numbers{""};
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        if (gone || std::any_of(segments.begin(), segments.end(),
                                [&](const auto* one) { return one->id == segment; })) {
            const auto& had = printed.numbers.of(dispute);
            numbers.insert(numbers.end(), had.begin(), had.end());
        }
    }
    return numbers;
}

std::optional<std::string> matching_case(const Printed& printed, const model::Atlas& atlas,
                                         Id<BoundarySegment> segment, const geo::MultiLine& lines) {
    for (std::string& number : cases_of(printed, atlas, segment))
        if (sheet_code(lines, number, printed.code.day) == printed.code.code)
            return std::move(number);
    return std::nullopt;
}

/// The number of the case under which its lines give the code.
std::optional<std::string> matching_number(const Printed& printed, const BoundaryDispute& dispute,
                                           const geo::MultiLine& lines) {
    for (const std::string& number : printed.numbers.of(dispute))
        if (sheet_code(lines, number, printed.code.day) == printed.code.code)
            return number;
    return std::nullopt;
}

/// `replaced` of the segment: whether another line stands in its place today.
void tell_segment(CodeAnswer& answer, const model::Atlas& atlas, Id<BoundarySegment> id,
                  bool replaced) {
    SheetSegment told{id, {}, {}, replaced};
    if (const BoundarySegment* segment = atlas.find(id)) {
        told.names = pair_name(atlas, segment->first, segment->second);
        told.state = segment->state;
    }
    answer.segments.push_back(std::move(told));
}

/// Which of the segments told the answer is about in the first place.
void name_segments(CodeAnswer& answer) {
    const bool any = std::any_of(answer.segments.begin(), answer.segments.end(),
                                 [](const SheetSegment& one) { return one.replaced; });
    for (const SheetSegment& one : answer.segments) {
        if (any && !one.replaced)
            continue;
        if (!answer.segment) {
            answer.segment = one.id;
            answer.state = one.state;
        }
        answer.names += (answer.names.empty() ? "" : ", ") + one.names;
    }
}

void tell_village(CodeAnswer& answer, const model::Village& village) {
    answer.village = village.id;
    answer.names = village.name;
}

geo::MultiLine lines_of(const std::vector<const BoundarySegment*>& segments) {
    geo::MultiLine lines;
    for (const BoundarySegment* segment : segments)
        if (segment->geometry)
            lines.insert(lines.end(), segment->geometry->begin(), segment->geometry->end());
    return lines;
}

bool matches_today(CodeAnswer& answer, const Printed& printed, const model::Atlas& atlas,
                   Progress& progress) {
    for (const BoundarySegment& segment : atlas.segments()) {
        progress.check();
        if (!segment.geometry)
            continue;
        if (auto number = matching_case(printed, atlas, segment.id, *segment.geometry)) {
            answer.verdict = CodeVerdict::equal;
            answer.case_number = std::move(*number);
            tell_segment(answer, atlas, segment.id, false);
            return true;
        }
    }
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        progress.check();
        auto number = matching_number(printed, dispute, lines_of(atlas.segments_of(dispute)));
        if (!number)
            continue;
        answer.verdict = CodeVerdict::equal;
        answer.case_number = *std::move(number);
        for (const BoundarySegment* segment : atlas.segments_of(dispute))
            tell_segment(answer, atlas, segment->id, false);
        return true;
    }
    for (const model::Village& village : atlas.villages()) {
        progress.check();
        if (sheet_code(atlas, village.id, printed.code.day) != printed.code.code)
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

std::vector<model::HistoryEntry> whole_history(const std::filesystem::path& project) {
    return project::ProjectFile::open(project, project::OpenMode::read)
        .history(std::numeric_limits<std::int64_t>::max());
}

/// What became of the segment besides its course.
void tell_case(CodeAnswer& answer, const model::Atlas& atlas,
               const std::filesystem::path& project) {
    const auto is_shown = [&](const BoundarySegment* segment) {
        return std::any_of(answer.segments.begin(), answer.segments.end(),
                           [&](const SheetSegment& one) { return one.id == segment->id; });
    };
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        if (!goes_on(dispute.state) || std::none_of(segments.begin(), segments.end(), is_shown))
            continue;
        answer.open_case = dispute.id;
        answer.open_case_number = dispute.number;
        answer.open_case_state = dispute.state;
        for (model::HistoryEntry& entry : whole_history(project))
            if (!answer.reopened_by && entry.document.size() > 0 &&
                entry.time.substr(0, 10) >= iso_text(answer.printed) &&
                takes_up(entry, atlas, dispute))
                answer.reopened_by = std::move(entry);
        return;
    }
}

void tell_number_of_today(CodeAnswer& answer, const Printed& printed, const model::Atlas& atlas) {
    if (answer.case_number.empty())
        return;
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        if (dispute.number == answer.case_number) {
            answer.number_now.clear();
            return;
        }
        const auto& had = printed.numbers.of(dispute);
        if (std::find(had.begin(), had.end(), answer.case_number) != had.end())
            answer.number_now = dispute.number;
    }
}

std::optional<model::HistoryEntry> entry_of(const std::filesystem::path& project,
                                            std::int64_t revision) {
    for (model::HistoryEntry& entry : whole_history(project))
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

/// Whether the line that a segment had until an entry is another than today's.
bool was_replaced(const BoundarySegment& segment, const EarlierLines& earlier,
                  std::int64_t revision, Date day) {
    return sheet_code(lines_before(std::array{&segment}, earlier, revision), "", day) !=
           sheet_code(segment, day);
}

void match_earlier_villages(CodeAnswer& answer, const Printed& printed, const model::Atlas& atlas,
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
                           printed.code.day) != printed.code.code)
                continue;
            answer.verdict = CodeVerdict::replaced;
            tell_village(answer, *village);
            answer.replaced_by = entry_of(project, one.replaced_at);
            return;
        }
    }
}

bool match_earlier_cases(CodeAnswer& answer, const Printed& printed, const model::Atlas& atlas,
                         const std::filesystem::path& project, const EarlierLines& earlier,
                         Progress& progress) {
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto segments = atlas.segments_of(dispute);
        for (const project::EarlierLine& one : earlier) {
            progress.check();
            if (std::none_of(segments.begin(), segments.end(),
                             [&](const auto* segment) { return segment->id == one.segment; }))
                continue;
            auto number =
                matching_number(printed, dispute, lines_before(segments, earlier, one.replaced_at));
            if (!number)
                continue;
            answer.verdict = CodeVerdict::replaced;
            answer.case_number = *std::move(number);
            for (const BoundarySegment* segment : segments)
                tell_segment(answer, atlas, segment->id,
                             was_replaced(*segment, earlier, one.replaced_at, printed.code.day));
            answer.replaced_by = entry_of(project, one.replaced_at);
            return true;
        }
    }
    return false;
}

void match_earlier(CodeAnswer& answer, const Printed& printed, const model::Atlas& atlas,
                   const std::filesystem::path& project, Progress& progress) {
    const EarlierLines lines = project::earlier_lines(project, progress);
    for (const project::EarlierLine& earlier : lines) {
        progress.check();
        auto number = matching_case(printed, atlas, earlier.segment, *earlier.line);
        if (!number)
            continue;
        answer.verdict = CodeVerdict::replaced;
        answer.case_number = std::move(*number);
        tell_segment(answer, atlas, earlier.segment, true);
        answer.replaced_by = entry_of(project, earlier.replaced_at);
        return;
    }
    if (!match_earlier_cases(answer, printed, atlas, project, lines, progress))
        match_earlier_villages(answer, printed, atlas, project, lines, progress);
}

} // namespace

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
    const Printed printed{*code, CaseNumbers(*atlas, whole_history(project))};
    if (!matches_today(answer, printed, *atlas, progress))
        match_earlier(answer, printed, *atlas, project, progress);
    name_segments(answer);
    answer.in_city = model::is_city(*atlas);
    tell_number_of_today(answer, printed, *atlas);
    tell_case(answer, *atlas, project);
    return answer;
}

} // namespace antardesa::workspace
