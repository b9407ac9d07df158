#include "analysis/detail/carry_over.h"

#include "analysis/detail/open_stretches.h"
#include "analysis/line_match.h"

#include <map>

namespace antardesa::analysis::detail {

namespace {

using model::Atlas;
using model::BoundarySegment;
using model::SegmentState;
using model::Village;

using VillagePair = std::pair<Id<Village>, Id<Village>>;

VillagePair pair_of(const BoundarySegment& segment) {
    return std::minmax(segment.first, segment.second);
}

bool has_line(const BoundarySegment& segment) {
    return segment.geometry && !segment.geometry->empty();
}

bool is_settled(SegmentState state) {
    return state == SegmentState::agreed || state == SegmentState::technical_verification ||
           state == SegmentState::enacted;
}

/// How far a state has come; a dispute holds everything up.
int advance_of(SegmentState state) {
    return state == SegmentState::disputed ? -1 : static_cast<int>(state);
}

bool same_entries(const BoundarySegment& a, const BoundarySegment& b) {
    return a.state == b.state && a.pillars == b.pillars && a.document == b.document &&
           a.accuracy_m == b.accuracy_m && a.method == b.method;
}

void take_entries(BoundarySegment& segment, const BoundarySegment& from) {
    segment.state = from.state;
    segment.pillars = from.pillars;
    segment.document = from.document;
    segment.accuracy_m = from.accuracy_m;
    segment.method = from.method;
}

/// An old line that a derived segment lies on.
struct Under {
    const BoundarySegment* stored = nullptr;
    double share = 0; ///< of the derived line
};

/// A stretch this short is a node's neighbourhood, not a line in common.
constexpr double least_share = 0.02;

class Carrier {
  public:
    Carrier(const Atlas& atlas, std::vector<BoundarySegment> segments, Progress& progress,
            const model::TableSet* before)
        : atlas_(atlas), progress_(progress), before_(before) {
        result_.segments = std::move(segments);
        own_.resize(result_.segments.size());
        under_.resize(result_.segments.size());
        for (const BoundarySegment& stored : atlas.segments())
            by_pair_.emplace(pair_of(stored), &stored); // of several for a pair the lowest id
    }

    CarryOver run() {
        take_own_rows();
        index_orphans();
        for (std::size_t i = 0; i < result_.segments.size(); ++i) {
            progress_.check();
            inherit(i);
        }
        give_ids();
        report_carried();
        for (std::size_t i = 0; i < result_.segments.size(); ++i) {
            progress_.check();
            report_moved(i);
        }
        std::sort(result_.segments.begin(), result_.segments.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        return std::move(result_);
    }

  private:
    void take_own_rows() {
        for (std::size_t i = 0; i < result_.segments.size(); ++i) {
            BoundarySegment& segment = result_.segments[i];
            const auto at = by_pair_.find(pair_of(segment));
            if (at == by_pair_.end())
                continue;
            own_[i] = at->second;
            segment.id = at->second->id;
            take_entries(segment, *at->second);
            // Unchanged lines stay shared with older snapshots.
            if (at->second->geometry && *at->second->geometry == *segment.geometry)
                segment.geometry = at->second->geometry;
            living_.insert(at->second->id);
        }
    }

    /// Every old line that may lie under a new one: those of changed or vanished pairs.
    void index_orphans() {
        std::map<Id<BoundarySegment>, std::size_t> own_of;
        for (std::size_t i = 0; i < own_.size(); ++i)
            if (own_[i])
                own_of[own_[i]->id] = i;
        std::vector<geo::Box> boxes;
        for (const BoundarySegment& stored : atlas_.segments()) {
            const auto own = own_of.find(stored.id);
            if (!has_line(stored) ||
                (own != own_of.end() && result_.segments[own->second].geometry == stored.geometry))
                continue;
            loose_.push_back(&stored);
            boxes.push_back(geo::bounds(*stored.geometry).grown(1e-4));
        }
        loose_index_ = geo::BoxIndex(boxes);
    }

    const NearLine& near(const BoundarySegment& stored) {
        return near_.try_emplace(stored.id, *stored.geometry).first->second;
    }

    /// The old lines of other pairs under a derived one.
    std::vector<Under> lines_under(std::size_t i) {
        std::vector<Under> under;
        const BoundarySegment& segment = result_.segments[i];
        for (const std::uint32_t at : loose_index_.find(geo::bounds(*segment.geometry))) {
            const BoundarySegment& stored = *loose_[at];
            // What lengthens a pair's line comes from vanished pairs and must say the same.
            if (own_[i] && (living_.count(stored.id) || !same_entries(stored, *own_[i])))
                continue;
            const double share = share_along(*segment.geometry, near(stored), same_line_m);
            if (share >= least_share)
                under.push_back({&stored, share});
        }
        return under;
    }

    void inherit(std::size_t i) {
        BoundarySegment& segment = result_.segments[i];
        const BoundarySegment* own = own_[i];
        if (loose_.empty() || (own && own->geometry == segment.geometry))
            return;
        std::vector<Under> under = lines_under(i);
        if (!own) {
            double sum = 0;
            for (const Under& line : under)
                sum += line.share;
            if (sum < same_line_share)
                return;
            const auto weakest =
                std::min_element(under.begin(), under.end(), [](const Under& a, const Under& b) {
                    return advance_of(a.stored->state) < advance_of(b.stored->state);
                });
            take_entries(segment, *weakest->stored);
            for (const Under& line : under)
                segment.pillars = segment.pillars && line.stored->pillars;
        }
        under_[i] = std::move(under);
    }

    /// The id of a row whose pair vanished goes to the longest of the segments on its line.
    void give_ids() {
        std::map<Id<BoundarySegment>, std::pair<double, std::size_t>> longest;
        for (std::size_t i = 0; i < own_.size(); ++i)
            for (const Under& line : under_[i]) {
                const double length = line.share * result_.segments[i].length_m;
                auto& best = longest[line.stored->id];
                if (!own_[i] && length > best.first &&
                    same_entries(*line.stored, result_.segments[i]))
                    best = {length, i};
            }
        for (const auto& [id, heir] : longest)
            if (heir.first > 0 && !living_.count(id) && !result_.segments[heir.second].id) {
                result_.segments[heir.second].id = id;
                living_.insert(id);
            }
        Id<BoundarySegment> next = atlas_.segments().next_id();
        for (BoundarySegment& segment : result_.segments)
            if (!segment.id)
                segment.id = {next.value++};
    }

    void report_carried() {
        std::map<Id<BoundarySegment>, CarriedState> carried;
        for (std::size_t i = 0; i < own_.size(); ++i)
            for (const Under& line : under_[i]) {
                if (!says_something(*line.stored) ||
                    line.stored->state != result_.segments[i].state)
                    continue;
                CarriedState& entry = carried[line.stored->id];
                entry.from = line.stored->id;
                entry.state = line.stored->state;
                entry.first = line.stored->first;
                entry.second = line.stored->second;
                entry.to.push_back(result_.segments[i].id);
                if (same_entries(*line.stored, result_.segments[i]))
                    result_.taken_over.insert(line.stored->id);
            }
        for (auto& [id, entry] : carried)
            result_.carried.push_back(std::move(entry));
    }

    void report_moved(std::size_t i) {
        const BoundarySegment& segment = result_.segments[i];
        const BoundarySegment* own = own_[i];
        if (!own || !has_line(*own) || own->geometry == segment.geometry || !is_settled(own->state))
            return;
        const geo::MultiLine agreed =
            detail::closed_like(*own->geometry, *segment.geometry, outline_before(own->first),
                                outline_before(own->second));
        const LineShare fresh =
            agreed.size() == own->geometry->size()
                ? compare_lines(*segment.geometry, near(*own), same_line_m)
                : compare_lines(*segment.geometry, NearLine(agreed), same_line_m);
        double known = fresh.share();
        for (const Under& line : under_[i])
            known += line.share;
        const LineShare old = compare_lines(agreed, NearLine(heirs_of(*own, i)), same_line_m);
        const double share = std::min({known, old.share(), 1.0});
        const LineShare& worse = old.farthest_m > fresh.farthest_m ? old : fresh;
        // What another pair's line took over is far from the new one and yet known.
        const bool alone = under_[i].empty();
        if (share >= same_line_share &&
            (alone ? worse.farthest_m : old.farthest_m) <= settled_line_m)
            return;
        result_.moved.push_back({segment.id, share, worse.farthest_m, worse.farthest});
    }

    /// All lines that now stand for a stored row: its own pair's and those that took from it.
    geo::MultiLine heirs_of(const BoundarySegment& stored, std::size_t own) const {
        geo::MultiLine lines = *result_.segments[own].geometry;
        for (std::size_t i = 0; i < under_.size(); ++i)
            for (const Under& line : under_[i])
                if (line.stored == &stored)
                    lines.insert(lines.end(), result_.segments[i].geometry->begin(),
                                 result_.segments[i].geometry->end());
        return lines;
    }

    /// From which the stored lines were drawn.
    const geo::MultiPolygon* outline_before(Id<Village> id) const {
        const Village* village =
            before_ ? std::get<model::Table<Village>>(*before_).find(id) : nullptr;
        return village ? village->geometry.get() : nullptr;
    }

    const Atlas& atlas_;
    Progress& progress_;
    const model::TableSet* before_;
    CarryOver result_;
    std::map<VillagePair, const BoundarySegment*> by_pair_;
    std::vector<const BoundarySegment*> own_; ///< by derived segment
    std::vector<std::vector<Under>> under_;   ///< likewise
    std::vector<const BoundarySegment*> loose_;
    geo::BoxIndex loose_index_;
    std::map<Id<BoundarySegment>, NearLine> near_;
    std::set<Id<BoundarySegment>> living_; ///< ids in use by a derived segment
};

} // namespace

CarryOver carry_over(const Atlas& atlas, std::vector<BoundarySegment> segments, Progress& progress,
                     const model::TableSet* before) {
    return Carrier(atlas, std::move(segments), progress, before).run();
}

bool says_something(const BoundarySegment& segment) {
    return segment.state != SegmentState::untraced || segment.document || segment.pillars ||
           segment.accuracy_m || !segment.method.empty();
}

bool is_referred_to(const Atlas& atlas, const BoundarySegment& segment) {
    return !atlas.points_of(segment.id).empty() ||
           std::any_of(atlas.disputes().begin(), atlas.disputes().end(),
                       [&](const model::BoundaryDispute& dispute) {
                           return dispute.segment == segment.id;
                       });
}

} // namespace antardesa::analysis::detail
