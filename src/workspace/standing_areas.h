#pragma once

#include "model/atlas.h"

namespace antardesa::workspace {

/// Land that is a feature of the kabupaten by itself until it is settled: claimed by several
/// (area saling klaim) or by nobody (area tidak terdefinisi), as an exception of the check or as
/// the boundary file had it.
bool is_standing(const model::BoundaryException& exception);
bool is_standing(const model::SpecialArea& area);

/// One of them, wherever it is kept.
struct StandingArea {
    model::ExceptionReason reason = model::ExceptionReason::undefined; ///< or mutual_claim
    std::int64_t id = 0;                                               ///< of its row
    bool imported = false; ///< as the boundary file had it (`area_khusus`), else an exception
    std::string names;
    std::vector<Id<model::Village>> villages; ///< who claim it, or who border on it
    std::string remark;
    Id<model::Document> document;
    std::optional<Date> since;
    double area_m2 = 0; ///< on the ellipsoid
    model::SharedPolygons geometry;
};
/// Exceptions first, then what was imported, each in table order.
std::vector<StandingArea> standing_areas(const model::Atlas& atlas);

/// The recorded findings in which all of these take part.
std::vector<const model::BoundaryFinding*>
findings_at(const model::Atlas& atlas, const std::vector<Id<model::Village>>& villages,
            const std::vector<Id<model::SpecialArea>>& areas);

struct StandingTotals {
    int claimed = 0;
    double claimed_m2 = 0;
    int undefined = 0;
    double undefined_m2 = 0;
    bool any() const { return claimed + undefined > 0; }
};
/// Of the kabupaten, or of a kecamatan: areas at which one of its villages takes part. What the
/// boundary file called undefined belongs to no kecamatan.
StandingTotals standing_totals(const model::Atlas& atlas, Id<model::District> district = {});

} // namespace antardesa::workspace
