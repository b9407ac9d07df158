#pragma once

#include "workspace/register_import.h"

#include <string>
#include <vector>

namespace antardesa::workspace::testing {

/// Three villages; the first two touch.
inline ImportDraft small_draft() {
    ImportDraft draft(nullptr);
    draft.put(model::District{{1}, "99.01.01", "Tanjungasri", "Contoh"});
    for (int k = 1; k <= 3; ++k) {
        model::Village village;
        village.id = {k};
        village.code = "99.01.01.200" + std::to_string(k);
        village.name = "Desa " + std::to_string(k);
        draft.put(village);
    }
    model::BoundarySegment segment;
    segment.first = {1};
    segment.second = {2};
    draft.put(segment);
    return draft;
}

inline io::Table csv(const std::string& name, const std::string& text) {
    return io::parse_csv(text, name + ".csv");
}

inline std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> result;
    for (const Finding& finding : findings)
        result.push_back(finding.code);
    return result;
}

} // namespace antardesa::workspace::testing
