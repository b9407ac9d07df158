#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "base/result.h"
#include "i18n/catalogue.h"
#include "workspace/sheet_code.h"

#include <filesystem>

namespace antardesa::workspace {

/// What a printed sheet's code says about the line of today.
enum class CodeVerdict {
    equal,    ///< the sheet shows the line that the project has
    replaced, ///< it shows one that the project had
    unknown   ///< it shows no line that this project has or had since it was made
};
/// "equal", "replaced", "unknown": the form used in JSON.
const char* verdict_name(CodeVerdict verdict);

/// A segment whose line a sheet shows.
struct SheetSegment {
    Id<model::BoundarySegment> id;
    std::string names;                        ///< "Batutengah – Bumikencana"
    std::optional<model::SegmentState> state; ///< today; none of a row that is gone
    bool replaced = false;                    ///< its line today is another than the sheet's
};

struct CodeAnswer {
    CodeVerdict verdict = CodeVerdict::unknown;
    std::string code;
    Date printed{};
    /// The first that was replaced, else the first; none when unknown; may be no row any more.
    Id<model::BoundarySegment> segment;
    std::vector<SheetSegment> segments; ///< of the case or the one; not those of a village's sheet
    Id<model::Village> village;         ///< of a sheet with all lines of one
    std::string case_number;            ///< of a sheet about a dispute
    std::string number_now;             ///< of that dispute, where it was corrected since
    std::string names; ///< of those that were replaced, else of all: "Batutengah – Bumikencana"
    /// The entry that put another line in its place, when replaced.
    std::optional<model::HistoryEntry> replaced_by;
    std::optional<model::SegmentState> state; ///< of the segment today
    /// A case about the segment that goes on: the line is not settled, whatever the sheet says.
    Id<model::BoundaryDispute> open_case;
    std::string open_case_number;
    std::optional<model::DisputeState> open_case_state;
    /// The entry that took the case up again after the day of printing.
    std::optional<model::HistoryEntry> reopened_by;
    /// What of the project is not as it was written: the answer is about what stands there.
    std::vector<Finding> damage;
    std::filesystem::path project;
    bool in_city = false; ///< the project's is a kota
};

/// Compares a code with every segment, every case and every village of the project and, failing
/// that, with every line that the history holds. Works without a network. Refused:
/// "workspace.verify.no_code" for what is none. Throws `Error` as `ProjectFile::open` for reading,
/// and `Cancelled`.
Result<CodeAnswer> verify_code(std::string_view typed, const std::filesystem::path& project,
                               Progress& progress);

/// Whether the sheet may be relied on: its line is the project's, no case about it goes on, and the
/// project is as it was written.
bool holds(const CodeAnswer& answer);
/// The answer as a sentence, and more of them: the segment's state today, a case that goes on or
/// was reopened, a project that is not as it was written.
std::string verdict_text(const CodeAnswer& answer, const i18n::Catalogue& language);

} // namespace antardesa::workspace
