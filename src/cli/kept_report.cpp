#include "cli/kept_report.h"

#include "base/text.h"
#include "workspace/output_gate.h"

namespace antardesa::cli {

void require_report_place(const std::string& report, const std::string& source) {
    if (report.empty())
        return;
    const std::string ending = lower_case(std::filesystem::path(report).extension().string());
    if (ending != ".txt" && ending != ".csv")
        throw Usage({"workspace.report.ending", {report}});
    workspace::require_place({report, {source}});
}

void keep_report(const Session& session, const std::string& path,
                 const workspace::ReadingReport& report) {
    if (!path.empty())
        workspace::write_report(path, report, session.catalogue());
}

void KeptReport::read(const workspace::ImportPlan& plan) {
    report_ = workspace::report_of({source_, {}, {}, {}}, plan, SystemClock());
}

void KeptReport::unfinished(const std::filesystem::path& project) {
    report_.result = Message{"workspace.report.result.unfinished", {project.filename().string()}};
    keep_report(session_, path_, report_);
}

void KeptReport::tried() {
    report_.result = Message{"workspace.report.result.tried", {}};
    keep_report(session_, path_, report_);
}

void KeptReport::written(const std::filesystem::path& project) {
    try {
        keep_report(session_, path_, workspace::written(report_, project));
    } catch (const Error& error) {
        throw Error(
            {"cli.import.report_lost", {project.string(), session_.sentence(error.message())}});
    }
}

void KeptReport::unconfirmed(const std::filesystem::path& project, const Message& reason) {
    keep_or_leave(workspace::written_unconfirmed(report_, project, reason));
}

void KeptReport::could_not_read(const Message& reason) {
    keep_or_leave(
        workspace::refused_report(source_, workspace::size_of(source_), reason, SystemClock()));
}

void KeptReport::not_written(const Message& reason) {
    keep_or_leave(workspace::not_written(report_, reason));
}

void KeptReport::keep_or_leave(const workspace::ReadingReport& report) const {
    try {
        keep_report(session_, path_, report);
    } catch (const Error&) {
        return;
    }
}

} // namespace antardesa::cli
