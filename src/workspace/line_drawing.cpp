#include "crs/coordinate_list.h"
#include "workspace/line_session.h"

namespace antardesa::workspace {

namespace {

/// The first position that cannot be read; empty key: all can.
Message unreadable(const std::vector<crs::CoordinateReading>& list) {
    if (list.empty())
        return {"workspace.line.pasted_nothing", {}};
    for (const crs::CoordinateReading& reading : list)
        if (!reading.position)
            return list.size() == 1 ? reading.why
                                    : Message{"workspace.line.pasted_line",
                                              {std::to_string(reading.line), reading.text}};
    return {};
}

} // namespace

/// What was pasted before is not what is in the clipboard now; a drawing by hand waits, without
/// areas that would look like those of the paste.
void LineSession::refuse_paste(Message why) {
    if (pasted_ != 0)
        set_tool(tool_);
    else if (!grabbed_)
        forget_draft();
    trouble_ = std::move(why);
}

LineSession::Step LineSession::paste(const std::string& text) {
    if (pending_ || (locked() && refuse_locked(1)))
        return std::nullopt;
    const auto list = crs::parse_coordinate_list(text, shown_.atlas->box());
    if (const Message why = unreadable(list); !why.key.empty()) {
        refuse_paste(why);
        return std::nullopt;
    }
    if (list.size() == 1 && tool_ == LineTool::move && selected_ != 0)
        return move_to(selected_, *list.front().position);
    if (tool_ != LineTool::draw || list.size() > 1)
        set_tool(LineTool::draw);
    trouble_ = {};
    for (const crs::CoordinateReading& reading : list)
        drawn_.push_back(*reading.position);
    if (list.size() > 1)
        pasted_ = drawn_.size();
    preview();
    return std::nullopt;
}

StretchRequest LineSession::stretch() const {
    StretchRequest request;
    request.segment = line_->segment;
    if (tool_ == LineTool::draw) {
        request.line = {drawn_};
    } else if (followed_.line != nullptr && ends_.size() == 2) {
        request.along = true;
        request.line = *followed_.line->geometry;
        request.from = ends_[0];
        request.to = ends_[1];
    }
    return request;
}

/// The line's own vertices before what may guide it.
std::optional<LineSnap> LineSession::drawn_to(geo::Point p, double reach) const {
    const auto own = snapper_.own(p, reach);
    return own ? own : snapper_.guide(p, reach);
}

void LineSession::hover(std::optional<geo::Point> at, double reach) {
    if (tool_ == LineTool::draw && !pending_ && !locked())
        snap_ = at ? drawn_to(degrees(*at), reach) : std::nullopt;
}

void LineSession::click(geo::Point at, double reach, bool free) {
    if (pending_ || (locked() && refuse_locked(1)))
        return;
    const geo::Point p = degrees(at);
    if (tool_ == LineTool::move) {
        select(vertex_near(p, reach));
        return;
    }
    trouble_ = {};
    if (tool_ == LineTool::draw) {
        snap_ = free ? std::nullopt : drawn_to(p, reach);
        drawn_.push_back(snap_ ? snap_->position : p);
    } else if (followed_.line == nullptr) {
        followed_ = snapper_.reference_line(p, reach);
        if (followed_.line == nullptr)
            trouble_ = {"workspace.line.no_reference_here", {}};
        return;
    } else if (const int number = vertex_near(p, reach); number != 0) {
        if (ends_.size() == 2)
            ends_.clear();
        ends_.push_back(number);
        select(number);
    } else {
        trouble_ = {"workspace.line.no_vertex_here", {}};
        return;
    }
    preview();
}

/// What is drawn or followed so far, as the line would run.
void LineSession::preview() {
    const bool whole = tool_ == LineTool::draw ? drawn_.size() > 1 : ends_.size() == 2;
    forget_change();
    if (!whole)
        return;
    const auto edit = line_edit(*shown_.atlas, *line_, stretch());
    if (edit) {
        propose(edit.value());
        joins_ = joins_of(*shown_.atlas, *line_, stretch());
    } else if (tool_ == LineTool::trace || all_pasted()) {
        // A hand that draws is not at its end yet.
        trouble_ = edit.refusal().message;
    }
}

LineSession::Step LineSession::finish() {
    if (pending_ || tool_ == LineTool::move)
        return std::nullopt;
    if (tool_ == LineTool::draw ? drawn_.size() < 2 : ends_.size() < 2)
        return std::nullopt;
    return commit(line_edit(*shown_.atlas, *line_, stretch()), std::nullopt);
}

bool LineSession::step_back() {
    const bool something = grabbed_ || !drawn_.empty() || followed_.line != nullptr || draft_;
    if (pending_)
        return true;
    if (drawn_.size() > 1 && drawn_.size() > pasted_) {
        std::vector<geo::Point> left = drawn_;
        left.pop_back();
        const std::size_t pasted = pasted_;
        set_tool(tool_);
        drawn_ = std::move(left);
        pasted_ = pasted;
        preview();
        return true;
    }
    if (something)
        set_tool(tool_);
    return something;
}

} // namespace antardesa::workspace
