#pragma once

namespace antardesa::io::testing {

/// A reading process that does what none should, by its name. Returns its exit status.
int misbehave(const char* role);

inline constexpr const char* prefix = "--misbehave=";

} // namespace antardesa::io::testing
