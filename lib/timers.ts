/** node:timers */
import { validateFunction } from "./internal/validators";
import { Immediate, clearImmediate } from "./internal/timers/immediate";
import { Timeout, clearTimeout } from "./internal/timers/timeout";
import { kPromisify } from "./internal/util/symbols";
import * as promisesModule from "./timers/promises";

/** Runs `callback(...args)` once, `after` milliseconds (1 to 2^31-1) from now or later. */
export function setTimeout(callback: (...args: any[]) => void, after?: number, ...args: any[]): Timeout {
  validateFunction(callback, "callback");
  return new Timeout(callback, after, args.length === 0 ? undefined : args, false);
}
/** Runs `callback(...args)` every `after` milliseconds. */
export function setInterval(callback: (...args: any[]) => void, after?: number, ...args: any[]): Timeout {
  validateFunction(callback, "callback");
  return new Timeout(callback, after, args.length === 0 ? undefined : args, true);
}
/** Runs `callback(...args)` in the check phase, after the I/O that is ready now. */
export function setImmediate(callback: (...args: any[]) => void, ...args: any[]): Immediate {
  validateFunction(callback, "callback");
  return new Immediate(callback, args.length === 0 ? undefined : args);
}
export const clearInterval = (timer?: unknown): void => clearTimeout(timer);
export { clearTimeout, clearImmediate };

export const promises = promisesModule.default;

Object.defineProperty(setTimeout, kPromisify, { enumerable: true, get: () => promises.setTimeout });
Object.defineProperty(setImmediate, kPromisify, { enumerable: true, get: () => promises.setImmediate });

export default { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval, promises };
