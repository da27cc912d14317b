# RONDO_BOUND_V8: rondo runs on copies of its libraries whose references to themselves are bound
# ahead of time, which takes about half of the loader's work out of every start. See
# tools/bind_library/README.md. Include after the targets rondo and unit_tests.

option(RONDO_BOUND_V8 "Run rondo on bound copies of V8 and its other libraries" OFF)
option(RONDO_LAZY_LIBRARIES "With RONDO_BOUND_V8: look functions up at their first call. Faster \
starts, but the libraries' tables of function addresses stay writable (partial RELRO)" OFF)

file(GLOB BIND_LIBRARY_SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tools/bind_library/*.cc")
list(REMOVE_ITEM BIND_LIBRARY_SOURCES "${CMAKE_SOURCE_DIR}/tools/bind_library/main.cc")
add_library(bind_library_core STATIC EXCLUDE_FROM_ALL ${BIND_LIBRARY_SOURCES})
target_link_libraries(bind_library_core PUBLIC rondo_base)
add_executable(bind_library EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tools/bind_library/main.cc")
target_link_libraries(bind_library PRIVATE bind_library_core)

# rondo looks into this one folder; the private root's comes after it, for a build that was stopped
# between linking and binding.
if(RONDO_BOUND_V8 AND NOT RONDO_ROOT)
  message(WARNING "RONDO_BOUND_V8 needs the private root (tools/bootstrap): libraries stay unbound")
elseif(RONDO_BOUND_V8 AND NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  message(WARNING "RONDO_BOUND_V8 knows x86-64 only, not ${CMAKE_SYSTEM_PROCESSOR}: "
                  "libraries stay unbound")
elseif(RONDO_BOUND_V8)
  set(bound "${CMAKE_BINARY_DIR}/bound")
  target_link_options(rondo BEFORE PRIVATE "LINKER:--disable-new-dtags,-rpath,${bound}")
  set_property(TARGET rondo APPEND PROPERTY LINK_DEPENDS "$<TARGET_FILE:bind_library>")
  add_dependencies(rondo bind_library)
  add_custom_command(
    TARGET rondo POST_BUILD
    COMMAND bind_library $<$<BOOL:${RONDO_LAZY_LIBRARIES}>:--lazy> --folder
            "$<TARGET_FILE:rondo>" "${RONDO_LIBDIR}" "${bound}"
    COMMENT "Binding rondo's libraries"
    COMMAND_EXPAND_LISTS
    VERBATIM)
endif()

# What the tool's own test binds: a library, another that defines some of the same names, and a
# program that copies one of its variables.
set(fixtures "${CMAKE_SOURCE_DIR}/tests/fixtures/bind_library")
foreach(binding lazy now)
  add_library(bind_fixture_${binding} SHARED EXCLUDE_FROM_ALL "${fixtures}/library.cc")
  target_link_libraries(bind_fixture_${binding} PRIVATE rondo::toolchain)
  target_compile_options(bind_fixture_${binding} PRIVATE -fvisibility=default -fplt -O2
                         -fno-sanitize=all)
  target_link_options(bind_fixture_${binding} PRIVATE "LINKER:-z,${binding}")
endforeach()
add_library(bind_fixture_rival SHARED EXCLUDE_FROM_ALL "${fixtures}/rival.cc")
target_link_libraries(bind_fixture_rival PRIVATE rondo::toolchain)
target_compile_options(bind_fixture_rival PRIVATE -fvisibility=default -fno-sanitize=all)
add_executable(bind_fixture_program EXCLUDE_FROM_ALL "${fixtures}/program.cc")
target_link_libraries(bind_fixture_program PRIVATE bind_fixture_lazy rondo::toolchain)
target_compile_options(bind_fixture_program PRIVATE -fPIE -fno-sanitize=all)
set_target_properties(bind_fixture_program PROPERTIES SKIP_BUILD_RPATH ON)  # the test names the folder

target_link_libraries(unit_tests PRIVATE bind_library_core ${CMAKE_DL_LIBS})
add_dependencies(unit_tests bind_fixture_lazy bind_fixture_now bind_fixture_rival
                 bind_fixture_program)
set_property(SOURCE "${CMAKE_SOURCE_DIR}/tests/unit/bind_library_test.cc" APPEND PROPERTY
  COMPILE_DEFINITIONS
  "BIND_FIXTURE_LAZY=\"$<TARGET_FILE:bind_fixture_lazy>\""
  "BIND_FIXTURE_NOW=\"$<TARGET_FILE:bind_fixture_now>\""
  "BIND_FIXTURE_RIVAL=\"$<TARGET_FILE:bind_fixture_rival>\""
  "BIND_FIXTURE_PROGRAM=\"$<TARGET_FILE:bind_fixture_program>\"")
