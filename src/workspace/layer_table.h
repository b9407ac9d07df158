#pragma once

#include "base/result.h"
#include "io/vector_writer.h"
#include "model/atlas.h"

#include <string_view>

namespace antardesa::workspace {

/// The names that `convert_layer` takes: the project file's table names.
std::vector<std::string_view> layer_names();

/// One stored table as an exchange layer, its columns named as in the project file. Kecamatan are
/// the outlines of their villages together; an agreement is a point inside each of its villages;
/// tables of relations have no geometry. Nothing for an unknown name.
std::optional<io::VectorFile> layer_table(const model::Atlas& atlas, std::string_view name);

/// `convert_layer` with what stands as FCODE of every feature of segmen_batas or titik_batas.
/// Refused where it is no code of the KUGI for lines or points (domain.md §5.3), and for other
/// layers.
Result<int> convert_layer(const model::Atlas& atlas, const std::string& layer,
                          const std::filesystem::path& output, const std::string& fcode,
                          Progress& progress);

} // namespace antardesa::workspace
