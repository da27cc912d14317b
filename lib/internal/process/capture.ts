/** One function that takes every uncaught exception: `process.setUncaughtExceptionCaptureCallback`. */
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { onStart } from "../startup";
import { define } from "./object";

const ERR_ALREADY_SET = coded(
  Error,
  "ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET",
  "`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active",
);

type Capture = (error: unknown) => void;
let capture: Capture | null = null;
onStart(() => {
  capture = null;
});

/** The function, for internal/uncaught. */
export function captureCallback(): Capture | null {
  return capture;
}

define({
  setUncaughtExceptionCaptureCallback(fn: Capture | null): void {
    if (fn === null) {
      capture = null;
      return;
    }
    if (typeof fn !== "function") throw new ERR_INVALID_ARG_TYPE("fn", ["Function", "null"], fn);
    if (capture !== null) throw new ERR_ALREADY_SET();
    capture = fn;
  },
  hasUncaughtExceptionCaptureCallback: () => capture !== null,
});
