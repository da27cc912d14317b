// The hello server through node:http: the bytes of bench/floor. PORT=8080 RUNTIME hello.mjs
import http from "node:http";

http
  .createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.end("Hello, world!\n");
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
