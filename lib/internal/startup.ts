/** What must be read anew at every start, since lib/ itself may have run when the startup snapshot was built. */
const hooks: (() => void)[] = [];
let started = false;

/** Registers `fn` to run once at every process start, before any user code, in the order of registration. */
export function onStart(fn: () => void): void {
  hooks.push(fn);
  if (started) fn(); // a file that was loaded late
}
/** Runs the hooks; called by `internal/main` and by nobody else. */
export function runStartHooks(): void {
  started = true;
  for (const fn of hooks) fn();
}
