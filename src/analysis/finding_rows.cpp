#include "analysis/finding_rows.h"

#include "geo/measure.h"
#include "topology/overlap_area.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

using model::BoundaryException;
using model::BoundaryFinding;
using model::Table;
using model::TableSet;

constexpr double same_strip = 0.9; ///< share of a strip that its exception must cover
constexpr double old_strip = 0.5;  ///< share of an exception that an outgrown strip must hold

struct Participants {
    std::vector<Id<model::Village>> villages;
    std::vector<Id<model::SpecialArea>> special_areas;
    std::string names;
};

Participants participants_of(const TableSet& tables, const std::vector<std::uint32_t>& shapes) {
    Participants found;
    const auto& villages = std::get<Table<model::Village>>(tables);
    const auto& areas = std::get<Table<model::SpecialArea>>(tables);
    for (const std::uint32_t shape : shapes) {
        std::string name;
        if (shape < villages.size()) {
            found.villages.push_back(villages[shape].id);
            name = villages[shape].name;
        } else {
            found.special_areas.push_back(areas[shape - villages.size()].id);
            name = areas[shape - villages.size()].name;
        }
        found.names += (found.names.empty() ? "" : "; ") + name;
    }
    return found;
}

bool is_strip(const BoundaryFlaw& flaw) {
    return (flaw.kind == FlawKind::overlap || flaw.kind == FlawKind::gap) && !flaw.outline.empty();
}

bool may_be_allowed(const BoundaryFlaw& flaw) {
    return is_strip(flaw) || !flaw.places.empty() ||
           (flaw.kind == FlawKind::outside_district && !flaw.outline.empty());
}

/// What one exception says of one strip.
enum class Verdict { unrelated, allowed, outgrown };

Verdict judge(const BoundaryFlaw& flaw, const Participants& who, const BoundaryException& exception,
              Progress& progress) {
    if (flaw.kind != exception.kind || who.villages != exception.villages ||
        who.special_areas != exception.special_areas)
        return Verdict::unrelated;
    if (!flaw.places.empty()) {
        const auto known = std::count_if(flaw.places.begin(), flaw.places.end(), [&](geo::Point p) {
            return geo::contains(*exception.geometry, p);
        });
        return known == static_cast<std::ptrdiff_t>(flaw.places.size()) ? Verdict::allowed
               : known > 0                                              ? Verdict::outgrown
                                                                        : Verdict::unrelated;
    }
    const double shared = topology::overlap_area(flaw.outline, *exception.geometry, progress);
    if (shared >= same_strip * geo::area(flaw.outline))
        return Verdict::allowed;
    return shared >= old_strip * geo::area(*exception.geometry) ? Verdict::outgrown
                                                                : Verdict::unrelated;
}

/// The exception that allows the strip; else none, and `flaw` names one that it has outgrown.
Id<BoundaryException> exception_of(const TableSet& tables, BoundaryFlaw& flaw, Progress& progress) {
    const Participants who = participants_of(tables, flaw.shapes);
    for (const BoundaryException& exception : std::get<Table<BoundaryException>>(tables)) {
        switch (judge(flaw, who, exception, progress)) {
        case Verdict::allowed:
            flaw.outgrown = {};
            return exception.id;
        case Verdict::outgrown:
            flaw.outgrown = exception.id;
            break;
        case Verdict::unrelated:
            break;
        }
    }
    return {};
}

geo::Box box_of(const BoundaryFinding& finding) {
    return finding.geometry ? geo::bounds(*finding.geometry) : geo::Box{};
}

bool same_content(const BoundaryFinding& a, const BoundaryFinding& b) {
    const auto all = [](const BoundaryFinding& f) {
        return std::tie(f.kind, f.severity, f.fault, f.villages, f.special_areas, f.names, f.count,
                        f.area_m2, f.width_m, f.sliver, f.outgrown, f.fingerprint, f.longitude,
                        f.latitude);
    };
    return all(a) == all(b) && *a.geometry == *b.geometry;
}

/// Rows recorded before, each given away once.
class KnownFindings {
  public:
    explicit KnownFindings(std::vector<const BoundaryFinding*> rows) : rows_(std::move(rows)) {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            by_fingerprint_.emplace(rows_[i]->fingerprint, i);
    }

    const BoundaryFinding* take_same(const BoundaryFinding& fresh) {
        const auto [first, last] = by_fingerprint_.equal_range(fresh.fingerprint);
        for (auto at = first; at != last; ++at)
            if (rows_[at->second])
                return std::exchange(rows_[at->second], nullptr);
        return nullptr;
    }
    const BoundaryFinding* take_similar(const BoundaryFinding& fresh) {
        const geo::Box box = box_of(fresh);
        for (const BoundaryFinding*& row : rows_)
            if (row && row->kind == fresh.kind && row->fault == fresh.fault &&
                row->villages == fresh.villages && row->special_areas == fresh.special_areas &&
                box_of(*row).intersects(box))
                return std::exchange(row, nullptr);
        return nullptr;
    }
    std::vector<Id<BoundaryFinding>> left() const {
        std::vector<Id<BoundaryFinding>> ids;
        for (const BoundaryFinding* row : rows_)
            if (row)
                ids.push_back(row->id);
        return ids;
    }

  private:
    std::vector<const BoundaryFinding*> rows_;
    std::multimap<std::string_view, std::size_t> by_fingerprint_;
};

/// The recorded findings that a check around an edit looked at again; all for a whole check.
std::vector<const BoundaryFinding*> looked_at(const Table<BoundaryFinding>& table,
                                              const LookedAt* around) {
    const auto takes_part = [](const auto& ids, const auto& wanted) {
        return std::any_of(ids.begin(), ids.end(), [&](auto id) { return wanted.contains(id); });
    };
    std::vector<const BoundaryFinding*> rows;
    for (const BoundaryFinding& row : table)
        if (model::is_of_check(row.kind) &&
            (!around || (row.kind != FlawKind::outside_district &&
                         (takes_part(row.villages, around->villages) ||
                          takes_part(row.special_areas, around->special_areas)))))
            rows.push_back(&row);
    return rows;
}

} // namespace

std::vector<AllowedFlaw> set_aside_allowed(const TableSet& tables, BoundaryCheck& check,
                                           Progress& progress) {
    std::vector<AllowedFlaw> allowed;
    if (std::get<Table<BoundaryException>>(tables).empty())
        return allowed;
    std::erase_if(check.flaws, [&](BoundaryFlaw& flaw) {
        progress.check();
        const auto exception =
            may_be_allowed(flaw) ? exception_of(tables, flaw, progress) : Id<BoundaryException>{};
        if (!exception)
            return false;
        allowed.push_back({std::move(flaw), exception});
        return true;
    });
    return allowed;
}

BoundaryFinding finding_row(const TableSet& tables, const BoundaryFlaw& flaw,
                            std::int64_t revision) {
    Participants who = participants_of(tables, flaw.shapes);
    BoundaryFinding row;
    row.kind = flaw.kind;
    row.severity = flaw.severity;
    if (flaw.kind == FlawKind::invalid_ring)
        row.fault = flaw.fault;
    row.villages = std::move(who.villages);
    row.special_areas = std::move(who.special_areas);
    row.names = std::move(who.names);
    row.count = flaw.count;
    if (!flaw.outline.empty())
        row.area_m2 = flaw.ellipsoid_m2;
    if (is_strip(flaw) || flaw.kind == FlawKind::near_miss)
        row.width_m = flaw.width_m;
    row.sliver = flaw.sliver;
    row.outgrown = flaw.outgrown;
    row.revision = revision;
    row.longitude = flaw.position.longitude;
    row.latitude = flaw.position.latitude;
    row.geometry = std::make_shared<const geo::Geometry>(
        !flaw.outline.empty()  ? geo::Geometry(geo::PolygonSet{flaw.outline})
        : !flaw.places.empty() ? geo::Geometry(geo::PointSet{flaw.places})
                               : geo::Geometry(geo::PointSet{{{row.longitude, row.latitude}}}));
    row.fingerprint = model::fingerprint_of(row);
    return row;
}

model::RecordFindings finding_changes(const TableSet& tables, std::span<const BoundaryFlaw> flaws,
                                      std::int64_t revision, const LookedAt* around) {
    const auto& table = std::get<Table<BoundaryFinding>>(tables);
    KnownFindings known(looked_at(table, around));
    std::vector<BoundaryFinding> fresh;
    std::vector<const BoundaryFinding*> old;
    for (const BoundaryFlaw& flaw : flaws) {
        if (around && flaw.kind == FlawKind::outside_district)
            continue;
        fresh.push_back(finding_row(tables, flaw, revision));
        old.push_back(known.take_same(fresh.back()));
    }
    model::RecordFindings changes;
    auto next = table.next_id();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (!old[i])
            old[i] = known.take_similar(fresh[i]);
        fresh[i].id = old[i] ? old[i]->id : next;
        if (!old[i])
            ++next.value;
        if (!old[i] || !same_content(*old[i], fresh[i]))
            changes.put.push_back(std::move(fresh[i]));
    }
    changes.gone = known.left();
    changes.open = static_cast<std::int64_t>(table.size()) + next.value - table.next_id().value -
                   static_cast<std::int64_t>(changes.gone.size());
    return changes;
}

} // namespace antardesa::analysis
