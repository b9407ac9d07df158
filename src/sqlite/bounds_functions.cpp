#include "sqlite/database.h"

#include "sqlite/detail/check.h"

#include <sqlite3.h>

namespace antardesa::sqlite {

namespace {

using Shared = std::shared_ptr<const BlobBounds>;

std::optional<std::array<double, 4>> bounds_of(sqlite3_context* context, sqlite3_value* value) {
    if (sqlite3_value_type(value) != SQLITE_BLOB)
        return std::nullopt;
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    const Shared& bounds = *static_cast<const Shared*>(sqlite3_user_data(context));
    return (*bounds)({bytes, size});
}

// An exception must not cross SQLite's C frames.
template<int index>
void bound(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        if (const auto box = bounds_of(context, values[0]))
            sqlite3_result_double(context, (*box)[index]);
        else
            sqlite3_result_null(context);
    } catch (...) {
        sqlite3_result_error_nomem(context);
    }
}

void is_empty(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        if (sqlite3_value_type(values[0]) == SQLITE_NULL)
            return sqlite3_result_null(context);
        sqlite3_result_int(context, bounds_of(context, values[0]) ? 0 : 1);
    } catch (...) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

void Database::register_bounds_functions(BlobBounds bounds) {
    struct Function {
        const char* name;
        void (*call)(sqlite3_context*, int, sqlite3_value**);
    };
    constexpr Function functions[] = {{"ST_MinX", bound<0>},
                                      {"ST_MaxX", bound<1>},
                                      {"ST_MinY", bound<2>},
                                      {"ST_MaxY", bound<3>},
                                      {"ST_IsEmpty", is_empty}};
    const auto shared = std::make_shared<const BlobBounds>(std::move(bounds));
    // Innocuous, so that triggers may call them while the schema is not trusted.
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (const Function& function : functions)
        detail::check(
            sqlite3_create_function_v2(connection_.get(), function.name, 1, flags,
                                       new Shared(shared), function.call, nullptr, nullptr,
                                       [](void* context) { delete static_cast<Shared*>(context); }),
            connection_.get());
}

} // namespace antardesa::sqlite
