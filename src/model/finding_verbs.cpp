#include "model/finding_verbs.h"

#include "geo/measure.h"
#include "model/state_papers.h"

#include <algorithm>
#include <cmath>

namespace antardesa::model {

namespace {

Refusal refused(std::string key, std::vector<std::string> arguments = {}) {
    return {{"model." + std::move(key), std::move(arguments)}};
}

constexpr double degrees_of_a_metre = 1 / 111320.0; // along a meridian, for tolerances only

geo::Polygon square_around(geo::Point p) {
    const double r = degrees_of_a_metre;
    return {{{p.x - r, p.y - r},
             {p.x + r, p.y - r},
             {p.x + r, p.y + r},
             {p.x - r, p.y + r},
             {p.x - r, p.y - r}},
            {}};
}

/// What an exception covers: the land, or a metre around each place.
SharedPolygons covered_by(const SharedGeometry& geometry) {
    if (!geometry)
        return nullptr;
    if (const auto* set = std::get_if<geo::PolygonSet>(geometry.get()))
        return std::make_shared<const geo::MultiPolygon>(set->polygons);
    geo::MultiPolygon squares;
    if (const auto* set = std::get_if<geo::PointSet>(geometry.get()))
        for (const geo::Point p : set->points)
            squares.push_back(square_around(p));
    return squares.empty() ? nullptr
                           : std::make_shared<const geo::MultiPolygon>(std::move(squares));
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

geo::PointSet middles_of(const geo::MultiPolygon& squares) {
    geo::PointSet middles;
    for (const geo::Polygon& square : squares)
        middles.points.push_back(geo::bounds(std::span<const geo::Point>(square.outer)).centre());
    return middles;
}

const BoundarySegment* segment_between(const Atlas& atlas, const std::vector<Id<Village>>& pair) {
    for (const BoundarySegment& segment : atlas.segments())
        if (pair.size() == 2 &&
            std::minmax(segment.first, segment.second) ==
                std::pair<const Id<Village>&, const Id<Village>&>(pair[0], pair[1]))
            return &segment;
    return nullptr;
}

/// The line as it lies is the agreed one from now on.
Result<Edit> confirm_line(const Atlas& atlas, const BoundaryFinding& finding,
                          const AllowStrip& request) {
    const BoundarySegment* segment = segment_between(atlas, finding.villages);
    const bool settled = segment && paper_of(segment->state);
    if (settled && (!request.document || request.document == segment->document))
        return refused("moved_line_needs_document", {finding.names});
    if (settled)
        if (auto refusal =
                paper_refusal(atlas, *segment, segment->state, atlas.find(request.document)))
            return *std::move(refusal);
    Edit edit{{"edit.confirm_line", {finding.names}},
              {Erase<BoundaryFinding>{finding.id}},
              request.document};
    if (segment && request.document) {
        BoundarySegment confirmed = *segment;
        confirmed.document = request.document;
        edit.writes.push_back(Put<BoundarySegment>{std::move(confirmed)});
    }
    return edit;
}

std::optional<Refusal> why_not_stay(const BoundaryFinding& finding, ExceptionReason reason) {
    const std::vector<ExceptionReason> fitting = reasons_to_stay(finding.kind);
    if (fitting.empty())
        return refused("cannot_stay." + std::string(code_of(finding.kind)), {finding.names});
    if (std::find(fitting.begin(), fitting.end(), reason) != fitting.end())
        return std::nullopt;
    if (finding.kind == FlawKind::gap)
        return refused("gap_is_not_claimed", {finding.names});
    if (finding.kind == FlawKind::overlap)
        return refused("overlap_is_claimed", {finding.names});
    return refused("reason_does_not_fit", {finding.names});
}

/// What an exception must rest on.
std::optional<Refusal> why_unfounded(const Atlas& atlas, const BoundaryFinding& finding,
                                     const AllowStrip& request) {
    const Document* document = atlas.find(request.document);
    if (request.document && !document)
        return refused("unknown_document", {std::to_string(request.document.value)});
    const bool agreed = request.reason == ExceptionReason::agreed_for_now;
    const bool confirms = finding.kind == FlawKind::moved_line && !agreed;
    if (confirms || !rests_on_document(request.reason))
        return std::nullopt;
    if (!document)
        return refused(agreed ? "agreed_needs_document" : "exception_needs_document",
                       {finding.names});
    if (agreed && document->kind == "peta")
        return refused("agreed_not_by_map", {finding.names});
    if (!document->date)
        return refused(agreed ? "agreed_document_needs_date" : "exception_document_needs_date",
                       {finding.names});
    return std::nullopt;
}

BoundaryFinding finding_again(const Atlas& atlas, const BoundaryException& exception) {
    BoundaryFinding finding;
    finding.id = atlas.table<BoundaryFinding>().next_id();
    finding.kind = exception.kind;
    finding.severity = exception.kind == FlawKind::overlap || exception.kind == FlawKind::gap
                           ? Severity::error
                           : Severity::warning;
    finding.villages = exception.villages;
    finding.special_areas = exception.special_areas;
    finding.names = exception.names;
    finding.count = static_cast<int>(exception.geometry->size());
    if (exception.kind != FlawKind::near_miss)
        finding.area_m2 = exception.area_m2;
    finding.revision = atlas.revision();
    const geo::Box box = geo::bounds(*exception.geometry);
    const auto inside = geo::pole_of_inaccessibility(*exception.geometry,
                                                     std::max(box.width(), box.height()) / 1000);
    const geo::Point place = inside ? inside->position : box.centre();
    finding.longitude = place.x;
    finding.latitude = place.y;
    finding.geometry = std::make_shared<const geo::Geometry>(
        exception.kind == FlawKind::near_miss
            ? geo::Geometry(middles_of(*exception.geometry))
            : geo::Geometry(geo::PolygonSet{*exception.geometry}));
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

bool is_of_check(FlawKind kind) {
    return kind != FlawKind::moved_line && kind != FlawKind::stray_points &&
           kind != FlawKind::incomplete_paper;
}

std::vector<ExceptionReason> reasons_to_stay(FlawKind kind) {
    using Reason = ExceptionReason;
    switch (kind) {
    case FlawKind::overlap:
        return {Reason::mutual_claim, Reason::agreed_for_now, Reason::lake, Reason::forest,
                Reason::sea,          Reason::other};
    case FlawKind::gap:
        return {Reason::undefined, Reason::agreed_for_now, Reason::lake, Reason::forest,
                Reason::sea,       Reason::other};
    case FlawKind::near_miss:
    case FlawKind::outside_district:
    case FlawKind::moved_line:
        return {Reason::agreed_for_now, Reason::other};
    case FlawKind::invalid_ring:
    case FlawKind::duplicate_shape:
    case FlawKind::duplicate_code:
    case FlawKind::tangled:
    case FlawKind::stray_points:
    case FlawKind::incomplete_paper:
        break;
    }
    return {};
}

Result<Edit> allow_strip(const Atlas& atlas, const AllowStrip& request) {
    const BoundaryFinding* finding = atlas.find(request.finding);
    if (!finding)
        return refused("unknown_finding", {std::to_string(request.finding.value)});
    if (auto refusal = why_not_stay(*finding, request.reason))
        return *std::move(refusal);
    if (auto refusal = why_unfounded(atlas, *finding, request))
        return *std::move(refusal);
    if (finding->kind == FlawKind::moved_line)
        return confirm_line(atlas, *finding, request);
    const SharedPolygons outline = covered_by(finding->geometry);
    if (!outline)
        return refused("unknown_finding", {std::to_string(request.finding.value)});
    BoundaryException exception;
    exception.id =
        finding->outgrown ? finding->outgrown : atlas.table<BoundaryException>().next_id();
    exception.kind = finding->kind;
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
