#pragma once

#include <filesystem>
#include <stop_token>

namespace antardesa::app {

/// Whoever only looks at a project looks at a copy: opening the project itself would take its lock,
/// migrate it and keep backups beside it. Made with the journal beside it, under the same name, in
/// a folder that only this account can enter, and removed with it when this ends.
class PrivateCopy {
  public:
    /// Anything but a project is looked at where it is. Throws `Error` of
    /// `antardesa::cannot_write`, and `Cancelled` when stopped.
    explicit PrivateCopy(const std::filesystem::path& given, const std::stop_token& stop = {});
    ~PrivateCopy();
    PrivateCopy(const PrivateCopy&) = delete;
    PrivateCopy& operator=(const PrivateCopy&) = delete;

    /// What to open.
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path folder_; ///< empty: nothing was copied
    std::filesystem::path path_;
};

} // namespace antardesa::app
