// A file piped into a response: the same events on both sides as ever, and the counters at their end.
const assert = require('node:assert');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
const size = 5 << 20;
fs.writeFileSync(file, Buffer.alloc(size, 'x'));

(async () => {
  const seen = [];
  let stream;
  const server = http.createServer((req, res) => {
    stream = fs.createReadStream(file);
    for (const name of ['open', 'ready', 'end', 'close', 'error']) stream.on(name, () => seen.push(`stream ${name}`));
    for (const name of ['pipe', 'unpipe', 'finish', 'error']) res.on(name, () => seen.push(`response ${name}`));
    assert.strictEqual(stream.pipe(res), res);
    assert.strictEqual(stream.listenerCount('data'), 1);
    assert.strictEqual(res.listenerCount('drain'), 0);
  });
  await once(server.listen(0), 'listening');
  const [res] = await once(http.get({ port: server.address().port, agent: false }), 'response');
  let count = 0;
  for await (const chunk of res) count += chunk.length;
  assert.strictEqual(count, size);
  if (!stream.closed) await once(stream, 'close');
  await new Promise(setImmediate);
  assert.deepStrictEqual(seen.filter((e) => e.startsWith('stream')), ['stream open', 'stream ready', 'stream end', 'stream close']);
  assert.deepStrictEqual(seen.filter((e) => e.startsWith('response')), ['response pipe', 'response finish', 'response unpipe']);
  assert.strictEqual(stream.bytesRead, size);
  assert.strictEqual(stream.readableDidRead, true);
  assert.strictEqual(stream.readableEnded, true);
  assert.strictEqual(stream.readableLength, 0);
  assert.strictEqual(stream.listenerCount('data'), 0);
  server.close();
})();
