/** AsyncLocalStorage: values that follow a chain of asynchronous work, as thread-local storage follows a thread. */
import { validateFunction, validateObject, validateString } from "../validators";
import { captureContext, currentFrame, enterFrame, Frame, runInContext, without } from "./context";

export interface AsyncLocalStorageOptions<T> {
  /** What `getStore()` returns where no store was entered. */
  defaultValue?: T;
  /** A name for people who debug. */
  name?: string;
}

export class AsyncLocalStorage<T> {
  readonly #defaultValue: T | undefined;
  readonly #name: string;
  #disabled = false;

  constructor(options: AsyncLocalStorageOptions<T> = {}) {
    validateObject(options, "options");
    const { defaultValue, name } = options as AsyncLocalStorageOptions<T>;
    if (name !== undefined) validateString(name, "options.name");
    this.#defaultValue = defaultValue;
    this.#name = name ?? "";
  }

  /** Returns a function that calls `fn` in the context of this moment. */
  static bind<F extends (...args: any[]) => any>(fn: F): F {
    validateFunction(fn, "fn");
    const context = captureContext();
    const bound = function (this: unknown, ...args: any[]) {
      return runInContext(context, fn, this, ...args);
    };
    Object.defineProperty(bound, "length", { value: fn.length, configurable: true });
    return bound as unknown as F;
  }

  /** Returns a function `(fn, ...args)` that calls any function in the context of this moment. */
  static snapshot(): <R, A extends any[]>(fn: (...args: A) => R, ...args: A) => R {
    const context = captureContext();
    return function (this: unknown, fn: (...args: any[]) => any, ...args: any[]) {
      return runInContext(context, fn, this, ...args);
    };
  }

  /** The name given to the constructor, or an empty string. */
  get name(): string {
    return this.#name;
  }

  /** The store of the current context, or the default value. */
  getStore(): T | undefined {
    if (!this.#disabled) {
      for (let frame = currentFrame(); frame !== undefined; frame = frame.rest) {
        if (frame.storage === this) return frame.store as T;
      }
    }
    return this.#defaultValue;
  }

  /** Calls `fn` with `store` as the store, there and in all asynchronous work begun inside it. Returns what `fn` returns. */
  run<R, A extends any[]>(store: T, fn: (...args: A) => R, ...args: A): R {
    const before = currentFrame();
    this.#disabled = false;
    enterFrame(new Frame(this, store, without(before, this)));
    try {
      return Reflect.apply(fn, null, args);
    } finally {
      enterFrame(before);
    }
  }

  /** Calls `fn` outside of any store: inside it, `getStore()` is undefined. */
  exit<R, A extends any[]>(fn: (...args: A) => R, ...args: A): R {
    return this.run(undefined as T, fn, ...args);
  }

  /** Makes `store` the store for the rest of the current synchronous work and all that it begins. Prefer `run`. */
  enterWith(store: T): void {
    this.#disabled = false;
    enterFrame(new Frame(this, store, without(currentFrame(), this)));
  }

  /** Forgets the stores: `getStore()` gives the default value until `run` or `enterWith` is called again. */
  disable(): void {
    this.#disabled = true;
    const frame = currentFrame();
    if (frame !== undefined) enterFrame(without(frame, this));
  }
}
