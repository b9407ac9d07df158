#include "workspace/village_overlay.h"

#include "base/text.h"

#include <map>
#include <set>
#include <unordered_map>

namespace antardesa::workspace {

namespace {

using model::District;
using model::SpecialArea;
using model::Village;

/// A key to the only row that has it; rows that share a key answer for nobody.
template<class Value>
class UniqueIndex {
  public:
    void add(const std::string& key, Value value) {
        if (key.empty())
            return;
        auto [at, fresh] = entries_.try_emplace(key, value);
        if (!fresh)
            at->second.reset();
    }
    std::optional<Value> find(const std::string& key) const {
        const auto at = entries_.find(key);
        return at == entries_.end() ? std::nullopt : at->second;
    }

  private:
    std::unordered_map<std::string, std::optional<Value>> entries_;
};

std::string name_key(std::string_view name, std::string_view district) {
    return lower_case(trimmed(name)) + '\n' + lower_case(trimmed(district));
}

model::VillageKind kind_from(io::ImportedKind kind) {
    return model::from_code<model::VillageKind>(io::code_of(kind))
        .value_or(model::VillageKind::unknown);
}

model::SpecialAreaKind special_kind_from(std::string_view text) {
    const std::string code = lower_case(text);
    return model::from_code<model::SpecialAreaKind>(code).value_or(model::SpecialAreaKind::other);
}

bool same_shape(const model::SharedPolygons& a, const model::SharedPolygons& b) {
    return a == b || (a && b && *a == *b);
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

Village merged(const Village& before, const io::ImportedVillage& found, Id<District> district) {
    Village row = before;
    if (!found.code.empty())
        row.code = found.code;
    if (!found.bps_code.empty())
        row.bps_code = found.bps_code;
    if (!found.name.empty())
        row.name = found.name;
    if (const auto kind = kind_from(found.kind); kind != model::VillageKind::unknown)
        row.kind = kind;
    if (district)
        row.district = district;
    if (found.official_area_ha)
        row.official_area_ha = found.official_area_ha;
    if (!same_shape(before.geometry, found.geometry))
        row.geometry = found.geometry;
    return row;
}

bool equal_rows(const Village& a, const Village& b) {
    return a.code == b.code && a.bps_code == b.bps_code && a.name == b.name && a.kind == b.kind &&
           a.district == b.district && a.official_area_ha == b.official_area_ha &&
           a.geometry == b.geometry;
}

/// Finds the project's row of an imported village.
class VillageMatcher {
  public:
    VillageMatcher(const ImportDraft& draft, const io::BoundaryImport& import) {
        for (const Village& village : draft.table<Village>()) {
            const District* district = draft.table<District>().find(village.district);
            by_code_.add(village.code, village.id);
            by_name_.add(name_key(village.name, district ? district->name : ""), village.id);
        }
        for (std::size_t i = 0; i < import.villages.size(); ++i) {
            const auto& village = import.villages[i];
            own_codes_.add(village.code, i);
            own_names_.add(name_key(village.name, district_name(import, village)), i);
        }
    }

    std::optional<Id<Village>> find(const io::BoundaryImport& import,
                                    const io::ImportedVillage& village) const {
        if (const auto id = by_code_.find(village.code); id && own_codes_.find(village.code))
            return id;
        const std::string key = name_key(village.name, district_name(import, village));
        return own_names_.find(key) ? by_name_.find(key) : std::nullopt;
    }

  private:
    static std::string district_name(const io::BoundaryImport& import,
                                     const io::ImportedVillage& village) {
        return village.district < import.districts.size() ? import.districts[village.district].name
                                                          : "";
    }
    UniqueIndex<Id<Village>> by_code_;
    UniqueIndex<Id<Village>> by_name_;
    UniqueIndex<std::size_t> own_codes_;
    UniqueIndex<std::size_t> own_names_;
};

void lay_villages(ImportDraft& draft, const io::BoundaryImport& import,
                  const std::vector<Id<District>>& districts, OverlayReport& report) {
    const VillageMatcher matcher(draft, import);
    const model::Table<Village> before = draft.table<Village>();
    std::set<Id<Village>> seen;
    for (const io::ImportedVillage& found : import.villages) {
        const Id<District> district =
            found.district < districts.size() ? districts[found.district] : Id<District>{};
        const auto id = matcher.find(import, found);
        if (!id || !seen.insert(*id).second) {
            draft.put(merged(Village{}, found, district));
            ++report.added;
            continue;
        }
        const Village& old = *before.find(*id);
        const Village row = merged(old, found, district);
        if (equal_rows(old, row)) {
            ++report.unchanged;
            continue;
        }
        draft.put(row);
        ++report.changed;
    }
    for (const Village& old : before) {
        if (seen.count(old.id))
            continue;
        ++report.missing;
        report.findings.push_back(
            {Severity::warning,
             "village_not_in_file",
             old.name,
             std::nullopt,
             {"workspace.finding.village_not_in_file", {old.name, old.code}}});
    }
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

OverlayReport lay_over(ImportDraft& draft, const io::BoundaryImport& import) {
    OverlayReport report;
    const auto districts = lay_districts(draft, import);
    lay_villages(draft, import, districts, report);
    lay_special_areas(draft, import);
    return report;
}

} // namespace antardesa::workspace
