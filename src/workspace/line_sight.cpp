#include "workspace/line_session.h"

#include <algorithm>

namespace antardesa::workspace {

/// A village that is recorded twice, or one that overlaps: its line does not follow this one.
void LineSession::look_for_other_claims() {
    const model::Atlas& atlas = *shown_.atlas;
    const topology::Coverage& coverage = atlas.coverage();
    const auto other = topology::claimed_again(coverage, line_->arcs);
    if (!other)
        return;
    const topology::Arc& line = coverage.arcs[line_->arcs.front()];
    const topology::Arc& arc = coverage.arcs[*other];
    claimed_again_ = model::claimed_again_refusal(atlas, line, arc).message;
    for (const topology::Claimant claimant : {arc.left, arc.right, line.left, line.right})
        if (claimant < atlas.villages().size())
            claimants_.push_back(atlas.villages()[claimant].id);
}

const model::BoundaryFinding* LineSession::claimed_by() const {
    for (const model::FlawKind kind : {model::FlawKind::duplicate_shape, model::FlawKind::overlap})
        for (const auto& finding : shown_.atlas->table<model::BoundaryFinding>()) {
            const auto takes_part = [&](Id<model::Village> id) {
                return std::find(finding.villages.begin(), finding.villages.end(), id) !=
                       finding.villages.end();
            };
            // Who claims it again stands first.
            if (finding.kind == kind && !claimants_.empty() && takes_part(claimants_.front()) &&
                std::count_if(claimants_.begin(), claimants_.end(), takes_part) > 1)
                return &finding;
        }
    return nullptr;
}

std::optional<geo::Point> LineSession::hand() const {
    const auto* moved = draft_ ? std::get_if<topology::MoveVertex>(&draft_->edit) : nullptr;
    return moved ? std::optional(moved->to) : std::nullopt;
}

std::vector<LineHandle> LineSession::handles() const {
    std::vector<geo::Point> degrees;
    for (const topology::BoundaryVertex& vertex : line_->vertices)
        degrees.push_back(vertex.position);
    const geo::Line places = shown_.geometry->to_map(degrees);
    std::vector<LineHandle> handles;
    for (std::size_t i = 0; i < places.size(); ++i)
        handles.push_back({places[i],
                           line_->vertices[i].line,
                           line_->vertices[i].node,
                           static_cast<bool>(line_->locked[i]),
                           {}});
    for (const model::TurningPoint* point : shown_.atlas->points_of(line_->segment))
        if (const int number = vertex_near(point->position, analysis::on_line_m); number != 0) {
            std::string& label = handles[static_cast<std::size_t>(number - 1)].point;
            label += (label.empty() ? "" : ", ") + point->kind + " " + point->number;
        }
    return handles;
}

} // namespace antardesa::workspace
