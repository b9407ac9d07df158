#pragma once

namespace antardesa::io {

/// True when this process was started by a `Reader` to read for it. `main` asks first of all,
/// before any thread, window or language, and then does nothing but `serve_reader`.
bool is_reader_call(int argc, char** argv);

/// Reads the request, gathers its files, locks itself down, parses, hands back the sealed answer.
/// Never returns.
[[noreturn]] void serve_reader();

} // namespace antardesa::io
