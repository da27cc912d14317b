// not-on-node: Node lets the kernel reset what waits to be accepted
// A server that shares its port takes what waits in its accept queue before it closes, and 'close' waits for it; a server with a
// port of its own does not.
const assert = require('assert');
const net = require('net');

function run(reusePort, done) {
  const events = [];
  const server = net.createServer((socket) => {
    events.push(`connection, listening ${server.listening}`);
    socket.end('served');
  });
  server.listen({ port: 0, host: '127.0.0.1', reusePort }, () => {
    // The kernel completes the connection at once; the loop has no chance to accept it before close().
    const client = net.connect(server.address().port, '127.0.0.1');
    let text = '';
    client.setEncoding('utf8').on('data', (data) => (text += data));
    client.on('error', () => {});
    client.on('close', () => {
      events.push(`client: ${text || 'nothing'}`);
      if (events.length > 2 || !reusePort) done(events);
    });
    process.nextTick(() => process.nextTick(() => {
      server.close(() => {
        events.push('close');
        if (events.length > 2) done(events);
      });
      assert.strictEqual(server.listening, false);
    }));
  });
}

run(true, (events) => {
  assert.strictEqual(events[0], 'connection, listening false');
  assert.deepStrictEqual([...events].sort(), ['client: served', 'close', 'connection, listening false']);
  run(false, (events) => assert(events.includes('client: nothing'), events.join('; ')));
});
