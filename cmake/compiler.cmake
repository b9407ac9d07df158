# Flags that every target of ours shares. Foreign headers are SYSTEM, so they stay quiet.
add_library(antardesa_flags INTERFACE)
target_compile_options(antardesa_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wformat=2 -Werror=format-security -Werror=return-type
  -fstack-protector-strong
  $<$<BOOL:${ANTARDESA_WERROR}>:-Werror>)
target_compile_definitions(antardesa_flags INTERFACE
  $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)

if(ANTARDESA_SANITIZE)
  add_compile_options(-fsanitize=${ANTARDESA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${ANTARDESA_SANITIZE})
endif()

# clang only: coverage for libFuzzer in every room; the harnesses bring its main.
if(ANTARDESA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(ANTARDESA_CCACHE ccache)
if(ANTARDESA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ANTARDESA_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${ANTARDESA_CCACHE})
endif()

find_program(ANTARDESA_LLD ld.lld)
if(ANTARDESA_LLD)
  add_link_options(-fuse-ld=lld)
endif()
