#pragma once

#include "base/date.h"
#include "base/job.h"
#include "model/edit.h"
#include "model/proceedings.h"

#include <filesystem>
#include <optional>

namespace antardesa::workspace {

/// What a photo says of itself (EXIF).
struct PhotoFacts {
    std::optional<geo::Point> position; ///< EPSG:4326
    std::optional<Date> taken;
};
/// Through the reader's process. Throws `Error` as reading does.
PhotoFacts photo_facts(const std::filesystem::path& photo, Progress& progress);

/// A photo that a party of a case lays before.
struct PhotoEvidence {
    Id<model::BoundaryDispute> dispute;
    Id<model::Village> village;
    std::filesystem::path photo;
    PhotoFacts facts;
    Date today;
};
/// One step, `edit.photo_evidence`: the photo is kept with a document of its own, and the evidence
/// names it with its place and year. Refused: an unknown case, a village that is none of the
/// project's, and as `attach_file` does. Reads the file: for jobs and the command line.
Result<model::Edit> photo_evidence(const model::Atlas& atlas, const PhotoEvidence& request);

} // namespace antardesa::workspace
