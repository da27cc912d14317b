/** Signals: heard through `process.on("SIGTERM", ...)`, sent with `process.kill`. */
import binding from "binding:process";
import signals from "binding:signals";
import { ERR_INVALID_ARG_TYPE, ERR_UNKNOWN_SIGNAL } from "../errors";
import { errnoException } from "../util/system_errors";
import { define, process } from "./object";

const numbers: Record<string, number> = signals.numbers;

/** The handle of each signal that has listeners. */
const heard = new Map<string, any>();

function isSignal(name: string | symbol): name is string {
  return typeof name === "string" && Object.hasOwn(numbers, name);
}

process.on("newListener", (name: string | symbol) => {
  if (!isSignal(name) || heard.has(name)) return;
  const handle: any = new signals.Signal((number: number) => process.emit(name, name, number));
  const err: number = handle.start(numbers[name]!);
  if (err !== 0) {
    handle.close(undefined);
    throw errnoException(err, "uv_signal_start");
  }
  heard.set(name, handle);
});

process.on("removeListener", (name: string | symbol) => {
  if (!isSignal(name) || !heard.has(name) || process.listenerCount(name) > 0) return;
  heard.get(name).close(undefined);
  heard.delete(name);
});

/** The number of a signal given by number or name. */
export function signalNumber(signal: unknown): number {
  if (typeof signal === "number") return signal;
  const number = numbers[String(signal)];
  if (number === undefined) throw new ERR_UNKNOWN_SIGNAL(signal);
  return number;
}

function kill(pid: number, signal: number | string = "SIGTERM"): true {
  // The system would take the fraction of a number for another process.
  if ((pid as any) != (pid | 0)) throw new ERR_INVALID_ARG_TYPE("pid", "number", pid);
  const err: number = process._kill(pid | 0, typeof signal === "number" ? signal | 0 : signalNumber(signal));
  if (err) throw errnoException(err, "kill");
  return true;
}

define({ kill });
Object.defineProperty(process, "_kill", {
  value: (pid: number, signal: number) => binding.kill(pid, signal),
  writable: true,
  configurable: true,
});
