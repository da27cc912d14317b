// What bench/soak.mjs loads: answers at once, late, with files, with streams, and with what it was sent. Prints its port.
import fs from 'node:fs';
import http from 'node:http';
import { pipeline } from 'node:stream';

const [file] = process.argv.slice(2);

const routes = {
  '/hello': (req, res) => res.end('hello\n'),
  '/echo': (req, res) => req.on('error', () => {}).pipe(res),
  '/json': (req, res) => {
    let text = '';
    req.setEncoding('utf8');
    req.on('data', (part) => (text += part));
    req.on('end', () => {
      try {
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify({ got: JSON.parse(text) }));
      } catch {
        res.statusCode = 400;
        res.end();
      }
    });
  },
  '/file': (req, res) => fs.readFile(file, (error, data) => (error ? res.destroy(error) : res.end(data))),
  '/stream': (req, res) => pipeline(fs.createReadStream(file), res, () => {}),
  '/late': (req, res) => setTimeout(() => res.end('late\n'), 50),
  '/chunks': (req, res) => {
    let left = 20;
    const next = () => (left-- > 0 ? res.write('chunk\n'.repeat(200), () => setImmediate(next)) : res.end());
    next();
  },
};

const server = http.createServer({ requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 2_000 }, (req, res) => {
  res.on('error', () => {});
  const route = routes[req.url];
  if (route) return route(req, res);
  res.statusCode = 404;
  res.end();
});
server.on('clientError', (error, socket) => socket.writable && socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.on('SIGTERM', () => process.exit());
