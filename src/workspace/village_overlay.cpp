#include "workspace/village_overlay.h"

#include "analysis/outline_comparison.h"
#include "workspace/unique_index.h"
#include "workspace/village_match.h"

#include <map>
#include <set>

namespace antardesa::workspace {

namespace {

using model::District;
using model::SpecialArea;
using model::Village;

model::VillageKind kind_from(io::ImportedKind kind) {
    return model::from_code<model::VillageKind>(io::code_of(kind))
        .value_or(model::VillageKind::unknown);
}

model::SpecialAreaKind special_kind_from(std::string_view text) {
    const std::string code = lower_case(text);
    return model::from_code<model::SpecialAreaKind>(code).value_or(model::SpecialAreaKind::other);
}

/// The same border, whatever vertex its rings begin with and whichever way they run.
bool same_shape(const model::SharedPolygons& a, const model::SharedPolygons& b) {
    return a == b || (a && b && (*a == *b || analysis::outline_move(*a, *b).farthest_m == 0));
}

std::vector<Id<District>> lay_districts(ImportDraft& draft, const io::BoundaryImport& import) {
    UniqueIndex<Id<District>> by_code;
    UniqueIndex<Id<District>> by_name;
    for (const District& district : draft.table<District>()) {
        by_code.add(district.code, district.id);
        by_name.add(name_key(district.name, district.regency), district.id);
    }
    std::vector<Id<District>> ids;
    for (const io::ImportedDistrict& found : import.districts) {
        auto id = by_code.find(found.code);
        if (!id)
            id = by_name.find(name_key(found.name, found.regency));
        if (id) {
            const District before = *draft.table<District>().find(*id);
            District row = before;
            row.code = found.code.empty() ? before.code : found.code;
            row.name = found.name.empty() ? before.name : found.name;
            row.regency = found.regency.empty() ? before.regency : found.regency;
            if (row.code != before.code || row.name != before.name || row.regency != before.regency)
                draft.put(row);
            ids.push_back(*id);
        } else {
            ids.push_back(draft.put(District{{}, found.code, found.name, found.regency}));
        }
    }
    return ids;
}

Village merged(const Village& before, const io::ImportedVillage& found, Id<District> district,
               std::optional<Date> date) {
    Village row = before;
    if (!found.code.empty() && found.code != before.code) {
        row.code = found.code;
        if (!before.code.empty())
            row.previous_codes = with_previous(row.previous_codes, before.code, date);
    }
    if (!found.bps_code.empty())
        row.bps_code = found.bps_code;
    if (!found.name.empty() && found.name != before.name) {
        row.name = found.name;
        if (!before.name.empty())
            row.previous_codes = with_previous(row.previous_codes, before.name, date);
    }
    if (const auto kind = kind_from(found.kind); kind != model::VillageKind::unknown)
        row.kind = kind;
    if (district)
        row.district = district;
    if (found.official_area_ha)
        row.official_area_ha = found.official_area_ha;
    if (found.formed)
        row.formed = found.formed;
    if (!same_shape(before.geometry, found.geometry))
        row.geometry = found.geometry;
    return row;
}

bool equal_rows(const Village& a, const Village& b) {
    return a.code == b.code && a.bps_code == b.bps_code && a.name == b.name && a.kind == b.kind &&
           a.district == b.district && a.official_area_ha == b.official_area_ha &&
           a.formed == b.formed && a.geometry == b.geometry;
}

void lay_villages(ImportDraft& draft, const io::BoundaryImport& import,
                  const std::vector<Id<District>>& districts, std::optional<Date> date,
                  OverlayReport& report, Progress& progress) {
    const std::vector<Id<Village>> rows = match_villages(draft, import, progress);
    const model::Table<Village> before = draft.table<Village>();
    std::set<Id<Village>> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const io::ImportedVillage& found = import.villages[i];
        const Id<District> district =
            found.district < districts.size() ? districts[found.district] : Id<District>{};
        if (!rows[i]) {
            draft.put(merged(Village{}, found, district, date));
            continue;
        }
        seen.insert(rows[i]);
        const Village& old = *before.find(rows[i]);
        const Village row = merged(old, found, district, date);
        if (!equal_rows(old, row))
            draft.put(row);
    }
    for (const Village& old : before)
        if (!seen.count(old.id))
            report.not_in_file.push_back(old.id);
}

void lay_special_areas(ImportDraft& draft, const io::BoundaryImport& import) {
    std::multimap<std::string, Id<SpecialArea>> old;
    for (const SpecialArea& area : draft.table<SpecialArea>())
        old.emplace(std::string(model::code_of(area.kind)) + '\n' + area.name, area.id);
    for (const io::ImportedSpecialArea& found : import.special_areas) {
        SpecialArea row{{}, special_kind_from(found.kind), found.name, found.geometry};
        const auto at = old.find(std::string(model::code_of(row.kind)) + '\n' + row.name);
        if (at == old.end()) {
            draft.put(row);
            continue;
        }
        row.id = at->second;
        old.erase(at);
        if (!same_shape(draft.table<SpecialArea>().find(row.id)->geometry, row.geometry))
            draft.put(row);
    }
}

} // namespace

std::string with_previous(const std::string& earlier, const std::string& ended,
                          std::optional<Date> date) {
    // The marks of the stored form are none of a name.
    std::string entry = ended;
    std::replace(entry.begin(), entry.end(), ';', ',');
    if (date)
        entry += " s.d. " + iso_text(*date);
    return earlier.empty() ? entry : entry + "; " + earlier;
}

OverlayReport lay_over(ImportDraft& draft, const io::BoundaryImport& import,
                       std::optional<Date> date, Progress& progress) {
    OverlayReport report;
    const auto districts = lay_districts(draft, import);
    lay_villages(draft, import, districts, date, report, progress);
    lay_special_areas(draft, import);
    return report;
}

} // namespace antardesa::workspace
