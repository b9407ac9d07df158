#include "workspace/boundary_review.h"

#include "analysis/moved_lines.h"
#include "analysis/segment_findings.h"
#include "io/boundary_import.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using model::Table;
using model::TableSet;

constexpr std::size_t most_neighbourhoods = 64; ///< changed villages; beyond them all are checked

const geo::MultiPolygon no_polygons;

const geo::MultiPolygon* polygons_of(const model::SharedPolygons& shared) {
    return shared ? shared.get() : &no_polygons;
}

bool same_shape(const model::SharedPolygons& a, const model::SharedPolygons& b) {
    return a == b || (a && b && *a == *b);
}

bool same_for_check(const model::Village& a, const model::Village& b) {
    return a.code == b.code && same_shape(a.geometry, b.geometry);
}
bool same_for_check(const model::SpecialArea& a, const model::SpecialArea& b) {
    return same_shape(a.geometry, b.geometry);
}

/// What an edit changes of one table, as shapes of the check and as rows that look different.
template<class Row>
struct Changed {
    std::vector<std::uint32_t> shapes; ///< positions in the table afterwards
    std::set<Id<Row>> rows;            ///< also those that are gone
    geo::Box gone;
};

template<class Row>
Changed<Row> changed_rows(const TableSet& before, const TableSet& after) {
    const auto& old_rows = std::get<Table<Row>>(before);
    const auto& new_rows = std::get<Table<Row>>(after);
    Changed<Row> changed;
    for (std::size_t i = 0; i < new_rows.size(); ++i) {
        const Row* old = old_rows.find(new_rows[i].id);
        if (old && same_for_check(*old, new_rows[i]))
            continue;
        changed.shapes.push_back(static_cast<std::uint32_t>(i));
        changed.rows.insert(new_rows[i].id);
    }
    for (const Row& row : old_rows)
        if (!new_rows.find(row.id)) {
            changed.rows.insert(row.id);
            changed.gone.extend(geo::bounds(*polygons_of(row.geometry)));
        }
    return changed;
}

/// Neighbours of a village that is gone are looked at in its place.
template<class Row>
void add_around(Changed<Row>& changed, const geo::Box& gone, const Table<Row>& rows) {
    if (gone.empty())
        return;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (geo::bounds(*polygons_of(rows[i].geometry)).intersects(gone) &&
            changed.rows.insert(rows[i].id).second)
            changed.shapes.push_back(static_cast<std::uint32_t>(i));
    std::sort(changed.shapes.begin(), changed.shapes.end());
}

/// Who takes part in each recorded strip, as shapes of the check.
std::vector<std::vector<std::uint32_t>> known_strips(const TableSet& tables) {
    const auto& villages = std::get<Table<model::Village>>(tables);
    const auto& areas = std::get<Table<model::SpecialArea>>(tables);
    std::vector<std::vector<std::uint32_t>> strips;
    const auto add = [&](const auto& row) {
        std::vector<std::uint32_t> shapes;
        for (const auto id : row.villages)
            if (villages.find(id))
                shapes.push_back(static_cast<std::uint32_t>(villages.index_of(id)));
        for (const auto id : row.special_areas)
            if (areas.find(id))
                shapes.push_back(static_cast<std::uint32_t>(villages.size() + areas.index_of(id)));
        strips.push_back(std::move(shapes));
    };
    for (const auto& row : std::get<Table<model::BoundaryFinding>>(tables))
        add(row);
    for (const auto& row : std::get<Table<model::BoundaryException>>(tables))
        add(row);
    return strips;
}

void append(model::Edit& edit, const model::RecordFindings& changes) {
    model::Edit recorded = model::record_findings(changes);
    std::move(recorded.writes.begin(), recorded.writes.end(), std::back_inserter(edit.writes));
}

void add(model::RecordFindings& changes, const model::RecordFindings& more,
         const model::Atlas& atlas) {
    for (const model::BoundaryFinding& finding : more.put) {
        changes.open += atlas.find(finding.id) ? 0 : 1;
        changes.put.push_back(finding);
    }
    changes.open -= static_cast<std::int64_t>(more.gone.size());
    changes.gone.insert(changes.gone.end(), more.gone.begin(), more.gone.end());
}

/// A settled line that the edit moves is a finding while its paper stays the old one, and none any
/// more when it comes back to where it was agreed.
void follow_moved_lines(const model::Atlas& atlas, model::Edit& edit) {
    const bool moves = std::any_of(edit.writes.begin(), edit.writes.end(), [](const auto& write) {
        return std::holds_alternative<model::Put<model::BoundarySegment>>(write) ||
               std::holds_alternative<model::Erase<model::BoundarySegment>>(write);
    });
    if (!moves)
        return;
    const TableSet after = model::applied(atlas.tables(), edit);
    append(edit, analysis::moved_line_changes(atlas.tables(), after,
                                              analysis::lines_moved(atlas.tables(), after),
                                              atlas.revision() + 1));
}

/// Points that the edit leaves beside their line, and papers that do not carry their state.
void follow_segments(const model::Atlas& atlas, model::Edit& edit) {
    const auto touched = analysis::segments_touched(atlas.tables(), edit);
    if (!touched.empty())
        append(edit, analysis::segment_finding_changes(model::applied(atlas.tables(), edit),
                                                       &touched, atlas.revision() + 1));
}

void follow_check(const model::Atlas& atlas, model::Edit& edit, Progress& progress) {
    const TableSet after = model::applied(atlas.tables(), edit);
    auto villages = changed_rows<model::Village>(atlas.tables(), after);
    auto areas = changed_rows<model::SpecialArea>(atlas.tables(), after);
    if (villages.rows.empty() && areas.rows.empty())
        return;
    geo::Box gone = villages.gone;
    gone.extend(areas.gone);
    const auto& all = std::get<Table<model::Village>>(after);
    add_around(villages, gone, all);
    add_around(areas, gone, std::get<Table<model::SpecialArea>>(after));
    std::vector<std::uint32_t> changed = villages.shapes;
    for (const std::uint32_t area : areas.shapes)
        changed.push_back(static_cast<std::uint32_t>(all.size()) + area);
    const auto shapes = checked_shapes(after);
    const std::int64_t revision = atlas.revision() + 1;
    if (changed.size() > most_neighbourhoods) {
        auto check = analysis::check_boundaries(shapes, crs::wgs84(), {}, progress);
        analysis::set_aside_allowed(after, check, progress);
        return append(edit, analysis::finding_changes(after, check.flaws, revision));
    }
    auto check = analysis::check_boundaries_around(shapes, changed, known_strips(after),
                                                   crs::wgs84(), {}, progress);
    analysis::set_aside_allowed(after, check, progress);
    const analysis::LookedAt around{villages.rows, areas.rows};
    append(edit, analysis::finding_changes(after, check.flaws, revision, &around));
}

} // namespace

std::vector<analysis::CheckedShape> checked_shapes(const TableSet& tables) {
    const auto& districts = std::get<Table<model::District>>(tables);
    std::vector<analysis::CheckedShape> shapes;
    for (const model::Village& village : std::get<Table<model::Village>>(tables)) {
        const model::District* district = districts.find(village.district);
        // The kecamatan in the code; without one, the one that the row names.
        std::string key = district ? district->name + "\n" + district->regency : std::string();
        if (io::normalised_code(village.code))
            key = village.code.substr(0, 8);
        shapes.push_back({polygons_of(village.geometry), village.code, std::move(key)});
    }
    for (const model::SpecialArea& area : std::get<Table<model::SpecialArea>>(tables))
        shapes.push_back({polygons_of(area.geometry), {}, {}});
    return shapes;
}

BoundaryReview review_boundaries(const model::Atlas& atlas, const analysis::CheckLimits& limits,
                                 Progress& progress) {
    analysis::CheckLimits whole;
    whole.sliver_width_m = limits.sliver_width_m;
    whole.near_miss_m = limits.near_miss_m;
    BoundaryReview review;
    review.check =
        analysis::check_boundaries(checked_shapes(atlas.tables()), crs::wgs84(), whole, progress);
    review.allowed = analysis::set_aside_allowed(atlas.tables(), review.check, progress);
    review.changes =
        analysis::finding_changes(atlas.tables(), review.check.flaws, atlas.revision());
    // What follows from points and papers is recorded with it: files of other programs bring it.
    const auto standing = analysis::segment_finding_changes(
        model::applied(atlas.tables(), model::record_findings(review.changes)), nullptr,
        atlas.revision());
    add(review.changes, standing, atlas);
    review.edit = model::record_findings(review.changes);
    return review;
}

bool has_news(const BoundaryReview& review, const model::Atlas& atlas,
              const std::vector<model::HistoryEntry>& history) {
    return !review.changes.put.empty() || !review.changes.gone.empty() ||
           !was_checked(atlas, history);
}

RecordedReview record_review(const std::filesystem::path& path, const analysis::CheckLimits& limits,
                             const Environment& environment, Progress& progress) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    RecordedReview recorded;
    auto tables = file.read(recorded.findings, progress);
    recorded.atlas =
        model::Atlas::build(file.identity(), std::move(tables), file.revision(), progress);
    recorded.review = review_boundaries(*recorded.atlas, limits, progress);
    if (!has_news(recorded.review, *recorded.atlas, file.history()))
        return recorded;
    const auto applied = file.apply(recorded.review.edit, environment.authorship());
    if (!applied)
        throw Error(applied.refusal().message);
    return recorded;
}

bool was_checked(const model::Atlas& atlas, const std::vector<model::HistoryEntry>& history) {
    const auto& findings = atlas.table<model::BoundaryFinding>();
    const auto is_of_a_check = [](const model::BoundaryFinding& finding) {
        return model::is_of_check(finding.kind);
    };
    if (std::any_of(findings.begin(), findings.end(), is_of_a_check) ||
        !atlas.table<model::BoundaryException>().empty())
        return true;
    return std::any_of(history.begin(), history.end(), [](const model::HistoryEntry& entry) {
        return entry.name == "edit.check_recorded" && !entry.undone;
    });
}

void follow_with_findings(const model::Atlas& atlas,
                          const std::vector<model::HistoryEntry>& history, model::Edit& edit,
                          Progress& progress) {
    follow_moved_lines(atlas, edit);
    follow_segments(atlas, edit);
    if (was_checked(atlas, history))
        follow_check(atlas, edit, progress);
}

} // namespace antardesa::workspace
