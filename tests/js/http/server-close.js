// close() waits for requests that run, ends idle connections, and calls back; a second close is an error.
const assert = require("node:assert");
const http = require("node:http");

const server = http.createServer((q, r) => setTimeout(() => r.end("late"), 50));
server.listen(0, () => {
  assert.strictEqual(server.listening, true);
  const agent = new http.Agent({ keepAlive: true });
  http.get({ port: server.address().port, agent }, (res) => {
    res.resume();
    res.on("end", () => {
      assert.strictEqual(closed, false);
    });
  });
  let closed = false;
  setTimeout(() => {
    server.close((error) => {
      assert.strictEqual(error, undefined);
      closed = true;
      assert.strictEqual(server.address(), null);
      server.close((again) => {
        assert.strictEqual(again.code, "ERR_SERVER_NOT_RUNNING");
        agent.destroy();
      });
    });
    assert.strictEqual(server.listening, false);
  }, 20);
});
