#pragma once

#include "io/detail/inputs.h"
#include "io/inspect.h"
#include "io/table_reader.h"

/// Reading without a process of its own: for tests of the parsers.
namespace antardesa::io {

inline FeatureTable read_vector(const std::filesystem::path& path, const ReadOptions& options,
                                Progress& progress) {
    return read_vector(detail::Inputs::gather(path), options, progress);
}
inline std::vector<LayerSummary> inspect_vector(const std::filesystem::path& path,
                                                Progress& progress) {
    return inspect_vector(detail::Inputs::gather(path), progress);
}
inline FileSummary inspect_file(const std::filesystem::path& path, Progress& progress) {
    return inspect_file(detail::Inputs::gather(path), progress);
}
inline Table read_csv(const std::filesystem::path& path) {
    return read_csv(detail::Inputs::gather(path));
}

} // namespace antardesa::io
