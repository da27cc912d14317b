# lib/ as an object library: bundled by tools/build-lib.mjs, embedded as text.
set(LIB_OUT "${CMAKE_BINARY_DIR}/lib")
file(GLOB_RECURSE LIB_FILES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/lib/*.ts")
add_custom_command(
  OUTPUT "${LIB_OUT}/builtins.S" "${LIB_OUT}/builtins.cc"
  COMMAND node "${CMAKE_SOURCE_DIR}/tools/build-lib.mjs" "${LIB_OUT}"
  DEPENDS ${LIB_FILES} "${CMAKE_SOURCE_DIR}/tools/build-lib.mjs" "${CMAKE_SOURCE_DIR}/package-lock.json"
  WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
  COMMENT "Bundling lib/"
  VERBATIM)
add_library(rondo_lib OBJECT "${LIB_OUT}/builtins.S" "${LIB_OUT}/builtins.cc")
# The assembler includes the bundles, which the compiler's dependency scan does not see.
set_source_files_properties("${LIB_OUT}/builtins.S" PROPERTIES OBJECT_DEPENDS "${LIB_OUT}/builtins.cc")
target_link_libraries(rondo_lib PRIVATE rondo::toolchain)
