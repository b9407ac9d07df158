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

/// The group without a look at the calendar. An amended agreement goes on in its new form; what was
/// not agreed is over. Putting off what was signed frees nobody, so it counts with those that
/// bind; putting off what was not is a longer draft.
StageGroup group_by_stage(const Agreement& agreement) {
    switch (agreement.stage) {
    case Stage::preparation:
    case Stage::offer:
    case Stage::drafting:
    case Stage::signing:
        return StageGroup::draft;
    case Stage::postponed:
        return agreement.signed_on ? StageGroup::running : StageGroup::draft;
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
    const StageGroup group = group_by_stage(agreement);
    if (!agreement.ends || group == StageGroup::ended)
        return group;
    // The end that a draft speaks of is a plan.
    if (group == StageGroup::draft && !agreement.signed_on)
        return group;
    const int left = days_between(today, *agreement.ends);
    if (left < 0)
        return StageGroup::ended;
    return group == StageGroup::running && left <= days ? StageGroup::expiring : group;
}

int contents_entered(const Agreement& row) {
    int entered = 0;
    for (const std::string* content :
         {&row.content_scope, &row.content_field, &row.content_procedure, &row.content_term,
          &row.content_rights, &row.content_funding, &row.content_change, &row.content_settlement})
        entered += !content->empty();
    return entered;
}

std::optional<Date> last_report(const Atlas& atlas, const Agreement& agreement) {
    std::optional<Date> last = agreement.last_report;
    for (const Report* report : atlas.reports(agreement.id))
        if (report->handed_in && (!last || days_between(*last, *report->handed_in) > 0))
            last = report->handed_in;
    return last;
}

} // namespace antardesa::model
