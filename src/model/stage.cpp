#include "model/atlas.h"

namespace antardesa::model {

SegmentGroup group_of(SegmentState state) {
    switch (state) {
    case SegmentState::untraced:
        return SegmentGroup::untraced;
    case SegmentState::documents:
    case SegmentState::tracing:
        return SegmentGroup::indicative;
    case SegmentState::agreed:
    case SegmentState::technical_verification:
        return SegmentGroup::agreed;
    case SegmentState::enacted:
        return SegmentGroup::definitive;
    case SegmentState::disputed:
        break;
    }
    return SegmentGroup::disputed;
}

namespace {

/// The group by the stage alone. An amended agreement goes on in its new form; a postponed one
/// is still being prepared; what was not agreed is over.
StageGroup group_by_stage(Stage stage) {
    switch (stage) {
    case Stage::preparation:
    case Stage::offer:
    case Stage::drafting:
    case Stage::signing:
    case Stage::postponed:
        return StageGroup::draft;
    case Stage::execution:
    case Stage::reporting:
    case Stage::amended:
        return StageGroup::running;
    case Stage::refused:
    case Stage::ended:
        break;
    }
    return StageGroup::ended;
}

} // namespace

StageGroup stage_group(const Agreement& agreement, Date today, int days) {
    const StageGroup group = group_by_stage(agreement.stage);
    if (!agreement.ends || group == StageGroup::ended)
        return group;
    const int left = days_between(today, *agreement.ends);
    if (left < 0)
        return StageGroup::ended;
    return group == StageGroup::running && left <= days ? StageGroup::expiring : group;
}

} // namespace antardesa::model
