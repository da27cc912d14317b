/** `util.format`: printf-style text. */
import { validateObject } from "../../validators";
import { Kind, kindOf, proxyDetails } from "./kinds";
import { isBuiltinName } from "./names";
import type { InspectOptions } from "./options";
import { bigintText, numberText } from "./text";
import { inspect } from "./inspect";

/** Whether `String(value)` would say nothing but what its built-in class says. */
function hasBuiltinToString(value: object): boolean {
  let target: object = value;
  while (kindOf(target) === Kind.proxy) {
    const inner = proxyDetails(target)[0];
    if (inner === null) return true;
    target = inner;
  }
  if (typeof (target as any)[Symbol.toPrimitive] === "function" && kindOf(target) !== Kind.date) return false;
  if (typeof target.toString !== "function") return true;
  if (Object.hasOwn(target, "toString")) return false;
  let owner: object = target;
  do {
    owner = Object.getPrototypeOf(owner) as object;
  } while (!Object.hasOwn(owner, "toString"));
  const constructor = Object.getOwnPropertyDescriptor(owner, "constructor")?.value;
  return typeof constructor === "function" && isBuiltinName(constructor.name);
}

let circularMessage: string | undefined;
/** JSON, or `[Circular]` for what leads back to itself. */
function json(value: unknown): string {
  try {
    return `${JSON.stringify(value)}`;
  } catch (error) {
    if (circularMessage === undefined) {
      try {
        const circle: { self?: object } = {};
        circle.self = circle;
        JSON.stringify(circle);
      } catch (circular) {
        circularMessage = (circular as Error).message.split("\n", 1)[0]!;
      }
    }
    const { name, message } = error as Error;
    if (name === "TypeError" && message.split("\n", 1)[0] === circularMessage) return "[Circular]";
    throw error;
  }
}

function stringOf(value: unknown, options: InspectOptions): string {
  if (typeof value === "number") return numberText(value, options.numericSeparator ?? false);
  if (typeof value === "bigint") return bigintText(value, options.numericSeparator ?? false);
  if (typeof value !== "object" || value === null || !hasBuiltinToString(value)) return String(value);
  return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
}

function numberOf(value: unknown, convert: (value: any) => number, options: InspectOptions): string {
  const separator = options.numericSeparator ?? false;
  if (typeof value === "bigint") return bigintText(value, separator);
  if (typeof value === "symbol") return "NaN";
  return numberText(convert(value), separator);
}

/** What the directive `letter` makes of `value`; undefined when there is no such directive. */
function directive(letter: number, value: unknown, options: InspectOptions): string | undefined {
  switch (letter) {
    case 115: // s
      return stringOf(value, options);
    case 106: // j
      return json(value);
    case 100: // d
      if (typeof value === "object") return numberOf(Number(value), Number, options);
      return numberOf(value, Number, options);
    case 79: // O
      return inspect(value, options);
    case 111: // o
      return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 105: // i
      return typeof value === "object"
        ? numberOf(Number.parseInt(value as any, 10), Number, options)
        : numberOf(value, (v) => Number.parseInt(v, 10), options);
    case 102: // f
      if (typeof value === "symbol") return "NaN";
      return numberText(Number.parseFloat(value as any), options.numericSeparator ?? false);
    case 99: // c
      return "";
    default:
      return undefined;
  }
}

/** `format` after its options: `args[0]` may hold directives, what they leave over is appended. */
export function formatArgs(options: InspectOptions, args: readonly unknown[]): string {
  const first = args[0];
  if (args.length === 1) return typeof first === "string" ? first : inspect(first, options);
  let used = 0;
  let text = "";
  let joint = "";
  if (typeof first === "string") {
    let from = 0;
    let at = first.indexOf("%");
    while (at !== -1 && at < first.length - 1) {
      const letter = first.charCodeAt(at + 1);
      let shown: string | undefined;
      if (letter === 37) shown = "%";
      else if (used + 1 < args.length) {
        shown = directive(letter, args[used + 1], options);
        if (shown !== undefined) used++;
      }
      if (shown !== undefined) {
        text += first.slice(from, at) + shown;
        from = at + 2;
      }
      // A "%" that begins no directive may be followed by one that does.
      at = first.indexOf("%", shown === undefined ? at + 1 : from);
    }
    text += from === 0 ? first : first.slice(from);
    used++;
    joint = " ";
  }
  for (; used < args.length; used++) {
    const value = args[used];
    text += joint + (typeof value === "string" ? value : inspect(value, options));
    joint = " ";
  }
  return text;
}

const kNoOptions: InspectOptions = {};
/** Formats like C's printf: `%s %d %i %f %j %o %O %c %%`; further values are appended with spaces between. */
export function format(...args: unknown[]): string {
  return args.length === 0 ? "" : formatArgs(kNoOptions, args);
}
/** `format` with options for the values that are inspected. */
export function formatWithOptions(options: InspectOptions, ...args: unknown[]): string {
  validateObject(options, "inspectOptions", { array: true });
  return args.length === 0 ? "" : formatArgs(options, args);
}
