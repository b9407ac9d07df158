#pragma once

namespace antardesa::sandbox::testing {

/// What a started child of these tests does, by the name it was started with; its exit status
/// says what became of it. 0: all as it should be.
int play(const char* role);

inline constexpr const char* prefix = "--role=";

} // namespace antardesa::sandbox::testing
