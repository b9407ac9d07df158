#include "analysis/moved_lines.h"

#include "analysis/detail/open_stretches.h"
#include "analysis/line_match.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

using model::BoundaryFinding;
using model::BoundarySegment;
using model::Table;
using model::TableSet;
using model::Village;
using Pair = std::pair<Id<Village>, Id<Village>>;

std::map<Pair, const BoundarySegment*> by_pair(const TableSet& tables) {
    std::map<Pair, const BoundarySegment*> segments;
    for (const BoundarySegment& segment : std::get<Table<BoundarySegment>>(tables))
        segments.emplace(std::minmax(segment.first, segment.second), &segment);
    return segments;
}

bool has_line(const BoundarySegment* segment) {
    return segment && segment->geometry && !segment->geometry->empty();
}

/// How far the line lies from the agreed one.
struct Deviation {
    double share = 1; ///< that is the same, both ways
    double farthest_m = 0;
    geo::Point place;
};

Deviation deviation(const geo::MultiLine& line, const geo::MultiLine& agreed) {
    const LineShare fresh = compare_lines(line, NearLine(agreed), same_line_m);
    const LineShare old = compare_lines(agreed, NearLine(line), same_line_m);
    const LineShare& worse = old.farthest_m > fresh.farthest_m ? old : fresh;
    return {std::min(fresh.share(), old.share()), worse.farthest_m, worse.farthest};
}

const geo::MultiPolygon* outline_of(const TableSet& tables, Id<Village> id) {
    const Village* village = std::get<Table<Village>>(tables).find(id);
    return village ? village->geometry.get() : nullptr;
}

/// What the line is measured against: where the agreed one was open, both villages' sides.
geo::MultiLine agreed_for(const TableSet& before, const BoundarySegment& agreed,
                          const geo::MultiLine& line) {
    return detail::closed_like(*agreed.geometry, line, outline_of(before, agreed.first),
                               outline_of(before, agreed.second));
}

std::string name_of(const TableSet& tables, Id<Village> id) {
    const Village* village = std::get<Table<Village>>(tables).find(id);
    return village ? village->name : std::string();
}

void measure(BoundaryFinding& finding, const Deviation& found, std::int64_t revision) {
    finding.width_m = found.farthest_m;
    finding.longitude = found.place.x;
    finding.latitude = found.place.y;
    finding.revision = revision;
    finding.fingerprint = model::fingerprint_of(finding);
}

BoundaryFinding finding_of(const TableSet& tables, const BoundarySegment& agreed) {
    BoundaryFinding finding;
    finding.kind = model::FlawKind::moved_line;
    finding.severity =
        agreed.state == model::SegmentState::enacted ? Severity::error : Severity::warning;
    finding.villages = {std::min(agreed.first, agreed.second),
                        std::max(agreed.first, agreed.second)};
    finding.names =
        name_of(tables, finding.villages[0]) + "; " + name_of(tables, finding.villages[1]);
    finding.geometry = std::make_shared<const geo::Geometry>(geo::LineSet{*agreed.geometry});
    return finding;
}

bool is_settled(const BoundarySegment& segment) {
    return segment.state == model::SegmentState::agreed ||
           segment.state == model::SegmentState::technical_verification ||
           segment.state == model::SegmentState::enacted;
}

} // namespace

std::vector<MovedLine> lines_moved(const TableSet& before, const TableSet& after) {
    std::vector<MovedLine> moved;
    // One that was recorded is measured against what was agreed, not against where it lies.
    std::set<Pair> recorded;
    for (const BoundaryFinding& finding : std::get<Table<BoundaryFinding>>(before))
        if (finding.kind == model::FlawKind::moved_line && finding.villages.size() == 2)
            recorded.emplace(finding.villages[0], finding.villages[1]);
    const auto& old_rows = std::get<Table<BoundarySegment>>(before);
    for (const BoundarySegment& segment : std::get<Table<BoundarySegment>>(after)) {
        const BoundarySegment* old = old_rows.find(segment.id);
        if (!old || old->geometry == segment.geometry || !is_settled(*old) ||
            !is_settled(segment) || old->document != segment.document || !has_line(old) ||
            !has_line(&segment) || *old->geometry == *segment.geometry ||
            recorded.contains(std::minmax(segment.first, segment.second)))
            continue;
        const Deviation found =
            deviation(*segment.geometry, agreed_for(before, *old, *segment.geometry));
        if (found.farthest_m > settled_line_m)
            moved.push_back({segment.id, found.share, found.farthest_m, found.place});
    }
    return moved;
}

geo::MultiLine agreed_pieces(const geo::MultiLine& kept) {
    return detail::without_sides(kept);
}

bool closes_open_stretch(const geo::MultiLine& kept, const geo::MultiLine& line) {
    const geo::MultiLine pieces = detail::without_sides(kept);
    return !detail::closed_stretches(pieces, line).empty() ||
           (pieces.size() < kept.size() && !detail::closed_ends(pieces, line).empty());
}

model::RecordFindings moved_line_changes(const TableSet& before, const TableSet& after,
                                         std::span<const MovedLine> moved, std::int64_t revision) {
    model::RecordFindings changes;
    const auto& findings = std::get<Table<BoundaryFinding>>(after);
    const auto old_segments = by_pair(before);
    const auto new_segments = by_pair(after);
    std::set<Pair> known;
    for (const BoundaryFinding& finding : findings) {
        const auto* agreed = std::get_if<geo::LineSet>(finding.geometry.get());
        if (finding.kind != model::FlawKind::moved_line || finding.villages.size() != 2 || !agreed)
            continue;
        const Pair pair{finding.villages[0], finding.villages[1]};
        known.insert(pair);
        const auto fresh = new_segments.find(pair);
        if (fresh == new_segments.end() || !has_line(fresh->second)) {
            changes.gone.push_back(finding.id);
            continue;
        }
        const auto old = old_segments.find(pair);
        if (old != old_segments.end() && old->second->geometry == fresh->second->geometry)
            continue;
        const geo::MultiLine& line = *fresh->second->geometry;
        const Deviation found =
            deviation(line, detail::closed_like(agreed->lines, line, nullptr, nullptr));
        BoundaryFinding row = finding;
        measure(row, found, revision);
        if (found.farthest_m <= settled_line_m)
            changes.gone.push_back(finding.id);
        else if (row.width_m != finding.width_m || row.fingerprint != finding.fingerprint)
            changes.put.push_back(std::move(row));
    }
    Id<BoundaryFinding> next = findings.next_id();
    for (const MovedLine& line : moved) {
        const BoundarySegment* agreed = std::get<Table<BoundarySegment>>(before).find(line.segment);
        if (!has_line(agreed) || known.count(std::minmax(agreed->first, agreed->second)))
            continue;
        BoundaryFinding row = finding_of(after, *agreed);
        const BoundarySegment* now = std::get<Table<BoundarySegment>>(after).find(line.segment);
        if (has_line(now))
            row.geometry = std::make_shared<const geo::Geometry>(
                geo::LineSet{agreed_for(before, *agreed, *now->geometry)});
        row.id = next;
        ++next.value;
        measure(row, {line.share, line.farthest_m, line.farthest}, revision);
        changes.put.push_back(std::move(row));
    }
    return changes;
}

} // namespace antardesa::analysis
