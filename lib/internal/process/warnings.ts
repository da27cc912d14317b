/** `process.emitWarning` and the printing of warnings. */
import stdio from "binding:stdio";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { getOption } from "../options";
import { onStart } from "../startup";
import { validateString } from "../validators";
import { define, process } from "./object";

interface WarningOptions {
  type?: string;
  code?: string;
  ctor?: Function;
  detail?: string;
}

/** The hint how to see where a warning arose is given once. */
let hinted = false;

onStart(() => {
  hinted = false;
  if (getOption("noDeprecation")) process.noDeprecation = true;
  if (getOption("throwDeprecation")) process.throwDeprecation = true;
  if (getOption("traceDeprecation")) process.traceDeprecation = true;
  if (!getOption("noWarnings") && process.env.NODE_NO_WARNINGS !== "1") process.on("warning", print);
});

function isDisabled(warning: any): boolean {
  const disabled = getOption("disableWarning");
  return disabled.length > 0 && (disabled.includes(warning.name) || disabled.includes(warning.code));
}

/** The listener that prints; programs may remove it. */
function print(warning: any): void {
  if (!(warning instanceof Error) || isDisabled(warning)) return;
  const deprecation = warning.name === "DeprecationWarning";
  if (deprecation && process.noDeprecation) return;
  const trace = getOption("traceWarnings") || (deprecation && Boolean(process.traceDeprecation));
  const details: any = warning;
  let text = `(rondo:${process.pid}) `;
  if (details.code) text += `[${details.code}] `;
  if (trace && details.stack) text += details.stack;
  else text += typeof details.toString === "function" ? details.toString() : Error.prototype.toString.call(warning);
  if (typeof details.detail === "string") text += `\n${details.detail}`;
  if (!trace && !hinted) {
    const flag = deprecation ? "--trace-deprecation" : "--trace-warnings";
    text += `\n(Use \`rondo ${flag} ...\` to show where the warning was created)`;
    hinted = true;
  }
  try {
    stdio.writeText(2, `${text}\n`);
  } catch {
    // Standard error is gone.
  }
}

function makeWarning(text: string, type: string, code: string | undefined, ctor: Function, detail?: string): Error {
  const limit = Error.stackTraceLimit;
  // Without a listener nobody sees the stack of a deprecation.
  if (process.noDeprecation && type === "DeprecationWarning") Error.stackTraceLimit = 0;
  const warning: any = new Error(text);
  Error.stackTraceLimit = limit;
  warning.name = type;
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  Error.captureStackTrace(warning, ctor);
  return warning;
}

function throwWarning(warning: Error): never {
  throw warning;
}
function emit(warning: Error): void {
  process.emit("warning", warning);
}

/** Tells of something that deserves attention: event 'warning' in the next tick, printed on stderr by default. */
function emitWarning(
  warning: string | Error,
  type?: string | Function | WarningOptions,
  code?: string | Function,
  ctor?: Function,
): void {
  let detail: string | undefined;
  if (type !== null && typeof type === "object" && !Array.isArray(type)) {
    ctor = type.ctor;
    code = type.code;
    if (typeof type.detail === "string") detail = type.detail;
    type = type.type || "Warning";
  } else if (typeof type === "function") {
    ctor = type;
    code = "";
    type = "Warning";
  }
  if (type !== undefined) validateString(type, "type");
  if (typeof code === "function") {
    ctor = code;
    code = undefined;
  } else if (code !== undefined) {
    validateString(code, "code");
  }
  let object: any = warning;
  if (typeof warning === "string") {
    object = makeWarning(warning, type || "Warning", code || undefined, ctor ?? emitWarning, detail);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE("warning", ["Error", "string"], warning);
  }
  if (object.name === "DeprecationWarning") {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      // Thrown from a tick, so that nobody can catch it.
      process.nextTick(throwWarning, object);
      return;
    }
  }
  process.nextTick(emit, object);
}

define({ emitWarning });
