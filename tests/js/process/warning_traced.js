// flags: --trace-warnings
// expect-stderr: ^\(\w+:\d+\) Warning: plain\n    at here .*warning_traced.js:4:11
function here() {
  process.emitWarning("plain");
}
here();
