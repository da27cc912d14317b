// A client that ends in the midst of its body: the socket that 'clientError' gets has ended too, so that answering closes it.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((request, response) => {
  request.on('error', () => {});
  request.pipe(response);
});
server.on('clientError', (error, socket) => {
  assert.strictEqual(error.code, 'HPE_INVALID_EOF_STATE');
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  socket.on('close', () => {
    server.getConnections((_, count) => {
      assert.strictEqual(count, 0);
      server.close();
    });
  });
});
server.listen(0, () => {
  const client = net.connect(server.address().port, () => {
    client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    setTimeout(() => client.end(), 20);
  });
  client.resume();
  client.on('error', () => {});
});
