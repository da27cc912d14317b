// expect-stdout: ^one\ntwo\n$
const { Readable } = require("node:stream");
Readable.from(["one\n", "two\n"]).pipe(process.stdout);
