#include "workspace/paper_matter.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "model/facilitation.h"
#include "topology/overlap_area.h"

#include <algorithm>
#include <cmath>

namespace antardesa::workspace {

namespace {

using model::BoundaryDispute;
using model::BoundarySegment;
using model::DisputeState;

/// The signed paper itself; a Perbup or a map is none.
const model::Document* minutes_among(const model::Atlas& atlas, Id<model::Document> id) {
    const model::Document* document = atlas.find(id);
    return document && document->kind == "berita_acara" ? document : nullptr;
}

bool is_agreed(const model::Meeting& meeting) {
    return meeting.outcome == model::MeetingOutcome::agreed;
}

bool is_newer(const std::optional<Date>& one, const std::optional<Date>& than) {
    return !than || (one && *than < *one);
}

/// The newest minutes of the meetings in which the villages agreed, or of the others.
const model::Document* minutes_of_meetings(const model::Atlas& atlas,
                                           const BoundaryDispute& dispute, bool agreed) {
    const model::Document* paper = nullptr;
    for (const model::Meeting* meeting : atlas.meetings(dispute.id)) {
        const model::Document* minutes = minutes_among(atlas, meeting->document);
        if (minutes && is_agreed(*meeting) == agreed &&
            !model::is_before_facilitation(dispute, minutes->date) &&
            (!paper || is_newer(minutes->date, paper->date)))
            paper = minutes;
    }
    return paper;
}

/// The case's minutes; of one that a Perbup ended those of the meeting in which it was agreed; of
/// one without an agreement those of its newest meeting that has any.
const model::Document* minutes_of(const model::Atlas& atlas, const BoundaryDispute& dispute) {
    if (const model::Document* paper = minutes_among(atlas, dispute.outcome))
        return paper;
    if (dispute.state == DisputeState::agreed)
        return nullptr;
    if (dispute.state == DisputeState::enacted)
        if (const model::Document* paper = minutes_of_meetings(
                atlas, dispute, model::was_agreed_before_enactment(atlas, dispute)))
            return paper;
    return minutes_of_meetings(atlas, dispute, false);
}

std::optional<Date> signing_of(const model::Atlas& atlas, const BoundaryDispute& dispute,
                               Date today) {
    using model::SignatoryRole;
    std::optional<Date> last;
    for (const model::Signatory* one : atlas.signatories(dispute.id))
        if ((one->role == SignatoryRole::village_head || one->role == SignatoryRole::facilitator) &&
            one->signed_on && !(today < *one->signed_on) &&
            !model::is_before_facilitation(dispute, one->signed_on) &&
            is_newer(one->signed_on, last))
            last = one->signed_on;
    return last;
}

/// The place of another day is not where the paper was made, and what is only planned was not held.
const model::Meeting* meeting_of(const model::Atlas& atlas, const BoundaryDispute& dispute,
                                 const Matter& matter, Date today) {
    const model::Document* paper = matter.paper;
    const std::optional<Date> day = paper && paper->date ? paper->date : matter.signed_on;
    const model::Meeting* best = nullptr;
    int best_rank = 0;
    for (const model::Meeting* one : atlas.meetings(dispute.id)) {
        if ((one->date && today < *one->date) ||
            model::is_of_earlier_agreement(atlas, dispute, *one))
            continue;
        if (!paper && !day) {
            best = !best || !best->date || (one->date && !(*one->date < *best->date)) ? one : best;
            continue;
        }
        const bool own = paper && one->document == paper->id;
        if (!own && (!day || one->date != day))
            continue;
        const int rank = (one->place.empty() ? 1 : 3) + (own ? 1 : 0);
        if (rank > best_rank) {
            best = one;
            best_rank = rank;
        }
    }
    return best;
}

} // namespace

Matter matter_of(const model::Atlas& atlas, const PaperRequest& request, Date today) {
    Matter matter;
    if (request.dispute) {
        matter.dispute = atlas.find(request.dispute);
        matter.segment = atlas.find(matter.dispute->segment);
        matter.paper = minutes_of(atlas, *matter.dispute);
        if (!matter.paper && matter.segment && was_agreed(atlas, matter))
            matter.paper = minutes_among(atlas, matter.segment->document);
        matter.signed_on = signing_of(atlas, *matter.dispute, today);
        matter.meeting = meeting_of(atlas, *matter.dispute, matter, today);
    } else {
        matter.segment = atlas.find(request.segment);
    }
    if (matter.dispute)
        matter.segments = atlas.segments_of(*matter.dispute);
    else
        matter.segments = {matter.segment};
    if (!matter.dispute && matter.segment)
        matter.paper = minutes_among(atlas, matter.segment->document);
    const auto add = [&](Id<model::Village> village) {
        if (std::find(matter.villages.begin(), matter.villages.end(), village) ==
            matter.villages.end())
            matter.villages.push_back(village);
    };
    if (matter.dispute)
        for (const Id<model::Village> village : {matter.dispute->first, matter.dispute->second})
            add(village);
    for (const BoundarySegment* segment : matter.segments)
        for (const Id<model::Village> village : {segment->first, segment->second})
            add(village);
    return matter;
}

bool is_recorded(const model::Document* paper) {
    return paper && !paper->number.empty() && paper->date;
}

bool is_recorded(const model::Atlas& atlas, const Matter& matter) {
    if (is_recorded(matter.paper))
        return true;
    if (!matter.dispute || !matter.signed_on)
        return false;
    const auto signatories = atlas.signatories(matter.dispute->id);
    return std::all_of(matter.villages.begin(), matter.villages.end(), [&](auto village) {
        return std::any_of(signatories.begin(), signatories.end(), [&](const auto* one) {
            return one->village == village && !one->paper_number.empty() &&
                   model::may_be_of_this_facilitation(atlas, *matter.dispute, *one);
        });
    });
}

std::optional<Date> day_of(const Matter& matter) {
    if (matter.paper && matter.paper->date)
        return matter.paper->date;
    if (matter.signed_on || matter.paper)
        return matter.signed_on;
    return matter.meeting ? matter.meeting->date : std::nullopt;
}

DisputeState state_then(const model::Atlas& atlas, const Matter& matter) {
    const BoundaryDispute& dispute = *matter.dispute;
    if (dispute.state == DisputeState::regent_decision)
        return DisputeState::not_agreed;
    if (dispute.state != DisputeState::enacted)
        return dispute.state;
    if (was_agreed(atlas, matter))
        return DisputeState::agreed;
    const std::optional<Date> day = day_of(matter);
    const auto meetings = atlas.meetings(dispute.id);
    if (std::any_of(meetings.begin(), meetings.end(), [&](const model::Meeting* meeting) {
            return meeting->outcome == model::MeetingOutcome::refused &&
                   !(day && meeting->date && *day < *meeting->date);
        }))
        return DisputeState::not_agreed;
    return dispute.facilitator == model::Facilitator::regent ? DisputeState::regency_facilitation
                                                             : DisputeState::district_facilitation;
}

bool describes_a_line(const model::Atlas& atlas, const Matter& matter) {
    return !matter.dispute || was_agreed(atlas, matter);
}

bool was_agreed(const model::Atlas& atlas, const Matter& matter) {
    using model::SegmentState;
    if (matter.dispute && matter.dispute->state == DisputeState::enacted)
        return model::was_agreed_before_enactment(atlas, *matter.dispute);
    if (matter.dispute)
        return matter.dispute->state == DisputeState::agreed;
    return matter.paper || matter.segment->state == SegmentState::agreed ||
           matter.segment->state == SegmentState::technical_verification ||
           matter.segment->state == SegmentState::enacted;
}

std::string kind_of_minutes(const model::Atlas& atlas, const Matter& matter) {
    if (was_agreed(atlas, matter))
        return "BERITA ACARA KESEPAKATAN BATAS DESA";
    if (!matter.dispute)
        return "BERITA ACARA BATAS DESA";
    if (state_then(atlas, matter) == DisputeState::not_agreed)
        return "BERITA ACARA KETIDAKSEPAKATAN BATAS DESA";
    return "BERITA ACARA FASILITASI PERSELISIHAN BATAS DESA";
}

std::vector<double> rounded_parts(std::vector<double> parts, double whole) {
    constexpr double step = 100;
    double sum = 0;
    for (const double part : parts)
        sum += part;
    std::vector<std::pair<double, std::size_t>> lost; // by rounding down, negative, and of which
    auto missing = std::llround(whole / step);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double steps = std::floor(parts[i] / step);
        lost.emplace_back(steps - parts[i] / step, i);
        missing -= std::llround(steps);
    }
    const bool whole_land = std::abs(sum - whole) < step / 2;
    std::sort(lost.begin(), lost.end());
    for (const auto& [rest, i] : lost) {
        const double steps = std::floor(parts[i] / step);
        const bool up = whole_land ? missing-- > 0 : rest <= -0.5;
        parts[i] = (steps + (up ? 1 : 0)) * step;
    }
    return parts;
}

double land_in(const model::Atlas& atlas, const geo::MultiPolygon& land,
               Id<model::Village> village) {
    const model::Village* row = atlas.find(village);
    const double whole = std::abs(geo::area(land));
    if (!row || !row->geometry || whole <= 0)
        return 0;
    Progress progress;
    // Over so little land a square degree is everywhere as large.
    return topology::overlap_area(land, *row->geometry, progress) / whole *
           crs::ellipsoidal_area(land);
}

} // namespace antardesa::workspace
