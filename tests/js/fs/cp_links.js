// not-on-node: Node 20 refuses to copy a link over the same link
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
fs.mkdirSync('src/d', { recursive: true });
fs.writeFileSync('src/a', 'a');
fs.symlinkSync('a', 'src/l');
fs.symlinkSync('d', 'src/m');
fs.cpSync('src', 'out', { recursive: true });
fs.cpSync('src', 'out', { recursive: true });
assert.strictEqual(fs.readlinkSync('out/l'), path.join(dir, 'src/a'));
assert.strictEqual(fs.readlinkSync('out/m'), path.join(dir, 'src/d'));
fs.symlinkSync(dir, 'up');
assert.throws(() => fs.cpSync('src/m', 'up'), { code: 'ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY' });
