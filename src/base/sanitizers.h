#pragma once

namespace antardesa {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ANTARDESA_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ANTARDESA_SANITIZED
#endif

/// True in a build whose memory or threads are watched: it needs address space without a limit,
/// more time and some system calls more. No other difference may hang on it.
#if defined(ANTARDESA_SANITIZED)
inline constexpr bool built_with_sanitizers = true;
#else
inline constexpr bool built_with_sanitizers = false;
#endif
#undef ANTARDESA_SANITIZED

} // namespace antardesa
