#pragma once

#include "io/feature_table.h"
#include "workspace/import_draft.h"

#include "base/job.h"

/// BIG's boundary lines and points (KUGI; domain.md §5.3) laid over the segments of a project.
/// Lines bring states, never geometry: the line of a segment follows from its villages.
namespace antardesa::workspace {

enum class KugiLayer { none, boundary_lines, boundary_points };
/// By field names and geometry: ADMIN1, ADMIN2 and STSBTS on lines; TPBA or KLSPLR on points. By
/// the names alone where there is no row.
KugiLayer kugi_layer_of(const io::FeatureTable& table);

/// A finding "kugi_odd_fcode" for each code that is none of this geometry; the feature is read all
/// the same, and the code is not kept: `convert_layer` writes what a person gives.
void look_at_fcodes(const io::FeatureTable& table, std::string_view geometry,
                    std::vector<Finding>& findings);

struct KugiReport {
    std::int64_t matched = 0; ///< of the features
    std::vector<Finding> findings;
};
/// Degrees are expected: transform before. A line belongs to the segment of its two codes when it
/// lies along it (`analysis::same_line_m`, or within 25 m for that pair); without codes to the one
/// that it lies on. What the lines of a segment say together must cover 95 % of it and agree. A
/// state that the project has further is kept. STSBTS 1 without a document (UUPP, or REMARK's
/// dokumen) is not taken for definitive (domain.md §9, V14).
KugiReport lay_boundary_lines(ImportDraft& draft, const model::ProjectIdentity& identity,
                              const io::FeatureTable& table, Progress& progress);
/// Points go to the segment that their code names, else to the one they lie on; a known point (same
/// segment, kind and place) is left as it is. Farther than 50 cm from any line they are left out.
KugiReport lay_boundary_points(ImportDraft& draft, const model::ProjectIdentity& identity,
                               const io::FeatureTable& table, Progress& progress);

} // namespace antardesa::workspace
