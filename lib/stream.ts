/** `node:stream`. The module is the old Stream class; what belongs to it hangs on it. */
import { promises, Stream } from "./internal/deps/readable_stream";
import { AbortError } from "./internal/errors";
import { duplexPair } from "./internal/streams/duplex_pair";
import { finished } from "./internal/streams/finished";
import { defineWebMethods } from "./internal/streams/web_methods";

/** How much a byte stream buffers by default: as in Node since version 22. */
const kHighWaterMark = 64 * 1024;
Stream.setDefaultHighWaterMark(false, kHighWaterMark);

// Chunks may be of any view.
Stream._isArrayBufferView = (value: unknown): boolean => ArrayBuffer.isView(value);
Stream._isUint8Array = Stream._isArrayBufferView;

// Programs see these names in what `util.inspect` prints; a bundler may have changed them.
for (const name of ["Stream", "Readable", "Writable", "Duplex", "Transform", "PassThrough"]) {
  Object.defineProperty(Stream[name], "name", { value: name, configurable: true });
}

Stream.duplexPair = duplexPair;
const kCustomPromisify = Symbol.for("nodejs.util.promisify.custom");
Object.defineProperty(finished, kCustomPromisify, { enumerable: true, get: () => promises.finished });
Stream.finished = finished;
defineWebMethods(Stream);

// A Duplex inherits the one of Readable.
Stream.Writable.prototype[Symbol.asyncDispose] = function (): Promise<null> {
  let error: Error | null = null;
  if (!this.destroyed) {
    if (!this.writableFinished) error = new AbortError();
    this.destroy(error);
  }
  return new Promise((resolve, reject) => {
    finished(this, (reason: unknown) => (reason && reason !== error ? reject(reason) : resolve(null)));
  });
};

export const {
  Readable,
  Writable,
  Duplex,
  Transform,
  PassThrough,
  pipeline,
  addAbortSignal,
  compose,
  destroy,
  getDefaultHighWaterMark,
  setDefaultHighWaterMark,
  isReadable,
  isWritable,
  isErrored,
  isDisturbed,
  isDestroyed,
} = Stream;
export { duplexPair, finished, promises, Stream };
export default Stream;
