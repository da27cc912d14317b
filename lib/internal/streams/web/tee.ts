/** `ReadableStream.tee` (Streams Standard, ReadableStreamDefaultTee). */
import { ReadableCore } from "./readable_core";
import { Deferred } from "./shared";

/** Two streams that get every chunk of one. The source is cancelled when both are. */
export function tee(source: ReadableCore): [ReadableCore, ReadableCore] {
  const reader = source.acquire();
  const reasons: unknown[] = [undefined, undefined];
  const cancelled = [false, false];
  const allCancelled = new Deferred<unknown>();
  let reading = false;
  let readAgain = false;

  const pull = (): Promise<void> => {
    if (reading) {
      readAgain = true;
      return Promise.resolve();
    }
    reading = true;
    source.read({
      chunk(value) {
        // In a microtask, so that an error of the source that is on its way overtakes the chunk.
        queueMicrotask(() => {
          readAgain = false;
          branches.forEach((branch, i) => {
            if (!cancelled[i] && branch.canEnqueue) branch.enqueue(value);
          });
          reading = false;
          if (readAgain) void pull();
        });
      },
      close() {
        reading = false;
        branches.forEach((branch, i) => {
          if (!cancelled[i] && branch.canEnqueue) branch.close();
        });
        if (!cancelled[0] || !cancelled[1]) allCancelled.resolve(undefined);
      },
      error() {
        reading = false;
      },
    });
    return Promise.resolve();
  };
  const cancelBranch = (i: number) => (reason: unknown): Promise<unknown> => {
    cancelled[i] = true;
    reasons[i] = reason;
    if (cancelled[0] && cancelled[1]) allCancelled.resolve(source.cancel(reasons));
    return allCancelled.promise;
  };
  const branches = [0, 1].map((i) => new ReadableCore({ pull, cancel: cancelBranch(i) }, 1, () => 1));
  for (const branch of branches) branch.begin(undefined);
  reader.closed.promise.catch((reason: unknown) => {
    for (const branch of branches) branch.error(reason);
    if (!cancelled[0] || !cancelled[1]) allCancelled.resolve(undefined);
  });
  return branches as [ReadableCore, ReadableCore];
}

declare function queueMicrotask(callback: () => void): void;
