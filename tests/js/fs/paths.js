// Paths: strings with any character, Buffers that are no UTF-8, URLs, null bytes.
const assert = require('node:assert');
const fs = require('node:fs');
const { pathToFileURL } = require('node:url');
const dir = require('../../fixtures/temp_dir.js')();
const raw = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0xfe])]);
fs.writeFileSync(raw, 'raw');
assert.strictEqual(fs.readFileSync(raw, 'utf8'), 'raw');
assert.deepStrictEqual(fs.readdirSync(dir, 'buffer'), [Buffer.from([0xff, 0xfe])]);
fs.unlinkSync(raw);
for (const name of ['sp ace', 'h\u00e9', '\u4e2d\u6587', '\u{1f600}', "quote'", 'back\\slash', 'new\nline', '#%?']) {
  const file = `${dir}/${name}`;
  fs.writeFileSync(file, name);
  assert.strictEqual(fs.readFileSync(pathToFileURL(file), 'utf8'), name);
  assert.deepStrictEqual(fs.readdirSync(dir), [name]);
  assert.ok(fs.existsSync(Buffer.from(file)));
  fs.unlinkSync(file);
}
for (const bad of ['a\0', Buffer.from('a\0'), new URL('file:///a%00b')]) {
  assert.throws(() => fs.statSync(bad), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => fs.stat(bad, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.rejects(fs.promises.stat(bad), { code: 'ERR_INVALID_ARG_VALUE' });
}
for (const bad of [undefined, null, 1, {}, [], true, Symbol('x')]) {
  assert.throws(() => fs.statSync(bad), { code: 'ERR_INVALID_ARG_TYPE' });
}
