// Thousands of readFile calls at once: all are answered, in the order of the calls for cached files of one size, and their
// contents are not all held at the same time.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'read-many-'));
const file = path.join(dir, 'data');
fs.writeFileSync(file, Buffer.alloc(65536, 'x'));
fs.readFileSync(file);
const count = 6000;
// AddressSanitizer keeps what is freed for a while.
const sanitised = fs.readFileSync('/proc/self/maps', 'utf8').includes('libasan');
let answered = 0;
const base = process.memoryUsage().rss;
let peak = 0;
for (let i = 0; i < count; i++) {
  fs.readFile(file, (error, data) => {
    if (error?.code === 'EMFILE') answered++; // where every waiting call holds a descriptor
    else {
      assert.ifError(error);
      assert.strictEqual(data.length, 65536);
      answered++;
    }
    if (answered % 100 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    // All contents together are 375 MiB.
    if (answered === count && process.versions.rondo && !sanitised) assert.ok(peak - base < 200 << 20, `${(peak - base) >> 20} MiB`);
  });
}
process.on('exit', () => {
  assert.strictEqual(answered, count);
  fs.rmSync(dir, { recursive: true });
});
