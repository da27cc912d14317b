// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
(async () => {
  const numbers = () => Readable.from([1, 2, 3, 4]);
  assert.deepStrictEqual(await numbers().map((n) => n * 2).toArray(), [2, 4, 6, 8]);
  assert.deepStrictEqual(await numbers().map(async (n) => n * 2, { concurrency: 2 }).toArray(), [2, 4, 6, 8]);
  assert.deepStrictEqual(await numbers().filter((n) => n % 2).toArray(), [1, 3]);
  assert.deepStrictEqual(await numbers().flatMap((n) => [n, n]).take(3).toArray(), [1, 1, 2]);
  assert.deepStrictEqual(await numbers().drop(2).toArray(), [3, 4]);
  assert.strictEqual(await numbers().reduce((a, b) => a + b, 10), 20);
  assert.strictEqual(await numbers().reduce((a, b) => a + b), 10);
  assert.strictEqual(await numbers().some((n) => n > 3), true);
  assert.strictEqual(await numbers().every((n) => n > 3), false);
  assert.strictEqual(await numbers().find((n) => n > 2), 3);
  let sum = 0;
  await numbers().forEach((n) => void (sum += n));
  assert.strictEqual(sum, 10);
  await assert.rejects(Readable.from([]).reduce((a, b) => a + b), { code: "ERR_MISSING_ARGS" });
})().then(() => console.log("done"));
