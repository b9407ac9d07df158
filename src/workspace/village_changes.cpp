#include "workspace/village_changes.h"

#include "analysis/outline_comparison.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "model/village_law.h"
#include "workspace/village_overlay.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace antardesa::workspace {

namespace {

using model::Village;

/// Borders that moved by no more are the same. Files that keep eight decimals of a degree, as many
/// do, put a vertex up to 0.8 mm beside where it was measured.
constexpr double same_place_m = 0.001;

Place place_of(const geo::MultiPolygon& outline) {
    const geo::Point centre = geo::bounds(outline).centre();
    return {centre.x, centre.y};
}

double area_of(const Village& village) {
    return village.geometry ? crs::ellipsoidal_area(*village.geometry) : 0;
}

VillageChange change_of(const Village& old, const Village& row) {
    VillageChange change;
    change.row = row.id;
    change.code_before = old.code;
    change.code_after = row.code;
    change.name_before = old.name;
    change.name_after = row.name;
    change.renumbered = old.code != row.code;
    change.renamed = old.name != row.name;
    if (old.geometry != row.geometry && old.geometry && row.geometry) {
        const analysis::OutlineMove move = analysis::outline_move(*old.geometry, *row.geometry);
        change.moved_m = move.farthest_m;
        change.reshaped = move.farthest_m > same_place_m;
        if (change.reshaped)
            change.place = Place{move.place.x, move.place.y};
    }
    if (!change.place && row.geometry)
        change.place = place_of(*row.geometry);
    if (change.reshaped || change.renumbered || change.renamed) {
        change.area_before_m2 = area_of(old);
        change.area_after_m2 = change.reshaped ? area_of(row) : change.area_before_m2;
    }
    return change;
}

VillageChange new_village(const Village& row) {
    VillageChange change;
    change.row = row.id;
    change.is_new = true;
    change.code_after = row.code;
    change.name_after = row.name;
    change.area_after_m2 = area_of(row);
    if (row.geometry)
        change.place = place_of(*row.geometry);
    return change;
}

/// Whoever of `others` has most of its land; `left_out` do not count.
Id<Village> holder_of(const Village& village, const model::Table<Village>& others,
                      const std::vector<Id<Village>>& left_out, Progress& progress) {
    const geo::Box box = geo::bounds(*village.geometry);
    for (const Village& other : others) {
        if (!other.geometry || !geo::bounds(*other.geometry).intersects(box) ||
            std::find(left_out.begin(), left_out.end(), other.id) != left_out.end())
            continue;
        if (analysis::common_land(*village.geometry, *other.geometry, progress) >
            geo::area(*village.geometry) / 2)
            return other.id;
    }
    return {};
}

VillageChange gone_village(const model::Atlas& before, const Village& old) {
    VillageChange change;
    change.row = old.id;
    change.gone = true;
    change.code_before = old.code;
    change.name_before = old.name;
    change.area_before_m2 = area_of(old);
    if (old.geometry)
        change.place = place_of(*old.geometry);
    change.agreements = static_cast<int>(before.agreements_of(old.id).size());
    for (const model::BoundarySegment* segment : before.segments_of(old.id))
        change.segments += segment->state != model::SegmentState::untraced || segment->document;
    return change;
}

std::string figure(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string result = text;
    std::replace(result.begin(), result.end(), '.', ',');
    return result;
}

std::string name_of(const model::TableSet& tables, Id<Village> id) {
    const Village* village = std::get<model::Table<Village>>(tables).find(id);
    return village ? model::name_without_kind(village->name) : std::string();
}

std::string code_or_dash(const std::string& code) {
    return code.empty() ? "–" : code;
}

class FindingsOf {
  public:
    FindingsOf(const VillageChange& change, const model::TableSet& after)
        : change_(change), after_(after) {}

    void append_to(std::vector<Finding>& all) const {
        const std::string name =
            model::name_without_kind(change_.is_new ? change_.name_after : change_.name_before);
        if (change_.is_new && change_.split_from)
            all.push_back(
                say("village_split", Severity::warning,
                    {name, code_or_dash(change_.code_after), name_of(after_, change_.split_from)}));
        else if (change_.is_new)
            all.push_back(say("village_new", Severity::information,
                              {name, code_or_dash(change_.code_after)}));
        if (change_.gone)
            all.push_back(gone(name));
        if (change_.renumbered)
            all.push_back(
                say("village_renumbered", Severity::warning,
                    {name, code_or_dash(change_.code_before), code_or_dash(change_.code_after)}));
        if (change_.renamed)
            all.push_back(say("village_renamed", Severity::warning,
                              {name, change_.name_after, code_or_dash(change_.code_after)}));
        if (change_.reshaped)
            all.push_back(reshaped());
    }

  private:
    Finding say(const std::string& code, Severity severity,
                std::vector<std::string> arguments) const {
        return {severity,
                code,
                change_.is_new ? change_.name_after : change_.name_before,
                change_.place,
                {"workspace.finding." + code, std::move(arguments)}};
    }

    Finding reshaped() const {
        Finding finding = say("village_reshaped", Severity::information,
                              {model::name_without_kind(change_.name_after),
                               figure(change_.area_before_m2 / 1e4, 4),
                               figure(change_.area_after_m2 / 1e4, 4), figure(change_.moved_m, 2)});
        // A village without an outline before or now has no border that moved.
        if (!std::isfinite(change_.moved_m))
            finding.message.key = "workspace.finding.village_reshaped_anew";
        return finding;
    }

    Finding gone(const std::string& name) const {
        const std::string code = code_or_dash(change_.code_before);
        if (change_.merged_into)
            return say("village_merged", Severity::warning,
                       {name, code, name_of(after_, change_.merged_into),
                        std::to_string(change_.agreements), std::to_string(change_.segments)});
        if (change_.agreements + change_.segments > 0)
            return say(
                "village_in_use_not_in_file", Severity::warning,
                {name, code, std::to_string(change_.agreements), std::to_string(change_.segments)});
        return say("village_not_in_file", Severity::warning, {name, code});
    }

    const VillageChange& change_;
    const model::TableSet& after_;
};

} // namespace

std::vector<VillageChange> village_changes(const model::Atlas* before, const model::TableSet& after,
                                           const std::vector<Id<Village>>& not_in_file,
                                           Progress& progress) {
    std::vector<VillageChange> changes;
    if (before == nullptr || before->villages().empty())
        return changes;
    for (const Village& row : std::get<model::Table<Village>>(after)) {
        progress.check();
        const Village* old = before->find(row.id);
        VillageChange change = old ? change_of(*old, row) : new_village(row);
        if (change.is_new && row.geometry)
            change.split_from = holder_of(row, before->villages(), {}, progress);
        if (change.is_new || change.reshaped || change.renumbered || change.renamed)
            changes.push_back(std::move(change));
    }
    for (const Id<Village> id : not_in_file) {
        const Village& old = *before->find(id);
        changes.push_back(gone_village(*before, old));
        if (old.geometry)
            changes.back().merged_into =
                holder_of(old, std::get<model::Table<Village>>(after), not_in_file, progress);
    }
    return changes;
}

void keep_origins(ImportDraft& draft, const model::Atlas& before,
                  const std::vector<VillageChange>& changes, std::optional<Date> date) {
    for (const VillageChange& change : changes) {
        const Village* origin = change.is_new ? before.find(change.split_from) : nullptr;
        const Village* made = origin ? draft.table<Village>().find(change.row) : nullptr;
        if (!made)
            continue;
        Village row = *made;
        row.previous_codes = with_previous(
            row.previous_codes,
            origin->code.empty() ? origin->name : origin->code + " " + origin->name, date);
        draft.put(row);
    }
}

std::vector<Finding> change_findings(const std::vector<VillageChange>& changes,
                                     const model::TableSet& after) {
    std::vector<Finding> findings;
    for (const VillageChange& change : changes)
        FindingsOf(change, after).append_to(findings);
    return findings;
}

std::vector<Id<Village>> not_in_file(const model::Atlas& before,
                                     const std::vector<Finding>& findings) {
    std::vector<Id<Village>> gone;
    for (const Finding& finding : findings)
        for (const Village& village : before.villages())
            if ((finding.code == "village_not_in_file" || finding.code == "village_merged" ||
                 finding.code == "village_in_use_not_in_file") &&
                model::name_without_kind(village.name) == finding.message.arguments[0] &&
                code_or_dash(village.code) == finding.message.arguments[1])
                gone.push_back(village.id);
    return gone;
}

} // namespace antardesa::workspace
