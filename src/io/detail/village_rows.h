#pragma once

#include "io/boundary_import.h"

namespace antardesa::io::detail {

/// One feature's attributes as its mapping reads them; every text trimmed.
struct VillageRow {
    std::size_t index = 0; ///< into the table's features
    std::int64_t fid = 0;
    std::string code;        ///< normalised, or as written when it is no code; placeholders are ""
    std::string placeholder; ///< what stands in the code's place instead of one
    std::string bps_code;    ///< ten digits, or as written when it is none; placeholders are ""
    std::string name;
    std::string district;
    std::string district_code; ///< "99.01.10" from its own column, else from the code
    std::string regency;
    std::string regency_code;
    std::string province;
    std::string remark;
    ImportedKind kind = ImportedKind::unknown;
    std::optional<double> official_area;
    std::optional<Date> formed;
    std::string odd_day; ///< what stands in its place and is no day
};

/// Reads all rows; unmapped fields stay empty.
std::vector<VillageRow> village_rows(const FeatureTable& table, const FieldMapping& mapping);

/// Stored code of the special area that the row clearly is, else "".
std::string special_kind(const VillageRow& row);

/// The village that the row belongs to: rows with equal identity are one village. Rows that
/// cannot be told apart by code or by name with kecamatan get an identity of their own.
std::string identity(const VillageRow& row);

} // namespace antardesa::io::detail
