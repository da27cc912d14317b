// title: A handler of an HTTP server, while another client waits
// activity: javascript
// task: http
// at: handles
// victims: sockets
const http = require('node:http');

const server = http.createServer((request, response) => {
  if (request.url === '/slow') {
    const end = Date.now() + 200;
    other.write('GET /quick HTTP/1.1\r\nHost: x\r\n\r\n');
    while (Date.now() < end); // handles
  }
  response.end();
});
let other;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  other = require('node:net').connect(port, '127.0.0.1', () => {
    other.once('data', () => {
      other.once('data', () => process.exit());
      http.get({ port, host: '127.0.0.1', path: '/slow', agent: false }, (response) => response.resume());
    });
    other.write('GET /first HTTP/1.1\r\nHost: x\r\n\r\n');
  });
});
