/** `util.deprecate`: a function that warns at its first call. */
import { validateString } from "../validators";

/** The codes that were warned of: one warning a code, however many functions share it. */
const warned = new Set<string>();

export interface DeprecateOptions {
  /** Lets the wrapper share the function's prototype; true by default. */
  modifyPrototype?: boolean;
}

/** `fn` with a deprecation warning at its first call. */
export function deprecate<F extends (...args: any[]) => any>(
  fn: F,
  message: string,
  code?: string,
  { modifyPrototype = true }: DeprecateOptions = {},
): F {
  if (code !== undefined) validateString(code, "code");
  let told = false;

  function deprecated(this: unknown, ...args: unknown[]): unknown {
    if (!told && process.noDeprecation !== true) {
      told = true;
      if (code === undefined) process.emitWarning(message, "DeprecationWarning", deprecated);
      else if (!warned.has(code)) {
        warned.add(code);
        process.emitWarning(message, "DeprecationWarning", code, deprecated);
      }
    }
    return new.target ? Reflect.construct(fn, args, new.target) : fn.apply(this, args);
  }
  if (modifyPrototype) {
    Object.setPrototypeOf(deprecated, fn);
    // A class's instances stay what they are.
    if (fn.prototype) deprecated.prototype = fn.prototype;
  }
  Object.defineProperty(deprecated, "length", { ...Object.getOwnPropertyDescriptor(fn, "length") });
  return deprecated as unknown as F;
}
