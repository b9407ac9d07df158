#pragma once

#include "analysis/finding_rows.h"
#include "base/result.h"

#include "workspace/output_gate.h"
#include "workspace/verbs.h"

#include <filesystem>
#include <optional>

namespace antardesa::workspace {

struct CheckRequest {
    std::filesystem::path source;    ///< a project or a boundary file
    std::string layer;               ///< of a file with several
    std::optional<int> assumed_epsg; ///< for a source without reference system
    analysis::CheckLimits limits;
    bool swap_axes = false; ///< as in `ImportRequest`
};

/// What is wrong with a coverage of villages, and how its shapes are called.
struct CoverageCheck {
    struct Shape {
        std::string label; ///< Kemendagri code or, without one, "#" and the feature or row id
        std::string name;  ///< may be empty
    };
    std::filesystem::path source; ///< what was checked
    std::vector<Shape> shapes;    ///< indexed by BoundaryFlaw::shapes
    analysis::BoundaryCheck check;
    std::vector<analysis::AllowedFlaw> allowed; ///< of a project: what may stay, and why
    /// Of a project: findings that no check makes or takes back, such as settled lines that moved.
    std::vector<model::BoundaryFinding> standing;
    std::shared_ptr<const model::Atlas> atlas;     ///< of a project
    std::optional<model::RecordFindings> recorded; ///< what recording it changed
    std::vector<Finding> findings;                 ///< of reading
    std::string crs;                               ///< "EPSG:32749" or the system's name
    std::int64_t vertices = 0;
    bool needs_crs = false; ///< nothing was checked: ask for the system first
    double read_ms = 0;
    double check_ms = 0;
    double check_cpu_ms = 0; ///< what the check cost above reading
};
/// Reads the source and checks it; writes nothing. Each feature of a file is a shape of its own; of
/// a project, each village and special area. Throws `Error` as reading does, `Cancelled`.
CoverageCheck check_coverage(const CheckRequest& request, Progress& progress);
/// The same of a project, recorded in it (see record_review). The limits hide nothing.
CoverageCheck record_check(const CheckRequest& request, const Environment& environment,
                           Progress& progress);

/// Writes the flaws, and what stands besides, as the layer of findings (see finding_layer.h; .gpkg,
/// .geojson, .kml, .shp) in EPSG:4326: strips as polygons, moved lines as the lines that were
/// agreed, the others as points. What a project has recorded has its id. Texts of a shapefile end
/// after 254 bytes. Returns how many. Refused: an unknown ending, and as `why_not_written`.
Result<int> write_flaws(const CoverageCheck& check, const std::filesystem::path& output);
/// To be asked before a check that is recorded.
Output place_of_flaws(const std::filesystem::path& output, const std::filesystem::path& source);

} // namespace antardesa::workspace
