#pragma once

#include "io/detail/text_encoding.h"
#include "io/vector_reader.h"

namespace antardesa::io::detail {

/// The files of one shapefile as bytes; empty views of those that are not there.
struct ShapefileBytes {
    std::string_view shp;
    std::string_view shx;
    std::string_view dbf;
    std::string_view prj;
    std::string_view cpg; ///< .cpg or .cst
    bool has_shx = false;
    bool has_dbf = false;
    bool has_prj = false;
};

/// What the parts of a shapefile say about its reference system and the encoding of its texts.
struct ShapefileNotes {
    std::optional<crs::Crs> crs;
    bool crs_named = false;
    DeclaredEncoding encoding;
};

/// Reads a shapefile (ESRI Shapefile Technical Description, 1998; dBASE III) from its bytes alone,
/// without GDAL. Records of .shp, .shx and .dbf are counted and compared; a lost index is found
/// again; outlines without a row have no values, rows without an outline no geometry, each with
/// a finding; rows marked deleted are left out and counted. Texts stay bytes in `table`; the name
/// of the layer and of the file in findings are `table.layer`'s. Throws `Error` "io.unreadable",
/// `Cancelled`.
ShapefileNotes read_shapefile(const ShapefileBytes& files, FeatureTable& table, Progress& progress);

/// Fills in what the headers say: geometry, fields, number of features, system.
void describe(const ShapefileBytes& files, LayerSummary& layer);

} // namespace antardesa::io::detail
