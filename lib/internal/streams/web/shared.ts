/** What web streams share: deferred promises, queues whose items have sizes, strategies (Streams Standard, section 7). */
import { coded, describe, ERR_INVALID_ARG_TYPE } from "../../errors";
import { validateFunction, validateObject } from "../../validators";

export const ERR_INVALID_STATE = coded(TypeError, "ERR_INVALID_STATE", (what: string) => `Invalid state: ${what}`);

/** Passed to constructors that programs may not call. */
export const kMake = Symbol("make");

export function nothing(): void {}

/** A promise with its two functions, which do nothing once it is settled. */
export class Deferred<T = void> {
  readonly promise: Promise<T>;
  pending = true;
  #resolve!: (value: T) => void;
  #reject!: (reason: unknown) => void;
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }
  resolve(value: T): void {
    this.pending = false;
    this.#resolve(value);
  }
  reject(reason: unknown): void {
    this.pending = false;
    this.#reject(reason);
  }
  /** Rejects, and nobody need look: it never becomes an unhandled rejection. */
  rejectQuietly(reason: unknown): void {
    this.promise.catch(nothing);
    this.reject(reason);
  }
}

/** Chunks with their sizes, first in first out. */
export class SizedQueue<T> {
  total = 0;
  #items: (T | undefined)[] = [];
  #sizes: number[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }
  push(item: T, size: number): void {
    if (typeof size !== "number" || Number.isNaN(size) || size < 0 || size === Infinity) {
      throw new ERR_INVALID_RANGE("size", Number(size));
    }
    this.#items.push(item);
    this.#sizes.push(size);
    this.total += size;
  }
  shift(): T {
    const item = this.#items[this.#head]!;
    this.total = Math.max(0, this.total - this.#sizes[this.#head]!);
    this.#items[this.#head++] = undefined;
    if (this.#head === this.#items.length) this.clear();
    else if (this.#head > 512 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#sizes = this.#sizes.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
  peek(): T {
    return this.#items[this.#head]!;
  }
  clear(): void {
    this.#items = [];
    this.#sizes = [];
    this.#head = 0;
    this.total = 0;
  }
}

/** A value that is none, where the standard asks for a RangeError. */
export const ERR_INVALID_RANGE = coded(
  RangeError,
  "ERR_INVALID_ARG_VALUE",
  (name: string, value: unknown) =>
    `The ${name.includes(".") ? "property" : "argument"} '${name}' is invalid. Received ${describe(value)}`,
);

export interface QueuingStrategy {
  highWaterMark?: number;
  size?: (chunk: any) => number;
}

/** The size function of a strategy; every chunk counts as one by default. */
export function sizeOf(strategy: QueuingStrategy): (chunk: any) => number {
  const { size } = strategy;
  if (size === undefined) return () => 1;
  validateFunction(size, "strategy.size");
  return (chunk) => size(chunk);
}
/** The high-water mark of a strategy. */
export function markOf(strategy: QueuingStrategy, fallback: number): number {
  if (strategy.highWaterMark === undefined) return fallback;
  const mark = Number(strategy.highWaterMark);
  if (Number.isNaN(mark) || mark < 0) throw new ERR_INVALID_RANGE("strategy.highWaterMark", mark);
  return mark;
}

/** A dictionary argument: undefined and null count as empty. */
export function dictionary(value: unknown, name: string): Record<string, any> {
  if (value === undefined || value === null) return {};
  validateObject(value, name, { array: true, func: true });
  return value;
}

/** A method of an underlying source, sink or transformer as a function that always returns a promise. */
export function method(owner: any, what: string, name: string, ...last: unknown[]): (...args: any[]) => Promise<any> {
  const fn = owner?.[name];
  if (fn === undefined) return () => Promise.resolve();
  validateFunction(fn, `${what}.${name}`);
  return (...args) => {
    try {
      return Promise.resolve(Reflect.apply(fn, owner, [...args, ...last]));
    } catch (error) {
      return Promise.reject(error);
    }
  };
}

/** What `type` of an underlying object may be: nothing at all, since byte streams do not exist here. */
export function refuseType(type: unknown, what: string): void {
  if (type === undefined) return;
  if (type === "bytes" && what === "source.type") throw new ERR_BYTE_STREAM();
  throw new ERR_INVALID_RANGE(what, type);
}
const ERR_BYTE_STREAM = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  'Readable byte streams are not implemented: leave out type: "bytes" and enqueue Uint8Array chunks',
);

const ERR_MISSING_OPTION = coded(TypeError, "ERR_MISSING_OPTION", (name: string) => `${name} is required`);

/** Checks `highWaterMark` of the constructors below. */
function strategyMark(init: unknown): number {
  if (init === null || typeof init !== "object") throw new ERR_INVALID_ARG_TYPE("init", "Object", init);
  const mark = (init as { highWaterMark?: unknown }).highWaterMark;
  if (mark === undefined) throw new ERR_MISSING_OPTION("init.highWaterMark");
  return Number(mark);
}
const countSize = { size: (): number => 1 }.size;
const byteSize = { size: (chunk: any): number => chunk.byteLength }.size;

/** Counts chunks. */
export class CountQueuingStrategy {
  readonly #mark: number;
  constructor(init: { highWaterMark: number }) {
    this.#mark = strategyMark(init);
  }
  get highWaterMark(): number {
    return this.#mark;
  }
  get size(): () => number {
    return countSize;
  }
}
/** Counts bytes. */
export class ByteLengthQueuingStrategy {
  readonly #mark: number;
  constructor(init: { highWaterMark: number }) {
    this.#mark = strategyMark(init);
  }
  get highWaterMark(): number {
    return this.#mark;
  }
  get size(): (chunk: any) => number {
    return byteSize;
  }
}
