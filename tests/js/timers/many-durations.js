// Timers of very many durations, of which some are cancelled again: the rest fire in the order in which they are due.
const assert = require("assert");

const fired = [];
const wanted = [];
const timers = [];
for (let ms = 1; ms <= 300; ms++) timers.push(setTimeout(() => fired.push(ms), ms));
for (let far = 0; far < 3000; far++) clearTimeout(setTimeout(assert.fail, 1e6 + ((far * 7919) % 2500)));
for (let i = 0; i < timers.length; i++) {
  if (i % 3 === 1) clearTimeout(timers[i]);
  else wanted.push(i + 1);
}
// Two of one duration, the first of them cancelled; and one set while its list runs.
clearTimeout(setTimeout(assert.fail, 17));
setTimeout(() => setTimeout(() => fired.push("again"), 1), 1);

const end = Date.now() + 320;
while (Date.now() < end);
process.on("exit", () => {
  assert.deepStrictEqual(fired.filter((f) => f !== "again"), wanted);
  assert.strictEqual(fired.filter((f) => f === "again").length, 1);
});
