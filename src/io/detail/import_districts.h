#pragma once

#include "io/boundary_import.h"
#include "io/detail/finding_list.h"
#include "io/detail/village_rows.h"

#include <unordered_map>

namespace antardesa::io::detail {

/// The text that was counted most often, the first in order among equals; empty without any.
std::string most_frequent(const std::map<std::string, int>& counts);

/// The kecamatan of a boundary file, told apart row by row. Codes identify kecamatan where each
/// stands for one name only; in some real files they do not (idm_sambas: 28 codes for 19
/// kecamatan), then names within the kabupaten do.
class ImportDistricts {
  public:
    explicit ImportDistricts(const std::vector<VillageRow>& rows);

    /// Its index, `no_district` where the row says nothing.
    std::size_t of(const VillageRow& row);
    /// In order of appearance, each with its most frequent code and a name; says whose codes
    /// differ.
    std::vector<ImportedDistrict> named(FindingList& findings) const;

  private:
    std::string key(const VillageRow& row) const;

    std::vector<ImportedDistrict> districts_;
    std::vector<std::map<std::string, int>> codes_; ///< by district
    std::unordered_map<std::string, std::size_t> by_key_;
    bool codes_reliable_ = true;
};

} // namespace antardesa::io::detail
