// These names are taken in CommonJS: together with top-level await the file can only be an ES module.
const module = "mine";
const exports = await Promise.resolve(3);
process.exitCode = module === "mine" && exports === 3 ? 0 : 1;
