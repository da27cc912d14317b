// flags: --throw-deprecation
// expect-exit: 1
// expect-stderr: DeprecationWarning: old
process.on("warning", () => console.log("never"));
process.emitWarning("old", "DeprecationWarning", "DEP1");
