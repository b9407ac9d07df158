#include "cli/session.h"

#include "base/text.h"
#include "cli/progress_line.h"
#include "model/village_law.h"
#include "workspace/import_report.h"

#include <array>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace antardesa::cli {

namespace {

/// The name the system knows the account by; "–" when it knows none.
std::string account_name() {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found &&
        found->pw_name && *found->pw_name)
        return found->pw_name;
    return "–";
}

} // namespace

Session::Session(const Installation& installation, const Hooks& hooks, Streams streams,
                 std::stop_token stop)
    : installation_(installation), hooks_(hooks), streams_(streams), stop_(std::move(stop)) {
}

const i18n::Catalogue& Session::catalogue() const {
    if (!catalogue_ || catalogue_->language() != globals_.language)
        catalogue_ =
            std::make_unique<i18n::Catalogue>(globals_.language, installation_.languages_folder);
    return *catalogue_;
}

std::string Session::sentence(const Message& message) const {
    try {
        return shown_on_one_line(catalogue().text(message));
    } catch (const Error&) {
        return shown_on_one_line(debug_text(message));
    }
}

void Session::print(const std::string& line) const {
    streams_.out << line << '\n';
}

void Session::print(const json::Value& document) const {
    streams_.out << json::print(document) << '\n';
}

void Session::remark(const Message& message) const {
    if (!globals_.quiet)
        print(sentence(message));
}

int Session::fail(const Message& message, int code) const {
    streams_.error << sentence(message) << '\n';
    return code;
}

std::string Session::author() const {
    if (!globals_.author.empty())
        return globals_.author;
    for (const char* variable : {"USER", "LOGNAME"})
        if (const char* account = std::getenv(variable); account && *account)
            return account;
    return account_name();
}

workspace::Environment Session::environment() const {
    workspace::Environment environment = workspace::make_environment(
        installation_.data_folder, installation_.languages_folder, author());
    environment.config_folder = installation_.config_folder;
    return environment;
}

workspace::Environment Session::writing_environment() const {
    asked_to_write_ = true;
    workspace::Environment environment;
    environment.data_folder = installation_.data_folder;
    environment.languages_folder = installation_.languages_folder;
    environment.clock = std::make_shared<SystemClock>();
    environment.author = author();
    return environment;
}

void Session::with_progress(const Message& title,
                            const std::function<void(Progress&)>& work) const {
    Progress progress(stop_);
    if (!streams_.error_is_terminal || globals_.quiet) {
        work(progress);
        return;
    }
    const ProgressLine line(streams_.error, sentence(title), progress);
    work(progress);
}

json::Value json_of(const std::vector<Finding>& findings, const Session& session) {
    json::Array list;
    for (const Finding& finding : findings) {
        json::Value entry;
        entry.set("severity", severity_name(finding.severity))
            .set("code", finding.code)
            .set("subject", finding.subject)
            .set("message", session.sentence(finding.message));
        if (finding.place)
            entry.set("lon", finding.place->longitude).set("lat", finding.place->latitude);
        list.push_back(std::move(entry));
    }
    return list;
}

std::string regency_title(const model::Atlas& atlas, const Session& session) {
    const std::string& name = atlas.identity().regency;
    if (!model::regency_word(name).empty())
        return name;
    return session.sentence(
        {model::is_city(atlas) ? "workspace.city" : "workspace.regency", {name}});
}

void print_findings(const std::vector<Finding>& findings, const Session& session,
                    std::size_t most_of_a_kind) {
    for (const workspace::FindingGroup& group : workspace::grouped(findings)) {
        const std::string severity =
            session.text(std::string("cli.severity.") + severity_name(group.severity));
        const auto sentence = [&](std::size_t index) {
            return session.sentence(findings[group.findings[index]].message);
        };
        if (group.findings.size() == 1) {
            session.print("  " + severity + ": " + sentence(0));
            continue;
        }
        const std::string title = workspace::heading(group, findings, session.catalogue());
        session.print("  " + severity + " (" + std::to_string(group.findings.size()) +
                      "): " + shown_on_one_line(title));
        const std::size_t shown = std::min(group.findings.size(), most_of_a_kind);
        for (std::size_t i = 0; i < shown; ++i)
            session.print("    - " + sentence(i));
        if (const std::size_t rest = group.findings.size() - shown; rest > 0)
            session.print("    " + session.sentence({"cli.more_findings", {std::to_string(rest)}}));
    }
}

void print_files(const std::vector<workspace::FileOutcome>& files, const Session& session) {
    for (const workspace::FileOutcome& file : files) {
        const std::string detail = workspace::outcome_detail(file, session.catalogue());
        session.print("  " + shown_on_one_line(file.path.filename().string()) + ": " +
                      workspace::outcome_sentence(file, session.catalogue()) +
                      (detail.empty() ? "" : " (" + detail + ")"));
    }
}

} // namespace antardesa::cli
