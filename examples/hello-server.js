// The smallest server.   rondo examples/hello-server.js   then   curl http://127.0.0.1:8080/
const http = require('node:http');

const port = Number(process.env.PORT ?? 8080);
http
  .createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.end('Hello from Rondo\n');
  })
  .listen(port, '127.0.0.1', function () {
    console.log(`listening on http://127.0.0.1:${this.address().port}/`);
  });
