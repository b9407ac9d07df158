#pragma once

#include "base/finding.h"
#include "io/feature_table.h"
#include "model/rows.h"

/// One feature of BIG's line layer (KUGI, ADMINISTRASI_LN; domain.md §5.3) as what it says about
/// the segment under it.
namespace antardesa::workspace {

struct KugiLine {
    std::optional<model::SegmentState> state; ///< none: nothing
    bool pillars = false;
    model::LineCharacter character = model::LineCharacter::none;
    model::BoundaryWorkflow workflow = model::BoundaryWorkflow::none;
    std::optional<double> accuracy_m;
    std::string method;
    model::Document document;  ///< number or title, and what else is known; its id is none
    double share = 0;          ///< of the segment that it covers; the reader leaves it open
    bool undetermined = false; ///< only "belum ditegaskan" (STSBTS 3), which several states are
};
/// Each value that no list of the catalogue has is a finding "kugi_unknown_value" that names the
/// feature, the field, the value and what may stand there; it says nothing then.
KugiLine read_kugi_line(const io::FeatureTable& table, std::size_t row, const std::string& label,
                        std::vector<Finding>& findings);

} // namespace antardesa::workspace
