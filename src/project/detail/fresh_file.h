#pragma once

#include "base/whole_file.h"

#include <memory>

namespace antardesa::project::detail {

/// A whole file whose trouble is said in this room's words: `Error` "project.exists",
/// "project.no_space", "project.cannot_create".
class FreshFile {
  public:
    explicit FreshFile(const std::filesystem::path& target);

    const std::filesystem::path& path() const { return file_->path(); }
    void put_in_place(bool replace);

  private:
    std::filesystem::path target_;
    std::unique_ptr<WholeFile> file_;
};

} // namespace antardesa::project::detail
