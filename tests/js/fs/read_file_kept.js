// A file that is read again and again stays open for a moment. Nobody can tell: what stands at the path is read, and who may
// no longer read it cannot.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'read-kept-'));
const file = path.join(dir, 'data');
let sync = false;
const read = async (name = file) => (sync ? fs.readFileSync(name, 'utf8') : fs.promises.readFile(name, 'utf8'));
const again = async (name = file) => {
  for (let i = 0; i < 5; i++) await read(name);
  return read(name);
};
const openHere = () =>
  fs.readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return fs.readlinkSync(`/proc/self/fd/${fd}`).startsWith(dir);
    } catch {
      return false;
    }
  }).length;

async function changes() {
  fs.writeFileSync(file, 'one');
  assert.strictEqual(await again(), 'one');
  fs.writeFileSync(file, 'two'); // the same size, in place
  assert.strictEqual(await read(), 'two');
  assert.strictEqual(await again(), 'two');
  fs.appendFileSync(file, ' three');
  assert.strictEqual(await read(), 'two three');
  await again();
  fs.truncateSync(file, 3);
  assert.strictEqual(await read(), 'two');

  // Another file at the path.
  await again();
  fs.writeFileSync(`${file}.new`, 'new');
  fs.renameSync(`${file}.new`, file);
  assert.strictEqual(await read(), 'new');
  await again();
  fs.unlinkSync(file);
  await assert.rejects(read(), { code: 'ENOENT', path: file, syscall: 'open' });
  fs.writeFileSync(file, 'back');
  assert.strictEqual(await again(), 'back');
  fs.unlinkSync(file);
  fs.mkdirSync(file);
  await assert.rejects(read(), { code: 'EISDIR' });
  fs.rmdirSync(file);

  // A link that is turned to another file, and a relative path after a change of directory.
  const [a, b] = ['a', 'b'].map((name) => path.join(dir, name));
  for (const folder of [a, b]) {
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'name'), path.basename(folder));
  }
  const link = path.join(dir, 'link');
  fs.symlinkSync(a, link);
  assert.strictEqual(await again(path.join(link, 'name')), 'a');
  fs.unlinkSync(link);
  fs.symlinkSync(b, link);
  assert.strictEqual(await read(path.join(link, 'name')), 'b');
  process.chdir(a);
  assert.strictEqual(await again('name'), 'a');
  process.chdir(b);
  assert.strictEqual(await read('name'), 'b');
  process.chdir('/');

  fs.rmSync(link);
  for (const folder of [a, b]) fs.rmSync(folder, { recursive: true });
}

(async () => {
  await changes();
  sync = true;
  await changes();
  sync = false;

  // Buffers are one's own, also when they come from one descriptor at the same time.
  fs.writeFileSync(file, 'shared?');
  const all = await Promise.all(Array.from({ length: 200 }, () => fs.promises.readFile(file)));
  all[0].fill(0);
  assert.ok(all.slice(1).every((bytes) => bytes.toString() === 'shared?' && bytes.buffer !== all[0].buffer));

  if (process.platform === 'linux') {
    // Few stay open, however many files are read, and none of them for long.
    const many = Array.from({ length: 300 }, (_, i) => path.join(dir, `many-${i}`));
    for (const name of many) fs.writeFileSync(name, name);
    for (let round = 0; round < 4; round++) {
      const texts = await Promise.all(many.map((name) => read(name)));
      assert.deepStrictEqual(texts, many);
    }
    assert.ok(openHere() <= 16, `${openHere()} files are open`);
    for (let i = 0; i < 100 && openHere() > 0; i++) await new Promise((done) => setTimeout(done, 100));
    assert.strictEqual(openHere(), 0);
  }

  // Permissions: of the file, and of the process.
  if (process.getuid?.() === 0) {
    fs.chmodSync(dir, 0o755);
    fs.chmodSync(file, 0o600);
    assert.strictEqual(await again(), 'shared?');
    process.seteuid(65534);
    await assert.rejects(read(), { code: 'EACCES', path: file });
    process.seteuid(0);
    fs.chmodSync(file, 0o644);
    process.seteuid(65534);
    assert.strictEqual(await again(), 'shared?');
    process.seteuid(0);
    fs.chmodSync(file, 0o600);
    process.seteuid(65534);
    await assert.rejects(read(), { code: 'EACCES' });
    process.seteuid(0);
    assert.strictEqual(await again(), 'shared?');
    // chmod by somebody else, whom this process does not hear of.
    fs.chmodSync(file, 0o644);
    process.seteuid(65534);
    assert.strictEqual(await again(), 'shared?');
    process.seteuid(0);
    fs.chmodSync(dir, 0o700);
    process.seteuid(65534);
    await assert.rejects(read(), { code: 'EACCES' });
    process.seteuid(0);
  }
  // A kept file does not keep the process: it ends now.
  await again();
  process.on('exit', () => fs.rmSync(dir, { recursive: true }));
})();
