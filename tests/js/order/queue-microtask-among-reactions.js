// queueMicrotask and promise reactions run in one order, with arguments.length 0 and the async context of the call, also
// after a callback threw and when there are very many.
const assert = require("assert");
const { AsyncLocalStorage } = require("async_hooks");

const storage = new AsyncLocalStorage();
const seen = [];
const errors = [];
process.on("uncaughtException", (error) => errors.push(error.message));

storage.run("a", () => {
  queueMicrotask(function (...args) {
    seen.push(`1 ${storage.getStore()} ${args.length}`);
    queueMicrotask(() => seen.push(`5 ${storage.getStore()}`));
  });
  Promise.resolve().then(() => seen.push(`2 ${storage.getStore()}`));
});
queueMicrotask(() => {
  seen.push(`3 ${storage.getStore()}`);
  throw new Error("thrown");
});
storage.run("b", () => queueMicrotask(() => seen.push(`4 ${storage.getStore()}`)));
process.nextTick(() => seen.push("0"));

setTimeout(() => {
  assert.deepStrictEqual(seen, ["0", "1 a 0", "2 a", "3 undefined", "4 b", "5 a"]);
  assert.deepStrictEqual(errors, ["thrown"]);

  const order = [];
  for (let i = 0; i < 5000; i++) {
    if (i % 3 === 0) Promise.resolve(i).then((n) => order.push(n));
    else queueMicrotask(() => order.push(i));
  }
  setTimeout(() => assert.deepStrictEqual(order, Array.from({ length: 5000 }, (_, i) => i)), 1);
}, 1);
