#pragma once

#include "analysis/compliance.h"
#include "i18n/catalogue.h"

#include <filesystem>
#include <string>
#include <utility>

/// The rules of compliance as data, and their findings in words.
namespace antardesa::workspace {

/// Where the rules stand in the installation's data folder.
inline constexpr const char* compliance_rules_file = "rules/kepatuhan.json";

/// Reads {"rules": [{"code", "part", "active", "severity", "laws", "limit"}]}. Throws `Error`:
/// "workspace.rules.unreadable", "json.malformed", "workspace.rules.malformed" for a rule that is
/// unknown, incomplete or stands there twice, with its name.
std::vector<analysis::ComplianceRule> read_compliance_rules(const std::filesystem::path& file);

/// "agreement" and its id, as JSON names them.
std::pair<std::string, std::int64_t> subject_key(const analysis::ComplianceSubject& subject);

/// A kota's codes in its own words (`code_words`).
std::string compliance_text(const analysis::ComplianceFinding& finding,
                            const i18n::Catalogue& language, bool in_city);

/// The same where the subject already stands beside it: without the quoted title that it begins
/// with.
std::string compliance_detail(const analysis::ComplianceFinding& finding,
                              const i18n::Catalogue& language, bool in_city);

/// "UU 6/2014 ps. 91; PP 43/2014 ps. 144 (dicabut oleh PP 16/2026; …)": what the project's
/// dasar_hukum knows to be revoked on that day is said to be, and what it does not list as well,
/// unless it lists nothing.
std::string basis_text(const model::Atlas& atlas, const std::vector<std::string>& laws, Date today,
                       const i18n::Catalogue& language);

} // namespace antardesa::workspace
