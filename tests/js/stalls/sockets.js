// expect-stderr: waited  [^]*socket with data
// A client whose bytes had arrived, and a new one in the accept queue, waited for the handler that span.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer((socket) => {
  socket.on('data', (data) => {
    if (String(data) !== 'spin') return;
    other.write('hello');
    net.connect(server.address().port, '127.0.0.1').on('connect', function () { this.end(); });
    // Before the loop polls again; a timer of 0 would leave it a millisecond to serve both.
    setImmediate(() => {
      const end = Date.now() + 200;
      while (Date.now() < end);
      setTimeout(() => {
        const task = process.longTasks().find((t) => t.kind === 'immediate');
        assert(task.victims.sockets.count + task.victims.connections.count > 0, JSON.stringify(task.victims));
        process.exit(0);
      }, 50);
    });
  });
});
let other;
server.listen(0, '127.0.0.1', () => {
  other = net.connect(server.address().port, '127.0.0.1', () => {
    const first = net.connect(server.address().port, '127.0.0.1', () => first.write('spin'));
  });
});
