// flags: --long-tasks=off
// expect-stderr: ^$
// --long-tasks=off: nothing is recorded and nothing printed.
setTimeout(() => require('node:assert').deepStrictEqual(process.longTasks(), []), 1);
const end = Date.now() + 120;
while (Date.now() < end);
