#pragma once

#include "base/date.h"
#include "base/job.h"

#include <filesystem>
#include <memory>
#include <string>

namespace antardesa::app {

/// Notes for whoever looks for a fault: a line an event in <folder>/catatan.log. No names of a
/// person's data and no folders go in; at 256 KiB the file becomes catatan-lama.log and a new one
/// begins. Written by a thread of its own, so a slow disk keeps nobody waiting; a disk that fails
/// loses the note and nothing else.
class Journal {
  public:
    /// An empty folder keeps nothing.
    Journal(std::filesystem::path folder, std::shared_ptr<const Clock> clock);

    void note(const std::string& event);
    /// Blocks until all notes are written; for tests.
    void wait() { runner_.wait_idle(); }

    static constexpr std::uintmax_t most_bytes = 256 * 1024;

  private:
    std::filesystem::path folder_;
    std::shared_ptr<const Clock> clock_;
    JobRunner runner_{1};
};

} // namespace antardesa::app
