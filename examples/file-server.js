// A blocking and a non-blocking way to answer with a file, side by side.
//
//   rondo examples/file-server.js
//   curl http://127.0.0.1:8080/ping                        a tiny answer, to feel the loop with
//   curl -o /dev/null http://127.0.0.1:8080/blocking       the large file through readFileSync: the loop stands still
//   curl -o /dev/null http://127.0.0.1:8080/non-blocking   the large file through readFile: it does not
//   curl http://127.0.0.1:8080/blocking/small              the same with a small file
//
// While one shell repeats `time curl -s http://127.0.0.1:8080/ping`, ask for the large file in each way from another.
// Rondo names the blocking line on its standard error.
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');

const port = Number(process.env.PORT ?? 8080);
const large = process.env.LARGE_FILE ?? path.join(os.tmpdir(), `rondo-example-large-${process.pid}.bin`);
const small = __filename;
const megabytes = Number(process.env.LARGE_MB ?? 256);

function makeLargeFile() {
  const block = Buffer.alloc(1024 * 1024, 'rondo ');
  const fd = fs.openSync(large, 'w');
  for (let i = 0; i < megabytes; i++) fs.writeSync(fd, block);
  fs.closeSync(fd);
  process.on('exit', () => fs.rmSync(large, { force: true }));
}
if (!fs.existsSync(large)) makeLargeFile();

function send(response, data) {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': data.length });
  response.end(data);
}

function blocking(file, response) {
  send(response, fs.readFileSync(file)); // nothing else runs until the whole file is in memory
}

function nonBlocking(file, response) {
  fs.readFile(file, (error, data) => {
    if (error) return fail(response, 500, error.message);
    send(response, data);
  });
}

function fail(response, status, message) {
  response.writeHead(status, { 'Content-Type': 'text/plain' });
  response.end(`${message}\n`);
}

const routes = {
  '/ping': (response) => response.end('pong\n'),
  '/blocking': (response) => blocking(large, response),
  '/blocking/small': (response) => blocking(small, response),
  '/non-blocking': (response) => nonBlocking(large, response),
  '/non-blocking/small': (response) => nonBlocking(small, response),
  // What the loop's observer saw; Rondo only.
  '/long-tasks': (response) => response.end(JSON.stringify(process.longTasks?.() ?? [])),
};

const server = http.createServer((request, response) => {
  const route = routes[request.url];
  if (!route) return fail(response, 404, `no such page: try ${Object.keys(routes).join(', ')}`);
  route(response);
});
server.listen(port, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}/`));

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
