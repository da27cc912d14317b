/** The state of a ReadableStream and its controller (Streams Standard, sections 4.8 and 4.9). */
import { Deferred, ERR_INVALID_STATE, nothing, SizedQueue } from "./shared";

/** Who waits for a chunk. */
export interface ReadRequest {
  chunk(value: any): void;
  close(): void;
  error(reason: unknown): void;
}

/** The side of a reader that the stream knows. */
export class ReaderCore {
  closed = new Deferred();
  requests: ReadRequest[] = [];
  constructor(public stream: ReadableCore | undefined) {}

  /** Gives the stream back; who still waits gets an error. */
  release(): void {
    const { stream } = this;
    if (stream === undefined) return;
    const error = new ERR_INVALID_STATE("The reader was released");
    if (stream.state !== "readable") this.closed = new Deferred();
    this.closed.rejectQuietly(error);
    stream.reader = undefined;
    this.stream = undefined;
    const requests = this.requests;
    this.requests = [];
    for (const request of requests) request.error(error);
  }
}

export interface ReadableSource {
  pull(): Promise<unknown>;
  cancel(reason: unknown): Promise<unknown>;
}

export class ReadableCore {
  state: "readable" | "closed" | "errored" = "readable";
  storedError: unknown = undefined;
  reader: ReaderCore | undefined = undefined;
  disturbed = false;
  closeRequested = false;
  /** Settles with the stream, whoever reads it. */
  readonly settled = new Deferred();
  #source: ReadableSource | undefined;
  readonly #queue = new SizedQueue<any>();
  #started = false;
  #pulling = false;
  #pullAgain = false;

  constructor(
    source: ReadableSource,
    readonly highWaterMark: number,
    readonly size: (chunk: any) => number,
  ) {
    this.#source = source;
  }

  /** Called once the source has started. */
  begin(start: unknown): void {
    Promise.resolve(start).then(
      () => {
        this.#started = true;
        this.#pullIfNeeded();
      },
      (reason) => this.error(reason),
    );
  }

  get locked(): boolean {
    return this.reader !== undefined;
  }
  get desiredSize(): number | null {
    if (this.state === "errored") return null;
    return this.state === "closed" ? 0 : this.highWaterMark - this.#queue.total;
  }
  get canEnqueue(): boolean {
    return !this.closeRequested && this.state === "readable";
  }

  enqueue(chunk: any): void {
    if (!this.canEnqueue) throw new ERR_INVALID_STATE("Controller is already closed");
    const request = this.reader?.requests.shift();
    if (request !== undefined) {
      request.chunk(chunk);
    } else {
      try {
        this.#queue.push(chunk, this.size(chunk));
      } catch (error) {
        this.error(error);
        throw error;
      }
    }
    this.#pullIfNeeded();
  }

  /** Closes when all chunks are read. */
  close(): void {
    if (!this.canEnqueue) throw new ERR_INVALID_STATE("Controller is already closed");
    this.closeRequested = true;
    if (this.#queue.length === 0) this.#finish();
  }

  error(reason: unknown): void {
    if (this.state !== "readable") return;
    this.#queue.clear();
    this.#source = undefined;
    this.state = "errored";
    this.storedError = reason;
    this.settled.rejectQuietly(reason);
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.rejectQuietly(reason);
    for (const request of reader.requests.splice(0)) request.error(reason);
  }

  read(request: ReadRequest): void {
    this.disturbed = true;
    if (this.state === "closed") request.close();
    else if (this.state === "errored") request.error(this.storedError);
    else if (this.#queue.length > 0) {
      const chunk = this.#queue.shift();
      if (this.closeRequested && this.#queue.length === 0) this.#finish();
      else this.#pullIfNeeded();
      request.chunk(chunk);
    } else {
      this.reader!.requests.push(request);
      this.#pullIfNeeded();
    }
  }

  cancel(reason: unknown): Promise<void> {
    this.disturbed = true;
    if (this.state === "closed") return Promise.resolve();
    if (this.state === "errored") return Promise.reject(this.storedError);
    const source = this.#source!;
    this.#finish();
    this.#queue.clear();
    return source.cancel(reason).then(nothing);
  }

  #finish(): void {
    this.#source = undefined;
    this.state = "closed";
    this.settled.resolve();
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.resolve();
    for (const request of reader.requests.splice(0)) request.close();
  }

  /** Whether the source should be asked for more. */
  get wantsMore(): boolean {
    if (!this.canEnqueue || !this.#started) return false;
    return (this.reader !== undefined && this.reader.requests.length > 0) || this.desiredSize! > 0;
  }

  #pullIfNeeded(): void {
    if (!this.wantsMore) return;
    if (this.#pulling) {
      this.#pullAgain = true;
      return;
    }
    this.#pulling = true;
    this.#source!.pull().then(
      () => {
        this.#pulling = false;
        if (!this.#pullAgain) return;
        this.#pullAgain = false;
        this.#pullIfNeeded();
      },
      (reason) => this.error(reason),
    );
  }

  /** Locks the stream to a new reader. */
  acquire(): ReaderCore {
    if (this.locked) throw new ERR_INVALID_STATE("ReadableStream is locked");
    const reader = new ReaderCore(this);
    this.reader = reader;
    if (this.state === "closed") reader.closed.resolve();
    else if (this.state === "errored") reader.closed.rejectQuietly(this.storedError);
    reader.closed.promise.catch(nothing);
    return reader;
  }
}
