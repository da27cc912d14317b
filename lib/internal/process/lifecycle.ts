/** How the process ends: `exit`, `exitCode`, the events 'beforeExit' and 'exit'. */
import binding from "binding:process";
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import { unsettledExitCode } from "../modules/run_main";
import { onStart } from "../startup";
import { define, defineAccessor, process } from "./object";

type ExitCode = number | string | undefined;
let exitCode: ExitCode;
onStart(() => {
  exitCode = undefined;
});

/** Checks an exit code: undefined, null, a whole number, or a string that spells one. */
function validateExitCode(value: unknown, name: string): asserts value is ExitCode | null {
  if (value == null) return;
  let number = value;
  if (typeof value === "string" && value !== "") {
    number = Number(value);
    if (Number.isNaN(number)) throw new ERR_INVALID_ARG_TYPE(name, "integer", value);
  }
  if (typeof number !== "number") throw new ERR_INVALID_ARG_TYPE(name, "integer", value);
  if (!Number.isInteger(number)) throw new ERR_OUT_OF_RANGE(name, "an integer", value);
}

defineAccessor(
  "exitCode",
  () => exitCode,
  (value) => {
    validateExitCode(value, "code");
    exitCode = value ?? undefined;
  },
  { configurable: false },
);

/** The status that the process would end with now. */
function status(): number {
  return (Number(exitCode ?? 0) | 0) & 0xff;
}

/** Emits 'exit' once, whose listeners may still set `exitCode`. */
function announceExit(): void {
  if (process._exiting) return;
  process._exiting = true;
  process.emit("exit", Number(exitCode ?? 0));
}

function exit(code?: number | string | null): never {
  if (code !== undefined) {
    validateExitCode(code, "code");
    exitCode = code ?? undefined;
  }
  announceExit();
  // Programs replace reallyExit to learn of the end, or to prevent it.
  process.reallyExit(status());
  return undefined as never;
}

define({
  _exiting: false,
  exit,
  reallyExit: (code?: number) => binding.exit((Number(code ?? 0) | 0) & 0xff),
  abort: () => binding.abort(),
});

/** The loop has nothing left to do; whoever listens may give it more. */
export function emitBeforeExit(): void {
  process.emit("beforeExit", Number(exitCode ?? 0));
}

/** The last event. Returns the exit status. */
export function emitExit(): number {
  const unsettled = unsettledExitCode();
  if (unsettled !== undefined && exitCode === undefined) exitCode = unsettled;
  announceExit();
  return status();
}

/** The end after an error that nobody caught: status 1, unless a listener of 'exit' sets another. */
export function exitAfterError(): never {
  exitCode = 1;
  const failed = binding.attempt(announceExit);
  return binding.exit(failed === undefined ? status() : 1) as never;
}
