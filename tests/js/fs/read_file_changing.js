// Files that grow, shrink, vanish or are replaced while they are read: whole states or prefixes, never bytes of nobody.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'read-changing-'));
const file = path.join(dir, 'data');

(async () => {
  for (const most of [2000, 60_000, 400_000]) {
    for (let round = 0; round < 40; round++) {
      fs.writeFileSync(file, 'a'.repeat(most));
      const reads = Array.from({ length: 8 }, (_, i) => fs.promises.readFile(file, i % 2 ? 'latin1' : 'utf8'));
      if (round % 2) fs.truncateSync(file, round * 10);
      else fs.appendFileSync(file, 'b'.repeat(most));
      for (const text of await Promise.all(reads)) {
        // Zeros: of a page in which the file was cut the kernel clears the rest, maybe before it takes away those behind it.
        assert.ok(/^[a\0]*b*$/.test(text), 'only what was in the file');
        assert.ok(text.length <= most * 2);
      }
    }
    assert.strictEqual((await fs.promises.readFile(file)).length, fs.statSync(file).size);
  }
  // Removed once the call was made and the file is open: what was there is read.
  fs.writeFileSync(file, 'still here');
  fs.readFileSync(file);
  const [text] = await Promise.all([fs.promises.readFile(file, 'utf8'), fs.promises.appendFile(file, '')]);
  assert.strictEqual(text, 'still here');
  fs.unlinkSync(file);
  await assert.rejects(fs.promises.readFile(file), { code: 'ENOENT', syscall: 'open', path: file });
  // Empty by its size, not by its content.
  if (process.platform === 'linux') {
    assert.ok((await fs.promises.readFile('/proc/self/status', 'utf8')).startsWith('Name:'));
    assert.ok((await fs.promises.readFile('/proc/self/maps')).length > 100);
    assert.match(await fs.promises.readFile('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8').catch(() => 'never'), /never/);
    assert.strictEqual((await fs.promises.readFile('/dev/null')).length, 0);
  }
  fs.rmSync(dir, { recursive: true });
})();
