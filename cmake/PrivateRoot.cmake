# The libraries Rondo stands on, as targets rondo::<library>; see "What this offers" at the end.
#
# They come from the private root that tools/bootstrap builds (RONDO_DEPS_DIR/root), or, where there
# is none, from the system when it is new enough. Include after project().
#
# How code meets the private root, whose C library is newer than the machine's:
#   compile  the machine's compiler, C and C++ headers, and of the root only the libraries' own
#            headers, one folder per library (a target cannot include what it does not link to);
#   link     against the root's C and C++ libraries (--sysroot, -L before gcc's own folders);
#   run      straight from the build directory: the executable names the root's loader, and its
#            RPATH the root's one library folder. RPATH, not RUNPATH, as dependencies inherit it.

include_guard(GLOBAL)

if(DEFINED ENV{RONDO_DEPS_DIR})
  set(deps_default "$ENV{RONDO_DEPS_DIR}")
else()
  set(deps_default "${CMAKE_CURRENT_LIST_DIR}/../.deps")
endif()
set(RONDO_DEPS_DIR "${deps_default}" CACHE PATH "Where tools/bootstrap built the private root")
set(RONDO_LOCK "${CMAKE_CURRENT_LIST_DIR}/../tools/deps.lock")

# Every target of the project links to this one.
set(CMAKE_CXX_EXTENSIONS OFF)  # -std=c++20, not gnu++20
add_library(rondo_toolchain INTERFACE)
add_library(rondo::toolchain ALIAS rondo_toolchain)
target_compile_features(rondo_toolchain INTERFACE cxx_std_20)

# rondo_add_dependency(<name> <header to find> <its folder under include> <library>...)
# Defines rondo::<name>; with no library, a header-only one. Sets RONDO_MISSING when not found.
function(rondo_add_dependency name header suffix)
  set(target rondo_dep_${name})
  add_library(${target} INTERFACE)
  add_library(rondo::${name} ALIAS ${target})

  if(RONDO_ROOT)
    set(include "${RONDO_ROOT}/include/${name}")
    if(NOT EXISTS "${include}/${header}")
      set(include include-NOTFOUND)
    endif()
  else()
    find_path(RONDO_${name}_INCLUDE "${header}" PATH_SUFFIXES ${suffix})
    mark_as_advanced(RONDO_${name}_INCLUDE)
    set(include "${RONDO_${name}_INCLUDE}")
  endif()
  if(NOT include)
    set(RONDO_MISSING ${RONDO_MISSING} "${header}" PARENT_SCOPE)
    return()
  endif()
  target_include_directories(${target} SYSTEM INTERFACE "${include}")

  foreach(library IN LISTS ARGN)
    if(RONDO_ROOT)
      find_library(RONDO_${library}_LIBRARY ${library} PATHS "${RONDO_LIBDIR}" NO_DEFAULT_PATH
                   NO_CMAKE_FIND_ROOT_PATH)
    else()
      find_library(RONDO_${library}_LIBRARY ${library})
    endif()
    mark_as_advanced(RONDO_${library}_LIBRARY)
    if(NOT RONDO_${library}_LIBRARY)
      set(RONDO_MISSING ${RONDO_MISSING} "lib${library}" PARENT_SCOPE)
      return()
    endif()
    target_link_libraries(${target} INTERFACE "${RONDO_${library}_LIBRARY}")
  endforeach()
endfunction()

# Libraries found in one place must not be remembered when the other is used.
function(rondo_forget_cached_paths)
  if(DEFINED RONDO_FOUND_IN AND NOT RONDO_FOUND_IN STREQUAL RONDO_ROOT)
    get_cmake_property(variables CACHE_VARIABLES)
    foreach(variable IN LISTS variables)
      if(variable MATCHES "^RONDO_.*_(INCLUDE|LIBRARY)$")
        unset(${variable} CACHE)
      endif()
    endforeach()
  endif()
  set(RONDO_FOUND_IN "${RONDO_ROOT}" CACHE INTERNAL "")
endfunction()

# rondo_header_version(<out> <dependency> <header> <prefix> <part>...)
# The version that a header #defines as <prefix><part> lines, joined with dots.
function(rondo_header_version out name header prefix)
  get_target_property(include rondo_dep_${name} INTERFACE_INCLUDE_DIRECTORIES)
  set(version "")
  foreach(part IN LISTS ARGN)
    file(STRINGS "${include}/${header}" line REGEX "#define ${prefix}${part} ")
    string(REGEX MATCH "[0-9]+$" number "${line}")
    list(APPEND version "${number}")
  endforeach()
  list(JOIN version "." version)
  set(${out} "${version}" PARENT_SCOPE)
endfunction()

# Refuses versions too old to be correct, and a V8 whose major was never tested. Sets
# RONDO_V8_VERSION.
function(rondo_check_versions)
  rondo_header_version(uv uv uv/version.h UV_VERSION_ MAJOR MINOR)
  if(uv VERSION_LESS 1.45)
    message(FATAL_ERROR "libuv ${uv} runs timers before polling; 1.45 or later is needed. "
                        "Run tools/bootstrap.")
  endif()
  rondo_header_version(llhttp llhttp llhttp.h LLHTTP_VERSION_ MAJOR MINOR)
  if(llhttp VERSION_LESS 9.3)
    message(FATAL_ERROR "llhttp ${llhttp} has known request-smuggling holes; 9.3 or later is "
                        "needed. Run tools/bootstrap.")
  endif()
  rondo_header_version(v8 v8 v8-version.h V8_
                       MAJOR_VERSION MINOR_VERSION BUILD_NUMBER PATCH_LEVEL)
  file(STRINGS "${RONDO_LOCK}" range REGEX "^v8-majors ")
  string(REGEX MATCH "([0-9]+)\\.\\.([0-9]+)" range "${range}")
  if(v8 VERSION_LESS CMAKE_MATCH_1 OR NOT v8 VERSION_LESS_EQUAL "${CMAKE_MATCH_2}.999")
    message(FATAL_ERROR "V8 ${v8} is outside the tested range of majors, ${range} "
                        "(tools/deps.lock). Run tools/bootstrap for a root with one inside.")
  endif()
  set(RONDO_V8_VERSION "${v8}" PARENT_SCOPE)
endfunction()

set(RONDO_ROOT "")
if(EXISTS "${RONDO_DEPS_DIR}/root/.rondo/info")
  file(REAL_PATH "${RONDO_DEPS_DIR}/root" RONDO_ROOT)
  file(STRINGS "${RONDO_ROOT}/.rondo/info" RONDO_LIBDIR REGEX "^libdir ")
  string(REGEX REPLACE "^libdir " "${RONDO_ROOT}/" RONDO_LIBDIR "${RONDO_LIBDIR}")
  file(GLOB RONDO_LOADER "${RONDO_LIBDIR}/ld-linux*.so.*")
  # A root made anew: configure again.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${RONDO_ROOT}/.rondo/info")

  # -L comes before gcc's own folders, so that -lstdc++, -lasan and so on are the root's.
  target_link_options(rondo_toolchain INTERFACE
    "--sysroot=${RONDO_ROOT}" "-L${RONDO_LIBDIR}"
    "LINKER:--disable-new-dtags,-rpath,${RONDO_LIBDIR}"
    "LINKER:--dynamic-linker=${RONDO_LOADER}")
endif()
rondo_forget_cached_paths()

# What this offers. Each brings rondo::toolchain with it.
set(RONDO_MISSING "")
# Debian's other folder of V8 headers, include/node, lacks the inspector's. libnode.so holds V8, its
# default platform and the inspector.
rondo_add_dependency(v8 v8-inspector.h nodejs/deps/v8/include node)
rondo_add_dependency(uv uv.h "" uv)
rondo_add_dependency(llhttp llhttp.h "" llhttp)
rondo_add_dependency(ada ada.h "" ada-url0)
rondo_add_dependency(simdutf simdutf.h "" simdutf)
rondo_add_dependency(cli11 CLI/CLI.hpp "")  # a file that includes it needs -fexceptions
rondo_add_dependency(gtest gtest/gtest.h "" gtest)
rondo_add_dependency(gmock gmock/gmock.h "" gmock)
rondo_add_dependency(benchmark benchmark/benchmark.h "" benchmark)
# Its static form: one library less to load at every start.
rondo_add_dependency(hdr hdr/hdr_histogram.h "" hdr_histogram_static)
rondo_add_dependency(openssl openssl/ssl.h "" ssl crypto)
rondo_add_dependency(icu unicode/uversion.h "" icui18n icuuc)
rondo_add_dependency(zlib zlib.h "" z)
rondo_add_dependency(brotli brotli/decode.h "" brotlienc brotlidec brotlicommon)

if(RONDO_MISSING)
  list(JOIN RONDO_MISSING ", " missing)
  if(RONDO_ROOT)
    message(FATAL_ERROR "The private root ${RONDO_ROOT} lacks ${missing}. "
                        "Run tools/bootstrap --force.")
  endif()
  message(FATAL_ERROR "No private root in ${RONDO_DEPS_DIR}, and the system lacks ${missing}. "
                      "Run tools/bootstrap, then configure again.")
endif()
rondo_check_versions()

foreach(name v8 uv llhttp ada simdutf cli11 gtest gmock benchmark hdr openssl icu zlib brotli)
  target_link_libraries(rondo_dep_${name} INTERFACE rondo::toolchain)
endforeach()
# libnode is built without RTTI: classes derived from V8's find no typeinfo to refer to.
target_compile_options(rondo_dep_v8 INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
# OpenSSL's libcrypto alone: libssl is not loaded (cmake/BoundV8.cmake).
add_library(rondo_dep_crypto INTERFACE)
add_library(rondo::crypto ALIAS rondo_dep_crypto)
target_link_libraries(rondo_dep_crypto INTERFACE "${RONDO_crypto_LIBRARY}" rondo::toolchain)
get_target_property(openssl_include rondo_dep_openssl INTERFACE_INCLUDE_DIRECTORIES)
target_include_directories(rondo_dep_crypto SYSTEM INTERFACE "${openssl_include}")
# libnode refers to the same functions: they stay our own.
target_link_options(rondo_dep_hdr INTERFACE "LINKER:--exclude-libs,libhdr_histogram_static.a")
target_link_libraries(rondo_dep_hdr INTERFACE m)
target_link_libraries(rondo_dep_gmock INTERFACE rondo::gtest)
target_compile_options(rondo_toolchain INTERFACE -pthread)
target_link_options(rondo_toolchain INTERFACE -pthread)

if(RONDO_ROOT)
  message(STATUS "Libraries: ${RONDO_ROOT} (V8 ${RONDO_V8_VERSION})")
else()
  message(STATUS "Libraries: the system's (V8 ${RONDO_V8_VERSION})")
endif()
