#include "io/boundary_import.h"

#include "base/result.h"
#include "base/text.h"
#include "geo/measure.h"
#include "io/detail/code_checks.h"
#include "io/detail/finding_list.h"
#include "io/detail/import_districts.h"
#include "io/detail/village_codes.h"
#include "io/detail/village_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <unordered_map>

namespace antardesa::io {

namespace {

using namespace detail;

// A neighbouring kabupaten is clip residue when the file is plainly about one kabupaten, all
// of the neighbour is nearly nothing beside it, and its pieces are too small to be villages:
// Kuningan's five neighbours average 0.01 to 43 ha a piece beside 318 ha, while the kelurahan of
// the smallest kota average above 60 ha.
constexpr double main_share = 0.9;
constexpr double sliver_share = 0.01;
constexpr double sliver_mean_hectares = 60;
constexpr double sliver_mean_share = 0.25;

// Good to a per cent, which is all that shares and units need.
double rough_hectares(const geo::MultiPolygon& degrees) {
    const geo::Box box = geo::bounds(degrees);
    if (box.empty())
        return 0;
    const double east = 111320.0 * std::cos(box.centre().y * std::numbers::pi / 180);
    return geo::area(degrees) * east * 110574.0 / 10000.0;
}

std::string number_text(double value) {
    char text[64];
    std::snprintf(text, sizeof text, "%.2f", value);
    std::string result = text;
    std::replace(result.begin(), result.end(), '.', ',');
    return result;
}

std::string shown_name(const VillageRow& row) {
    return row.name.empty() ? "#" + std::to_string(row.fid) : shown_on_one_line(row.name);
}

std::optional<Place> place_of(const geo::MultiPolygon& polygons) {
    const geo::Box box = geo::bounds(polygons);
    if (box.empty())
        return std::nullopt;
    return Place{box.centre().x, box.centre().y};
}

/// Turns one table into one import; used once.
class Interpreter {
  public:
    Interpreter(FeatureTable&& table, const FieldMapping& mapping)
        : table_(std::move(table)), rows_(village_rows(table_, mapping)),
          findings_(result_.findings), districts_(rows_) {
        result_.findings = std::move(table_.findings);
        result_.features_read = static_cast<std::int64_t>(table_.features.size());
        result_.vertices_read = vertex_count(table_);
        result_.count = reading_count(table_);
        areas_.resize(rows_.size());
    }

    BoundaryImport run(Progress& progress) {
        to_degrees(progress);
        measure_regencies();
        for (const VillageRow& row : rows_) {
            place_row(row);
            progress.check();
        }
        finish_villages();
        report_codes();
        check_area_unit();
        result_.districts = districts_.named(findings_);
        report_slivers();
        findings_.finish();
        for (const ImportedVillage& village : result_.villages)
            result_.count.as_villages += static_cast<std::int64_t>(village.source_fids.size());
        result_.count.as_special_areas = static_cast<std::int64_t>(result_.special_areas.size());
        result_.count.skipped = result_.skipped();
        return std::move(result_);
    }

  private:
    struct Regency {
        std::string name;
        double hectares = 0;
        int features = 0;
        bool sliver = false;
        std::map<std::string, int> codes;
    };

    geo::MultiPolygon* polygons_of(const VillageRow& row) {
        auto* set = std::get_if<geo::PolygonSet>(&table_.features[row.index].geometry);
        return set ? &set->polygons : nullptr;
    }

    void skip(const VillageRow& row, const char* code) {
        geo::Geometry& geometry = table_.features[row.index].geometry;
        result_.vertices_skipped += geo::vertex_count(geometry);
        geometry = std::monostate();
        result_.skipped_fids.push_back(row.fid);
        findings_.add(Severity::warning, code, shown_name(row),
                      {std::to_string(row.fid), shown_name(row)});
    }

    void to_degrees(Progress& progress) {
        const crs::Transformer transformer(*table_.crs, crs::wgs84());
        progress.start(result_.features_read);
        for (const VillageRow& row : rows_) {
            geo::MultiPolygon* polygons = polygons_of(row);
            if (!polygons)
                skip(row, "skipped_no_area");
            else if (!transformer.is_identity() &&
                     transformer.apply(table_.features[row.index].geometry) > 0)
                skip(row, "skipped_untransformable");
            else
                areas_[row.index] = rough_hectares(*polygons);
            progress.advance();
            progress.check();
        }
    }

    void measure_regencies() {
        for (const VillageRow& row : rows_) {
            if (!polygons_of(row) || !special_kind(row).empty())
                continue;
            Regency& regency = regencies_[comparable(row.regency)];
            regency.name = row.regency;
            regency.hectares += areas_[row.index];
            ++regency.features;
            if (!row.regency_code.empty())
                ++regency.codes[row.regency_code];
            if (result_.province.empty())
                result_.province = row.province;
        }
        const Regency* largest = nullptr;
        for (const auto& [key, regency] : regencies_)
            if (!key.empty() && (!largest || regency.hectares > largest->hectares))
                largest = &regency;
        if (!largest)
            return;
        result_.regency = largest->name;
        result_.regency_code = most_frequent(largest->codes);
        mark_slivers(*largest);
    }

    void mark_slivers(const Regency& main) {
        double all = 0;
        for (const auto& [key, regency] : regencies_)
            all += regency.hectares;
        const double mean_limit =
            std::min(sliver_mean_hectares, sliver_mean_share * main.hectares / main.features);
        for (auto& [key, regency] : regencies_)
            regency.sliver = main.hectares >= main_share * all && !key.empty() &&
                             &regency != &main && regency.hectares < sliver_share * main.hectares &&
                             regency.hectares < mean_limit * regency.features;
    }

    void place_row(const VillageRow& row) {
        geo::MultiPolygon* polygons = polygons_of(row);
        if (!polygons)
            return;
        std::string kind = special_kind(row);
        if (kind.empty() && regencies_[comparable(row.regency)].sliver)
            kind = "serpihan_tetangga";
        if (!kind.empty())
            return add_special(row, kind, std::move(*polygons));
        const auto [found, fresh] =
            village_by_identity_.try_emplace(identity(row), result_.villages.size());
        if (fresh)
            add_village(row);
        Growing& growing = growing_[found->second];
        growing.rows.push_back(&row);
        ImportedVillage& village = result_.villages[found->second];
        village.source_fids.push_back(row.fid);
        if (!village.official_area_ha)
            village.official_area_ha = row.official_area;
        if (!village.formed)
            village.formed = row.formed;
        growing.polygons.insert(growing.polygons.end(), std::make_move_iterator(polygons->begin()),
                                std::make_move_iterator(polygons->end()));
    }

    void add_special(const VillageRow& row, const std::string& kind, geo::MultiPolygon polygons) {
        if (kind != "serpihan_tetangga")
            findings_.add(Severity::information, "special_area", shown_name(row),
                          {shown_name(row), number_text(areas_[row.index])}, place_of(polygons));
        result_.special_areas.push_back(
            {kind,
             row.name,
             std::make_shared<const geo::MultiPolygon>(std::move(polygons)),
             {row.fid}});
    }

    void add_village(const VillageRow& row) {
        ImportedVillage village;
        village.code = row.code;
        village.bps_code = row.bps_code;
        village.name = row.name;
        village.kind = row.kind;
        village.district = districts_.of(row);
        result_.villages.push_back(std::move(village));
        growing_.emplace_back();
    }

    void finish_villages() {
        for (std::size_t i = 0; i < growing_.size(); ++i) {
            Growing& growing = growing_[i];
            ImportedVillage& village = result_.villages[i];
            const VillageRow& row = *growing.rows.front();
            if (growing.rows.size() > 1)
                findings_.add(Severity::warning, "village_in_several_features", shown_name(row),
                              {shown_name(row), shown_on_one_line(row.district),
                               std::to_string(growing.rows.size())},
                              place_of(growing.polygons));
            if (row.name.empty())
                findings_.add(Severity::warning, "unnamed_village", shown_name(row),
                              {std::to_string(row.fid)}, place_of(growing.polygons));
            village.geometry =
                std::make_shared<const geo::MultiPolygon>(std::move(growing.polygons));
        }
    }

    void report_odd_code(const char* finding, const ImportedVillage& village, const VillageRow& row,
                         const std::string& code) {
        findings_.add(Severity::warning, finding, shown_name(row),
                      {shown_name(row), shown_on_one_line(code)}, place_of(*village.geometry));
    }

    void report_codes() {
        std::size_t without_code = 0;
        std::map<std::string, std::vector<std::size_t>> by_code;
        for (std::size_t i = 0; i < result_.villages.size(); ++i) {
            const ImportedVillage& village = result_.villages[i];
            const VillageRow& row = *growing_[i].rows.front();
            if (!village.bps_code.empty() && bps_digits(village.bps_code).empty())
                report_odd_code("odd_bps_code", village, row, village.bps_code);
            if (!row.odd_day.empty())
                report_odd_code("odd_day", village, row, row.odd_day);
            if (village.code.empty()) {
                ++without_code;
                if (!row.placeholder.empty())
                    report_odd_code("placeholder_code", village, row, row.placeholder);
                continue;
            }
            by_code[village.code].push_back(i);
            if (!normalised_code(village.code))
                report_odd_code("odd_code", village, row, village.code);
        }
        for (const auto& [code, members] : by_code)
            if (members.size() > 1)
                report_duplicate(code, members);
        if (without_code > 0)
            findings_.add(Severity::information, "villages_without_code", table_.layer,
                          {std::to_string(without_code), std::to_string(result_.villages.size())});
    }

    void report_duplicate(const std::string& code, const std::vector<std::size_t>& members) {
        std::string list;
        for (const std::size_t i : members)
            list += (list.empty() ? "" : ", ") + shown_name(*growing_[i].rows.front());
        findings_.add(Severity::warning, "duplicate_code", shown_on_one_line(code),
                      {shown_on_one_line(code), list},
                      place_of(*result_.villages[members.front()].geometry));
    }

    // BIG does not state the unit of LUASWH; figures that are no hectares are left out.
    void check_area_unit() {
        std::vector<double> ratios;
        for (const ImportedVillage& village : result_.villages)
            if (const double own = rough_hectares(*village.geometry);
                village.official_area_ha && own > 0)
                ratios.push_back(*village.official_area_ha / own);
        if (ratios.empty())
            return;
        std::nth_element(ratios.begin(), ratios.begin() + ratios.size() / 2, ratios.end());
        const double median = ratios[ratios.size() / 2];
        if (median > 0.2 && median < 5)
            return;
        for (ImportedVillage& village : result_.villages)
            village.official_area_ha.reset();
        findings_.add(Severity::warning, "area_unit", table_.layer,
                      {table_.layer, number_text(median)});
    }

    void report_slivers() {
        for (const auto& [key, regency] : regencies_)
            if (regency.sliver)
                findings_.add(Severity::warning, "neighbour_slivers", regency.name,
                              {shown_on_one_line(regency.name), std::to_string(regency.features),
                               number_text(regency.hectares)});
    }

    struct Growing {
        std::vector<const VillageRow*> rows;
        geo::MultiPolygon polygons;
    };

    FeatureTable table_;
    std::vector<VillageRow> rows_;
    std::vector<double> areas_; ///< rough, by feature
    BoundaryImport result_;
    FindingList findings_;
    std::map<std::string, Regency> regencies_;
    std::unordered_map<std::string, std::size_t> village_by_identity_;
    std::vector<Growing> growing_; ///< by village
    ImportDistricts districts_;
};

} // namespace

BoundaryImport interpret_villages(FeatureTable&& table, const FieldMapping& mapping,
                                  Progress& progress) {
    if (!table.crs)
        throw Error({"io.crs_needed", {table.layer}});
    if (!mapping.has(VillageField::village) && !mapping.has(VillageField::code))
        throw Error({"io.no_name_field", {table.layer}});
    // Where the codes are not the Kemendagri's, joins are made by any column of codes.
    if (!mostly_codes(table, mapping))
        check_codes(table);
    return Interpreter(std::move(table), mapping).run(progress);
}

} // namespace antardesa::io
