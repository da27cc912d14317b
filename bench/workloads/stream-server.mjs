// Answers every request with a stream of a file, through node:http and fs.createReadStream. PORT=8080 RUNTIME stream-server.mjs FILE
import fs from "node:fs";
import http from "node:http";

const file = process.argv[2];
http.createServer((request, response) => fs.createReadStream(file).pipe(response)).listen(Number(process.env.PORT), "127.0.0.1");
