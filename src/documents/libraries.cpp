#include "documents/libraries.h"

#include <qrencode.h>

namespace antardesa::documents {

std::vector<Library> libraries() {
    // minizip does not say its version at run time.
    return {{"minizip", ANTARDESA_MINIZIP_VERSION, "Zlib"},
            {"libqrencode", QRcode_APIVersionString(), "LGPL-2.1-or-later"}};
}

} // namespace antardesa::documents
