const assert = require("node:assert");
assert.strictEqual(JSON.stringify(Buffer.from("hi")), '{"type":"Buffer","data":[104,105]}');
assert.deepStrictEqual(Buffer.from(JSON.parse(JSON.stringify(Buffer.from("hi")))), Buffer.from("hi"));
