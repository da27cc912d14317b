/** fs.watchFile, unwatchFile and StatWatcher: asking again and again whether a file changed. */
import binding from "binding:fs";
import { resolve } from "../path/posix";
import { EventEmitter } from "../events/emitter";
import { onStart } from "../startup";
import { validateBoolean, validateFunction, validateUint32 } from "../validators";
import { toPath, toText } from "./paths";
import { type BigIntStats, readStats, type Stats } from "./stats";

type AnyStats = Stats | BigIntStats;
const kInterval = 5007;

/** Emits 'change' (current, previous) and 'stop'. One for each file, however many listeners it has. */
export class StatWatcher extends (EventEmitter as unknown as new () => any) {
  #handle: any;
  #previous: AnyStats | null = null;
  #status = 0;

  constructor(path: string, bigint: boolean, persistent: boolean, interval: number) {
    super();
    this.#handle = new binding.FSPoll((status: number, isCurrent: boolean) => {
      const stats = readStats(bigint);
      if (!isCurrent) this.#previous = stats;
      else this.#onChange(status, stats);
    });
    try {
      this.#handle.start(path, persistent, interval);
    } catch (error) {
      this.#handle.close(null);
      throw error;
    }
  }

  #onChange(status: number, current: AnyStats): void {
    const previous = this.#previous!;
    this.#previous = null;
    // Still missing.
    if (this.#status < 0 && status < 0 && current.nlink === previous.nlink) return;
    this.#status = status;
    this.emit("change", current, previous);
  }

  /** Stops asking. */
  stop(): void {
    if (this.#handle === null) return;
    this.#handle.close(null);
    this.#handle = null;
    process.nextTick(() => this.emit("stop"));
  }
  ref(): this {
    this.#handle?.ref();
    return this;
  }
  unref(): this {
    this.#handle?.unref();
    return this;
  }
}

const watchers = new Map<string, StatWatcher>();
onStart(() => watchers.clear());

/** Calls `listener(current, previous)` when the file's stats change; looks every `interval` milliseconds. */
export function watchFile(path: unknown, options: any, listener?: any): StatWatcher {
  if (typeof options === "function") {
    listener = options;
    options = undefined;
  }
  const full = resolve(toText(toPath(path, "filename")));
  const { bigint = false, persistent = true, interval = kInterval } = options ?? {};
  validateFunction(listener, "listener");
  validateBoolean(bigint, "options.bigint");
  validateBoolean(persistent, "options.persistent");
  validateUint32(interval, "options.interval");
  let watcher = watchers.get(full);
  if (watcher === undefined) {
    watcher = new StatWatcher(full, bigint, persistent, interval);
    watchers.set(full, watcher);
  }
  watcher.on("change", listener);
  return watcher;
}

/** Removes one listener, or all; the last one ends the watching. */
export function unwatchFile(path: unknown, listener?: any): void {
  const full = resolve(toText(toPath(path, "filename")));
  const watcher = watchers.get(full);
  if (watcher === undefined) return;
  if (typeof listener === "function") watcher.removeListener("change", listener);
  else watcher.removeAllListeners("change");
  if (watcher.listenerCount("change") > 0) return;
  watchers.delete(full);
  watcher.stop();
}
