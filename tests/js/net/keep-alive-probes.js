// Numbers beyond what the kernel takes for keep-alive probes are no error, before and after the connection.
const net = require('node:net');

const huge = [4294967295, 1e15, -1, NaN, Infinity];
const server = net.createServer((socket) => socket.resume()).listen(0, () => {
  const socket = net.connect(server.address().port, () => {
    for (const number of huge) {
      socket.setKeepAlive(true, number, 1000, 1);
      socket.setKeepAlive(true, 1000, number, 1);
      socket.setKeepAlive(true, 1000, 1000, number);
    }
    socket.destroy();
    server.close();
  });
  socket.setKeepAlive(true, 1000, 1000, 4294967295);
});
