// 100,000 timers of many durations, a third of them cancelled: each of the others fires once.
const assert = require('node:assert');
const kCount = 100_000;
let fired = 0;
const timers = [];
for (let i = 0; i < kCount; i++) {
  const ms = 1 + ((i * 7919) % 50);
  timers.push(setTimeout(() => fired++, ms));
}
for (let i = 0; i < kCount; i += 3) clearTimeout(timers[i]);
process.on('exit', () => assert.strictEqual(fired, kCount - Math.ceil(kCount / 3)));
