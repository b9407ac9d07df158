#include "model/village_law.h"

#include "base/text.h"
#include "model/case_verbs.h"
#include "model/verbs.h"

#include <algorithm>
#include <optional>

namespace antardesa::model {

namespace {

template<class Row>
const Table<Row>& rows(const TableSet& tables) {
    return std::get<Table<Row>>(tables);
}

bool begins_with_word(std::string_view name, std::string_view word) {
    const auto same = [](char letter, char typed) {
        return letter == typed || (typed >= 'A' && typed <= 'Z' && letter == typed + 32);
    };
    return name.size() > word.size() && name[word.size()] == ' ' &&
           std::equal(word.begin(), word.end(), name.begin(), same);
}

/// By the second pair of "99.71.10.2003"; nothing where there is none.
std::optional<bool> city_code(std::string_view code) {
    const auto digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (code.size() < 5 || code[2] != '.' || !digit(code[3]) || !digit(code[4]))
        return std::nullopt;
    return code[3] >= '7' && code.substr(3, 2) != "70";
}

std::optional<bool> city_code_within(const Atlas& atlas, const District& district) {
    if (const auto known = city_code(district.code))
        return known;
    for (const Village& village : atlas.villages())
        if (village.district == district.id)
            if (const auto known = city_code(village.code))
                return known;
    return std::nullopt;
}

std::optional<bool> city_word(std::string_view name) {
    const std::string_view word = regency_word(name);
    return word.empty() ? std::nullopt : std::optional(word.size() == 5);
}

} // namespace

std::vector<Id<Village>> villages_of(const TableSet& tables, const BoundaryDispute& dispute) {
    std::vector<Id<Village>> villages;
    const auto add = [&](Id<Village> village) {
        if (std::find(villages.begin(), villages.end(), village) == villages.end())
            villages.push_back(village);
    };
    add(dispute.first);
    add(dispute.second);
    for (const CaseSegment& further : rows<CaseSegment>(tables))
        if (further.dispute == dispute.id)
            if (const auto* segment = rows<BoundarySegment>(tables).find(further.segment)) {
                add(segment->first);
                add(segment->second);
            }
    return villages;
}

bool is_outside_village_law(const TableSet& tables, const BoundaryDispute& dispute) {
    return dispute.state == DisputeState::handed_over ||
           facilitator_of(tables, dispute) == Facilitator::outside_village_law;
}

bool is_outside_village_law(const Atlas& atlas, const BoundarySegment& segment) {
    return facilitator_for(atlas, segment.first, segment.second) ==
           Facilitator::outside_village_law;
}

bool is_under_two_laws(const Atlas& atlas, const BoundaryDispute& dispute) {
    const auto segments = atlas.segments_of(dispute);
    const auto regional =
        std::count_if(segments.begin(), segments.end(), [&](const BoundarySegment* segment) {
            return is_outside_village_law(atlas, *segment);
        });
    return regional > 0 && static_cast<std::size_t>(regional) < segments.size();
}

std::string name_without_kind(std::string_view name) {
    for (const std::string_view word : {"desa", "kelurahan", "kecamatan"})
        if (begins_with_word(name, word))
            if (std::string rest = trimmed(name.substr(word.size())); !rest.empty())
                return rest;
    return std::string(name);
}

bool is_kelurahan(const Village& village) {
    return village.kind == VillageKind::urban_village ||
           (village.kind == VillageKind::unknown && begins_with_word(village.name, "kelurahan"));
}

std::string_view regency_word(std::string_view name) {
    for (const std::string_view word : {"kota", "kabupaten"})
        if (begins_with_word(name, word))
            return name.substr(0, word.size() + 1);
    return {};
}

bool is_city(std::string_view name, std::string_view code) {
    return city_word(name).value_or(city_code(code).value_or(false));
}

bool is_city(const Atlas& atlas) {
    const std::string& name = atlas.identity().regency;
    if (const auto known = city_word(name))
        return *known;
    std::optional<bool> elsewhere;
    for (const District& district : atlas.districts())
        if (const auto known = city_code_within(atlas, district)) {
            if (district.regency == name)
                return *known;
            elsewhere = elsewhere ? elsewhere : known;
        }
    return elsewhere.value_or(false);
}

bool is_city(const Atlas& atlas, const District& district) {
    return city_word(district.regency).value_or(city_code_within(atlas, district).value_or(false));
}

} // namespace antardesa::model
