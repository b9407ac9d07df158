#include "sandbox/libraries.h"

#include <seccomp.h>

#include <string>

namespace antardesa::sandbox {

std::vector<Library> libraries() {
    const scmp_version* version = seccomp_version();
    return {{"libseccomp",
             std::to_string(version->major) + "." + std::to_string(version->minor) + "." +
                 std::to_string(version->micro),
             "LGPL-2.1-only"}};
}

} // namespace antardesa::sandbox
