#pragma once

namespace antardesa::sandbox::detail {

/// A Landlock ruleset without a rule: nothing of what this kernel's Landlock knows is allowed
/// any more. Returns its version (ABI), 0 when there is none. Needs no_new_privs.
int restrict_paths_and_network();

} // namespace antardesa::sandbox::detail
