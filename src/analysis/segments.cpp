#include "analysis/segments.h"

#include "base/text.h"
#include "crs/ellipsoid.h"

#include <map>

namespace antardesa::analysis {

namespace {

using model::Atlas;
using model::BoundarySegment;
using model::SegmentLevel;
using model::Village;

using VillagePair = std::pair<Id<Village>, Id<Village>>;

VillagePair pair_of(const BoundarySegment& segment) {
    return std::minmax(segment.first, segment.second);
}

/// The first `groups` groups of a Kemendagri code ("99.01.10"); empty unless all are digits.
std::string_view code_prefix(std::string_view code, std::size_t groups) {
    const std::size_t length = 3 * groups - 1;
    if (code.size() < length)
        return {};
    const std::string_view prefix = code.substr(0, length);
    for (std::size_t i = 0; i < length; ++i) {
        const bool dot = i % 3 == 2;
        if (dot ? prefix[i] != '.' : prefix[i] < '0' || prefix[i] > '9')
            return {};
    }
    return prefix;
}

std::optional<bool> codes_differ(const Village& a, const Village& b, std::size_t groups) {
    const std::string_view one = code_prefix(a.code, groups);
    const std::string_view other = code_prefix(b.code, groups);
    if (one.empty() || other.empty())
        return std::nullopt;
    return one != other;
}

bool names_differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && lower_case(trimmed(a)) != lower_case(trimmed(b));
}

bool regencies_differ(const Atlas& atlas, const Village& a, const Village& b) {
    if (const auto differ = codes_differ(a, b, 2))
        return *differ;
    const model::District* one = atlas.find(a.district);
    const model::District* other = atlas.find(b.district);
    return one != nullptr && other != nullptr && names_differ(one->regency, other->regency);
}

bool districts_differ(const Village& a, const Village& b) {
    if (const auto differ = codes_differ(a, b, 3))
        return *differ;
    return a.district && b.district && a.district != b.district;
}

/// Stored rows by pair of villages. Of several rows for one pair the lowest id stays in use.
class StoredSegments {
  public:
    explicit StoredSegments(const Atlas& atlas) {
        for (const BoundarySegment& segment : atlas.segments())
            by_pair_.emplace(pair_of(segment), &segment);
    }
    const BoundarySegment* find(VillagePair pair) const {
        const auto at = by_pair_.find(pair);
        return at == by_pair_.end() ? nullptr : at->second;
    }

  private:
    std::map<VillagePair, const BoundarySegment*> by_pair_;
};

BoundarySegment derived(const Atlas& atlas, const topology::SharedBoundary& boundary) {
    const Village& a = atlas.villages()[boundary.first];
    const Village& b = atlas.villages()[boundary.second];
    BoundarySegment segment;
    segment.first = a.id;
    segment.second = b.id;
    segment.level = level_between(atlas, a, b);
    geo::MultiLine lines = topology::boundary_lines(atlas.coverage(), boundary.arcs);
    segment.length_m = crs::ellipsoidal_length(lines);
    segment.geometry = std::make_shared<const geo::MultiLine>(std::move(lines));
    return segment;
}

void carry_over(BoundarySegment& segment, const BoundarySegment& stored) {
    segment.id = stored.id;
    segment.state = stored.state;
    segment.pillars = stored.pillars;
    segment.document = stored.document;
    // Unchanged lines stay shared with older snapshots.
    if (stored.geometry && *stored.geometry == *segment.geometry)
        segment.geometry = stored.geometry;
}

bool same_line(const BoundarySegment& a, const BoundarySegment& b) {
    return a.geometry == b.geometry && a.level == b.level && a.length_m == b.length_m;
}

bool in_use(const Atlas& atlas, const BoundarySegment& segment) {
    if (segment.state != model::SegmentState::untraced || segment.document || segment.pillars)
        return true;
    return std::any_of(
        atlas.disputes().begin(), atlas.disputes().end(),
        [&](const model::BoundaryDispute& dispute) { return dispute.segment == segment.id; });
}

} // namespace

SegmentLevel level_between(const Atlas& atlas, const Village& a, const Village& b) {
    if (regencies_differ(atlas, a, b))
        return SegmentLevel::regency;
    return districts_differ(a, b) ? SegmentLevel::district : SegmentLevel::village;
}

std::vector<BoundarySegment> derive_segments(const Atlas& atlas, Progress& progress) {
    const auto boundaries = topology::shared_boundaries(atlas.coverage());
    const StoredSegments stored(atlas);
    progress.start(static_cast<std::int64_t>(boundaries.size()));
    Id<BoundarySegment> next = atlas.segments().next_id();
    std::vector<BoundarySegment> segments;
    segments.reserve(boundaries.size());
    for (const topology::SharedBoundary& boundary : boundaries) {
        progress.check();
        progress.advance();
        if (boundary.second >= atlas.villages().size())
            continue; // claimants after the villages are special areas
        BoundarySegment segment = derived(atlas, boundary);
        if (const BoundarySegment* before = stored.find(pair_of(segment)))
            carry_over(segment, *before);
        else
            segment.id = {next.value++};
        segments.push_back(std::move(segment));
    }
    std::sort(segments.begin(), segments.end(),
              [](const BoundarySegment& a, const BoundarySegment& b) { return a.id < b.id; });
    return segments;
}

SegmentChanges segment_changes(const Atlas& atlas, Progress& progress) {
    const model::Table<BoundarySegment> wanted(derive_segments(atlas, progress));
    SegmentChanges changes;
    for (const BoundarySegment& segment : wanted) {
        const BoundarySegment* stored = atlas.find(segment.id);
        if (stored == nullptr || !same_line(*stored, segment))
            changes.put.push_back(segment);
    }
    for (const BoundarySegment& stored : atlas.segments()) {
        if (wanted.find(stored.id) != nullptr)
            continue;
        auto& list = in_use(atlas, stored) ? changes.orphaned : changes.unused;
        list.push_back(stored.id);
    }
    return changes;
}

std::vector<Id<Village>> neighbours_of(const Atlas& atlas, Id<Village> village) {
    const std::size_t claimant = atlas.villages().index_of(village);
    const topology::Coverage& coverage = atlas.coverage();
    std::vector<Id<Village>> neighbours;
    if (claimant >= coverage.claimant_count() || claimant >= atlas.villages().size())
        return neighbours;
    for (const auto& ring : coverage.rings_of(static_cast<topology::Claimant>(claimant)))
        for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) {
            const std::int32_t reference = coverage.ring_arcs[i];
            const topology::Arc& arc =
                coverage.arcs[static_cast<std::size_t>(reference < 0 ? ~reference : reference)];
            const topology::Claimant other = reference < 0 ? arc.left : arc.right;
            if (other != claimant && other < atlas.villages().size())
                neighbours.push_back(atlas.villages()[other].id);
        }
    std::sort(neighbours.begin(), neighbours.end());
    neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
    return neighbours;
}

} // namespace antardesa::analysis
