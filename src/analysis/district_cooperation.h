#pragma once

#include "analysis/filter.h"

#include <vector>

/// Cooperation seen from the kecamatan: the BKAD speaks for the villages of its members.
namespace antardesa::analysis {

/// What one kecamatan has, of the agreements that pass the filter.
struct DistrictStanding {
    Id<model::District> district;
    std::vector<Id<model::Village>> villages;       ///< in table order
    int bound = 0;                                  ///< of them: party to an agreement
    std::vector<Id<model::CooperationBody>> bodies; ///< of the kecamatan, or with members from it
    std::vector<Id<model::Agreement>> agreements;   ///< with one of its villages as a party
    int inside = 0; ///< of them: with villages of this kecamatan alone
    /// Musyawarah Antar-Desa of its bodies or about its agreements, newest first.
    std::vector<Id<model::Meeting>> meetings;
    std::vector<Id<model::BodyActivity>> activities; ///< of its bodies, in table order
    std::vector<Id<model::Report>> reports; ///< of its bodies or about its agreements, newest first
};

/// Two kecamatan with agreements between their villages.
struct DistrictLink {
    Id<model::District> first; ///< earlier in the table
    Id<model::District> second;
    std::vector<Id<model::Agreement>> agreements; ///< in table order
};

struct DistrictCooperation {
    std::vector<DistrictStanding> districts; ///< every one, in table order
    std::vector<DistrictLink> links;         ///< most agreements first, then in table order
};
DistrictCooperation district_cooperation(const model::Atlas& atlas, const Filter& filter,
                                         Date today);
/// The links alone.
std::vector<DistrictLink> district_links(const model::Atlas& atlas, const Filter& filter,
                                         Date today);

} // namespace antardesa::analysis
