// Top-level await is all that tells that this is an ES module.
const value = await Promise.resolve(7);
process.exitCode = value === 7 && typeof require === "undefined" ? 0 : 1;
