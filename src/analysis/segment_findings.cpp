#include "analysis/segment_findings.h"

#include "analysis/line_match.h"
#include "analysis/turning_points.h"
#include "model/point_verbs.h"
#include "model/state_papers.h"

#include <algorithm>
#include <map>

namespace antardesa::analysis {

namespace {

using model::BoundaryFinding;
using model::BoundarySegment;
using model::FlawKind;
using model::Table;
using model::TableSet;
using model::TurningPoint;
using Pair = std::vector<Id<model::Village>>;

Pair pair_of(const BoundarySegment& segment) {
    return {std::min(segment.first, segment.second), std::max(segment.first, segment.second)};
}

bool has_line(const BoundarySegment& segment) {
    return segment.geometry && !segment.geometry->empty();
}

std::string names_of(const TableSet& tables, const Pair& pair) {
    std::string names;
    for (const Id<model::Village> id : pair) {
        const model::Village* village = std::get<Table<model::Village>>(tables).find(id);
        names += (names.empty() ? "" : "; ") + (village ? village->name : std::string());
    }
    return names;
}

BoundaryFinding finding_of(const TableSet& tables, const BoundarySegment& segment, FlawKind kind,
                           std::vector<geo::Point> places) {
    BoundaryFinding finding;
    finding.kind = kind;
    finding.severity = Severity::warning;
    finding.villages = pair_of(segment);
    finding.names = names_of(tables, finding.villages);
    finding.longitude = places.front().x;
    finding.latitude = places.front().y;
    finding.geometry = std::make_shared<const geo::Geometry>(geo::PointSet{std::move(places)});
    return finding;
}

std::optional<BoundaryFinding> stray_finding(const TableSet& tables, const BoundarySegment& segment,
                                             const std::vector<const TurningPoint*>& points) {
    if (points.empty() || !has_line(segment))
        return std::nullopt;
    const NearLine near(*segment.geometry);
    std::vector<geo::Point> places;
    double farthest = 0;
    for (const TurningPoint* point : points) {
        const auto at = near.nearest(point->position);
        if (!model::lies_on_line(*point) || !at || at->distance_m <= on_line_m)
            continue;
        // The worst one first: there a person is taken.
        const bool worst = at->distance_m > farthest;
        places.insert(worst ? places.begin() : places.end(), point->position);
        farthest = std::max(farthest, at->distance_m);
    }
    if (places.empty())
        return std::nullopt;
    const int count = static_cast<int>(places.size());
    BoundaryFinding finding =
        finding_of(tables, segment, FlawKind::stray_points, std::move(places));
    finding.count = count;
    finding.width_m = farthest;
    return finding;
}

std::optional<BoundaryFinding> paper_finding(const TableSet& tables,
                                             const BoundarySegment& segment) {
    const model::Document* document =
        std::get<Table<model::Document>>(tables).find(segment.document);
    if (!has_line(segment) || !model::paper_of(segment.state) ||
        model::paper_faults(segment.state, document).empty())
        return std::nullopt;
    const geo::Line& line = segment.geometry->front();
    return finding_of(tables, segment, FlawKind::incomplete_paper, {line[line.size() / 2]});
}

/// The row as it is to be stored; nothing to write when it says what the recorded one says.
void settle(std::optional<BoundaryFinding> wanted, const BoundaryFinding* known,
            Id<BoundaryFinding>& next, std::int64_t revision, model::RecordFindings& changes) {
    if (!wanted) {
        if (known)
            changes.gone.push_back(known->id);
        return;
    }
    wanted->fingerprint = model::fingerprint_of(*wanted);
    if (known && known->fingerprint == wanted->fingerprint && known->count == wanted->count &&
        known->width_m == wanted->width_m && known->names == wanted->names)
        return;
    wanted->revision = revision;
    wanted->id = known ? known->id : next;
    if (!known)
        ++next.value;
    changes.put.push_back(*std::move(wanted));
}

using Known = std::map<std::pair<FlawKind, Pair>, const BoundaryFinding*>;

Known known_findings(const TableSet& tables) {
    Known known;
    for (const BoundaryFinding& finding : std::get<Table<BoundaryFinding>>(tables))
        if (finding.kind == FlawKind::stray_points || finding.kind == FlawKind::incomplete_paper)
            known.emplace(std::pair(finding.kind, finding.villages), &finding);
    return known;
}

} // namespace

std::set<Id<BoundarySegment>> segments_touched(const TableSet& before, const model::Edit& edit) {
    std::set<Id<BoundarySegment>> touched;
    const auto& points = std::get<Table<TurningPoint>>(before);
    const auto add_of_point = [&](Id<TurningPoint> id) {
        if (const TurningPoint* old = points.find(id))
            touched.insert(old->segment);
    };
    for (const model::RowWrite& write : edit.writes) {
        if (const auto* segment = std::get_if<model::Put<BoundarySegment>>(&write)) {
            touched.insert(segment->row.id);
        } else if (const auto* point = std::get_if<model::Put<TurningPoint>>(&write)) {
            touched.insert(point->row.segment);
            add_of_point(point->row.id);
        } else if (const auto* gone = std::get_if<model::Erase<TurningPoint>>(&write)) {
            add_of_point(gone->id);
        } else if (const auto* erased = std::get_if<model::Erase<BoundarySegment>>(&write)) {
            touched.insert(erased->id);
        } else if (const auto* document = std::get_if<model::Put<model::Document>>(&write)) {
            for (const BoundarySegment& resting : std::get<Table<BoundarySegment>>(before))
                if (resting.document == document->row.id)
                    touched.insert(resting.id);
        }
    }
    return touched;
}

model::RecordFindings segment_finding_changes(const TableSet& tables,
                                              const std::set<Id<BoundarySegment>>* segments,
                                              std::int64_t revision) {
    model::RecordFindings changes;
    const Known known = known_findings(tables);
    const auto recorded = [&](FlawKind kind, const Pair& pair) {
        const auto at = known.find({kind, pair});
        return at == known.end() ? nullptr : at->second;
    };
    std::map<Id<BoundarySegment>, std::vector<const TurningPoint*>> points;
    for (const TurningPoint& point : std::get<Table<TurningPoint>>(tables))
        points[point.segment].push_back(&point);
    Id<BoundaryFinding> next = std::get<Table<BoundaryFinding>>(tables).next_id();
    std::set<Pair> living;
    for (const BoundarySegment& segment : std::get<Table<BoundarySegment>>(tables)) {
        const Pair pair = pair_of(segment);
        living.insert(pair);
        if (segments && !segments->contains(segment.id))
            continue;
        settle(stray_finding(tables, segment, points[segment.id]),
               recorded(FlawKind::stray_points, pair), next, revision, changes);
        settle(paper_finding(tables, segment), recorded(FlawKind::incomplete_paper, pair), next,
               revision, changes);
    }
    for (const auto& [key, finding] : known)
        if (!living.contains(key.second))
            changes.gone.push_back(finding->id);
    return changes;
}

} // namespace antardesa::analysis
