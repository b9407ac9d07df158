#pragma once

#include "base/result.h"
#include "io/feature_table.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antardesa::io {

/// What a column of a village boundary file can mean.
enum class VillageField {
    code,          ///< Kemendagri, "99.01.10.2003" or 10 digits
    village,       ///< name
    district,      ///< kecamatan
    district_code, ///< "99.01.10"
    regency,       ///< kabupaten/kota
    regency_code,
    province,
    province_code,
    kind,     ///< TIPADM (1 desa, 2 kelurahan) or "DESA"/"KELURAHAN"
    bps_code, ///< 10 digits, another system than `code`
    remark,
    official_area, ///< in hectares
    formed         ///< day of its law or decree, "2012-10-25", "25/10/2012", "20121025"
};

/// Name used by `--field NAME=COLUMN`: "code", "village", "district", "district_code", …
std::string_view village_field_name(VillageField field);
std::optional<VillageField> village_field_from_name(std::string_view name);
const std::vector<VillageField>& all_village_fields();

/// Which column means what; absent fields are not in the file.
struct FieldMapping {
    std::map<VillageField, std::string> columns;

    bool has(VillageField field) const { return columns.count(field) != 0; }
    /// Name of the column or "".
    std::string_view column(VillageField field) const;
};

/// Finds BIG's schema, old and new generation (NAMOBJ, WADMKD, KDEPUM, …), and the other ways
/// in which real files name their columns (kode/nama, iddesa/nmdesa/nmkec, village_code,
/// DESA/KECAMATAN, DESA_2008, …). Names are compared without case; columns without a single
/// value are passed over (RBI 25K has WADMKD empty and the name in NAMOBJ). Of code columns
/// those of true codes come first; else one called after the code is it, whatever text it holds.
FieldMapping recognise(const FeatureTable& table);

/// The mapping with one entry replaced by what a person wrote: "code=KDEPUM". An empty column
/// ("district=") removes the entry. Refused: "io.unknown_field", "io.no_such_column" (with the
/// columns there are).
Result<FieldMapping> with_field(FieldMapping mapping, const FeatureTable& table,
                                std::string_view assignment);

} // namespace antardesa::io
