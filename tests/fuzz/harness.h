#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include <unistd.h>

/// What every harness under tests/fuzz shares. A harness is one file with the function that
/// libFuzzer calls for each input (https://llvm.org/docs/LibFuzzer.html).
namespace antardesa::fuzz {

/// A promise that must hold for every input.
inline void require(bool holds, const char* promise) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// One private folder for a harness whose parser wants a path; it stays until the machine's
/// temporary folder is emptied, as libFuzzer ends without unwinding.
inline std::filesystem::path private_file(std::string_view bytes, const char* ending) {
    const std::filesystem::path parent =
        std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
    const auto folder = parent / ("antardesa-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = folder / (std::string("input") + ending);
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

} // namespace antardesa::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
