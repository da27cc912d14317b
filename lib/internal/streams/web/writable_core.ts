/** The state of a WritableStream, its writer and its controller (Streams Standard, sections 5.4 to 5.7). */
import { Deferred, ERR_INVALID_STATE, nothing, SizedQueue } from "./shared";

export interface WritableSink {
  write(chunk: any): Promise<unknown>;
  close(): Promise<unknown>;
  abort(reason: unknown): Promise<unknown>;
  /** Called when the stream is about to fail, with the reason. */
  signalAbort(reason: unknown): void;
}

/** The side of a writer that the stream knows. */
export class WriterCore {
  closed = new Deferred();
  ready = new Deferred();
  constructor(public stream: WritableCore | undefined) {}

  failReady(reason: unknown): void {
    if (!this.ready.pending) this.ready = new Deferred();
    this.ready.rejectQuietly(reason);
  }
  failClosed(reason: unknown): void {
    if (!this.closed.pending) this.closed = new Deferred();
    this.closed.rejectQuietly(reason);
  }
  /** Gives the stream back. */
  release(): void {
    if (this.stream === undefined) return;
    const error = new ERR_INVALID_STATE("The writer was released");
    this.failReady(error);
    this.failClosed(error);
    this.stream.writer = undefined;
    this.stream = undefined;
  }
}

const kClose = Symbol("close");
interface Abort {
  done: Deferred;
  reason: unknown;
  wasErroring: boolean;
}

export class WritableCore {
  state: "writable" | "erroring" | "errored" | "closed" = "writable";
  storedError: unknown = undefined;
  writer: WriterCore | undefined = undefined;
  backpressure: boolean;
  /** Settles with the stream, whoever writes it. */
  readonly settled = new Deferred();
  #sink: WritableSink | undefined;
  readonly #queue = new SizedQueue<any>();
  #writes: Deferred[] = [];
  #inFlightWrite: Deferred | undefined = undefined;
  #inFlightClose: Deferred | undefined = undefined;
  #closeRequest: Deferred | undefined = undefined;
  #abort: Abort | undefined = undefined;
  #started = false;

  constructor(
    sink: WritableSink,
    readonly highWaterMark: number,
    readonly size: (chunk: any) => number,
  ) {
    this.#sink = sink;
    this.backpressure = this.#desired() <= 0;
  }

  /** Called once the sink has started. */
  begin(start: unknown): void {
    Promise.resolve(start).then(
      () => {
        this.#started = true;
        this.#advance();
      },
      (reason) => {
        this.#started = true;
        this.deal(reason);
      },
    );
  }

  get locked(): boolean {
    return this.writer !== undefined;
  }
  get closing(): boolean {
    return this.#closeRequest !== undefined || this.#inFlightClose !== undefined;
  }
  /** For the writer: null when it failed, 0 when closed. */
  get desiredSize(): number | null {
    if (this.state === "errored" || this.state === "erroring") return null;
    return this.state === "closed" ? 0 : this.#desired();
  }
  #desired(): number {
    return this.highWaterMark - this.#queue.total;
  }

  acquire(): WriterCore {
    if (this.locked) throw new ERR_INVALID_STATE("WritableStream is locked");
    const writer = new WriterCore(this);
    this.writer = writer;
    writer.closed.promise.catch(nothing);
    if (this.state === "writable") {
      if (this.closing || !this.backpressure) writer.ready.resolve();
    } else if (this.state === "erroring") {
      writer.ready.rejectQuietly(this.storedError);
    } else if (this.state === "closed") {
      writer.ready.resolve();
      writer.closed.resolve();
    } else {
      writer.ready.rejectQuietly(this.storedError);
      writer.closed.rejectQuietly(this.storedError);
    }
    return writer;
  }

  write(chunk: any): Promise<void> {
    let size = 1;
    try {
      size = this.size(chunk);
    } catch (error) {
      this.errorIfNeeded(error);
    }
    if (this.state === "errored") return Promise.reject(this.storedError);
    if (this.closing || this.state === "closed") {
      return Promise.reject(new ERR_INVALID_STATE("The stream is closing or closed"));
    }
    if (this.state === "erroring") return Promise.reject(this.storedError);
    const done = new Deferred();
    this.#writes.push(done);
    try {
      this.#queue.push(chunk, size);
    } catch (error) {
      this.errorIfNeeded(error);
      return done.promise;
    }
    if (!this.closing && this.state === "writable") this.#updateBackpressure();
    this.#advance();
    return done.promise;
  }

  close(): Promise<void> {
    if (this.state === "closed" || this.state === "errored") {
      return Promise.reject(new ERR_INVALID_STATE(`The stream is ${this.state}`));
    }
    if (this.closing) return Promise.reject(new ERR_INVALID_STATE("The stream is closing already"));
    const request = new Deferred();
    this.#closeRequest = request;
    if (this.writer !== undefined && this.backpressure && this.state === "writable") this.writer.ready.resolve();
    this.#queue.push(kClose, 0);
    this.#advance();
    return request.promise;
  }

  abort(reason: unknown): Promise<void> {
    if (this.state === "closed" || this.state === "errored") return Promise.resolve();
    this.#sink?.signalAbort(reason);
    if ((this.state as string) === "closed" || (this.state as string) === "errored") return Promise.resolve();
    if (this.#abort !== undefined) return this.#abort.done.promise;
    const wasErroring = this.state === "erroring";
    this.#abort = { done: new Deferred(), reason: wasErroring ? undefined : reason, wasErroring };
    const { promise } = this.#abort.done;
    if (!wasErroring) this.#startErroring(reason);
    return promise;
  }

  /** The controller's `error`. */
  errorIfNeeded(reason: unknown): void {
    if (this.state === "writable") this.#startErroring(reason);
  }

  /** Something failed: begin to fail, or finish failing. */
  deal(reason: unknown): void {
    if (this.state === "writable") this.#startErroring(reason);
    else if (this.state === "erroring") this.#finishErroring();
  }

  #startErroring(reason: unknown): void {
    this.state = "erroring";
    this.storedError = reason;
    this.writer?.failReady(reason);
    if (this.#inFlightWrite === undefined && this.#inFlightClose === undefined && this.#started) this.#finishErroring();
  }

  #finishErroring(): void {
    this.state = "errored";
    this.#queue.clear();
    const reason = this.storedError;
    for (const write of this.#writes.splice(0)) write.reject(reason);
    const sink = this.#sink;
    this.#sink = undefined;
    const abort = this.#abort;
    this.#abort = undefined;
    if (abort === undefined || abort.wasErroring) {
      abort?.done.reject(reason);
      this.#rejectClose();
      return;
    }
    (sink?.abort(abort.reason) ?? Promise.resolve()).then(
      () => {
        abort.done.resolve();
        this.#rejectClose();
      },
      (error) => {
        abort.done.reject(error);
        this.#rejectClose();
      },
    );
  }

  #rejectClose(): void {
    this.#closeRequest?.reject(this.storedError);
    this.#closeRequest = undefined;
    this.settled.rejectQuietly(this.storedError);
    this.writer?.failClosed(this.storedError);
  }

  #updateBackpressure(): void {
    const backpressure = this.#desired() <= 0;
    if (this.writer !== undefined && backpressure !== this.backpressure) {
      if (backpressure) this.writer.ready = new Deferred();
      else this.writer.ready.resolve();
    }
    this.backpressure = backpressure;
  }

  #advance(): void {
    if (!this.#started || this.#inFlightWrite !== undefined || this.#inFlightClose !== undefined) return;
    if (this.state === "erroring") {
      this.#finishErroring();
      return;
    }
    if (this.state !== "writable" || this.#queue.length === 0) return;
    if (this.#queue.peek() === kClose) this.#processClose();
    else this.#processWrite(this.#queue.peek());
  }

  #processWrite(chunk: any): void {
    const done = this.#writes.shift()!;
    this.#inFlightWrite = done;
    this.#sink!.write(chunk).then(
      () => {
        this.#inFlightWrite = undefined;
        done.resolve();
        if (this.#queue.length > 0) this.#queue.shift();
        if (!this.closing && this.state === "writable") this.#updateBackpressure();
        this.#advance();
      },
      (reason) => {
        if (this.state === "writable") this.#sink = undefined;
        this.#inFlightWrite = undefined;
        done.reject(reason);
        this.deal(reason);
      },
    );
  }

  #processClose(): void {
    const request = this.#closeRequest!;
    this.#closeRequest = undefined;
    this.#inFlightClose = request;
    this.#queue.shift();
    const sink = this.#sink!;
    this.#sink = undefined;
    sink.close().then(
      () => {
        this.#inFlightClose = undefined;
        request.resolve();
        if (this.state === "erroring") {
          this.storedError = undefined;
          this.#abort?.done.resolve();
          this.#abort = undefined;
        }
        this.state = "closed";
        this.settled.resolve();
        this.writer?.closed.resolve();
      },
      (reason) => {
        this.#inFlightClose = undefined;
        request.reject(reason);
        this.#abort?.done.reject(reason);
        this.#abort = undefined;
        this.deal(reason);
      },
    );
  }
}
