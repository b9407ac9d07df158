#pragma once

#include "sandbox/descriptor.h"

#include <chrono>
#include <string>
#include <vector>

namespace antardesa::sandbox {

/// How a process ended.
struct Ending {
    bool exited = false; ///< of its own will, with `number` as exit status
    int number = 0;      ///< else the signal
};

/// This program, started a second time from its own executable (a fork would copy the locks of
/// the window's threads). It gets a clean environment, nothing on its standard streams and
/// exactly the given descriptors, as 3, 4, …; it dies with the thread that started it.
class Child {
  public:
    /// Throws `Error` "sandbox.cannot_start"; "sandbox.child_in_child" in such a process itself:
    /// readers start no readers.
    Child(const std::vector<std::string>& arguments, const std::vector<int>& descriptors);
    /// Kills it if it still runs.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// True once it has ended; waits for that at most so long.
    bool wait(std::chrono::milliseconds longest);
    /// Ends it at once, and waits until it is gone.
    void kill();
    /// Pre-condition: it has ended.
    Ending ending() const { return ending_; }

  private:
    void reap();

    int id_ = -1;
    Descriptor handle_; ///< a pidfd: names this process even after its number was given away
    bool ended_ = false;
    Ending ending_;
};

/// In the child, first thing: die when the starting thread dies.
void die_with_parent();

} // namespace antardesa::sandbox
