/** `performance.timerify`: a function that is measured each time it is called. */
import { coded } from "../errors";
import { validateFunction, validateObject } from "../validators";
import { now } from "./clock";
import { kMake, PerformanceNodeEntry } from "./entry";
import { deliver, isObserved } from "./observer";

const ERR_NO_HISTOGRAM = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  "The histogram option of performance.timerify() is not implemented: observe the 'function' entries instead",
);

function finish(name: string, start: number, args: any[]): void {
  if (!isObserved("function")) return;
  const entry: any = new PerformanceNodeEntry(kMake, name, "function", start, now() - start, args);
  for (let i = 0; i < args.length; i++) entry[i] = args[i];
  deliver(entry);
}

/** Returns a function that does what `fn` does; each call makes a `function` entry. A promise is measured to its end. */
export function timerify<F extends (...args: any[]) => any>(fn: F, options: { histogram?: unknown } = {}): F {
  validateFunction(fn, "fn");
  validateObject(options, "options");
  if (options.histogram !== undefined) throw new ERR_NO_HISTOGRAM();

  function timerified(this: unknown, ...args: any[]): any {
    const start = now();
    if (new.target !== undefined) {
      const made = Reflect.construct(fn, args, fn);
      finish(fn.name, start, args);
      return made;
    }
    const result = Reflect.apply(fn, this, args);
    if (typeof result?.finally === "function") return result.finally(() => finish(fn.name, start, args));
    finish(fn.name, start, args);
    return result;
  }
  Object.defineProperties(timerified, {
    length: { value: fn.length, configurable: true, enumerable: true },
    name: { value: `timerified ${fn.name}`, configurable: true, enumerable: true },
  });
  return timerified as unknown as F;
}
