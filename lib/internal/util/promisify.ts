/** `util.promisify` and `util.callbackify`: between functions with a callback and functions with a promise. */
import { coded } from "../errors";
import { validateFunction } from "../validators";
import { kPromisify } from "./symbols";
import { isPromise } from "./types";

/**
 * Names for the values that a callback gets after the error, set by modules on functions with more than one
 * (`child_process.exec`, `fs.read`): the promise then gives an object with these keys.
 */
export const kPromisifyArgs: unique symbol = Symbol("util.promisify.customArgs");

type AnyFunction = (...args: any[]) => any;

const keep = (fn: object, value: unknown): void => {
  Object.defineProperty(fn, kPromisify, { value, enumerable: false, writable: false, configurable: true });
};

function promisifyFunction(original: AnyFunction): AnyFunction {
  validateFunction(original, "original");
  const custom = (original as any)[kPromisify];
  if (custom) {
    validateFunction(custom, "util.promisify.custom");
    keep(custom, custom);
    return custom;
  }
  const names: readonly string[] | undefined = (original as any)[kPromisifyArgs];

  function fn(this: unknown, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const result: unknown = original.call(this, ...args, (error: unknown, ...values: unknown[]) => {
        if (error) return reject(error);
        if (names === undefined || values.length < 2) return resolve(values[0]);
        const named: Record<string, unknown> = {};
        for (let i = 0; i < names.length; i++) named[names[i]!] = values[i];
        resolve(named);
      });
      if (isPromise(result)) {
        process.emitWarning(
          "Calling promisify on a function that returns a Promise is likely a mistake.",
          "DeprecationWarning",
          "DEP0174",
        );
      }
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  keep(fn, fn);
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original)) as AnyFunction;
}
Object.defineProperty(promisifyFunction, "name", { value: "promisify", configurable: true });

/** A function that calls `original` with a callback in the last place and returns a promise for what it gets. */
export const promisify = Object.assign(promisifyFunction, { custom: kPromisify as symbol });

const ERR_FALSY_VALUE_REJECTION = coded(Error, "ERR_FALSY_VALUE_REJECTION", "Promise was rejected with falsy value");

/** A function that calls the async function `original` and passes its outcome to a callback in the last place. */
export function callbackify(original: AnyFunction): AnyFunction {
  validateFunction(original, "original");
  function callbackified(this: unknown, ...args: unknown[]): void {
    const last = args.pop();
    validateFunction(last, "last argument");
    const callback = (last as AnyFunction).bind(this);
    // In a tick of its own, so that what the callback throws is an uncaught exception and no rejection.
    original.apply(this, args).then(
      (value: unknown) => process.nextTick(callback, null, value),
      (reason: unknown) => {
        let error = reason;
        if (!reason) {
          error = new ERR_FALSY_VALUE_REJECTION();
          (error as any).reason = reason;
          (Error as any).captureStackTrace?.(error, callbackified);
        }
        process.nextTick(callback, error);
      },
    );
  }
  const descriptors = Object.getOwnPropertyDescriptors(original) as Record<string, PropertyDescriptor>;
  if (typeof descriptors["length"]?.value === "number") descriptors["length"].value++;
  if (typeof descriptors["name"]?.value === "string") descriptors["name"].value += "Callbackified";
  Object.defineProperties(callbackified, descriptors);
  return callbackified;
}
