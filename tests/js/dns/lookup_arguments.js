// Wrong arguments are refused at once.
const assert = require('node:assert');
const dns = require('node:dns');

const fails = (args, expected) => assert.throws(() => dns.lookup(...args), expected);
const cb = () => {};
fails([1, cb], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a'], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a', 5, cb], { code: 'ERR_INVALID_ARG_VALUE', message: "The argument 'family' must be one of: 0, 4, 6. Received 5" });
fails(['a', 'x', cb], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a', { family: 'x' }, cb], { code: 'ERR_INVALID_ARG_VALUE' });
fails(['a', { hints: 1 }, cb], { code: 'ERR_INVALID_ARG_VALUE' });
fails(['a', { hints: '1' }, cb], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a', { all: 1 }, cb], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a', { verbatim: 1 }, cb], { code: 'ERR_INVALID_ARG_TYPE' });
fails(['a', { order: 'x' }, cb], { code: 'ERR_INVALID_ARG_VALUE' });
