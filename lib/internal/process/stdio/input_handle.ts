/** Streams on a libuv handle that is read from. */
import { Readable } from "../../../stream";

type Callback = (error?: Error | null) => void;
type OnRead = (error: Error | null, bytes?: Uint8Array) => void;

/**
 * A pipe, socket or terminal, which libuv reads by itself when there is something. Reading stops while the stream is paused,
 * so that it does not keep the process alive.
 */
export class HandleInput extends (Readable as new (options: object) => any) {
  readonly fd: number;
  readonly _handle: any;
  #reading = false;
  #paused = false;
  /** The stream has asked for data and has not got any since. */
  #wanted = false;

  constructor(fd: number, Reader: new (fd: number, onRead: OnRead) => any) {
    super({ highWaterMark: 64 * 1024 });
    this.fd = fd;
    this._handle = new Reader(fd, (error, bytes) => this.#onRead(error, bytes));
    // A `resume` before the `pause` may still begin to read in its tick.
    this.on("pause", () => {
      this.#paused = true;
      process.nextTick(() => this.#stopWhenPaused());
    });
    this.on("resume", () => {
      this.#paused = false;
      if (this.#wanted) this.#start();
    });
  }

  #stopWhenPaused(): void {
    if (this.#reading && this.#paused) this.#stop();
  }
  #start(): void {
    if (this.#reading) return;
    this.#reading = true;
    this._handle.readStart();
  }
  #stop(): void {
    this.#reading = false;
    this._handle.readStop();
  }
  #onRead(error: Error | null, bytes?: Uint8Array): void {
    this.#wanted = false;
    if (error !== null) {
      this.destroy(error);
    } else if (bytes === undefined) {
      this.#stop();
      this.push(null);
    } else if (!this.push(bytes)) {
      this.#stop();
    }
  }
  _read(): void {
    this.#wanted = true;
    if (!this.#paused || this.listenerCount("readable") > 0) this.#start();
  }
  _destroy(error: Error | null, callback: Callback): void {
    this.#reading = false;
    this._handle.close(() => callback(error));
  }
  /** Reading keeps the process alive (the default) or does not. */
  ref(): this {
    this._handle.ref();
    return this;
  }
  unref(): this {
    this._handle.unref();
    return this;
  }
}
