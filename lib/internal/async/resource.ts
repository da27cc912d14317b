/** AsyncResource: lets a library with a queue of its own run each callback in the context in which it was handed over. */
import { coded } from "../errors";
import { validateFunction, validateString } from "../validators";
import { captureContext, runInContext } from "./context";

const ERR_INVALID_ASYNC_ID = coded(
  RangeError,
  "ERR_INVALID_ASYNC_ID",
  (name: string, value: unknown) => `Invalid ${name} value: ${String(value)}`,
);

/** The identity of the code at the top of the process: the main script, and every callback without a resource of its own. */
const kRootId = 1;
let lastId = kRootId;
let current: AsyncResource | undefined;
let root: object | undefined;

/** The number of the AsyncResource whose scope is running, or 1 outside of all scopes. */
export function executionAsyncId(): number {
  return current === undefined ? kRootId : current.asyncId();
}
/** The number of what caused the running scope, or 0 outside of all scopes. */
export function triggerAsyncId(): number {
  return current === undefined ? 0 : current.triggerAsyncId();
}
/** The AsyncResource whose scope is running, or one empty object that stands for the top of the process. */
export function executionAsyncResource(): object {
  return current ?? (root ??= {});
}

export interface AsyncResourceOptions {
  /** The number of the scope that caused this one; the present scope by default. */
  triggerAsyncId?: number;
  /** Accepted as in Node, where it tells when the `destroy` hook is called: without hooks there is no such moment. */
  requireManualDestroy?: boolean;
}

export class AsyncResource {
  readonly #id: number;
  readonly #triggerId: number;
  readonly #context: unknown;

  constructor(type: string, options: AsyncResourceOptions | number = {}) {
    validateString(type, "type");
    let triggerId: unknown = options;
    if (typeof options === "object" && options !== null) triggerId = options.triggerAsyncId ?? executionAsyncId();
    if (typeof triggerId !== "number" || !Number.isSafeInteger(triggerId) || triggerId < -1) {
      throw new ERR_INVALID_ASYNC_ID("triggerAsyncId", triggerId);
    }
    this.#id = ++lastId;
    this.#triggerId = triggerId;
    this.#context = captureContext();
  }

  /** Calls `fn` in the context in which this resource was made. Returns what `fn` returns. */
  runInAsyncScope<R>(fn: (...args: any[]) => R, thisArg?: unknown, ...args: any[]): R {
    const before = current;
    current = this;
    try {
      return runInContext(this.#context, fn, thisArg, ...args);
    } finally {
      current = before;
    }
  }

  /** Part of Node's interface. Nothing observes the end of a resource here: it does nothing but return `this`. */
  emitDestroy(): this {
    return this;
  }

  /** The number of this resource, unique in the process. */
  asyncId(): number {
    return this.#id;
  }
  /** The number of the scope that caused this resource. */
  triggerAsyncId(): number {
    return this.#triggerId;
  }

  /** Returns a function that calls `fn` in the scope of this resource, with `thisArg` or the caller's `this`. */
  bind<F extends (...args: any[]) => any>(fn: F, thisArg?: unknown): F {
    validateFunction(fn, "fn");
    const resource = this;
    const bound =
      thisArg === undefined
        ? function bound(this: unknown, ...args: any[]) {
            return resource.runInAsyncScope(fn, this, ...args);
          }
        : function bound(...args: any[]) {
            return resource.runInAsyncScope(fn, thisArg, ...args);
          };
    Object.defineProperty(bound, "length", { value: fn.length, configurable: true });
    return bound as unknown as F;
  }

  /** Returns a function that calls `fn` in the context of this moment. */
  static bind<F extends (...args: any[]) => any>(fn: F, type?: string, thisArg?: unknown): F {
    return new AsyncResource(type || fn?.name || "bound-anonymous-fn").bind(fn, thisArg);
  }
}
