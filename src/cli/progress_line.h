#pragma once

#include "base/job.h"

#include <ostream>
#include <string>

namespace antardesa::cli {

/// While it lives, one line of a terminal says how far the work is, five times a second; on its
/// end the line is cleared. The stream must not be written to by others meanwhile.
class ProgressLine {
  public:
    ProgressLine(std::ostream& terminal, std::string title, const Progress& progress);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

  private:
    void run(std::stop_token stop);

    std::ostream& terminal_;
    std::string title_;
    const Progress& progress_;
    std::mutex mutex_;
    std::condition_variable_any tick_;
    std::jthread thread_;
};

/// "title 37 %", or "title" while the total is unknown.
std::string progress_text(const std::string& title, const Progress& progress);

} // namespace antardesa::cli
