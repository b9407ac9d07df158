#include "model/finding_verbs.h"

#include "geo/measure.h"

#include <algorithm>
#include <cmath>

namespace antardesa::model {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"model." + std::move(key), std::move(arguments)}};
}

bool is_strip(const BoundaryFinding& finding) {
    return finding.kind == FlawKind::overlap || finding.kind == FlawKind::gap;
}

SharedPolygons polygons_of(const SharedGeometry& geometry) {
    const auto* set = geometry ? std::get_if<geo::PolygonSet>(geometry.get()) : nullptr;
    return set ? std::make_shared<const geo::MultiPolygon>(set->polygons) : nullptr;
}

/// A hundred-thousandth of a degree is a metre or so.
std::string metre_text(double degrees) {
    return std::to_string(std::llround(degrees * 1e5));
}

template<class Row>
std::string list_of(const char* prefix, const std::vector<Id<Row>>& ids) {
    std::string text;
    for (const Id<Row> id : ids)
        text += prefix + std::to_string(id.value);
    return text;
}

BoundaryFinding finding_again(const Atlas& atlas, const BoundaryException& exception) {
    BoundaryFinding finding;
    finding.id = atlas.table<BoundaryFinding>().next_id();
    finding.kind = exception.kind == topology::StripKind::gap ? FlawKind::gap : FlawKind::overlap;
    finding.villages = exception.villages;
    finding.special_areas = exception.special_areas;
    finding.names = exception.names;
    finding.count = static_cast<int>(exception.geometry->size());
    finding.area_m2 = exception.area_m2;
    finding.revision = atlas.revision();
    const geo::Box box = geo::bounds(*exception.geometry);
    const auto inside = geo::pole_of_inaccessibility(*exception.geometry,
                                                     std::max(box.width(), box.height()) / 1000);
    const geo::Point place = inside ? inside->position : box.centre();
    finding.longitude = place.x;
    finding.latitude = place.y;
    finding.geometry = std::make_shared<const geo::Geometry>(geo::PolygonSet{*exception.geometry});
    finding.fingerprint = fingerprint_of(finding);
    return finding;
}

} // namespace

std::string fingerprint_of(const BoundaryFinding& finding) {
    std::string text(code_of(finding.kind));
    if (finding.fault)
        text += " " + std::string(code_of(*finding.fault));
    return text + list_of(" d", finding.villages) + list_of(" a", finding.special_areas) + " " +
           metre_text(finding.longitude) + " " + metre_text(finding.latitude);
}

Edit record_findings(const RecordFindings& request) {
    Edit edit{{"edit.check_recorded", {std::to_string(request.open)}}, {}, {}};
    for (const Id<BoundaryFinding> id : request.gone)
        edit.writes.push_back(Erase<BoundaryFinding>{id});
    for (const BoundaryFinding& finding : request.put)
        edit.writes.push_back(Put<BoundaryFinding>{finding});
    return edit;
}

Result<Edit> allow_strip(const Atlas& atlas, const AllowStrip& request) {
    const BoundaryFinding* finding = atlas.find(request.finding);
    if (!finding)
        return refused("unknown_finding", {std::to_string(request.finding.value)});
    const SharedPolygons outline = polygons_of(finding->geometry);
    if (!is_strip(*finding) || !outline)
        return refused("only_strips_are_allowed", {std::string(code_of(finding->kind))});
    if (request.document && !atlas.find(request.document))
        return refused("unknown_document", {std::to_string(request.document.value)});
    const bool gap = finding->kind == FlawKind::gap;
    if (gap && request.reason == ExceptionReason::mutual_claim)
        return refused("gap_is_not_claimed", {finding->names});
    if (!gap && request.reason == ExceptionReason::undefined)
        return refused("overlap_is_claimed", {finding->names});
    BoundaryException exception;
    exception.id =
        finding->outgrown ? finding->outgrown : atlas.table<BoundaryException>().next_id();
    exception.kind = gap ? topology::StripKind::gap : topology::StripKind::overlap;
    exception.reason = request.reason;
    exception.remark = request.remark;
    exception.document = request.document;
    exception.date = request.date;
    exception.villages = finding->villages;
    exception.special_areas = finding->special_areas;
    exception.names = finding->names;
    exception.area_m2 = finding->area_m2.value_or(0);
    exception.geometry = outline;
    return Edit{{"edit.allow_strip", {finding->names, std::string(code_of(request.reason))}},
                {Erase<BoundaryFinding>{finding->id}, Put<BoundaryException>{std::move(exception)}},
                request.document};
}

Result<Edit> withdraw_exception(const Atlas& atlas, const WithdrawException& request) {
    const BoundaryException* exception = atlas.find(request.exception);
    if (!exception)
        return refused("unknown_exception", {std::to_string(request.exception.value)});
    Edit edit{{"edit.withdraw_exception", {exception->names}}, {}, {}};
    bool is_open = false;
    for (const BoundaryFinding& finding : atlas.table<BoundaryFinding>()) {
        if (finding.outgrown != exception->id)
            continue;
        BoundaryFinding freed = finding;
        freed.outgrown = {};
        edit.writes.push_back(Put<BoundaryFinding>{std::move(freed)});
        is_open = true;
    }
    edit.writes.push_back(Erase<BoundaryException>{exception->id});
    if (!is_open)
        edit.writes.push_back(Put<BoundaryFinding>{finding_again(atlas, *exception)});
    return edit;
}

} // namespace antardesa::model
