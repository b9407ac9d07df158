#include "app/installation.h"
#include "app/screenshot.h"
#include "app/window_loop.h"
#include "cli/command_line.h"
#include "io/reader_service.h"

#include <iostream>
#include <unistd.h>

int main(int argc, char** argv) {
    using namespace antardesa;
    if (io::is_reader_call(argc, argv))
        io::serve_reader();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const cli::Hooks hooks{app::take_screenshot, app::run_window, app::window_libraries()};
    return cli::run_command_line(arguments, app::find_installation(), hooks,
                                 {std::cout, std::cerr, isatty(STDERR_FILENO) == 1});
}
