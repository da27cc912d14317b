/** fs.promises.watch: changes as an asynchronous iterable. */
import { coded } from "../errors";
import { validateInteger, validateOneOf } from "../validators";
import { abortedBy } from "./errors";
import { toPath } from "./paths";
import { FSWatcher, toWatchOptions } from "./watch";

const ERR_FS_WATCH_QUEUE_OVERFLOW = coded(
  Error,
  "ERR_FS_WATCH_QUEUE_OVERFLOW",
  (size: number) => `fs.watch() queued more than ${size} events`,
);
const kMaxQueue = 2048;

interface Change {
  eventType: string;
  filename: any;
}

/** Watches from the first step of the iteration on; `break` or the signal ends it. */
export async function* watch(path: unknown, options: any = {}): AsyncGenerator<Change, void, undefined> {
  const given = toWatchOptions(options);
  const { maxQueue = kMaxQueue, overflow = "ignore" } = typeof options === "object" && options !== null ? options : {};
  validateInteger(maxQueue, "options.maxQueue");
  validateOneOf(overflow, "options.overflow", ["ignore", "throw"]);
  const checked = toPath(path);
  const signal = given.signal as AbortSignal | undefined;
  if (signal?.aborted) throw abortedBy(signal);

  const watcher = new FSWatcher(checked, given);
  const queue: Change[] = [];
  let failure: unknown;
  let wake = Promise.withResolvers<void>();
  const fail = (error: unknown): void => {
    failure ??= error;
    wake.resolve();
  };
  const onAbort = (): void => fail(abortedBy(signal!));
  watcher.on("change", (eventType: string, filename: any) => {
    if (queue.length < maxQueue) queue.push({ eventType, filename });
    else if (overflow === "throw") fail(new ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue));
    else process.emitWarning("fs.watch maxQueue exceeded");
    wake.resolve();
  });
  watcher.on("error", fail);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
      while (queue.length > 0) yield queue.shift()!;
      if (failure !== undefined) throw failure;
    }
  } finally {
    watcher.close();
    signal?.removeEventListener("abort", onAbort);
  }
}
