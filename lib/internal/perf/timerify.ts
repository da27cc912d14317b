/** `performance.timerify`: a function that is measured each time it is called. */
import { loadInternal } from "../builtins";
import { validateFunction, validateObject } from "../validators";
import { now } from "./clock";
import { kMake, PerformanceNodeEntry } from "./entry";
import type { RecordableHistogram } from "./histogram";
import { deliver, isObserved } from "./observer";

function finish(name: string, start: number, args: any[], histogram: RecordableHistogram | undefined): void {
  const duration = now() - start;
  if (histogram !== undefined) histogram.record(Math.max(1, Math.ceil(duration * 1e6)));
  if (!isObserved("function")) return;
  const entry: any = new PerformanceNodeEntry(kMake, name, "function", start, duration, args);
  for (let i = 0; i < args.length; i++) entry[i] = args[i];
  deliver(entry);
}

/**
 * Returns a function that does what `fn` does; each call makes a `function` entry, and records its nanoseconds in the
 * `histogram`, if one is given. A promise is measured to its end.
 */
export function timerify<F extends (...args: any[]) => any>(fn: F, options: { histogram?: RecordableHistogram } = {}): F {
  validateFunction(fn, "fn");
  validateObject(options, "options");
  const { histogram } = options;
  if (histogram !== undefined) {
    loadInternal("internal/perf/histogram")["validateRecordable"](histogram, "options.histogram");
  }

  function timerified(this: unknown, ...args: any[]): any {
    const start = now();
    if (new.target !== undefined) {
      const made = Reflect.construct(fn, args, fn);
      finish(fn.name, start, args, histogram);
      return made;
    }
    const result = Reflect.apply(fn, this, args);
    if (typeof result?.finally === "function") return result.finally(() => finish(fn.name, start, args, histogram));
    finish(fn.name, start, args, histogram);
    return result;
  }
  Object.defineProperties(timerified, {
    length: { value: fn.length, configurable: true, enumerable: true },
    name: { value: `timerified ${fn.name}`, configurable: true, enumerable: true },
  });
  return timerified as unknown as F;
}
