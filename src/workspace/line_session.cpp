#include "workspace/line_session.h"

#include "workspace/typed_position.h"

#include <algorithm>
#include <utility>

namespace antardesa::workspace {

LineSession::LineSession(Shown shown, analysis::SegmentLine line)
    : shown_(std::move(shown)),
      line_(std::make_shared<const analysis::SegmentLine>(std::move(line))),
      snapper_(shown_.atlas, *line_) {
}

std::optional<LineSession> LineSession::begin(const Shown& shown,
                                              Id<model::BoundarySegment> segment) {
    if (shown.empty() || !shown.geometry)
        return std::nullopt;
    auto line = analysis::line_of(*shown.atlas, segment);
    if (!line)
        return std::nullopt;
    LineSession session(shown, std::move(*line));
    session.settled_alone();
    session.look_for_other_claims();
    if (session.locked())
        session.refuse_locked(1);
    return session;
}

std::optional<LineSession> LineSession::rebind(const Shown& shown) const {
    auto fresh = begin(shown, line_->segment);
    if (!fresh)
        return std::nullopt;
    fresh->tool_ = tool_;
    fresh->answer_ = answer_;
    const auto count = static_cast<int>(fresh->line_->vertices.size());
    fresh->selected_ = std::min(selected_, count);
    if (look_at_)
        fresh->selected_ = fresh->vertex_near(*look_at_, std::numeric_limits<double>::infinity());
    return fresh;
}

bool LineSession::locked() const {
    return std::find(line_->locked.begin(), line_->locked.end(), false) == line_->locked.end();
}

geo::Point LineSession::position(int number) const {
    return line_->vertices[static_cast<std::size_t>(number - 1)].position;
}

/// The areas are those of the line as it is.
void LineSession::forget_change() {
    draft_.reset();
    check_ = {};
    deltas_.clear();
    fates_.clear();
    joins_.clear();
    settled_alone();
}

void LineSession::forget_draft() {
    forget_change();
    snap_.reset();
}

/// While nothing is moved: what a move of this line would have to answer.
void LineSession::settled_alone() {
    settled_.clear();
    const model::BoundarySegment* segment = shown_.atlas->find(line_->segment);
    if (segment && (segment->state == model::SegmentState::agreed ||
                    segment->state == model::SegmentState::technical_verification))
        settled_.push_back(segment);
}

void LineSession::answer(const AnswerForSettled& answer) {
    if (pending_)
        return;
    answer_ = answer.falls_back || answer.document ? std::optional(answer) : std::nullopt;
    trouble_ = {};
}

/// Whether every settled line that the request moves has been answered for.
bool LineSession::is_answered(const model::EditLine& request) {
    for (const model::BoundarySegment* segment : settled_)
        if (const auto settled = model::settled_anew(*shown_.atlas, *segment, request); !settled) {
            trouble_ = settled.refusal().message;
            return false;
        }
    return true;
}

void LineSession::settle() {
    pending_ = false;
    look_at_.reset();
    forget_draft();
}

void LineSession::set_tool(LineTool tool) {
    if (pending_)
        return;
    tool_ = tool;
    grabbed_ = false;
    drawn_.clear();
    pasted_ = 0;
    ends_.clear();
    followed_ = {};
    trouble_ = {};
    forget_draft();
    if (locked())
        refuse_locked(1);
}

int LineSession::vertex_near(geo::Point p, double reach) const {
    int best = 0;
    double nearest = reach;
    for (std::size_t i = 0; i < line_->vertices.size(); ++i)
        if (const double distance = snapper_.metres(line_->vertices[i].position, p);
            distance < nearest) {
            nearest = distance;
            best = static_cast<int>(i) + 1;
        }
    return best;
}

/// Says why a final vertex stays; false when it may move.
bool LineSession::refuse_locked(int number) {
    const auto index = static_cast<std::size_t>(number - 1);
    if (!line_->locked[index])
        return false;
    const model::BoundarySegment* segment = shown_.atlas->find(line_->segment);
    const bool final = segment && segment->state == model::SegmentState::enacted;
    trouble_ = final ? model::final_refusal(*shown_.atlas, *segment).message
                     : Message{"workspace.line.node_locked", {}};
    return true;
}

bool LineSession::propose(const model::EditLine& request) {
    draft_ = request;
    check_ = topology::check_arc_edit(shown_.atlas->coverage(), request.edit);
    deltas_ = analysis::area_deltas(shown_.atlas->coverage(), check_.pieces);
    fates_ = analysis::point_fates(*shown_.atlas, request.edit, check_.pieces);
    settled_ = model::settled_segments(*shown_.atlas, check_.pieces);
    trouble_ = {};
    if (const auto* segment = model::final_segment(*shown_.atlas, check_.pieces))
        trouble_ = model::final_refusal(*shown_.atlas, *segment).message;
    else if (!check_)
        trouble_ = model::refusal_of(*shown_.atlas, request.edit, check_).message;
    return trouble_.key.empty();
}

LineSession::Step LineSession::commit(const Result<model::EditLine>& request,
                                      std::optional<geo::Point> look_at) {
    if (!request) {
        trouble_ = request.refusal().message;
        return std::nullopt;
    }
    model::EditLine wanted = request.value();
    if (answer_) {
        wanted.falls_back = answer_->falls_back;
        wanted.document = answer_->document;
    }
    if (const bool possible = propose(wanted); !possible || !is_answered(wanted)) {
        const Message why = trouble_;
        const auto asked = settled_;
        forget_draft();
        if (possible)
            settled_ = asked; // what they become is to be said before the next try
        trouble_ = why;
        return std::nullopt;
    }
    pending_ = true;
    look_at_ = look_at;
    drawn_.clear();
    pasted_ = 0;
    ends_.clear();
    followed_ = {};
    return draft_;
}

void LineSession::select(int number) {
    const auto count = static_cast<int>(line_->vertices.size());
    selected_ = number < 1 || number > count ? 0 : number;
    if (!locked())
        trouble_ = {};
}

void LineSession::step(int by) {
    const auto count = static_cast<int>(line_->vertices.size());
    const int from = selected_ == 0 ? (by > 0 ? 0 : 1) : selected_;
    select(((from - 1 + by) % count + count) % count + 1);
}

void LineSession::press(geo::Point at, double reach) {
    if (pending_ || tool_ != LineTool::move)
        return;
    const int number = vertex_near(degrees(at), reach);
    if (number == 0)
        return;
    select(number);
    grabbed_ = !refuse_locked(number);
}

void LineSession::drag(geo::Point at, double reach) {
    if (!grabbed_ || selected_ == 0)
        return;
    const auto snap = reach > 0 ? snapper_.guide(degrees(at), reach) : std::nullopt;
    const geo::Point to = snap ? snap->position : degrees(at);
    const VertexRequest request{line_->segment, selected_, VertexRequest::Deed::move, to, {}};
    if (const auto edit = line_edit(*shown_.atlas, *line_, request))
        propose(edit.value());
    snap_ = snap;
}

LineSession::Step LineSession::drop() {
    if (!std::exchange(grabbed_, false) || !draft_)
        return std::nullopt;
    const auto* moved = std::get_if<topology::MoveVertex>(&draft_->edit);
    if (moved != nullptr && moved->to == position(selected_)) {
        forget_draft();
        return std::nullopt;
    }
    return commit(model::EditLine(*draft_), moved ? std::optional(moved->to) : std::nullopt);
}

LineSession::Step LineSession::move_to(int number, geo::Point to) {
    if (pending_ || number < 1 || static_cast<std::size_t>(number) > line_->vertices.size() ||
        refuse_locked(number))
        return std::nullopt;
    select(number);
    return commit(
        line_edit(*shown_.atlas, *line_,
                  VertexRequest{line_->segment, number, VertexRequest::Deed::move, to, {}}),
        to);
}

LineSession::Step LineSession::nudge(double east_m, double north_m) {
    if (selected_ == 0)
        return std::nullopt;
    const geo::Point metric = snapper_.metric();
    return move_to(selected_,
                   position(selected_) + geo::Point{east_m / metric.x, north_m / metric.y});
}

LineSession::Step LineSession::insert(geo::Point at, double reach) {
    if (pending_ || tool_ != LineTool::move || (locked() && refuse_locked(1)))
        return std::nullopt;
    const geo::Point p = degrees(at);
    const auto snap = snapper_.own(p, reach);
    if (!snap || snap->target != LineSnap::Target::edge)
        return std::nullopt;
    const LineStation station = station_on(*line_, snapper_.metric(), snap->position);
    return commit(line_edit(*shown_.atlas, *line_,
                            VertexRequest{line_->segment,
                                          station.from,
                                          VertexRequest::Deed::insert_after,
                                          snap->position,
                                          {}}),
                  snap->position);
}

LineSession::Step LineSession::insert_after_selected() {
    const auto number = static_cast<std::size_t>(selected_);
    if (pending_ || tool_ != LineTool::move || number == 0 || number >= line_->vertices.size() ||
        line_->vertices[number].line != line_->vertices[number - 1].line ||
        refuse_locked(selected_))
        return std::nullopt;
    const geo::Point at = (position(selected_) + position(selected_ + 1)) * 0.5;
    return commit(
        line_edit(
            *shown_.atlas, *line_,
            VertexRequest{line_->segment, selected_, VertexRequest::Deed::insert_after, at, {}}),
        at);
}

LineSession::Step LineSession::remove() {
    if (pending_ || selected_ == 0 || refuse_locked(selected_))
        return std::nullopt;
    return commit(
        line_edit(*shown_.atlas, *line_,
                  VertexRequest{line_->segment, selected_, VertexRequest::Deed::remove, {}, {}}),
        position(std::max(1, selected_ - 1)));
}

LineSession::Step LineSession::type(int number, LineColumn column, const std::string& text) {
    if (number < 1 || static_cast<std::size_t>(number) > line_->vertices.size())
        return std::nullopt;
    const auto reading = typed_position(text, column, position(number), shown_);
    if (!reading.position) {
        trouble_ = reading.why;
        return std::nullopt;
    }
    return move_to(number, *reading.position);
}

} // namespace antardesa::workspace
