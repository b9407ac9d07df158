#pragma once

#include "sqlite/failure.h"

#include <optional>

namespace antardesa::sqlite {

/// What kind of `DatabaseError` the action throws; nothing without one.
template<class Action>
std::optional<Trouble> trouble(Action action) {
    try {
        action();
    } catch (const DatabaseError& error) {
        return error.trouble();
    }
    return std::nullopt;
}

} // namespace antardesa::sqlite
