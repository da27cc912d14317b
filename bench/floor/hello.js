// The JavaScript counterpart of floor_server: node hello.js [port], rondo hello.js [port].
const http = require("http");

http
  .createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": 5 });
    response.end("hello");
  })
  .listen(Number(process.argv[2] || 3000));
