// An async generator over a directory tree: nothing is held in memory but the way down.
//   rondo examples/walk-directory.mjs [FOLDER]
import { opendir } from 'node:fs/promises';
import path from 'node:path';

async function* walk(folder) {
  for await (const entry of await opendir(folder)) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(name);
    else if (entry.isFile()) yield name;
  }
}

const root = process.argv[2] ?? import.meta.dirname;
const counts = new Map();
let files = 0;
for await (const name of walk(root)) {
  files++;
  const extension = path.extname(name) || '(none)';
  counts.set(extension, (counts.get(extension) ?? 0) + 1);
}
const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
console.log(`${files} files under ${root}`);
console.table(top.map(([extension, count]) => ({ extension, count })));
