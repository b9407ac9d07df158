#include "sqlite/libraries.h"

#include <sqlite3.h>

namespace antardesa::sqlite {

std::vector<Library> libraries() {
    return {{"SQLite", sqlite3_libversion(), "blessing"}};
}

} // namespace antardesa::sqlite
