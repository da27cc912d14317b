// util.styleText: one format, a list of them, streams without colours, wrong formats.
const assert = require('node:assert');
const { styleText } = require('node:util');
delete process.env.FORCE_COLOR;
const plain = { validateStream: false };
assert.strictEqual(styleText('red', 'x', plain), '\x1b[31mx\x1b[39m');
assert.strictEqual(styleText(['bold', 'red'], 'x', plain), '\x1b[1m\x1b[31mx\x1b[39m\x1b[22m');
const notATerminal = new (require('node:stream').Writable)();
assert.strictEqual(styleText('red', 'x', { stream: notATerminal }), 'x');
assert.throws(() => styleText('nope', 'x', plain), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => styleText('red', 5, plain), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => styleText('red', 'x', { stream: 5 }), { code: 'ERR_INVALID_ARG_TYPE' });
