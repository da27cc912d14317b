/** `stream.finished` with the caller's asynchronous context. */
import { active, captureContext, runInContext } from "../async/context";
import { Stream } from "../deps/readable_stream";
import { validateFunction } from "../validators";

const endOfStream = Stream.finished;

/**
 * Calls `callback` once the stream is no longer readable or writable, failed, or closed too early; in the asynchronous
 * context of this call. Returns a function that removes the listeners.
 */
export function finished(stream: any, options: any, callback?: any): () => void {
  if (typeof options === "function" && callback === undefined) {
    callback = options;
    options = undefined;
  }
  if (!active) return endOfStream(stream, options, callback);
  validateFunction(callback, "callback");
  const context = captureContext();
  return endOfStream(stream, options, function (this: unknown, ...args: any[]) {
    runInContext(context, callback, this, ...args);
  });
}
