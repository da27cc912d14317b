// util.MIMEType and MIMEParams.
const assert = require('node:assert');
const { MIMEType, MIMEParams } = require('node:util');
const mime = new MIMEType('Text/HTML; Charset="utf 8";q=1;q=2');
assert.strictEqual(mime.type, 'text');
assert.strictEqual(mime.essence, 'text/html');
assert.strictEqual(mime.params.get('charset'), 'utf 8');
assert.strictEqual(String(mime), 'text/html;charset="utf 8";q=1');
mime.params.set('x', 'y"z');
mime.params.delete('charset');
mime.subtype = 'Plain';
assert.strictEqual(JSON.stringify({ mime }), '{"mime":"text/plain;q=1;x=\\"y\\\\\\"z\\""}');
assert.ok(mime.params instanceof MIMEParams);
assert.throws(() => new MIMEType('nope'), { code: 'ERR_INVALID_MIME_SYNTAX' });
assert.throws(() => { mime.type = 'a b'; }, { message: 'The MIME syntax for a type in "a b" is invalid at 1' });
