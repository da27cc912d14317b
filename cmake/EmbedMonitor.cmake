# The monitor's page in the executable: its files, and uPlot, which draws its charts.
set(MONITOR_PAGE "${CMAKE_SOURCE_DIR}/runtime/monitor/page")
set(MONITOR_ASSEMBLER "${CMAKE_BINARY_DIR}/monitor_page.S")
set(MONITOR_ASSETS
  index "${MONITOR_PAGE}/index.html"
  style "${MONITOR_PAGE}/page.css"
  script "${MONITOR_PAGE}/page.js"
  charts "${MONITOR_PAGE}/charts.js"
  icon "${MONITOR_PAGE}/icon.svg"
  uplot "${CMAKE_SOURCE_DIR}/node_modules/uplot/dist/uPlot.iife.min.js"
  uplot_style "${CMAKE_SOURCE_DIR}/node_modules/uplot/dist/uPlot.min.css")
set(assembler "  .section .rodata\n")
set(files "")
while(MONITOR_ASSETS)
  list(POP_FRONT MONITOR_ASSETS name file)
  list(APPEND files "${file}")
  string(APPEND assembler "  .global rondo_page_${name}\n  .global rondo_page_${name}_end\n"
         "  .hidden rondo_page_${name}\n  .hidden rondo_page_${name}_end\n"
         "rondo_page_${name}:\n  .incbin \"${file}\"\nrondo_page_${name}_end:\n  .byte 0\n")
endwhile()
string(APPEND assembler "  .section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT "${MONITOR_ASSEMBLER}" CONTENT "${assembler}" @ONLY)
target_sources(rondo_monitor PRIVATE "${MONITOR_ASSEMBLER}")
set_source_files_properties("${MONITOR_ASSEMBLER}" PROPERTIES OBJECT_DEPENDS "${files}")
