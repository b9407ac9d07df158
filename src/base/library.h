#pragma once

#include <string>

namespace antardesa {

/// A foreign library as it is in use: each room tells of its own (`<room>/libraries.h`).
struct Library {
    std::string name;
    std::string version; ///< of what is linked, where the library can say so; may be empty
    std::string licence; ///< SPDX identifier
};

} // namespace antardesa
