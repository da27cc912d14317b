// Looking at standard input keeps nothing alive.
require("node:assert").strictEqual(process.stdin.fd, 0);
process.stdin.on("error", () => {});
