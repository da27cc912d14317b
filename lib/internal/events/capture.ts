/** `captureRejections`: a promise that a listener returned and that is rejected becomes an event. */
import { kCapture, kRejection } from "./symbols";
import type { EventEmitter, EventName, Listener } from "./types";

declare const process: any;
type Capturing = EventEmitter & { [kCapture]?: boolean; [kRejection]?: (error: unknown, ...rest: any[]) => void };

/** An emitter and the event being emitted; `emitCapturing` is called on it, so that arguments pass through untouched. */
export class Emission {
  constructor(
    readonly emitter: EventEmitter,
    readonly name: EventName,
  ) {}
}

/** Calls the listeners as `emit` does, and watches what they return. */
export function emitCapturing(this: Emission, ...args: any[]): boolean {
  const { emitter, name } = this;
  const handler = emitter._events[name] as Listener | Listener[] | undefined;
  if (handler === undefined) return false;
  const listeners = typeof handler === "function" ? [handler] : handler.slice();
  for (const listener of listeners) {
    const result: unknown = Reflect.apply(listener, emitter, args);
    if (result !== undefined && result !== null) watch(emitter, result, name, args);
  }
  return true;
}

function watch(emitter: Capturing, result: any, name: EventName, args: any[]): void {
  try {
    const then = result.then;
    if (typeof then === "function") {
      // On the next tick, so that what the handler throws is an uncaught exception and not another rejection.
      then.call(result, undefined, (error: unknown) => process.nextTick(rejected, emitter, error, name, args));
    }
  } catch (error) {
    emitter.emit("error", error);
  }
}

function rejected(emitter: Capturing, error: unknown, name: EventName, args: any[]): void {
  if (typeof emitter[kRejection] === "function") {
    emitter[kRejection](error, name, ...args);
    return;
  }
  // A listener of 'error' that rejects must not come back here for ever.
  const before = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit("error", error);
  } finally {
    emitter[kCapture] = before;
  }
}
