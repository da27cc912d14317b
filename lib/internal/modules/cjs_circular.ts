/**
 * A warning for those who read a property of a module that is still loading: in a cycle the other side sees an
 * unfinished `exports`, and a missing property there is a common riddle.
 */
import type { CjsModule } from "./cjs_state";

declare const process: any;

const kWatched = new Proxy(Object.create(Object.prototype) as object, {
  get(target, name) {
    // Reading __esModule is how transpiled code asks what it got; nobody misses it.
    if (name in target || name === "__esModule") return (target as any)[name];
    warn(name);
    return undefined;
  },
  getOwnPropertyDescriptor(target, name) {
    if (!Object.hasOwn(target, name) && name !== "__esModule") warn(name);
    return Reflect.getOwnPropertyDescriptor(target, name);
  },
});

function warn(name: string | symbol): void {
  process.emitWarning(
    `Accessing non-existent property '${String(name)}' of module exports inside circular dependency`,
  );
}

const watchable = (exports: unknown, prototype: object): boolean =>
  typeof exports === "object" && exports !== null && Object.getPrototypeOf(exports) === prototype &&
  !(exports as { __esModule?: unknown }).__esModule;

/** What a module in a cycle gets: the exports so far, watched until the module has loaded. */
export function unfinishedExports(module: CjsModule): unknown {
  const { exports } = module;
  if (watchable(exports, Object.prototype)) Object.setPrototypeOf(exports, kWatched);
  return exports;
}

/** Ends the watching when the module has loaded. */
export function finishExports(module: CjsModule): void {
  const { exports } = module;
  if (typeof exports === "object" && exports !== null && Object.getPrototypeOf(exports) === kWatched) {
    Object.setPrototypeOf(exports, Object.prototype);
  }
}
