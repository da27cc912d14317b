# The startup snapshot, made by running lib/'s core once (tools/make_snapshot.cc), and the code cache of the lazy units, made
# from it: both embedded in `rondo`.
option(RONDO_SNAPSHOT "Start from a snapshot of the built-in modules, load the others from a code cache" ON)

add_library(rondo_snapshot OBJECT runtime/snapshot_data.cc)
target_link_libraries(rondo_snapshot PRIVATE rondo::v8)

if(RONDO_SNAPSHOT)
  add_executable(make_snapshot tools/make_snapshot.cc)
  target_link_libraries(make_snapshot PRIVATE rondo_bindings rondo_lib rondo_engine)
  set(SNAPSHOT_FILE "${CMAKE_BINARY_DIR}/snapshot.bin")
  set(CODE_CACHE_FILE "${CMAKE_BINARY_DIR}/code_cache.bin")
  set(SNAPSHOT_ASSEMBLER "${CMAKE_BINARY_DIR}/snapshot.S")
  file(CONFIGURE OUTPUT "${SNAPSHOT_ASSEMBLER}" @ONLY CONTENT [[
  .section .rodata
  .global rondo_snapshot
  .global rondo_snapshot_end
  .global rondo_code_cache
  .global rondo_code_cache_end
  .balign 16
rondo_snapshot:
  .incbin "@SNAPSHOT_FILE@"
rondo_snapshot_end:
  .balign 16
rondo_code_cache:
  .incbin "@CODE_CACHE_FILE@"
rondo_code_cache_end:
  .section .note.GNU-stack,"",@progbits
]])
  add_custom_command(
    OUTPUT "${SNAPSHOT_FILE}"
    COMMAND make_snapshot hints "${SNAPSHOT_FILE}.hints" "${CMAKE_SOURCE_DIR}/tools/warm_up.js"
    COMMAND make_snapshot blob "${SNAPSHOT_FILE}" "${SNAPSHOT_FILE}.hints"
    DEPENDS make_snapshot "${CMAKE_SOURCE_DIR}/tools/warm_up.js" "${CMAKE_SOURCE_DIR}/tools/warm_up_module.mjs"
    COMMENT "Freezing lib/ in a startup snapshot"
    VERBATIM)
  add_custom_command(
    OUTPUT "${CODE_CACHE_FILE}"
    COMMAND make_snapshot code "${CODE_CACHE_FILE}" "${CMAKE_SOURCE_DIR}/tools/warm_up_units.js" "${SNAPSHOT_FILE}"
    DEPENDS make_snapshot "${CMAKE_SOURCE_DIR}/tools/warm_up_units.js" "${SNAPSHOT_FILE}"
    COMMENT "Compiling the lazy units of lib/"
    VERBATIM)
  target_sources(rondo_snapshot PRIVATE "${SNAPSHOT_ASSEMBLER}")
  set_source_files_properties("${SNAPSHOT_ASSEMBLER}" PROPERTIES OBJECT_DEPENDS "${SNAPSHOT_FILE};${CODE_CACHE_FILE}")
  target_compile_definitions(rondo_snapshot PRIVATE RONDO_SNAPSHOT)
endif()
