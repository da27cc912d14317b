/** The Console class: every method writes a line or more to one of two streams. */
import { coded, ERR_INCOMPATIBLE_OPTION_PAIR, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { inspect, type InspectOptions } from "../util/inspect";
import { validateInteger, validateObject } from "../validators";
import { type ColorMode, Sink } from "./sink";
import { renderTable } from "./table";
import { Timing } from "./timing";

const ERR_CONSOLE_WRITABLE_STREAM = coded(
  TypeError,
  "ERR_CONSOLE_WRITABLE_STREAM",
  (name: string) => `Console expects a writable stream instance for ${name}`,
);

/** What `new Console(options)` accepts. */
export interface ConsoleOptions {
  stdout: any;
  stderr?: any;
  ignoreErrors?: boolean;
  colorMode?: ColorMode;
  inspectOptions?: InspectOptions;
  groupIndentation?: number;
}

const kState = Symbol("kState");
const kMaxIndentation = 1000;

/** What a console remembers between calls. */
interface State {
  out: Sink;
  err: Sink;
  indent: string;
  step: number;
  counts: Map<string, number>;
  timing: Timing;
}
interface This {
  [kState]: State;
  log(...args: any[]): void;
  warn(...args: any[]): void;
  error(...args: any[]): void;
  trace(...args: any[]): void;
}

/** The methods, in the order in which they are listed. Each is bound to its console. */
const methods = {
  log(this: This, ...args: any[]): void {
    const state = this[kState];
    const first = args[0];
    state.out.write(args.length === 1 && typeof first === "string" ? first : state.out.format(args), state.indent);
  },
  warn(this: This, ...args: any[]): void {
    const state = this[kState];
    state.err.write(state.err.format(args), state.indent);
  },
  dir(this: This, value: unknown, options?: InspectOptions): void {
    const { out, indent } = this[kState];
    out.write(inspect(value, { customInspect: false, ...out.options(), ...options }), indent);
  },
  time(this: This, label: unknown = "default"): void {
    this[kState].timing.start(`${label}`);
  },
  timeEnd(this: This, label: unknown = "default"): void {
    const name = `${label}`;
    const elapsed = this[kState].timing.elapsed(name, "timeEnd");
    if (elapsed === undefined) return;
    this.log("%s: %s", name, elapsed);
    this[kState].timing.stop(name);
  },
  timeLog(this: This, label: unknown = "default", ...data: any[]): void {
    const name = `${label}`;
    const elapsed = this[kState].timing.elapsed(name, "timeLog");
    if (elapsed !== undefined) this.log("%s: %s", name, elapsed, ...data);
  },
  trace(this: This, ...args: any[]): void {
    const record = { name: "Trace", message: this[kState].err.format(args), stack: "" };
    (Error as any).captureStackTrace(record, allMethods["trace"]);
    this.error(record.stack);
  },
  assert(this: This, condition: unknown, ...args: any[]): void {
    if (condition) return;
    args[0] = args.length === 0 ? "Assertion failed" : `Assertion failed: ${args[0]}`;
    this.warn(...args);
  },
  clear(this: This): void {
    const stream = this[kState].out.stream;
    if (!stream.isTTY || (globalThis as any).process.env["TERM"] === "dumb") return;
    stream.write("\u001b[1;1H\u001b[0J");
  },
  count(this: This, label: unknown = "default"): void {
    const name = `${label}`;
    const { counts } = this[kState];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    this.log(`${name}: ${count}`);
  },
  countReset(this: This, label: unknown = "default"): void {
    const name = `${label}`;
    if (!this[kState].counts.delete(name)) {
      (globalThis as any).process.emitWarning(`Count for '${name}' does not exist`);
    }
  },
  group(this: This, ...args: any[]): void {
    if (args.length > 0) this.log(...args);
    const state = this[kState];
    state.indent += " ".repeat(state.step);
  },
  groupEnd(this: This): void {
    const state = this[kState];
    state.indent = state.indent.slice(0, Math.max(0, state.indent.length - state.step));
  },
  table(this: This, data: any, properties?: readonly string[]): void {
    if (data === null || typeof data !== "object") return this.log(data);
    if (properties !== undefined && !Array.isArray(properties)) {
      throw new ERR_INVALID_ARG_TYPE("properties", "Array", properties);
    }
    const { out, indent } = this[kState];
    out.write(renderTable(data, properties, out.options()), indent);
  },
};
const aliases = {
  debug: methods.log,
  info: methods.log,
  dirxml: methods.log,
  error: methods.warn,
  groupCollapsed: methods.group,
};
const allMethods: Record<string, (...args: any[]) => void> = { ...methods, ...aliases };

/** Gives `target` its state and its bound methods, and the accessors that programs know from Node. */
export function initConsole(target: any, out: Sink, err: Sink, step: number): void {
  const state: State = { out, err, indent: "", step, counts: new Map(), timing: new Timing() };
  Object.defineProperty(target, kState, { value: state });
  for (const name of Object.keys(allMethods)) {
    // A subclass's own method wins.
    const bound = (target[name] ?? allMethods[name]).bind(target);
    Object.defineProperty(bound, "name", { value: name, configurable: true });
    target[name] = bound;
  }
  const hidden = { configurable: true, enumerable: false };
  Object.defineProperties(target, {
    _stdout: { ...hidden, get: () => out.stream, set: (stream) => void (out.stream = stream) },
    _stderr: { ...hidden, get: () => err.stream, set: (stream) => void (err.stream = stream) },
    _ignoreErrors: {
      ...hidden,
      get: () => out.ignoreErrors,
      set: (value) => void (out.ignoreErrors = err.ignoreErrors = Boolean(value)),
    },
  });
}

function checkedOptions(first: any, stderr: unknown, ignoreErrors: unknown): ConsoleOptions {
  if (!first || typeof first.write === "function") {
    return { stdout: first, stderr, ignoreErrors: (ignoreErrors as boolean) ?? true };
  }
  return first as ConsoleOptions;
}

/**
 * A console on streams of one's own: `new Console({ stdout, stderr, ignoreErrors, colorMode, inspectOptions,
 * groupIndentation })` or `new Console(stdout, stderr, ignoreErrors)`.
 */
export const Console: any = function Console(this: any, options: any): unknown {
  if (new.target === undefined) return Reflect.construct(Console, arguments);
  const given = checkedOptions(options, arguments[1], arguments[2]);
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = "auto", inspectOptions, groupIndentation } = given;
  if (!stdout || typeof stdout.write !== "function") throw new ERR_CONSOLE_WRITABLE_STREAM("stdout");
  if (!stderr || typeof stderr.write !== "function") throw new ERR_CONSOLE_WRITABLE_STREAM("stderr");
  if (colorMode !== "auto" && typeof colorMode !== "boolean") {
    throw new ERR_INVALID_ARG_VALUE("colorMode", colorMode, "must be one of: 'auto', true, false");
  }
  if (groupIndentation !== undefined) validateInteger(groupIndentation, "groupIndentation", 0, kMaxIndentation);
  if (inspectOptions !== undefined) {
    validateObject(inspectOptions, "options.inspectOptions");
    if (inspectOptions.colors !== undefined && given.colorMode !== undefined) {
      throw new ERR_INCOMPATIBLE_OPTION_PAIR("options.inspectOptions.color", "colorMode");
    }
  }
  const sink = (stream: unknown): Sink => new Sink(() => stream, Boolean(ignoreErrors), colorMode, inspectOptions);
  initConsole(this, sink(stdout), sink(stderr), groupIndentation ?? 2);
  return this;
};
// The bundler may rename the function.
Object.defineProperty(Console, "name", { value: "Console", configurable: true });
for (const name of Object.keys(allMethods)) Console.prototype[name] = allMethods[name];
Object.defineProperty(Console.prototype, Symbol.toStringTag, { value: "console", configurable: true });
Object.defineProperty(Console, Symbol.hasInstance, {
  value: (value: any) => value !== null && typeof value === "object" && kState in value,
});
