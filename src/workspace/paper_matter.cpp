#include "workspace/paper_matter.h"

#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/overlap_area.h"

#include <algorithm>

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

/// The case's minutes; of one that a Perbup ended those of the meeting in which it was agreed.
const model::Document* signed_before(const model::Atlas& atlas, const BoundaryDispute& dispute) {
    const model::Document* paper = minutes_among(atlas, dispute.outcome);
    if (paper || dispute.state != DisputeState::enacted)
        return paper;
    for (const model::Meeting* meeting : atlas.meetings(dispute.id)) {
        const model::Document* minutes = minutes_among(atlas, meeting->document);
        if (minutes && meeting->outcome == model::MeetingOutcome::agreed &&
            (!paper || !paper->date || (minutes->date && *paper->date < *minutes->date)))
            paper = minutes;
    }
    return paper;
}

} // namespace

Matter matter_of(const model::Atlas& atlas, const PaperRequest& request) {
    Matter matter;
    if (request.dispute) {
        matter.dispute = atlas.find(request.dispute);
        matter.segment = atlas.find(matter.dispute->segment);
        matter.paper = signed_before(atlas, *matter.dispute);
        for (const model::Meeting* one : atlas.meetings(request.dispute)) {
            const bool own = matter.paper && one->document == matter.paper->id;
            const bool newer = !matter.meeting || !matter.meeting->date ||
                               (one->date && std::chrono::sys_days(*one->date) >=
                                                 std::chrono::sys_days(*matter.meeting->date));
            if (own || newer)
                matter.meeting = one;
            if (own)
                break;
        }
        // The place of another day is not where the paper was made.
        if (matter.paper && matter.meeting && matter.meeting->document != matter.paper->id &&
            matter.meeting->date != matter.paper->date)
            matter.meeting = nullptr;
    } else {
        matter.segment = atlas.find(request.segment);
    }
    if (matter.dispute)
        matter.segments = atlas.segments_of(*matter.dispute);
    else
        matter.segments = {matter.segment};
    if (!matter.paper && matter.segment)
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

bool was_agreed(const model::Atlas& atlas, const Matter& matter) {
    using model::SegmentState;
    if (matter.dispute && matter.dispute->state == DisputeState::enacted) {
        const auto meetings = atlas.meetings(matter.dispute->id);
        return std::any_of(meetings.begin(), meetings.end(), [](const model::Meeting* meeting) {
            return meeting->outcome == model::MeetingOutcome::agreed;
        });
    }
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
    if (matter.dispute->state == DisputeState::enacted)
        return "BERITA ACARA PENYELESAIAN PERSELISIHAN BATAS DESA";
    if (matter.dispute->state == DisputeState::not_agreed ||
        matter.dispute->state == DisputeState::regent_decision)
        return "BERITA ACARA KETIDAKSEPAKATAN BATAS DESA";
    return "BERITA ACARA FASILITASI PERSELISIHAN BATAS DESA";
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
