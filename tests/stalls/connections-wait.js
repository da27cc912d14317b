// title: A busy loop while a new client stands in the accept queue
// activity: javascript
// at: spins
// victims: connections
const net = require('node:net');
const { until } = require('../fixtures/stalls/stall.js');

const server = net.createServer((socket) => socket.end());
server.listen(0, '127.0.0.1', () => {
  until((end) => {
    while (Date.now() < end); // spins
  }, {
    victims(done) {
      net.connect(server.address().port, '127.0.0.1').resume().on('close', () => {
        server.close();
        done();
      });
    },
  });
});
