#pragma once

#include "io/feature_table.h"

namespace antardesa::io {

/// What became of every feature of a file, so that "n of m villages came in" can be said.
/// It adds up twice:
///   features_in_file = read + left_out
///   read             = as_villages + as_special_areas + skipped
/// `without_outline` and `without_attributes` are counted among `read`, a feature perhaps in
/// both; those without an outline are among `skipped`. Which and why stands in the findings,
/// grouped by their `code`.
struct ReadingCount {
    std::int64_t features_in_file = 0; ///< records that are there, whatever its headers claim
    std::int64_t read = 0;             ///< rows of the table that was read
    std::int64_t left_out = 0;         ///< rows marked deleted, or that a driver did not give
    std::int64_t without_outline = 0;
    std::int64_t without_attributes = 0; ///< every value missing
    std::int64_t as_villages = 0;        ///< features, not villages: one may have several
    std::int64_t as_special_areas = 0;
    std::int64_t skipped = 0; ///< neither: no area, or not to be transformed
};

/// Of a table alone: the last three stay 0.
ReadingCount reading_count(const FeatureTable& table);

} // namespace antardesa::io
