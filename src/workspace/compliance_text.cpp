#include "workspace/compliance_text.h"

#include "base/text.h"
#include "workspace/code_words.h"
#include "workspace/data_file.h"
#include "json/value.h"

#include <algorithm>
#include <set>

namespace antardesa::workspace {

namespace {

using analysis::ComplianceRule;

std::optional<Severity> severity_named(const std::string& name) {
    for (const Severity severity : {Severity::information, Severity::warning, Severity::error})
        if (name == severity_name(severity))
            return severity;
    return std::nullopt;
}

/// The name of the member that is missing or wrong; empty when the rule is as it should be.
std::string fault_of(const json::Value& entry, const ComplianceRule& rule,
                     std::set<std::string>& seen) {
    const auto known = analysis::compliance_checks();
    const std::string name = rule.code + "." + rule.part;
    if (std::find(known.begin(), known.end(), name) == known.end() || !seen.insert(name).second)
        return "part";
    if (!severity_named(entry["severity"].string()))
        return "severity";
    if (rule.laws.empty())
        return "laws";
    if (!entry["since"].string().empty() && !rule.since)
        return "since";
    return {};
}

ComplianceRule rule_from(const json::Value& entry) {
    ComplianceRule rule;
    rule.code = entry["code"].string();
    rule.part = entry["part"].string();
    rule.active = entry["active"].boolean(true);
    rule.severity = severity_named(entry["severity"].string()).value_or(Severity::warning);
    rule.limit = entry["limit"].number();
    rule.since = parse_date(entry["since"].string());
    for (const json::Value& law : entry["laws"].array())
        rule.laws.push_back(law.string());
    return rule;
}

std::string word_text(const analysis::ComplianceWord& word, const i18n::Catalogue& language,
                      bool in_city) {
    if (const auto* text = std::get_if<std::string>(&word))
        return *text;
    if (const auto* day = std::get_if<Date>(&word))
        return language.short_date(*day);
    if (const auto* number = std::get_if<double>(&word))
        return language.number(*number, *number == static_cast<long long>(*number) ? 0 : 2);
    const auto& code = std::get<analysis::StoredCode>(word);
    const std::string key = code_key(language, "code." + code.list + "." + code.code, in_city);
    return language.has(key) ? language.text(key) : code.code;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// The row of the regulation that "PP 43/2014 ps. 144" begins with; null when it is not there.
const model::LegalBasis* regulation_of(const model::Atlas& atlas, const std::string& law) {
    const std::string name = law.substr(0, law.find(" ps."));
    for (const model::LegalBasis& row : atlas.table<model::LegalBasis>())
        if (row.kind + " " + row.number + "/" + std::to_string(row.year) == name)
            return &row;
    return nullptr;
}

/// What is wrong in the text is told with the file that it stands in.
json::Value json_of(const std::filesystem::path& file) {
    const std::string text = data_text(file, "workspace.rules.unreadable");
    try {
        return json::parse(text);
    } catch (const Error& error) {
        const auto& arguments = error.message().arguments;
        throw Error({"workspace.rules.not_json",
                     {file.string(), arguments.empty() ? std::string("?") : arguments.front()}});
    }
}

} // namespace

std::vector<ComplianceRule> read_compliance_rules(const std::filesystem::path& file) {
    const json::Value document = json_of(file);
    std::vector<ComplianceRule> rules;
    std::set<std::string> seen;
    for (const json::Value& entry : document["rules"].array()) {
        ComplianceRule rule = rule_from(entry);
        if (const std::string fault = fault_of(entry, rule, seen); !fault.empty())
            throw Error(
                {"workspace.rules.malformed", {file.string(), rule.code + "." + rule.part, fault}});
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::pair<std::string, std::int64_t> subject_key(const analysis::ComplianceSubject& subject) {
    constexpr std::array names{"agreement", "body", "segment", "dispute", "asset", "finding"};
    return {names[subject.index()], std::visit([](const auto& id) { return id.value; }, subject)};
}

std::string compliance_text(const analysis::ComplianceFinding& finding,
                            const i18n::Catalogue& language, bool in_city) {
    std::vector<std::string> arguments;
    for (const analysis::ComplianceWord& word : finding.words)
        arguments.push_back(word_text(word, language, in_city));
    return language.text(
        Message{"rule." + lower_case(finding.rule) + "." + finding.part, std::move(arguments)});
}

std::string compliance_detail(const analysis::ComplianceFinding& finding,
                              const i18n::Catalogue& language, bool in_city) {
    std::string text = compliance_text(finding, language, in_city);
    if (finding.words.empty())
        return text;
    const std::string title = word_text(finding.words.front(), language, in_city);
    for (const std::string& beginning : {"\"" + title + "\": ", title + ": "})
        if (!title.empty() && text.starts_with(beginning) && text.size() > beginning.size())
            return with_capital(text.substr(beginning.size()));
    return text;
}

std::string basis_text(const model::Atlas& atlas, const std::vector<std::string>& laws, Date today,
                       const i18n::Catalogue& language) {
    std::string text;
    for (const std::string& law : laws) {
        const model::LegalBasis* row = regulation_of(atlas, law);
        const bool revoked =
            row && row->revoked_since && days_between(*row->revoked_since, today) >= 0;
        text += text.empty() ? "" : "; ";
        const bool unknown = !row && atlas.table<model::LegalBasis>().size() > 0;
        text += revoked ? language.text(Message{"workspace.rules.revoked", {law, row->revoked_by}})
                : unknown ? language.text(Message{"workspace.rules.unlisted", {law}})
                          : law;
    }
    return text;
}

} // namespace antardesa::workspace
