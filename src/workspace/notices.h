#pragma once

#include "workspace/views.h"

namespace antardesa::workspace {

/// The toasts: each stays five seconds, a warning eight, an error until it is dismissed.
class Notices {
  public:
    void add(Severity severity, std::string text, std::string detail = {},
             bool offers_undo = false);
    void dismiss(std::int64_t id);
    /// Returns whether one went. `held`: what only informs waits, until a meeting is over.
    bool age(double seconds, bool held = false);
    bool empty() const { return notices_.empty(); }
    /// Oldest first.
    const std::vector<NoticeView>& all() const { return notices_; }
    /// What a newer change made pointless: only the newest notice can offer its undo.
    void withdraw_undo();

  private:
    std::vector<NoticeView> notices_;
    std::int64_t next_ = 1;
};

} // namespace antardesa::workspace
