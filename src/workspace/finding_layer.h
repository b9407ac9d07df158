#pragma once

#include "io/vector_writer.h"
#include "workspace/action.h"
#include "workspace/verbs.h"

#include <span>

namespace antardesa::workspace {

/// One finding as other programs read it.
struct FindingLine {
    std::optional<std::int64_t> id; ///< of the recorded finding; none before it is recorded
    model::FlawKind kind = model::FlawKind::overlap;
    Severity severity = Severity::error;
    std::string labels; ///< "99.01.01.2001; 99.01.01.2002"; without a code "#" and the row's id
    std::string names;
    std::optional<double> area_m2; ///< planar where the source was, else as `ellipsoid_m2`
    std::optional<double> ellipsoid_m2;
    std::optional<double> width_m;
    std::optional<topology::RingFault> fault;
    int count = 1;
    bool sliver = false;
    std::optional<std::int64_t> revision; ///< of the project when it was checked
    geo::Geometry geometry;               ///< EPSG:4326
};
FindingLine finding_line(const model::Atlas& atlas, const model::BoundaryFinding& finding);

/// The layer "temuan_batas" with the columns `id, urutan, jenis, tingkat, desa, nama, luas_m2,
/// luas_elips, lebar_m, sebab, jumlah, serpihan, revisi`, in the order given: the same for a check
/// of a file or a project (`check -o`), for the window's export and for `convert_layer`.
io::VectorFile finding_layer(std::vector<FindingLine> lines);
/// A shapefile holds one kind of geometry: where there are strips, everything else becomes a square
/// of a metre at its place. Other formats stay as they are.
void fit_for(const std::filesystem::path& output, io::VectorFile& layer);

/// As "#12", or the village's code.
std::string village_label(const model::Village& village);
std::string area_label(Id<model::SpecialArea> area);

/// Writes findings of the boundary check, or what may stay, in the order given: the layer of
/// findings, or "pengecualian_batas" of `convert_layer` with these rows alone. Subjects of
/// another kind than the first are left out. Returns how many. Refused as `convert_layer` refuses.
Result<int> write_findings(const model::Atlas& atlas, std::span<const Subject> subjects,
                           const std::filesystem::path& output, Progress& progress);

} // namespace antardesa::workspace
