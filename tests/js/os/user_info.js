// The user of this process, as texts or as bytes.
const assert = require('node:assert');
const os = require('node:os');

const user = os.userInfo();
assert.deepStrictEqual(Object.keys(user), ['uid', 'gid', 'username', 'homedir', 'shell']);
assert.strictEqual(user.uid, process.getuid());
assert.strictEqual(typeof user.username, 'string');
const raw = os.userInfo({ encoding: 'buffer' });
assert.ok(Buffer.isBuffer(raw.username));
assert.strictEqual(raw.username.toString(), user.username);
assert.strictEqual(os.userInfo({ encoding: 'hex' }).username, raw.username.toString('hex'));
