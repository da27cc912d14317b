// A file piped into a response arrives to the letter: whole, a range, with a length, empty, small, in HEAD, several in a row.
const assert = require('node:assert');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');
const { once } = require('node:events');
const { pipeline } = require('node:stream');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
const bytes = Buffer.alloc(3_000_001);
for (let i = 0; i < bytes.length; i += 4) bytes.writeUInt32LE((i * 2654435761) >>> 0, Math.min(i, bytes.length - 4));
fs.writeFileSync(file, bytes);
const empty = path.join(dir, 'empty');
fs.writeFileSync(empty, '');
const small = path.join(dir, 'small');
fs.writeFileSync(small, 'small');

const routes = {
  '/whole': (req, res) => fs.createReadStream(file).pipe(res),
  '/length': (req, res) => {
    res.writeHead(200, { 'Content-Length': bytes.length });
    fs.createReadStream(file).pipe(res);
  },
  '/range': (req, res) => fs.createReadStream(file, { start: 1000, end: 2_500_000 }).pipe(res),
  '/end': (req, res) => fs.createReadStream(file, { end: 70_000 }).pipe(res),
  '/pipeline': (req, res) => pipeline(fs.createReadStream(file), res, (error) => assert.ok(!error, error)),
  '/empty': (req, res) => fs.createReadStream(empty).pipe(res),
  '/small': (req, res) => fs.createReadStream(small).pipe(res),
  '/fd': (req, res) => fs.createReadStream(null, { fd: fs.openSync(file, 'r') }).pipe(res),
  '/pieces': (req, res) => fs.createReadStream(file, { highWaterMark: 1000, end: 99_999 }).pipe(res),
  '/around': (req, res) => {
    res.write('<');
    const stream = fs.createReadStream(file);
    stream.pipe(res, { end: false });
    stream.on('end', () => res.end('>'));
  },
  '/304': (req, res) => {
    res.statusCode = 304;
    fs.createReadStream(file).pipe(res);
  },
};
const server = http.createServer((req, res) => routes[req.url](req, res));

(async () => {
  await once(server.listen(0), 'listening');
  const { port } = server.address();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const get = (url, method = 'GET') =>
    new Promise((resolve, reject) => {
      const request = http.request({ port, path: url, agent, method }, async (res) => {
        const chunks = [];
        for await (const chunk of res) chunks.push(chunk);
        resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) });
      });
      request.on('error', reject).end();
    });
  const expect = {
    '/whole': bytes,
    '/length': bytes,
    '/range': bytes.subarray(1000, 2_500_001),
    '/end': bytes.subarray(0, 70_001),
    '/pipeline': bytes,
    '/empty': Buffer.alloc(0),
    '/small': Buffer.from('small'),
    '/fd': bytes,
    '/pieces': bytes.subarray(0, 100_000),
    '/around': Buffer.concat([Buffer.from('<'), bytes, Buffer.from('>')]),
  };
  for (const [url, body] of Object.entries(expect)) {
    const answer = await get(url);
    assert.strictEqual(answer.status, 200);
    assert.ok(answer.body.equals(body), `${url}: ${answer.body.length} bytes`);
    assert.strictEqual(answer.headers['transfer-encoding'], url === '/length' || url === '/empty' ? undefined : 'chunked', url);
    if (url === '/empty') assert.strictEqual(answer.headers['content-length'], '0');
    assert.strictEqual((await get(url, 'HEAD')).body.length, 0);
  }
  const unchanged = await get('/304');
  assert.deepStrictEqual([unchanged.status, unchanged.body.length], [304, 0]);
  agent.destroy();

  // Pipelined: answers in the order of the requests. And HTTP/1.0: to the end of the connection.
  const socket = net.connect(port);
  socket.write('GET /range HTTP/1.1\r\nHost: a\r\n\r\nGET /small HTTP/1.1\r\nHost: a\r\n\r\nGET /whole HTTP/1.0\r\n\r\n');
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  assert.ok(all.subarray(-bytes.length).equals(bytes));
  const second = all.indexOf('small\r\n');
  assert.ok(second > 2_500_000 - 1000 && second < all.length - bytes.length);
  server.close();
})();
