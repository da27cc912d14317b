// console.table: arrays, objects, maps, chosen columns, wide characters, what is no table.
const assert = require('node:assert');
const { Console } = require('node:console');
let text = '';
const c = new Console({ write: (chunk) => { text += chunk; return true; }, once() {}, on() {}, removeListener() {}, listenerCount: () => 0 });
const table = (...args) => { text = ''; c.table(...args); return text; };
assert.strictEqual(table([{ a: 1, b: 'Y' }, { a: 'Z' }]), `┌─────────┬─────┬─────┐
│ (index) │ a   │ b   │
├─────────┼─────┼─────┤
│ 0       │ 1   │ 'Y' │
│ 1       │ 'Z' │     │
└─────────┴─────┴─────┘
`);
assert.strictEqual(table([{ a: 1, b: 2 }], ['b']), `┌─────────┬───┐
│ (index) │ b │
├─────────┼───┤
│ 0       │ 2 │
└─────────┴───┘
`);
assert.strictEqual(table(new Map([['k', { v: 1 }]])), `┌───────────────────┬─────┬──────────┐
│ (iteration index) │ Key │ Values   │
├───────────────────┼─────┼──────────┤
│ 0                 │ 'k' │ { v: 1 } │
└───────────────────┴─────┴──────────┘
`);
assert.strictEqual(table([1, { b: '日本' }]), `┌─────────┬────────┬────────┐
│ (index) │ b      │ Values │
├─────────┼────────┼────────┤
│ 0       │        │ 1      │
│ 1       │ '日本' │        │
└─────────┴────────┴────────┘
`);
assert.strictEqual(table('text'), 'text\n');
assert.throws(() => c.table([], 5), { code: 'ERR_INVALID_ARG_TYPE' });
