#include "digest/libraries.h"

#include <sodium.h>

namespace antardesa::digest {

std::vector<Library> libraries() {
    return {{"libsodium", sodium_version_string(), "ISC"}};
}

} // namespace antardesa::digest
