#include "i18n/libraries.h"

#include <boost/version.hpp>

#include <algorithm>

namespace antardesa::i18n {

std::vector<Library> libraries() {
    std::string version = BOOST_LIB_VERSION; // "1_74"
    std::replace(version.begin(), version.end(), '_', '.');
    return {{"Boost.Locale", version, "BSL-1.0"}};
}

} // namespace antardesa::i18n
