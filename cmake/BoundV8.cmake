# RONDO_BOUND_V8: rondo runs on copies of its libraries whose references to themselves are bound
# ahead of time, and of which V8's no longer loads what only Node's own code needs. It takes more
# than half of the loader's work out of every start. See tools/bind_library/README.md. Include after
# the targets rondo and unit_tests.

option(RONDO_BOUND_V8 "Run rondo on bound copies of V8 and its other libraries" ON)
option(RONDO_LAZY_LIBRARIES "With RONDO_BOUND_V8: look functions up at their first call. Less \
resident memory, but the libraries' tables of function addresses stay writable (partial RELRO)" OFF)

# Called by Node's own code in libnode alone, which never runs in rondo, its static constructors
# excepted. These do call OpenSSL's libcrypto, brotli and nghttp2. One that rondo links to itself, or
# that another of its libraries needs, is loaded all the same.
set(RONDO_UNUSED_LIBRARIES libssl,libsqlite3,libcares,libsimdjson)

file(GLOB BIND_LIBRARY_SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tools/bind_library/*.cc")
list(REMOVE_ITEM BIND_LIBRARY_SOURCES "${CMAKE_SOURCE_DIR}/tools/bind_library/main.cc")
add_library(bind_library_core STATIC EXCLUDE_FROM_ALL ${BIND_LIBRARY_SOURCES})
target_link_libraries(bind_library_core PUBLIC rondo_base)
add_executable(bind_library EXCLUDE_FROM_ALL "${CMAKE_SOURCE_DIR}/tools/bind_library/main.cc")
target_link_libraries(bind_library PRIVATE bind_library_core)

# rondo looks into this one folder; the private root's comes after it, for a build that was stopped
# between linking and binding.
if(RONDO_BOUND_V8 AND NOT RONDO_ROOT)
  message(STATUS "No private root (tools/bootstrap): RONDO_BOUND_V8 leaves the libraries as they are")
elseif(RONDO_BOUND_V8 AND NOT CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  message(STATUS "RONDO_BOUND_V8 knows x86-64 only, not ${CMAKE_SYSTEM_PROCESSOR}: it leaves the "
                 "libraries as they are")
elseif(RONDO_BOUND_V8)
  set(bound "${CMAKE_BINARY_DIR}/bound")
  target_link_options(rondo BEFORE PRIVATE "LINKER:--disable-new-dtags,-rpath,${bound}")
  set_property(TARGET rondo APPEND PROPERTY LINK_DEPENDS "$<TARGET_FILE:bind_library>")
  add_dependencies(rondo bind_library)
  # The stamp is the folder's last file: without it, or when it is old, rondo is linked and its
  # libraries are bound again.
  add_custom_command(
    TARGET rondo POST_BUILD
    COMMAND bind_library --relr $<$<BOOL:${RONDO_LAZY_LIBRARIES}>:--lazy>
            --without "libnode:${RONDO_UNUSED_LIBRARIES}"
            --folder "$<TARGET_FILE:rondo>" "${RONDO_LIBDIR}" "${bound}"
    BYPRODUCTS "${bound}/.bound"
    COMMENT "Binding rondo's libraries"
    COMMAND_EXPAND_LISTS
    VERBATIM)
endif()

# What the tool's own tests bind: a library, another that defines some of the same names, and a
# program that copies one of its variables; a library that can do without two others.
set(fixtures "${CMAKE_SOURCE_DIR}/tests/fixtures/bind_library")
function(rondo_bind_fixture name kind source)
  if(kind STREQUAL "PROGRAM")
    add_executable(bind_fixture_${name} EXCLUDE_FROM_ALL "${fixtures}/${source}")
    target_compile_options(bind_fixture_${name} PRIVATE -fPIE)
    # The test names the folder.
    set_target_properties(bind_fixture_${name} PROPERTIES SKIP_BUILD_RPATH ON)
  else()
    add_library(bind_fixture_${name} SHARED EXCLUDE_FROM_ALL "${fixtures}/${source}")
    target_compile_options(bind_fixture_${name} PRIVATE -fvisibility=default -fplt -O2)
  endif()
  target_compile_options(bind_fixture_${name} PRIVATE -fno-sanitize=all)
  target_link_libraries(bind_fixture_${name} PRIVATE ${ARGN} rondo::toolchain)
  add_dependencies(unit_tests bind_fixture_${name})
  string(TOUPPER ${name} macro)
  set_property(SOURCE "${CMAKE_SOURCE_DIR}/tests/unit/bind_library_test.cc"
               "${CMAKE_SOURCE_DIR}/tests/unit/bind_library_without_test.cc"
               "${CMAKE_SOURCE_DIR}/tests/unit/bind_library_relr_test.cc" APPEND PROPERTY
               COMPILE_DEFINITIONS "BIND_FIXTURE_${macro}=\"$<TARGET_FILE:bind_fixture_${name}>\"")
endfunction()
rondo_bind_fixture(rival LIBRARY rival.cc)
rondo_bind_fixture(absent LIBRARY absent.cc)
rondo_bind_fixture(versioned LIBRARY versioned.cc)
rondo_bind_fixture(packed LIBRARY packed.cc)
rondo_bind_fixture(packed_program PROGRAM packed_program.cc bind_fixture_packed)
target_link_options(bind_fixture_versioned PRIVATE
                    "LINKER:--version-script=${fixtures}/versioned.map")
foreach(binding lazy now)
  rondo_bind_fixture(${binding} LIBRARY library.cc)
  rondo_bind_fixture(user_${binding} LIBRARY user.cc bind_fixture_absent bind_fixture_versioned)
  target_link_options(bind_fixture_${binding} PRIVATE "LINKER:-z,${binding}")
  target_link_options(bind_fixture_user_${binding} PRIVATE "LINKER:-z,${binding}")
endforeach()
rondo_bind_fixture(program PROGRAM program.cc bind_fixture_lazy)
rondo_bind_fixture(user_program PROGRAM user_program.cc bind_fixture_user_lazy)
target_link_libraries(unit_tests PRIVATE bind_library_core ${CMAKE_DL_LIBS})
