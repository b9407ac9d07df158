# Files must include what they need all the same: builds without ANTARDESA_PCH show it.
function(precompile target)
  if(ANTARDESA_PCH AND ARGN)
    list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE headers)
    target_precompile_headers(${target} PRIVATE ${headers} <algorithm> <array> <cmath> <fstream>
      <functional> <map> <memory> <optional> <set> <sstream> <string> <variant> <vector>)
  endif()
endfunction()

# A room is one folder under src/: one static library with walls.
#
#   add_room(NAME [USES room...] [FOREIGN target...] [PRECOMPILED header...] SOURCES file...)
#
# USES lists the rooms whose headers this one may include (docs/architecture.md has the
# table, scripts/check_rooms.py holds both against every #include). FOREIGN lists targets of
# third_party/; they are linked PRIVATE, so a foreign header cannot leak through a room. PRECOMPILED: what most of its files
# include, for ANTARDESA_PCH.
function(add_room name)
  cmake_parse_arguments(ROOM "" "" "USES;FOREIGN;PRECOMPILED;SOURCES" ${ARGN})
  set(target antardesa_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(antardesa::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE antardesa_flags)
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(${target} PUBLIC antardesa_${used})
  endforeach()
  target_link_libraries(${target} PRIVATE ${ROOM_FOREIGN})
  precompile(${target} ${ROOM_PRECOMPILED})
  set_property(GLOBAL APPEND PROPERTY ANTARDESA_ROOMS "${name}: ${ROOM_USES}")
endfunction()

#   add_room_part(NAME PART [PRECOMPILED header...] SOURCES file...)
#
# Objects of a room that others may link without the rest of it; the room has them whole.
function(add_room_part name part)
  cmake_parse_arguments(PART "" "" "PRECOMPILED;SOURCES" ${ARGN})
  set(target antardesa_${name}_${part})
  add_library(${target} OBJECT ${PART_SOURCES})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE antardesa_flags)
  precompile(${target} ${PART_PRECOMPILED})
  target_sources(antardesa_${name} PRIVATE $<TARGET_OBJECTS:${target}>)
endfunction()

#   add_room_tests(NAME [FOREIGN target...] [PRECOMPILED header...] [LABELS label...])
#
# One executable per room from tests/NAME/*_test.cpp, linked with that room only: what the
# room does not declare, its tests cannot reach. A room whose tests make the program read foreign
# files gets a main that can serve as the reading process, unless it brings one (main.cpp).
function(add_room_tests name)
  cmake_parse_arguments(TEST "" "" "FOREIGN;PRECOMPILED;LABELS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources OR NOT TARGET antardesa_${name})
    return()
  endif()
  if(name IN_LIST ANTARDESA_READING_ROOMS AND NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/main.cpp)
    list(APPEND sources ${CMAKE_CURRENT_SOURCE_DIR}/support/reader_main.cpp)
  endif()
  set(target test_${name})
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE
    ANTARDESA_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ANTARDESA_BINARY_DIR="${PROJECT_BINARY_DIR}")
  target_link_libraries(${target} PRIVATE
    antardesa_flags antardesa::${name} ${TEST_FOREIGN} GTest::gmock GTest::gtest_main)
  if(TEST_PRECOMPILED AND ANTARDESA_PCH)
    target_precompile_headers(${target} PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
    precompile(${target} ${TEST_PRECOMPILED})
  endif()
  # A build from nothing is waited for: what is tested is optimised in full, the tests are not.
  if(ANTARDESA_PCH)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
    PROPERTIES LABELS "${name};${TEST_LABELS}" TIMEOUT 300)
endfunction()

# Writes "room: used rooms" lines as the build really has them; tests/rooms holds them
# against the table.
function(write_room_graph file)
  get_property(rooms GLOBAL PROPERTY ANTARDESA_ROOMS)
  set(text "")
  foreach(room IN LISTS rooms)
    string(REPLACE ";" " " line "${room}")
    string(APPEND text "${line}\n")
  endforeach()
  file(WRITE ${file} "${text}")
endfunction()
