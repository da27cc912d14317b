/** The helpers that readable-stream asks for. */
import { inspect } from "../util/inspect";
import { AbortController, AbortSignal } from "../event_target/abort_signal";
import { addAbortListener } from "../events/abort_listener";

function once(callback: Function): (this: unknown, ...args: any[]) => void {
  let called = false;
  return function (...args) {
    if (called) return;
    called = true;
    Reflect.apply(callback, this, args);
  };
}

function createDeferredPromise(): object {
  let resolve: unknown;
  let reject: unknown;
  const promise = new Promise((ok, fail) => {
    resolve = ok;
    reject = fail;
  });
  return { promise, resolve, reject };
}

export default {
  kEmptyObject: Object.freeze({ __proto__: null }),
  once,
  createDeferredPromise,
  promisify: { custom: Symbol.for("nodejs.util.promisify.custom") },
  debuglog: () => () => {},
  inspect,
  deprecate: <F>(fn: F): F => fn,
  addAbortListener,
  AbortController,
  // Always a signal of its own, which a stream's operators may hand out.
  AbortSignalAny: (signals: AbortSignal[]) => AbortSignal.any(signals),
};
