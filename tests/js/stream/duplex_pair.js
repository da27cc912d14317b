// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { duplexPair } = require("node:stream");
const [client, server] = duplexPair();
server.on("data", (chunk) => server.end(`echo ${chunk}`));
let text = "";
client.on("data", (chunk) => (text += chunk));
client.on("end", () => {
  assert.strictEqual(text, "echo hi");
  console.log("done");
});
client.end("hi");
