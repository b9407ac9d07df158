#include "base/text.h"
#include "base/whole_file.h"
#include "io/csv_writer.h"
#include "workspace/about.h"
#include "workspace/import_report.h"

#include <array>
#include <charconv>
#include <ctime>

namespace antardesa::workspace {

namespace {

/// "25 November 2026, 14.02" in the machine's time zone.
std::string moment_text(std::chrono::system_clock::time_point moment,
                        const i18n::Catalogue& language) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm local{};
    if (!localtime_r(&seconds, &local))
        return iso_text(moment);
    const Date day{std::chrono::year(local.tm_year + 1900),
                   std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
                   std::chrono::day(static_cast<unsigned>(local.tm_mday))};
    std::array<char, 8> time{};
    std::strftime(time.data(), time.size(), "%H.%M", &local);
    return language.date(day) + ", " + time.data();
}

/// What stands above the findings: label and value.
using Facts = std::vector<std::pair<std::string, std::string>>;

Facts facts_of(const ReadingReport& report, const i18n::Catalogue& language) {
    const auto label = [&](const char* name) {
        return language.text(std::string("workspace.report.label.") + name);
    };
    Facts facts{{label("source"), report.source.filename().string()}};
    if (report.bytes > 0)
        facts.emplace_back(label("size"),
                           language.plural("workspace.report.bytes",
                                           static_cast<long long>(report.bytes),
                                           {language.number(static_cast<double>(report.bytes))}));
    facts.emplace_back(label("time"), moment_text(report.read_at, language));
    facts.emplace_back(label("program"), std::string("AntarDesa ") + program_version);
    for (const FileOutcome& file : report.files) {
        const std::string detail = outcome_detail(file, language);
        facts.emplace_back(file.path.filename().string(),
                           outcome_sentence(file, language, !report.refused) +
                               (detail.empty() ? "" : " (" + detail + ")"));
    }
    if (const auto& result = report.refused ? report.refused : report.result)
        facts.emplace_back(label("result"), language.text(*result));
    std::string found;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information})
        found += (found.empty() ? "" : ", ") +
                 severity_count(severity, count_of(report.findings, severity), language);
    facts.emplace_back(label("findings"), found);
    return facts;
}

std::string coordinate(double degrees) {
    std::array<char, 400> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed, 7);
    return {text.data(), end.ptr};
}

std::string severity_word(Severity severity, const i18n::Catalogue& language) {
    return language.text(std::string("workspace.report.severity.") + severity_name(severity));
}

/// The subject first where the sentence does not already say it.
std::string finding_line(const Finding& finding, const i18n::Catalogue& language) {
    const std::string sentence = language.text(finding.message);
    std::string line =
        finding.subject.empty() || sentence.find(finding.subject) != std::string::npos
            ? sentence
            : finding.subject + ": " + sentence;
    if (finding.place)
        line += " [" + coordinate(finding.place->longitude) + " " +
                coordinate(finding.place->latitude) + "]";
    return shown_on_one_line(line);
}

} // namespace

std::string report_text(const ReadingReport& report, const i18n::Catalogue& language) {
    std::string text = language.text("workspace.report.heading") + "\n\n";
    for (const auto& [label, value] : facts_of(report, language))
        text += shown_on_one_line(label) + ": " + shown_on_one_line(value) + "\n";
    for (const FindingGroup& group : grouped(report.findings)) {
        if (group.findings.size() == 1) {
            text += "\n" + severity_word(group.severity, language) + " – " +
                    finding_line(report.findings[group.findings.front()], language) + "\n";
            continue;
        }
        const std::string title = heading(group, report.findings, language);
        text += "\n" + severity_word(group.severity, language) + " – " + shown_on_one_line(title) +
                " (" + language.number(static_cast<double>(group.findings.size())) + ")\n";
        for (const std::size_t index : group.findings)
            text += "  - " + finding_line(report.findings[index], language) + "\n";
    }
    return text;
}

std::string report_csv(const ReadingReport& report, const i18n::Catalogue& language) {
    const auto column = [&](const char* name) {
        return language.text(std::string("workspace.report.column.") + name);
    };
    std::string csv = io::csv_line({column("severity"), column("code"), column("subject"),
                                    column("longitude"), column("latitude"), column("sentence")});
    for (const auto& [label, value] : facts_of(report, language))
        csv += io::csv_line({language.text("workspace.report.fact"),
                             {},
                             shown_on_one_line(label),
                             {},
                             {},
                             shown_on_one_line(value)});
    for (const FindingGroup& group : grouped(report.findings))
        for (const std::size_t index : group.findings) {
            const Finding& finding = report.findings[index];
            const bool placed = finding.place.has_value();
            csv += io::csv_line({severity_word(finding.severity, language), finding.code,
                                 shown_on_one_line(finding.subject),
                                 io::Figure{placed ? coordinate(finding.place->longitude) : ""},
                                 io::Figure{placed ? coordinate(finding.place->latitude) : ""},
                                 shown_on_one_line(language.text(finding.message))});
        }
    return csv;
}

void write_report(const std::filesystem::path& path, const ReadingReport& report,
                  const i18n::Catalogue& language) {
    const std::string ending = lower_case(path.extension().string());
    if (ending == ".csv")
        write_whole_file(path, report_csv(report, language));
    else if (ending == ".txt")
        write_whole_file(path, report_text(report, language));
    else
        throw Error({"workspace.report.ending", {path.filename().string()}});
}

} // namespace antardesa::workspace
