#include "model/line_verbs.h"

#include "model/outline_verbs.h"
#include "model/state_papers.h"

#include <algorithm>
#include <set>

namespace antardesa::model {

namespace {

std::vector<const geo::MultiPolygon*> claimants_of(const Atlas& atlas,
                                                   const geo::MultiPolygon& nothing) {
    std::vector<const geo::MultiPolygon*> claimants;
    for (const Village& village : atlas.villages())
        claimants.push_back(village.geometry ? village.geometry.get() : &nothing);
    for (const SpecialArea& area : atlas.table<SpecialArea>())
        claimants.push_back(area.geometry ? area.geometry.get() : &nothing);
    return claimants;
}

/// "Sumber–Tani"; of coast the village alone.
std::string names_of(const Atlas& atlas, const topology::Arc& arc) {
    const std::string left = claimant_name(atlas, arc.left);
    const std::string right = claimant_name(atlas, arc.right);
    return right.empty() || left == right ? left : left + "–" + right;
}

std::string name_key(const EditLine& request, bool moves_node) {
    struct Key {
        bool traced;
        bool moves_node;
        std::string operator()(const topology::MoveVertex&) const {
            return moves_node ? "edit.move_node" : "edit.move_vertex";
        }
        std::string operator()(const topology::InsertVertex&) const { return "edit.insert_vertex"; }
        std::string operator()(const topology::DeleteVertex&) const { return "edit.delete_vertex"; }
        std::string operator()(const topology::ReshapeArc&) const {
            return traced ? "edit.trace_line" : "edit.reshape_line";
        }
    };
    return std::visit(Key{request.traced, moves_node}, request.edit);
}

const geo::MultiPolygon* outline_of(const Atlas& atlas, topology::Claimant claimant) {
    const auto& areas = atlas.table<SpecialArea>();
    if (claimant < atlas.villages().size())
        return atlas.villages()[claimant].geometry.get();
    const std::size_t area = claimant - atlas.villages().size();
    return area < areas.size() ? areas[area].geometry.get() : nullptr;
}

/// Every vertex, so that rings which begin elsewhere or run the other way are equal.
std::vector<geo::Point> places_of(const geo::MultiPolygon& outline) {
    std::set<std::pair<double, double>> places;
    for (const geo::Polygon& polygon : outline) {
        for (const geo::Point p : polygon.outer)
            places.insert({p.x, p.y});
        for (const geo::Ring& hole : polygon.holes)
            for (const geo::Point p : hole)
                places.insert({p.x, p.y});
    }
    std::vector<geo::Point> sorted;
    for (const auto& [x, y] : places)
        sorted.push_back({x, y});
    return sorted;
}

bool is_copy(const Atlas& atlas, topology::Claimant one, topology::Claimant other) {
    const geo::MultiPolygon* a = outline_of(atlas, one);
    const geo::MultiPolygon* b = outline_of(atlas, other);
    return a && b && geo::vertex_count(*a) == geo::vertex_count(*b) &&
           places_of(*a) == places_of(*b);
}

ReplaceOutlines outlines_of(const Atlas& atlas, const topology::ArcEditOutcome& outcome) {
    ReplaceOutlines request;
    const auto& areas = atlas.table<SpecialArea>();
    for (const auto& [claimant, outline] : outcome.outlines) {
        const auto shared = std::make_shared<const geo::MultiPolygon>(outline);
        if (claimant < atlas.villages().size())
            request.villages.emplace_back(atlas.villages()[claimant].id, shared);
        else
            request.special_areas.emplace_back(areas[claimant - atlas.villages().size()].id,
                                               shared);
    }
    return request;
}

bool is_enacted(const BoundarySegment* segment) {
    return segment != nullptr && segment->state == SegmentState::enacted;
}

} // namespace

std::string claimant_name(const Atlas& atlas, topology::Claimant claimant) {
    const auto& areas = atlas.table<SpecialArea>();
    if (claimant < atlas.villages().size())
        return atlas.villages()[claimant].name;
    const std::size_t area = claimant - atlas.villages().size();
    return area < areas.size() ? areas[area].name : "";
}

const BoundarySegment* segment_of(const Atlas& atlas, const topology::Arc& arc) {
    if (arc.left >= atlas.villages().size() || arc.right >= atlas.villages().size() ||
        arc.left == arc.right)
        return nullptr;
    const Id<Village> left = atlas.villages()[arc.left].id;
    const Id<Village> right = atlas.villages()[arc.right].id;
    for (const BoundarySegment* segment : atlas.segments_of(left))
        if (std::minmax(segment->first, segment->second) == std::minmax(left, right))
            return segment;
    return nullptr;
}

const BoundarySegment* final_segment(const Atlas& atlas, std::span<const topology::ArcPiece> pieces,
                                     Id<BoundarySegment> restored) {
    for (const topology::ArcPiece& piece : pieces) {
        const BoundarySegment* segment = segment_of(atlas, atlas.coverage().arcs[piece.arc]);
        if (is_enacted(segment) && segment->id != restored)
            return segment;
    }
    return nullptr;
}

std::vector<const BoundarySegment*> settled_segments(const Atlas& atlas,
                                                     std::span<const topology::ArcPiece> pieces) {
    std::vector<const BoundarySegment*> settled;
    for (const topology::ArcPiece& piece : pieces) {
        const BoundarySegment* segment = segment_of(atlas, atlas.coverage().arcs[piece.arc]);
        if (segment && paper_of(segment->state) && !is_enacted(segment) &&
            std::find(settled.begin(), settled.end(), segment) == settled.end())
            settled.push_back(segment);
    }
    return settled;
}

Result<BoundarySegment> settled_anew(const Atlas& atlas, BoundarySegment segment,
                                     const EditLine& request) {
    if (request.document && request.document != segment.document) {
        const Document* document = atlas.find(request.document);
        const bool verified =
            segment.state == SegmentState::technical_verification &&
            !paper_refusal(atlas, segment, segment.state, document, request.today);
        if (!verified) {
            if (auto refusal =
                    paper_refusal(atlas, segment, SegmentState::agreed, document, request.today))
                return *std::move(refusal);
            segment.state = SegmentState::agreed;
        }
        segment.document = request.document;
        return segment;
    }
    if (!request.falls_back) {
        const Document* paper = atlas.find(segment.document);
        const Village* first = atlas.find(segment.first);
        const Village* second = atlas.find(segment.second);
        return Refusal{{"model.line.settled",
                        {paper ? paper->number : std::string(), first ? first->name : "",
                         second ? second->name : ""}}};
    }
    segment.state = SegmentState::tracing;
    segment.document = {};
    return segment;
}

bool is_final(const Atlas& atlas, topology::ArcVertex vertex) {
    const topology::Coverage& coverage = atlas.coverage();
    const topology::Arc& arc = coverage.arcs[vertex.arc];
    if (is_enacted(segment_of(atlas, arc)))
        return true;
    if (vertex.vertex != 0 && vertex.vertex + 1 != arc.count)
        return false;
    const auto ends =
        topology::arc_ends(coverage, vertex.vertex == 0 ? arc.start_node : arc.end_node);
    return std::any_of(ends.begin(), ends.end(), [&](const topology::ArcEnd& end) {
        return is_enacted(segment_of(atlas, coverage.arcs[end.arc]));
    });
}

/// A village that stands in the project twice has to go once; another overlap is settled first.
Refusal claimed_again_refusal(const Atlas& atlas, const topology::Arc& line,
                              const topology::Arc& other) {
    for (const topology::Claimant side : {line.left, line.right})
        for (const topology::Claimant claimant : {other.left, other.right})
            if (side != claimant && is_copy(atlas, side, claimant))
                return {{"model.line.copied",
                         {claimant_name(atlas, side), claimant_name(atlas, claimant)}}};
    return {{"model.line.claimed_again", {names_of(atlas, line), names_of(atlas, other)}}};
}

std::uint32_t arc_of(const topology::ArcEdit& edit) {
    struct Arc {
        std::uint32_t operator()(const topology::MoveVertex& one) const { return one.at.arc; }
        std::uint32_t operator()(const topology::InsertVertex& one) const { return one.after.arc; }
        std::uint32_t operator()(const topology::DeleteVertex& one) const { return one.at.arc; }
        std::uint32_t operator()(const topology::ReshapeArc& one) const { return one.arc; }
    };
    return std::visit(Arc{}, edit);
}

Refusal refusal_of(const Atlas& atlas, const topology::ArcEdit& edit,
                   const topology::ArcEditCheck& check) {
    const topology::Coverage& coverage = atlas.coverage();
    const std::string key = std::string("model.line.") + arc_edit_fault_name(check.fault);
    std::uint32_t arc = check.pieces.empty() ? arc_of(edit) : check.pieces.front().arc;
    if (check.fault == topology::ArcEditFault::crosses_boundary)
        arc = check.other;
    if (check.fault == topology::ArcEditFault::claimed_again && arc < coverage.arcs.size() &&
        check.other < coverage.arcs.size())
        return claimed_again_refusal(atlas, coverage.arcs[arc], coverage.arcs[check.other]);
    if (arc >= coverage.arcs.size())
        return {{key, {""}}};
    return {{key, {names_of(atlas, coverage.arcs[arc])}}};
}

Refusal final_refusal(const Atlas& atlas, const BoundarySegment& segment) {
    const Document* document = atlas.find(segment.document);
    const Village* first = atlas.find(segment.first);
    const Village* second = atlas.find(segment.second);
    return {
        {"model.line.final",
         {document ? document->number : "", first ? first->name : "", second ? second->name : ""}}};
}

Result<EditedLine> edit_line(const Atlas& atlas, const EditLine& request) {
    if (request.document && !atlas.find(request.document))
        return Refusal{{"model.unknown_document", {std::to_string(request.document.value)}}};
    const topology::Coverage& coverage = atlas.coverage();
    EditedLine result;
    result.check = topology::check_arc_edit(coverage, request.edit);
    if (const BoundarySegment* segment =
            final_segment(atlas, result.check.pieces, request.restored))
        return final_refusal(atlas, *segment);
    if (!result.check)
        return refusal_of(atlas, request.edit, result.check);
    const geo::MultiPolygon nothing;
    result.outcome = topology::carry_out(coverage, claimants_of(atlas, nothing), result.check);
    ReplaceOutlines outlines = outlines_of(atlas, result.outcome);
    outlines.document = request.document;
    outlines.name = {name_key(request, result.check.moves_node),
                     {names_of(atlas, coverage.arcs[result.check.pieces.front().arc])}};
    auto edit = replace_outlines(atlas, outlines);
    if (!edit)
        return edit.refusal();
    result.edit = std::move(edit).value();
    return result;
}

} // namespace antardesa::model
