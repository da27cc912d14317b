// expect-stdout: ^after\n$
const assert = require("node:assert");
const write = process.stdout.write;
const seen = [];
process.stdout.write = (text) => seen.push(text);
console.log("caught");
process.stdout.write = write;
assert.deepStrictEqual(seen, ["caught\n"]);
console.log("after");
