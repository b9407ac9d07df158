#pragma once

#include "project/project_sample.h"

namespace antardesa::project {

/// A copy of a file that an older program wrote.
class StoredCopy : public testing::Test {
  protected:
    explicit StoredCopy(const char* name)
        : stored_(fs::path(ANTARDESA_SOURCE_DIR) / "tests/project/data" / name) {
        fs::copy_file(stored_, path_);
    }
    /// "code subject".
    std::vector<std::string> damage() const {
        Progress progress;
        std::vector<std::string> codes;
        for (const auto& finding :
             ProjectFile::open(path_, OpenMode::read).check_integrity(progress))
            codes.push_back(finding.code + " " + finding.subject);
        return codes;
    }
    const fs::path stored_; ///< as it lies in the tree
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

} // namespace antardesa::project
