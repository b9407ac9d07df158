#include "workspace/proposal_table.h"

#include "analysis/line_match.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Steps that can be taken back.
constexpr std::size_t most_steps = 200;
/// Nearer a handle stands on its line.
constexpr double on_line_m = 0.5;

} // namespace

void ProposalTable::ask(const PreviewProposal& asked, std::int64_t revision) {
    std::vector<geo::Point> picked = std::move(asked_.points);
    const bool same = asked_.dispute == asked.dispute && asked_.segment == asked.segment;
    asked_ = asked;
    if (asked_.way == ProposalWay::by_points && asked_.points.empty() && same)
        asked_.points = std::move(picked);
    revision_ = revision;
    working_ = true;
    grabbed_ = false;
    snap_.reset();
}

void ProposalTable::answer(const Shown& shown, std::shared_ptr<const ReviewedProposal> review,
                           std::optional<Message> refused) {
    working_ = false;
    review_ = std::move(review);
    refused_ = std::move(refused);
    if (review_)
        refused_ = review_->refused;
    snapper_.reset();
    if (!review_)
        return;
    if (const auto line = analysis::line_of(*shown.atlas, review_->land->segment))
        snapper_.emplace(shown.atlas, *line);
    // What a hand led keeps its handles, those of another line are chosen anew.
    const geo::Line& line = review_->proposal.line;
    const bool led = asked_.way == ProposalWay::by_hand && !hand_.empty();
    if (led || line.empty() || !snapper_)
        return;
    hand_ = ProposalHand(line, snapper_->metric());
    earlier_.clear();
    later_.clear();
    selected_ = -1;
}

std::vector<geo::Point> ProposalTable::picks() const {
    if (asked_.way != ProposalWay::by_points || !review_)
        return {};
    return asked_.points.empty() ? review_->land->points : asked_.points;
}

PreviewProposal ProposalTable::with_pick(const Shown& shown, geo::Point at, double reach,
                                         bool free) const {
    PreviewProposal next = asked_;
    next.points = picks();
    const geo::Point place = shown.geometry->to_degrees(at);
    if (!snapper_)
        return next;
    const auto nearest =
        std::min_element(next.points.begin(), next.points.end(), [&](geo::Point a, geo::Point b) {
            return snapper_->metres(a, place) < snapper_->metres(b, place);
        });
    if (nearest != next.points.end() && snapper_->metres(*nearest, place) <= reach) {
        next.points.erase(nearest);
        return next;
    }
    const auto drawn = free ? std::nullopt : snapper_->guide(place, reach);
    next.points.push_back(drawn ? drawn->position : place);
    return next;
}

bool ProposalTable::show(const Shown& shown, const ProposalHand& hand) {
    auto next = with_line(*shown.atlas, *review_, hand.line());
    if (!next)
        return false;
    review_ = std::make_shared<const ReviewedProposal>(*std::move(next));
    refused_.reset();
    hand_ = hand;
    const PreviewProposal before = asked_;
    asked_ = {before.dispute, ProposalWay::by_hand};
    asked_.segment = before.segment;
    asked_.points = before.points;
    asked_.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{hand.line()});
    return true;
}

void ProposalTable::remember() {
    earlier_.push_back(hand_);
    later_.clear();
    if (earlier_.size() > most_steps)
        earlier_.erase(earlier_.begin());
}

void ProposalTable::press(const Shown& shown, geo::Point at, double reach) {
    if (!review_ || working_ || hand_.empty())
        return;
    selected_ = hand_.near(shown.geometry->to_degrees(at), reach);
    grabbed_ = selected_ >= 0 && !hand_.is_fixed(static_cast<std::size_t>(selected_));
    if (!grabbed_)
        return;
    taken_at_ = hand_.handles()[static_cast<std::size_t>(selected_)];
    remember();
}

void ProposalTable::drag(const Shown& shown, geo::Point at, double reach) {
    if (!grabbed_ || !review_)
        return;
    geo::Point to = shown.geometry->to_degrees(at);
    snap_ = reach > 0 && snapper_ ? snapper_->guide(to, reach) : std::nullopt;
    if (snap_)
        to = snap_->position;
    ProposalHand moved = hand_;
    moved.move(static_cast<std::size_t>(selected_), to);
    // Where no line leads through the land it stays at the last place where one did.
    show(shown, moved);
}

void ProposalTable::forget_steps() {
    earlier_.clear();
    later_.clear();
}

void ProposalTable::release(const Shown& shown) {
    if (grabbed_ && has_line()) {
        const auto handle = static_cast<std::size_t>(selected_);
        const auto on_line =
            analysis::NearLine({review_->proposal.line}).nearest(hand_.handles()[handle]);
        if (on_line && on_line->distance_m > on_line_m) {
            ProposalHand back = hand_;
            back.move(handle, on_line->place);
            show(shown, back);
        }
    }
    if (grabbed_ && !earlier_.empty() && earlier_.back() == hand_)
        earlier_.pop_back();
    grabbed_ = false;
    snap_.reset();
}

void ProposalTable::add_point(const Shown& shown, geo::Point at, double reach) {
    if (!review_ || working_ || hand_.empty())
        return;
    const geo::Point place = shown.geometry->to_degrees(at);
    if (hand_.near(place, reach) >= 0)
        return;
    remember();
    selected_ = static_cast<int>(hand_.insert(place));
    if (earlier_.back() == hand_)
        earlier_.pop_back();
}

bool ProposalTable::toggle_lock(const Shown& shown, std::optional<geo::Point> pointer,
                                double reach) {
    std::optional<std::size_t> piece;
    if (pointer)
        piece = hand_.piece_at(shown.geometry->to_degrees(*pointer), reach);
    if (!piece && selected_ >= 0)
        piece = static_cast<std::size_t>(selected_);
    if (!piece || *piece + 1 >= hand_.handles().size())
        return false;
    remember();
    hand_.lock(*piece, !hand_.is_locked(*piece));
    return true;
}

bool ProposalTable::step_back(const Shown& shown) {
    return step(shown, earlier_, later_);
}

bool ProposalTable::step_forward(const Shown& shown) {
    return step(shown, later_, earlier_);
}

bool ProposalTable::step(const Shown& shown, std::vector<ProposalHand>& from,
                         std::vector<ProposalHand>& to) {
    if (from.empty() || !review_)
        return false;
    const ProposalHand wanted = std::move(from.back());
    from.pop_back();
    to.push_back(hand_);
    grabbed_ = false;
    const bool same_course = wanted.line() == hand_.line();
    if (same_course)
        hand_ = wanted;
    else
        show(shown, wanted);
    selected_ = std::min(selected_, static_cast<int>(hand_.handles().size()) - 1);
    return true;
}

std::optional<std::pair<geo::Point, geo::Point>> ProposalTable::way() const {
    if (!grabbed_)
        return std::nullopt;
    return std::pair{taken_at_, hand_.handles()[static_cast<std::size_t>(selected_)]};
}

} // namespace antardesa::workspace
