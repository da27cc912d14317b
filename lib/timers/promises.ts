/** node:timers/promises */
import { AbortError, ERR_INVALID_THIS, ERR_ILLEGAL_CONSTRUCTOR } from "../internal/errors";
import { validateAbortSignal, validateBoolean, validateNumber, validateObject } from "../internal/validators";
import { Immediate, clearImmediate } from "../internal/timers/immediate";
import { Timeout, clearTimeout } from "../internal/timers/timeout";

export interface TimerOptions {
  /** When false the pending timer does not keep the process alive. */
  ref?: boolean;
  signal?: AbortSignal;
}

function check(options: TimerOptions): void {
  validateObject(options, "options");
  validateAbortSignal(options.signal, "options.signal");
  if (options.ref !== undefined) validateBoolean(options.ref, "options.ref");
}

/** Waits through `start(resolve)`; `cancel` undoes it when the signal aborts. */
function wait<T>(options: TimerOptions, start: (resolve: (value: T) => void) => { unref(): unknown }, cancel: (t: any) => void, value: T): Promise<T> {
  const { signal, ref = true } = options;
  if (signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      cancel(timer);
      reject(new AbortError(undefined, { cause: signal!.reason }));
    };
    const timer = start(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve(value);
    });
    if (!ref) timer.unref();
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** Resolves with `value` after `delay` milliseconds. */
export function setTimeout<T = void>(delay?: number, value?: T, options: TimerOptions = {}): Promise<T> {
  try {
    if (delay !== undefined) validateNumber(delay, "delay");
    check(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait(options, (done: (value: T) => void) => new Timeout(done, delay, undefined, false), clearTimeout, value as T);
}

/** Resolves with `value` in the next check phase. */
export function setImmediate<T = void>(value?: T, options: TimerOptions = {}): Promise<T> {
  try {
    check(options);
  } catch (error) {
    return Promise.reject(error);
  }
  return wait(options, (done: (value: T) => void) => new Immediate(done, undefined), clearImmediate, value as T);
}

/** Yields `value` every `delay` milliseconds; ticks that nobody has taken yet are kept. */
export async function* setInterval<T = void>(delay?: number, value?: T, options: TimerOptions = {}): AsyncGenerator<T> {
  if (delay !== undefined) validateNumber(delay, "delay");
  check(options);
  const { signal, ref = true } = options;
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let missed = 0;
  let wake: (() => void) | undefined;
  const timer = new Timeout(
    () => {
      missed++;
      wake?.();
    },
    delay,
    undefined,
    true,
  );
  if (!ref) timer.unref();
  const onAbort = (): void => {
    clearTimeout(timer);
    wake?.();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (missed === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
      }
      for (; missed > 0; missed--) yield value as T;
    }
    throw new AbortError(undefined, { cause: signal?.reason });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** The web's scheduler, as far as Node has it. */
class Scheduler {
  constructor(key?: symbol) {
    if (key !== kScheduler) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }
  wait(delay: number, options?: TimerOptions): Promise<void> {
    if (!(this instanceof Scheduler)) throw new ERR_INVALID_THIS("Scheduler");
    return setTimeout(delay, undefined, options);
  }
  yield(): Promise<void> {
    if (!(this instanceof Scheduler)) throw new ERR_INVALID_THIS("Scheduler");
    return setImmediate();
  }
}
const kScheduler = Symbol("scheduler");
export const scheduler = new Scheduler(kScheduler);

export default { setTimeout, setImmediate, setInterval, scheduler };
