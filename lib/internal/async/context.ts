/**
 * The asynchronous context: one value that follows a chain of callbacks and promises.
 *
 * V8 carries it through promises and microtasks by itself (continuation-preserved embedder data); lib/ and the loop carry
 * it through callbacks: take it with `captureContext()` when a callback is handed over, give it back with `runInContext`
 * when the callback runs. As long as no AsyncLocalStorage was ever entered, both cost one test of a boolean.
 */
import binding from "binding:async_context";
import type { AsyncLocalStorage } from "./local_storage";

// V8's own: optimised code reads and writes the slot in place.
const { getContinuationPreservedEmbedderData: getContext, setContinuationPreservedEmbedderData: setContext } =
  binding.accessors() as {
    getContinuationPreservedEmbedderData(): unknown;
    setContinuationPreservedEmbedderData(context: unknown): void;
  };

/** True from the first `run` or `enterWith` of any AsyncLocalStorage on. While false, every context is `undefined`. */
export let active = false;

/** One store. A context is a chain of these, at most one a storage, and is never changed once made. */
export class Frame {
  constructor(
    readonly storage: AsyncLocalStorage<any>,
    readonly store: unknown,
    readonly rest: Frame | undefined,
  ) {}
}

/** The current context; hand it to `runInContext` later. */
export function captureContext(): unknown {
  return active ? getContext() : undefined;
}

/** Calls `fn` with `thisArg` and the arguments in a context that `captureContext` returned; restores the present one. */
export function runInContext(context: unknown, fn: Function, thisArg: unknown, ...args: any[]): any {
  if (!active) return Reflect.apply(fn, thisArg, args);
  const before = getContext();
  if (before === context) return Reflect.apply(fn, thisArg, args);
  setContext(context);
  try {
    return Reflect.apply(fn, thisArg, args);
  } finally {
    setContext(before);
  }
}

/**
 * Makes a context current and returns the one it replaces, which the caller must give back (`swapContext(before)`). For
 * callers that run many callbacks in a row, such as a batch of timers.
 */
export function swapContext(context: unknown): unknown {
  if (!active) return undefined;
  const before = getContext();
  if (before !== context) setContext(context);
  return before;
}

/** The chain that is current, for AsyncLocalStorage alone. */
export function currentFrame(): Frame | undefined {
  return active ? (getContext() as Frame | undefined) : undefined;
}

/** Makes a chain current, and from now on contexts are carried. For AsyncLocalStorage alone. */
export function enterFrame(frame: Frame | undefined): void {
  active = true;
  setContext(frame);
}

/** `frame` without the entry of one storage; shares all it can. */
export function without(frame: Frame | undefined, storage: AsyncLocalStorage<any>): Frame | undefined {
  if (frame === undefined || !includes(frame, storage)) return frame;
  if (frame.storage === storage) return frame.rest;
  return new Frame(frame.storage, frame.store, without(frame.rest, storage));
}

function includes(frame: Frame, storage: AsyncLocalStorage<any>): boolean {
  for (let f: Frame | undefined = frame; f !== undefined; f = f.rest) {
    if (f.storage === storage) return true;
  }
  return false;
}
