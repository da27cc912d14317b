// flags: --long-tasks=all --long-task-threshold=20
// expect-stderr: long task: .* kind 'main'[^]*waited  nobody
// --long-tasks=all prints those that kept nobody waiting too, from the threshold on.
const end = Date.now() + 60;
while (Date.now() < end);
