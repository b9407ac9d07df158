#include "workspace/claim_line.h"

namespace antardesa::workspace {

ClaimLine::ClaimLine(const std::shared_ptr<const model::Atlas>& atlas,
                     Id<model::BoundaryDispute> dispute, Id<model::Village> village)
    : dispute_(dispute), village_(village) {
    if (const model::BoundaryDispute* row = atlas->find(dispute))
        for (const model::BoundarySegment* segment : atlas->segments_of(*row))
            if (const auto line = analysis::line_of(*atlas, segment->id))
                snappers_.emplace_back(atlas, *line);
}

void ClaimLine::add(geo::Point at, double reach) {
    std::optional<LineSnap> drawn;
    for (const LineSnapper& snapper : snappers_)
        if (!drawn && reach > 0)
            drawn = snapper.own(at, reach);
    for (const LineSnapper& snapper : snappers_)
        if (!drawn && reach > 0)
            drawn = snapper.guide(at, reach);
    const geo::Point place = drawn ? drawn->position : at;
    if (line_.empty() || line_.back() != place)
        line_.push_back(place);
}

void ClaimLine::step_back() {
    if (!line_.empty())
        line_.pop_back();
}

} // namespace antardesa::workspace
