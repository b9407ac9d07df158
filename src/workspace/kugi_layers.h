#pragma once

#include "io/vector_writer.h"
#include "model/atlas.h"

/// Boundary lines and points in BIG's field names and value lists (KUGI; domain.md §5.3): the names
/// are at most ten characters long, so that a shapefile and a GeoPackage have the same ones.
namespace antardesa::workspace {

/// ADMINISTRASI_LN: STSBTS is 1 (referensi resmi) for a Perbup, 2 (hasil kesepakatan) for
/// `sepakat`, else 3 (belum ditegaskan), with the state itself, its paper, accuracy and method in
/// REMARK, so that nothing is lost on the way out and in again. TIPTBT and KLBADM tell the highest
/// level that the line carries, KARKTR what it follows. FCODE stays empty: its running number is
/// the catalogue keeper's, and `convert_layer` writes what a person gives.
io::VectorFile kugi_boundary_lines(const model::Atlas& atlas);

/// The pillar point layer: titik kartometrik and pilar with their full code as NAMOBJ, coordinates
/// in metres of the UTM zone they lie in, AKURAV in metres, THNPGSHN the year of the Perbup. What
/// nobody records here (KLSPLR, STKDAT, THNBUAT, MONUMN, TIPHPT, TIPADM, ELEVAS) is null.
io::VectorFile kugi_boundary_points(const model::Atlas& atlas);

/// Whether a text is built as a code of the catalogue: catalogue and sub-theme (a letter each),
/// geometry (01 points, 02 lines, 03 areas), scale (two digits), running number (four).
bool is_kugi_code(std::string_view code, std::string_view geometry);
inline constexpr const char* kugi_points = "01";
inline constexpr const char* kugi_lines = "02";

/// What REMARK carries besides words: "keadaan=verifikasi_teknis; pilar=ya; dokumen=Perbup
/// 12/2025". The value of a name, trimmed; empty when it is not there.
std::string remark_value(std::string_view remark, std::string_view name);

} // namespace antardesa::workspace
