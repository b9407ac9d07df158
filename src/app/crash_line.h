#pragma once

#include <filesystem>

namespace antardesa::app {

/// While it lives, a signal that ends the program first leaves one line in <folder>/jatuh.log:
/// seconds since 1970, version, number of the signal; no names, no paths, no memory. Only calls
/// that POSIX allows in a signal handler are made (signal-safety(7)): the file is opened here.
/// Then the signal takes its course. At most one at a time, since handlers belong to the process.
class CrashLine {
  public:
    /// An empty folder, or one that cannot be written, keeps nothing.
    explicit CrashLine(const std::filesystem::path& folder);
    ~CrashLine();
    CrashLine(const CrashLine&) = delete;
    CrashLine& operator=(const CrashLine&) = delete;

    static constexpr std::uintmax_t most_bytes = 64 * 1024; ///< then the file begins anew
};

} // namespace antardesa::app
