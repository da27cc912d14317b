// util.getCallSites: the caller's stack as data.
// not-on-node: Node 20 has no util.getCallSites
const assert = require('node:assert');
const { getCallSites } = require('node:util');
function inner() { return getCallSites(); }
const sites = inner();
assert.strictEqual(sites[0].functionName, 'inner');
assert.strictEqual(sites[0].scriptName, __filename);
assert.strictEqual(sites[0].lineNumber, 5);
assert.strictEqual(getCallSites(1).length, 1);
assert.throws(() => getCallSites(0), { code: 'ERR_OUT_OF_RANGE' });
