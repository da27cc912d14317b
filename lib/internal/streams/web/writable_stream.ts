/** WritableStream, its writer and its controller (Streams Standard, section 5). */
import { ERR_ILLEGAL_CONSTRUCTOR, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS } from "../../errors";
import { AbortController, type AbortSignal } from "../../event_target/abort_signal";
import { inspectAs, kInspect } from "../../event_target/inspect";
import { defineProbes } from "./probes";
import { dictionary, ERR_INVALID_STATE, kMake, markOf, method, type QueuingStrategy, refuseType, sizeOf } from "./shared";
import { WritableCore, type WriterCore } from "./writable_core";

export interface UnderlyingSink {
  start?(controller: WritableStreamDefaultController): any;
  write?(chunk: any, controller: WritableStreamDefaultController): any;
  close?(): any;
  abort?(reason: any): any;
  type?: undefined;
}
type Inspect = (value: unknown, options: object) => string;

let coreOf: (stream: WritableStream) => WritableCore;
let isStream: (value: any) => boolean;

/** What a sink says of itself. */
export class WritableStreamDefaultController {
  readonly #core: WritableCore;
  readonly #abort: AbortController;
  constructor(key?: symbol, core?: WritableCore, abort?: AbortController) {
    if (key !== kMake) throw new ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core!;
    this.#abort = abort!;
  }
  /** Aborted when the stream is. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }
  /** The stream fails. */
  error(reason?: unknown): void {
    this.#core.errorIfNeeded(reason);
  }
}

function detached(): Error {
  return new ERR_INVALID_STATE("The writer is not attached to a stream");
}

/** Writes chunk by chunk; the stream is locked to it. */
export class WritableStreamDefaultWriter {
  readonly #core: WriterCore;
  constructor(stream: WritableStream) {
    if (!isWritableStream(stream)) throw new ERR_INVALID_ARG_TYPE("stream", "WritableStream", stream);
    this.#core = coreOf(stream).acquire();
  }
  /** Settles when the stream closes or fails, or the writer is released. */
  get closed(): Promise<void> {
    return this.#core.closed.promise;
  }
  /** Resolved while the stream would take more. */
  get ready(): Promise<void> {
    return this.#core.ready.promise;
  }
  get desiredSize(): number | null {
    if (this.#core.stream === undefined) throw detached();
    return this.#core.stream.desiredSize;
  }
  write(chunk?: any): Promise<void> {
    return this.#core.stream?.write(chunk) ?? Promise.reject(detached());
  }
  close(): Promise<void> {
    return this.#core.stream?.close() ?? Promise.reject(detached());
  }
  abort(reason?: unknown): Promise<void> {
    return this.#core.stream?.abort(reason) ?? Promise.reject(detached());
  }
  /** Gives the stream back; what was written goes on. */
  releaseLock(): void {
    this.#core.release();
  }
}

export class WritableStream {
  #core: WritableCore;

  static {
    coreOf = (stream) => {
      if (!isWritableStream(stream)) throw new ERR_INVALID_THIS("WritableStream");
      return stream.#core;
    };
    isStream = (value) => #core in value;
  }

  constructor(sink: UnderlyingSink | WritableCore = {}, strategy: QueuingStrategy = {}) {
    if (sink instanceof WritableCore) {
      this.#core = sink;
      return;
    }
    if (sink === null) throw new ERR_INVALID_ARG_TYPE("sink", "Object", sink);
    const underlying = dictionary(sink, "sink");
    const options = dictionary(strategy, "strategy");
    refuseType(underlying.type, "sink.type");
    const size = sizeOf(options);
    const abort = new AbortController();
    let write: (chunk: any) => Promise<any>;
    this.#core = new WritableCore(
      {
        write: (chunk) => write(chunk),
        close: method(underlying, "sink", "close"),
        abort: method(underlying, "sink", "abort"),
        signalAbort: (reason) => abort.abort(reason),
      },
      markOf(options, 1),
      size,
    );
    const controller = new WritableStreamDefaultController(kMake, this.#core, abort);
    write = method(underlying, "sink", "write", controller);
    this.#core.begin(underlying.start === undefined ? undefined : underlying.start(controller));
  }

  /** Whether a writer has it. */
  get locked(): boolean {
    return coreOf(this).locked;
  }
  /** The stream fails; what was written and not yet taken by the sink is lost. */
  abort(reason?: unknown): Promise<void> {
    const core = coreOf(this);
    if (core.locked) return Promise.reject(new ERR_INVALID_STATE("WritableStream is locked"));
    return core.abort(reason);
  }
  /** Closes when everything is written. */
  close(): Promise<void> {
    const core = coreOf(this);
    if (core.locked) return Promise.reject(new ERR_INVALID_STATE("WritableStream is locked"));
    return core.close();
  }
  getWriter(): WritableStreamDefaultWriter {
    return new WritableStreamDefaultWriter(this);
  }
  [kInspect](depth: number, options: object, inspect: Inspect): string {
    const { locked, state } = coreOf(this);
    return inspectAs(this, { locked, state }, depth, options, inspect);
  }
}

defineProbes(WritableStream.prototype, "writable", coreOf);

/** Whether a value is a WritableStream of this realm. */
export function isWritableStream(value: unknown): value is WritableStream {
  return typeof value === "object" && value !== null && isStream(value);
}
export { coreOf as writableCoreOf };
