/** `events.on`: events as an asynchronous iterator. */
import { AbortError, ERR_INVALID_ARG_TYPE } from "../errors";
import { validateAbortSignal, validateInteger, validateObject } from "../validators";
import { addAbortListener } from "./abort_listener";
import { isEmitter } from "./once";
import type { EventName, EventsOnOptions } from "./types";

type Result = IteratorResult<any[], undefined>;
interface Waiting {
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** A queue that drops from the front in constant time. */
class Fifo<T> {
  #items: (T | undefined)[] = [];
  #head = 0;
  get size(): number {
    return this.#items.length - this.#head;
  }
  push(item: T): void {
    this.#items.push(item);
  }
  shift(): T | undefined {
    if (this.#head === this.#items.length) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}

const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

/**
 * Iterates over the `name` events of an EventEmitter (arrays of arguments) or an EventTarget (arrays of one Event).
 * Events that nobody waits for are kept; with `highWaterMark` the emitter is paused while too many are. `'error'` and an
 * aborted signal end the iteration with an error, the events named by `close` without one.
 */
export function on(emitter: any, name: EventName, options: EventsOnOptions = {}): AsyncIterableIterator<any[]> {
  validateObject(options, "options");
  const { signal, close } = options;
  validateAbortSignal(signal, "options.signal");
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  // Deprecated spellings that Node's documentation still names.
  const high = (options as any).highWatermark ?? options.highWaterMark ?? Number.MAX_SAFE_INTEGER;
  const low = (options as any).lowWatermark ?? options.lowWaterMark ?? 1;
  validateInteger(high, "options.highWaterMark", 1);
  validateInteger(low, "options.lowWaterMark", 1);

  const events = new Fifo<any[]>();
  const waiting = new Fifo<Waiting>();
  let error: { value: unknown } | undefined;
  let paused = false;
  let finished = false;
  const cleanups: (() => void)[] = [];

  const listen = (event: EventName, listener: (...args: any[]) => void): void => {
    if (isEmitter(emitter)) {
      emitter.on(event, listener);
      cleanups.push(() => emitter.removeListener(event, listener));
    } else if (typeof emitter?.addEventListener === "function") {
      emitter.addEventListener(event, listener);
      cleanups.push(() => emitter.removeEventListener(event, listener));
    } else {
      throw new ERR_INVALID_ARG_TYPE("emitter", "EventEmitter", emitter);
    }
  };
  const onEvent = (...args: any[]): void => {
    const next = waiting.shift();
    if (next !== undefined) {
      next.resolve({ value: args, done: false });
      return;
    }
    events.push(args);
    if (!paused && events.size > high) {
      paused = true;
      emitter.pause?.();
    }
  };
  const onError = (value: unknown): void => {
    const next = waiting.shift();
    if (next !== undefined) next.reject(value);
    else error = { value };
    void iterator.return!();
  };

  const iterator: AsyncIterableIterator<any[]> = Object.setPrototypeOf(
    {
      next(): Promise<Result> {
        if (events.size > 0) {
          const value = events.shift()!;
          if (paused && events.size < low) {
            paused = false;
            emitter.resume?.();
          }
          return Promise.resolve({ value, done: false });
        }
        if (error !== undefined) {
          const { value } = error;
          error = undefined;
          return Promise.reject(value);
        }
        if (finished) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
      },
      return(): Promise<Result> {
        for (const cleanup of cleanups.splice(0)) cleanup();
        finished = true;
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          next.resolve({ value: undefined, done: true });
        }
        return Promise.resolve({ value: undefined, done: true });
      },
      throw(value: unknown): Promise<Result> {
        if (!(value instanceof Error)) {
          throw new ERR_INVALID_ARG_TYPE("EventEmitter.AsyncIterator", "Error", value);
        }
        onError(value);
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    },
    AsyncIteratorPrototype,
  );

  listen(name, onEvent);
  if (name !== "error" && isEmitter(emitter)) listen("error", onError);
  for (const event of close ?? []) listen(event, () => void iterator.return!());
  if (signal !== undefined) {
    const listener = addAbortListener(signal, () => onError(new AbortError(undefined, { cause: signal.reason })));
    cleanups.push(() => listener[Symbol.dispose]());
  }
  return iterator;
}
