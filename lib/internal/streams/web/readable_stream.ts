/** ReadableStream, its reader and its controller (Streams Standard, section 4). Byte streams are not part of it. */
import * as errors from "../../errors";
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS } from "../../errors";
import { inspectAs, kInspect } from "../../event_target/inspect";
import { pipe, type PipeOptions } from "./pipe";
import { defineProbes } from "./probes";
import { ReadableCore, type ReaderCore } from "./readable_core";
import { dictionary, ERR_INVALID_STATE, kMake, markOf, method, type QueuingStrategy, refuseType, sizeOf } from "./shared";
import { tee } from "./tee";
import { isWritableStream, writableCoreOf } from "./writable_stream";

export interface UnderlyingSource {
  start?(controller: ReadableStreamDefaultController): any;
  pull?(controller: ReadableStreamDefaultController): any;
  cancel?(reason: any): any;
  type?: undefined;
}
const ERR_ARG_NOT_ITERABLE = errors.coded(
  TypeError,
  "ERR_ARG_NOT_ITERABLE",
  (value: unknown) => `${errors.describe(value)} must be iterable`,
);
type Inspect = (value: unknown, options: object) => string;

let coreOf: (stream: ReadableStream) => ReadableCore;
let isStream: (value: any) => boolean;

/** What a source puts chunks into. */
export class ReadableStreamDefaultController {
  readonly #core: ReadableCore;
  constructor(key?: symbol, core?: ReadableCore) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core!;
  }
  /** How much the stream would still take; negative when it is over-full, null when it failed. */
  get desiredSize(): number | null {
    return this.#core.desiredSize;
  }
  enqueue(chunk?: any): void {
    this.#core.enqueue(chunk);
  }
  /** The stream closes when its chunks are read. */
  close(): void {
    this.#core.close();
  }
  /** The stream fails at once; chunks in it are lost. */
  error(reason?: unknown): void {
    this.#core.error(reason);
  }
}

/** Reads chunk by chunk; the stream is locked to it. */
export class ReadableStreamDefaultReader {
  readonly #core: ReaderCore;
  constructor(stream: ReadableStream) {
    if (!isReadableStream(stream)) throw new ERR_INVALID_ARG_TYPE("stream", "ReadableStream", stream);
    this.#core = coreOf(stream).acquire();
  }
  /** Settles when the stream closes or fails, or the reader is released. */
  get closed(): Promise<void> {
    return this.#core.closed.promise;
  }
  /** The next chunk. */
  read(): Promise<{ value: any; done: boolean }> {
    const { stream } = this.#core;
    if (stream === undefined) return Promise.reject(new ERR_INVALID_STATE("The reader is not attached to a stream"));
    return new Promise((resolve, reject) => {
      stream.read({
        chunk: (value) => resolve({ value, done: false }),
        close: () => resolve({ value: undefined, done: true }),
        error: reject,
      });
    });
  }
  /** Tells the source that nobody wants more. */
  cancel(reason?: unknown): Promise<void> {
    const { stream } = this.#core;
    if (stream === undefined) return Promise.reject(new ERR_INVALID_STATE("The reader is not attached to a stream"));
    return stream.cancel(reason);
  }
  /** Gives the stream back; reads that wait fail. */
  releaseLock(): void {
    this.#core.release();
  }
}

export class ReadableStream {
  #core: ReadableCore;

  static {
    coreOf = (stream) => {
      if (!isReadableStream(stream)) throw new ERR_INVALID_THIS("ReadableStream");
      return stream.#core;
    };
    isStream = (value) => #core in value;
  }

  constructor(source: UnderlyingSource | ReadableCore = {}, strategy: QueuingStrategy = {}) {
    if (source instanceof ReadableCore) {
      this.#core = source;
      return;
    }
    if (source === null) throw new ERR_INVALID_ARG_TYPE("source", "Object", source);
    const underlying = dictionary(source, "source");
    const options = dictionary(strategy, "strategy");
    refuseType(underlying.type, "source.type");
    const size = sizeOf(options);
    let pull: () => Promise<any>;
    const cancel = method(underlying, "source", "cancel");
    this.#core = new ReadableCore({ pull: () => pull(), cancel }, markOf(options, 1), size);
    const controller = new ReadableStreamDefaultController(kMake, this.#core);
    pull = method(underlying, "source", "pull", controller);
    this.#core.begin(underlying.start === undefined ? undefined : underlying.start(controller));
  }

  /** A stream of what an iterable or asynchronous iterable gives. */
  static from(iterable: any): ReadableStream {
    const asynchronous = iterable?.[Symbol.asyncIterator];
    const iterator = asynchronous ? asynchronous.call(iterable) : iterable?.[Symbol.iterator]?.();
    if (iterator === undefined) throw new ERR_ARG_NOT_ITERABLE(iterable);
    return new ReadableStream(
      {
        async pull(controller) {
          const { value, done } = await iterator.next();
          if (done) controller.close();
          else controller.enqueue(asynchronous ? value : await value);
        },
        async cancel(reason: any) {
          await iterator.return?.(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }

  /** Whether a reader has it. */
  get locked(): boolean {
    return coreOf(this).locked;
  }
  /** Tells the source that nobody wants more. */
  cancel(reason?: unknown): Promise<void> {
    const core = coreOf(this);
    if (core.locked) return Promise.reject(new ERR_INVALID_STATE("ReadableStream is locked"));
    return core.cancel(reason);
  }
  getReader(options?: { mode?: string }): ReadableStreamDefaultReader {
    const { mode } = dictionary(options, "options");
    if (mode === "byob") throw new ERR_INVALID_ARG_VALUE("options.mode", mode, "is for byte streams only");
    if (mode !== undefined) throw new ERR_INVALID_ARG_VALUE("options.mode", mode);
    return new ReadableStreamDefaultReader(this);
  }
  /** Two streams with the same chunks. */
  tee(): [ReadableStream, ReadableStream] {
    return tee(coreOf(this)).map((core) => new ReadableStream(core)) as [ReadableStream, ReadableStream];
  }
  /** Writes everything to `destination`; settles when that is done or has failed. */
  pipeTo(destination: any, options?: PipeOptions): Promise<void> {
    try {
      const core = coreOf(this);
      if (!isWritableStream(destination)) throw new ERR_INVALID_ARG_TYPE("destination", "WritableStream", destination);
      return pipe(core, writableCoreOf(destination), dictionary(options, "options") as PipeOptions);
    } catch (error) {
      return Promise.reject(error);
    }
  }
  /** Pipes into the writable side of a pair and returns the readable one. */
  pipeThrough<T>(pair: { readable: T; writable: any }, options?: PipeOptions): T {
    if (!isReadableStream(pair?.readable)) {
      throw new ERR_INVALID_ARG_TYPE("transform.readable", "ReadableStream", pair?.readable);
    }
    if (!isWritableStream(pair.writable)) {
      throw new ERR_INVALID_ARG_TYPE("transform.writable", "WritableStream", pair.writable);
    }
    pipe(coreOf(this), writableCoreOf(pair.writable), dictionary(options, "options") as PipeOptions).catch(() => {});
    return pair.readable;
  }

  /** Iterates over the chunks; leaving the loop cancels the stream unless `preventCancel`. */
  values(options?: { preventCancel?: boolean }): AsyncIterableIterator<any> {
    const preventCancel = !!dictionary(options, "options").preventCancel;
    return iterate(new ReadableStreamDefaultReader(this), preventCancel);
  }
  [Symbol.asyncIterator](options?: { preventCancel?: boolean }): AsyncIterableIterator<any> {
    return this.values(options);
  }
  [kInspect](depth: number, options: object, inspect: Inspect): string {
    const { locked, state } = coreOf(this);
    return inspectAs(this, { locked, state, supportsBYOB: false }, depth, options, inspect);
  }
}
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, { value: ReadableStream.prototype.values });

function iterate(reader: ReadableStreamDefaultReader, preventCancel: boolean): AsyncIterableIterator<any> {
  let last: Promise<any> = Promise.resolve();
  let finished = false;
  const chain = (step: () => Promise<any>): Promise<any> => (last = last.then(step, step));
  return Object.setPrototypeOf(
    {
      next: () =>
        chain(async () => {
          if (finished) return { value: undefined, done: true };
          try {
            const result = await reader.read();
            if (!result.done) return result;
          } catch (error) {
            finished = true;
            reader.releaseLock();
            throw error;
          }
          finished = true;
          reader.releaseLock();
          return { value: undefined, done: true };
        }),
      return: (value: unknown) =>
        chain(async () => {
          if (finished) return { value, done: true };
          finished = true;
          const cancelled = preventCancel ? undefined : reader.cancel(value);
          reader.releaseLock();
          await cancelled;
          return { value, done: true };
        }),
    },
    Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype),
  );
}

defineProbes(ReadableStream.prototype, "readable", coreOf);

/** Whether a value is a ReadableStream of this realm. */
export function isReadableStream(value: unknown): value is ReadableStream {
  return typeof value === "object" && value !== null && isStream(value);
}
export { coreOf as readableCoreOf };
