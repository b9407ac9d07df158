#include "app/installation.h"
#include "app/screenshot.h"
#include "app/window_loop.h"
#include "cli/command_line.h"
#include "io/reader_service.h"

#include <iostream>
#include <malloc.h>
#include <unistd.h>

namespace {

/// Half of a check's time went into pages that the kernel cleared, took back and cleared again:
/// arrays of a few million vertices come and go. In one heap that grows by large steps they take
/// each other's place, and the kernel can back it by large pages.
void keep_one_heap() {
    constexpr int mebibyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 64 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
    mallopt(M_TOP_PAD, 32 * mebibyte);
}

} // namespace

int main(int argc, char** argv) {
    using namespace antardesa;
    if (io::is_reader_call(argc, argv))
        io::serve_reader();
    keep_one_heap();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const cli::Hooks hooks{app::take_screenshot, app::run_window, app::window_libraries()};
    return cli::run_command_line(arguments, app::find_installation(), hooks,
                                 {std::cout, std::cerr, isatty(STDERR_FILENO) == 1});
}
