#pragma once

#include "topology/flaws.h"

#include <functional>
#include <memory>
#include <optional>

namespace antardesa::topology {

enum class RepairRule {
    to_owner,       ///< all of it to one of its claimants
    longest_border, ///< to the claimant whose undisputed land borders it on the longest line
    midline,        ///< divided where both sides are equally far
    follow          ///< divided by an agreed line that leads through it from border to border
};

/// What shall become of one strip.
struct RepairDecision {
    RepairRule rule = RepairRule::longest_border;
    Claimant owner = nobody; ///< with `to_owner`: one of the strip's claimants
    /// With `follow`: never null. Lines that end on each other are one. What lies left of it goes
    /// to one village, what lies right of it to the other, as their undisputed land lies.
    std::shared_ptr<const geo::MultiLine> line = nullptr;
    /// Also for the gaps (or overlaps) that the strip alternates with, if nothing else is chosen.
    bool whole_border = false;
    double narrower_than = 0; ///< metres; more than 0: only where the strip is so all along
    /// Somebody looked at this strip and said so: also where a village falls into more parts by it.
    bool may_part = false;
};

/// Why a strip stays that somebody chose to repair.
enum class RepairRefusal {
    broken_outline,    ///< invalid rings or a duplicate: which land a village means is not clear
    would_vanish,      ///< a village would lose more than half of its land
    would_part,        ///< land would be cut off its village, and nobody looked at this strip
    no_claim,          ///< the owner is none of the strip's claimants
    several_sides,     ///< a line divides between two, and three or more take part
    no_middle,         ///< it does not lie between the land of the one and that of the other
    line_does_not_cut, ///< the line leads through no piece of the strip from border to border
    line_too_short,    ///< the strip goes on where the line has ended
    new_flaw,          ///< a gap, overlap or broken ring would come of it (`snap`)
    tied,              ///< it alternates with strips of the same villages that stay
    wide_in_places,    ///< narrow on the whole, yet somewhere wider than the tolerance (`snap`)
    has_copy,          ///< another has the same outline: which of them stays comes first
    unclear_land,      ///< the rings bound nothing, or cross too often to say what (`mend_rings`)
    differing_codes,   ///< the same outline under different codes: two claim all of it
    differing_areas,   ///< the same outline of special areas of different kind or name
    village_and_area,  ///< the same outline of a village and of a special area
    copy_in_use,       ///< both of two equal villages have entries of their own
    // Why a strip was not chosen at all:
    not_chosen,    ///< beyond the limits, or another's
    allowed,       ///< it may stay
    final_line,    ///< the line between the two is law
    settled_line,  ///< it is agreed, and nothing says what becomes of it
    beside_tangled ///< it lies beside a village that could not be compared
};
/// "broken_outline", …: the form used in JSON.
const char* repair_refusal_name(RepairRefusal refusal);

struct RefusedStrip {
    std::vector<Claimant> claimants;
    geo::Point place;
    RepairRefusal reason = RepairRefusal::broken_outline;
    std::optional<StripKind> kind = std::nullopt;  ///< none: a near miss, or see the last two
    double area = 0;                               ///< in the square of the coordinates' unit
    std::optional<RingFault> fault = std::nullopt; ///< no strip but a broken ring
    bool copy = false;                             ///< no strip but equal outlines
};

/// A strip that is no more. `along`: nobody chose it; it went with one that was chosen.
struct MendedStrip {
    std::vector<Claimant> claimants;
    geo::Point place;
    std::optional<StripKind> kind = std::nullopt; ///< as in RefusedStrip
    double area = 0;
    bool along = false;
    std::optional<RingFault> fault = std::nullopt;
    bool copy = false;
};

/// What shall become of a strip, or why nothing.
class RepairAnswer {
  public:
    RepairAnswer(RepairDecision decision) : decision_(std::move(decision)) {}
    RepairAnswer(std::nullopt_t) {}
    RepairAnswer(RepairRefusal why_not) : why_not_(why_not) {}
    RepairAnswer(std::optional<RepairDecision> decision) : decision_(std::move(decision)) {}

    const std::optional<RepairDecision>& decision() const { return decision_; }
    RepairRefusal why_not() const { return why_not_; } ///< without a decision

  private:
    std::optional<RepairDecision> decision_;
    RepairRefusal why_not_ = RepairRefusal::not_chosen;
};

/// Asked for each strip, in the order of `find_flaws`; one that is not chosen stays as it is, and
/// with it the gaps (or overlaps) between the same villages that it alternates with.
using RepairChoice = std::function<RepairAnswer(const Strip&)>;

/// How land is measured, in square metres. Without functions: in the plane of the metric.
struct LandMeasure {
    /// Of an outline, as whoever keeps it measures it.
    std::function<double(const geo::MultiPolygon&)> area;
    /// What a stretch of a ring adds to the ring's area: over a closed ring, walked
    /// counter-clockwise, its area; backwards the negative.
    std::function<double(std::span<const geo::Point>)> beside;
};

/// The area ledger (neraca luas), in square metres: what all claim together, less what is claimed
/// twice, and what none claims, is the same before and after. Outlines are measured as they are
/// kept, overlaps and gaps face by face; each face counts once for everyone who claims it.
struct LedgerRow {
    Claimant claimant = nobody;
    double before = 0;
    double after = 0;
};
struct Ledger {
    std::vector<LedgerRow> villages; ///< those that gain or lose, ascending
    double overlap_before = 0;       ///< land counted more than once: each time but the first
    double overlap_after = 0;
    double gap_before = 0; ///< enclosed land of nobody
    double gap_after = 0;
    double opened = 0; ///< land that ceased to be claimed or enclosed; negative: slits closed
    /// What outlines gained by their edges being cut at nodes, which lie up to some nanometres
    /// beside them.
    double redrawn = 0;
    /// What broken outlines were measured at beyond the land that they bound: land that a ring goes
    /// round twice counts twice, loops turned inside out are taken off.
    double miscounted = 0;
    /// Gains and losses, what became of overlaps, gaps and open land, what was redrawn and what
    /// was miscounted, together: 0 but for rounding.
    double sum() const;
};

/// Land of a strip and whose alone it is afterwards.
struct SettledLand {
    StripKind kind = StripKind::overlap;
    std::vector<Claimant> claimants; ///< who claimed it, or bordered the gap; ascending
    Claimant owner = nobody;
    geo::MultiPolygon land;
};

/// Land of a village alone that was cut off from the rest of it when others got strips beside it,
/// and that became its neighbour's: narrower than a metre, 10 m² at most.
struct Splinter {
    Claimant from = nobody;
    Claimant to = nobody;
    double area_m2 = 0; ///< in the plane of the metric
};

struct Repair {
    /// The new outlines of the villages that a mended strip touched, ascending; away from it they
    /// are the imported ones bit for bit. There, vertices are the imported ones, crossings of the
    /// old lines and, where a strip is divided, the new line. Who shares a line on which a new
    /// corner comes to stand gets that corner and nothing else.
    std::vector<std::pair<Claimant, geo::MultiPolygon>> outlines;
    Ledger ledger;
    int repaired = 0; ///< strips that stood before and do not stand after: `mended`
    int left = 0;     ///< strips that still stand: `kept` and `refusals` together
    int refused = 0;  ///< of those: chosen, but see `refusals`
    std::vector<RefusedStrip> refusals;
    std::vector<RefusedStrip> kept; ///< not chosen, and why not
    std::vector<MendedStrip> mended;
    /// To be looked at before it is done: what becomes whose, and the borders that come of it.
    std::vector<SettledLand> settled;
    geo::MultiLine new_borders;
    /// By mended rings and splinters: two whose common line runs elsewhere; the lower first,
    /// ascending.
    std::vector<std::pair<Claimant, Claimant>> moved_lines;
    std::vector<Splinter> splinters;
    /// Who falls into more parts than before, ascending, and into how many.
    std::vector<std::pair<Claimant, std::size_t>> parted;
    std::vector<Claimant> removed; ///< copies that go; ascending
};

/// Whether the line between two claimants is law.
using IsFinal = std::function<bool(Claimant, Claimant)>;

/// Repairs strips of a coverage; nothing else is moved. A strip of which a final line would change,
/// or get a vertex, is refused (`final_line`). Empty: none is final. A village whose rings are
/// invalid, or that has a duplicate, is not touched: which land it means must be settled first. No
/// village loses more than half of its land by one repair. None falls into more parts unless the
/// decision allows it: a `Splinter` becomes its neighbour's, and a strip that would cut off more
/// stays (`would_part`). Splinters move no final line, and none for which `is_settled` is true. A
/// second run with the same choice finds nothing more to do. `metric` turns the coordinates' x and
/// y into metres (see SimplifyOptions), for widths and distances; `land` measures the ledger. Pure
/// function; throws `Cancelled`.
Repair repair(std::span<const geo::MultiPolygon* const> claimants, const RepairChoice& choice,
              geo::Point metric, Progress& progress, const LandMeasure& land = {},
              const IsFinal& is_final = {}, const IsFinal& is_settled = {});

} // namespace antardesa::topology
