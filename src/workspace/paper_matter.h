#pragma once

#include "workspace/papers.h"

#include <vector>

/// What the berita acara of a boundary is about, and what is recorded of its agreement.
namespace antardesa::workspace {

/// What the minutes are about: a segment, a case, or a case on a segment.
struct Matter {
    const model::BoundarySegment* segment = nullptr;     ///< the first
    std::vector<const model::BoundarySegment*> segments; ///< all of a case
    const model::BoundaryDispute* dispute = nullptr;
    /// On its lines, each once: the case's own two first.
    std::vector<Id<model::Village>> villages;
    const model::Document* paper = nullptr; ///< the real one, when it is recorded
    /// By the last of the Kepala Desa and the facilitator, in this facilitation; none unless it is
    /// recorded.
    std::optional<Date> signed_on;
    /// That it is the minutes of: its own, one of the same day, or of unsigned ones the newest.
    const model::Meeting* meeting = nullptr;
};
/// Of a request that `compose_paper` has found to be there. What a row dates after `today` has not
/// happened: it was neither signed nor held.
Matter matter_of(const model::Atlas& atlas, const PaperRequest& request, Date today);

/// Number and day: without them what is printed is a draft. Who signs does so on the print.
bool is_recorded(const model::Document* paper);
/// The same by what is recorded of the paper, or else by every village's own number and the day on
/// which they signed.
bool is_recorded(const model::Atlas& atlas, const Matter& matter);
/// On which the minutes were made; none where that is not recorded.
std::optional<Date> day_of(const Matter& matter);
/// Of a case: what it had come to on that day, however it ended since.
model::DisputeState state_then(const model::Atlas& atlas, const Matter& matter);
/// A facilitation that came to no agreement has no line to describe.
bool describes_a_line(const model::Atlas& atlas, const Matter& matter);
/// Whether the villages agreed, by what is recorded; a Perbup may also end what they did not.
bool was_agreed(const model::Atlas& atlas, const Matter& matter);
/// "BERITA ACARA KESEPAKATAN BATAS DESA", …
std::string kind_of_minutes(const model::Atlas& atlas, const Matter& matter);

/// Square metres in whole hundredths of a hectare, rounded so that parts which make up the whole
/// also add up on paper; parts of less stay as they are, rounded each for itself.
std::vector<double> rounded_parts(std::vector<double> parts, double whole);

/// Of some land what lies in a village now, m² on the ellipsoid. Throws `Cancelled`.
double land_in(const model::Atlas& atlas, const geo::MultiPolygon& land,
               Id<model::Village> village);

} // namespace antardesa::workspace
