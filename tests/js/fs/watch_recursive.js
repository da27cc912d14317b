// fs.watch with recursive: directories below, and those that come later.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
fs.mkdirSync(path.join(dir, 'a/b'), { recursive: true });
const names = new Set();
const watcher = fs.watch(dir, { recursive: true }, (type, name) => {
  names.add(name);
  if (names.has('a/b/f') && names.has('c/g')) watcher.close();
});
const steps = [
  () => fs.writeFileSync(path.join(dir, 'a/b/f'), 'x'),
  () => fs.mkdirSync(path.join(dir, 'c')),
  () => fs.writeFileSync(path.join(dir, 'c/g'), 'x'),
];
steps.forEach((step, i) => setTimeout(step, 100 + i * 100));
setTimeout(() => assert.fail(`saw only ${[...names]}`), 5000).unref();
