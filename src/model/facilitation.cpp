#include "model/facilitation.h"

#include <algorithm>

namespace antardesa::model {

namespace {

std::optional<Date> day_of(const Atlas& atlas, const Meeting& meeting) {
    if (meeting.date)
        return meeting.date;
    const Document* minutes = atlas.find(meeting.document);
    return minutes ? minutes->date : std::nullopt;
}

} // namespace

bool is_before_facilitation(const BoundaryDispute& dispute, const std::optional<Date>& day) {
    return dispute.facilitation_start && day && *day < *dispute.facilitation_start;
}

std::optional<Date> earlier_agreement(const Atlas& atlas, const BoundaryDispute& dispute) {
    std::optional<Date> last;
    for (const Meeting* meeting : atlas.meetings(dispute.id))
        if (const auto day = day_of(atlas, *meeting); meeting->outcome == MeetingOutcome::agreed &&
                                                      is_before_facilitation(dispute, day) &&
                                                      (!last || *last < *day))
            last = day;
    return last;
}

bool is_of_earlier_agreement(const Atlas& atlas, const BoundaryDispute& dispute,
                             const Meeting& meeting) {
    const auto agreed = earlier_agreement(atlas, dispute);
    const auto day = day_of(atlas, meeting);
    return agreed && day && !(*agreed < *day);
}

bool was_agreed_before_enactment(const Atlas& atlas, const BoundaryDispute& dispute) {
    if (dispute.state != DisputeState::enacted)
        return false;
    const Meeting* last = nullptr;
    std::optional<Date> last_day;
    for (const Meeting* meeting : atlas.meetings(dispute.id)) {
        const auto day = day_of(atlas, *meeting);
        if ((meeting->outcome != MeetingOutcome::agreed &&
             meeting->outcome != MeetingOutcome::refused) ||
            is_before_facilitation(dispute, day))
            continue;
        if (!last || !last_day || (day && !(*day < *last_day))) {
            last = meeting;
            last_day = day;
        }
    }
    return last && last->outcome == MeetingOutcome::agreed;
}

std::vector<const Signatory*> named_signatories(const Atlas& atlas, const BoundaryDispute& dispute,
                                                SignatoryRole role, Id<Village> village) {
    std::vector<const Signatory*> named;
    for (const Signatory* one : atlas.signatories(dispute.id))
        if (one->role == role && !one->name.empty() && (!village || one->village == village))
            named.push_back(one);
    const auto is_old = [&](const Signatory* one) {
        return is_before_facilitation(dispute, one->signed_on);
    };
    if (!std::all_of(named.begin(), named.end(), is_old))
        std::erase_if(named, is_old);
    return named;
}

bool may_be_of_this_facilitation(const Atlas& atlas, const BoundaryDispute& dispute,
                                 const Signatory& signatory) {
    if (signatory.signed_on)
        return !is_before_facilitation(dispute, signatory.signed_on);
    return !earlier_agreement(atlas, dispute) || dispute.state == DisputeState::agreed ||
           was_agreed_before_enactment(atlas, dispute);
}

} // namespace antardesa::model
