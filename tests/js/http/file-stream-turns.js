// A file piped into a response whose client does not read: unpiped, listened to, destroyed or changed on the way.
const assert = require('node:assert');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
const size = 30 << 20; // more than the sockets hold
const bytes = Buffer.alloc(size);
for (let i = 0; i < size; i += 4) bytes.writeUInt32LE(i, i);
fs.writeFileSync(file, bytes);
const full = async (stream) => {
  for (let last = -1; stream.bytesRead === 0 || stream.bytesRead !== last; ) {
    last = stream.bytesRead;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Serves one request with `handle`; returns what the client was sent once it reads. */
async function serve(handle) {
  const handled = Promise.withResolvers();
  const server = http.createServer((req, res) => {
    handle(req, res).then(handled.resolve, handled.reject);
  });
  await once(server.listen(0), 'listening');
  const socket = net.connect(server.address().port);
  socket.pause();
  socket.on('error', () => {});
  socket.write('GET / HTTP/1.0\r\n\r\n');
  const read = async () => {
    const chunks = [];
    for await (const chunk of socket) chunks.push(chunk);
    const all = Buffer.concat(chunks);
    return all.subarray(all.indexOf('\r\n\r\n') + 4);
  };
  handle.read = read;
  await handled.promise;
  socket.destroy();
  server.close();
}

(async () => {
  // Unpiped while the client is stuck: the rest goes to the program, at once.
  await serve(async function unpipe(req, res) {
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    await full(stream);
    stream.unpipe(res);
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const rest = Buffer.concat(chunks);
    assert.ok(rest.length > 0 && rest.equals(bytes.subarray(size - rest.length)));
    res.end();
    const sent = await unpipe.read();
    assert.ok(sent.equals(bytes.subarray(0, size - rest.length)));
  });
  // A listener that comes later sees what comes later, and the client everything.
  await serve(async function listen(req, res) {
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    await full(stream);
    let last = null;
    let count = 0;
    stream.on('data', (chunk) => {
      assert.ok(Buffer.isBuffer(chunk));
      count += chunk.length;
      last = chunk;
    });
    const sent = await listen.read();
    assert.ok(sent.equals(bytes));
    assert.ok(count > 0 && last.equals(bytes.subarray(size - last.length)));
  });
  // Destroyed: the descriptor is closed although the client is stuck.
  await serve(async function destroy(req, res) {
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    await full(stream);
    stream.destroy();
    await once(stream, 'close');
    res.end('over');
    const sent = await destroy.read();
    assert.strictEqual(sent.subarray(-4).toString(), 'over');
    assert.ok(sent.subarray(0, -4).equals(bytes.subarray(0, sent.length - 4)));
  });
  // What the program writes in between stands between whole pieces.
  await serve(async function write(req, res) {
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    await full(stream);
    res.write('<between>');
    const sent = await write.read();
    const at = sent.indexOf('<between>');
    assert.ok(at > 0);
    assert.ok(Buffer.concat([sent.subarray(0, at), sent.subarray(at + 9)]).equals(bytes));
  });
  // The client goes away: the response closes, the stream is unpiped and stands still.
  await serve(async function abort(req, res) {
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    await full(stream);
    req.socket.destroy();
    await once(res, 'close');
    assert.strictEqual(stream.destroyed, false);
    assert.strictEqual(stream.listenerCount('data'), 0);
    stream.destroy();
    await once(stream, 'close');
  });
  // A `write` of the program's own gets Buffers.
  await serve(async function own(req, res) {
    const { write } = res;
    let count = 0;
    res.write = function (chunk, ...rest) {
      assert.ok(Buffer.isBuffer(chunk));
      count += chunk.length;
      return write.call(this, chunk, ...rest);
    };
    fs.createReadStream(file).pipe(res);
    assert.ok((await own.read()).equals(bytes));
    assert.strictEqual(count, size);
  });
  // Two destinations.
  await serve(async function two(req, res) {
    const copy = path.join(dir, 'copy');
    const stream = fs.createReadStream(file);
    stream.pipe(res);
    const writer = stream.pipe(fs.createWriteStream(copy));
    assert.ok((await two.read()).equals(bytes));
    if (!writer.closed) await once(writer, 'close');
    assert.ok(fs.readFileSync(copy).equals(bytes));
  });
  // The file grows and shrinks meanwhile: what is there is sent, and the answer ends.
  await serve(async function shrink(req, res) {
    const other = path.join(dir, 'other');
    fs.writeFileSync(other, bytes);
    const stream = fs.createReadStream(other);
    stream.pipe(res);
    await full(stream);
    fs.truncateSync(other, 1 << 20);
    const sent = await shrink.read();
    assert.ok(sent.length < size && sent.equals(bytes.subarray(0, sent.length)));
  });
})();
