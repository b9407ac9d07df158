#pragma once

#include "analysis/compliance.h"

#include <set>

namespace antardesa::analysis::detail {

/// Where checks put what they found. A check that is off costs nothing and leaves nothing.
class ComplianceReport {
  public:
    ComplianceReport(const model::Atlas& atlas, const std::vector<ComplianceRule>& rules,
                     Date today)
        : atlas_(atlas), rules_(rules), today_(today) {}

    const model::Atlas& atlas() const { return atlas_; }
    Date today() const { return today_; }

    /// Null when the rule is off or unknown.
    const ComplianceRule* active(std::string_view rule, std::string_view part) const;
    double limit(std::string_view rule, std::string_view part) const;
    void add(std::string_view rule, std::string_view part, ComplianceSubject subject,
             std::vector<ComplianceWord> words);
    std::vector<ComplianceFinding> take() { return std::move(found_); }

  private:
    const model::Atlas& atlas_;
    const std::vector<ComplianceRule>& rules_;
    Date today_;
    std::vector<ComplianceFinding> found_;
};

/// The same day so many months later, or the last of that month.
Date months_after(Date day, int months);
std::string title_of(const model::Agreement& agreement);
std::string name_of(const model::Atlas& atlas, Id<model::Village> village);
std::string joined_names(const model::Atlas& atlas, const std::set<Id<model::Village>>& villages,
                         std::string_view between);

void check_agreement(ComplianceReport& report, const model::Agreement& agreement);
void check_problem(ComplianceReport& report, const model::Problem& problem);
void check_boundary_subject(ComplianceReport& report, const model::BoundarySubject& subject);
void check_body(ComplianceReport& report, const model::CooperationBody& body);
void check_dispute(ComplianceReport& report, const model::BoundaryDispute& dispute);
void check_segment(ComplianceReport& report, const model::BoundarySegment& segment);
void check_flaw(ComplianceReport& report, const model::BoundaryFinding& flaw);
void check_asset(ComplianceReport& report, const model::SharedAsset& asset);

} // namespace antardesa::analysis::detail
