#pragma once

#include "workspace/line_snap.h"
#include "workspace/proposal_hand.h"
#include "workspace/proposal_review.h"
#include "workspace/proposal_view.h"
#include "workspace/shown.h"

namespace antardesa::workspace {

/// A case's land with a line on it while people look at it and lead the line: what `State` keeps
/// between the frames. Positions come in map metres; `reach` is how near counts, in metres.
class ProposalTable {
  public:
    explicit ProposalTable(PreviewProposal asked) : asked_(std::move(asked)) {}

    const PreviewProposal& asked() const { return asked_; }
    /// With `by_points`: what would be asked for with this place picked, or no more picked.
    PreviewProposal with_pick(const Shown& shown, geo::Point at, double reach, bool free) const;
    /// Nothing is picked any more.
    void leave_picks() { asked_.points.clear(); }
    /// Where a line by points leads through now; degrees.
    std::vector<geo::Point> picks() const;
    const std::shared_ptr<const ReviewedProposal>& review() const { return review_; }
    bool working() const { return working_; }
    const std::optional<Message>& refused() const { return refused_; }
    std::int64_t revision() const { return revision_; }
    /// Whether there is a line to keep or to accept.
    bool has_line() const { return review_ && !refused_ && !review_->proposal.line.empty(); }

    /// Another line of the same case, or the same on a newer snapshot: the last one stays on
    /// display until the answer is there.
    void ask(const PreviewProposal& asked, std::int64_t revision);
    void answer(const Shown& shown, std::shared_ptr<const ReviewedProposal> review,
                std::optional<Message> refused);

    void press(const Shown& shown, geo::Point at, double reach);
    void drag(const Shown& shown, geo::Point at, double reach); ///< reach 0: nothing draws it
    /// A handle that was led out of the land comes to where its line runs.
    void release(const Shown& shown);
    /// What was accepted is not led back by hand.
    void forget_steps();
    void add_point(const Shown& shown, geo::Point at, double reach);
    /// The piece at `pointer`, else the one after the selected handle. False: there is neither.
    bool toggle_lock(const Shown& shown, std::optional<geo::Point> pointer, double reach);
    /// False when the hand did nothing yet.
    bool step_back(const Shown& shown);
    /// What was taken back last, done again; false when nothing was.
    bool step_forward(const Shown& shown);

    const ProposalHand& hand() const { return hand_; }
    int selected() const { return selected_; }
    bool grabbed() const { return grabbed_; }
    bool can_step_back() const { return !earlier_.empty(); }
    bool can_step_forward() const { return !later_.empty(); }
    const std::optional<LineSnap>& snap() const { return snap_; }
    /// Of the handle in the hand: from where it was taken up to where it is; degrees.
    std::optional<std::pair<geo::Point, geo::Point>> way() const;

  private:
    bool show(const Shown& shown, const ProposalHand& hand);
    void remember();
    bool step(const Shown& shown, std::vector<ProposalHand>& from, std::vector<ProposalHand>& to);

    PreviewProposal asked_;
    std::int64_t revision_ = 0;
    std::shared_ptr<const ReviewedProposal> review_;
    bool working_ = true;
    std::optional<Message> refused_;
    std::optional<LineSnapper> snapper_;
    ProposalHand hand_;
    std::vector<ProposalHand> earlier_;
    std::vector<ProposalHand> later_; ///< taken back, the next one last
    int selected_ = -1;
    bool grabbed_ = false;
    geo::Point taken_at_;
    std::optional<LineSnap> snap_;
};

} // namespace antardesa::workspace
