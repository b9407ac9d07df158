#include "crs/ellipsoid.h"
#include "model/case_verbs.h"
#include "workspace/accept_proposal.h"
#include "workspace/card_builder.h"
#include "workspace/case_lines.h"
#include "workspace/facilitation.h"
#include "workspace/scenario_view.h"
#include "workspace/state.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antardesa::workspace {

namespace {

using Side = std::size_t;

/// What is said of one table, piece by piece.
class ProposalText {
  public:
    ProposalText(const Shown& shown, const Words& words, const ProposalTable& table)
        : shown_(shown), atlas_(*shown.atlas), words_(words), table_(table) {}

    ProposalView view() {
        add_case();
        if (table_.review()) {
            add_land();
            add_choices();
        }
        if (table_.has_line())
            add_line();
        add_stage();
        return std::move(view_);
    }

  private:
    const ReviewedProposal& review() const { return *table_.review(); }
    const i18n::Catalogue& language() const { return words_.language(); }
    std::string say(const Message& message) const {
        return words_.say(message.key, message.arguments);
    }
    /// The side that stands at this place, by code.
    Side side_at(std::size_t place) const { return review().numbers[0] == 0 ? place : 1 - place; }

    void add_case() {
        view_.dispute = table_.asked().dispute;
        view_.picking = table_.asked().way == ProposalWay::by_points;
        const model::BoundaryDispute* dispute = atlas_.find(view_.dispute);
        if (!dispute)
            return;
        view_.title = pair_name(atlas_, dispute->first, dispute->second);
        view_.villages = {dispute->first, dispute->second};
        view_.names = {village_name(atlas_, dispute->first), village_name(atlas_, dispute->second)};
        if (!table_.review())
            add_case_lines(view_, shown_, words_, *dispute, view_.villages);
        add_segments(*dispute);
        view_.case_text =
            words_.say("workspace.proposal.case",
                       {words_.or_dash(dispute->number), words_.dispute_tag(dispute->state).text});
        if (const auto left = facilitation_days_left(*dispute, words_.today())) {
            view_.late = *left < 0;
            view_.clock =
                words_.count(view_.late ? "workspace.proposal.late" : "workspace.proposal.left",
                             std::abs(*left));
        }
        const auto next = model::next_states(atlas_.tables(), *dispute);
        view_.can_accept =
            dispute->state == model::DisputeState::regent_decision ||
            std::find(next.begin(), next.end(), model::DisputeState::agreed) != next.end();
        if (const model::LocalStep* step = model::due_step(atlas_.tables(), *dispute))
            view_.no_accept = words_.say("workspace.proposal.local_step",
                                         {step->name, model::basis_in_brackets(*step)});
        else if (!view_.can_accept)
            view_.no_accept = words_.say(dispute->state == model::DisputeState::reported
                                             ? "workspace.proposal.no_accept"
                                             : "workspace.proposal.over",
                                         {words_.dispute_tag(dispute->state).text});
        view_.documents = document_choices(atlas_, std::array{dispute->first, dispute->second});
    }

    void add_segments(const model::BoundaryDispute& dispute) {
        const auto segments = atlas_.segments_of(dispute);
        if (segments.size() < 2)
            return;
        for (const model::BoundarySegment* segment : segments) {
            if (segment->id == table_.asked().segment)
                view_.segment = static_cast<int>(view_.segments.size());
            view_.segments.emplace_back(segment->id,
                                        pair_name(atlas_, segment->first, segment->second));
        }
    }

    void add_land() {
        const analysis::ContestedLand& land = *review().land;
        view_.villages = {land.claims[0].village, land.claims[1].village};
        view_.names = {village_name(atlas_, land.claims[0].village),
                       village_name(atlas_, land.claims[1].village)};
        if (const model::BoundaryDispute* dispute = atlas_.find(view_.dispute))
            add_case_lines(view_, shown_, words_, *dispute,
                           {land.claims[side_at(0)].village, land.claims[side_at(1)].village});
        view_.contested = language().plural("workspace.proposal.contested",
                                            static_cast<long long>(land.parts.size()),
                                            {language().hectares(land.area_m2, 2)});
        const auto greatest =
            std::max_element(land.parts.begin(), land.parts.end(),
                             [](const auto& a, const auto& b) { return a.area_m2 < b.area_m2; });
        if (greatest != land.parts.end())
            view_.land_sketch = LandSketch(land)(greatest->land.outer);
        for (std::size_t place = 0; place < 2; ++place)
            for (const Id<model::Claim> id : land.claims[side_at(place)].rows)
                if (const model::Claim* claim = atlas_.find(id); claim && claim->line)
                    for (const geo::Line& line : *claim->line)
                        view_.claims[place].push_back(shown_.geometry->to_map(line));
        view_.in_force.push_back(shown_.geometry->to_map(land.in_force));
        view_.scenarios = scenario_views(atlas_, words_, table_);
    }

    void add_line() {
        const analysis::Proposal& proposal = review().proposal;
        double sum = 0;
        for (std::size_t place = 0; place < 2; ++place) {
            const Side side = side_at(place);
            const analysis::ProposalRow& row = proposal.ledger[side];
            sum += row.delta_m2;
            const model::Village* village = atlas_.find(row.village);
            const double land = review().land->area_m2;
            view_.sides.push_back(
                {village_name(atlas_, row.village), village ? village->code : std::string(),
                 language().hectares(row.before_m2, 2), language().hectares(row.after_m2, 2),
                 signed_hectares(language(), row.delta_m2),
                 language().hectares(review().village_m2[side] + row.delta_m2, 2),
                 land > 0 ? row.after_m2 / land : 0,
                 cartography::repair_shade(words_.inks(), static_cast<int>(place))});
        }
        view_.second_first = side_at(0) == 1;
        view_.balanced = std::abs(sum) < 0.01;
        view_.sum = language().hectares(view_.balanced ? 0 : sum, 2);
        view_.led = table_.asked().way == ProposalWay::by_hand;
        view_.can_keep = table_.asked().way != ProposalWay::scenario;
        add_sentence(proposal);
        add_contents();
        add_hand();
    }

    void add_sentence(const analysis::Proposal& proposal) {
        const Side side = proposal.ledger[0].delta_m2 >= 0 ? 0 : 1;
        const double gain = proposal.ledger[side].delta_m2;
        view_.sentence = gain < shown_m2
                             ? words_.say("workspace.proposal.even")
                             : words_.say("workspace.proposal.gives",
                                          {village_name(atlas_, proposal.ledger[side].village),
                                           language().hectares(gain, 2)});
        view_.summary =
            words_.say("workspace.proposal.line", {language().distance(proposal.length_m)});
        for (const Message& remark : proposal.remarks)
            view_.summary += " " + say(remark);
        for (const Finding& finding : review().land->findings)
            view_.summary += " " + say(finding.message);
        if (!table_.grabbed())
            for (const Message& message : point_messages(points_if_agreed(
                     atlas_, view_.dispute, proposal.line, table_.asked().segment)))
                view_.summary += " " + say(message);
    }

    void add_content(const char* key, double first, double second, int decimals) {
        if (first <= 0 && second <= 0)
            return;
        std::array<double, 2> in{first, second};
        view_.contents.push_back(
            {words_.say(key),
             {words_.number(in[side_at(0)], decimals), words_.number(in[side_at(1)], decimals)}});
    }

    double kilometres(Side side, model::ReferenceKind kind) const {
        return length_m(atlas_, review().contents[side], kind) / 1000;
    }

    /// What each side gains against the line in force; the other loses it.
    void add_exchanged() {
        const auto& exchanged = review().exchanged;
        if (!exchanged)
            return;
        const auto count = [&](Side side) {
            return static_cast<double>(exchanged->gained[side].size());
        };
        constexpr double square_metres = 1e4;
        add_content("workspace.proposal.gained", exchanged->gained_m2[0] / square_metres,
                    exchanged->gained_m2[1] / square_metres, 2);
        add_content("workspace.proposal.pieces", count(0), count(1), 0);
        add_content("workspace.proposal.slivers", static_cast<double>(exchanged->slivers[0]),
                    static_cast<double>(exchanged->slivers[1]), 0);
    }

    void add_contents() {
        add_exchanged();
        const auto& in = review().contents;
        const auto count = [](const auto& list) { return static_cast<double>(list.size()); };
        add_content("workspace.proposal.assets", count(in[0].assets), count(in[1].assets), 0);
        add_content("workspace.proposal.roads", kilometres(0, model::ReferenceKind::road),
                    kilometres(1, model::ReferenceKind::road), 1);
        add_content("workspace.proposal.rivers", kilometres(0, model::ReferenceKind::river),
                    kilometres(1, model::ReferenceKind::river), 1);
        add_content("workspace.proposal.points", count(in[0].points), count(in[1].points), 0);
        std::vector<Id<model::Agreement>> touched = in[0].agreements;
        touched.insert(touched.end(), in[1].agreements.begin(), in[1].agreements.end());
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        for (const Id<model::Agreement> id : touched)
            if (const model::Agreement* agreement = atlas_.find(id))
                view_.agreements.push_back(agreement->title);
    }

    /// Letters, for three digits belong to titik kartometrik and capitals to scenarios: "a" … "z",
    /// "aa"; none at the ends, which cannot be moved.
    static std::string handle_letters(std::size_t handle, std::size_t count) {
        constexpr std::size_t letters = 26;
        std::string name;
        for (std::size_t rest = handle + 1 == count ? 0 : handle; rest > 0;
             rest = (rest - 1) / letters)
            name.insert(name.begin(), static_cast<char>('a' + (rest - 1) % letters));
        return name;
    }

    /// A titik lies there, which the map labels; in the hand it is about to leave it.
    bool is_numbered(std::size_t handle) const {
        constexpr double same_place_m = 0.5;
        if (table_.grabbed() && static_cast<int>(handle) == table_.selected())
            return false;
        const geo::Point at = table_.hand().handles()[handle];
        const auto points = atlas_.points_of(review().land->segment);
        return std::any_of(points.begin(), points.end(), [&](const model::TurningPoint* point) {
            return crs::ellipsoidal_distance(point->position, at) < same_place_m;
        });
    }

    void add_hand() {
        view_.line = shown_.geometry->to_map(review().proposal.line);
        const ProposalHand& hand = table_.hand();
        const std::size_t count = hand.handles().size();
        for (std::size_t i = 0; i < count; ++i)
            view_.handles.push_back({shown_.geometry->to_map(hand.handles()[i]), hand.is_fixed(i),
                                     i + 1 < count && hand.is_locked(i),
                                     is_numbered(i) ? std::string() : handle_letters(i, count)});
        view_.selected = table_.selected();
        view_.grabbed = table_.grabbed();
        view_.can_step_back = table_.can_step_back();
        view_.can_step_forward = table_.can_step_forward();
        if (const auto way = table_.way())
            view_.moved = way_text(way->first, way->second);
        if (const auto& snap = table_.snap())
            view_.snapped_to = snap_text(*snap, words_);
    }

    /// The segment's points, and what else was picked.
    void add_choices() {
        if (!view_.picking)
            return;
        std::vector<geo::Point> picks = table_.picks();
        for (const model::TurningPoint* point : atlas_.points_of(review().land->segment)) {
            const auto picked = std::find(picks.begin(), picks.end(), point->position);
            view_.choices.push_back({shown_.geometry->to_map(point->position),
                                     point->kind + " " + point->number, picked != picks.end()});
            if (picked != picks.end())
                picks.erase(picked);
        }
        for (const geo::Point place : picks)
            view_.choices.push_back({shown_.geometry->to_map(place), {}, true});
    }

    std::string way_text(geo::Point from, geo::Point to) const {
        static constexpr std::array directions{"e", "ne", "n", "nw", "w", "sw", "s", "se"};
        const double east = (to.x - from.x) * std::cos(from.y * std::numbers::pi / 180);
        const double angle = std::atan2(to.y - from.y, east);
        const auto eighth = static_cast<int>(std::lround(angle / (std::numbers::pi / 4)));
        const auto at = static_cast<std::size_t>((eighth + 8) % 8);
        return words_.say("workspace.proposal.moved",
                          {language().distance(crs::ellipsoidal_distance(from, to)),
                           words_.say(std::string("workspace.direction.") + directions[at])});
    }

    void add_stage() {
        if (table_.refused()) {
            view_.stage = ProposalView::Stage::refused;
            view_.summary = say(*table_.refused());
        } else if (table_.has_line()) {
            view_.stage =
                table_.working() ? ProposalView::Stage::working : ProposalView::Stage::ready;
        } else {
            view_.stage = ProposalView::Stage::working;
            view_.summary = words_.say("workspace.proposal.working");
        }
    }

    const Shown& shown_;
    const model::Atlas& atlas_;
    const Words& words_;
    const ProposalTable& table_;
    ProposalView view_;
};

} // namespace

ProposalView Workspace::State::make_proposal() const {
    if (!proposal || !shown)
        return {};
    const Words spoken = words();
    ProposalView view = ProposalText(shown, spoken, *proposal).view();
    view.undoes_step = !proposal->can_step_back() && table_undo() != 0;
    view.redoes_step = !proposal->can_step_forward() && table_redo() != 0;
    view.can_step_back = view.can_step_back || view.undoes_step;
    view.can_step_forward = view.can_step_forward || view.redoes_step;
    if (comparing)
        view.swipe = swipe_view(shown, spoken, *proposal, *comparing);
    return view;
}

} // namespace antardesa::workspace
