// fs.readFile of cached files, 64 in flight: microseconds a file. Run by bench/read-file.mjs in each runtime.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [size, count] = process.argv.slice(2).map(Number);
const file = path.join(os.tmpdir(), `rondo-bench-${process.pid}.bin`);
fs.writeFileSync(file, Buffer.alloc(size, 'a'));

function run(total, done) {
  let started = 0;
  let finished = 0;
  const next = () => {
    if (started === total) return;
    started++;
    fs.readFile(file, (error, data) => {
      if (error || data.length !== size) throw error ?? new Error('wrong length');
      if (++finished === total) return done();
      next();
    });
  };
  for (let i = 0; i < 64; i++) next();
}

run(count >> 2, () => {
  const start = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  run(count, () => {
    const wall = Number(process.hrtime.bigint() - start) / 1e3 / count;
    const used = process.cpuUsage(cpu);
    fs.rmSync(file);
    console.log(JSON.stringify({ wall, cpu: (used.user + used.system) / count }));
  });
});
