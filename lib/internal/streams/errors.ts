/** The errors of streams, in the shape in which readable-stream asks for its own. */
import * as errors from "../errors";
import { coded } from "../errors";

const ERR_INVALID_ARG_TYPE = function (name: string, expected: string | string[], actual: unknown) {
  // Any view is a chunk, not only Uint8Array: the message says so.
  const types = name === "chunk" ? ["string", "Buffer", "TypedArray", "DataView"] : expected;
  return new errors.ERR_INVALID_ARG_TYPE(name, types, actual);
};

// These two are called without `new`.
const MultipleCallback = coded(Error, "ERR_MULTIPLE_CALLBACK", "Callback called multiple times");
const ERR_MULTIPLE_CALLBACK = function () {
  return new MultipleCallback();
};
const ERR_ILLEGAL_CONSTRUCTOR = function () {
  return new errors.ERR_ILLEGAL_CONSTRUCTOR();
};

export const ERR_STREAM_DESTROYED = coded(
  Error,
  "ERR_STREAM_DESTROYED",
  (method: string) => `Cannot call ${method} after a stream was destroyed`,
);
export const ERR_STREAM_PREMATURE_CLOSE = coded(Error, "ERR_STREAM_PREMATURE_CLOSE", "Premature close");
export const ERR_STREAM_WRITE_AFTER_END = coded(Error, "ERR_STREAM_WRITE_AFTER_END", "write after end");

const codes = {
  ERR_INVALID_ARG_TYPE,
  ERR_INVALID_ARG_VALUE: errors.ERR_INVALID_ARG_VALUE,
  ERR_INVALID_RETURN_VALUE: errors.ERR_INVALID_RETURN_VALUE,
  ERR_ILLEGAL_CONSTRUCTOR,
  ERR_METHOD_NOT_IMPLEMENTED: errors.ERR_METHOD_NOT_IMPLEMENTED,
  ERR_MISSING_ARGS: errors.ERR_MISSING_ARGS,
  ERR_MULTIPLE_CALLBACK,
  ERR_OUT_OF_RANGE: errors.ERR_OUT_OF_RANGE,
  ERR_STREAM_ALREADY_FINISHED: coded(
    Error,
    "ERR_STREAM_ALREADY_FINISHED",
    (method: string) => `Cannot call ${method} after a stream was finished`,
  ),
  ERR_STREAM_CANNOT_PIPE: coded(Error, "ERR_STREAM_CANNOT_PIPE", "Cannot pipe, not readable"),
  ERR_STREAM_DESTROYED,
  ERR_STREAM_NULL_VALUES: coded(TypeError, "ERR_STREAM_NULL_VALUES", "May not write null values to stream"),
  ERR_STREAM_PREMATURE_CLOSE,
  ERR_STREAM_PUSH_AFTER_EOF: coded(Error, "ERR_STREAM_PUSH_AFTER_EOF", "stream.push() after EOF"),
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: coded(
    Error,
    "ERR_STREAM_UNSHIFT_AFTER_END_EVENT",
    "stream.unshift() after end event",
  ),
  ERR_STREAM_WRITE_AFTER_END,
  ERR_UNKNOWN_ENCODING: coded(
    TypeError,
    "ERR_UNKNOWN_ENCODING",
    (encoding: unknown) => `Unknown encoding: ${String(encoding)}`,
  ),
};

/** Two errors as one: the second with the first in its `errors`. */
function aggregateTwoErrors(inner: any, outer: any): any {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const both: any = new AggregateError([outer, inner], outer.message);
  both.code = outer.code;
  return both;
}

export default {
  AbortError: errors.AbortError,
  aggregateTwoErrors,
  codes,
  hideStackFrames: <F>(fn: F): F => fn,
};
