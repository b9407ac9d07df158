#pragma once

#include "model/atlas.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// The lines of a foreign file (.geojson, .shp, .kml, .gpx, …) in EPSG:4326, through the reader's
/// process; the waypoints of a GPX without lines are one, in their order. Throws `Error` as reading
/// does, "workspace.lines.needs_crs" for a file without reference system, "workspace.lines.none"
/// for one without lines.
geo::MultiLine read_lines(const std::filesystem::path& path, Progress& progress);

/// What a village claims, as a file has it: lines as above, or a table of coordinates (.csv, .tsv,
/// .txt, .xlsx; coordinate_table.h). `within`: the kabupaten's box in degrees.
geo::MultiLine read_claim(const std::filesystem::path& path, const geo::Box& within,
                          Progress& progress);

/// The project's rivers or roads. Throws `Error` "workspace.lines.no_reference" when it has none.
geo::MultiLine reference_lines(const model::Atlas& atlas, model::ReferenceKind kind);

} // namespace antardesa::workspace
