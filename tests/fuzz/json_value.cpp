// Structured text: what was read is printed and read again as the same.
#include "base/result.h"
#include "fuzz/harness.h"
#include "json/value.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const json::Value value = json::parse(fuzz::text_of(data, size));
        const std::string printed = json::print(value);
        fuzz::require(json::print(json::parse(printed)) == printed,
                      "printed once is printed twice");
    } catch (const Error&) {
    }
    return 0;
}
