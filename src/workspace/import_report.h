#pragma once

#include "i18n/catalogue.h"
#include "workspace/verbs.h"

#include <chrono>

/// What came of reading somebody's files, to be shown, printed and kept.
namespace antardesa::workspace {

/// One import or look at a file: how many came in of how many, and everything found.
struct ReadingReport {
    std::filesystem::path source;
    std::uintmax_t bytes = 0; ///< of the source when it is one file
    std::chrono::system_clock::time_point read_at;
    std::vector<FileOutcome> files; ///< empty when only looked at, or refused
    std::vector<Finding> findings;  ///< all of them, as they came
    std::optional<Message> refused; ///< why nothing came in at all
    std::optional<Message> result;  ///< what else became of it: written where, only tried
};
/// Asks the disk for the file's size: for jobs and the command line.
ReadingReport report_of(const ImportRequest& request, const ImportPlan& plan, const Clock& clock);
/// Of a file that could not be read: the reason is its refusal and its only finding. Touches no
/// file; `bytes` is its size where that is known.
ReadingReport refused_report(const std::filesystem::path& source, std::uintmax_t bytes,
                             const Message& reason, const Clock& clock);
/// The same when what was read could not be stored: the reason is its refusal and one more finding.
ReadingReport not_written(ReadingReport report, const Message& reason);
/// The same when it is stored in a project, perhaps after trying in vain.
ReadingReport written(ReadingReport report, const std::filesystem::path& project);
/// The same where the medium did not confirm it (`reason`): it is stored, and may not last.
ReadingReport written_unconfirmed(ReadingReport report, const std::filesystem::path& project,
                                  const Message& reason);
/// Of a look alone.
ReadingReport looked_at(const std::filesystem::path& source, std::vector<Finding> findings,
                        const Clock& clock);

/// Findings of one kind: what stands under one heading.
struct FindingGroup {
    Severity severity = Severity::warning;
    std::string code;
    std::vector<std::size_t> findings; ///< indexes, as they came
};
/// Errors first, then warnings, then information; of each, kinds as they first came.
std::vector<FindingGroup> grouped(const std::vector<Finding>& findings);
/// 0 for a folder, and for what cannot be asked.
std::uintmax_t size_of(const std::filesystem::path& path);
/// The heading of a kind: its name where the catalogue has one, else the first finding's sentence.
std::string heading(const FindingGroup& group, const std::vector<Finding>& findings,
                    const i18n::Catalogue& language);
/// "3 kesalahan", "12 peringatan", "1 keterangan".
std::string severity_count(Severity severity, std::size_t count, const i18n::Catalogue& language);
std::size_t count_of(const std::vector<Finding>& findings, Severity severity);

/// "297 dari 300 desa masuk", or of a file that `came_in` not at all, "297 dari 300 desa terbaca,
/// tidak ada yang disimpan": the one sentence about a file.
std::string outcome_sentence(const FileOutcome& file, const i18n::Catalogue& language,
                             bool came_in = true);
/// What the others became: "3 tanpa garis batas", "5 area khusus"; empty when nothing is to say.
std::string outcome_detail(const FileOutcome& file, const i18n::Catalogue& language);

/// The report as plain text (UTF-8, LF) or as CSV with one row a finding. Names stand on one
/// line; a cell of the CSV that a spreadsheet would calculate is guarded (io/csv_writer.h).
std::string report_text(const ReadingReport& report, const i18n::Catalogue& language);
std::string report_csv(const ReadingReport& report, const i18n::Catalogue& language);
/// By the ending, .txt or .csv; whole or not at all. Throws `Error` "workspace.report.ending",
/// `FileError`.
void write_report(const std::filesystem::path& path, const ReadingReport& report,
                  const i18n::Catalogue& language);

} // namespace antardesa::workspace
