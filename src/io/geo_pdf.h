#pragma once

#include "base/job.h"
#include "crs/crs.h"

#include <filesystem>
#include <vector>

namespace antardesa::io {

/// Where one page of a PDF lies on the earth. Points are PDF points (1/72 inch) from the upper
/// left corner of the page, y downwards.
struct GeoPage {
    int page = 1;                     ///< 1-based
    crs::Crs crs;                     ///< projected
    geo::Point ground_of_origin;      ///< coordinates of the page's upper left corner
    double ground_per_point_x = 0;    ///< metres per point to the right; positive
    double ground_per_point_y = 0;    ///< metres per point downwards; negative
    std::vector<geo::Point> neatline; ///< ring on the ground around the map frame; closed
};

/// Adds the georeference (ISO 32000 /VP and /Measure) to each page, in place, whole or not at
/// all: worked on a copy that replaces the file. What the pages show is unchanged; same input,
/// same bytes. Throws `Error` "io.cannot_georeference" (no such page, a system that a PDF
/// cannot name) or, when the disk refuses, `antardesa::cannot_write`; `Cancelled`.
void georeference_pdf(const std::filesystem::path& path, const std::vector<GeoPage>& pages,
                      Progress& progress);

} // namespace antardesa::io
