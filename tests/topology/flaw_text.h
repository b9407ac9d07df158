#pragma once

#include "topology/flaws.h"
#include "village_text.h"

namespace antardesa::topology {

inline Flaws flaws_of(const std::vector<geo::MultiPolygon>& villages,
                      const FlawOptions& options = {}) {
    std::vector<const geo::MultiPolygon*> pointers;
    for (const geo::MultiPolygon& polygons : villages)
        pointers.push_back(&polygons);
    Progress progress;
    return find_flaws(pointers, options, progress);
}

inline Flaws flaws_of(const std::vector<std::string>& texts, const FlawOptions& options = {}) {
    std::vector<geo::MultiPolygon> villages;
    for (const std::string& text : texts)
        villages.push_back(village(text));
    return flaws_of(villages, options);
}

/// "overlap 0 1: 12.5" for each strip, areas to six digits, and "0: spike" for each fault.
inline std::vector<std::string> listed(const Flaws& flaws) {
    std::vector<std::string> lines;
    for (const Strip& strip : flaws.strips) {
        std::ostringstream line;
        line << (strip.kind == StripKind::gap ? "gap" : "overlap");
        for (const Claimant claimant : strip.claimants)
            line << ' ' << claimant;
        line << ": " << strip.area;
        lines.push_back(line.str());
    }
    for (const InvalidRing& ring : flaws.invalid)
        lines.push_back(std::to_string(ring.claimant) + ": " + ring_fault_name(ring.fault));
    return lines;
}

} // namespace antardesa::topology
