#pragma once

#include "cli/session.h"
#include "workspace/import_report.h"

namespace antardesa::cli {

/// Before anything is read: throws `Usage` for another ending than .txt and .csv, `Error` for a
/// place where something stands that must stay (workspace/output_gate.h). Nothing without a report.
void require_report_place(const std::string& report, const std::string& source);
/// Writes it whole; nothing without a path. Throws `Error`.
void keep_report(const Session& session, const std::string& path,
                 const workspace::ReadingReport& report);

/// The report of an import, rewritten as that goes on: whenever it is cut off, what stands on the
/// disk is true. Without a path it does nothing. The session must outlive it.
class KeptReport {
  public:
    KeptReport(const Session& session, std::filesystem::path source, std::string path)
        : session_(session), source_(std::move(source)), path_(std::move(path)) {}

    void read(const workspace::ImportPlan& plan);
    /// Before anything is stored. Throws, so that a report that cannot be written stops the import.
    void unfinished(const std::filesystem::path& project);
    void tried();
    /// Throws `Error` "cli.import.report_lost", which says that the project is written.
    void written(const std::filesystem::path& project);
    /// It is stored, but the medium did not confirm it; never throws `Error`.
    void unconfirmed(const std::filesystem::path& project, const Message& reason);
    /// These two never throw `Error`: why the import failed is told, not why its report did.
    void could_not_read(const Message& reason);
    void not_written(const Message& reason);

  private:
    void keep_or_leave(const workspace::ReadingReport& report) const;

    const Session& session_;
    std::filesystem::path source_;
    std::string path_;
    workspace::ReadingReport report_;
};

} // namespace antardesa::cli
