#include "workspace/segment_overlay.h"

#include "analysis/moved_lines.h"
#include "analysis/segments.h"
#include "analysis/turning_points.h"
#include "workspace/words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;

std::string figure(double value) {
    if (!std::isfinite(value))
        return "∞";
    char text[64];
    std::snprintf(text, sizeof text, "%.1f", value);
    std::string result = text;
    std::replace(result.begin(), result.end(), '.', ',');
    return result;
}

/// The document that a state rests on, by its number; what the state is called without one.
Finding moved_finding(const model::Atlas& atlas, const analysis::MovedLine& moved) {
    const BoundarySegment& stored = *atlas.find(moved.segment);
    const std::string pair = pair_name(atlas, stored.first, stored.second);
    const std::string paper = document_text(atlas, stored.document);
    return {Severity::warning,
            "segment_line_moved",
            pair,
            Place{moved.farthest.x, moved.farthest.y},
            {paper.empty() ? "workspace.finding.segment_line_moved_without_paper"
                           : "workspace.finding.segment_line_moved",
             {pair, figure(moved.farthest_m), figure(std::floor(moved.share * 1000) / 10), paper}}};
}

/// Pairs of the segments that took the state over.
std::string heirs(const ImportDraft& draft, const model::Atlas& atlas,
                  const analysis::CarriedState& carried) {
    std::string names;
    for (const Id<BoundarySegment> id : carried.to)
        if (const BoundarySegment* heir = draft.table<BoundarySegment>().find(id))
            names += (names.empty() ? "" : "; ") + pair_name(atlas, heir->first, heir->second);
    return names;
}

Finding carried_finding(const ImportDraft& draft, const model::Atlas& atlas,
                        const analysis::CarriedState& carried) {
    const std::string pair = pair_name(atlas, carried.first, carried.second);
    return {Severity::information,
            "segment_state_carried",
            pair,
            std::nullopt,
            {"workspace.finding.segment_state_carried", {pair, heirs(draft, atlas, carried)}}};
}

Finding orphan_finding(const model::Atlas& atlas, Id<BoundarySegment> id) {
    const BoundarySegment* segment = atlas.find(id);
    const std::string pair = pair_name(atlas, segment->first, segment->second);
    return {Severity::warning,
            "segment_without_line",
            pair,
            std::nullopt,
            {"workspace.finding.segment_without_line", {pair}}};
}

/// Points stay with the piece of the line that they stand on.
void move_points(ImportDraft& draft, const model::Atlas& atlas,
                 const analysis::CarriedState& carried) {
    for (const model::TurningPoint* point : atlas.points_of(carried.from)) {
        Id<BoundarySegment> best = carried.from;
        double least = std::numeric_limits<double>::infinity();
        std::vector<Id<BoundarySegment>> pieces = carried.to;
        pieces.push_back(carried.from);
        for (const Id<BoundarySegment> id : pieces) {
            const BoundarySegment* piece = draft.table<BoundarySegment>().find(id);
            if (!piece || !piece->geometry)
                continue;
            const auto near = analysis::NearLine(*piece->geometry).nearest(point->position);
            if (near && near->distance_m < least - 1e-6) {
                least = near->distance_m;
                best = id;
            }
        }
        if (best == point->segment)
            continue;
        model::TurningPoint moved = *point;
        moved.segment = best;
        draft.put(std::move(moved));
    }
}

/// Points that stood on their line and do not any more are said, never moved.
std::vector<Finding> strayed(const model::Atlas& before, const model::Atlas& after) {
    std::vector<Finding> findings;
    for (const BoundarySegment& segment : after.segments()) {
        const BoundarySegment* old = before.find(segment.id);
        if (after.points_of(segment.id).empty() || (old && old->geometry == segment.geometry))
            continue;
        for (const analysis::StrayPoint& stray : analysis::stray_points(after, segment.id)) {
            const model::TurningPoint& point = *after.find(stray.point);
            const std::string code = analysis::point_code(after, point);
            findings.push_back(
                {Severity::warning,
                 "point_off_line",
                 code,
                 Place{point.position.x, point.position.y},
                 {"workspace.finding.point_off_line",
                  {code, pair_name(after, segment.first, segment.second), figure(stray.off_m)}}});
        }
    }
    return findings;
}

/// They stay in the project until somebody settles them.
void record_moved(ImportDraft& draft, const model::TableSet& before, std::int64_t revision,
                  const std::vector<analysis::MovedLine>& moved) {
    const model::RecordFindings changes =
        analysis::moved_line_changes(before, draft.tables(), moved, revision + 1);
    for (const auto id : changes.gone)
        draft.erase(id);
    for (const model::BoundaryFinding& finding : changes.put)
        draft.put(finding);
}

/// The stored lines with the outlines that they were drawn from.
model::TableSet drawn_from(const ImportDraft& draft, const model::Atlas* existing) {
    model::TableSet tables = draft.tables();
    if (existing)
        std::get<model::Table<model::Village>>(tables) = existing->villages();
    return tables;
}

} // namespace

std::vector<Finding> lay_segments(ImportDraft& draft, const model::ProjectIdentity& identity,
                                  const model::Atlas* existing, Progress& progress) {
    const std::int64_t revision = existing ? existing->revision() : 0;
    const auto atlas = model::Atlas::build(identity, draft.tables(), revision, progress);
    const model::TableSet before = drawn_from(draft, existing);
    analysis::SegmentChanges changes = analysis::segment_changes(*atlas, progress, &before);
    for (auto& segment : changes.put)
        draft.put(std::move(segment));
    for (const auto id : changes.unused)
        draft.erase(id);
    record_moved(draft, before, revision, changes.moved);
    std::vector<Finding> findings;
    for (const auto& moved : changes.moved)
        findings.push_back(moved_finding(*atlas, moved));
    for (const auto& carried : changes.carried)
        move_points(draft, *atlas, carried);
    if (!draft.table<model::TurningPoint>().empty()) {
        const auto after =
            model::Atlas::build(identity, draft.tables(), 0, atlas->shared_coverage());
        for (Finding& finding : strayed(*atlas, *after))
            findings.push_back(std::move(finding));
    }
    for (const auto& carried : changes.carried)
        findings.push_back(carried_finding(draft, *atlas, carried));
    for (const auto id : changes.orphaned)
        findings.push_back(orphan_finding(*atlas, id));
    return findings;
}

} // namespace antardesa::workspace
