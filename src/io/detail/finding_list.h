#pragma once

#include "base/finding.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antardesa::io::detail {

/// Collects findings about rows; of each code the first hundred stand by themselves, the rest
/// as one line with their number, so that a broken file of 83,000 rows stays readable.
class FindingList {
  public:
    explicit FindingList(std::vector<Finding>& target) : target_(target) {}
    FindingList(const FindingList&) = delete;
    FindingList& operator=(const FindingList&) = delete;

    void add(Finding finding) {
        const int count = ++counts_[finding.code];
        if (count <= most_of_one_code)
            target_.push_back(std::move(finding));
    }

    /// Message key is "io." and the code.
    void add(Severity severity, const std::string& code, const std::string& subject,
             std::vector<std::string> arguments, std::optional<Place> place = std::nullopt) {
        add(Finding{severity, code, subject, place, {"io." + code, std::move(arguments)}});
    }

    /// Adds the lines for what did not fit. Call once, at the end.
    void finish() {
        for (const auto& [code, count] : counts_)
            if (count > most_of_one_code)
                target_.push_back(
                    {Severity::warning,
                     code,
                     {},
                     std::nullopt,
                     {"io.more_findings", {std::to_string(count - most_of_one_code), code}}});
        counts_.clear();
    }

  private:
    static constexpr int most_of_one_code = 100;
    std::vector<Finding>& target_;
    std::map<std::string, int> counts_;
};

} // namespace antardesa::io::detail
