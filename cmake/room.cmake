# Sources that declare nothing of the same name compile as one, up to eight: the headers that they share
# are read once. Files must include what they need all the same: builds without ANTARDESA_GROUPED show it.
function(group_sources target)
  if(NOT ANTARDESA_GROUPED)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources EXCLUDE REGEX "TARGET_OBJECTS|/support/")
  execute_process(COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/group_sources.py 8 ${sources}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE groups COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^ \n]+ [^\n]+" groups "${groups}")
  foreach(line IN LISTS groups)
    string(REGEX MATCH "^([^ ]+) (.+)$" line "${line}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # What is unnamed in a source that another includes could be meant for a header.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# A room is one folder under src/: one static library with walls.
#
#   add_room(NAME [USES room...] [FOREIGN target...] SOURCES file...)
#
# USES lists the rooms whose headers this one may include (docs/architecture.md has the
# table, scripts/check_rooms.py holds both against every #include). FOREIGN lists targets of
# third_party/; they are linked PRIVATE, so a foreign header cannot leak through a room.
function(add_room name)
  cmake_parse_arguments(ROOM "" "" "USES;FOREIGN;SOURCES" ${ARGN})
  set(target antardesa_${name})
  add_library(${target} STATIC ${ROOM_SOURCES})
  add_library(antardesa::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE antardesa_flags)
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(${target} PUBLIC antardesa_${used})
  endforeach()
  target_link_libraries(${target} PRIVATE ${ROOM_FOREIGN})
  group_sources(${target})
  set_property(GLOBAL APPEND PROPERTY ANTARDESA_ROOMS "${name}: ${ROOM_USES}")
endfunction()

#   add_room_part(NAME PART SOURCES file...)
#
# Objects of a room that others may link without the rest of it; the room has them whole.
function(add_room_part name part)
  cmake_parse_arguments(PART "" "" "SOURCES" ${ARGN})
  set(target antardesa_${name}_${part})
  add_library(${target} OBJECT ${PART_SOURCES})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE antardesa_flags)
  group_sources(${target})
  target_sources(antardesa_${name} PRIVATE $<TARGET_OBJECTS:${target}>)
endfunction()

#   add_room_tests(NAME [FOREIGN target...] [LABELS label...])
#
# One executable per room from tests/NAME/*_test.cpp, linked with that room only: what the
# room does not declare, its tests cannot reach. A room whose tests make the program read foreign
# files gets a main that can serve as the reading process, unless it brings one (main.cpp).
function(add_room_tests name)
  cmake_parse_arguments(TEST "" "" "FOREIGN;LABELS" ${ARGN})
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
  group_sources(${target})
  # A build from nothing is waited for: what is tested is optimised in full, the tests are not.
  if(ANTARDESA_GROUPED)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  # Their suites build the sample once each: a process for each test would build it for each.
  if(ANTARDESA_GROUPED AND name IN_LIST ANTARDESA_READING_ROOMS)
    add_test(NAME ${name} COMMAND ${target} --gtest_brief=1 WORKING_DIRECTORY ${PROJECT_BINARY_DIR})
    set_tests_properties(${name} PROPERTIES LABELS "${name};${TEST_LABELS}" TIMEOUT 2700)
    return()
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
