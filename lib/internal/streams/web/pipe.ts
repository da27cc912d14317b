/** `ReadableStream.pipeTo` (Streams Standard, ReadableStreamPipeTo). */
import type { AbortSignal } from "../../event_target/abort_signal";
import { validateAbortSignal } from "../../validators";
import type { ReadableCore } from "./readable_core";
import { Deferred, ERR_INVALID_STATE, nothing } from "./shared";
import type { WritableCore } from "./writable_core";

export interface PipeOptions {
  /** Leaves the destination open when the source ends. */
  preventClose?: boolean;
  /** Leaves the destination alone when the source fails. */
  preventAbort?: boolean;
  /** Leaves the source alone when the destination fails or closes. */
  preventCancel?: boolean;
  /** Stops piping when aborted. */
  signal?: AbortSignal;
}

/** Pipes one stream into another; both are locked meanwhile. */
export function pipe(source: ReadableCore, destination: WritableCore, options: PipeOptions): Promise<void> {
  const { preventClose, preventAbort, preventCancel, signal } = options;
  validateAbortSignal(signal, "options.signal");
  if (source.locked) throw new ERR_INVALID_STATE("ReadableStream is locked");
  if (destination.locked) throw new ERR_INVALID_STATE("WritableStream is locked");
  const reader = source.acquire();
  const writer = destination.acquire();
  source.disturbed = true;
  const done = new Deferred();
  let stopping = false;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const onAbort = (): void => {
    const reason = signal!.reason;
    void stop(async () => {
      const actions: Promise<unknown>[] = [];
      if (!preventAbort && destination.state === "writable") actions.push(destination.abort(reason));
      if (!preventCancel && source.state === "readable") actions.push(source.cancel(reason));
      await Promise.all(actions);
    }, { error: reason });
  };

  // Waits for what is being written, acts, lets go of both streams and settles.
  async function stop(action?: () => Promise<unknown>, failure?: { error: unknown }): Promise<void> {
    if (stopping) return;
    stopping = true;
    if (destination.state === "writable" && !destination.closing) {
      for (let write: Promise<unknown> | undefined; write !== lastWrite; ) {
        write = lastWrite;
        await write;
      }
    }
    let result = failure;
    try {
      await action?.();
    } catch (error) {
      result = { error };
    }
    signal?.removeEventListener("abort", onAbort);
    writer.release();
    reader.release();
    if (result === undefined) done.resolve();
    else done.reject(result.error);
  }

  const sourceFailed = (): void => {
    const error = source.storedError;
    void stop(preventAbort ? undefined : () => destination.abort(error), { error });
  };
  const sourceClosed = (): void => {
    void stop(preventClose ? undefined : closeDestination);
  };
  async function closeDestination(): Promise<void> {
    if (destination.closing || destination.state === "closed") return;
    if (destination.state === "errored") throw destination.storedError;
    await destination.close();
  }
  const destinationFailed = (): void => {
    const error = destination.storedError;
    void stop(preventCancel ? undefined : () => source.cancel(error), { error });
  };

  if (signal !== undefined) {
    if (signal.aborted) {
      onAbort();
      return done.promise;
    }
    signal.addEventListener("abort", onAbort);
  }
  if (source.state === "errored") sourceFailed();
  else reader.closed.promise.catch(() => source.state === "errored" && sourceFailed());
  if (destination.state === "errored") destinationFailed();
  else writer.closed.promise.catch(() => destination.state === "errored" && destinationFailed());
  if (source.state === "closed") sourceClosed();
  else reader.closed.promise.then(sourceClosed, nothing);
  if (destination.closing || destination.state === "closed") {
    const error = new ERR_INVALID_STATE("The destination is closing or closed");
    void stop(preventCancel ? undefined : () => source.cancel(error), { error });
  }

  const step = (): void => {
    if (stopping) return;
    writer.ready.promise.then(() => {
      if (stopping) return;
      source.read({
        chunk(value) {
          // In a microtask: a write must not run inside the source's `enqueue`.
          lastWrite = new Promise<void>((resolve) => {
            queueMicrotask(() => {
              destination.write(value).then(resolve, () => resolve());
              step();
            });
          });
        },
        close: nothing,
        error: nothing,
      });
    }, nothing);
  };
  step();
  return done.promise;
}

declare function queueMicrotask(callback: () => void): void;
