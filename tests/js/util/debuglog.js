// util.debuglog writes for the sections that NODE_DEBUG names, with wildcards and in any case.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');
const code = `
  const util = require('util');
  const web = util.debuglog('web');
  web('hello %d', 5, { a: 1 });
  util.debuglog('other')('silent');
  util.debug('web-sub')('sub');
  console.log(web.enabled, util.debuglog('other').enabled);
`;
const run = (value) => {
  const r = spawnSync(process.execPath, ['-e', code], { env: { ...process.env, NODE_DEBUG: value }, encoding: 'utf8' });
  return [r.stderr.replace(/\d+(?=:)/g, 'PID'), r.stdout.trim()];
};
assert.deepStrictEqual(run('web'), ['WEB PID: hello 5 { a: 1 }\n', 'true false']);
assert.deepStrictEqual(run('WEB*,foo'), ['WEB PID: hello 5 { a: 1 }\nWEB-SUB PID: sub\n', 'true false']);
assert.deepStrictEqual(run(''), ['', 'false false']);
