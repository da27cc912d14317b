// expect-exit: 1
// expect-stderr: ^.*uncaught_exit_code.js:8\nthrow new TypeError\("boom"\);\n\^\n\nTypeError: boom\n    at .*uncaught_exit_code.js:8:7
// expect-stdout: ^exit 1 1\n$
process.exitCode = 3;
process.on("exit", (code) => {
  console.log("exit", code, process.exitCode);
});
throw new TypeError("boom");
