// The server of bench/hello.mjs: the same bytes as bench/floor.
const http = require('node:http');
http
  .createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.end('Hello, world!\n');
  })
  .listen(Number(process.env.PORT ?? 8080), '127.0.0.1');
