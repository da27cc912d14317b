// Answers every request with a file that it reads whole, through node:http and fs.readFile. PORT=8080 RUNTIME file-server.mjs FILE
import fs from "node:fs";
import http from "node:http";

const file = process.argv[2];
http
  .createServer((request, response) => {
    fs.readFile(file, (error, data) => {
      if (error) {
        response.writeHead(500);
        return response.end(error.message);
      }
      response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": data.length });
      response.end(data);
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
