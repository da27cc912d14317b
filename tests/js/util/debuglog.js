// env: NODE_DEBUG=WEB*,foo
// expect-stderr: ^WEB \d+: hello 5 \{ a: 1 \}\nWEB-SUB \d+: sub\n$
// util.debuglog writes for the sections that NODE_DEBUG names, with wildcards and in any case.
const assert = require('node:assert');
const util = require('node:util');
const web = util.debuglog('web');
web('hello %d', 5, { a: 1 });
util.debuglog('other')('silent');
util.debug('web-sub')('sub');
assert.strictEqual(web.enabled, true);
assert.strictEqual(util.debuglog('other').enabled, false);
