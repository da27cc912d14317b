/** Timeout objects: what setTimeout and setInterval return. */
import { captureContext, swapContext } from "../async/context";
import { loadInternal } from "../builtins";
import { kInspect } from "../util/symbols";
import { originOf } from "../task_info";
import { addRef, dropRef, insert, remove, type Entry, type Linked } from "./list";

/** Node's range: 1 to 2^31-1 ms; anything else becomes 1, and too large a number is warned of. */
const kMax = 2 ** 31 - 1;

function duration(after: unknown): number {
  const ms = Number(after);
  if (ms >= 1 && ms <= kMax) return Math.trunc(ms);
  if (ms > kMax) {
    process.emitWarning(
      `${ms} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      "TimeoutOverflowWarning",
    );
  } else if (ms < 0) {
    process.emitWarning(`${ms} is a negative number.\nTimeout duration was set to 1.`, "TimeoutNegativeWarning");
  } else if (Number.isNaN(ms) && after !== undefined) {
    process.emitWarning(`${after} is not a number.\nTimeout duration was set to 1.`, "TimeoutNaNWarning");
  }
  return 1;
}

let lastId = 0;
/** Timeouts whose number was asked for: clearTimeout takes the number too. */
const byId = new Map<number, Timeout>();

export class Timeout implements Entry {
  _previous: Linked | null = null;
  _next: Linked | null = null;
  _duration: number;
  _start = 0;
  _refed = true;
  _destroyed = false;
  _repeat: number | null;
  _onTimeout: ((...args: any[]) => void) | null;
  _args: any[] | undefined;
  _id = 0;
  _context: unknown;
  _origin: number;

  constructor(callback: (...args: any[]) => void, after: unknown, args: any[] | undefined, repeat: boolean) {
    this._duration = duration(after);
    this._repeat = repeat ? this._duration : null;
    this._onTimeout = callback;
    this._args = args;
    this._context = captureContext();
    this._origin = originOf(callback);
    addRef();
    insert(this);
  }

  /** Runs the callback with `this` as receiver, in the async context that the timer was set in. */
  _fire(): void {
    const callback = this._onTimeout;
    if (callback === null) return;
    swapContext(this._context);
    const args = this._args;
    if (args === undefined) callback.call(this);
    else callback.apply(this, args);
  }

  /** Keeps the process alive while the timer is active (the default). */
  ref(): this {
    if (!this._refed) {
      this._refed = true;
      if (!this._destroyed) addRef();
    }
    return this;
  }
  /** Lets the process end although the timer is active. */
  unref(): this {
    if (this._refed) {
      this._refed = false;
      if (!this._destroyed) dropRef();
    }
    return this;
  }
  hasRef(): boolean {
    return this._refed;
  }
  /** Starts the duration anew from now, whether or not the timer has fired; a cleared one stays cleared. */
  refresh(): this {
    if (this._onTimeout === null) return this;
    remove(this);
    if (this._destroyed) {
      this._destroyed = false;
      if (this._refed) addRef();
    }
    insert(this);
    return this;
  }
  close(): this {
    clear(this);
    return this;
  }
  /** A number that clearTimeout and clearInterval accept. */
  [Symbol.toPrimitive](): number {
    if (this._id === 0) this._id = ++lastId;
    if (!this._destroyed) byId.set(this._id, this);
    return this._id;
  }
  [Symbol.dispose](): void {
    clear(this);
  }
  [kInspect](_depth: number, options: object): string {
    const { inspect } = loadInternal("util").default;
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }
}

function clear(timer: Timeout): void {
  timer._onTimeout = null;
  timer._repeat = null;
  if (timer._id !== 0) byId.delete(timer._id);
  if (timer._destroyed) return;
  timer._destroyed = true;
  remove(timer);
  if (timer._refed) dropRef();
}

/** Cancels a Timeout, or the one of that number; anything else is ignored. */
export function clearTimeout(timer?: unknown): void {
  if (timer instanceof Timeout) {
    clear(timer);
  } else if (typeof timer === "number" || typeof timer === "string") {
    const known = byId.get(Number(timer));
    if (known !== undefined) clear(known);
  }
}
