#include "workspace/import_report.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace antardesa::workspace {

std::uintmax_t size_of(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    return error ? 0 : bytes;
}

ReadingReport report_of(const ImportRequest& request, const ImportPlan& plan, const Clock& clock) {
    return {request.source, size_of(request.source), clock.now(),
            plan.files,     plan.findings,           std::nullopt,
            std::nullopt};
}

ReadingReport refused_report(const std::filesystem::path& source, std::uintmax_t bytes,
                             const Message& reason, const Clock& clock) {
    const Finding why{Severity::error, "unreadable", source.filename().string(), std::nullopt,
                      reason};
    return {source, bytes, clock.now(), {}, {why}, reason, std::nullopt};
}

namespace {

void forget_attempts(ReadingReport& report) {
    std::erase_if(report.findings,
                  [](const Finding& finding) { return finding.code == "not_written"; });
    report.refused.reset();
    report.result.reset();
}

} // namespace

ReadingReport not_written(ReadingReport report, const Message& reason) {
    forget_attempts(report);
    report.findings.push_back(
        {Severity::error, "not_written", report.source.filename().string(), std::nullopt, reason});
    report.refused = reason;
    return report;
}

ReadingReport written(ReadingReport report, const std::filesystem::path& project) {
    forget_attempts(report);
    report.result = Message{"workspace.report.result.written", {project.filename().string()}};
    return report;
}

ReadingReport written_unconfirmed(ReadingReport report, const std::filesystem::path& project,
                                  const Message& reason) {
    report = written(std::move(report), project);
    report.findings.push_back({Severity::warning, "unconfirmed", report.source.filename().string(),
                               std::nullopt, reason});
    return report;
}

ReadingReport looked_at(const std::filesystem::path& source, std::vector<Finding> findings,
                        const Clock& clock) {
    return {source,       size_of(source), clock.now(), {}, std::move(findings),
            std::nullopt, std::nullopt};
}

std::vector<FindingGroup> grouped(const std::vector<Finding>& findings) {
    std::vector<FindingGroup> groups;
    std::map<std::pair<Severity, std::string>, std::size_t> at;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const auto [place, fresh] = at.try_emplace({finding.severity, finding.code}, groups.size());
        if (fresh)
            groups.push_back({finding.severity, finding.code, {}});
        groups[place->second].findings.push_back(i);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return static_cast<int>(a.severity) > static_cast<int>(b.severity);
    });
    return groups;
}

std::string heading(const FindingGroup& group, const std::vector<Finding>& findings,
                    const i18n::Catalogue& language) {
    const std::string key = "workspace.kind." + group.code;
    if (language.has(key))
        return language.text(key);
    return language.text(findings[group.findings.front()].message);
}

std::string severity_count(Severity severity, std::size_t count, const i18n::Catalogue& language) {
    return language.plural(std::string("workspace.report.") + severity_name(severity),
                           static_cast<long long>(count));
}

std::size_t count_of(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const Finding& one) { return one.severity == severity; }));
}

std::string outcome_sentence(const FileOutcome& file, const i18n::Catalogue& language,
                             bool came_in) {
    constexpr std::array in_keys{"workspace.report.villages_in", "workspace.report.lines_in",
                                 "workspace.report.rows_in", "workspace.report.lines_matched",
                                 "workspace.report.points_in"};
    constexpr std::array read_keys{"workspace.report.villages_read", "workspace.report.lines_read",
                                   "workspace.report.rows_read", "workspace.report.lines_read",
                                   "workspace.report.points_read"};
    const auto& keys = came_in ? in_keys : read_keys;
    const auto in = static_cast<double>(file.taken);
    const auto all = static_cast<double>(file.taken + file.left_out);
    return language.text(Message{keys[static_cast<std::size_t>(file.role)],
                                 {language.number(in), language.number(all)}});
}

std::string outcome_detail(const FileOutcome& file, const i18n::Catalogue& language) {
    std::string detail;
    const auto add = [&](const char* key, std::int64_t count) {
        if (count > 0)
            detail += (detail.empty() ? "" : " · ") + language.plural(key, count);
    };
    if (file.role == FileRole::boundaries) {
        add("workspace.report.features", file.rows);
        add("workspace.report.without_outline", file.left_out);
        add("workspace.report.special_areas", file.special_areas);
    } else {
        add("workspace.report.left_out", file.left_out);
    }
    return detail;
}

} // namespace antardesa::workspace
