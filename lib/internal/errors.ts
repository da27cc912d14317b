/**
 * Error classes with a `code`, spelled as Node documents them.
 *
 * `coded(base, code, message)` makes a class whose instances carry `code` and whose stack starts with
 * `TypeError [ERR_X]: message`, while `name` stays `TypeError`, as in Node.
 */

type ErrorConstructorLike = new (message?: string, options?: ErrorOptions) => Error;
export interface CodedError extends Error {
  code: string;
}

/** On the prototypes of classes made here: the header of their stack shows the code (see `internal/stack_trace`). */
export const kCoded: unique symbol = Symbol("coded error");

/** Gives the function that constructs the errors what a class that extends `base` has. */
function becomeClass(Coded: Function, base: ErrorConstructorLike, code: string): true {
  Object.setPrototypeOf(Coded, base);
  Object.setPrototypeOf(Coded.prototype, base.prototype);
  Object.defineProperty(Coded, "name", { value: base.name });
  Object.defineProperty(Coded, "prototype", { writable: false });
  Object.defineProperty(Coded.prototype, kCoded, { value: true });
  Object.defineProperty(Coded.prototype, "toString", {
    value: function toString(this: Error): string {
      return `${this.name} [${code}]: ${this.message}`;
    },
    writable: true,
    configurable: true,
  });
  return true;
}

/** Makes an error class. `message` builds the text from the constructor's arguments. */
export function coded<A extends unknown[]>(
  base: ErrorConstructorLike,
  code: string,
  message: string | ((...args: A) => string),
): new (...args: A) => CodedError {
  // What a class consists of is made with the first error: a program meets few of them.
  let ready = false;
  function Coded(...args: A): CodedError {
    ready ||= becomeClass(Coded, base, code);
    const text = typeof message === "string" ? message : message(...args);
    const error = Reflect.construct(base, [text], new.target as unknown as Function) as CodedError;
    error.code = code;
    return error;
  }
  return Coded as unknown as new (...args: A) => CodedError;
}

/** `"a", "b" or "c"` */
export function listOf(words: readonly string[], joiner = "or"): string {
  if (words.length <= 1) return words.join("");
  if (words.length === 2) return `${words[0]} ${joiner} ${words[1]}`;
  return `${words.slice(0, -1).join(", ")}, ${joiner} ${words[words.length - 1]}`;
}

const kPrimitives = new Set([
  "string", "function", "number", "object", "Function", "Object", "boolean", "bigint", "symbol",
]);

// util.inspect, once it is loaded; errors must not depend on it.
let inspect: ((value: unknown, options?: object) => string) | undefined;
/** Called by `util` when inspect exists, so that messages can show values as Node does. */
export function setInspect(fn: (value: unknown, options?: object) => string): void {
  inspect = fn;
}
/** One value in short, for a message; the levels below `depth` are left out. */
export function describe(value: unknown, depth = 0): string {
  if (inspect) return inspect(value, { depth, colors: false });
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "bigint") return `${value}n`;
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** The type of a wrong value, with the value where it is short: `type number (5)`, `an instance of Foo`. */
export function specificType(value: any): string {
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "function":
      return `function ${value.name}`;
    case "object": {
      if (value === null) return "null";
      const constructor = value.constructor;
      if (constructor && "name" in Object(constructor)) return `an instance of ${constructor.name}`;
      return describe(value, -1);
    }
    case "string": {
      const text = value.length > 28 ? `${value.slice(0, 25)}...` : value;
      return `type string (${text.includes("'") ? JSON.stringify(text) : `'${text}'`})`;
    }
    case "number":
      return `type number (${Object.is(value, -0) ? "-0" : value})`;
    case "bigint":
      return `type bigint (${value}n)`;
    default:
      return `type ${typeof value} (${String(value)})`;
  }
}
/** How a wrong argument is named at the end of a message, with a space in front: ` Received type number (5)`. */
export const received = (value: unknown): string => ` Received ${specificType(value)}`;

function expectedText(expected: string | readonly string[]): string {
  const all = Array.isArray(expected) ? (expected as string[]) : [expected as string];
  const types: string[] = [];
  const instances: string[] = [];
  const other: string[] = [];
  for (const word of all) {
    if (kPrimitives.has(word)) types.push(word.toLowerCase());
    else if (/^[A-Z][A-Za-z0-9]*$/.test(word)) instances.push(word);
    else other.push(word);
  }
  if (instances.length > 0 && types.includes("object")) {
    types.splice(types.indexOf("object"), 1);
    instances.push("Object");
  }
  const parts: string[] = [];
  if (types.length > 0) parts.push(types.length > 1 ? `one of type ${listOf(types)}` : `of type ${types[0]}`);
  if (instances.length > 0) parts.push(`an instance of ${listOf(instances)}`);
  if (other.length > 0) {
    parts.push(other.length > 1 ? `one of ${listOf(other)}` : other[0]!.toLowerCase() !== other[0] ? `an ${other[0]}` : other[0]!);
  }
  return parts.join(" or ");
}

const argument = (name: string): string =>
  name.endsWith(" argument") ? `The ${name}` : `The "${name}" ${name.includes(".") ? "property" : "argument"}`;

export const ERR_INVALID_ARG_TYPE = coded(
  TypeError,
  "ERR_INVALID_ARG_TYPE",
  (name: string, expected: string | readonly string[], actual: unknown) =>
    `${argument(name)} must be ${expectedText(expected)}.${received(actual)}`,
);
export const ERR_INVALID_ARG_VALUE = coded(
  TypeError,
  "ERR_INVALID_ARG_VALUE",
  (name: string, value: unknown, reason = "is invalid") => {
    let text = describe(value, 2);
    if (text.length > 128) text = `${text.slice(0, 128)}...`;
    return `The ${name.includes(".") ? "property" : "argument"} '${name}' ${reason}. Received ${text}`;
  },
);
/** Groups of three digits, as Node shows large numbers: `4_294_967_296`. */
function grouped(value: unknown): string {
  const whole = typeof value === "bigint" || Number.isInteger(value);
  if (!whole) return describe(value, 2);
  const large = typeof value === "bigint" ? value > 2n ** 32n || value < -(2n ** 32n) : Math.abs(value as number) > 2 ** 32;
  const digits = large ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "_") : describe(value).replace(/n$/, "");
  return typeof value === "bigint" ? `${digits}n` : digits;
}
export const ERR_OUT_OF_RANGE = coded(
  RangeError,
  "ERR_OUT_OF_RANGE",
  (name: string, range: string, value: unknown) =>
    `The value of "${name}" is out of range. It must be ${range}. Received ${grouped(value)}`,
);
export const ERR_METHOD_NOT_IMPLEMENTED = coded(
  Error,
  "ERR_METHOD_NOT_IMPLEMENTED",
  (name: string) => `The ${name} method is not implemented`,
);
export const ERR_MISSING_ARGS = coded(TypeError, "ERR_MISSING_ARGS", (...names: (string | string[])[]) => {
  const quoted = names.map((n) => (Array.isArray(n) ? n.map((x) => `"${x}"`).join(" or ") : `"${n}"`));
  return `The ${listOf(quoted, "and")} argument${names.length > 1 ? "s" : ""} must be specified`;
});
export const ERR_INVALID_THIS = coded(
  TypeError,
  "ERR_INVALID_THIS",
  (type: string) => `Value of "this" must be of type ${type}`,
);
export const ERR_INVALID_RETURN_VALUE = coded(
  TypeError,
  "ERR_INVALID_RETURN_VALUE",
  (expected: string, name: string, value: unknown) =>
    `Expected ${expected} to be returned from the "${name}" function but got ${specificType(value)}.`,
);
export const ERR_ILLEGAL_CONSTRUCTOR = coded(TypeError, "ERR_ILLEGAL_CONSTRUCTOR", "Illegal constructor");

export const ERR_INCOMPATIBLE_OPTION_PAIR = coded(
  TypeError,
  "ERR_INCOMPATIBLE_OPTION_PAIR",
  (one: string, other: string) => `Option "${one}" cannot be used in combination with option "${other}"`,
);
export const ERR_INVALID_STATE = coded(Error, "ERR_INVALID_STATE", (reason: string) => `Invalid state: ${reason}`);
export const ERR_UNKNOWN_ENCODING = coded(
  TypeError,
  "ERR_UNKNOWN_ENCODING",
  (encoding: unknown) => `Unknown encoding: ${typeof encoding === "string" ? encoding : describe(encoding)}`,
);
export const ERR_UNKNOWN_SIGNAL = coded(TypeError, "ERR_UNKNOWN_SIGNAL", (signal: unknown) => `Unknown signal: ${String(signal)}`);
export const ERR_FEATURE_UNAVAILABLE_ON_PLATFORM = coded(
  TypeError,
  "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM",
  (feature: string) =>
    `The feature ${feature} is unavailable on the current platform, which is being used to run Rondo`,
);
export const ERR_BUFFER_OUT_OF_BOUNDS = coded(RangeError, "ERR_BUFFER_OUT_OF_BOUNDS", (name?: string) =>
  name ? `"${name}" is outside of buffer bounds` : "Attempt to access memory outside buffer bounds",
);
export const ERR_SERVER_ALREADY_LISTEN = coded(
  Error,
  "ERR_SERVER_ALREADY_LISTEN",
  "Listen method has been called more than once without closing.",
);
export const ERR_SERVER_NOT_RUNNING = coded(Error, "ERR_SERVER_NOT_RUNNING", "Server is not running.");
export const ERR_SOCKET_CLOSED = coded(Error, "ERR_SOCKET_CLOSED", "Socket is closed");
export const ERR_INVALID_FD = coded(
  RangeError,
  "ERR_INVALID_FD",
  (fd: unknown) => `"fd" must be a positive integer: ${String(fd)}`,
);
export const ERR_INVALID_IP_ADDRESS = coded(
  TypeError,
  "ERR_INVALID_IP_ADDRESS",
  (address: unknown) => `Invalid IP address: ${String(address)}`,
);
export const ERR_ARG_NOT_ITERABLE = coded(TypeError, "ERR_ARG_NOT_ITERABLE", (what: string) => `${what} must be iterable`);

/** Node's AbortError: a plain Error named AbortError with code ABORT_ERR. */
export class AbortError extends Error {
  code = "ABORT_ERR";
  constructor(message = "The operation was aborted", options?: ErrorOptions) {
    super(message, options);
    this.name = "AbortError";
  }
}
