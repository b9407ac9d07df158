#include "analysis/segments.h"

#include "analysis/detail/carry_over.h"
#include "base/text.h"
#include "crs/ellipsoid.h"

#include <set>

namespace antardesa::analysis {

namespace {

using model::Atlas;
using model::BoundarySegment;
using model::SegmentLevel;
using model::Village;

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

bool same_row(const BoundarySegment& a, const BoundarySegment& b) {
    return a.geometry == b.geometry && a.level == b.level && a.length_m == b.length_m &&
           a.first == b.first && a.second == b.second && a.state == b.state &&
           a.pillars == b.pillars && a.document == b.document && a.accuracy_m == b.accuracy_m &&
           a.method == b.method;
}

} // namespace

SegmentLevel level_between(const Atlas& atlas, const Village& a, const Village& b) {
    if (regencies_differ(atlas, a, b))
        return SegmentLevel::regency;
    return districts_differ(a, b) ? SegmentLevel::district : SegmentLevel::village;
}

namespace {

std::vector<BoundarySegment> lines_between(const Atlas& atlas, Progress& progress) {
    const auto boundaries = topology::shared_boundaries(atlas.coverage());
    progress.start(static_cast<std::int64_t>(boundaries.size()));
    std::vector<BoundarySegment> segments;
    segments.reserve(boundaries.size());
    for (const topology::SharedBoundary& boundary : boundaries) {
        progress.check();
        progress.advance();
        if (boundary.second < atlas.villages().size()) // after the villages: special areas
            segments.push_back(derived(atlas, boundary));
    }
    return segments;
}

} // namespace

std::vector<BoundarySegment> derive_segments(const Atlas& atlas, Progress& progress) {
    return detail::carry_over(atlas, lines_between(atlas, progress), progress).segments;
}

SegmentChanges segment_changes(const Atlas& atlas, Progress& progress,
                               const model::TableSet* before) {
    detail::CarryOver carried =
        detail::carry_over(atlas, lines_between(atlas, progress), progress, before);
    const model::Table<BoundarySegment> wanted(std::move(carried.segments));
    SegmentChanges changes;
    for (const BoundarySegment& segment : wanted) {
        const BoundarySegment* stored = atlas.find(segment.id);
        if (stored == nullptr || !same_row(*stored, segment))
            changes.put.push_back(segment);
    }
    for (const BoundarySegment& stored : atlas.segments()) {
        if (wanted.find(stored.id) != nullptr)
            continue;
        const bool kept = detail::is_referred_to(atlas, stored) ||
                          (detail::says_something(stored) && !carried.taken_over.count(stored.id));
        (kept ? changes.orphaned : changes.unused).push_back(stored.id);
    }
    changes.moved = std::move(carried.moved);
    changes.carried = std::move(carried.carried);
    return changes;
}

std::vector<Id<BoundarySegment>> segments_without_line(const Atlas& atlas) {
    std::set<std::pair<Id<Village>, Id<Village>>> touching;
    for (const topology::Arc& arc : atlas.coverage().arcs)
        if (arc.left < atlas.villages().size() && arc.right < atlas.villages().size())
            touching.insert(
                std::minmax(atlas.villages()[arc.left].id, atlas.villages()[arc.right].id));
    std::vector<Id<BoundarySegment>> without;
    for (const BoundarySegment& segment : atlas.segments())
        if (!touching.count(std::minmax(segment.first, segment.second)))
            without.push_back(segment.id);
    return without;
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
