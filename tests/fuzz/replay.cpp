// The inputs of the folders named, once each: what a harness is without libFuzzer.
#include "fuzz/harness.h"

#include <iterator>

int main(int count, char** arguments) {
    std::size_t read = 0;
    for (int i = 1; i < count; ++i)
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                   bytes.size());
            ++read;
        }
    antardesa::fuzz::require(read > 0, "there are inputs");
    return 0;
}
