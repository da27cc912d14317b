// Reads of a cached file: RUNTIME read-file.mjs FILE COUNT callback|promise|sync buffer|utf8
// The first two keep 64 in flight. Prints {"cpu": us a file, "wall": us a file}.
import fs from "node:fs";

const [file, countText, form, encodingName] = process.argv.slice(2);
const count = Number(countText);
const encoding = encodingName === "utf8" ? "utf8" : null;
const size = fs.statSync(file).size;
const kInFlight = 64;

const check = (data) => {
  if (data.length !== size) throw new Error(`${data.length} of ${size} bytes`);
};
const forms = {
  callback: (total) =>
    new Promise((resolve) => {
      let started = 0;
      let finished = 0;
      const next = () => {
        if (started === total) return;
        started++;
        fs.readFile(file, encoding, (error, data) => {
          if (error) throw error;
          check(data);
          if (++finished === total) return resolve();
          next();
        });
      };
      for (let i = 0; i < kInFlight; i++) next();
    }),
  promise: (total) => {
    let started = 0;
    const worker = async () => {
      while (started < total) {
        started++;
        check(await fs.promises.readFile(file, encoding));
      }
    };
    return Promise.all(Array.from({ length: kInFlight }, worker));
  },
  sync: (total) => {
    for (let i = 0; i < total; i++) check(fs.readFileSync(file, encoding));
  },
};

await forms[form](Math.max(kInFlight, count >> 2));
const start = process.hrtime.bigint();
const before = process.cpuUsage();
await forms[form](count);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (used.user + used.system) / count, wall: Number(process.hrtime.bigint() - start) / 1e3 / count }));
