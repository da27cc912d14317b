/** Errors that nobody caught: the events, and what is printed when nobody listens. */
import binding from "binding:process";
import stdio from "binding:stdio";
import { emittedAt } from "./events/unhandled";
import { getOption } from "./options";
import { captureCallback } from "./process/capture";
import { kNodeVersion, rondoVersion } from "./process/info";
import { exitAfterError } from "./process/lifecycle";
import { process } from "./process/object";
import { onStart } from "./startup";
import { shouldColorize } from "./util/colors";
import { inspect } from "./util/inspect";

/** Node's status for an exception in a handler of uncaught exceptions. */
const kHandlerFailed = 7;

onStart(() => {
  if (getOption("traceUncaught")) binding.captureThrowStacks(Error.stackTraceLimit);
});

/** Text that must come out whatever state the process is in. */
function print(text: string): void {
  try {
    stdio.writeText(2, text);
  } catch {
    // Standard error is gone; there is nowhere to say so.
  }
}

/** True for what `inspect` shows with a stack. */
function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

/** The value as text; undefined when it cannot be inspected. */
function show(value: unknown): string | undefined {
  try {
    return inspect(value, { colors: shouldColorize({ isTTY: stdio.isTty(2), getColorDepth: undefined }) });
  } catch {
    return undefined;
  }
}

/** Behind the stack of an error that was emitted as 'error': where that was. */
function addEmission(error: Error): void {
  try {
    const emitted = emittedAt(error);
    if (emitted !== "") error.stack = `${error.stack}\n${emitted}`;
  } catch {
    // A stack that cannot be changed is shown as it is.
  }
}

/** What goes to stderr: the place in the source, the error, how to see more, the version. */
function describeFatal(error: unknown, arrow: string, thrownAt: string): string {
  // A line of a built-in tells the user nothing.
  let source = arrow.startsWith("node:") ? "" : arrow;
  if (source !== "" && !source.endsWith("\n")) source += "\n";
  let text: string;
  if (isError(error)) {
    addEmission(error);
    const shown = show(error) ?? `${error.name}: ${error.message}`;
    text = `${source === "" ? "" : `${source}\n`}${shown}\n`;
  } else {
    const simple = error === null || (typeof error !== "object" && typeof error !== "function");
    const shown = typeof error === "string" ? error : show(error);
    text = `${source === "" ? "Uncaught:" : ""}\n${source}${shown ?? Object.prototype.toString.call(error)}\n`;
    if ((simple || shown === undefined) && !getOption("traceUncaught")) {
      text += "(Use `rondo --trace-uncaught ...` to show where the exception was thrown)\n";
    }
  }
  if (thrownAt !== "") text += `Thrown at:\n${thrownAt}\n`;
  return `${text}\nRondo v${rondoVersion()} (Node.js API v${kNodeVersion})\n`;
}

/**
 * Called by the loop. `arrow` is the place where it was thrown, for people, `thrownAt` the stack there (with
 * --trace-uncaught). False when the process is to end.
 */
export function onUncaught(error: unknown, fromPromise: boolean, arrow: string, thrownAt = ""): boolean {
  const origin = fromPromise ? "unhandledRejection" : "uncaughtException";
  let handled = false;
  const failure = binding.attempt(() => {
    process.emit("uncaughtExceptionMonitor", error, origin);
    const capture = captureCallback();
    if (capture !== null) {
      capture(error);
      handled = true;
    } else {
      handled = process.emit("uncaughtException", error, origin);
    }
  });
  if (failure !== undefined) {
    print(describeFatal(failure[0], failure[1], ""));
    binding.exit(kHandlerFailed);
  }
  if (handled) return true;
  print(describeFatal(error, arrow, thrownAt));
  exitAfterError();
}
