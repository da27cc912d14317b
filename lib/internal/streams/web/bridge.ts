/** Between Node's streams and web streams: `fromWeb` and `toWeb` of Readable, Writable and Duplex. */
import { Buffer } from "../../../buffer";
import { Stream } from "../../deps/readable_stream";
import { ERR_INVALID_ARG_TYPE } from "../../errors";
import { validateObject } from "../../validators";
import { isReadableStream, ReadableStream } from "./readable_stream";
import { ByteLengthQueuingStrategy, CountQueuingStrategy, type QueuingStrategy } from "./shared";
import { isWritableStream, WritableStream } from "./writable_stream";

declare const process: any;
type Callback = (error?: unknown) => void;
export interface Pair {
  readable: ReadableStream;
  writable: WritableStream;
}

/** Calls back outside of the promise: what the callback throws is an uncaught exception and not a rejection. */
function settle(promise: Promise<unknown>, callback: Callback): void {
  promise.then(
    () => process.nextTick(callback),
    (error) => process.nextTick(callback, error),
  );
}

/** The methods of a Readable over a web stream. */
function readingFrom(stream: unknown, name: string): { read(this: any): void; close(error: unknown): Promise<void> } {
  if (!isReadableStream(stream)) throw new ERR_INVALID_ARG_TYPE(name, "ReadableStream", stream);
  const reader = stream.getReader();
  let ended = false;
  reader.closed.then(
    () => (ended = true),
    () => (ended = true),
  );
  return {
    read() {
      reader.read().then(
        ({ value, done }) => process.nextTick(() => this.push(done ? null : value)),
        (error) => process.nextTick(() => this.destroy(error)),
      );
    },
    close: (error) => (ended ? Promise.resolve() : reader.cancel(error ?? undefined)),
  };
}

/** The methods of a Writable over a web stream. */
function writingTo(stream: unknown, name: string): {
  write(chunk: any, encoding: string, callback: Callback): void;
  final(callback: Callback): void;
  close(error: unknown): Promise<void>;
} {
  if (!isWritableStream(stream)) throw new ERR_INVALID_ARG_TYPE(name, "WritableStream", stream);
  const writer = stream.getWriter();
  let ended = false;
  writer.closed.then(
    () => (ended = true),
    () => (ended = true),
  );
  return {
    write: (chunk, _encoding, callback) => settle(writer.ready.then(() => writer.write(chunk)), callback),
    final: (callback) => settle(writer.close(), callback),
    close: (error) => (ended ? Promise.resolve() : error != null ? writer.abort(error) : writer.close()),
  };
}

/** A Readable over a ReadableStream. Options: highWaterMark, encoding, objectMode, signal. */
export function readableFromWeb(stream: ReadableStream, options: object = {}): any {
  validateObject(options, "options");
  const { read, close } = readingFrom(stream, "readableStream");
  return new Stream.Readable({
    ...options,
    read,
    destroy(error: unknown, callback: Callback) {
      settle(close(error), (closing) => callback(closing ?? error));
    },
  });
}

/** A Writable over a WritableStream. Options: highWaterMark, decodeStrings, objectMode, signal. */
export function writableFromWeb(stream: WritableStream, options: object = {}): any {
  validateObject(options, "options");
  const { write, final, close } = writingTo(stream, "writableStream");
  return new Stream.Writable({
    ...options,
    write,
    final,
    destroy(error: unknown, callback: Callback) {
      settle(close(error), (closing) => callback(closing ?? error));
    },
  });
}

/** A Duplex over a pair of web streams. */
export function duplexFromWeb(pair: Pair, options: object = {}): any {
  validateObject(pair, "pair");
  validateObject(options, "options");
  const reading = readingFrom(pair.readable, "pair.readable");
  const writing = writingTo(pair.writable, "pair.writable");
  return new Stream.Duplex({
    ...options,
    read: reading.read,
    write: writing.write,
    final: writing.final,
    destroy(error: unknown, callback: Callback) {
      settle(Promise.all([reading.close(error), writing.close(error)]), (closing) => callback(closing ?? error));
    },
  });
}

function defaultStrategy(objectMode: boolean, highWaterMark: number): QueuingStrategy {
  return objectMode ? new CountQueuingStrategy({ highWaterMark }) : new ByteLengthQueuingStrategy({ highWaterMark });
}

/** A ReadableStream over a Readable. Chunks that are Buffers become Uint8Arrays. */
export function readableToWeb(readable: any, options: { strategy?: QueuingStrategy } = {}): ReadableStream {
  if (typeof readable?._readableState !== "object") {
    throw new ERR_INVALID_ARG_TYPE("streamReadable", "stream.Readable", readable);
  }
  validateObject(options, "options");
  if (Stream.isDestroyed(readable) || !Stream.isReadable(readable)) {
    return new ReadableStream({ start: (controller) => controller.close() });
  }
  const { readableObjectMode, readableHighWaterMark } = readable;
  let settled = false;
  return new ReadableStream(
    {
      start(controller) {
        readable.pause();
        Stream.finished(readable, { writable: false }, (error: any) => {
          if (settled) return;
          settled = true;
          if (error) controller.error(error);
          else controller.close();
        });
        readable.on("data", (chunk: any) => {
          if (settled) return;
          const bytes = Buffer.isBuffer(chunk) && !readableObjectMode;
          controller.enqueue(bytes ? new Uint8Array(chunk) : typeof chunk === "string" ? Buffer.from(chunk) : chunk);
          if (controller.desiredSize! <= 0) readable.pause();
        });
        readable.pause();
      },
      pull: () => void readable.resume(),
      cancel(reason: unknown) {
        settled = true;
        Stream.destroy(readable, reason);
      },
    },
    options.strategy ?? defaultStrategy(readableObjectMode, readableHighWaterMark),
  );
}

/** A WritableStream over a Writable. */
export function writableToWeb(writable: any): WritableStream {
  if (typeof writable?._writableState !== "object") {
    throw new ERR_INVALID_ARG_TYPE("streamWritable", "stream.Writable", writable);
  }
  let drained: (() => void) | undefined;
  let closing: { resolve(): void; reject(error: unknown): void } | undefined;
  writable.on("drain", () => drained?.());
  return new WritableStream(
    {
      start(controller) {
        Stream.finished(writable, { readable: false }, (error: any) => {
          if (closing !== undefined) {
            if (error) closing.reject(error);
            else closing.resolve();
          } else if (error) {
            controller.error(error);
          }
          drained?.();
        });
      },
      write(chunk: unknown) {
        if (writable.write(chunk)) return undefined;
        return new Promise<void>((resolve) => (drained = resolve));
      },
      close: () =>
        new Promise<void>((resolve, reject) => {
          closing = { resolve, reject };
          writable.end();
        }),
      abort: (reason: any) => void Stream.destroy(writable, reason),
    },
    // The Writable counts bytes itself; here is room for as many chunks.
    new CountQueuingStrategy({ highWaterMark: writable.writableHighWaterMark }),
  );
}

/** Both sides of a Duplex as web streams. */
export function duplexToWeb(duplex: any): Pair {
  return { readable: readableToWeb(duplex), writable: writableToWeb(duplex) };
}
