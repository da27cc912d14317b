// A socket as an async iterable and in a pipeline.
const assert = require("node:assert");
const net = require("node:net");
const { pipeline } = require("node:stream/promises");

const server = net.createServer(async (socket) => {
  let text = "";
  for await (const chunk of socket) text += chunk;
  assert.strictEqual(text, "a".repeat(100000));
  server.close();
});
server.listen(0, async () => {
  const client = net.connect(server.address().port);
  await pipeline(async function* () {
    for (let i = 0; i < 10; i++) yield "a".repeat(10000);
  }, client);
});
