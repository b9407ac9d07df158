#pragma once

#include "base/finding.h"
#include "base/job.h"
#include "model/atlas.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Recorded facts held against the law: the validation rules V01–V15 (domain.md §9) as far as the
/// register records what they ask about. A finding says what is missing in the records; it never
/// says that something is lawful, and it never keeps anything from being saved.
namespace antardesa::analysis {

/// One check of a rule as data (data/rules/kepatuhan.json): it can be switched off, given another
/// weight, another limit or another citation without building the program anew.
struct ComplianceRule {
    std::string code; ///< "V01"
    std::string part; ///< what the program knows the check by: "kelurahan"
    bool active = true;
    Severity severity = Severity::warning;
    std::vector<std::string> laws; ///< "UU 6/2014 ps. 91", in the order to print
    double limit = 0;              ///< months, metres or percent; its meaning stands with the check
    std::optional<Date> since = {}; ///< the day that a regulation came into force, where one counts
};

/// What a finding is about.
using ComplianceSubject =
    std::variant<Id<model::Agreement>, Id<model::CooperationBody>, Id<model::BoundarySegment>,
                 Id<model::BoundaryDispute>, Id<model::SharedAsset>, Id<model::BoundaryFinding>>;

/// A value of a closed list, to be called by its name: "code.<list>.<code>".
struct StoredCode {
    std::string list;
    std::string code;
};
/// What a sentence names; put into words in the language of whoever reads it.
using ComplianceWord = std::variant<std::string, Date, double, StoredCode>;

struct ComplianceFinding {
    std::string rule;
    std::string part;
    Severity severity = Severity::warning;
    ComplianceSubject subject;
    std::vector<ComplianceWord> words; ///< arguments of the sentence "rule.v01.kelurahan"
    std::vector<std::string> laws;
};

/// The checks that this program knows, as "V01.kelurahan", in their order: each of them exactly
/// once must stand in the rules.
std::span<const std::string_view> compliance_checks();

/// Every active rule over every row: by rule, then by row. A rule whose check is not known finds
/// nothing. `today` in the machine's time zone. Throws `Cancelled`.
std::vector<ComplianceFinding> check_compliance(const model::Atlas& atlas,
                                                const std::vector<ComplianceRule>& rules,
                                                Date today, Progress& progress);

} // namespace antardesa::analysis
