/** `events.once`: the next event as a promise. */
import { AbortError, ERR_INVALID_ARG_TYPE } from "../errors";
import { isEventTarget } from "../event_target/event_target";
import { validateAbortSignal, validateObject } from "../validators";
import { addAbortListener } from "./abort_listener";
import type { EventName } from "./types";

/** Whether a value can be listened to as an EventEmitter. */
export function isEmitter(value: any): boolean {
  return typeof value?.on === "function";
}

/**
 * Resolves with the arguments of the next `name` event; of an EventTarget, with the Event. Rejects with the error when
 * `'error'` comes first (unless that is the event asked for), and with an AbortError when the signal is aborted.
 */
export async function once(emitter: any, name: EventName, options: { signal?: any } = {}): Promise<any[]> {
  validateObject(options, "options");
  const { signal } = options;
  validateAbortSignal(signal, "options.signal");
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    let abortListener: Disposable | undefined;
    const onEvent = (...args: any[]): void => {
      stop();
      resolve(args);
    };
    const onError = (error: unknown): void => {
      stop();
      reject(error);
    };
    const stop = (): void => {
      abortListener?.[Symbol.dispose]();
      if (isEmitter(emitter)) {
        emitter.removeListener(name, onEvent);
        if (name !== "error") emitter.removeListener("error", onError);
      } else {
        emitter.removeEventListener(name, onEvent);
      }
    };
    if (isEmitter(emitter)) {
      emitter.once(name, onEvent);
      if (name !== "error" && typeof emitter.once === "function") emitter.once("error", onError);
    } else if (isEventTarget(emitter) || typeof emitter?.addEventListener === "function") {
      emitter.addEventListener(name, onEvent, { once: true });
    } else {
      throw new ERR_INVALID_ARG_TYPE("emitter", "EventEmitter", emitter);
    }
    if (signal !== undefined) {
      abortListener = addAbortListener(signal, () => {
        stop();
        reject(new AbortError(undefined, { cause: signal.reason }));
      });
    }
  });
}
