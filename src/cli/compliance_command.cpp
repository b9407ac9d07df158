#include "base/text.h"
#include "cli/commands.h"
#include "model/village_law.h"
#include "workspace/compliance_text.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

struct ComplianceOptions {
    std::string project;
    std::vector<std::string> only;
    std::string rules;
    bool json = false;
};

struct Compliance {
    std::shared_ptr<const model::Atlas> atlas;
    std::vector<analysis::ComplianceFinding> findings;
    Date today;
};

Compliance check(Session& session, const ComplianceOptions& options) {
    const auto file = options.rules.empty()
                          ? session.installation().data_folder / workspace::compliance_rules_file
                          : std::filesystem::path(options.rules);
    auto rules = workspace::read_compliance_rules(file);
    if (!options.only.empty())
        std::erase_if(rules, [&](const analysis::ComplianceRule& rule) {
            return std::find(options.only.begin(), options.only.end(), lower_case(rule.code)) ==
                   options.only.end();
        });
    Compliance result;
    result.today = SystemClock().today();
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        result.atlas = workspace::load_project(options.project, progress).atlas;
        result.findings = analysis::check_compliance(*result.atlas, rules, result.today, progress);
    });
    return result;
}

json::Value finding_json(const Session& session, const Compliance& checked,
                         const analysis::ComplianceFinding& finding) {
    const auto [kind, id] = workspace::subject_key(finding.subject);
    json::Value subject;
    subject.set("kind", kind).set("id", id);
    json::Value entry;
    return entry.set("rule", finding.rule)
        .set("part", finding.part)
        .set("severity", severity_name(finding.severity))
        .set("subject", std::move(subject))
        .set("message", workspace::compliance_text(finding, session.catalogue(),
                                                   model::is_city(*checked.atlas)))
        .set("basis", workspace::basis_text(*checked.atlas, finding.laws, checked.today,
                                            session.catalogue()));
}

void print_lines(const Session& session, const Compliance& checked) {
    std::array<int, 3> by_severity{};
    for (const analysis::ComplianceFinding& finding : checked.findings) {
        ++by_severity[static_cast<std::size_t>(finding.severity)];
        const Message line{"cli.compliance.basis",
                           {workspace::compliance_text(finding, session.catalogue(),
                                                       model::is_city(*checked.atlas)),
                            workspace::basis_text(*checked.atlas, finding.laws, checked.today,
                                                  session.catalogue())}};
        session.print(
            finding.rule + "\t" +
            session.text("code.severity." + std::string(model::code_of(finding.severity))) + "\t" +
            session.sentence(line));
    }
    const auto text = [&](auto count) {
        return session.catalogue().number(static_cast<double>(count));
    };
    session.remark(checked.findings.empty()
                       ? Message{"cli.compliance.none", {}}
                       : Message{"cli.compliance.summary",
                                 {text(checked.findings.size()), text(by_severity[2]),
                                  text(by_severity[1]), text(by_severity[0])}});
}

int compliance(Session& session, const ComplianceOptions& options) {
    const Compliance checked = check(session, options);
    if (!options.json) {
        print_lines(session, checked);
        return 0;
    }
    json::Array findings;
    for (const analysis::ComplianceFinding& finding : checked.findings)
        findings.push_back(finding_json(session, checked, finding));
    json::Value document;
    session.print(document.set("findings", std::move(findings)));
    return 0;
}

std::vector<std::string> rule_codes() {
    std::vector<std::string> codes;
    for (const std::string_view check : analysis::compliance_checks())
        if (const std::string code = lower_case(check.substr(0, check.find('.')));
            codes.empty() || codes.back() != code)
            codes.push_back(code);
    return codes;
}

} // namespace

void add_compliance_command(CommandTable& table) {
    const auto options = std::make_shared<ComplianceOptions>();
    CLI::App* command = table.add(
        "compliance", [options](Session& session) { return compliance(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--rule", options->only, table.help("compliance.rule"))
        ->take_all()
        ->expected(1)
        ->transform(one_of(table.session(), rule_codes()));
    command->add_option("--rules", options->rules, table.help("compliance.rules"))
        ->type_name("FILE");
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
