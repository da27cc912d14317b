// expect-exit: 13
// expect-stderr: Warning: Detected unsettled top-level await at file:.*unsettled-await\.js:6\nawait new Promise\(\(\) => \{\}\);\n\^\n
import "node:assert";
process.on("exit", (code) => console.log("exit", code));

await new Promise(() => {});
