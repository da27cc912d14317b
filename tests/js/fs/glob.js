// not-on-node: newer than Node 20
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
for (const f of ['a.js', 'b.ts', 'd/c.js', 'd/e/f.js', 'd/e/.hidden.js', '.dot/x.js']) {
  fs.mkdirSync(path.join(dir, path.dirname(f)), { recursive: true });
  fs.writeFileSync(path.join(dir, f), '');
}
const find = (pattern, options) => fs.globSync(pattern, { cwd: dir, ...options }).sort();
assert.deepStrictEqual(find('*.js'), ['a.js']);
assert.deepStrictEqual(find('**/*.js'), ['a.js', 'd/c.js', 'd/e/f.js']);
assert.deepStrictEqual(find('*.{js,ts}'), ['a.js', 'b.ts']);
assert.deepStrictEqual(find(['a.js', 'd/*.js']), ['a.js', 'd/c.js']);
assert.deepStrictEqual(find('d/**'), ['d', 'd/c.js', 'd/e', 'd/e/f.js']);
assert.deepStrictEqual(find('.dot/*'), ['.dot/x.js']);
assert.deepStrictEqual(find('none/*'), []);
assert.deepStrictEqual(find('a.js/x'), []);
assert.deepStrictEqual(find('**/*.js', { exclude: (name) => name === 'd/e' }), ['a.js', 'd/c.js']);
assert.deepStrictEqual(find('**/*.js', { exclude: ['d/**'] }), ['a.js']);
assert.deepStrictEqual(fs.globSync(`${dir}/*.js`), [path.join(dir, 'a.js')]);
const [entry] = fs.globSync('d/*.js', { cwd: dir, withFileTypes: true });
assert.deepStrictEqual([entry.name, entry.parentPath, entry.isFile()], ['c.js', path.join(dir, 'd'), true]);
fs.glob('*.js', { cwd: dir }, (error, names) => assert.deepStrictEqual(names, ['a.js']));
(async () => {
  const names = [];
  for await (const name of fs.promises.glob('d/**/*.js', { cwd: dir })) names.push(name);
  assert.deepStrictEqual(names.sort(), ['d/c.js', 'd/e/f.js']);
})();
