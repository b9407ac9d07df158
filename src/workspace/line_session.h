#pragma once

#include "workspace/line_actions.h"
#include "workspace/line_edit.h"
#include "workspace/line_snap.h"
#include "workspace/line_view.h"
#include "workspace/shown.h"

namespace antardesa::workspace {

/// A boundary line while a person edits it: which vertex is selected or in the hand, what the line
/// would become and what that does to the areas. A value over one snapshot, without a window;
/// positions come in map metres and `reach` is how near counts, in metres. Functions that return
/// an edit leave the session waiting for the snapshot that holds it (`rebind`).
class LineSession {
  public:
    using Step = std::optional<model::EditLine>;

    /// Nothing when the segment has no line in what is shown.
    static std::optional<LineSession> begin(const Shown& shown, Id<model::BoundarySegment> segment);
    /// On a newer snapshot: tool, selection and place stay. Nothing when the line is gone.
    std::optional<LineSession> rebind(const Shown& shown) const;

    void set_tool(LineTool tool);
    void press(geo::Point at, double reach);
    void drag(geo::Point at, double reach); ///< reach 0: nothing draws the hand
    Step drop();
    Step insert(geo::Point at, double reach);
    /// Half-way from the selected vertex to the next of the same run.
    Step insert_after_selected();
    Step remove();
    Step nudge(double east_m, double north_m);
    Step type(int number, LineColumn column, const std::string& text);
    /// One position moves the selected vertex, or is drawn as a click is; several are a drawing of
    /// their own in the place of what was drawn. What cannot be read shows no areas.
    Step paste(const std::string& text);
    /// The hand passes over the map with nothing in it: shows what a drawn point would lie on.
    void hover(std::optional<geo::Point> at, double reach);
    void click(geo::Point at, double reach, bool free = false);
    Step finish();
    /// What becomes of settled lines that a step moves; holds until the session ends.
    void answer(const AnswerForSettled& answer);
    /// The last point of a drawing; what was pasted goes as a whole. False when there was nothing
    /// to give up.
    bool step_back();
    void select(int number);
    void step(int by);
    /// The step was refused or failed: the line is as it was.
    void settle();

    const Shown& shown() const { return shown_; }
    const std::shared_ptr<const analysis::SegmentLine>& line() const { return line_; }
    LineTool tool() const { return tool_; }
    int selected() const { return selected_; }
    bool grabbed() const { return grabbed_; }
    bool pending() const { return pending_; }
    const std::vector<geo::Point>& drawn() const { return drawn_; } ///< degrees
    /// All that is drawn was pasted.
    bool all_pasted() const { return pasted_ != 0 && pasted_ == drawn_.size(); }
    /// The river or road that is traced, and the part of it that was pointed at.
    const LineSnapper::Reference& followed() const { return followed_; }
    const std::optional<LineSnap>& snap() const { return snap_; }
    const Message& trouble() const { return trouble_; }
    /// What the line would become; no pieces: as it is.
    const topology::ArcEditCheck& check() const { return check_; }
    const std::vector<analysis::AreaDelta>& deltas() const { return deltas_; }
    /// What the change would do to the points of the line.
    const std::vector<analysis::PointFate>& fates() const { return fates_; }
    /// Where what is drawn or followed does not begin or end on the line.
    const std::vector<DrawnJoin>& joins() const { return joins_; }
    /// The settled lines (sepakat, verifikasi teknis) that the change would move; before there is
    /// one, the line itself if it is settled.
    const std::vector<const model::BoundarySegment*>& settled() const { return settled_; }
    const std::optional<AnswerForSettled>& answered() const { return answer_; }
    /// The whole line is final.
    bool locked() const;
    /// Another outline that runs along the line and would not follow it; empty key: none does.
    /// Steps there are refused.
    const Message& claimed_again() const { return claimed_again_; }
    /// The finding that tells of it; null: none is recorded.
    const model::BoundaryFinding* claimed_by() const;
    geo::Point position(int number) const; ///< degrees; a known number
    /// Where the vertex in the hand would come to lie, degrees.
    std::optional<geo::Point> hand() const;
    std::vector<LineHandle> handles() const;

  private:
    LineSession(Shown shown, analysis::SegmentLine line);
    geo::Point degrees(geo::Point map) const { return shown_.geometry->to_degrees(map); }
    int vertex_near(geo::Point p, double reach) const;
    bool refuse_locked(int number);
    bool propose(const model::EditLine& request);
    Step commit(const Result<model::EditLine>& request, std::optional<geo::Point> look_at);
    Step move_to(int number, geo::Point to);
    StretchRequest stretch() const;
    void preview();
    void forget_change();
    void forget_draft();
    void refuse_paste(Message why);
    std::optional<LineSnap> drawn_to(geo::Point p, double reach) const;
    void settled_alone();
    void look_for_other_claims();
    bool is_answered(const model::EditLine& request);

    Shown shown_;
    std::shared_ptr<const analysis::SegmentLine> line_;
    LineSnapper snapper_;
    LineTool tool_ = LineTool::move;
    int selected_ = 0;
    bool grabbed_ = false;
    bool pending_ = false;
    std::optional<geo::Point> look_at_; ///< of what is selected after the step
    std::vector<geo::Point> drawn_;
    std::size_t pasted_ = 0;          ///< so many of the drawn points, from the first, go as one
    LineSnapper::Reference followed_; ///< of shown_'s atlas
    std::vector<int> ends_;           ///< of the traced stretch, numbers
    std::optional<LineSnap> snap_;
    Message trouble_;
    Message claimed_again_;
    std::vector<Id<model::Village>> claimants_; ///< then: of the line and of the other outline
    std::optional<model::EditLine> draft_;
    topology::ArcEditCheck check_;
    std::vector<analysis::AreaDelta> deltas_;
    std::vector<analysis::PointFate> fates_;
    std::vector<DrawnJoin> joins_;
    std::vector<const model::BoundarySegment*> settled_; ///< of shown_'s atlas
    std::optional<AnswerForSettled> answer_;
};

} // namespace antardesa::workspace
