// The blockList option: a server closes such connections unseen, a socket does not connect.
const assert = require("node:assert");
const net = require("node:net");

const blockList = new net.BlockList();
blockList.addAddress("127.0.0.1");
const server = net.createServer({ blockList }, () => assert.fail("a blocked client came through"));
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const client = net.connect(port, "127.0.0.1");
  client.on("error", () => {});
  client.resume();
  client.on("close", () => {
    const refused = net.connect({ port, host: "127.0.0.1", blockList });
    refused.on("connect", () => assert.fail("connected to a blocked address"));
    refused.on("error", (error) => {
      assert.strictEqual(error.code, "ERR_IP_BLOCKED");
      server.close();
    });
  });
});
assert.throws(() => net.createServer({ blockList: 5 }), { code: "ERR_INVALID_ARG_TYPE" });
