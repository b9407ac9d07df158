#pragma once

#include "io/detail/gdal.h"

#include <cstdint>

namespace antardesa::io::detail {

/// The files of one shapefile, found beside the .shp without regard to case; "" when absent.
struct ShapefileParts {
    std::string shp;
    std::string shx;
    std::string dbf;
    std::string prj;
    std::string cpg; ///< .cpg or .cst
};
ShapefileParts find_parts(const std::string& shp);

/// Counts the records of .shp, .shx and .dbf itself (ESRI Shapefile Technical Description, 1998;
/// dBASE III header). Where they disagree, the parts are put together anew in memory, so that
/// GDAL sees every outline and every row: a lost index is rebuilt, missing rows are blank,
/// missing outlines are null. Nothing beside the input is written.
struct ReadyShapefile {
    std::string path; ///< for GDAL: the input, or its repaired copy in `memory`
    std::unique_ptr<MemoryFolder> memory;
    std::vector<Finding> findings;
    std::int64_t records = 0;
};
ReadyShapefile ready_shapefile(const ShapefileParts& parts, const std::string& shown);

/// The system that the .prj names; nothing without a usable one.
std::optional<crs::Crs> crs_of_prj(const ShapefileParts& parts);

} // namespace antardesa::io::detail
