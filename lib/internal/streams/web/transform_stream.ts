/** TransformStream (Streams Standard, section 6). */
import { ERR_ILLEGAL_CONSTRUCTOR } from "../../errors";
import { inspectAs, kInspect } from "../../event_target/inspect";
import { ReadableCore } from "./readable_core";
import { ReadableStream } from "./readable_stream";
import { Deferred, dictionary, ERR_INVALID_RANGE, ERR_INVALID_STATE, kMake, markOf, method, sizeOf } from "./shared";
import type { QueuingStrategy } from "./shared";
import { WritableCore } from "./writable_core";
import { WritableStream } from "./writable_stream";

export interface Transformer {
  start?(controller: TransformStreamDefaultController): any;
  transform?(chunk: any, controller: TransformStreamDefaultController): any;
  flush?(controller: TransformStreamDefaultController): any;
  cancel?(reason: any): any;
}

class TransformCore {
  readonly readable: ReadableCore;
  readonly writable: WritableCore;
  transform: (chunk: any) => Promise<unknown> = async (chunk) => this.enqueue(chunk);
  flush: () => Promise<unknown> = async () => {};
  cancel: (reason: unknown) => Promise<unknown> = async () => {};
  /** True while the readable side wants nothing: writes wait. */
  #blocked = true;
  #change = new Deferred();

  constructor(writableStrategy: QueuingStrategy, readableStrategy: QueuingStrategy) {
    const readableMark = markOf(readableStrategy, 0);
    const readableSize = sizeOf(readableStrategy);
    const writableMark = markOf(writableStrategy, 1);
    const writableSize = sizeOf(writableStrategy);
    const sink = {
      write: (chunk: any) => this.#write(chunk),
      close: () => this.#close(),
      abort: (reason: unknown) => this.#abort(reason),
      signalAbort: () => {},
    };
    const source = {
      pull: () => {
        this.#setBlocked(false);
        return this.#change.promise;
      },
      cancel: (reason: unknown) => this.#cancel(reason),
    };
    this.writable = new WritableCore(sink, writableMark, writableSize);
    this.readable = new ReadableCore(source, readableMark, readableSize);
  }

  #setBlocked(blocked: boolean): void {
    this.#change.resolve();
    this.#change = new Deferred();
    this.#blocked = blocked;
  }
  #unblock(): void {
    if (this.#blocked) this.#setBlocked(false);
  }

  // Promise by promise as in the standard: an async function would settle later than programs expect.
  #write(chunk: any): Promise<unknown> {
    if (!this.#blocked) return this.#perform(chunk);
    return this.#change.promise.then(() => {
      if (this.writable.state === "erroring") throw this.writable.storedError;
      return this.#perform(chunk);
    });
  }
  #perform(chunk: any): Promise<unknown> {
    return this.transform(chunk).then(undefined, (error) => {
      this.error(error);
      throw error;
    });
  }
  async #close(): Promise<void> {
    try {
      await this.flush();
    } catch (error) {
      this.readable.error(error);
      throw error;
    }
    if (this.readable.state === "errored") throw this.readable.storedError;
    if (this.readable.canEnqueue) this.readable.close();
  }
  async #abort(reason: unknown): Promise<void> {
    try {
      await this.cancel(reason);
    } catch (error) {
      this.readable.error(error);
      throw error;
    }
    if (this.readable.state === "errored") throw this.readable.storedError;
    this.readable.error(reason);
  }
  async #cancel(reason: unknown): Promise<void> {
    try {
      await this.cancel(reason);
    } catch (error) {
      this.writable.errorIfNeeded(error);
      this.#unblock();
      throw error;
    }
    if (this.writable.state === "errored") throw this.writable.storedError;
    this.writable.errorIfNeeded(reason);
    this.#unblock();
  }

  enqueue(chunk: any): void {
    if (!this.readable.canEnqueue) throw new ERR_INVALID_STATE("The readable side is closed or failed");
    try {
      this.readable.enqueue(chunk);
    } catch (error) {
      this.#failWritable(error);
      throw this.readable.storedError;
    }
    const blocked = !this.readable.wantsMore;
    if (blocked && !this.#blocked) this.#setBlocked(true);
  }
  error(reason: unknown): void {
    this.readable.error(reason);
    this.#failWritable(reason);
  }
  terminate(): void {
    if (this.readable.canEnqueue) this.readable.close();
    this.#failWritable(new ERR_INVALID_STATE("TransformStream was terminated"));
  }
  #failWritable(reason: unknown): void {
    this.writable.errorIfNeeded(reason);
    this.#unblock();
  }
}

/** What a transformer puts its results into. */
export class TransformStreamDefaultController {
  readonly #core: TransformCore;
  constructor(key?: symbol, core?: TransformCore) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core!;
  }
  /** How much the readable side would still take. */
  get desiredSize(): number | null {
    return this.#core.readable.desiredSize;
  }
  enqueue(chunk?: any): void {
    this.#core.enqueue(chunk);
  }
  /** Both sides fail. */
  error(reason?: unknown): void {
    this.#core.error(reason);
  }
  /** The readable side closes, the writable one fails. */
  terminate(): void {
    this.#core.terminate();
  }
}

/** A writable side, a readable side, and a function between them. */
export class TransformStream {
  readonly #readable: ReadableStream;
  readonly #writable: WritableStream;

  constructor(transformer: Transformer | null = {}, writable: QueuingStrategy = {}, readable: QueuingStrategy = {}) {
    const methods = dictionary(transformer, "transformer");
    for (const type of ["readableType", "writableType"]) {
      if (methods[type] !== undefined) throw new ERR_INVALID_RANGE(`transformer.${type}`, methods[type]);
    }
    const core = new TransformCore(dictionary(writable, "writableStrategy"), dictionary(readable, "readableStrategy"));
    const controller = new TransformStreamDefaultController(kMake, core);
    if (methods.transform !== undefined) core.transform = method(methods, "transformer", "transform", controller);
    core.flush = method(methods, "transformer", "flush", controller);
    core.cancel = method(methods, "transformer", "cancel");
    const started = new Deferred<unknown>();
    core.writable.begin(started.promise);
    core.readable.begin(started.promise);
    this.#readable = new ReadableStream(core.readable);
    this.#writable = new WritableStream(core.writable);
    started.resolve(methods.start === undefined ? undefined : methods.start(controller));
  }
  get readable(): ReadableStream {
    return this.#readable;
  }
  get writable(): WritableStream {
    return this.#writable;
  }
  [kInspect](depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const { readable, writable } = this;
    return inspectAs(this, { readable, writable }, depth, options, inspect);
  }
}
