// Archives: a damaged one throws or yields findings, and what is unpacked has the promised length.
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/detail/archive.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const io::detail::Archive archive(fuzz::text_of(data, size), "t.zip");
        for (const auto& entry : archive.entries()) {
            fuzz::require(entry.name.find("..") == std::string::npos || entry.name.find("../") != 0,
                          "no way out of the archive");
            try {
                fuzz::require(archive.bytes(entry).size() == entry.size, "as long as promised");
            } catch (const Error&) {
            }
        }
    } catch (const Error&) {
    }
    return 0;
}
