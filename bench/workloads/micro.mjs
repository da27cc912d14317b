// One scheduling primitive, many times: RUNTIME micro.mjs OPERATION COUNT
// Prints {"cpu": ns an operation, "wall": ns an operation}.
const [operation, countText] = process.argv.slice(2);
const count = Number(countText);
const kBatch = 100;

/** Schedules batches of kBatch callbacks; the last of a batch schedules the next, until `total` have run. */
const inBatches = (schedule) => (total) =>
  new Promise((resolve) => {
    let left = total;
    const one = () => {
      left--;
    };
    const last = () => {
      left--;
      if (left <= 0) return resolve();
      for (let i = 1; i < kBatch; i++) schedule(one);
      schedule(last);
    };
    schedule(last);
  });

const operations = {
  // 10,000 timers at once with eight delays of 1 to 8 ms; the next 10,000 when all have fired.
  "timer-fire": (total) =>
    new Promise((resolve) => {
      let left = total;
      let pending = 0;
      const fired = () => {
        left--;
        if (--pending === 0) {
          if (left <= 0) resolve();
          else insert();
        }
      };
      const insert = () => {
        pending = 10_000;
        for (let i = 0; i < 10_000; i++) setTimeout(fired, 1 + (i & 7));
      };
      insert();
    }),
  // As timeouts of requests are: set, and cancelled before they are due, 1000 at a time.
  "timer-cancel": async (total) => {
    const timers = new Array(1000);
    const never = () => {
      throw new Error("a cancelled timer fired");
    };
    for (let done = 0; done < total; done += timers.length) {
      for (let i = 0; i < timers.length; i++) timers[i] = setTimeout(never, 30_000 + (i & 7));
      for (let i = 0; i < timers.length; i++) clearTimeout(timers[i]);
      if (done % 100_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  },
  "immediate-batch": inBatches((callback) => setImmediate(callback)),
  // Each immediate sets the next: one turn of the loop each.
  "immediate-chain": (total) =>
    new Promise((resolve) => {
      let left = total;
      const step = () => {
        if (--left <= 0) resolve();
        else setImmediate(step);
      };
      setImmediate(step);
    }),
  "next-tick": inBatches((callback) => process.nextTick(callback)),
  microtask: inBatches((callback) => queueMicrotask(callback)),
  await: async (total) => {
    const step = async () => {};
    for (let i = 0; i < total; i++) await step();
  },
};

const run = operations[operation];
if (!run) throw new Error(`unknown operation ${operation}; one of ${Object.keys(operations).join(", ")}`);
await run(count >> 2);
const start = process.hrtime.bigint();
const before = process.cpuUsage();
await run(count);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: ((used.user + used.system) * 1e3) / count, wall: Number(process.hrtime.bigint() - start) / count }));
