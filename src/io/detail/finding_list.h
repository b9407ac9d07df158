#pragma once

#include "base/finding.h"
#include "base/result.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antardesa::io::detail {

/// Collects findings about rows, every one of them (who shows them groups them by code), up to a
/// bound that no file of all the villages of the country reaches; the rest stand as one line with
/// their number, so that a hostile file of millions of rows does not fill the memory.
class FindingList {
  public:
    explicit FindingList(std::vector<Finding>& target, int most_of_one_code = 100'000)
        : target_(target), most_of_one_code_(most_of_one_code) {}
    FindingList(const FindingList&) = delete;
    FindingList& operator=(const FindingList&) = delete;

    void add(Finding finding) {
        const int count = ++counts_[finding.code];
        if (count <= most_of_one_code_)
            target_.push_back(std::move(finding));
    }

    /// Message key is "io." and the code.
    void add(Severity severity, const std::string& code, const std::string& subject,
             std::vector<std::string> arguments, std::optional<Place> place = std::nullopt) {
        add(Finding{severity, code, subject, place, {"io." + code, std::move(arguments)}});
    }

    /// What made something fail, as a finding: the code is its message's key without the room.
    void add(const Error& error, const std::string& subject) {
        const std::string& key = error.message().key;
        add(Finding{Severity::error, key.substr(key.find('.') + 1), subject, std::nullopt,
                    error.message()});
    }

    /// Adds the lines for what did not fit. Call once, at the end.
    void finish() {
        for (const auto& [code, count] : counts_)
            if (count > most_of_one_code_)
                target_.push_back(
                    {Severity::warning,
                     code,
                     {},
                     std::nullopt,
                     {"io.more_findings", {std::to_string(count - most_of_one_code_), code}}});
        counts_.clear();
    }

  private:
    std::vector<Finding>& target_;
    int most_of_one_code_;
    std::map<std::string, int> counts_;
};

} // namespace antardesa::io::detail
