// group, groupCollapsed, groupEnd and groupIndentation; every line of a text is indented.
const assert = require('node:assert');
const { Console } = require('node:console');
let text = '';
const stdout = { write(chunk) { text += chunk; return true; }, once() {}, on() {}, removeListener() {}, listenerCount: () => 0 };
const c = new Console({ stdout, groupIndentation: 4 });
c.group('head', 1);
c.log('a\nb');
c.groupCollapsed();
c.error({ x: 1 });
c.groupEnd();
c.log('c');
c.groupEnd();
c.groupEnd();
c.log('d');
assert.strictEqual(text, 'head 1\n    a\n    b\n        { x: 1 }\n    c\nd\n');
