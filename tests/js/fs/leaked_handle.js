// expect-stderr: Closing file descriptor \d+ on garbage collection
// not-on-node: when the collector runs depends on the engine
const fs = require('node:fs');
(async () => {
  await (async () => {
    for (let i = 0; i < 5; i++) await fs.promises.open(__filename);
  })();
  let warned = false;
  process.on('warning', () => (warned = true));
  for (let round = 0; round < 500 && !warned; round++) {
    const garbage = [];
    for (let i = 0; i < 200000; i++) garbage.push({ i });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
})();
