// colorMode and inspectOptions; 'auto' asks the stream.
const assert = require('node:assert');
const { Console } = require('node:console');
delete process.env.FORCE_COLOR;
const run = (stream, options) => {
  let text = '';
  const stdout = { write: (chunk) => { text += chunk; return true; }, once() {}, on() {}, removeListener() {}, listenerCount: () => 0, ...stream };
  new Console({ stdout, ...options }).log({ a: 1 });
  return text;
};
const color = '{ a: \x1b[33m1\x1b[39m }\n';
assert.strictEqual(run({}, {}), '{ a: 1 }\n');
assert.strictEqual(run({ isTTY: true }, {}), color);
assert.strictEqual(run({ isTTY: true, getColorDepth: () => 1 }, {}), '{ a: 1 }\n');
assert.strictEqual(run({}, { colorMode: true }), color);
assert.strictEqual(run({ isTTY: true }, { colorMode: false }), '{ a: 1 }\n');
assert.strictEqual(run({}, { inspectOptions: { colors: true } }), color);
assert.strictEqual(run({}, { inspectOptions: { compact: false } }), '{\n  a: 1\n}\n');
process.env.FORCE_COLOR = '1';
assert.strictEqual(run({}, {}), color);
process.env.FORCE_COLOR = '0';
assert.strictEqual(run({ isTTY: true }, {}), '{ a: 1 }\n');
