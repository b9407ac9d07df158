#pragma once

#include "cli/commands.h"
#include "workspace/project_edit.h"

/// What the commands of the family `dispute` share.
namespace antardesa::cli {

struct DisputeOptions {
    std::string project;
    std::int64_t dispute = 0;
    bool json = false;
};
void add_subject(CLI::App& command, DisputeOptions& options, const CommandTable& table);
/// Edits the project; the atlas afterwards.
std::shared_ptr<const model::Atlas> write_case(Session& session, const std::string& project,
                                               const workspace::EditVerb& verb);
Refusal unknown_case(std::int64_t dispute);
/// A row that belongs to a case, as `dispute record` names it.
struct CaseRecord {
    std::string kind; ///< "meeting"
    std::string word; ///< "musyawarah"
    std::int64_t row = 0;
    std::string title;
};
std::vector<CaseRecord> case_records(const Session& session, const model::Atlas& atlas,
                                     Id<model::BoundaryDispute> dispute);
/// State, next steps, claims, scenarios and rows of a case, a line each.
void print_case(const Session& session, const model::Atlas& atlas,
                const model::BoundaryDispute& dispute);

/// `dispute report`: a new case of a segment, or of an overlap that the check found.
void add_report(CommandTable& table, CLI::App& family);
/// `dispute accept`: a scenario becomes the boundary.
void add_accept(CommandTable& table, CLI::App& family);
/// `dispute record`: meetings, evidence, signatories and further segments of a case, and the local
/// steps of all cases, each as a row of its register (`workspace::change_record`).
void add_case_record(CommandTable& table, CLI::App& family);
/// `dispute papers`: all papers of a case into a folder (`workspace::write_case_papers`).
void add_case_papers(CommandTable& table, CLI::App& family);

} // namespace antardesa::cli
